//! `undefined-status-code`.

use crate::lint::findings::Findings;
use crate::lint::responses::{Answered, answered, is_general, is_ruled_out};
use crate::lint::rule::{StatementSubject, rule};
use crate::notation::StatusCodes;

rule! {
    /// # What it does
    /// Reports a status code that belongs to no class of status codes, and one of the form 01xx or 02xx that the
    /// service does not have. A code in a named table counts where one of the services that refer to the table has it.
    ///
    /// # Why is this bad?
    /// The codes 01xx and 02xx mean the same everywhere, and a product cannot give them a meaning of its own. A code
    /// that the service does not have is never seen on the wire, so the row that was meant is absent.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send:
    ///         initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             responses: [standard, {code: 0214, behavior: The job is marked as failed.}]
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send:
    ///         initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             responses: [standard, {code: 0124, behavior: The job is marked as failed.}]
    /// ```
    ///
    /// # References
    /// - PS3.7, Annex C
    /// - PS3.7, sections 9.1 and 10.1
    "undefined-status-code": Networking, Error, Minimal, product(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for (table, answered) in survey.tables.iter().zip(answered(survey)) {
        for (index, row) in table.rows.iter().enumerate() {
            let Some(codes) = row.code.map(|codes| codes.0) else { continue };
            if is_ruled_out(codes, &answered) {
                let (message, help) = wording(codes, &answered);
                let route = survey.route(table.trail).index(index).key("code");
                findings.at(route, message).help(help);
            }
        }
    }
}

fn wording(codes: StatusCodes, answered: &Answered) -> (String, String) {
    let is_shared = codes.first().is_some_and(|code| is_general(code.0));
    let services = answered.as_deref().unwrap_or_default();
    if !is_shared {
        let message = format!("`{codes}` belongs to no class of status codes");
        return (
            message,
            "codes of a service's own are Axxx and Cxxx (failure) and Bxxx (warning)".to_owned(),
        );
    }
    let [service] = services else {
        let message = format!("`{codes}` is no status of the services here");
        return (message, "codes 01xx and 02xx are those of PS3.7 alone; a product's own is Cxxx".to_owned());
    };
    let known: Vec<_> = service.general_codes().iter().map(|code| format!("{code:04X}")).collect();
    let message = format!("`{codes}` is no status of {}", service.as_str());
    (message, format!("of the codes that all services share it has {}", known.join(", ")))
}
