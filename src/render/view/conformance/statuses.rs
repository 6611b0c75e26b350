//! The statuses of the only service of an entry.

use std::collections::{HashMap, HashSet};

use crate::model::survey::ConformanceUse;
use crate::model::{Response, Support};
use crate::render::view::responses::{StatusTable, Subject};
use crate::render::view::scope::Scope;
use crate::standard::sop_class::ServiceClass;
use crate::standard::status;

/// What the entries of an activity have in common.
pub(in crate::render::view) struct Surroundings<'a> {
    /// How many SOP classes the activity has of each service class.
    pub(in crate::render::view) kinds: HashMap<ServiceClass, usize>,
    /// The address of the table of presentation contexts.
    pub(in crate::render::view) table: String,
    /// The SOP classes of which an entry of the activity tells the statuses, with the side that it tells them of.
    pub(in crate::render::view) told: HashSet<(bool, &'a str)>,
}

/// The SOP classes of which some entries tell the statuses, with the side that they tell them of.
pub(in crate::render::view) fn told<'s>(
    scope: &Scope<'s>,
    entries: impl Iterator<Item = &'s ConformanceUse<'s>>,
) -> HashSet<(bool, &'s str)> {
    let telling = entries.filter(|used| !used.conformance.responses.is_empty());
    let classes = |used: &'s ConformanceUse<'s>| {
        let is_user = is_user(used);
        used.sop_classes.iter().map(move |id| (is_user, scope.identity(*id)))
    };
    telling.flat_map(classes).collect()
}

/// Whether an entry speaks of the user of its SOP classes.
pub(super) fn is_user(used: &ConformanceUse<'_>) -> bool {
    used.roles.iter().any(|role| role.is_user())
}

/// The statuses of the only service of an entry: those of the standard where the author says nothing of them, here or
/// in another entry. That a test of the connection succeeds or fails needs no table.
pub(super) fn statuses(
    scope: &Scope<'_>,
    subject: Subject<'_>,
    used: &ConformanceUse<'_>,
    told: &HashSet<(bool, &str)>,
) -> Option<StatusTable> {
    let entry = used.conformance;
    let has_one = subject.class.is_some_and(|class| class.services().len() == 1);
    let is_silent = entry.responses.is_empty() && entry.services.is_empty() && entry.members.is_empty();
    let is_claimed = entry.support.is_none_or(Support::is_claim);
    let is_told = || used.sop_classes.iter().all(|id| told.contains(&(is_user(used), scope.identity(*id))));
    if is_silent
        && has_one
        && is_claimed
        && status::Service::by_name(subject.service_name).is_some_and(has_statuses)
        && !is_told()
    {
        return StatusTable::of(scope, subject, &standard_responses());
    }
    StatusTable::of(scope, subject, &entry.responses)
}

/// Whether more is to be told of a service than that it succeeds.
fn has_statuses(service: status::Service) -> bool {
    service != status::Service::CEcho
}

/// The table of the standard.
pub(super) fn standard_responses() -> [Response; 1] {
    [Response { table: Some("standard".to_owned()), ..Response::default() }]
}
