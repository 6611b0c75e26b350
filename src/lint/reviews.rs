//! When entities and links are reviewed.

use super::history::Entry;
use super::rule::SiteSubject;
use crate::model::{Date, LifecycleStatus};
use crate::route::Route;

/// The days of review of an entity or a link.
#[derive(Debug, Clone)]
pub(crate) struct Review {
    /// The entity or the link.
    pub(crate) route: Route,
    /// The words by which a sentence speaks of it.
    pub(crate) name: String,
    pub(crate) reviewed: Option<Date>,
    pub(crate) due: Option<Date>,
    pub(crate) is_obsolete: bool,
}

impl Review {
    /// Whether it is to be reviewed before the day on which it has been.
    pub(crate) fn is_out_of_order(&self) -> bool {
        self.reviewed.zip(self.due).is_some_and(|(reviewed, due)| due < reviewed)
    }
}

/// What of a site has a day by which it is to be reviewed: entities, then links.
pub(crate) fn reviews<'a>(subject: &'a SiteSubject<'_>) -> impl Iterator<Item = Review> + 'a {
    let entities = subject.endpoints().filter(|endpoint| endpoint.entity.review_by.is_some());
    let entities = entities.map(|endpoint| Review {
        route: endpoint.route(),
        name: endpoint.name.to_owned(),
        reviewed: endpoint.entity.reviewed,
        due: endpoint.entity.review_by,
        is_obsolete: endpoint.entity.status == Some(LifecycleStatus::Obsolete),
    });
    let links = subject.deployment.links.iter().filter(|used| used.link.review_by.is_some());
    let links = links.map(|used| Review {
        route: used.route(),
        name: Entry::of_link(subject.site, used.link).map(|entry| entry.name()).unwrap_or_default(),
        reviewed: used.link.reviewed,
        due: used.link.review_by,
        is_obsolete: used.link.status() == LifecycleStatus::Obsolete,
    });
    entities.chain(links)
}
