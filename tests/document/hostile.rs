//! Texts of users that would like to be more than text.

use std::collections::BTreeMap;

use dicomply::document::{
    Block, Image, Inline, List, Picture, Table, escape, lines_of, neutralise_prose, neutralise_prose_inline,
    parse, plain_text, prose,
};
use dicomply::render::{html, markdown};

use super::document;

/// Texts that try to be something else in a template.
const HOSTILE: [&str; 32] = [
    "<!-- table: caption=\"forged\" -->",
    "<!-- page-break -->",
    "--> <!-- cover -->",
    "^^",
    "<<",
    "a | b",
    "\\| x \\",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "x <br> y",
    "# Heading {#id .unnumbered}",
    "Title {number=9}",
    "1. one",
    "1) one",
    "- item",
    "> [!NOTE]",
    "[a](javascript:alert(1))",
    "![alt](http://x/y.png)",
    "`code` `` ` ``",
    "**bold** _it_ *x",
    "&lt;b&gt; &amp; &#60;",
    "    indented",
    "```\nfence",
    "a\n===\nb\n---\n",
    "[foo]: http://example.org",
    ": meaning",
    "\" onmouseover=\"x",
    "\u{E02A}\u{E07C}\u{E080}",
    "line\r\nline\rline\nline",
    "a[^1]\n\n[^1]: b",
    "\u{E085}\u{E087}a\u{E088}\u{E089}",
    "\u{0}\u{7}\u{1b}[31m",
];

fn first_table(markdown: &str) -> Table {
    let tables = document(markdown).blocks.into_iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.unwrap()
}

/// What `escape` promises to show.
fn shown(text: &str) -> String {
    let text = text.trim().replace("\r\n", "\n").replace(['\r', '\n', '\t'], " ");
    text.chars()
        .map(|character| match character {
            '\u{E000}'..='\u{E0FF}' => '\u{FFFD}',
            other if other.is_control() => '\u{FFFD}',
            other => other,
        })
        .collect()
}

#[test]
fn an_escaped_text_is_itself_in_a_paragraph() {
    for text in HOSTILE {
        let document = document(&escape(text));
        let [Block::Paragraph(inlines)] = &document.blocks[..] else {
            panic!("{text:?}: {:?}", document.blocks)
        };
        assert_eq!(plain_text(inlines), shown(text));
        assert_eq!(document.problems, [], "{text:?}");
    }
}

#[test]
fn an_escaped_text_is_itself_in_a_heading() {
    for text in HOSTILE {
        let document = document(&format!("## {} {{#mine}}", escape(text)));
        assert_eq!(document.sections[0].title, shown(text));
        assert_eq!(document.sections[0].anchor, "mine");
    }
}

#[test]
fn an_escaped_text_is_itself_in_a_cell() {
    for text in HOSTILE {
        let table = first_table(&format!("| a | b |\n|---|---|\n| x | y |\n| z | {} |\n", escape(text)));
        assert_eq!(table.body[1].cells[1].plain_text(), shown(text));
    }
}

#[test]
fn an_escaped_text_is_itself_in_a_code_span() {
    for text in HOSTILE {
        let table = first_table(&format!("| a | b |\n|---|---|\n| z | `{}` |\n", escape(text)));
        assert_eq!(table.body[0].cells[1].content, [Block::Paragraph(vec![Inline::Code(shown(text))])]);
    }
}

#[test]
fn an_escaped_text_is_itself_in_a_directive() {
    for text in HOSTILE {
        let table = first_table(&format!("<!-- table: caption=\"{}\" -->\n| a |\n|---|\n", escape(text)));
        assert_eq!(table.caption, shown(text));
    }
}

#[test]
fn prose_is_the_same_blocks_after_its_way_through_a_template() {
    let more = [
        "para\n\nwith **strong *and* text** in*si*de and `a|b`",
        "- a\n- b\n  - c\n\n  d\n\n  ```\n  x\n\n    y\n  ```\n- > q",
        "- a\n\n+ b\n\n* c",
        "3. x\n4. y\n\n1) z",
        "> a\n> > b\n>\n> - c\n\n> [!TIP]\n> d",
        "| a | b |\n|:-:|--:|\n| *x* | `y` |\n| ^^ | << |",
        "[text](https://example.org/a_(b)) <mailto:a@b.c> [in](#x y)",
        "hard\\\nbreak  \nmore",
        "***",
        "*`a`*b**[c](http://d)**",
        "-\n- x\n-",
        "* a ** b",
        "\u{a0} x",
    ];
    for text in HOSTILE.into_iter().chain(more) {
        let blocks = prose(text);
        let mut through = document(&neutralise_prose(text)).blocks;
        assert_eq!(flat(&mut through), flat(&mut blocks.clone()), "{text:?}\n{}", neutralise_prose(text));
    }
}

/// Pieces that Markdown is made of, in any order.
const PIECES: [&str; 47] = [
    "a",
    "b c",
    " ",
    "  ",
    "    ",
    "\n",
    "\n\n",
    "\n",
    "\t",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "2) ",
    "> ",
    "# ",
    "```",
    "~~~",
    "`",
    "``",
    "*",
    "**",
    "_",
    "[",
    "](http://x)",
    "](#y)",
    "![",
    "<b>",
    "<!-- table: -->",
    "<!--",
    "-->",
    "|",
    "| a | b |\n|---|---|\n",
    "^^",
    "<<",
    "\\",
    "&amp;",
    "&#124;",
    "***",
    "---",
    "===",
    "> [!NOTE]\n",
    "<http://x>",
    "\u{E083}",
    "\u{E085}\u{E087}",
    "[^1]",
    "\n[^1]: ",
];

#[test]
fn random_prose_is_the_same_blocks_after_its_way_through_a_template() {
    let mut state = 1_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    for _ in 0..5_000 {
        let text: String = (0..=next(14)).map(|_| PIECES[next(PIECES.len())]).collect();
        let written = neutralise_prose(&text);
        let through = document(&format!("# One\n\n{written}\n\n# Two\n"));
        let expected = without_links_inside(prose(&text));
        assert_eq!(
            without_links_inside(through.blocks[1..through.blocks.len() - 1].to_vec()),
            expected,
            "{text:?}\n{written}"
        );
        assert_eq!(through.sections.len(), 2, "{text:?}");
        assert_eq!(words(&prose(&markdown::write(&through))), words(&through.blocks), "{text:?}");
        assert_eq!(unbalanced(&html::write(&through)), None, "{text:?}");
        let line = neutralise_prose_inline(&text);
        let table = first_table(&format!("| a | b |\n|---|---|\n| x | {line} |\n| y | z |\n"));
        assert_eq!(table.body.len(), 2, "{text:?}");
        let cell = table.body[0].cells[1].content.clone();
        assert_eq!(without_links_inside(cell), without_links_inside(in_a_cell(prose(&text))), "{text:?}");
        let sentence = document(&format!("# One\n\nSo: {line}\n\n# Two\n"));
        assert_eq!(sentence.sections.len(), 2, "{text:?}");
        assert_eq!(unbalanced(&html::write(&sentence)), None, "{text:?}");
    }
}

/// What a cell keeps of `blocks`: quotations and notes are what they say, tables are lines, rules vanish.
fn in_a_cell(blocks: Vec<Block>) -> Vec<Block> {
    let mut kept = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(_) | Block::Code(_) => kept.push(block),
            Block::Quote(inner) => kept.extend(in_a_cell(inner)),
            Block::Note(note) => kept.extend(in_a_cell(note.blocks)),
            Block::List(List { start, items }) => {
                let mut items: Vec<_> = items.into_iter().map(in_a_cell).collect();
                items.retain(|item| !item.is_empty());
                if !items.is_empty() {
                    kept.push(Block::List(List { start, items }));
                }
            }
            Block::Table(_) => {
                let lines = lines_of(&[block]);
                let joined = lines.join(&Inline::LineBreak);
                kept.push(Block::Paragraph(joined));
            }
            _ => {}
        }
    }
    kept
}

/// The text of `blocks` without white space and without what the Markdown writer says in tags.
fn words(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            Block::Heading(heading) => {
                out.push_str(&heading.number);
                out.push_str(&plain_text(&heading.title));
            }
            Block::Paragraph(text) => out.push_str(&plain_text(text)),
            Block::Code(code) => out.push_str(code),
            Block::Quote(inner) => out.push_str(&words(inner)),
            Block::Note(note) => out.push_str(&words(&note.blocks)),
            Block::List(list) => list.items.iter().for_each(|item| out.push_str(&words(item))),
            Block::Table(table) => {
                let cells = table.header.iter().chain(&table.body).flat_map(|row| &row.cells);
                cells.for_each(|cell| out.push_str(&cell.plain_text()));
            }
            _ => {}
        }
    }
    out.retain(|letter| !letter.is_whitespace());
    for tag in [
        "<em>",
        "</em>",
        "<strong>",
        "</strong>",
        "<br>",
        "<!---->",
        "<aid=\"one\"></a>",
        "<aid=\"two\"></a>",
    ] {
        out = out.replace(tag, "");
    }
    out
}

/// The first tag of `page` that closes what is not open, or opens what is not closed.
fn unbalanced(page: &str) -> Option<String> {
    let page = page.split_once("<body>")?.1.split_once("<script>")?.0;
    let mut open: Vec<&str> = Vec::new();
    for piece in page.split('<').skip(1) {
        let tag = piece.split(['>', ' ', '\n']).next()?;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Some(tag.to_owned());
            }
        } else if !["br", "hr", "wbr", "input", "img", "col"].contains(&tag) {
            open.push(tag);
        }
    }
    open.pop().map(ToOwned::to_owned)
}

/// Links into the document lead nowhere here: numbering turns them into text, which prose alone does not go through.
fn without_links_inside(blocks: Vec<Block>) -> String {
    let mut document = dicomply::document::Document { blocks, ..Default::default() };
    dicomply::document::number(&mut document);
    format!("{:?}", document.blocks).replace("\"), Text(\"", "")
}

/// References to nowhere are laid flat by numbering, which prose by itself does not go through.
fn flat(blocks: &mut [Block]) -> String {
    format!("{blocks:?}").replace("Link { target: Anchor(\"x y\"), text: [Text(\"in\")] }", "Text(\"in\")")
}

#[test]
fn prose_forges_nothing() {
    let text = HOSTILE.join("\n\n");
    let document = document(&format!("# Mine\n\n{}\n\n# Mine too\n", neutralise_prose(&text)));
    assert_eq!(document.sections.len(), 2);
    assert_eq!(document.tables, []);
    let page = html::write(&document);
    for word in ["<script>alert", "<img", "javascript:", "onerror=alert(1)>"] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn links_of_prose_lead_to_known_places_only() {
    let kept = |text: &str| format!("{:?}", prose(text)).contains("Url(");
    assert!(kept("[a](https://example.org)") && kept("[a](HTTP://example.org)") && kept("<mailto:a@b.c>"));
    for url in [
        "javascript:x",
        "JaVaScRiPt:x",
        "java&#10;script:x",
        "data:text/html,x",
        "file:///etc",
        "//evil",
        "evil",
        "vbscript:x",
        "&#106;avascript:x",
    ] {
        assert!(!kept(&format!("[a]({url})")), "{url}");
    }
}

#[test]
fn drawings_that_could_run_or_load_something_are_images() {
    let page = |svg: &str| {
        let picture = Picture {
            image: Image::Svg(svg.to_owned()),
            description: "\"><b>".to_owned(),
            words: Vec::new(),
        };
        let pictures = BTreeMap::from([("f".to_owned(), picture)]);
        html::write(&parse("<!-- figure: id=\"f\" caption=\"c\" -->", &pictures))
    };
    assert!(
        page("<svg viewBox=\"0 0 9 9\"><path d=\"M0 0\" fill=\"url(#a)\"/><text>a &amp; b</text></svg>")
            .contains("<path d=")
    );
    for inside in [
        "<script>alert(1)</script>",
        "<rect onload=\"x\"/>",
        "<rect x=\">\" onload=\"x\"/>",
        "<rect onload\u{c}=\"x\"/>",
        "<rect/onload = x />",
        "<a href=\"http://x\"><rect/></a>",
        "<foreignObject><p>x</p></foreignObject>",
        "<rect style=\"fill:red\"/>",
        "<rect fill=\"url(http://x)\"/>",
        "<image href=\"x\"/>",
        "<use href=\"#x\"/>",
        "<style>*{}</style>",
        "<!-- --><rect/>",
        "<animate attributeName=\"x\"/>",
    ] {
        let page = page(&format!("<svg viewBox=\"0 0 9 9\">{inside}</svg>"));
        assert!(page.contains("src=\"data:image/svg+xml,%3Csvg") && !page.contains(inside), "{inside}");
        assert!(!page.contains("\"><b>"));
    }
}

#[test]
fn prose_in_a_cell_is_one_line() {
    let text = "First | *para*\n\n- one\n- two\n  1. three\n\n```\ncode\n```\n\n^^";
    let line = neutralise_prose_inline(text);
    assert!(!line.contains('\n'));
    let table = first_table(&format!("| a | b |\n|---|---|\n| x | {line} |\n"));
    let cell = &table.body[0].cells[1];
    assert_eq!(cell.plain_text(), "First | para • one • two \u{a0}\u{a0}1. three code ^^");
    assert_eq!(cell.content, in_a_cell(prose(text)));
    assert_eq!(
        first_table(&format!("| a |\n|---|\n| x |\n| {} |\n", neutralise_prose_inline("^^"))).body.len(),
        2
    );
}

#[test]
fn lists_and_code_stand_in_cells_as_such() {
    let text = "One:\n\n- a\n\n  ```\n  x | y\n\n    <br>\n  ```\n  7. b\n- c\n\nTwo";
    let line = neutralise_prose_inline(text);
    let table = first_table(&format!("| a | b |\n|---|---|\n| x | {line} |\n"));
    assert_eq!(table.body[0].cells[1].content, prose(text));
    let page = html::write(&document(&format!("| a | b |\n|---|---|\n| x | {line} |\n")));
    assert!(page.contains("<pre tabindex=\"0\">x | y\n\n  &lt;br&gt;</pre>"), "{page}");
    assert!(page.contains("<ol start=\"7\">\n<li>b</li>"), "{page}");
    let written = markdown::write(&document(&format!("| a | b |\n|---|---|\n| x | {line} |\n")));
    assert!(
        written.contains("| x | One:<br>• a<br>`x \\| y`<br>`   <br> `<br>\u{a0}\u{a0}7. b<br>• c<br>Two |"),
        "{written}"
    );
}

#[test]
fn blocks_where_only_running_text_fits_are_lines() {
    let line = neutralise_prose_inline("One\n\n- a\n- b");
    let document = document(&format!("# {line}\n\n{line}\n: {line}\n\n- x {line}\n"));
    assert_eq!(document.sections[0].title, "One • a • b");
    assert!(html::write(&document).contains("<li>x One\n<ul>\n<li>a</li>"), "{}", html::write(&document));
}

#[test]
fn nothing_runs_out_of_stack_or_time() {
    let deep = 20_000;
    let texts = [
        "> ".repeat(deep),
        "- ".repeat(deep),
        "*a ".repeat(deep),
        "**a".repeat(deep),
        "[".repeat(deep),
        "![".repeat(deep) + &"](x)".repeat(deep),
        "`".repeat(deep),
        "<!--".repeat(deep),
        "| a ".repeat(2000) + "|\n" + &"|---".repeat(2000) + "|\n" + &"|\n".repeat(2000),
        "\n: ".repeat(deep),
        "&".repeat(deep),
    ];
    for text in texts {
        let document = document(&text);
        assert!(html::write(&document).len() < 40_000_000);
        assert!(markdown::write(&document).len() < 40_000_000);
        assert!(neutralise_prose(&text).len() < 40_000_000);
        assert!(neutralise_prose_inline(&text).len() < 40_000_000);
    }
}
