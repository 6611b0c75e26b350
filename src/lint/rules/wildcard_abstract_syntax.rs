//! `wildcard-abstract-syntax`.

use crate::lint::findings::Findings;
use crate::lint::identity::Fault;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::ItemPlace;

rule! {
    /// # What it does
    /// Reports `*`, `any` or `all` where SOP classes or transfer syntaxes belong.
    ///
    /// # Why is this bad?
    /// What is negotiated is one abstract syntax with some transfer syntaxes, each by its UID. A word for everything
    /// cannot be proposed, and does not tell a reader which classes a product was tested with.
    ///
    /// # Example
    /// ```yaml
    /// sop_classes:
    ///   stored: [any Storage SOP Class]
    /// ```
    /// Use instead:
    /// ```yaml
    /// sop_classes:
    ///   stored: [CT Image Storage, MR Image Storage]
    /// ```
    ///
    /// # References
    /// - PS3.2, sections A.4.2.1.3.1.2 and A.4.2.1.4.1.2
    "wildcard-abstract-syntax": Registry, Error, Minimal, product(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for flaw in subject.flaws() {
        if matches!(flaw.fault, Fault::Wildcard) {
            let message =
                format!("`{}` stands for many, where each {} is listed", flaw.text(), flaw.wanted());
            let help = match flaw.place {
                ItemPlace::SopClass => {
                    "list the classes, or write the UID 1.2.840.10008.4.2 of the Storage Service Class with the `condition` under which classes are accepted"
                }
                ItemPlace::TransferSyntax => "list the transfer syntaxes, or give a named set of them",
            };
            flaw.at(&subject.survey, findings, message).help(help);
        }
    }
}
