//! Running text.

use std::fmt::Write as _;

use crate::document::{Inline, Target};

use super::Page;
use super::escape::{append, escaped};

/// Codes up to this length, which is that of nearly every registered UID, never break.
const SHORT_CODE: usize = 30;
/// Codes longer than this may break anywhere: nothing of ours is longer, and a page must not become a mile wide.
const LONGEST_CODE: usize = 72;

impl<'d> Page<'d> {
    /// Running text.
    pub(super) fn inlines(&mut self, text: &'d [Inline]) {
        for inline in text {
            match inline {
                Inline::Text(text) => self.words(text),
                Inline::Code(code) => self.code(code),
                Inline::Emphasis(inner) => self.element("em", inner),
                Inline::Strong(inner) => self.element("strong", inner),
                Inline::Link { target: Target::Anchor(anchor), text } => {
                    self.link(&format!("#{anchor}"), "", text);
                }
                Inline::Link { target: Target::Url(url), text } => {
                    self.link(url, " rel=\"noreferrer\"", text);
                }
                Inline::Reference { anchor, label } => {
                    let (anchor, label) = (escaped(anchor), escaped(label).replace(' ', "&nbsp;"));
                    let _ = write!(self.out, "<a href=\"#{anchor}\">{label}</a>");
                }
                Inline::Footnote { mark, anchor } => self.mark(mark, anchor),
                Inline::LineBreak => self.raw("<br>"),
            }
        }
    }

    /// The mark of a footnote; the note leads back to the first one.
    fn mark(&mut self, mark: &str, anchor: &'d str) {
        let is_first = self.marked.insert(anchor);
        let (anchor, mark) = (escaped(anchor), escaped(mark));
        let id = if is_first { format!(" id=\"_m-{anchor}\"") } else { String::new() };
        let _ = write!(
            self.out,
            "<sup><a{id} href=\"#{anchor}\" role=\"doc-noteref\" aria-label=\"Note {mark}\">{mark}</a></sup>"
        );
    }

    fn element(&mut self, name: &str, inner: &'d [Inline]) {
        let _ = write!(self.out, "<{name}>");
        self.inlines(inner);
        let _ = write!(self.out, "</{name}>");
    }

    fn link(&mut self, address: &str, attributes: &str, text: &'d [Inline]) {
        let _ = write!(self.out, "<a href=\"{}\"{attributes}>", escaped(address));
        self.inlines(text);
        self.raw("</a>");
    }

    /// A code: if it is so long that it must break, it does so after dots.
    fn code(&mut self, code: &str) {
        let is_long = code.len() > LONGEST_CODE || code.contains(' ');
        self.raw(if is_long { "<code class=\"long\">" } else { "<code>" });
        for (index, part) in code.split_inclusive('.').enumerate() {
            if index > 0 && code.len() > SHORT_CODE {
                self.raw("<wbr>");
            }
            self.text(part);
        }
        self.raw("</code>");
    }

    /// Text; an abbreviation is explained where a section or a table uses it first.
    fn words(&mut self, text: &'d str) {
        if self.document.abbreviations.is_empty() {
            return self.text(text);
        }
        let is_inside = |letter: char| letter.is_alphanumeric() || letter == '-';
        let mut rest = text;
        while let Some(start) = rest.find(is_inside) {
            let end =
                rest[start..].find(|letter| !is_inside(letter)).map_or(rest.len(), |length| start + length);
            append(&rest[..start], &mut self.out);
            self.word(&rest[start..end]);
            rest = &rest[end..];
        }
        append(rest, &mut self.out);
    }

    fn word(&mut self, word: &'d str) {
        match self.document.abbreviations.get(word) {
            Some(meaning) if self.explained.insert(word) => {
                let _ = write!(self.out, "<abbr title=\"{}\">{}</abbr>", escaped(meaning), escaped(word));
            }
            _ => self.text(word),
        }
    }
}
