//! The overview of a product: what should not be in it, and how long it is.

use std::ops::Range;

use super::sentence::is_of_word;
use crate::document::BREAK;

/// What only readers of the standard know.
const ACRONYMS: &[&str] = &[
    "AE",
    "AET",
    "C-ECHO",
    "C-FIND",
    "C-GET",
    "C-MOVE",
    "C-STORE",
    "DIMSE",
    "DMWL",
    "FSC",
    "FSR",
    "FSU",
    "GSPS",
    "IOD",
    "MPPS",
    "MWL",
    "N-ACTION",
    "N-CREATE",
    "N-DELETE",
    "N-EVENT-REPORT",
    "N-GET",
    "N-SET",
    "PDU",
    "QIDO-RS",
    "SCP",
    "SCU",
    "SOP",
    "STOW-RS",
    "UID",
    "UPS-RS",
    "WADO-RS",
    "WADO-URI",
];

/// How many lines an overview should have at most.
pub(super) const MOST_LINES: usize = 15;

/// How many characters a line has.
const LINE: usize = 120;

/// The acronyms that are not spelt out, each where it stands first.
pub(super) fn acronyms(words: &str) -> Vec<(&str, Range<usize>)> {
    let mut found: Vec<(&str, Range<usize>)> = Vec::new();
    let mut known: Vec<&str> = Vec::new();
    let mut from = 0;
    for word in words.split(|letter: char| !is_of_word(letter)) {
        let range = from..from + word.len();
        from += word.len() + words[range.end..].chars().next().map_or(0, char::len_utf8);
        let single = word.strip_suffix('s').unwrap_or(word);
        if !ACRONYMS.contains(&single) || known.contains(&single) {
            continue;
        }
        known.push(single);
        let (before, after) = (&words[..range.start], &words[range.end..]);
        let stands_in_brackets = before.ends_with('(') && after.starts_with(')');
        if !stands_in_brackets && !after.trim_start_matches(' ').starts_with('(') {
            found.push((single, range.start..range.start + single.len()));
        }
    }
    found
}

/// Where the line begins that is one too many.
pub(super) fn line_too_many(words: &str) -> Option<usize> {
    let mut lines = 0;
    let mut from = 0;
    for block in words.split(BREAK) {
        let full = block.trim().chars().count();
        let needed = full.div_ceil(LINE);
        if lines + needed > MOST_LINES {
            let skipped = (MOST_LINES - lines) * LINE;
            let blanks = block.len() - block.trim_start().len();
            let place =
                block[blanks..].char_indices().nth(skipped).map_or(block.len(), |(at, _)| blanks + at);
            return Some(from + place);
        }
        lines += needed;
        from += block.len() + 1;
    }
    None
}
