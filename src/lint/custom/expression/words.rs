//! What the parser of CEL says, in words for those who write rules.

use std::ops::Range;

use cel::ParseError;

/// Where an error is, and what is wrong.
pub(super) fn in_words(text: &str, error: &ParseError) -> (Range<usize>, String) {
    let at = byte(text, error.pos);
    let said = error.msg.strip_prefix("Syntax error: ").unwrap_or(&error.msg);
    if said.contains("nested") || said.to_lowercase().contains("recursion") {
        return (
            0..text.len(),
            "the expression is nested too deeply, or chains too many operators".to_owned(),
        );
    }
    if text.trim().is_empty() {
        return (0..text.len(), "there is no expression".to_owned());
    }
    if said.contains("unterminated") {
        return (at..text.len(), "a text does not end: its closing quote is missing".to_owned());
    }
    let ends_early = text[at..].trim().is_empty();
    if ends_early {
        let last = text.trim_end();
        let start = last.char_indices().next_back().map_or(0, |(start, _)| start);
        let missing = said.rsplit_once("expecting '").and_then(|(_, token)| token.strip_suffix('\''));
        let message = match missing {
            Some(token) => format!("`{token}` is missing at the end"),
            None => "something is missing at the end".to_owned(),
        };
        return (start..last.len(), message);
    }
    let range = at..at + token(&text[at..]);
    let is_plain =
        ["unexpected", "mismatched", "extraneous", "expected"].iter().any(|word| said.contains(word));
    let message = if is_plain {
        format!("`{}` cannot stand here", &text[range.clone()])
    } else {
        format!("the expression cannot be read: {}", said.replace('\'', "`"))
    };
    (range, message)
}

/// The byte at a line and a column, both counted from one; the column in bytes.
fn byte(text: &str, (line, column): (isize, isize)) -> usize {
    let before = usize::try_from(line - 1).unwrap_or_default();
    let start: usize = text.split_inclusive('\n').take(before).map(str::len).sum();
    let mut at = (start + usize::try_from(column - 1).unwrap_or_default()).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// How long the word or the sign is that a text begins with.
fn token(text: &str) -> usize {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    let length = text.find(|letter| !is_part(letter)).unwrap_or(text.len());
    if length > 0 { length } else { text.chars().next().map_or(0, char::len_utf8) }
}

/// The first place where a name stands by itself: not in quotes, not behind a dot unless it is called there.
pub(super) fn word(text: &str, name: &str) -> Range<usize> {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mut quote = None;
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        match quote {
            Some(open) => {
                if letter == open && before != '\\' {
                    quote = None;
                }
            }
            None if letter == '\'' || letter == '"' => quote = Some(letter),
            None => {
                let rest = text[at..].strip_prefix(name);
                let ends = rest.is_some_and(|rest| !rest.starts_with(is_part));
                let is_called = rest.is_some_and(|rest| rest.trim_start().starts_with('('));
                if ends && !is_part(before) && (before != '.' || is_called) {
                    return at..at + name.len();
                }
            }
        }
        before = letter;
    }
    0..text.len()
}
