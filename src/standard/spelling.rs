//! How a name may be written: which spellings are right, and which only differ in letter case, blanks or dashes.

use std::collections::HashMap;
use std::hash::Hash;

/// How a written name agrees with the registry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// The UID or tag, the keyword, or the registered name to the letter.
    Registered,
    /// A shortened form of the registered name (no ` SOP Class` at the end, nothing after a colon, no `(Retired)`), or
    /// a name that an earlier edition registered. As good as the registered one.
    Accepted,
    /// The right name but for letter case, blanks, dashes, apostrophes, `&` and `and`, or a possessive `'s`.
    Variant,
}

impl Spelling {
    /// The word for machines.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::Accepted => "accepted",
            Self::Variant => "variant",
        }
    }

    /// Whether nothing needs to be said about the spelling.
    pub fn is_silent(self) -> bool {
        self != Self::Variant
    }
}

/// What a written name has to do with the registered thing beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement<T> {
    /// It is the name of that thing.
    Same(Spelling),
    /// It is the name of another thing.
    Other(T),
    /// It is no registered name at all.
    Unregistered,
}

/// The text without `(Retired)` at its end, and whether that was written.
pub fn without_retired(text: &str) -> (&str, bool) {
    const MARK: &str = "(retired)";
    let text = text.trim();
    let cut = text.len().checked_sub(MARK.len()).filter(|cut| text.is_char_boundary(*cut));
    match cut {
        Some(cut) if text[cut..].eq_ignore_ascii_case(MARK) => (text[..cut].trim_end(), true),
        _ => (text, false),
    }
}

/// The text without ` SOP Class` at its end.
pub fn without_sop_class(text: &str) -> &str {
    text.strip_suffix(" SOP Class").unwrap_or(text)
}

/// The name with all its parts that may be written in several ways made alike.
///
/// Letter case, white space and every kind of hyphen, dash and apostrophe go; `&` becomes `and`.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => folded.push_str("and"),
            _ if is_blank(character) || is_apostrophe(character) => {}
            _ if character.is_ascii() => folded.push(character.to_ascii_lowercase()),
            _ => folded.extend(character.to_lowercase()),
        }
    }
    folded
}

/// As [`folded`], and without any possessive `'s`.
pub fn folded_without_possessive(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if is_apostrophe(character) && matches!(characters.peek(), Some('s' | 'S')) {
            characters.next();
        } else {
            kept.push(character);
        }
    }
    folded(&kept)
}

/// White space, hyphens and dashes of every kind, and the characters nobody sees.
fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '-' | '\u{AD}' | '\u{200B}' | '\u{2010}'..='\u{2015}' | '\u{2212}')
        || matches!(character, '\u{FE58}' | '\u{FE63}' | '\u{FEFF}' | '\u{FF0D}')
}

fn is_apostrophe(character: char) -> bool {
    matches!(
        character,
        '\'' | '`' | '\u{B4}' | '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2032}' | '\u{FF07}'
    )
}

/// The entries that answer to one name: at most one that is in force and one that is retired count.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Answer {
    current: Option<u16>,
    retired: Option<u16>,
}

impl Answer {
    /// The entry that is meant: the one that is not retired, unless `(Retired)` is written.
    pub(crate) fn preferred(self, marked_retired: bool) -> Option<u16> {
        if marked_retired { self.retired.or(self.current) } else { self.current.or(self.retired) }
    }
}

/// Adds an entry under a name; the first one of each kind stays.
pub(crate) fn index<K: Hash + Eq>(names: &mut HashMap<K, Answer>, name: K, entry: u16, retired: bool) {
    let answer = names.entry(name).or_default();
    let place = if retired { &mut answer.retired } else { &mut answer.current };
    place.get_or_insert(entry);
}
