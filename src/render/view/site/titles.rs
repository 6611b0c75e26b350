//! AE titles: who has them, and for whom they are kept.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Ground;
use super::ends::some_of;
use super::entities::text;
use crate::model::Reservation;

/// An AE title of an organization.
#[derive(Debug, Serialize)]
pub struct TitleUseRow {
    /// The title.
    pub title: String,
    /// The organization in which it is unique; empty where none is stated.
    pub organization: String,
    /// The entities that have it.
    pub holders: Vec<String>,
    /// What becomes of it: `in use`, `reserved`, or what is wrong.
    pub state: String,
    /// Whether several have it, or somebody for whom it is not kept.
    pub is_conflict: bool,
    /// For whom and why it is kept, until when, and who answers for that; a line each.
    pub reservation: Vec<String>,
}

#[derive(Default)]
struct Use<'p> {
    holders: Vec<&'p str>,
    reservations: Vec<&'p Reservation>,
}

/// The titles of a site, sorted by organization and title.
pub(super) fn rows(ground: &Ground<'_, '_>) -> Vec<TitleUseRow> {
    let site = ground.site;
    let mut titles: BTreeMap<(&str, &str), Use<'_>> = BTreeMap::new();
    let written =
        |title: &'_ Option<String>| title.as_deref().map(str::trim).is_some_and(|title| !title.is_empty());
    for (name, entity) in site.application_entities.iter().filter(|(_, entity)| written(&entity.ae_title)) {
        let organization = site.organization_of(entity).unwrap_or_default();
        let title = entity.ae_title.as_deref().unwrap_or_default().trim();
        titles.entry((organization, title)).or_default().holders.push(name);
    }
    for reservation in site.reservations.values().filter(|reservation| written(&reservation.ae_title)) {
        let organization = site.organization_of_reservation(reservation).unwrap_or_default();
        let title = reservation.ae_title.as_deref().unwrap_or_default().trim();
        titles.entry((organization, title)).or_default().reservations.push(reservation);
    }
    titles.into_iter().map(|((organization, title), used)| row(ground, organization, title, &used)).collect()
}

fn row(ground: &Ground<'_, '_>, organization: &str, title: &str, used: &Use<'_>) -> TitleUseRow {
    let kept = used.reservations.iter().filter(|reservation| {
        let is_over = reservation.until.zip(ground.today).is_some_and(|(until, today)| until < today);
        !is_over
    });
    let kept: Vec<_> = kept.collect();
    let is_foreign = |holder: &&str| kept.iter().any(|kept| kept.r#for.as_deref() != Some(*holder));
    let is_banned = ground.site.naming.reserved.iter().any(|banned| banned.trim() == title);
    let (state, is_conflict) = match (used.holders.len(), kept.is_empty()) {
        (0, true) => ("no longer reserved".to_owned(), false),
        (0, false) => ("reserved".to_owned(), false),
        (1, _) if is_banned => ("in use, though the site excludes it".to_owned(), true),
        (1, true) => ("in use".to_owned(), false),
        (1, false) if used.holders.iter().any(is_foreign) => ("in use, though reserved".to_owned(), true),
        (1, false) => ("in use by whom it is reserved for".to_owned(), false),
        (count, _) => (format!("in conflict: {count} entities"), true),
    };
    TitleUseRow {
        title: title.to_owned(),
        organization: organization.to_owned(),
        holders: some_of(used.holders.iter().map(|name| (*name).to_owned()).collect()),
        state,
        is_conflict,
        reservation: used.reservations.iter().flat_map(|reservation| said(reservation)).collect(),
    }
}

/// What a reservation says, a line for each thing.
fn said(reservation: &Reservation) -> Vec<String> {
    let whom = reservation.r#for.as_ref().map(|name| format!("for {name}"));
    let until = reservation.until.map(|day| format!("until {day}"));
    let kept: Vec<_> = whom.into_iter().chain(until).collect();
    let kept = if kept.is_empty() { String::new() } else { format!("kept {}", kept.join(" ")) };
    let answers =
        [&reservation.owner, &reservation.contact, &reservation.ticket].map(|said| text(said.as_ref()));
    let answers = answers.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
    let lines = [kept, text(reservation.reason.as_ref()), answers];
    let mut lines: Vec<_> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    if lines.is_empty() {
        lines.push("kept".to_owned());
    }
    lines
}
