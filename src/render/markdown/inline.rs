//! Running text as Markdown.

use std::fmt::Write as _;

use crate::document::{Inline, Target};

/// Running text in a paragraph.
pub(super) fn inlines(text: &[Inline]) -> String {
    starting_safely(&written(text, Place::Paragraph))
}

/// Running text on one line, as headings and list items need it.
pub(super) fn line(text: &[Inline]) -> String {
    starting_safely(&written(text, Place::Line))
}

/// Running text in a cell.
pub(super) fn cell(text: &[Inline]) -> String {
    written(text, Place::Cell)
}

/// Where running text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Paragraph,
    Line,
    Cell,
}

fn written(text: &[Inline], place: Place) -> String {
    let mut out = String::new();
    append(text, place, &mut out);
    out
}

fn append(text: &[Inline], place: Place, out: &mut String) {
    for inline in text {
        match inline {
            Inline::Text(text) => out.push_str(&escape(text)),
            Inline::Code(code) => append_code(code, place, out),
            Inline::Emphasis(inner) => wrap("*", "em", inner, place, out),
            Inline::Strong(inner) => wrap("**", "strong", inner, place, out),
            Inline::Link { target, text } => {
                not_a_picture(out);
                let _ = match target {
                    Target::Anchor(anchor) => write!(out, "[{}](#{})", written(text, place), address(anchor)),
                    Target::Url(url) => write!(out, "[{}](<{}>)", written(text, place), address(url)),
                };
            }
            Inline::Reference { anchor, label } => {
                not_a_picture(out);
                let _ = write!(out, "[{}](#{})", escape(label), address(anchor));
            }
            Inline::Footnote { mark, anchor } => {
                let _ = write!(out, "<sup>[{}](#{})</sup>", escape(mark), address(anchor));
            }
            Inline::LineBreak => out.push_str(match place {
                Place::Paragraph => "\\\n",
                Place::Line => " ",
                Place::Cell => "<br>",
            }),
        }
    }
}

/// Keeps a link behind an exclamation mark from being read as a picture.
fn not_a_picture(out: &mut String) {
    if out.ends_with('!') {
        out.insert(out.len() - 1, '\\');
    }
}

/// Emphasis. Whether `*` begins or ends it depends on the letters around; where it might not, tags do.
fn wrap(mark: &str, tag: &str, inner: &[Inline], place: Place, out: &mut String) {
    let text = written(inner, place);
    let is_plain = text.starts_with(char::is_alphanumeric) && text.ends_with(char::is_alphanumeric);
    let _ = if is_plain && !out.ends_with('*') {
        write!(out, "{mark}{text}{mark}")
    } else {
        write!(out, "<{tag}>{text}</{tag}>")
    };
}

/// A code span; its fence is longer than any run of backticks inside, and `|` stays inside its cell.
fn append_code(code: &str, place: Place, out: &mut String) {
    let longest = code.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let needs_space = code.starts_with(['`', ' ']) || code.ends_with(['`', ' ']);
    let space = if needs_space && !code.trim().is_empty() { " " } else { "" };
    let code = if place == Place::Cell { code.replace('|', "\\|") } else { code.to_owned() };
    let _ = write!(out, "{fence}{space}{code}{space}{fence}");
}

/// Text with everything that Markdown would read otherwise behind a backslash.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' | '\r' | '\t' => out.push(' '),
            other if other.is_control() => out.push(char::REPLACEMENT_CHARACTER),
            other => out.push(other),
        }
    }
    out
}

fn address(url: &str) -> String {
    url.replace('<', "%3C")
        .replace('>', "%3E")
        .replace([' ', '\n'], "%20")
        .replace('|', "%7C")
        .replace('\\', "%5C")
}

/// `text` so that no line of it begins a list, a rule or an underline of a heading.
fn starting_safely(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    for (index, line) in text.split('\n').map(str::trim_start).enumerate() {
        if index > 0 {
            out.push('\n');
        }
        let digits = line.len() - line.trim_start_matches(|digit: char| digit.is_ascii_digit()).len();
        let (number, after) = line.split_at(digits);
        let is_mark = after.starts_with(if number.is_empty() { ['-', '+'] } else { ['.', ')'] });
        let is_item = is_mark && after[1..].chars().next().is_none_or(char::is_whitespace);
        let is_rule = !line.is_empty() && line.chars().all(|letter| matches!(letter, '-' | '=' | ' '));
        out.push_str(number);
        if is_item || is_rule {
            out.push('\\');
        }
        out.push_str(after);
    }
    out
}
