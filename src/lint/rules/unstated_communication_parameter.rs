//! `unstated-communication-parameter`.

use crate::lint::findings::Findings;
use crate::lint::prose::mentions;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::settings::{Owner, SettingUse, Subject, settings};
use crate::model::survey::{EntityUse, Survey};
use crate::model::{Prose, Statement};
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
    for (number, used) in survey.entities.iter().enumerate().filter(|(_, used)| used.is_claimed) {
        if survey.claimed_contexts_of(used).next().is_none() {
            continue;
        }
        let known = Known { statement, survey, settings: &settings, used, number };
        let absent = match (known.has_pdu_size(), known.has_timeout()) {
            (true, true) => continue,
            (false, true) => "maximum PDU size that it receives",
            (true, false) => "time-out of associations or messages",
            (false, false) => "maximum PDU size that it receives and no time-out of associations or messages",
        };
        let route = survey.route(used.trail);
        findings
            .at_key(route.clone(), format!("`{}` states no {absent}", used.name))
            .help("state `max_pdu_received` under `associations`, and `timeouts` under `configuration`")
            .rests_on_keys(&route, &["associations", "description", "policies"])
            .rests_on_keys(&Route::root(), &["associations", "configuration"]);
    }
}

/// What a statement says of the communication of an entity.
struct Known<'a, 's> {
    statement: &'s Statement,
    survey: &'a Survey<'s>,
    settings: &'a [SettingUse<'s>],
    used: &'a EntityUse<'s>,
    number: usize,
}

impl Known<'_, '_> {
    fn has_pdu_size(&self) -> bool {
        let policies = self.used.entity.associations.or(&self.statement.associations);
        policies.max_pdu_received.is_some()
            || self.has_setting(|setting| {
                setting.subject == Subject::MaxPduReceived || setting.name.to_lowercase().contains("pdu")
            })
            || self.speaks_of(&["pdu"])
    }

    fn has_timeout(&self) -> bool {
        self.has_setting(|setting| setting.subject == Subject::Timeout)
            || self.speaks_of(&["timeout", "time-out", "time out"])
    }

    /// Whether the entity, or the product as a whole, has such a setting with a value or a text.
    fn has_setting(&self, is_meant: impl Fn(&SettingUse<'_>) -> bool) -> bool {
        let name = self.used.name;
        self.settings.iter().any(|setting| {
            let is_of_entity = match setting.owner {
                Owner::Product => true,
                Owner::Entity(owner) => owner == name,
                Owner::Remote(_) => false,
            };
            is_of_entity && (setting.default.is_some() || setting.text.is_some()) && is_meant(setting)
        })
    }

    fn speaks_of(&self, words: &[&str]) -> bool {
        let configuration = &self.statement.configuration;
        let policies = [&self.used.entity.associations.text, &self.statement.associations.text];
        let texts = [&configuration.local, &configuration.text].into_iter().chain(policies);
        let says = |text: &Prose| words.iter().any(|word| text.as_str().to_lowercase().contains(word));
        texts.flatten().any(says) || mentions(self.survey, self.number, words)
    }
}
