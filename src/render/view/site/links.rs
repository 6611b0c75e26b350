//! The governed links of a site, by their stage of life.

use std::collections::HashSet;

use serde::Serialize;

use super::Ground;
use super::answering::Answering;
use super::ends::{Ends, arrow};
use super::entities::text;
use crate::model::{Direction, LifecycleStatus, LinkUse, Site};
use crate::render::view::conformance::sentence_case;

/// The links of one status.
#[derive(Debug, Serialize)]
pub struct LinkGroup {
    /// The status, capitalized.
    pub status: String,
    /// What the status means.
    pub meaning: &'static str,
    /// The links.
    pub rows: Vec<LinkRow>,
}

/// A governed link.
#[derive(Debug, Serialize)]
pub struct LinkRow {
    /// The entity that sends or initiates; one of another site with its organization.
    pub source: String,
    /// The entity that receives.
    pub target: String,
    /// `PUSH`, `PULL` or `BIDIR`; empty where it is not stated.
    pub direction: &'static str,
    /// The direction as an arrow.
    pub arrow: &'static str,
    /// What it is for; prose.
    pub description: String,
    /// The organization that governs it.
    pub organization: String,
    /// Who answers for it, and when it is looked at again.
    #[serde(flatten)]
    pub answering: Answering,
    /// Whether it says who answers for it, or when it is reviewed.
    pub is_answered_for: bool,
}

/// How many links have a status.
#[derive(Debug, Serialize)]
pub struct StatusCount {
    /// The status, capitalized.
    pub status: String,
    /// How many.
    pub count: usize,
}

const STAGES: [LifecycleStatus; 5] = [
    LifecycleStatus::Production,
    LifecycleStatus::Approved,
    LifecycleStatus::Planned,
    LifecycleStatus::Deprecated,
    LifecycleStatus::Obsolete,
];

/// The links of every status, in the order of what matters most.
pub(super) fn groups(ground: &Ground<'_, '_>) -> Vec<LinkGroup> {
    STAGES.iter().map(|status| group(ground, *status)).collect()
}

/// How many links there are of each status.
pub(super) fn counts(groups: &[LinkGroup]) -> Vec<StatusCount> {
    let count = |group: &LinkGroup| StatusCount { status: group.status.clone(), count: group.rows.len() };
    groups.iter().map(count).collect()
}

/// The entities that no link leads to or from.
pub(super) fn unlinked(site: &Site) -> Vec<String> {
    let ends = site.links.iter().flat_map(|link| [&link.source, &link.target]).flatten();
    let linked: HashSet<&str> = ends.map(String::as_str).collect();
    let unlinked = site.application_entities.keys().filter(|name| !linked.contains(name.as_str()));
    unlinked.cloned().collect()
}

fn group(ground: &Ground<'_, '_>, status: LifecycleStatus) -> LinkGroup {
    let links = ground.deployment.links.iter().zip(&ground.ends);
    let links = links.filter(|(link, _)| link.link.status() == status);
    LinkGroup {
        status: sentence_case(status.as_str()),
        meaning: match status {
            LifecycleStatus::Planned => "Intended, not yet approved.",
            LifecycleStatus::Approved => "Approved for implementation.",
            LifecycleStatus::Production => "In clinical use.",
            LifecycleStatus::Deprecated => "To be removed.",
            LifecycleStatus::Obsolete => "No longer valid.",
        },
        rows: links.map(|(link, ends)| row(link, ends)).collect(),
    }
}

fn row(used: &LinkUse<'_>, ends: &Ends<'_>) -> LinkRow {
    let link = used.link;
    let answering = Answering::for_link(link);
    LinkRow {
        is_answered_for: answering.has_owner(),
        source: ends.source.clone(),
        target: ends.target.clone(),
        direction: link.direction.map(Direction::as_str).unwrap_or_default(),
        arrow: arrow(link.direction),
        description: text(link.description.as_ref()),
        organization: used.organization.unwrap_or_default().to_owned(),
        answering,
    }
}
