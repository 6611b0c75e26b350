//! `typing-error`.

use crate::document::BREAK;
use crate::lint::findings::Findings;
use crate::lint::misprints::{Misprint, misprints};
use crate::lint::passage::Passage;
use crate::lint::rule::rule;
use crate::standard::misspelling::correction;

rule! {
    /// # What it does
    /// Reports a word of prose that is known to be misspelt, such as `comformance` or `retreive`, and a word that stands
    /// twice. Code, links and names do not count; only spellings that are wrong in every language are looked for.
    ///
    /// # Why is this bad?
    /// Who searches the document does not find a misspelt word, and a reader who stumbles over words trusts the numbers
    /// less.
    ///
    /// # Example
    /// ```yaml
    /// introduction: {remarks: This comformance statement lists which services are are supported.}
    /// ```
    /// Use instead:
    /// ```yaml
    /// introduction: {remarks: This conformance statement lists which services are supported.}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.0: the statement is a document for readers
    "typing-error": Prose, Info, Recommended, prose(check), fixable, since "0.1.0"
}

fn check(passage: &Passage<'_, '_>, findings: &mut Findings) {
    if misprints(passage.written()).next().is_none() {
        return;
    }
    let (words, written) = (passage.words(), passage.written());
    let route = || passage.text.route();
    for misprint in misprints(words) {
        match misprint {
            Misprint::Misspelt(range) => {
                let word = &words[range.clone()];
                let Some(right) = correction(word).filter(|_| !is_of_name(passage, word)) else { continue };
                let _ = findings
                    .within(route(), range.clone(), format!("`{word}` is misspelt"))
                    .help(format!("write `{right}`"))
                    .edit_within(route(), range, right);
            }
            // Where marks stand between the two, they belong to different parts of the text.
            Misprint::Twice(first, second)
                if !words[first.end..second.start].contains(BREAK)
                    && written[first.end..second.start].trim().is_empty() =>
            {
                let message = format!("`{}` stands twice", &words[second.clone()]);
                let wording =
                    findings.within(route(), first.start..second.end, message).help("once is enough");
                // Lines stay where they are.
                let _ = if !written[first.end..second.start].contains('\n') {
                    wording.edit_within(route(), first.end..second.end, "")
                } else if written[..first.start].ends_with(' ') {
                    wording.edit_within(route(), first.start - 1..first.end, "")
                } else {
                    wording
                };
            }
            Misprint::Twice(..) => {}
        }
    }
}

/// Whether the product or its vendor is called so.
fn is_of_name(passage: &Passage<'_, '_>, word: &str) -> bool {
    let Some(subject) = passage.statement else { return false };
    let product = &subject.statement.product;
    let mut names = [&product.name, &product.vendor].into_iter().flatten();
    names.any(|name| name.contains(word))
}
