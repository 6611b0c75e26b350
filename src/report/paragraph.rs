//! Lines of text that fit a page of a terminal, in styles.

use std::io::{self, Write};

use super::Page;
use super::plain::width;

/// The narrowest page that can be laid out.
const NARROWEST: usize = 40;

/// The widest page that reads well.
const WIDEST: usize = 120;

/// How a word is painted, as an ANSI escape.
pub(super) type Style = &'static str;

pub(super) const NONE: Style = "";
pub(super) const RED: Style = "\x1b[31m";
pub(super) const GREEN: Style = "\x1b[32m";
pub(super) const YELLOW: Style = "\x1b[33m";
pub(super) const QUIET: Style = "\x1b[2m";
pub(super) const BOLD: Style = "\x1b[1m";

/// The page with a width that can be laid out and reads well.
pub(super) fn fitting(page: Page) -> Page {
    Page { width: page.width.clamp(NARROWEST, WIDEST), ..page }
}

/// Writes a text as lines that fit the page; a word that is longer than a line has one of its own.
pub(super) fn write_wrapped(
    parts: &[(String, Style)],
    indent: &str,
    page: Page,
    out: &mut impl Write,
) -> io::Result<()> {
    write_hanging(parts, (indent, indent), page, out)
}

/// The same, with another beginning of the first line than of the others; it may be painted.
pub(super) fn write_hanging(
    parts: &[(String, Style)],
    (first, indent): (&str, &str),
    page: Page,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut room = page.width.saturating_sub(columns(first));
    let mut used = 0;
    let mut brush = Brush { is_colored: page.is_colored, style: NONE };
    write!(out, "{first}")?;
    for word in words(parts).filter(|word| !word.is_empty()) {
        let length: usize = word.iter().flat_map(|(text, _)| text.chars()).map(width).sum();
        let style = word.first().map_or(NONE, |(_, style)| *style);
        if used > 0 && used + 1 + length > room {
            write!(out, "{}\n{indent}", brush.change(NONE))?;
            (used, room) = (0, page.width.saturating_sub(columns(indent)));
        } else if used > 0 {
            // A blank between words of one style is a part of it.
            let between = if brush.style == style { style } else { NONE };
            write!(out, "{} ", brush.change(between))?;
            used += 1;
        }
        used += length;
        for (text, style) in word {
            write!(out, "{}{text}", brush.change(style))?;
        }
    }
    writeln!(out, "{}", brush.change(NONE))
}

/// How many columns a text takes; escapes take none.
fn columns(text: &str) -> usize {
    let mut is_escape = false;
    let shown = text.chars().filter(|letter| {
        let was_escape = is_escape;
        is_escape = *letter == '\x1b' || is_escape && *letter != 'm';
        !was_escape && !is_escape
    });
    shown.map(width).sum()
}

/// What is being painted with.
struct Brush {
    is_colored: bool,
    style: Style,
}

impl Brush {
    /// What has to be written to go on in another style.
    fn change(&mut self, style: Style) -> String {
        if self.style == style || !self.is_colored {
            return String::new();
        }
        let end = if self.style.is_empty() { "" } else { "\x1b[0m" };
        self.style = style;
        format!("{end}{style}")
    }
}

/// The words of a text. One may have parts of several styles.
fn words<'p>(parts: &'p [(String, Style)]) -> impl Iterator<Item = Vec<(&'p str, Style)>> {
    let mut words: Vec<Vec<(&'p str, Style)>> = vec![Vec::new()];
    for (text, style) in parts {
        for (number, part) in text.split([' ', '\n']).enumerate() {
            if number > 0 {
                words.push(Vec::new());
            }
            if let Some(word) = words.last_mut().filter(|_| !part.is_empty()) {
                word.push((part, style));
            }
        }
    }
    words.into_iter()
}

/// A text in its style, where the page has colours.
pub(super) fn painted(text: &str, style: Style, page: Page) -> String {
    if page.is_colored && !style.is_empty() { format!("{style}{text}\x1b[0m") } else { text.to_owned() }
}
