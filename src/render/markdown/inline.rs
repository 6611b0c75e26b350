//! Running text as Markdown.

use std::fmt::Write as _;

use crate::document::{Inline, Target};

/// Running text in a paragraph.
pub(super) fn inlines(text: &[Inline]) -> String {
    let mut out = String::new();
    append(text, "\\\n", &mut out);
    starting_safely(&out)
}

/// Running text on one line, as headings and list items need it.
pub(super) fn line(text: &[Inline]) -> String {
    let mut out = String::new();
    append(text, " ", &mut out);
    starting_safely(&out)
}

/// Running text in a cell.
pub(super) fn cell(text: &[Inline]) -> String {
    let mut out = String::new();
    append(text, "<br>", &mut out);
    out
}

fn append(text: &[Inline], line_break: &str, out: &mut String) {
    for inline in text {
        match inline {
            Inline::Text(text) => out.push_str(&escape(text)),
            Inline::Code(code) => append_code(code, out),
            Inline::Emphasis(inner) => wrap("*", inner, line_break, out),
            Inline::Strong(inner) => wrap("**", inner, line_break, out),
            Inline::Link { target, text } => {
                out.push('[');
                append(text, line_break, out);
                let _ = match target {
                    Target::Anchor(anchor) => write!(out, "](#{})", address(anchor)),
                    Target::Url(url) => write!(out, "](<{}>)", address(url)),
                };
            }
            Inline::Reference { anchor, label } if label.is_empty() => out.push_str(&escape(anchor)),
            Inline::Reference { anchor, label } => {
                let _ = write!(out, "[{}](#{})", escape(label), address(anchor));
            }
            Inline::LineBreak => out.push_str(line_break),
        }
    }
}

fn wrap(mark: &str, inner: &[Inline], line_break: &str, out: &mut String) {
    out.push_str(mark);
    append(inner, line_break, out);
    out.push_str(mark);
}

/// A code span; its fence is longer than any run of backticks inside, and `|` stays inside its cell.
fn append_code(code: &str, out: &mut String) {
    let longest = code.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    let _ = write!(out, "{fence}{space}{}{space}{fence}", code.replace('|', "\\|"));
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
    for (index, line) in text.split('\n').enumerate() {
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
