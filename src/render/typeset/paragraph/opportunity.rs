//! Where a text may be broken: what Unicode allows (UAX 14), and what the notations of DICOM ask for.

use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::content::Content;

/// What holds two pieces of text together, the strongest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// The author began a new line, or the text ends.
    Line,
    /// A space.
    Space,
    /// Nothing: between ideographs, after a dash.
    Plain,
    /// A name that is made of parts: after a slash.
    Path,
    /// A hyphen is put there.
    Hyphen,
    /// What should stay whole and is broken only where it does not fit: UIDs after dots, codes.
    Whole,
    /// Nothing else is left: between any two characters.
    Letter,
}

/// Words of up to so many characters stay whole: `SCU/SCP`, `JPEG-LS`.
const SHORT_WORD: usize = 12;
/// Codes of up to so many characters keep their spaces: `ISO 2022 IR 87`.
const SHORT_CODE: usize = 24;
/// Longer codes are broken after slashes as texts are.
const LONG_CODE: usize = 40;

/// Where a text may be broken, in order: after the bytes before each place. The last one is the end of the text.
pub(super) fn joints(content: &Content) -> Vec<(usize, Joint)> {
    let text = &content.text;
    let mut allowed = linebreaks(text).peekable();
    let mut joints = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let end = text[start..].find([' ', '\n']).map_or(text.len(), |length| start + length);
        let first = joints.len();
        while let Some((at, _)) = allowed.next_if(|(at, _)| *at < end) {
            if at > start {
                joints.push((at, Joint::Plain));
            }
        }
        let is_simple =
            joints.len() == first && text[start..end].bytes().all(|byte| byte.is_ascii_lowercase());
        if !is_simple && start < end {
            Token { content, range: start..end }.tailor(&mut joints, first);
        }
        // The spaces after the word, and what may be broken there.
        start = text[end..].find(|next| next != ' ').map_or(text.len(), |length| end + length);
        if text[start..].starts_with('\n') {
            start += 1;
        }
        while let Some((at, kind)) = allowed.next_if(|(at, _)| *at <= start) {
            let joint = match kind {
                BreakOpportunity::Mandatory => Joint::Line,
                BreakOpportunity::Allowed if content.is_in_short_code(end) => Joint::Whole,
                BreakOpportunity::Allowed if at > end => Joint::Space,
                BreakOpportunity::Allowed => Joint::Plain,
            };
            joints.push((at, joint));
        }
    }
    joints
}

impl Content {
    /// Whether the character at a place is inside of a code that is so short that it keeps its spaces.
    fn is_in_short_code(&self, at: usize) -> bool {
        if self.keeps_spaces() {
            return false;
        }
        let place = self.ranges.partition_point(|(range, _)| range.end <= at);
        self.ranges.get(place).is_some_and(|(range, span)| {
            range.start <= at
                && self.spans[*span].face.is_code
                && self.text[range.clone()].chars().count() <= SHORT_CODE
        })
    }

    fn is_code(&self, at: usize) -> bool {
        let place = self.ranges.partition_point(|(range, _)| range.end <= at);
        self.ranges.get(place).is_some_and(|(_, span)| self.spans[*span].face.is_code)
    }
}

/// A word between two spaces that is more than lower case letters.
struct Token<'c> {
    content: &'c Content,
    range: Range<usize>,
}

impl Token<'_> {
    /// Replaces what Unicode allows, the joints from `first` on, by what is sensible.
    fn tailor(&self, joints: &mut Vec<(usize, Joint)>, first: usize) {
        let text = &self.content.text[self.range.clone()];
        let length = text.chars().count();
        let is_code = self.content.is_code(self.range.start) || self.content.is_code(self.range.end - 1);
        let tags = tags(text);
        let mut own: Vec<(usize, Joint)> = Vec::new();
        for &(at, _) in &joints[first..] {
            let at = at - self.range.start;
            if !tags.iter().any(|tag| tag.start < at && at < tag.end) {
                own.push((at, kind(text, at, length, is_code)));
            }
        }
        if length > SHORT_WORD && text.is_ascii() {
            added(text, length, is_code, &mut own);
            own.sort_by_key(|&(at, joint)| (at, joint == Joint::Whole));
            own.dedup_by_key(|&mut (at, _)| at);
        }
        joints.truncate(first);
        joints.extend(own.into_iter().map(|(at, joint)| (self.range.start + at, joint)));
    }
}

/// What a break that Unicode allows inside of a word is.
fn kind(text: &str, at: usize, length: usize, is_code: bool) -> Joint {
    match text[..at].chars().next_back() {
        Some('\u{ad}') => Joint::Hyphen,
        Some('\u{200b}') => Joint::Plain,
        // Ideographs and the like.
        Some(before) if !before.is_ascii() && before.is_alphanumeric() => Joint::Plain,
        _ if text[at..].starts_with(|next: char| !next.is_ascii() && next.is_alphanumeric()) => Joint::Plain,
        Some('/') if length > LONG_CODE => Joint::Path,
        _ if is_code || length <= SHORT_WORD => Joint::Whole,
        Some('/') => Joint::Path,
        _ => Joint::Plain,
    }
}

/// What Unicode does not know: UIDs, paths, addresses, identifiers.
fn added(text: &str, length: usize, is_code: bool, own: &mut Vec<(usize, Joint)>) {
    let bytes = text.as_bytes();
    let is_address = text.contains("://") || text.starts_with('/') || text.starts_with("www.");
    let torn = if is_code && length <= LONG_CODE { Joint::Whole } else { Joint::Path };
    let uids = uids(text);
    for at in 1..bytes.len() {
        let (before, next) = (bytes[at - 1], bytes[at]);
        let is_inside = at > 1 && next.is_ascii_alphanumeric();
        let joint = match before {
            b'.' if uids.iter().any(|uid| uid.start < at && at < uid.end) => Some(Joint::Whole),
            b'.' if is_inside && (is_code || is_address) => Some(Joint::Whole),
            b'_' if is_inside => Some(torn),
            b'/' | b'?' | b'&' | b'=' if is_address && next != b'/' && at > 1 => Some(torn),
            _ if before.is_ascii_lowercase() && next.is_ascii_uppercase() && length > SHORT_WORD + 3 => {
                Some(Joint::Whole)
            }
            _ => None,
        };
        own.extend(joint.map(|joint| (at, joint)));
    }
}

/// The UIDs in a word: digits and dots, long enough to be no version and no address (PS3.5, section 9.1).
fn uids(text: &str) -> Vec<Range<usize>> {
    let is_part = |byte: &u8| byte.is_ascii_digit() || *byte == b'.';
    let mut uids = Vec::new();
    let mut start = 0;
    for part in text.as_bytes().chunk_by(|one, other| is_part(one) == is_part(other)) {
        let numbers = part.split(|byte| *byte == b'.').filter(|number| !number.is_empty()).count();
        if part.iter().all(is_part) && numbers > 3 && part.len() > SHORT_WORD {
            uids.push(start..start + part.len());
        }
        start += part.len();
    }
    uids
}

/// The attribute tags in a word, as in `(0010,0020)` and `(60xx,3000)`.
fn tags(text: &str) -> Vec<Range<usize>> {
    let is_tag = |bytes: &[u8]| {
        let is_number = |bytes: &[u8]| bytes.iter().all(|byte| byte.is_ascii_hexdigit() || *byte == b'x');
        bytes[0] == b'('
            && bytes[5] == b','
            && bytes[10] == b')'
            && is_number(&bytes[1..5])
            && is_number(&bytes[6..10])
    };
    let places = text.match_indices('(').map(|(at, _)| at);
    places.filter(|&at| text.as_bytes().get(at..at + 11).is_some_and(is_tag)).map(|at| at..at + 11).collect()
}
