//! HTML: one file that asks no network, readable on screen and on paper, with or without script.

mod base64;
mod block;
mod escape;
mod frame;
mod inline;
mod picture;
mod register;
mod table;

use std::collections::BTreeSet;

use crate::document::{Block, Document};

pub(crate) use escape::escaped;
pub(crate) use register::SHARED_SCRIPT;

/// The colours and typefaces of every page of ours, as custom properties of CSS.
pub(crate) const TOKENS: &str = include_str!("html/tokens.css");

/// The document as one HTML file. The same tree gives the same bytes.
pub fn write(document: &Document) -> String {
    let mut page = Page::of(document);
    page.head();
    page.navigation();
    page.main();
    page.out
}

/// Blocks without headings and references, as a part of another page.
pub(crate) fn part(blocks: Vec<Block>) -> String {
    let document = Document { blocks, ..Document::default() };
    let mut page = Page::of(&document);
    page.blocks(&document.blocks);
    page.out
}

/// The page in the making.
struct Page<'d> {
    document: &'d Document,
    out: String,
    /// Abbreviations explained since the section or the table began: each is explained once.
    explained: BTreeSet<&'d str>,
    /// The addresses of the footnotes whose marks the table being written has shown.
    marked: BTreeSet<&'d str>,
    /// Whether it is the page of a site with more rows than a browser lays out at once.
    has_many_rows: bool,
}

impl<'d> Page<'d> {
    fn of(document: &'d Document) -> Self {
        Self {
            document,
            out: String::new(),
            explained: BTreeSet::new(),
            marked: BTreeSet::new(),
            has_many_rows: document.register.is_some() && table::are_many(&document.blocks),
        }
    }
}

impl Page<'_> {
    /// Adds markup as it is.
    fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Adds text, escaped.
    fn text(&mut self, text: &str) {
        escape::append(text, &mut self.out);
    }
}
