//! `unstated-communication-parameter`.

use crate::lint::enumeration::RELATED;
use crate::lint::findings::Findings;
use crate::lint::groups::grouped;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::settings::settings;
use crate::lint::stated_communication::StatedCommunication;
use crate::model::survey::EntityUse;
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports an Application Entity with presentation contexts whose maximum PDU size, or of which not one time-out of
    /// associations or DIMSE messages, is stated: neither in its association policies nor in `configuration`. What holds
    /// for all entities counts for each.
    ///
    /// # Why is this bad?
    /// The PDU size decides how fast images travel, the time-outs decide when a slow peer is given up. When two products do
    /// not get along, these are the values that are compared first.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     associations: {max_initiated: 1}
    ///     activities: {Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     associations: {max_initiated: 1, max_pdu_received: 16384}
    ///     activities: {Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}}
    /// configuration:
    ///   timeouts: {association: 30 s, dimse: 60 s}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.2
    /// - PS3.8, section D.1
    "unstated-communication-parameter": Configuration, Warning, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let (statement, survey) = (subject.statement, &subject.survey);
    let settings = settings(statement);
    let entities = survey.entities.iter().enumerate();
    let open = entities.filter_map(|(number, used)| {
        let is_judged = used.is_claimed && survey.claimed_contexts_of(used).next().is_some();
        let stated = StatedCommunication { statement, survey, settings: &settings, used, number };
        let told = (stated.has_pdu_size(), stated.has_timeout());
        (is_judged && told != (true, true)).then_some((used, told))
    });
    for entities in grouped(open, |(_, told)| *told) {
        let Some(((first, told), others)) = entities.split_first() else { continue };
        let (absent, help) = absent(*told);
        let route = |used: &EntityUse<'_>| survey.route(used.trail);
        let wording = findings
            .at_key(route(first), format!("`{}` states no {absent}", first.name))
            .help(help)
            .rests_on_keys(&Route::root(), &["associations", "configuration"]);
        let wording = others.iter().take(RELATED).fold(wording, |wording, (other, _)| {
            wording.related_key(route(other), format!("nor does `{}`", other.name))
        });
        entities.iter().fold(wording, |wording, (used, _)| {
            wording.rests_on_keys(&route(used), &["associations", "description", "policies"])
        });
    }
}

/// What is not told, and how to tell it; whether the PDU size and a time-out are told.
const fn absent(told: (bool, bool)) -> (&'static str, &'static str) {
    match told {
        (false, true) => {
            ("maximum PDU size that it receives", "state `max_pdu_received` under `associations`")
        }
        (_, false) if told.0 => {
            ("time-out of associations or messages", "state `timeouts` under `configuration`")
        }
        _ => (
            "maximum PDU size that it receives and no time-out of associations or messages",
            "state `max_pdu_received` under `associations`, and `timeouts` under `configuration`",
        ),
    }
}
