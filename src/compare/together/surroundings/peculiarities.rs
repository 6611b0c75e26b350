//! What the statements say in prose and somebody who connects the two should read: quoted, not judged.

use super::associations::Meeting;
use super::{BOTH, Gathering, View, route, statement};
use crate::compare::together::{Quote, Topic};
use crate::model::survey::EntityUse;
use crate::model::{Prose, Statement};
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
        for (prose, place) in found.into_iter().take(MOST) {
            let evidence = crate::compare::together::Evidence { side, route: place };
            quotes.push(Quote { text: prose.as_str().to_owned(), evidence });
        }
    }
    let mut topic = Gathering::of(view, "Stated peculiarities", said)?;
    topic.quotes = quotes;
    Some(topic.topic())
}

/// The entities of a side that meet somebody, each once.
fn entities<'v>(meetings: &[Meeting<'v>], side: Side) -> Vec<&'v EntityUse<'v>> {
    let mut entities: Vec<&'v EntityUse<'v>> = Vec::new();
    for meeting in meetings {
        let entity = meeting.entities[side as usize];
        if !entities.iter().any(|known| known.name == entity.name) {
            entities.push(entity);
        }
    }
    entities
}

/// The passages of a statement, in the order in which one wants to know: whether one gets in, what is changed, what is
/// too large, what becomes of failures.
fn passages<'s>(statement: &'s Statement, entities: &[&'s EntityUse<'s>]) -> Vec<(&'s Prose, Route)> {
    let mut found: Vec<(Option<&'s Prose>, Route)> = Vec::new();
    for used in entities {
        let place = route(&["application_entities", used.name]);
        let policies = &used.entity.policies;
        let rows = [
            ("acceptance", &policies.acceptance),
            ("presentation_contexts", &policies.presentation_contexts),
            ("shared_title", &policies.shared_title),
            ("lossy", &policies.lossy),
        ];
        let rows =
            rows.into_iter().map(|(key, prose)| (prose.as_ref(), place.clone().key("policies").key(key)));
        found.extend(rows);
    }
    for (number, coercion) in statement.coercion.iter().enumerate() {
        let place = route(&["coercion"]).index(number).key("remark");
        found.push((coercion.remark.as_ref(), place));
    }
    for used in entities {
        limits(used, &mut found);
    }
    for used in entities {
        let place = route(&["application_entities", used.name, "communication_failures"]);
        for (number, failure) in used.entity.communication_failures.iter().enumerate() {
            found.push((failure.behavior.as_ref(), place.clone().index(number)));
        }
    }
    for (number, failure) in statement.communication_failures.iter().enumerate() {
        found.push((failure.behavior.as_ref(), route(&["communication_failures"]).index(number)));
    }
    found
        .into_iter()
        .filter_map(|(prose, place)| Some((prose.filter(|prose| !prose.is_empty())?, place)))
        .collect()
}

/// The limits of what an entity takes.
fn limits<'s>(used: &EntityUse<'s>, found: &mut Vec<(Option<&'s Prose>, Route)>) {
    for (name, activity) in &used.entity.activities {
        for (number, conformance) in activity.conformance.iter().enumerate() {
            let place = route(&["application_entities", used.name, "activities", name, "conformance"]);
            for (limit, prose) in &conformance.limits {
                found.push((Some(prose), place.clone().index(number).key("limits").key(limit)));
            }
        }
    }
}
