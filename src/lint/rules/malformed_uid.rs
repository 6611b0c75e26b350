//! `malformed-uid`.

use crate::lint::findings::Findings;
use crate::lint::identity::Fault;
use crate::lint::rule::{StatementSubject, rule};

rule! {
    /// # What it does
    /// Reports a UID that is not one: a character that is neither a digit nor a dot, an empty component, a zero in front
    /// of a component, or more than 64 characters.
    ///
    /// # Why is this bad?
    /// Peers compare UIDs character by character and refuse associations for those they cannot read. A UID that breaks
    /// the rules of its notation cannot have been taken from a system that works.
    ///
    /// # Example
    /// ```yaml
    /// private_sop_classes:
    ///   - {name: Example Volume Storage, uid: 1.2.826.0.1.3680043.10.0999.1, text: A volume with its colours., iod: As CT Image., services: C-STORE}
    /// ```
    /// Use instead:
    /// ```yaml
    /// private_sop_classes:
    ///   - {name: Example Volume Storage, uid: 1.2.826.0.1.3680043.10.999.1, text: A volume with its colours., iod: As CT Image., services: C-STORE}
    /// ```
    ///
    /// # References
    /// - PS3.5, section 9.1
    "malformed-uid": Registry, Error, Minimal, product(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for flaw in subject.flaws() {
        let (Fault::Malformed(error), Some(uid)) = (&flaw.fault, flaw.uid) else { continue };
        let part = error.range.clone();
        let mut wording = flaw.within_uid(&subject.survey, findings, part, error.message.clone());
        if let Some(help) = &error.help {
            wording = wording.help(help.clone());
        }
        if let Some(mended) = error.corrected(uid) {
            flaw.edited(&subject.survey, wording, &mended);
        }
    }
}
