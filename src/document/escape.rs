//! How text of the user travels through Markdown without becoming Markdown.
//!
//! Every ASCII punctuation mark is carried as a character of the private use area (`U+E000` plus its code),
//! which no Markdown parser gives a meaning, and turned back when the tree is built. So one escape is right in
//! text, headings, table cells, code spans, link addresses and attributes of directives alike, and nothing that
//! a user types can become a directive, a merged cell, a heading attribute or a tag. Characters of the user in
//! `U+E000`–`U+E0FF` would be taken for carried ones: they become `U+FFFD`.

/// The first private character; carried characters are `BASE` plus their ASCII code.
const BASE: u32 = 0xE000;
/// One past the last private character that has a meaning here.
const END: u32 = 0xE100;

/// Begins emphasis; the prose writer uses it because `*` depends on the letters around it.
pub(super) const EMPHASIS_OPEN: char = '\u{E080}';
/// Ends emphasis.
pub(super) const EMPHASIS_CLOSE: char = '\u{E081}';
/// Begins strong emphasis.
pub(super) const STRONG_OPEN: char = '\u{E082}';
/// Ends strong emphasis.
pub(super) const STRONG_CLOSE: char = '\u{E083}';

// Blocks on one line, as cells need them: see `stack`.

/// Begins the next paragraph.
pub(super) const PARAGRAPH: char = '\u{E084}';
/// Begins a list with bullets.
pub(super) const BULLETS: char = '\u{E085}';
/// Begins a numbered list; its first number follows.
pub(super) const NUMBERS: char = '\u{E086}';
/// Begins the next item of a list.
pub(super) const ITEM: char = '\u{E087}';
/// Ends a list.
pub(super) const END_OF_LIST: char = '\u{E088}';
/// Begins code.
pub(super) const CODE: char = '\u{E089}';
/// Ends code.
pub(super) const END_OF_CODE: char = '\u{E08A}';

/// `text` as Markdown that shows exactly this text, wherever it is put: in a paragraph, a heading, a cell, a
/// code span, a link address or an attribute of a directive. White space at both ends goes; line ends become
/// line breaks, also in cells.
///
/// This is the escape function of the template engine: templates print values as they are.
///
/// ```
/// let document = dicomply::document::parse(
///     &format!("# {}", dicomply::document::escape("1. <b>A|B</b> {#id}")),
///     &std::collections::BTreeMap::new(),
/// );
/// assert_eq!(document.sections[0].title, "1. <b>A|B</b> {#id}");
/// ```
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    let mut characters = text.trim().chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' | '\r' => out.push(carried('\n')),
            '\t' => out.push(' '),
            other => out.push(carried_if_special(other)),
        }
    }
    out
}

/// As [`escape`], but spaces at the ends are part of the text and are carried too.
pub(super) fn escape_exactly(text: &str) -> String {
    let inner = text.trim_matches(' ');
    if inner.is_empty() {
        return text.chars().map(carried).collect();
    }
    let start = text.len() - text.trim_start_matches(' ').len();
    let end = text.len() - text.trim_end_matches(' ').len();
    let mut out = String::with_capacity(text.len() * 2);
    out.extend(std::iter::repeat_n(carried(' '), start));
    out.push_str(&inner.chars().map(carried_if_special).collect::<String>());
    out.extend(std::iter::repeat_n(carried(' '), end));
    out
}

/// Text whose lines and spaces are kept, on one line.
pub(super) fn escape_lines(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(escape_exactly).collect();
    lines.join(&carried('\n').to_string())
}

/// The character that is carried by `character`, if it carries one.
pub(super) fn uncarried(character: char) -> Option<char> {
    let code = u32::from(character);
    (BASE..BASE + 0x80).contains(&code).then(|| char::from_u32(code - BASE)).flatten()
}

/// `text` with every carried character turned back; carried line ends become spaces.
pub(super) fn unescape(text: &str) -> String {
    text.chars()
        .map(|character| match uncarried(character) {
            Some('\n') => ' ',
            Some(plain) => plain,
            None => character,
        })
        .collect()
}

/// `text` without characters that would be taken for carried ones, and without control characters.
pub(super) fn without_private_characters(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\n' | '\r' | '\t' => character,
            other if is_private(other) || other.is_control() => char::REPLACEMENT_CHARACTER,
            other => other,
        })
        .collect()
}

fn carried_if_special(character: char) -> char {
    if character.is_ascii_punctuation() || character == '\t' {
        carried(character)
    } else if is_private(character) || character.is_control() {
        char::REPLACEMENT_CHARACTER
    } else {
        character
    }
}

fn carried(character: char) -> char {
    char::from_u32(BASE + u32::from(character)).unwrap_or(character)
}

fn is_private(character: char) -> bool {
    (BASE..END).contains(&u32::from(character))
}
