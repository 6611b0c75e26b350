//! `repeated-entry`.

use crate::lint::findings::Findings;
use crate::lint::repetition::repetitions;
use crate::lint::rule::{StatementSubject, rule};

rule! {
    /// # What it does
    /// Reports an entry that stands twice in a list in which order and number mean nothing: a SOP class or transfer
    /// syntax, a presentation context of an activity, a key of a query level, an attribute of a service, a row of a
    /// status table, a character set.
    ///
    /// # Why is this bad?
    /// The second entry says nothing new, and often something else was meant: the neighbouring transfer syntax, the
    /// other class of a pair.
    ///
    /// # Example
    /// ```yaml
    /// transfer_syntaxes:
    ///   uncompressed: [Implicit VR Little Endian, Explicit VR Little Endian, Implicit VR Little Endian]
    /// ```
    /// Use instead:
    /// ```yaml
    /// transfer_syntaxes:
    ///   uncompressed: [Implicit VR Little Endian, Explicit VR Little Endian]
    /// ```
    ///
    /// # References
    /// - The language of dicomply: lists without an order of their own
    "repeated-entry": Document, Warning, Recommended, product(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for repetition in repetitions(subject) {
        let again = repetition.second.clone();
        findings
            .at(repetition.second, format!("`{}` stands twice in this list", repetition.label))
            .related(repetition.first.clone(), "it stands here first")
            .help("remove one of the two, or write what was meant")
            .rests_on(repetition.first)
            .remove(again);
    }
}
