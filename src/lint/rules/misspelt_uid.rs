//! `misspelt-uid`.

use crate::lint::findings::Findings;
use crate::lint::identity::Fault;
use crate::lint::rule::{StatementSubject, rule};

rule! {
    /// # What it does
    /// Reports a UID that the registry does not hold and that is a slip of the pen away from one that it holds: its
    /// beginning is nearly the root of DICOM, or the name beside it belongs to a UID that differs in one or two
    /// characters.
    ///
    /// # Why is this bad?
    /// Peers compare UIDs as they stand. With one digit too few the class is unknown to everybody, and the association
    /// is refused for it.
    ///
    /// # Example
    /// ```yaml
    /// sop_classes:
    ///   sent: [1.2.840.1008.5.1.4.1.1.2]
    /// ```
    /// Use instead:
    /// ```yaml
    /// sop_classes:
    ///   sent: [1.2.840.10008.5.1.4.1.1.2]
    /// ```
    ///
    /// # References
    /// - PS3.6, Annex A
    "misspelt-uid": Registry, Error, Minimal, product(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for flaw in subject.flaws() {
        let Fault::Misspelt(meant) = flaw.fault else { continue };
        let message =
            format!("`{}` is not registered; `{}` is, for {}", flaw.text(), meant.uid, meant.short_name());
        let wording = flaw.at(&subject.survey, findings, message).help(format!("write `{}`", meant.uid));
        flaw.edited(&subject.survey, wording, meant.uid);
    }
}
