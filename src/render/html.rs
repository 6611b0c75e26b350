//! HTML: one file that asks no network, readable on screen and on paper, with or without script.

mod base64;
mod block;
mod escape;
mod frame;
mod inline;
mod picture;
mod table;

use std::collections::BTreeSet;

use crate::document::Document;

/// The document as one HTML file. The same tree gives the same bytes.
pub fn write(document: &Document) -> String {
    let mut page = Page {
        document,
        out: String::new(),
        explained: BTreeSet::new(),
        marked: BTreeSet::new(),
        in_chapter: false,
    };
    page.head();
    page.navigation();
    page.main();
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
    /// Whether a chapter is open.
    in_chapter: bool,
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
