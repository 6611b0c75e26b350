//! When entities, links and reservations of a site are to be looked at again.

use serde::Serialize;

use super::Ground;
use super::ends::is_obsolete;
use super::entities::text;
use crate::model::{Date, LifecycleStatus};

/// The calendar of reviews.
#[derive(Debug, Default, Serialize)]
pub struct ReviewsView {
    /// What has a date, the earliest first.
    pub rows: Vec<ReviewRow>,
    /// How many of them are overdue; none where the day is not known.
    pub number_overdue: Option<usize>,
    /// How many entities that are not obsolete have no date.
    pub undated_entities: usize,
    /// How many links that are not obsolete have no date.
    pub undated_links: usize,
}

/// What is to be looked at again.
#[derive(Debug, Serialize)]
pub struct ReviewRow {
    /// The day by which.
    pub date: String,
    /// `overdue`, where that day is over; empty otherwise.
    pub state: &'static str,
    /// `entity`, `link` or `reservation`.
    pub kind: &'static str,
    /// Which one.
    pub name: String,
    /// The day of the last review; empty where it is not stated.
    pub reviewed: String,
    /// The person or the team that answers for it; empty where it is not stated.
    pub owner: String,
    /// How the owner is reached; empty where it is not stated.
    pub contact: String,
}

/// The calendar.
pub(super) fn reviews(ground: &Ground<'_, '_>) -> ReviewsView {
    let mut view = ReviewsView::default();
    let mut dated: Vec<(Date, ReviewRow)> = Vec::new();
    let state = |date: Date| if ground.today.is_some_and(|today| date < today) { "overdue" } else { "" };
    let entities = ground.site.application_entities.iter();
    for (name, entity) in entities.filter(|(_, entity)| entity.status != Some(LifecycleStatus::Obsolete)) {
        let Some(date) = entity.review_by else {
            view.undated_entities += 1;
            continue;
        };
        let row = ReviewRow {
            date: date.to_string(),
            state: state(date),
            kind: "entity",
            name: name.clone(),
            reviewed: text(entity.reviewed.as_ref()),
            owner: text(entity.owner.as_ref()),
            contact: text(entity.contact.as_ref()),
        };
        dated.push((date, row));
    }
    let links = ground.deployment.links.iter().zip(&ground.ends);
    for (used, ends) in links.filter(|(link, _)| !is_obsolete(link)) {
        let link = used.link;
        let Some(date) = link.review_by else {
            view.undated_links += 1;
            continue;
        };
        let row = ReviewRow {
            date: date.to_string(),
            state: state(date),
            kind: "link",
            name: ends.label(link.direction),
            reviewed: text(link.reviewed.as_ref()),
            owner: text(link.owner.as_ref()),
            contact: text(link.contact.as_ref()),
        };
        dated.push((date, row));
    }
    for (name, reservation) in &ground.site.reservations {
        let Some(date) = reservation.until else { continue };
        let title = reservation.ae_title.as_ref().unwrap_or(name);
        let row = ReviewRow {
            date: date.to_string(),
            state: state(date),
            kind: "reservation",
            name: title.clone(),
            reviewed: String::new(),
            owner: text(reservation.owner.as_ref()),
            contact: text(reservation.contact.as_ref()),
        };
        dated.push((date, row));
    }
    // Stable: what falls on one day stays in the author's order.
    dated.sort_by_key(|(date, _)| *date);
    view.rows = dated.into_iter().map(|(_, row)| row).collect();
    view.number_overdue = ground.today.map(|_| view.rows.iter().filter(|row| row.state == "overdue").count());
    view
}
