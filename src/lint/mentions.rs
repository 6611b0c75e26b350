//! Tags and UIDs that prose mentions, and the registered names right beside them.

use std::ops::Range;

use crate::document::{BREAK, STAND_IN};
use crate::lint::passage::Passage;
use crate::standard::attribute::{self, Attribute, Tag};
use crate::standard::spelling::{Agreement, folded, folded_without_possessive};
use crate::standard::uids::{self, DICOM_ROOT, Place, UidEntry};

/// A tag or a UID of DICOM in a text.
#[derive(Debug)]
pub(super) struct Mention {
    pub(super) range: Range<usize>,
    pub(super) of: Mentioned,
}

/// What is mentioned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mentioned {
    /// The tag of an attribute, of an even group.
    Tag(Tag),
    /// A UID under the root of DICOM.
    Uid(String),
}

/// What the registry has for a mention, or for a name beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Registered {
    Attribute(&'static Attribute),
    Uid(&'static UidEntry),
}

impl Registered {
    /// The name as statements print it.
    pub(super) fn name(self) -> String {
        match self {
            Self::Attribute(attribute) => attribute.name.to_owned(),
            Self::Uid(entry) => entry.usual_name(),
        }
    }

    /// Whether a name is its own, or so near to it that it may be meant.
    fn answers_to(self, name: &str) -> bool {
        match self {
            Self::Attribute(own) => {
                let (own_name, name) = (folded_without_possessive(own.name), folded_without_possessive(name));
                own_name.contains(&name) || name.contains(&own_name) || folded(own.keyword) == name
            }
            Self::Uid(own) => {
                let is_near = |known: &str| {
                    let (known, name) = (folded(known), folded(name));
                    known.contains(&name) || name.contains(&known)
                };
                matches!(own.agreement(name), Agreement::Same(_)) || own.names().any(is_near)
            }
        }
    }

    /// Whether a text has its name somewhere.
    pub(super) fn is_named_in(self, text: &str) -> bool {
        match self {
            Self::Attribute(own) => {
                folded_without_possessive(text).contains(&folded_without_possessive(own.name))
            }
            Self::Uid(own) => own.names().any(|name| folded(text).contains(&folded(name))),
        }
    }

    /// The tag or the UID.
    pub(super) fn number(self) -> String {
        match self {
            Self::Attribute(attribute) => attribute.written_tag(),
            Self::Uid(entry) => entry.uid.to_owned(),
        }
    }
}

impl Mentioned {
    pub(super) fn registered(&self) -> Option<Registered> {
        match self {
            Self::Tag(tag) => attribute::by_tag(*tag).map(Registered::Attribute),
            Self::Uid(uid) => uids::by_uid(uid).map(Registered::Uid),
        }
    }

    /// What another thing of the same kind is that is registered under exactly this name.
    pub(super) fn named(&self, name: &str) -> Option<Registered> {
        match self {
            Self::Tag(_) => attribute::by_exact_name(name).map(Registered::Attribute),
            Self::Uid(_) => uids::by_name(name, Place::Any)
                .filter(|found| found.spelling.is_silent())
                .map(|found| Registered::Uid(found.entry)),
        }
    }
}

/// What prose mentions, from left to right. What stands in an address is none.
pub(super) fn mentions(passage: &Passage<'_, '_>) -> Vec<Mention> {
    let written = passage.written();
    if !written.contains(DICOM_ROOT) && tags(written).next().is_none() {
        return Vec::new();
    }
    let shown = &passage.manuscript().shown;
    let mut found: Vec<Mention> = tags(shown).chain(dicom_uids(shown)).collect();
    found.sort_by_key(|mention| mention.range.start);
    found
}

/// The tags of even groups, written `(gggg,eeee)`. Those at the ends of a range stand for a range and are left out.
fn tags(text: &str) -> impl Iterator<Item = Mention> + '_ {
    text.match_indices('(').filter_map(|(start, _)| {
        let rest = &text[start + 1..];
        let (group, rest) = (rest.get(..4)?, rest.get(4..)?.strip_prefix(',')?);
        let blanks = rest.len() - rest.trim_start_matches(' ').len();
        let element = rest.get(blanks..blanks + 4)?;
        rest[blanks + 4..].strip_prefix(')')?;
        let number = |digits: &str| {
            let is_number = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
            is_number.then(|| u16::from_str_radix(digits, 16).ok()).flatten()
        };
        let (tag, end) = ((number(group)?, number(element)?), start + 11 + blanks);
        // `(eeee,eeee)` is a pattern.
        let is_pattern = !group.bytes().any(|byte| byte.is_ascii_digit()) && tag.0 != 0xFFFE;
        let is_real = tag.0.is_multiple_of(2) && !is_pattern && !is_of_range(&text[..start], &text[end..]);
        is_real.then_some(Mention { range: start..end, of: Mentioned::Tag(tag) })
    })
}

fn is_of_range(before: &str, after: &str) -> bool {
    const WORDS: &[&str] = &["-", "–", "—", "..", "…", " to", " through"];
    let (before, after) = (before.trim_end_matches([' ', '`']), after.trim_start_matches([' ', '`']));
    let opens = |rest: &str| rest.trim_start_matches([' ', '`', '.']).starts_with('(');
    let follows = |word: &&str| after.strip_prefix(word.trim_start()).is_some_and(opens);
    let precedes = |word: &&str| {
        before.strip_suffix(*word).is_some_and(|rest| rest.trim_end_matches([' ', '`', '.']).ends_with(')'))
    };
    WORDS.iter().any(follows) || WORDS.iter().any(precedes)
}

/// The UIDs under the root of DICOM that are written to their last digit.
fn dicom_uids(text: &str) -> impl Iterator<Item = Mention> + '_ {
    text.match_indices(DICOM_ROOT).filter_map(|(start, _)| {
        let is_digit = |letter: char| letter.is_ascii_digit() || letter == '.';
        let before = text[..start].chars().next_back();
        let is_apart = before
            .is_none_or(|letter| !letter.is_alphanumeric() && !matches!(letter, '.' | '-' | '_' | '/' | '%'));
        let length = text[start..].find(|letter| !is_digit(letter)).unwrap_or(text.len() - start);
        let uid = text[start..start + length].trim_end_matches('.');
        let next = text[start + length..].chars().next();
        let is_whole = next.is_none_or(|letter| {
            !letter.is_alphanumeric()
                && !matches!(letter, '*' | '<' | '{' | '[' | '_' | '-' | '/' | '…' | STAND_IN)
        });
        let is_under_root = uid[DICOM_ROOT.len()..].starts_with('.') && !uid.contains("..");
        let of = Mentioned::Uid(uid.to_owned());
        (is_apart && is_whole && is_under_root).then_some(Mention { range: start..start + uid.len(), of })
    })
}

/// Whether DICOM has assigned a UID, or assigns UIDs below it, or may have done so in a part of its registry that is
/// not known here: context groups (PS3.6, Table A-3) and the objects of LDAP (PS3.15, Annex H).
pub(super) fn may_be_registered(uid: &str) -> bool {
    const ELSEWHERE: &[&str] = &["6", "15"];
    let arc = uid[DICOM_ROOT.len()..].trim_start_matches('.').split('.').next().unwrap_or_default();
    let is_below = |known: &str| known.strip_prefix(uid).is_some_and(|rest| rest.starts_with('.'));
    uids::by_uid(uid).is_some()
        || ELSEWHERE.contains(&arc)
        || uids::all().iter().any(|entry| is_below(entry.uid))
}

/// What the words right beside a mention say of it.
#[derive(Debug)]
pub(super) enum Beside {
    /// Its own name, or one that may be meant so.
    Own,
    /// Exactly the registered name of another thing, which stands here.
    Other(Registered, Range<usize>),
    /// Nothing that is registered.
    Nothing,
}

/// How many words a name may have.
const LONGEST: usize = 16;

/// A word and where it stands.
type Word<'s> = (&'s str, Range<usize>);

/// What stands before a mention.
pub(super) fn before(shown: &str, mention: &Mention, own: Registered) -> Beside {
    let mut end = trimmed_end(shown, mention.range.start);
    if matches!(mention.of, Mentioned::Uid(_)) && shown[..end].ends_with(['(', ':', '=']) {
        end = trimmed_end(shown, end - 1);
    }
    let start = shown[..end].rfind([BREAK, STAND_IN]).map_or(0, |at| at + 1);
    let words = words_of(shown, start..end);
    let first = words.len().saturating_sub(LONGEST);
    let mut found = Beside::Nothing;
    for from in (first..words.len()).rev() {
        let opened = words[from].0.trim_start_matches(['(', '"', '“', '‘']);
        let place = words[from].1.end - opened.len()..end;
        let is_first = opened.len() < words[from].0.len() || from == 0 || ends_phrase(words[from - 1].0);
        match judged(mention, own, &shown[place.clone()]) {
            Some(Beside::Own) => return Beside::Own,
            Some(Beside::Other(other, _)) if is_first => found = Beside::Other(other, place),
            Some(_) => found = Beside::Nothing,
            None => {}
        }
    }
    found
}

/// What stands after a mention.
pub(super) fn after(shown: &str, mention: &Mention, own: Registered) -> Beside {
    let mut start = trimmed_start(shown, mention.range.end);
    if matches!(mention.of, Mentioned::Uid(_)) && shown[start..].starts_with(['(', ':', '=']) {
        start = trimmed_start(shown, start + 1);
    }
    let end = shown[start..].find([BREAK, STAND_IN]).map_or(shown.len(), |at| start + at);
    let words = words_of(shown, start..end);
    let mut found = Beside::Nothing;
    for to in 0..words.len().min(LONGEST) {
        let whole = start..words[to].1.end;
        let closed = words[to].0.trim_end_matches(['.', ',', ';', ':', ')', '"', '”', '’']);
        let bare = start..words[to].1.start + closed.len();
        let next = words.get(to + 1).map(|(word, _)| *word);
        let is_last = bare != whole || next.is_none_or(|next| next.starts_with('(') || joins(next));
        for place in [whole, bare] {
            match judged(mention, own, &shown[place.clone()]) {
                Some(Beside::Own) => return Beside::Own,
                Some(Beside::Other(other, _)) if is_last => found = Beside::Other(other, place),
                Some(_) => found = Beside::Nothing,
                None => {}
            }
        }
    }
    found
}

/// The registered name right before a mention that is not registered itself, with its number.
pub(super) fn name_before(shown: &str, mention: &Mention) -> Option<String> {
    let end = trimmed_end(shown, mention.range.start);
    let start = shown[..end].rfind([BREAK, STAND_IN]).map_or(0, |at| at + 1);
    let words = words_of(shown, start..end);
    let first = words.len().saturating_sub(LONGEST);
    (first..words.len()).find_map(|from| {
        let named = mention.of.named(&plain(&shown[words[from].1.start..end]))?;
        Some(format!("`{}` {}", named.number(), named.name()))
    })
}

/// A name as it is registered: with one blank between two words and the apostrophe of typewriters.
fn plain(written: &str) -> String {
    written.split_whitespace().collect::<Vec<_>>().join(" ").replace('’', "'")
}

fn judged(mention: &Mention, own: Registered, written: &str) -> Option<Beside> {
    let name = plain(written);
    // `Time` and `Date` are names of attributes too, but nearly always just words.
    let other = mention.of.named(&name).filter(|_| name.contains(' '));
    if is_own(own, &name) || other.is_some() && own.answers_to(&name) {
        return Some(Beside::Own);
    }
    other.map(|other| Beside::Other(other, 0..0))
}

fn is_own(own: Registered, name: &str) -> bool {
    let folded = folded_without_possessive(name);
    match own {
        Registered::Attribute(own) => {
            folded_without_possessive(own.name) == folded || own.keyword.eq_ignore_ascii_case(name)
        }
        Registered::Uid(own) => matches!(own.agreement(name), Agreement::Same(_)),
    }
}

fn words_of(shown: &str, within: Range<usize>) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut from = within.start;
    for word in shown[within.clone()].split(' ') {
        if !word.is_empty() {
            words.push((word, from..from + word.len()));
        }
        from += word.len() + 1;
    }
    words
}

fn trimmed_end(text: &str, end: usize) -> usize {
    text[..end].trim_end_matches(' ').len()
}

fn trimmed_start(text: &str, start: usize) -> usize {
    text.len() - text[start..].trim_start_matches(' ').len()
}

/// Whether a name can begin after this word: it ends with a mark, or it joins.
fn ends_phrase(word: &str) -> bool {
    word.ends_with([',', ';', ':', '.', '>', ')', '/', '=', '-', '–', '—', '|', '+']) || joins(word)
}

/// Whether it is a small word that is a part of no name.
fn joins(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "a",
        "also",
        "an",
        "and",
        "are",
        "as",
        "attribute",
        "attributes",
        "both",
        "but",
        "by",
        "contains",
        "does",
        "element",
        "for",
        "from",
        "has",
        "have",
        "if",
        "in",
        "into",
        "is",
        "its",
        "may",
        "nor",
        "of",
        "on",
        "only",
        "or",
        "per",
        "sends",
        "shall",
        "supports",
        "tag",
        "than",
        "that",
        "the",
        "their",
        "then",
        "this",
        "to",
        "under",
        "use",
        "uses",
        "using",
        "via",
        "was",
        "when",
        "where",
        "which",
        "will",
        "with",
        "without",
    ];
    let word = word.trim_end_matches([',', ';', '.', ':']).to_ascii_lowercase();
    WORDS.binary_search(&word.as_str()).is_ok()
}
