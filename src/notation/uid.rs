//! Unique identifiers, PS3.5 section 9.1.

use std::fmt;

use super::error::{SyntaxError, blank, shown, trimmed};
use super::grammar::{Rule, range, read};

/// The most characters a UID may have, PS3.5 section 9.1.
const LONGEST: usize = 64;

/// The root of the UIDs that DICOM itself registers, PS3.5 section 9.2.
const DICOM_ROOT: &str = "1.2.840.10008";

/// A unique identifier: numbers between dots, none with a leading zero, 64 characters at most (PS3.5 section 9.1).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Uid(String);

impl Uid {
    /// Reads a UID. Nothing may stand around it, not even blanks.
    pub fn parse(text: &str) -> Result<Self, SyntaxError> {
        if read(Rule::uid, text).is_err() {
            return Err(mistake(text));
        }
        if text.len() > LONGEST {
            let more = text.len() - LONGEST;
            let message = format!("the UID has {} characters, {more} more than {LONGEST}", text.len());
            return Err(SyntaxError::new(LONGEST..text.len(), message).help("shorten the UID below its root"));
        }
        Ok(Self(text.to_owned()))
    }

    /// The UID as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether DICOM itself registers UIDs of this kind, those under `1.2.840.10008` (PS3.5 section 9.2).
    pub fn is_dicom_root(&self) -> bool {
        self.is_within(DICOM_ROOT)
    }

    /// Whether the UID is `root` or stands under it.
    pub fn is_within(&self, root: &str) -> bool {
        self.0.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }
}

impl fmt::Display for Uid {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl AsRef<str> for Uid {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// Whether a text is meant as a UID rather than as a name: digits and dots from the start, with at most one slip.
pub fn looks_like_uid(text: &str) -> bool {
    let text = text.trim();
    let lead = text.find(|other: char| !other.is_ascii_digit() && other != '.').unwrap_or(text.len());
    let dots = text[..lead].bytes().filter(|byte| *byte == b'.').count();
    let only_blanks_besides =
        || text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte.is_ascii_whitespace());
    text.starts_with(|first: char| first.is_ascii_digit())
        && dots >= 1
        && (only_blanks_besides() || (dots >= 2 && !text.contains(char::is_whitespace)))
}

/// What is wrong with a text that is no UID.
fn mistake(text: &str) -> SyntaxError {
    if text.trim().is_empty() {
        return blank(text, "a UID").help("write numbers between dots, for example `1.2.840.10008.1.1`");
    }
    let error = wrong_component(text).unwrap_or_else(|| {
        SyntaxError::new(trimmed(text), format!("`{}` is one number, not a UID", shown(text)))
    });
    match mended(text) {
        Some(uid) => error.help(format!("write `{uid}`")).replacing(0..text.len(), uid),
        None => error.help("a UID is made of numbers between dots, for example `1.2.840.10008.1.1`"),
    }
}

/// The first component that is not a number, and what is wrong with it.
fn wrong_component(text: &str) -> Option<SyntaxError> {
    let pieces = read(Rule::uid_pieces, text).ok()?.filter(|pair| pair.as_rule() == Rule::uid_piece);
    for (index, piece) in pieces.enumerate() {
        let (component, place, number) = (piece.as_str(), range(&piece), index + 1);
        if let Some((at, wrong)) = component.char_indices().find(|(_, one)| !one.is_ascii_digit()) {
            let start = place.start + at;
            let what = if wrong.is_whitespace() {
                format!("a blank stands in component {number} of the UID")
            } else {
                format!("`{wrong}` in component {number} of the UID is neither a digit nor a dot")
            };
            return Some(SyntaxError::new(start..start + wrong.len_utf8(), what));
        }
        if component.is_empty() {
            let dots = place.start.saturating_sub(1)..(place.end + 1).min(text.len());
            return Some(SyntaxError::new(dots, format!("component {number} of the UID is empty")));
        }
        if component.len() > 1 && component.starts_with('0') {
            let what = format!("component {number} of the UID, `{}`, begins with a zero", shown(component));
            return Some(SyntaxError::new(place, what));
        }
    }
    None
}

/// The UID that is meant, where only blanks and leading zeros are in the way.
fn mended(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|one| !one.is_whitespace()).collect();
    let components: Vec<&str> = digits.split('.').map(without_leading_zeros).collect();
    let uid = components.join(".");
    (uid.len() <= LONGEST && read(Rule::uid, &uid).is_ok()).then_some(uid)
}

/// The same number without leading zeros; nothing where there was nothing.
fn without_leading_zeros(component: &str) -> &str {
    let number = component.trim_start_matches('0');
    if number.is_empty() && !component.is_empty() { "0" } else { number }
}
