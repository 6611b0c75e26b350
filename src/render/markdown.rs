//! Markdown for people: GitHub's dialect, numbers written out, merged cells laid out again.

mod figure;
mod inline;
mod table;

use std::fmt::Write as _;

use crate::document::{Block, Cover, Document, Entry, Heading};

pub use figure::figures;

use inline::{escape, inlines, line};

/// The document as Markdown, figures told in words. The same tree gives the same bytes.
pub fn write(document: &Document) -> String {
    written(document, None)
}

/// The document as Markdown that shows the figures of [`figures`] from a folder beside it.
pub fn write_with_figures(document: &Document, folder: &str) -> String {
    written(document, Some(folder))
}

fn written(document: &Document, folder: Option<&str>) -> String {
    let mut page = Page { document, folder, out: String::new() };
    if document.meta.draft {
        page.paragraph("", "**DRAFT**");
    }
    if !document.has_cover() && !document.meta.title.is_empty() {
        page.paragraph("", &format!("# {}", escape(&document.meta.title)));
    }
    page.blocks(&document.blocks, "");
    page.out.truncate(page.out.trim_end().len());
    page.out.push('\n');
    page.out
}

/// The text in the making.
struct Page<'d> {
    document: &'d Document,
    /// The folder that figures are in, if they are shown.
    folder: Option<&'d str>,
    out: String,
}

impl Page<'_> {
    /// Blocks, one after another, every line behind `indent`.
    fn blocks(&mut self, blocks: &[Block], indent: &str) {
        let mut previous_is_list = false;
        for block in blocks {
            let is_list = matches!(block, Block::List(_));
            if is_list && previous_is_list {
                // Two lists after each other would be read as one.
                self.paragraph(indent, "<!-- -->");
            }
            previous_is_list = is_list;
            self.block(block, indent);
        }
    }

    fn block(&mut self, block: &Block, indent: &str) {
        match block {
            Block::Heading(heading) => self.heading(heading, indent),
            Block::Paragraph(text) => self.paragraph(indent, &inlines(text)),
            Block::List(list) => {
                for (index, item) in (0u64..).zip(&list.items) {
                    let mark = match list.start {
                        Some(start) => format!("{}. ", start.saturating_add(index)),
                        None => "- ".to_owned(),
                    };
                    self.nested(&mark, &" ".repeat(mark.len()), item, indent);
                }
                self.end_of_block(indent);
            }
            Block::Definitions(definitions) => {
                for definition in definitions {
                    let mut item = vec![Block::Paragraph(definition.term.clone())];
                    item.extend(definition.meaning.iter().cloned());
                    self.definition(&item, indent);
                }
                self.end_of_block(indent);
            }
            Block::Code(code) => self.code(code, indent),
            Block::Quote(inner) => self.quote(inner, indent),
            Block::Note(note) => {
                let _ = writeln!(self.out, "{indent}> [!{}]", note.kind.title().to_uppercase());
                self.quote(&note.blocks, indent);
            }
            Block::Table(table) => self.table(table, indent),
            Block::Figure(figure) => self.figure(figure, indent),
            Block::Cover(cover) => self.cover(cover, indent),
            Block::Contents => self.entries(&self.document.sections, "", indent),
            Block::ListOfTables => self.entries(&self.document.tables, "Table ", indent),
            Block::ListOfFigures => self.entries(&self.document.figures, "Figure ", indent),
            Block::PageBreak | Block::Rule => self.paragraph(indent, "---"),
        }
    }

    fn line(&mut self, indent: &str, text: &str) {
        let _ = writeln!(self.out, "{}", format!("{indent}{text}").trim_end());
    }

    fn end_of_block(&mut self, indent: &str) {
        self.line(indent, "");
    }

    fn paragraph(&mut self, indent: &str, text: &str) {
        self.line(indent, text);
        self.end_of_block(indent);
    }

    fn anchor(&mut self, anchor: &str, indent: &str) {
        if !anchor.is_empty() {
            self.paragraph(indent, &format!("<a id=\"{}\"></a>", escape(anchor)));
        }
    }

    fn heading(&mut self, heading: &Heading, indent: &str) {
        self.anchor(&heading.anchor, indent);
        let marks = "#".repeat(usize::from(heading.level).min(6));
        let space = if heading.number.is_empty() { "" } else { " " };
        let title = line(&heading.title);
        self.paragraph(indent, &format!("{marks} {}{space}{title}", heading.number));
    }

    /// Writes `blocks` so that their first line begins with `first` and all others with `rest`.
    fn nested(&mut self, first: &str, rest: &str, blocks: &[Block], indent: &str) {
        let inner = format!("{indent}{rest}");
        let mut nested = Page { document: self.document, folder: self.folder, out: String::new() };
        nested.blocks(blocks, &inner);
        let text = nested.out.strip_prefix(&inner).unwrap_or(&nested.out);
        let text = text.trim_end_matches(['\n', ' ']);
        let text = text.strip_suffix(&format!("\n{}", inner.trim_end())).unwrap_or(text);
        self.line(indent, &format!("{first}{text}"));
    }

    fn definition(&mut self, item: &[Block], indent: &str) {
        match item {
            [Block::Paragraph(term), Block::Paragraph(meaning)] => {
                self.line(indent, &format!("- **{}**: {}", line(term), line(meaning)));
            }
            [Block::Paragraph(term), rest @ ..] => {
                self.line(indent, &format!("- **{}**", line(term)));
                self.end_of_block(indent);
                self.nested("  ", "  ", rest, indent);
            }
            _ => {}
        }
    }

    fn quote(&mut self, inner: &[Block], indent: &str) {
        self.nested("> ", "> ", inner, indent);
        self.end_of_block(indent);
    }

    fn code(&mut self, code: &str, indent: &str) {
        let longest = code.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        self.line(indent, &fence);
        code.split('\n').for_each(|text| self.line(indent, text));
        self.paragraph(indent, &fence);
    }

    fn caption(&mut self, kind: &str, number: &str, caption: &str, indent: &str) {
        if caption.is_empty() {
            return;
        }
        let caption = escape(caption);
        let text = if number.is_empty() {
            format!("**{caption}**")
        } else {
            format!("**{kind} {number}: {caption}**")
        };
        self.paragraph(indent, &text);
    }

    fn cover(&mut self, cover: &Cover, indent: &str) {
        self.paragraph(indent, &format!("# {}", line(&cover.title)));
        for subtitle in &cover.subtitle {
            self.paragraph(indent, &inlines(subtitle));
        }
        for (label, value) in &cover.facts {
            self.line(indent, &format!("- **{}**: {}", line(label), line(value)));
        }
        self.end_of_block(indent);
        self.paragraph(indent, "---");
    }

    fn entries(&mut self, entries: &[Entry], kind: &str, indent: &str) {
        let mut depth = 0;
        for entry in entries {
            depth = usize::from(entry.level).min(depth + 1);
            let number =
                if entry.number.is_empty() { String::new() } else { format!("{kind}{} ", entry.number) };
            let spaces = "  ".repeat(depth.saturating_sub(1));
            let title = escape(&entry.title);
            self.line(indent, &format!("{spaces}- [{number}{title}](#{})", entry.anchor));
        }
        self.end_of_block(indent);
    }
}
