//! What findings of absence rest on: the lists that were looked through.

use crate::model::survey::{ActivityUse, Initiation, Survey};
use crate::route::Route;

/// The lists of contexts of an entity in one direction, with the sets of transfer syntaxes and SOP classes.
pub(super) fn contexts_of(survey: &Survey<'_>, entity: usize, initiation: Initiation) -> Vec<Route> {
    let mut grounds = in_activities(survey, entity, initiation.key());
    grounds.push(Route::root().key("transfer_syntaxes"));
    grounds.push(Route::root().key("sop_classes"));
    grounds
}

/// The lists of contexts of all entities in one direction, with the sets of SOP classes.
pub(super) fn contexts(survey: &Survey<'_>, initiation: Initiation) -> Vec<Route> {
    let entities = 0..survey.entities.len();
    let mut grounds: Vec<_> =
        entities.flat_map(|entity| in_activities(survey, entity, initiation.key())).collect();
    grounds.push(Route::root().key("sop_classes"));
    grounds
}

/// The SOP specific conformance of all entities, with the sets of SOP classes.
pub(super) fn conformances(survey: &Survey<'_>) -> Vec<Route> {
    let entities = 0..survey.entities.len();
    let mut grounds: Vec<_> =
        entities.flat_map(|entity| in_activities(survey, entity, "conformance")).collect();
    grounds.push(Route::root().key("sop_classes"));
    grounds
}

/// The SOP specific conformance of an entity, with the sets of SOP classes.
pub(super) fn conformance_of(survey: &Survey<'_>, entity: usize) -> Vec<Route> {
    let mut grounds = in_activities(survey, entity, "conformance");
    grounds.push(Route::root().key("sop_classes"));
    grounds
}

/// The activities of an entity; they stand together.
pub(super) fn activities_of<'a, 's>(survey: &'a Survey<'s>, entity: usize) -> &'a [ActivityUse<'s>] {
    let start = survey.activities.partition_point(|activity| activity.entity < entity);
    let end = survey.activities.partition_point(|activity| activity.entity <= entity);
    &survey.activities[start..end]
}

/// What stands under a key of each activity; where there is no activity, that there is none.
fn in_activities(survey: &Survey<'_>, entity: usize, key: &str) -> Vec<Route> {
    let activities = activities_of(survey, entity);
    if activities.is_empty() {
        return vec![survey.route(survey.entities[entity].trail).key("activities")];
    }
    activities.iter().map(|activity| survey.route(activity.trail).key(key)).collect()
}
