//! Numbers, anchors, cross references.

use dicomply::document::{Block, Inline, Problem};

use super::document;

fn numbered(markdown: &str) -> Vec<String> {
    let document = document(markdown);
    document
        .sections
        .iter()
        .map(|entry| format!("{} {}", entry.number, entry.title).trim().to_owned())
        .collect()
}

#[test]
fn sections_count_within_each_other() {
    let text = "# One\n## A\n### Deep\n## B\n# Two\n## C";
    assert_eq!(numbered(text), ["1 One", "1.1 A", "1.1.1 Deep", "1.2 B", "2 Two", "2.1 C"]);
}

#[test]
fn a_section_without_number_gives_none_to_those_below_it() {
    assert_eq!(numbered("# Preface {.unnumbered}\n## Thanks\n# One"), ["Preface", "Thanks", "1 One"]);
}

#[test]
fn a_given_number_leads_those_below_it() {
    assert_eq!(
        numbered("# Objects {number=A.A}\n## Shared\n### X\n# After"),
        ["A.A Objects", "A.A.1 Shared", "A.A.1.1 X", "1 After"]
    );
}

#[test]
fn levels_below_six_are_attributes() {
    let text = "# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6\n###### 7 {.level-7}\n###### 8 {.level-8}";
    assert_eq!(numbered(text).last().unwrap(), "1.1.1.1.1.1.1.1 8");
    assert_eq!(document(text).problems, []);
}

#[test]
fn a_skipped_level_is_told() {
    let document = document("# One\n\n### Three\n");
    assert_eq!(document.sections[1].number, "1.0.1");
    assert_eq!(document.problems, [Problem::SkippedLevel { heading: "Three".to_owned() }]);
}

#[test]
fn tables_count_within_the_first_two_levels() {
    let table = |caption: &str| format!("\n\n<!-- table: caption=\"{caption}\" -->\n| a |\n|---|\n| b |\n\n");
    let text = format!(
        "# O{}# N\n## M{}## S\n### E\n#### F{}{}### G{}",
        table("a"),
        table("b"),
        table("c"),
        table("d"),
        table("e")
    );
    let document = document(&text);
    let numbers: Vec<&str> = document.tables.iter().map(|entry| entry.number.as_str()).collect();
    assert_eq!(numbers, ["1-1", "2.1-1", "2.2-1", "2.2-2", "2.2-3"]);
    assert_eq!(document.tables[4].anchor, "table-2.2-3");
}

#[test]
fn tables_count_within_the_first_level_where_the_document_says_so() {
    let text =
        "<!-- document: caption-levels=\"1\" -->\n# N\n## M\n\n<!-- table: caption=\"x\" -->\n| a |\n|---|\n";
    assert_eq!(document(text).tables[0].number, "1-1");
}

#[test]
fn references_say_where_they_lead() {
    let document = document("# One {#one}\n\nSee [](#two), [this](#one) and [](#three).\n\n# Two\n");
    let Block::Paragraph(text) = &document.blocks[1] else { panic!("{:?}", document.blocks) };
    assert!(text.contains(&Inline::Reference { anchor: "two".to_owned(), label: "Section 2".to_owned() }));
    assert_eq!(document.problems, [Problem::DanglingReference { anchor: "three".to_owned() }]);
}

#[test]
fn anchors_are_unique_and_given_ones_win() {
    let document = document("# Same\n# Same\n# Other {#same}\n# Third {#same}\n");
    let anchors: Vec<&str> = document.sections.iter().map(|entry| entry.anchor.as_str()).collect();
    assert_eq!(anchors, ["same-3", "same-4", "same", "same-2"]);
    assert_eq!(document.problems, [Problem::DuplicateAnchor { anchor: "same".to_owned() }]);
}

#[test]
fn an_anchor_made_of_a_name_is_found_again() {
    for name in ["PACS Archive/1", "  ", "Ärzte {#x}", "1.2.840", "__x__", "a\"b'c<d>"] {
        let id = format!("ae-{}", dicomply::document::anchor_of(name));
        let id = dicomply::document::escape(&id);
        let document = document(&format!("# AE {{#{id}}}\n\n[](#{id})\n"));
        assert_eq!(document.problems, [], "{name}");
    }
}

#[test]
fn directives_that_are_not_understood_are_told() {
    let text = "<!-- tabel: id=\"x\" -->\n\n<!-- table: colour=\"red\" -->\n\nNo table.\n\n<!-- figure: id=\"f\" -->\n\n<!-- table: id=x -->\n\n<!-- /cover -->\n\n<!-- Just a remark: nothing. -->\n\n<p>x</p>\n";
    let messages: Vec<String> = document(text).problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        messages,
        [
            "there is no directive `tabel`",
            "the directive `table` does not take `colour=\"red\"`",
            "the directive `table` has nothing to apply to",
            "there is no figure `f`",
            "the directive `table: id=x` cannot be read",
            "the directive `/cover` has nothing to apply to",
            "HTML is not passed on: `<p>x</p>`",
        ]
    );
}
