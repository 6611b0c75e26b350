//! The topology of a site: systems as boxes in groups, governed links as arrows that point where data goes.
//!
//! A small site is one drawing. A large one is an overview, in which a box is a group or an entity with very many links,
//! and drawings of each group. Boxes stand in at most three columns: those that most links lead to or from stand in the
//! middle, those that mostly begin links at the left, and the others at the right. Links of one kind that lead to the same
//! entity join one line on their way. The time grows with entities and links.

mod columns;
mod gathering;
mod legend;
mod overview;
mod paint;
mod place;
mod sheet;
mod tracks;
mod wiring;

use self::gathering::Bundling;
use self::sheet::{Frame, Sheet};
use crate::document::Drawing;
use crate::model::{LifecycleStatus, Protocol};

/// What is drawn.
#[derive(Debug, Clone, Default)]
pub struct Topology {
    /// The entities; those that are known to this site first, in its order.
    pub stations: Vec<Station>,
    /// The links, in the order of the site.
    pub connections: Vec<Connection>,
    /// Whether groups are framed where everything is drawn at once.
    pub has_frames: bool,
}

/// An entity, or an end of a link that is none of this site's.
#[derive(Debug, Clone, Default)]
pub struct Station {
    /// Its name.
    pub name: String,
    /// What else is said of it in its box, such as an AE title of another spelling; may be empty.
    pub note: String,
    /// The modality; may be empty.
    pub modality: String,
    /// The group that it is drawn in.
    pub group: String,
    /// The system that it is a part of: entities of one system share a box. Empty where none is named.
    pub system: String,
    /// Whether it is registered in this site.
    pub is_known: bool,
}

/// A governed link.
#[derive(Debug, Clone)]
pub struct Connection {
    /// The station that begins.
    pub source: usize,
    /// The station that answers.
    pub target: usize,
    /// Whether data goes to the target.
    pub to_target: bool,
    /// Whether data goes to the source.
    pub to_source: bool,
    /// What is spoken.
    pub protocol: Protocol,
    /// Its stage of life.
    pub status: LifecycleStatus,
    /// Its number among the links of the site.
    pub number: usize,
}

/// A topology as it is drawn.
#[derive(Debug, Clone, Default)]
pub struct Drawn {
    /// The whole site: everything, or an overview.
    pub whole: Vec<Drawing>,
    /// Whether the whole is an overview.
    pub is_overview: bool,
    /// The groups of an overview, each with the drawings of its links; none where there are too many entities to draw.
    pub groups: Vec<Group>,
}

/// The links of one group.
#[derive(Debug, Clone, Default)]
pub struct Group {
    /// Its name; empty for what belongs to none.
    pub name: String,
    /// The drawings.
    pub drawings: Vec<Drawing>,
    /// Whether they show how many links there are between modalities, as those are too many to be drawn one by one.
    pub is_overview: bool,
}

/// Of how many entities everything is drawn at once, at most.
const MOST_AT_ONCE: usize = 90;

/// Of how many entities details are drawn, at most.
const MOST_IN_DETAIL: usize = 1000;

/// How many drawings the links of one group may take.
const MOST_PARTS: usize = 8;

/// Draws a topology.
pub fn draw(topology: &Topology, title: &str) -> Drawn {
    if topology.stations.is_empty() {
        return Drawn::default();
    }
    if topology.stations.len() <= MOST_AT_ONCE {
        let frame = if topology.has_frames { Frame::Groups } else { Frame::Nothing };
        let everything: Vec<&Connection> = topology.connections.iter().collect();
        for bundling in [Bundling::None, Bundling::Alike] {
            let sheet = gathering::whole(topology, &everything, bundling);
            if let Some(drawing) = sheet.draw(title, frame) {
                return Drawn { whole: vec![drawing], ..Drawn::default() };
            }
        }
    }
    let whole = overview::draw(topology, title);
    let groups =
        if topology.stations.len() <= MOST_IN_DETAIL { details(topology, title) } else { Vec::new() };
    Drawn { whole, is_overview: true, groups }
}

/// Each group with the drawings of its links. A link between two groups is drawn with that of the end that has fewer
/// links, as the other end is known to most readers.
fn details(topology: &Topology, title: &str) -> Vec<Group> {
    let degrees = gathering::degrees(topology);
    let groups = gathering::groups(topology);
    let mut connections: Vec<Vec<&Connection>> = vec![Vec::new(); groups.len()];
    for connection in &topology.connections {
        let lesser = if degrees[connection.source] <= degrees[connection.target] {
            connection.source
        } else {
            connection.target
        };
        if let Some(group) = groups.get_index_of(topology.stations[lesser].group.as_str()) {
            connections[group].push(connection);
        }
    }
    let drawn = groups.iter().zip(connections).filter(|(_, connections)| !connections.is_empty());
    let drawn = drawn.map(|(group, connections)| {
        let sheet = gathering::of_links(topology, &connections, Bundling::Alike);
        let name = format!("{title}: {}", if group.is_empty() { "others" } else { group });
        let one_by_one = fitted(sheet, &name, MOST_PARTS);
        let is_overview = one_by_one.is_none();
        let drawings = one_by_one.unwrap_or_else(|| overview::of_group(topology, &connections, group, &name));
        Group { name: (*group).to_owned(), drawings, is_overview }
    });
    drawn.collect()
}

/// A sheet in as many drawings as it needs to be read, if these are `most` at most.
fn fitted(sheet: Sheet, title: &str, most: usize) -> Option<Vec<Drawing>> {
    if most == 0 {
        return None;
    }
    if let Some(drawing) = sheet.draw(title, Frame::Groups) {
        return Some(vec![drawing]);
    }
    let Some((one, other)) = sheet.halves() else { return Some(Vec::new()) };
    let mut drawings = fitted(one, title, most)?;
    drawings.extend(fitted(other, title, most - drawings.len())?);
    Some(drawings)
}
