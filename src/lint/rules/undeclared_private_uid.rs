//! `undeclared-private-uid`.

use std::collections::HashSet;

use crate::lint::extensions::new_uids;
use crate::lint::findings::Findings;
use crate::lint::identity::Fault;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::ItemPlace;

rule! {
    /// # What it does
    /// Reports a UID that neither the standard assigns nor the statement describes, in the place of a SOP class or a
    /// transfer syntax.
    ///
    /// # Why is this bad?
    /// A reader can look up what the standard defines. What a vendor defines can be looked up nowhere, so the statement
    /// has to say what it is: without that, nobody can tell whether another product could ever work with it.
    ///
    /// # Example
    /// ```yaml
    /// sop_classes:
    ///   sent: [1.2.826.0.1.3680043.10.999.1]
    /// ```
    /// Use instead:
    /// ```yaml
    /// sop_classes:
    ///   sent: [Example Volume Storage]
    /// private_sop_classes:
    ///   - {name: Example Volume Storage, uid: 1.2.826.0.1.3680043.10.999.1, text: A volume with its colours., iod: As CT Image., services: C-STORE}
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.3
    /// - PS3.2, sections A.9.5 and A.9.6
    "undeclared-private-uid": Registry, Error, Minimal, product(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    // Of a standard class that is extended under a new UID it is said that it keeps its own.
    let extended: HashSet<&str> = new_uids(subject).into_iter().map(|(_, uid)| uid).collect();
    for flaw in subject.flaws() {
        if matches!(flaw.fault, Fault::Undeclared) && !extended.contains(flaw.text().trim()) {
            let message = format!("`{}` is a private UID that this document does not describe", flaw.text());
            let help = match flaw.place {
                ItemPlace::SopClass => "describe it under `private_sop_classes` or `specialized_sop_classes`",
                ItemPlace::TransferSyntax => "describe it under `private_transfer_syntaxes`",
            };
            flaw.at(&subject.survey, findings, message).help(help);
        }
    }
}
