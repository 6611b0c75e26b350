//! `leftover-sample-text`.

use crate::lint::findings::Findings;
use crate::lint::passage::Passage;
use crate::lint::rule::rule;
use crate::model::Product;
use crate::standard::sample;

rule! {
    /// # What it does
    /// Reports a name of the standard's sample conformance statements, such as `Example-Integrated-Modality` or
    /// `EX_STORE`, in the statement of another product, and in prose a UID with `x` for digits.
    ///
    /// # Why is this bad?
    /// Many statements begin as a copy of a sample. A name that has stayed shows that the text around it was not
    /// written for this product, and a reader cannot tell which of its claims were.
    ///
    /// # Example
    /// ```yaml
    /// product: {name: ExamplePACS, vendor: Example Vendor, versions: "3.0", overview: The Example-Integrated-Modality keeps images.}
    /// ```
    /// Use instead:
    /// ```yaml
    /// product: {name: ExamplePACS, vendor: Example Vendor, versions: "3.0", overview: ExamplePACS keeps images.}
    /// ```
    ///
    /// # References
    /// - PS3.2, Annexes B to M: samples of fictional products
    /// - PS3.2, Annex N (2023 and later editions): sample texts are adapted or removed
    "leftover-sample-text": Prose, Warning, Recommended, texts(check), since "0.1.0"
}

fn check(passage: &Passage<'_, '_>, findings: &mut Findings) {
    let Some(subject) = passage.statement else { return };
    let text = passage.written();
    let found = sample::find(text).map(|range| (range, "is a name in a sample of the standard"));
    let dummy = || Some((dummy_uid(text)?, "is no UID, but the sample of one"));
    let has_dummy = passage.text.is_prose && text.contains(DUMMY);
    let found = if has_dummy { found.or_else(dummy) } else { found };
    let Some((range, says)) = found else { return };
    if is_of_sample(&subject.statement.product) {
        return;
    }
    let message = format!("`{}` {says}", &text[range.clone()]);
    let _ = passage.report(findings, range, message).help("write what holds for this product");
}

/// Whether the product is that of a sample itself.
fn is_of_sample(product: &Product) -> bool {
    [&product.name, &product.vendor].into_iter().flatten().any(|name| sample::find(name).is_some())
}

/// What a UID has in which letters hold the places of digits.
const DUMMY: &str = ".xxx";

/// `1.xxxxxxx.yyy`: a UID in which letters hold the places of digits.
fn dummy_uid(text: &str) -> Option<std::ops::Range<usize>> {
    text.match_indices(DUMMY).find_map(|(at, _)| {
        let is_of_uid = |letter: char| letter.is_ascii_alphanumeric() || letter == '.';
        let start = text[..at]
            .rfind(|letter| !is_of_uid(letter))
            .map_or(0, |before| before + text[before..].chars().next().map_or(1, char::len_utf8));
        let end = text[at..].find(|letter| !is_of_uid(letter)).map_or(text.len(), |length| at + length);
        let is_root = text[start..at].starts_with(['1', '2'])
            && text[start..at].bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let range = start..start + text[start..end].trim_end_matches('.').len();
        is_root.then_some(range)
    })
}
