//! Misspelt and doubled words.

use std::ops::Range;

use crate::standard::misspelling::is_misspelt;

/// Short words that no sentence of English has twice in a row.
const SMALL: &[&str] = &[
    "and", "are", "for", "from", "has", "have", "is", "it", "its", "not", "of", "or", "shall", "the", "this",
    "to", "with", "will",
];

/// A misprint, and where it stands.
#[derive(Debug)]
pub(super) enum Misprint {
    /// A word that is known to be misspelt.
    Misspelt(Range<usize>),
    /// A word, and the same word again.
    Twice(Range<usize>, Range<usize>),
}

/// The misprints in a text, from left to right.
pub(super) fn misprints(text: &str) -> impl Iterator<Item = Misprint> + '_ {
    let mut before: Range<usize> = 0..0;
    words(text).filter_map(move |range| {
        let first = std::mem::replace(&mut before, range.clone());
        let word = &text[range.clone()];
        if is_misspelt(word) {
            return Some(Misprint::Misspelt(range));
        }
        let is_twice = range.len() == first.len() && text[first.clone()] == *word && is_never_doubled(word);
        (is_twice && text[first.end..range.start].trim().is_empty()).then_some(Misprint::Twice(first, range))
    })
}

fn is_never_doubled(word: &str) -> bool {
    const LONG: usize = 5;
    let is_small = word.bytes().all(|byte| byte.is_ascii_lowercase());
    is_small && (word.len() >= LONG || SMALL.contains(&word))
}

/// The words of a text that are made of ASCII letters alone. One that stands beside a digit, a hyphen, an underscore or
/// a dot within a word is a part of a name.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            let start = at;
            let mut has_joined = false;
            while let Some(part) = bytes.get(at).map(|byte| PARTS[usize::from(*byte)])
                && part != Part::None
            {
                has_joined |= part == Part::Joined;
                at += 1;
            }
            let end = at;
            at = at.max(start + 1);
            let is_inside = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
            let follows_dot = || start > 1 && bytes[start - 1] == b'.' && is_inside(bytes.get(start - 2));
            let precedes_dot = || bytes.get(end) == Some(&b'.') && is_inside(bytes.get(end + 1));
            if end > start && !has_joined && !precedes_dot() && !follows_dot() {
                return Some(start..end);
            }
        }
        None
    })
}

/// What a byte is in a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    None,
    Letter,
    /// It joins the letters beside it to a name.
    Joined,
}

/// What each byte is.
static PARTS: [Part; 256] = parts();

const fn parts() -> [Part; 256] {
    let mut parts = [Part::None; 256];
    let mut byte = u8::MIN;
    loop {
        parts[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => Part::Letter,
            b'0'..=b'9' | b'_' | b'-' | b'/' | b'@' | b'\\' | 0x80.. => Part::Joined,
            _ => Part::None,
        };
        if byte == u8::MAX {
            return parts;
        }
        byte += 1;
    }
}
