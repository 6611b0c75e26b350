//! Phrases and sentences in the words of a text.

use std::ops::Range;

use crate::document::BREAK;

/// Where a phrase stands in some words, as whole words and in any letter case. A blank of the phrase is any number of
/// blanks, a hyphen of it also a blank.
pub(super) fn occurrences<'w>(words: &'w str, phrase: &'w str) -> impl Iterator<Item = Range<usize>> + 'w {
    let first = phrase.as_bytes().first().copied().unwrap_or_default();
    let begins = move |byte: u8| byte.eq_ignore_ascii_case(&first);
    let starts = words.bytes().enumerate().filter(move |(_, byte)| begins(*byte)).map(|(start, _)| start);
    starts.filter_map(move |start| {
        let is_start = words.is_char_boundary(start) && !words[..start].ends_with(is_of_word);
        let length = is_start.then(|| phrase_length(&words[start..], phrase)).flatten()?;
        Some(start..start + length)
    })
}

/// The length of a phrase at the beginning of some words, if it stands there.
pub(super) fn phrase_length(words: &str, phrase: &str) -> Option<usize> {
    let bytes = words.as_bytes();
    let mut at = 0;
    for wanted in phrase.bytes() {
        let blanks = bytes[at..].iter().take_while(|byte| **byte == b' ').count();
        match wanted {
            b' ' | b'-' if blanks > 0 => at += blanks,
            _ if bytes.get(at)?.eq_ignore_ascii_case(&wanted) => at += 1,
            _ => return None,
        }
    }
    (!words[at..].starts_with(is_of_word)).then_some(at)
}

/// Whether a character can be a part of a word.
pub(super) fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '-')
}

/// The sentence that a position stands in.
pub(super) fn sentence_at(words: &str, at: usize) -> Range<usize> {
    let is_end = |place: usize, mark: char| {
        mark == BREAK || matches!(mark, '.' | '!' | '?') && ends_sentence(words, place)
    };
    let mut after = words[at..].char_indices().map(|(place, mark)| (at + place, mark));
    let end = after.find(|(place, mark)| is_end(*place, *mark)).map_or(words.len(), |(place, _)| place);
    let mut before = words[..at].char_indices().rev();
    let start = before.find(|(place, mark)| is_end(*place, *mark));
    start.map_or(0, |(place, mark)| place + mark.len_utf8())..end
}

/// Whether the mark at a place ends a sentence: a blank follows and then no small letter, and the mark is not that of
/// an abbreviation.
fn ends_sentence(words: &str, place: usize) -> bool {
    const ABBREVIATIONS: &[&str] = &["e.g", "i.e", "cf", "vs", "incl", "approx", "no", "fig", "sec"];
    let after = &words[place + 1..];
    let next = after.trim_start_matches([' ', '"', '\u{201d}', ')']);
    let before = words[..place].rsplit([' ', BREAK, '(']).next().unwrap_or_default();
    let is_apart = after.is_empty() || after.starts_with([' ', BREAK, '"', '\u{201d}', ')']);
    let is_abbreviation = ABBREVIATIONS.iter().any(|known| known.eq_ignore_ascii_case(before));
    is_apart && !is_abbreviation && !next.starts_with(char::is_lowercase)
}

/// Whether a sentence denies something.
pub(super) fn is_negated(sentence: &str) -> bool {
    const WORDS: &[&str] = &["no", "not", "never", "neither", "nor", "none", "without", "cannot", "nobody"];
    let mut words = sentence.split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '\'' | '’'));
    words.any(|word| {
        let ends = ["n't", "n’t"].iter().any(|end| word.to_ascii_lowercase().ends_with(end));
        ends || WORDS.iter().any(|known| known.eq_ignore_ascii_case(word))
    })
}

/// Whether a noun ends where these words begin: `media viewer` is no medium.
pub(super) fn is_end_of_noun(rest: &str) -> bool {
    const SMALL: &[&str] = &[
        "and",
        "are",
        "as",
        "at",
        "by",
        "can",
        "containing",
        "for",
        "from",
        "if",
        "in",
        "is",
        "may",
        "of",
        "on",
        "or",
        "that",
        "to",
        "using",
        "when",
        "which",
        "with",
    ];
    let next = rest.trim_start_matches(' ');
    let word = next.split(|letter| !is_of_word(letter)).next().unwrap_or_default();
    word.is_empty() || SMALL.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_whole_words() {
        let found = |words, phrase| occurrences(words, phrase).collect::<Vec<_>>();
        assert_eq!(found("It is dicom  certified.", "DICOM-certified"), vec![6..22]);
        assert_eq!(found("DICOM-certified", "DICOM-certified"), vec![0..15]);
        assert!(found("nonDICOM certified, DICOM certifiedly", "DICOM-certified").is_empty());
        assert!(found("DICOM\ncertified", "DICOM-certified").is_empty());
    }

    #[test]
    fn sentences_end_where_they_end() {
        let words = "Stores CT, e.g. Enhanced CT, etc. in 1.2 s. It does. Done";
        let sentence = |at| &words[sentence_at(words, at)];
        assert_eq!(sentence(3), "Stores CT, e.g. Enhanced CT, etc. in 1.2 s");
        assert_eq!(sentence(45), " It does");
        assert_eq!(sentence(55), " Done");
        assert!(is_negated("It doesn't do so") && is_negated("Not so") && !is_negated("Notes"));
    }
}
