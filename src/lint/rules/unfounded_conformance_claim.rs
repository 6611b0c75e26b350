//! `unfounded-conformance-claim`.

use std::ops::Range;

use crate::lint::findings::Findings;
use crate::lint::passage::Passage;
use crate::lint::rule::rule;
use crate::lint::sentence::{is_end_of_noun, is_negated, occurrences, phrase_length, sentence_at};

rule! {
    /// # What it does
    /// Reports a text that calls the product DICOM certified, or certified, approved or validated by NEMA, and one that
    /// calls a medium DICOM conformant, compatible or compliant. What a sentence denies does not count.
    ///
    /// # Why is this bad?
    /// Nobody certifies products for DICOM: NEMA publishes the standard and neither tests nor inspects anything for it.
    /// Nor does a medium conform; an application conforms to a media storage application profile.
    ///
    /// # Example
    /// ```yaml
    /// introduction: {remarks: ExamplePACS is DICOM certified and writes DICOM compatible CDs.}
    /// ```
    /// Use instead:
    /// ```yaml
    /// introduction: {remarks: ExamplePACS conforms to DICOM as said here and writes CDs after the profile STD-GEN-CD.}
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.5
    /// - PS3.2, notice and disclaimer: NEMA does not certify, test or inspect products
    "unfounded-conformance-claim": Prose, Warning, Recommended, texts(check), since "0.1.0"
}

/// Claims that nobody could have confirmed.
const CERTIFIED: &[&str] = &[
    "DICOM-approved",
    "DICOM-certified",
    "NEMA-approved",
    "NEMA-certified",
    "NEMA-validated",
    "approved by NEMA",
    "certified by DICOM",
    "certified by NEMA",
    "validated by NEMA",
];

/// What is said of media.
const CONFORMANT: &[&str] = &["DICOM-compatible", "DICOM-compliant", "DICOM-conform", "DICOM-conformant"];

const MEDIA: &[&str] = &[
    "CD", "CD-R", "CD-ROM", "CD-ROMs", "CD-Rs", "CD/DVD", "CDs", "DVD", "DVD-R", "DVD-Rs", "DVDs", "disc",
    "discs", "disk", "disks", "media", "medium",
];

fn check(passage: &Passage<'_, '_>, findings: &mut Findings) {
    let written = passage.written();
    let is_asked = passage.statement.is_some() && !passage.text.is_key;
    if !is_asked || !may_claim(written) {
        return;
    }
    let words = passage.words();
    for (range, help) in claims(words) {
        let sentence = sentence_at(words, range.start);
        let is_quoted = words[..range.start].ends_with(['"', '\'', '“', '‘', '«', '„']);
        if is_quoted || is_negated(&words[sentence]) {
            continue;
        }
        let message = format!("`{}` claims what nobody can confirm", &written[range.clone()]);
        let _ = passage.report(findings, range, message).help(help);
    }
}

const DICOM: &str = "DICOM";

/// Whether it is worth to look closer.
fn may_claim(written: &str) -> bool {
    let is_claim = |rest: &str| matches!(rest.as_bytes(), [_, b'a' | b'A' | b'c' | b'C', ..]);
    let is_claimed =
        |(at, name): (usize, &str)| is_claim(&written[at + name.len()..]) || written[..at].ends_with("by ");
    // Most texts have neither name, and that is told sooner than where they stand.
    written.contains("NEMA") || written.contains(DICOM) && written.match_indices(DICOM).any(is_claimed)
}

fn claims(words: &str) -> Vec<(Range<usize>, &'static str)> {
    let certified = CERTIFIED.iter().flat_map(|phrase| occurrences(words, phrase));
    let certified =
        certified.map(|range| (range, "no body certifies products for DICOM: say what they conform to"));
    let media = CONFORMANT.iter().flat_map(|phrase| occurrences(words, phrase)).filter_map(|range| {
        let start = words.len() - words[range.end..].trim_start_matches(' ').len();
        let length = MEDIA.iter().filter_map(|medium| phrase_length(&words[start..], medium)).max()?;
        let end = start + length;
        is_end_of_noun(&words[end..])
            .then_some((range.start..end, "name the application profile that is conformed to"))
    });
    certified.chain(media).collect()
}
