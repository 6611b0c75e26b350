//! `wrong-application-context`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::standard::uids::{self, APPLICATION_CONTEXT, Place};

rule! {
    /// # What it does
    /// Reports an application context name other than the one that DICOM registers.
    ///
    /// # Why is this bad?
    /// Every association is made in that context. A peer rejects an association that asks for another one, so the value
    /// in a statement is either that UID or a slip of the pen.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     associations: {application_context: 1.2.840.1008.3.1.1.1}
    ///     activities:
    ///       Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     associations: {application_context: 1.2.840.10008.3.1.1.1}
    ///     activities:
    ///       Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}
    /// ```
    ///
    /// # References
    /// - PS3.7, section A.2.1
    /// - PS3.2, section A.4.2.1.2.1
    "wrong-application-context": Networking, Error, Minimal, product(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for (route, associations) in subject.statement.association_policies() {
        let stated = associations.application_context.as_deref();
        let Some(stated) = stated.filter(|stated| !is_right(stated)) else { continue };
        let route = route.key("application_context");
        findings
            .at(route.clone(), format!("`{stated}` is not the application context of DICOM"))
            .help(format!("it is `{APPLICATION_CONTEXT}`, and may be left out"))
            .edit(route, APPLICATION_CONTEXT);
    }
}

/// Whether a text is the UID, with or without a name beside it, or the name alone.
fn is_right(stated: &str) -> bool {
    let words = stated.split(|c: char| !c.is_ascii_digit() && c != '.');
    words.into_iter().any(|word| word == APPLICATION_CONTEXT)
        || uids::resolve(stated, Place::Any).is_some_and(|found| found.entry.uid == APPLICATION_CONTEXT)
}
