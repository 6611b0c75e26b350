//! The topology of a site as templates place it.

use std::collections::{BTreeMap, HashSet};

use indexmap::IndexMap;
use serde::Serialize;

use crate::document::{Picture, Register, RegisteredEntity, RegisteredLink};
use crate::model::{Direction, LifecycleStatus, Link, Protocol, Site, SiteEntity};
use crate::render::figure::topology::{self, Connection, Drawn, Group, Station, Topology};
use crate::render::view::figures::{FigureView, Figures};

/// The figures of the topology (systems as boxes, links as arrows).
#[derive(Debug, Default, Serialize)]
pub struct TopologyView {
    /// The figures of the whole site; none where nothing is registered.
    pub figures: Vec<FigureView>,
    /// Whether they are an overview.
    pub is_overview: bool,
    /// What groups are: `organization`, `network zone` or `modality`.
    pub grouped_by: &'static str,
    /// The figures of each group of an overview; none where there are too many entities.
    pub groups: Vec<TopologyGroup>,
    /// The drawings under their addresses, which directives place.
    #[serde(skip)]
    pub(in crate::render) pictures: BTreeMap<String, Picture>,
    /// The entities and links by the numbers that drawings know them by.
    #[serde(skip)]
    pub(in crate::render) register: Register,
}

/// The links of one group of the topology.
#[derive(Debug, Serialize)]
pub struct TopologyGroup {
    /// Its name; empty for what belongs to none.
    pub name: String,
    /// The figures.
    pub figures: Vec<FigureView>,
    /// Whether they show how many links there are between modalities, as those are too many to be drawn one by one.
    pub is_overview: bool,
}

const TITLE: &str = "Topology";

const DESCRIPTION: &str = "Systems are boxes, governed links are lines between them, and an arrow head points where \
                           data goes. The tables of entities and of links say the same.";

impl TopologyView {
    pub(super) fn of(site: &Site) -> Self {
        let grouping = Grouping::of(site);
        let (topology, register) = plain(site, grouping);
        let Drawn { whole, is_overview, groups } = topology::draw(&topology, TITLE);
        let figures = Figures::default();
        let take = |drawings| figures.take("figure", drawings, DESCRIPTION, Vec::new());
        let view = Self {
            figures: take(whole),
            is_overview,
            grouped_by: grouping.as_str(),
            groups: groups
                .into_iter()
                .map(|Group { name, drawings, is_overview }| TopologyGroup {
                    name,
                    figures: take(drawings),
                    is_overview,
                })
                .collect(),
            pictures: BTreeMap::new(),
            register,
        };
        Self { pictures: figures.into_pictures(), ..view }
    }
}

/// What entities are grouped by.
#[derive(Debug, Clone, Copy)]
enum Grouping {
    Organization,
    Zone,
    Modality,
}

impl Grouping {
    /// The first of organization and network zone that has two values, modality otherwise.
    fn of(site: &Site) -> Self {
        let has_several = |grouping: &Self| {
            let values = site.application_entities.values().map(|entity| grouping.value(site, entity));
            values.collect::<HashSet<_>>().len() > 1
        };
        [Self::Organization, Self::Zone].into_iter().find(has_several).unwrap_or(Self::Modality)
    }

    fn value<'s>(self, site: &'s Site, entity: &'s SiteEntity) -> &'s str {
        let value = match self {
            Self::Organization => site.organization_of(entity),
            Self::Zone => entity.zone.as_deref(),
            Self::Modality => entity.modality.as_deref(),
        };
        value.unwrap_or_default().trim()
    }

    const fn as_str(self) -> &'static str {
        match self {
            Self::Organization => "organization",
            Self::Zone => "network zone",
            Self::Modality => "modality",
        }
    }
}

/// The topology as it is drawn. A small site is not grouped by modality, as boxes say it.
fn plain(site: &Site, grouping: Grouping) -> (Topology, Register) {
    let has_frames = !matches!(grouping, Grouping::Modality);
    let mut topology = Topology { has_frames, ..Topology::default() };
    let mut register = Register::default();
    let mut places: IndexMap<&str, usize> = IndexMap::new();
    for (name, entity) in &site.application_entities {
        places.insert(name, topology.stations.len());
        topology.stations.push(station(site, name, entity, grouping));
        register.entities.push(registered(site, name, entity));
    }
    for (number, link) in site.links.iter().enumerate() {
        let [source, target] = [&link.source, &link.target].map(|end| end.as_deref().unwrap_or(NOT_STATED));
        let [source, target] = [source, target].map(|end| {
            *places.entry(end).or_insert_with(|| {
                topology.stations.push(elsewhere(site, end));
                register
                    .entities
                    .push(RegisteredEntity { name: end.to_owned(), ..RegisteredEntity::default() });
                topology.stations.len() - 1
            })
        });
        topology.connections.push(Connection {
            source,
            target,
            to_target: matches!(link.direction, Some(Direction::Push | Direction::Bidir)),
            to_source: matches!(link.direction, Some(Direction::Pull | Direction::Bidir)),
            protocol: protocol(site, link),
            status: link.status(),
            number,
        });
        register.links.push(RegisteredLink {
            source,
            target,
            arrow: super::ends::arrow(link.direction).to_owned(),
            organization: site.organization_of_link(link).unwrap_or_default().to_owned(),
            status: link.status().as_str().to_owned(),
            protocol: protocol(site, link).as_str().to_owned(),
        });
    }
    (topology, register)
}

fn registered(site: &Site, name: &str, entity: &SiteEntity) -> RegisteredEntity {
    RegisteredEntity {
        name: name.to_owned(),
        organization: site.organization_of(entity).unwrap_or_default().to_owned(),
        status: entity.status.map(LifecycleStatus::as_str).unwrap_or_default().to_owned(),
        protocol: entity.protocol().as_str().to_owned(),
        modality: entity.modality.clone().unwrap_or_default(),
    }
}

/// What an end of a link is called that is not stated.
const NOT_STATED: &str = "(not stated)";

fn station(site: &Site, name: &str, entity: &SiteEntity, grouping: Grouping) -> Station {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let title = entity.ae_title.as_deref().filter(|title| *title != name);
    let system = entity.functional_ci.as_ref().or(entity.equipment.as_ref());
    Station {
        name: name.to_owned(),
        note: title.unwrap_or_default().to_owned(),
        modality: text(&entity.modality),
        group: grouping.value(site, entity).to_owned(),
        system: system.cloned().unwrap_or_default(),
        is_known: true,
    }
}

/// An end of a link that is none of this site's: of another site, or of none.
fn elsewhere(site: &Site, end: &str) -> Station {
    let other = end.split_once('#').filter(|(name, _)| site.sites.contains_key(*name));
    Station {
        name: other.map_or(end, |(_, entity)| entity).to_owned(),
        group: other.map_or_else(|| "Not registered".to_owned(), |(name, _)| format!("Site {name}")),
        ..Station::default()
    }
}

/// What is spoken over a link: the words of the end that is spoken to.
fn protocol(site: &Site, link: &Link) -> Protocol {
    let entity = |end: &Option<String>| end.as_ref().and_then(|name| site.application_entities.get(name));
    let spoken = entity(&link.target).or_else(|| entity(&link.source));
    spoken.map_or(Protocol::Dicom, SiteEntity::protocol)
}
