//! Blocks.

use std::fmt::Write as _;

use crate::document::{Block, Cover, Definition, Entry, Figure, Heading, List, Note, NoteKind, plain_text};

use super::Page;
use super::escape::escaped;

impl<'d> Page<'d> {
    /// The blocks of the document itself, in chapters. A heading inside a list or a quotation begins none.
    pub(super) fn chapters(&mut self, blocks: &'d [Block]) {
        let mut is_open = false;
        for block in blocks {
            if let Block::Heading(heading) = block
                && heading.level == 1
            {
                self.raw(if std::mem::replace(&mut is_open, true) { "</section>\n" } else { "" });
                let anchor = escaped(&heading.anchor);
                let _ = writeln!(self.out, "<section class=\"chapter\" aria-labelledby=\"{anchor}\">");
            }
            self.blocks(std::slice::from_ref(block));
        }
        self.raw(if is_open { "</section>\n" } else { "" });
    }

    /// Blocks, one after another.
    pub(super) fn blocks(&mut self, blocks: &'d [Block]) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.heading(heading),
                Block::Paragraph(text) => {
                    self.raw("<p>");
                    self.inlines(text);
                    self.raw("</p>\n");
                }
                Block::List(list) => self.list(list),
                Block::Definitions(definitions) => self.definitions(definitions),
                Block::Code(code) => {
                    let _ = writeln!(self.out, "<pre tabindex=\"0\">{}</pre>", escaped(code));
                }
                Block::Quote(inner) => {
                    self.raw("<blockquote>\n");
                    self.blocks(inner);
                    self.raw("</blockquote>\n");
                }
                Block::Note(note) => self.note(note),
                Block::Table(table) => self.table(table),
                Block::Figure(figure) => self.figure(figure),
                Block::Cover(cover) => self.cover(cover),
                Block::Contents => self.contents(),
                Block::ListOfTables => self.list_of("Table", &self.document.tables),
                Block::ListOfFigures => self.list_of("Figure", &self.document.figures),
                Block::PageBreak => self.raw("<div class=\"page-break\"></div>\n"),
                Block::Rule => self.raw("<hr>\n"),
            }
        }
    }

    fn heading(&mut self, heading: &'d Heading) {
        self.explained.clear();
        // The page has its title as `h1`; HTML has no headings below `h6`.
        let level = heading.level.saturating_add(1);
        let name = format!("h{}", level.min(6));
        let deep = if level > 6 { format!(" aria-level=\"{level}\"") } else { String::new() };
        let anchor = escaped(&heading.anchor);
        let _ = write!(self.out, "<{name} id=\"{anchor}\"{deep}>");
        if !heading.number.is_empty() {
            let _ = write!(self.out, "<span class=\"number\">{}</span> ", escaped(&heading.number));
        }
        // No explanations in headings: they are repeated in the navigation, and a hover there helps nobody.
        self.text(&plain_text(&heading.title));
        let what = if heading.number.is_empty() {
            "this section".to_owned()
        } else {
            format!("section {}", escaped(&heading.number))
        };
        let _ = writeln!(
            self.out,
            "<a class=\"permalink\" href=\"#{anchor}\" aria-label=\"Link to {what}\"></a></{name}>"
        );
    }

    fn list(&mut self, list: &'d List) {
        let _ = match list.start {
            None => writeln!(self.out, "<ul>"),
            Some(1) => writeln!(self.out, "<ol>"),
            Some(start) => writeln!(self.out, "<ol start=\"{start}\">"),
        };
        for item in &list.items {
            self.raw("<li>");
            self.tight(item);
            self.raw("</li>\n");
        }
        self.raw(if list.start.is_some() { "</ol>\n" } else { "</ul>\n" });
    }

    /// Blocks; one paragraph alone stands without its element, so that lists are not torn apart.
    pub(super) fn tight(&mut self, blocks: &'d [Block]) {
        match blocks {
            [Block::Paragraph(text)] => self.inlines(text),
            [Block::Paragraph(text), rest @ ..]
                if rest.iter().all(|block| matches!(block, Block::List(_))) =>
            {
                self.inlines(text);
                self.raw("\n");
                self.blocks(rest);
            }
            _ => self.blocks(blocks),
        }
    }

    fn definitions(&mut self, definitions: &'d [Definition]) {
        self.raw("<dl>\n");
        for definition in definitions {
            self.raw("<dt>");
            let term = plain_text(&definition.term);
            if self.document.abbreviations.contains_key(&term) {
                // No explanation on hover where the explanation stands beside it.
                self.text(&term);
            } else {
                self.inlines(&definition.term);
            }
            self.raw("</dt><dd>");
            self.tight(&definition.meaning);
            self.raw("</dd>\n");
        }
        self.raw("</dl>\n");
    }

    fn note(&mut self, note: &'d Note) {
        let (title, class) = match note.kind {
            kind @ (NoteKind::Warning | NoteKind::Caution) => (kind.title(), "note warning"),
            kind => (kind.title(), "note"),
        };
        let _ = writeln!(self.out, "<div class=\"{class}\" role=\"note\">\n<p class=\"kind\">{title}</p>");
        self.blocks(&note.blocks);
        self.raw("</div>\n");
    }

    fn figure(&mut self, figure: &Figure) {
        let anchor = escaped(&figure.anchor);
        let _ = writeln!(
            self.out,
            "<figure id=\"{anchor}\">\n<div class=\"frame\" role=\"region\" aria-label=\"Figure\" tabindex=\"0\">"
        );
        self.picture(&figure.picture, &figure.anchor);
        self.raw("</div>\n");
        if !figure.caption.is_empty() {
            self.raw("<figcaption>");
            if !figure.number.is_empty() {
                let _ = write!(self.out, "<b>Figure&nbsp;{}</b> ", escaped(&figure.number));
            }
            self.text(&figure.caption);
            let _ = write!(
                self.out,
                "<a class=\"permalink\" href=\"#{anchor}\" aria-label=\"Link to this figure\"></a>"
            );
            self.raw("</figcaption>\n");
        }
        self.in_words(&figure.picture.words);
        self.raw("</figure>\n");
    }

    /// What a figure says, folded away.
    fn in_words(&mut self, words: &[String]) {
        if words.is_empty() {
            return;
        }
        self.raw("<details>\n<summary>In words</summary>\n<ol>\n");
        for line in words {
            self.raw("<li>");
            self.text(line);
            self.raw("</li>\n");
        }
        self.raw("</ol>\n</details>\n");
    }

    fn cover(&mut self, cover: &'d Cover) {
        self.raw("<header class=\"cover\">\n");
        if let Some(logo) = &cover.logo {
            self.picture(logo, "logo");
        }
        if self.document.meta.draft {
            self.raw("<p class=\"draft\">Draft</p>\n");
        }
        self.raw("<h1>");
        self.inlines(&cover.title);
        self.raw("</h1>\n");
        for line in &cover.subtitle {
            self.raw("<p class=\"subtitle\">");
            self.inlines(line);
            self.raw("</p>\n");
        }
        self.raw("<dl class=\"facts\">\n");
        for (label, value) in &cover.facts {
            self.raw("<div><dt>");
            self.inlines(label);
            self.raw("</dt><dd>");
            self.inlines(value);
            self.raw("</dd></div>\n");
        }
        self.raw("</dl>\n");
        let confidentiality = &self.document.meta.confidentiality;
        if !confidentiality.is_empty() {
            let _ = writeln!(self.out, "<p class=\"confidentiality\">{}</p>", escaped(confidentiality));
        }
        self.raw("</header>\n");
        self.explained.clear();
    }

    fn contents(&mut self) {
        self.raw("<div class=\"contents\">\n");
        self.entries(&self.document.sections, "");
        self.raw("</div>\n");
    }

    fn list_of(&mut self, kind: &str, entries: &[Entry]) {
        self.raw("<div class=\"contents flat\">\n");
        self.entries(entries, kind);
        self.raw("</div>\n");
    }

    /// A list of links, nested by level.
    pub(super) fn entries(&mut self, entries: &[Entry], kind: &str) {
        let mut depth = 0;
        for entry in entries {
            // A skipped level opens one list, not two: lists hold items only.
            let level = usize::from(entry.level).min(depth + 1);
            if level > depth {
                self.raw("<ul>\n");
                depth = level;
            } else {
                self.raw("</li>\n");
                while depth > level {
                    self.raw("</ul>\n</li>\n");
                    depth -= 1;
                }
            }
            let _ = write!(self.out, "<li><a href=\"#{}\">", escaped(&entry.anchor));
            if !entry.number.is_empty() {
                let space = if kind.is_empty() { "" } else { "&nbsp;" };
                let _ = write!(
                    self.out,
                    "<span class=\"number\">{kind}{space}{}</span> ",
                    escaped(&entry.number)
                );
            }
            self.text(&entry.title);
            self.raw("</a>");
        }
        for _ in 0..depth {
            self.raw("</li>\n</ul>\n");
        }
    }
}
