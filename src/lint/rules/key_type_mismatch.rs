//! `key-type-mismatch`.

use crate::lint::findings::Findings;
use crate::lint::key_tables::Fault;
use crate::lint::rule::{StatementSubject, rule};

rule! {
    /// # What it does
    /// Reports a key of a query whose type, unique, required or optional, is not the one that its information model
    /// gives it at that level.
    ///
    /// # Why is this bad?
    /// The type of a key is not the product's choice. A reader who knows the tables takes a wrong one for a slip of the
    /// pen; one who does not relies on matching that is not there.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///     activities:
    ///       Query:
    ///         initiates:
    ///           - StudyRootQueryRetrieveInformationModelFind as SCU in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: StudyRootQueryRetrieveInformationModelFind
    ///             keys:
    ///               Study: [PatientID: R, StudyInstanceUID: R]
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///     activities:
    ///       Query:
    ///         initiates:
    ///           - StudyRootQueryRetrieveInformationModelFind as SCU in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: StudyRootQueryRetrieveInformationModelFind
    ///             keys:
    ///               Study: [PatientID: R, StudyInstanceUID: U]
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.6.1.1
    /// - PS3.4, section C.6.2.1
    /// - PS3.4, section K.6.1.2.2, Table K.6-1
    "key-type-mismatch": QueryRetrieve, Error, Recommended, statement(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for table in subject.key_tables() {
        for (used, fault) in table.judged(survey) {
            let Some(Fault::WrongType(model, expected)) = fault else { continue };
            let Some(stated) = used.key.key_type else { continue };
            let name = survey.attributes[used.attribute].meaning.entry.map_or("", |entry| entry.name);
            let route = survey.route(used.trail).key("type");
            let model = model.as_str();
            if expected == "-" {
                let message =
                    format!("`{name}` is a key of type `{stated}`, but is not for matching in {model}");
                findings.at(route, message).help("leave the type out and say `return: yes`");
            } else {
                let level = used.level;
                let message = format!(
                    "`{name}` is a key of type `{stated}`; in {model} at `{level}` it is `{expected}`"
                );
                findings.at(route.clone(), message).help(format!("write `{expected}`")).edit(route, expected);
            }
        }
    }
}
