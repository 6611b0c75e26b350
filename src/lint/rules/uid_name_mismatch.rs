//! `uid-name-mismatch`.

use crate::lint::findings::Findings;
use crate::lint::identity::Fault;
use crate::lint::rule::{StatementSubject, rule};

rule! {
    /// # What it does
    /// Reports a UID with a name beside it that the registry gives to another UID.
    ///
    /// # Why is this bad?
    /// One of the two is wrong, and a reader cannot tell which. Peers go by the UID, people by the name: they will come
    /// to different conclusions about what the product supports.
    ///
    /// # Example
    /// ```yaml
    /// sop_classes:
    ///   stored:
    ///     - {name: MR Image Storage, uid: 1.2.840.10008.5.1.4.1.1.2}
    /// ```
    /// Use instead:
    /// ```yaml
    /// sop_classes:
    ///   stored:
    ///     - {name: MR Image Storage, uid: 1.2.840.10008.5.1.4.1.1.4}
    /// ```
    ///
    /// # References
    /// - PS3.2, sections A.1 and A.4.2.1.1
    /// - PS3.6, Annex A
    "uid-name-mismatch": Registry, Error, Minimal, product(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for flaw in subject.flaws() {
        let (Fault::Mismatch { entry, other }, Some(name)) = (&flaw.fault, flaw.name) else { continue };
        let message = format!("`{}` is the UID of {}, not of `{name}`", flaw.text(), entry.short_name());
        let help = format!(
            "write the UID `{}` if the name is right, the name `{}` if the UID is right",
            other.uid, entry.name
        );
        flaw.at(&subject.survey, findings, message)
            .related(
                flaw.holder.name_route(&subject.survey),
                format!("the registry gives this name to `{}`", other.uid),
            )
            .help(help);
    }
}
