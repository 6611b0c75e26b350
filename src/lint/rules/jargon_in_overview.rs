//! `jargon-in-overview`.

use crate::document::BREAK;
use crate::lint::findings::Findings;
use crate::lint::overview_text::{MOST_LINES, acronyms, line_too_many};
use crate::lint::passage::Passage;
use crate::lint::rule::rule;
use crate::lint::sentence::is_of_word;

rule! {
    /// # What it does
    /// Reports acronyms of DICOM in the overview of the product, such as SCU, SOP and C-STORE, unless they are spelt out
    /// where they stand, and an overview of more than 15 lines; a line has 120 characters.
    ///
    /// # Why is this bad?
    /// The overview is for readers who decide whether to read on: buyers, project managers, clinicians. It says in 5 to
    /// 10 lines of plain words what the product does in the network. The rest of the document is for engineers.
    ///
    /// # Example
    /// ```yaml
    /// product: {name: Archive, vendor: Example Vendor, versions: "3.0", overview: The product is an MWL SCU and a Storage SCP.}
    /// ```
    /// Use instead:
    /// ```yaml
    /// product: {name: Archive, vendor: Example Vendor, versions: "3.0", overview: It asks for planned examinations and keeps images.}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.1
    "jargon-in-overview": Prose, Info, Recommended, prose(check), since "0.1.0"
}

fn check(passage: &Passage<'_, '_>, findings: &mut Findings) {
    let Some(subject) = passage.statement.filter(|_| passage.is_at(&["product", "overview"])) else { return };
    let words = passage.words();
    let name = subject.statement.product.name.as_deref().unwrap_or_default();
    let mut found = acronyms(words);
    found.retain(|(acronym, _)| !name.split(|letter| !is_of_word(letter)).any(|word| word == *acronym));
    if let Some(((first, range), others)) = found.split_first() {
        let others: Vec<_> = others.iter().map(|(acronym, _)| format!("`{acronym}`")).collect();
        let more = if others.is_empty() { String::new() } else { format!(", as are {}", others.join(", ")) };
        let message = format!("`{first}` is an acronym that only readers of the standard know{more}");
        let _ = passage
            .report(findings, range.clone(), message)
            .help("say in plain words what the product does for its users");
    }
    if let Some(start) = line_too_many(words) {
        let message = format!("the overview has more than {MOST_LINES} lines");
        let end = start + words[start..].find(BREAK).unwrap_or(words.len() - start);
        let _ = passage
            .report(findings, start..end, message)
            .help("5 to 10 lines are enough; what is more belongs into the descriptions of the entities");
    }
}
