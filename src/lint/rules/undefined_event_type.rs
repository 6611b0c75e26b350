//! `undefined-event-type`.

use crate::lint::findings::Findings;
use crate::lint::responses::registered_classes;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::Event;
use crate::route::Route;
use crate::standard::event::{self, EventType};
use crate::standard::spelling::folded;

rule! {
    /// # What it does
    /// Reports an event type of N-EVENT-REPORT whose ID the SOP class does not have, or whose name belongs to another
    /// ID.
    ///
    /// # Why is this bad?
    /// Whoever receives an event knows it by its ID. A row under a wrong one tells of something that never happens, or
    /// of the opposite of what does.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     port: 104
    ///     activities:
    ///       Commit:
    ///         initiates: [Storage Commitment Push Model as SCU in ImplicitVRLittleEndian]
    ///         accepts:
    ///           - Verification as SCP in ImplicitVRLittleEndian
    ///           - Storage Commitment Push Model as SCU in ImplicitVRLittleEndian negotiating role selection
    ///         conformance:
    ///           - sop_classes: Storage Commitment Push Model
    ///             services: {N-EVENT-REPORT: {events: [{id: 3, behavior: The request is marked as failed.}]}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     port: 104
    ///     activities:
    ///       Commit:
    ///         initiates: [Storage Commitment Push Model as SCU in ImplicitVRLittleEndian]
    ///         accepts:
    ///           - Verification as SCP in ImplicitVRLittleEndian
    ///           - Storage Commitment Push Model as SCU in ImplicitVRLittleEndian negotiating role selection
    ///         conformance:
    ///           - sop_classes: Storage Commitment Push Model
    ///             services: {N-EVENT-REPORT: {events: [{id: 2, behavior: The request is marked as failed.}]}}
    /// ```
    ///
    /// # References
    /// - PS3.4, section J.3.3.1
    /// - PS3.4, sections F.9.2, H.4.5.2, H.4.6.2, CC.2.4 and DD.3.2.4
    "undefined-event-type": Networking, Error, Minimal, product(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for used in survey.services.iter().filter(|used| !used.service.events.is_empty()) {
        let classes = &survey.conformances[used.conformance].sop_classes;
        let Some(classes) = registered_classes(survey, classes, used.member) else { continue };
        let defined: Vec<_> = classes.iter().flat_map(|class| event::event_types(class)).collect();
        if defined.is_empty() {
            continue;
        }
        for (index, event) in used.service.events.iter().enumerate() {
            let route = || survey.route(used.trail).key("events").index(index);
            judge(event, &defined, route, findings);
        }
    }
}

fn judge(event: &Event, defined: &[&EventType], route: impl Fn() -> Route, findings: &mut Findings) {
    let Some(id) = event.id else { return };
    let name = event.name.as_deref().map(folded);
    let by_id = || defined.iter().filter(|known| i64::from(known.id) == id);
    let by_name = defined.iter().find(|known| name.as_ref().is_some_and(|name| *name == folded(known.name)));
    match (by_id().next(), by_name) {
        (None, meant) => {
            let known: Vec<_> = defined.iter().map(|known| format!("{} {}", known.id, known.name)).collect();
            let wording = findings
                .at(route().key("id"), format!("there is no event type {id} here"))
                .help(format!("the event types are {}", known.join(", ")));
            if let Some(meant) = meant {
                wording.edit(route().key("id"), meant.id.to_string());
            }
        }
        (Some(own), Some(named)) if by_id().all(|known| known.name != named.name) => {
            findings
                .at(route().key("id"), format!("the event type {id} is `{}`", own.name))
                .related(route().key("name"), format!("this is the name of the event type {}", named.id))
                .help(format!("write the ID {}, or the name `{}`", named.id, own.name))
                .edit(route().key("name"), own.name);
        }
        _ => {}
    }
}
