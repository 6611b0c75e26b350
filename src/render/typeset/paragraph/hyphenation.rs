//! Where words may be hyphenated.

use hypher::{Lang, hyphenate_bounded};

/// Shorter words are not hyphenated.
const SHORTEST: usize = 6;
/// Hyphenation leaves at least so many letters on each line.
const SHORTEST_PART: usize = 3;

/// The patterns for a language as in BCP 47, where the program has them.
pub(in crate::render::typeset) fn language(tag: &str) -> Option<Lang> {
    let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    Some(match primary.as_str() {
        "cs" => Lang::Czech,
        "da" => Lang::Danish,
        "de" => Lang::German,
        "en" => Lang::English,
        "es" => Lang::Spanish,
        "fi" => Lang::Finnish,
        "fr" => Lang::French,
        "it" => Lang::Italian,
        "nb" | "nn" | "no" => Lang::Norwegian,
        "nl" => Lang::Dutch,
        "pl" => Lang::Polish,
        "pt" => Lang::Portuguese,
        "sv" => Lang::Swedish,
        _ => return None,
    })
}

/// The places in a text at which a hyphen may be put: inside of words, never of names and abbreviations.
pub(super) fn places(text: &str, language: Lang) -> Vec<usize> {
    let mut places = Vec::new();
    let mut start = 0;
    for word in text.split_inclusive(|letter: char| !letter.is_alphabetic()) {
        let letters = word.trim_end_matches(|letter: char| !letter.is_alphabetic());
        if is_ordinary(letters) {
            let (before, after) = language.bounds();
            let (before, after) = (before.max(SHORTEST_PART), after.max(SHORTEST_PART));
            let mut at = start;
            let syllables = hyphenate_bounded(letters, language, before, after);
            places.extend(syllables.map(|syllable| {
                at += syllable.len();
                at
            }));
            // The last syllable ends with the word.
            places.pop();
        }
        start += word.len();
    }
    places
}

/// Whether a word is long enough, and no name made of words or abbreviation.
fn is_ordinary(word: &str) -> bool {
    word.chars().count() >= SHORTEST && word.chars().skip(1).all(char::is_lowercase)
}
