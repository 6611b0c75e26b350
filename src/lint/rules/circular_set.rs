//! `circular-set`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};

rule! {
    /// # What it does
    /// Reports a named set that contains itself, directly or through other sets, or that is nested deeper than 64
    /// sets.
    ///
    /// # Why is this bad?
    /// A set stands for its members. One that stands for itself has no end; the reference that closes the circle adds
    /// nothing, and what was meant in its place is missing from every list that uses the set.
    ///
    /// # Example
    /// ```yaml
    /// transfer_syntaxes:
    ///   lossless: [images, JPEGLosslessSV1]
    ///   images: [ImplicitVRLittleEndian, lossless]
    /// ```
    /// Use instead:
    /// ```yaml
    /// transfer_syntaxes:
    ///   lossless: [JPEGLosslessSV1, RLELossless]
    ///   images: [ImplicitVRLittleEndian, lossless]
    /// ```
    ///
    /// # References
    /// - The language of dicomply: sets nest, and end
    "circular-set": Document, Error, Minimal, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for id in &survey.endless_sets {
        let set = survey.item(*id);
        let message = format!("the set `{}` leads back to where it is used, or too deep", set.item.label());
        findings
            .at(survey.route(set.trail), message)
            .help("name the members that were meant, or a smaller set");
    }
}
