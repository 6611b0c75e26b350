//! Text as HTML, attribute, or CSS text.

use std::fmt::Write as _;

/// Appends `text` so that it is shown as it is, in content and in quoted attributes. Characters that HTML does
/// not allow become `U+FFFD`.
pub(super) fn append(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(character),
            other if other.is_control() => out.push(char::REPLACEMENT_CHARACTER),
            other => out.push(other),
        }
    }
}

/// `text` as [`append`] writes it.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    append(text, &mut out);
    out
}

/// `text` as a CSS string with its quotes; safe inside a `style` element, whatever it holds.
pub(super) fn css_string(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        if character.is_alphanumeric() || character == ' ' {
            out.push(character);
        } else {
            // The space ends the escape and is not part of the text.
            let _ = write!(out, "\\{:06x} ", u32::from(character));
        }
    }
    out.push('"');
    out
}
