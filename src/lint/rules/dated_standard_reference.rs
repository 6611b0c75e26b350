//! `dated-standard-reference`.

use std::ops::Range;

use crate::lint::findings::Findings;
use crate::lint::passage::Passage;
use crate::lint::rule::rule;
use crate::lint::sentence::{is_of_word, occurrences};

rule! {
    /// # What it does
    /// Reports a reference to the DICOM Standard that names a year or an edition, and one to the standard as a whole
    /// that gives no URL. The edition that the statement was written after is said in `statement.edition`.
    ///
    /// # Why is this bad?
    /// Editions of the standard follow each other several times a year and do not break with what was before them. A
    /// date in the reference makes readers look for a text that is out of print; the URL leads to the one in force.
    ///
    /// # Example
    /// ```yaml
    /// introduction: {references: ["NEMA PS3, DICOM Standard, 2011, <https://www.dicomstandard.org>"]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// introduction: {references: ["NEMA PS3, DICOM Standard, <https://www.dicomstandard.org>"]}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.3.7
    "dated-standard-reference": Prose, Warning, Recommended, prose(check), fixable, since "0.1.0"
}

/// What a reference to the standard or to a part of it says.
const NAMES: &[&str] = &["DICOM Standard", "DICOM) Standard", "PS3", "PS 3"];

fn check(passage: &Passage<'_, '_>, findings: &mut Findings) {
    if passage.statement.is_none() || !passage.is_at(&["introduction", "references"]) {
        return;
    }
    let (words, written) = (passage.words(), passage.written());
    let named = NAMES.iter().filter_map(|name| occurrences(words, name).next()).min_by_key(|name| name.start);
    let Some(name) = named.filter(|_| is_of_standard(words)) else { return };
    let route = passage.text.route();
    if let Some(date) = dates(words).find(|date| date.start > name.start) {
        let message =
            format!("the reference names the edition `{}` of the DICOM Standard", &words[date.clone()]);
        let whole = with_marks(words, &date);
        let _ = findings
            .within(route.clone(), date, message)
            .help("leave the date out; the edition of the statement is said in `statement.edition`")
            .edit_within(route, whole, "");
    } else if !words[name.end..].starts_with('.') && !written.contains("://") && !written.contains("www.") {
        let _ = findings
            .at(route, "the reference to the DICOM Standard gives no URL")
            .help("add `<https://www.dicomstandard.org/current>`, which leads to the edition in force");
    }
}

/// Whether a reference is one to the standard, and not to a document that speaks of it.
fn is_of_standard(words: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "ACR-NEMA",
        "DICOM",
        "Digital Imaging and",
        "National Electrical",
        "NEMA",
        "PS3",
        "PS 3",
        "The DICOM",
    ];
    let start = words.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    BEGINNINGS.iter().any(|beginning| start.starts_with(beginning))
}

fn dates(words: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let starts = ["19", "20"].into_iter().flat_map(|century| words.match_indices(century)).map(|(at, _)| at);
    starts.filter_map(|at| {
        let year = words.get(at..at + 4)?.parse::<u16>().ok()?;
        let letter = words[at + 4..].chars().next().filter(|letter| matches!(letter, 'a'..='e'));
        let end = at + 4 + usize::from(letter.is_some());
        let before = words[..at].chars().next_back();
        // `ISO 12052:2017` and page numbers are no editions of the standard.
        let is_apart = before.is_none_or(|before| matches!(before, ' ' | '(' | '-' | ',' | '/'))
            && !words[end..].starts_with(|after: char| is_of_word(after));
        ((1993..=2099).contains(&year) && is_apart).then_some(at..end)
    })
}

/// A date with what goes with it: a comma or a hyphen before it, brackets around it, the word for an edition.
fn with_marks(words: &str, date: &Range<usize>) -> Range<usize> {
    let mut end = date.end;
    if let Some(word) = [" edition", " Edition"].into_iter().find(|word| words[end..].starts_with(word)) {
        end += word.len();
    }
    let before = words[..date.start].trim_end_matches(' ');
    let before =
        ["edition", "Edition"].into_iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
    let before = before.trim_end_matches(' ');
    match before.strip_suffix('(') {
        Some(outside) if words[end..].starts_with(')') => outside.trim_end_matches(' ').len()..end + 1,
        _ => before.strip_suffix([',', '-']).unwrap_or(before).trim_end_matches(' ').len()..end,
    }
}
