//! The systems of a site: everything that touches a server, a device or a host.

use std::collections::HashMap;

use indexmap::IndexMap;
use serde::Serialize;

use super::Ground;
use super::ends::some_of;
use super::entities::address;
use crate::model::{Direction, LinkUse, SiteEntity};

/// An entity of a system.
#[derive(Debug, Serialize)]
pub struct SystemRow {
    /// The server, else the device, else the host, else the entity itself.
    pub system: String,
    /// The author's name for the entity.
    pub entity: String,
    /// What others must know to reach it: title, address and protocol, a line each.
    pub reached: Vec<String>,
    /// The links that lead to it: the other end, direction and status.
    pub incoming: Vec<String>,
    /// The links that start from it.
    pub outgoing: Vec<String>,
}

/// A row for each entity, the entities of a system together.
pub(super) fn rows(ground: &Ground<'_, '_>) -> Vec<SystemRow> {
    let mut systems: IndexMap<String, Vec<(&str, &SiteEntity)>> = IndexMap::new();
    for (name, entity) in &ground.site.application_entities {
        systems.entry(system(name, entity)).or_default().push((name, entity));
    }
    let mut incoming: HashMap<&str, Vec<String>> = HashMap::new();
    let mut outgoing: HashMap<&str, Vec<String>> = HashMap::new();
    for (link, ends, _) in ground.links() {
        let (Some(source), Some(target)) = (&link.link.source, &link.link.target) else { continue };
        incoming.entry(target).or_default().push(told(&ends.source, link));
        outgoing.entry(source).or_default().push(told(&ends.target, link));
    }
    let mut rows = Vec::with_capacity(ground.site.application_entities.len());
    for (system, entities) in systems {
        for (name, entity) in entities {
            rows.push(SystemRow {
                system: system.clone(),
                entity: name.to_owned(),
                reached: reached(entity),
                incoming: some_of(incoming.remove(name).unwrap_or_default()),
                outgoing: some_of(outgoing.remove(name).unwrap_or_default()),
            });
        }
    }
    rows
}

fn system(name: &str, entity: &SiteEntity) -> String {
    let written = [&entity.functional_ci, &entity.equipment, &entity.host];
    let mut written = written.into_iter().filter_map(|text| text.as_deref().map(str::trim));
    written.find(|text| !text.is_empty()).unwrap_or(name).to_owned()
}

fn told(peer: &str, link: &LinkUse<'_>) -> String {
    let direction = link.link.direction.map(Direction::as_str).unwrap_or_default();
    let said = [direction, link.link.status().as_str()];
    let said: Vec<_> = said.into_iter().filter(|word| !word.is_empty()).collect();
    format!("{peer}: {}", said.join(", "))
}

fn reached(entity: &SiteEntity) -> Vec<String> {
    let title = entity.ae_title.clone().unwrap_or_default();
    let place = entity.endpoint_url.clone().unwrap_or_else(|| address(entity));
    let lines = [title, place, entity.protocol().as_str().to_owned()];
    lines.into_iter().filter(|line| !line.trim().is_empty()).collect()
}
