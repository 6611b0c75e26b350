//! What the pages of all reports share: their frame, their style, and how they show a text of a document.
//!
//! Each page has one style and one script. Its policy names both by their hashes, so that nothing else loads or runs.

use std::io::{self, Write};

use crate::render::html::{TOKENS, escaped};
use crate::report::plain::{cropped, plain};

/// The style of all pages.
const STYLE: &str = include_str!("style.css");

/// What the scripts of all pages share.
const SCRIPT: &str = crate::render::html::SHARED_SCRIPT;

/// How long a text of a document may be.
const LONGEST_TEXT: usize = 2_000;

/// The frame of a page.
pub(in crate::report) struct Frame<'f> {
    /// What the window is called.
    pub(in crate::report) title: &'f str,
    /// What the page may do, `policy.txt`. Written by `DICOMPLY_BLESS=1 cargo test`.
    pub(in crate::report) policy: &'f str,
    /// The style of this page beyond that of all.
    pub(in crate::report) style: &'f str,
    /// The script of this page.
    pub(in crate::report) script: &'f str,
    /// The link past the filters.
    pub(in crate::report) skip: &'f str,
}

impl Frame<'_> {
    /// Everything before the filters.
    pub(in crate::report) fn head(&self, out: &mut impl Write) -> io::Result<()> {
        write!(
            out,
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n<title>{} - dicomply</title>\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"dicomply\">\n\
             <style>{TOKENS}{STYLE}{}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">{}</a>\n",
            escaped(self.policy.trim_end()),
            shown(self.title),
            self.style,
            self.skip,
        )
    }

    /// Everything behind the last section.
    pub(in crate::report) fn foot(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "</main>\n<script>{SCRIPT}{}</script>\n</body>\n</html>", self.script)
    }
}

/// A text of a document as it is shown: nothing in it is obeyed, by nobody.
pub(in crate::report) fn shown(text: &str) -> String {
    escaped(&plain(&cropped(text, LONGEST_TEXT)))
}

/// A message: what stands between backticks is code.
pub(in crate::report) fn message(text: &str) -> String {
    let text = plain(&cropped(text, LONGEST_TEXT));
    let mut parts = text.split('`').peekable();
    let mut written = String::with_capacity(text.len() + 32);
    let mut is_code = false;
    while let Some(part) = parts.next() {
        let part = escaped(part);
        match (is_code, parts.peek().is_some()) {
            (true, true) => written.extend(["<code>", part.as_str(), "</code>"]),
            // A backtick that nothing closes is one.
            (true, false) => written.extend(["`", part.as_str()]),
            (false, _) => written += &part,
        }
        is_code = !is_code;
    }
    written
}

/// A number and its noun.
pub(in crate::report) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
