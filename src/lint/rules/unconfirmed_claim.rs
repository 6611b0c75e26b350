//! `unconfirmed-claim`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};

rule! {
    /// # What it does
    /// Reports a claim that is still to be confirmed, `support: tbc`. Only a release asks for it.
    ///
    /// # Why is this bad?
    /// While a statement is written, `tbc` says honestly that the evidence is missing. Who buys, plans or tests by a
    /// released statement needs a yes or a no. A statement with such a claim is marked as a draft on every page.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send: {support: tbc, initiates: [CT Image Storage as SCU in uncompressed]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send: {support: option, initiates: [CT Image Storage as SCU in uncompressed]}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.0
    "unconfirmed-claim": Document, Error, Release, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for route in subject.statement.unconfirmed() {
        findings
            .at(route, "this claim is still to be confirmed")
            .help("find out, and write `yes`, `no`, `option` or `n/a`");
    }
}
