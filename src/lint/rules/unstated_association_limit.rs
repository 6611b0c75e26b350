//! `unstated-association-limit`.

use crate::lint::enumeration::enumeration;
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::{ContextUse, EntityUse, Initiation, Survey};
use crate::model::{Associations, Count, Limit, Prose};

rule! {
    /// # What it does
    /// Reports an Application Entity that makes or accepts associations without saying how many at a time, that says 0
    /// although it has contexts in that direction, or that negotiates asynchronous operations without saying how many
    /// may be outstanding.
    ///
    /// `unlimited` is a number, and so is a text that says what the number depends on.
    ///
    /// # Why is this bad?
    /// A peer that opens more associations than are accepted sees rejections that come and go with the load. The limits
    /// are what its connections are planned with.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     associations: {max_initiated: 1}
    ///     activities:
    ///       Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.2.2
    /// - PS3.2, section A.4.2.1.2.3
    /// - PS3.7, section D.3.3.3
    "unstated-association-limit": Networking, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for used in survey.entities.iter().filter(|used| used.is_claimed) {
        let absent = absent(survey, used);
        if absent.is_empty() {
            continue;
        }
        let route = survey.route(used.trail);
        let associations = route.clone().key("associations");
        let place =
            if used.entity.associations == Associations::default() { route } else { associations.clone() };
        let message =
            format!("`{}` states no limit under {}", used.name, enumeration(absent.iter().copied()));
        let mut wording = findings
            .at_key(place, message)
            .help("write the number, or `unlimited`; 1 outstanding operation means that there is no other");
        for key in absent {
            wording = wording.rests_on(associations.clone().key(key));
        }
    }
}

/// The limits that an entity does not state.
fn absent(survey: &Survey<'_>, used: &EntityUse<'_>) -> Vec<&'static str> {
    let associations = &used.entity.associations.or(&survey.statement.associations);
    let has = |initiation| survey.claimed_contexts_of(used).any(|context| context.initiation == initiation);
    let mut absent = Vec::new();
    if is_unstated(&associations.max_initiated) && has(Initiation::Initiates) {
        absent.push("max_initiated");
    }
    if is_unstated(&associations.max_accepted) && has(Initiation::Accepts) {
        absent.push("max_accepted");
    }
    if associations.asynchronous.is_none() && survey.claimed_contexts_of(used).any(is_asynchronous) {
        absent.push("asynchronous");
    }
    absent
}

fn is_unstated(limit: &Limit) -> bool {
    match limit.value {
        Some(count) => count == Count::Number(0),
        None => limit.text.as_ref().is_none_or(Prose::is_empty),
    }
}

fn is_asynchronous(context: &ContextUse<'_>) -> bool {
    context.context.extended_negotiation.iter().any(|text| text.to_ascii_lowercase().contains("asynchronous"))
}
