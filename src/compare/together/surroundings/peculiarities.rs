//! What the statements say in prose and somebody who connects the two should read: quoted, not judged.

use super::associations::{Meeting, entities};
use super::{BOTH, Gathering, View, route, statement};
use crate::compare::together::{Evidence, Quote, Topic};
use crate::model::survey::EntityUse;
use crate::model::{CommunicationFailure, Prose, Statement};
use crate::pairing::Side;
use crate::route::Route;

/// How many passages of a side are quoted at most.
const MOST: usize = 8;

pub(super) fn topic(view: &View<'_>, meetings: &[Meeting<'_>]) -> Option<Topic> {
    let mut quotes: Vec<Quote> = Vec::new();
    let mut said = [None, None];
    for side in BOTH {
        let entities = entities(meetings, side);
        let found = passages(statement(view, side), &entities);
        let number = found.len();
        said[side as usize] = match number {
            0 => None,
            1 => Some("1 passage".to_owned()),
            _ if number > MOST => Some(format!("{MOST} of {number} passages")),
            _ => Some(format!("{number} passages")),
        };
        for passage in found.into_iter().take(MOST) {
            let evidence = Evidence { side, route: passage.place };
            quotes.push(Quote { text: passage.text, evidence });
        }
    }
    let mut topic = Gathering::of(view, "Stated peculiarities", said)?;
    topic.quotes = quotes;
    Some(topic.topic())
}

/// A passage of a statement.
struct Passage {
    text: String,
    place: Route,
}

/// The passages that are worth reading, as far as they have been gathered.
#[derive(Default)]
struct Passages(Vec<Passage>);

impl Passages {
    fn add(&mut self, heading: &str, prose: Option<&Prose>, place: Route) {
        let Some(prose) = prose.filter(|prose| !prose.is_empty()) else { return };
        let text = prose.as_str();
        let heading = heading.trim();
        let text = if heading.is_empty() { text.to_owned() } else { format!("{heading}: {text}") };
        self.0.push(Passage { text, place });
    }

    /// The agreements of an entity.
    fn add_policies(&mut self, used: &EntityUse<'_>) {
        let policies = &used.entity.policies;
        let rows = [
            ("acceptance", &policies.acceptance),
            ("presentation_contexts", &policies.presentation_contexts),
            ("shared_title", &policies.shared_title),
            ("lossy", &policies.lossy),
        ];
        for (key, prose) in rows {
            self.add("", prose.as_ref(), route(&["application_entities", used.name, "policies", key]));
        }
    }

    /// The limits of what an entity takes.
    fn add_limits(&mut self, used: &EntityUse<'_>) {
        for (name, activity) in &used.entity.activities {
            for (number, conformance) in activity.conformance.iter().enumerate() {
                let place = route(&["application_entities", used.name, "activities", name, "conformance"]);
                for (limit, prose) in &conformance.limits {
                    self.add(limit, Some(prose), place.clone().index(number).key("limits").key(limit));
                }
            }
        }
    }

    fn add_failures(&mut self, failures: &[CommunicationFailure], place: &Route) {
        for (number, failure) in failures.iter().enumerate() {
            let heading = failure.exception.as_deref().unwrap_or_default();
            self.add(heading, failure.behavior.as_ref(), place.clone().index(number));
        }
    }
}

/// The passages of a statement, in the order in which one wants to know: whether one gets in, what is changed, what is
/// too large, what becomes of failures.
fn passages(statement: &Statement, entities: &[&EntityUse<'_>]) -> Vec<Passage> {
    let mut found = Passages::default();
    entities.iter().for_each(|used| found.add_policies(used));
    for (number, coercion) in statement.coercion.iter().enumerate() {
        let attribute = coercion.attribute.name.as_deref().unwrap_or_default();
        found.add(attribute, coercion.remark.as_ref(), route(&["coercion"]).index(number).key("remark"));
    }
    entities.iter().for_each(|used| found.add_limits(used));
    for used in entities {
        let place = route(&["application_entities", used.name, "communication_failures"]);
        found.add_failures(&used.entity.communication_failures, &place);
    }
    found.add_failures(&statement.communication_failures, &route(&["communication_failures"]));
    found.0
}
