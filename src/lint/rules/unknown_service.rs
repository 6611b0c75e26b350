//! `unknown-service`.

use crate::lint::enumeration::enumeration;
use crate::lint::findings::Findings;
use crate::lint::responses::registered_classes;
use crate::lint::rule::{StatementSubject, rule};
use crate::standard::sop_class::SopClass;
use crate::standard::status::Service;

rule! {
    /// # What it does
    /// Reports a name under `services` that is no DIMSE service, or a service that the SOP class does not have. Private
    /// SOP classes may have any.
    ///
    /// # Why is this bad?
    /// The statuses, attributes and events under such a name belong to messages that are never exchanged; what the
    /// entry was written for is left open.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send:
    ///         initiates: [Modality Performed Procedure Step as SCU in ImplicitVRLittleEndian]
    ///         conformance:
    ///           - sop_classes: Modality Performed Procedure Step
    ///             services: {N-ACTION: {responses: standard}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send:
    ///         initiates: [Modality Performed Procedure Step as SCU in ImplicitVRLittleEndian]
    ///         conformance:
    ///           - sop_classes: Modality Performed Procedure Step
    ///             services: {N-SET: {responses: standard}}
    /// ```
    ///
    /// # References
    /// - PS3.7, sections 9.1 and 10.1
    /// - PS3.4: the section on the DIMSE services of the class
    "unknown-service": Networking, Error, Minimal, product(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for used in &survey.services {
        let classes = &survey.conformances[used.conformance].sop_classes;
        let Some(classes) = registered_classes(survey, classes, used.member) else { continue };
        let service = Service::by_name(used.name);
        let has = |class: &&SopClass| service.is_some_and(|service| class.services().contains(&service));
        let is_open = |class: &&SopClass| class.services().is_empty();
        if classes.is_empty()
            || is_cancel(used.name)
            || classes.iter().any(is_open)
            || classes.iter().any(has)
        {
            continue;
        }
        let message = match service {
            None => format!("`{}` is no DIMSE service", used.name),
            Some(service) => format!("`{}` has no {}", classes[0].entry.short_name(), service.as_str()),
        };
        let services: Vec<_> = classes[0].services().iter().map(|service| service.as_str()).collect();
        findings
            .at_key(survey.route(used.trail), message)
            .help(format!("the services of the class are {}", enumeration(services.iter().copied())));
    }
}

/// Whether a name is that of the cancel request, which some tables list like a service (PS3.7 9.3.2.3).
fn is_cancel(name: &str) -> bool {
    name.to_ascii_uppercase().contains("CANCEL")
}
