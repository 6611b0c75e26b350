//! `open-ended-list`.

use std::ops::Range;

use crate::lint::findings::Findings;
use crate::lint::passage::Passage;
use crate::lint::rule::rule;
use crate::lint::sentence::{is_of_word, occurrences, sentence_at};
use crate::standard::modality;

rule! {
    /// # What it does
    /// Reports a sentence about SOP classes, transfer syntaxes, keys or character sets, or a list of modalities, that is
    /// left open by `etc.`, `and others`, `among others`, `and so on` or `the full list covers all`.
    ///
    /// # Why is this bad?
    /// A statement is compared with another one, item by item. What stands behind `etc.` cannot be compared, and who
    /// relies on it has nothing to rely on.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     description: Stores CT, MR and CR images, etc.
    ///     activities: {Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     description: Stores CT images.
    ///     activities: {Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}}
    /// ```
    ///
    /// # References
    /// - PS3.2, chapter 6
    /// - PS3.2, section A.1
    "open-ended-list": Prose, Info, Strict, prose(check), since "0.1.0"
}

/// What leaves a list open.
const OPEN: &[&str] = &["etc", "and others", "among others", "and so on", "and more", "and the like"];

/// What says that there is more than is listed.
const ALL: &[&str] = &["full list covers all", "full list includes all", "complete list covers all"];

/// What a statement lists in full.
const LISTED: &[&str] = &[
    "SOP Class",
    "SOP Classes",
    "transfer syntax",
    "transfer syntaxes",
    "character set",
    "character sets",
    "matching key",
    "matching keys",
    "return key",
    "return keys",
    "query keys",
    "IODs",
];

fn check(passage: &Passage<'_, '_>, findings: &mut Findings) {
    let has = |text: &str, phrase: &&str| occurrences(text, phrase).next().is_some();
    let written = passage.written();
    let begins = ["etc", "others", "so on", "more", "the like", "list covers", "list includes"];
    if passage.statement.is_none() || !begins.iter().any(|phrase| written.contains(phrase)) {
        return;
    }
    let words = passage.words();
    let phrases = OPEN.iter().chain(ALL).flat_map(|phrase| occurrences(words, phrase));
    let mut open: Vec<Range<usize>> = phrases
        .filter(|range| {
            let sentence = sentence_at(words, range.start);
            let (before, sentence) = (&words[sentence.start..range.start], &words[sentence]);
            LISTED.iter().any(|thing| has(sentence, thing)) || lists_modalities(before)
        })
        .collect();
    open.sort_by_key(|range| range.start);
    for range in open {
        let message = format!("`{}` leaves open what is supported", &words[range.clone()]);
        let _ = passage
            .report(findings, range, message)
            .help("list all that is supported, or refer to the table that does");
    }
}

/// Whether the last two items of a list are modalities, be it with the word for what they make.
fn lists_modalities(before: &str) -> bool {
    const MADE: &[&str] = &["images", "objects", "instances", "series", "studies", "data"];
    let is_modality = |item: &str| {
        let mut words = item.split(|letter| !is_of_word(letter)).filter(|word| !word.is_empty()).rev();
        let last = words.next().unwrap_or_default();
        let word = if MADE.contains(&last) { words.next().unwrap_or_default() } else { last };
        modality::by_term(word).is_some()
    };
    let items = before.split(',').flat_map(|part| part.split(" and ")).map(str::trim);
    let items: Vec<&str> = items.filter(|item| !item.is_empty()).collect();
    matches!(items.as_slice(), [.., first, second] if is_modality(first) && is_modality(second))
}
