//! Footnotes of tables.

use crate::document::escape::unescape;
use crate::document::problem::Problem;
use crate::document::tree::{Block, Inline, TableNote};

use super::{Author, Builder, Container};

impl Builder<'_> {
    /// The mark of a footnote. Until the table is numbered, its name stands for the mark.
    pub(super) fn footnote(&mut self, name: &str) {
        self.raw("[^");
        let name = unescape(name);
        if self.author == Author::User {
            self.running.plain(&format!("[^{name}]"));
        } else if self.grid.is_some() {
            self.running.push(Inline::Footnote { mark: name, anchor: String::new() });
        } else {
            self.running.plain(&format!("[^{name}]"));
            self.problem(Problem::UnknownFootnote { name });
        }
    }

    /// The text of a footnote begins.
    pub(super) fn open_footnote(&mut self, name: &str) {
        self.open_container(Container::Footnote);
        if self.flat == 0
            && let Some(frame) = self.open.last_mut()
        {
            frame.footnote = unescape(name);
        }
    }

    /// The text of a footnote belongs to the table before it. Without one, and in prose of users, it is text as any
    /// other.
    pub(super) fn close_footnote(&mut self, name: String, mut content: Vec<Block>) {
        if self.author == Author::User {
            let mark = format!("[^{name}]: ");
            match content.first_mut() {
                Some(Block::Paragraph(text)) => match text.first_mut() {
                    Some(Inline::Text(first)) => first.insert_str(0, &mark),
                    _ => text.insert(0, Inline::Text(mark)),
                },
                _ => content.insert(0, Block::Paragraph(vec![Inline::Text(mark)])),
            }
        } else if let Some(Block::Table(table)) = self.parent().blocks.last_mut() {
            table.notes.push(TableNote { mark: name, anchor: String::new(), content });
            return;
        } else {
            self.problem(Problem::UnusedFootnote { name });
        }
        for block in content {
            self.push(block);
        }
    }
}
