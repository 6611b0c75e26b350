//! Who answers for an entity or a link of a site, and when it is looked at again.

use serde::Serialize;

use super::entities::text;
use crate::model::{Date, Link, SiteEntity};

/// Who answers for an entity or a link, and when it is looked at again: fields of the row of either.
#[derive(Debug, Default, Serialize)]
pub struct Answering {
    /// The person or the team that answers for it; empty where it is not stated.
    pub owner: String,
    /// How the owner is reached; empty where it is not stated.
    pub contact: String,
    /// Who approved it; empty where it is not stated.
    pub approver: String,
    /// The change request that it rests on; empty where it is not stated.
    pub ticket: String,
    /// The day of its last review; empty where it is not stated.
    pub reviewed: String,
    /// The day by which it is to be reviewed again; empty where it is not stated.
    pub review_by: String,
}

impl Answering {
    /// Who answers for an entity.
    pub(super) fn for_entity(entity: &SiteEntity) -> Self {
        Self::said(
            [&entity.owner, &entity.contact, &entity.approver, &entity.ticket],
            [entity.reviewed, entity.review_by],
        )
    }

    /// Who answers for a link.
    pub(super) fn for_link(link: &Link) -> Self {
        Self::said(
            [&link.owner, &link.contact, &link.approver, &link.ticket],
            [link.reviewed, link.review_by],
        )
    }

    fn said(people: [&Option<String>; 4], days: [Option<Date>; 2]) -> Self {
        let [owner, contact, approver, ticket] = people.map(|said| text(said.as_ref()));
        let [reviewed, review_by] = days.map(|day| text(day.as_ref()));
        Self { owner, contact, approver, ticket, reviewed, review_by }
    }

    /// Whether anything of it is said.
    pub(super) fn has_owner(&self) -> bool {
        [&self.owner, &self.contact, &self.approver, &self.ticket, &self.reviewed, &self.review_by]
            .iter()
            .any(|text| !text.is_empty())
    }
}
