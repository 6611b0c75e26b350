//! `unknown-dicom-uid`.

use crate::lint::findings::Findings;
use crate::lint::identity::{Fault, Flaw};
use crate::lint::rule::{StatementSubject, rule};
use crate::standard::nearest;

rule! {
    /// # What it does
    /// Reports a UID under 1.2.840.10008 that the registry does not hold.
    ///
    /// # Why is this bad?
    /// UIDs under this root are assigned by the standard and by nobody else, so one that is not in its registry is
    /// either mistyped or newer than the edition that this program knows. The latter is why this is a warning.
    ///
    /// # Example
    /// ```yaml
    /// transfer_syntaxes:
    ///   frames: [1.2.840.10008.1.2.11]
    /// ```
    /// Use instead:
    /// ```yaml
    /// transfer_syntaxes:
    ///   frames: [1.2.840.10008.1.2.8.1]
    /// ```
    ///
    /// # References
    /// - PS3.6, Annex A
    /// - PS3.5, section 9.2
    "unknown-dicom-uid": Registry, Warning, Recommended, product(check), since "0.1.0"
}

/// So many unknown UIDs get suggestions; who has more of them has another problem.
const SUGGESTED: usize = 100;

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let unknown = subject.flaws().iter().filter(|flaw| matches!(flaw.fault, Fault::UnknownDicomUid));
    for (number, flaw) in unknown.enumerate() {
        let near = if number < SUGGESTED { near(flaw) } else { String::new() };
        let message = format!("`{}` is not in the registry of DICOM", flaw.text());
        flaw.at(&subject.survey, findings, message)
            .help(format!("{near}a UID that a newer edition assigns is not known to this version"));
    }
}

fn near(flaw: &Flaw<'_>) -> String {
    let near = nearest::uids_by_uid(flaw.text(), flaw.place.in_registry());
    let listed: Vec<_> =
        near.iter().map(|entry| format!("`{}` ({})", entry.uid, entry.short_name())).collect();
    if listed.is_empty() { String::new() } else { format!("near are {}; ", listed.join(", ")) }
}
