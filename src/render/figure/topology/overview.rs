//! The overview of a large site: a box for each group, one for each entity with very many links, and arrows that say how
//! many links they stand for. What has too many arrows to be followed is a table of groups instead.

mod table;

use indexmap::{IndexMap, IndexSet};

use super::sheet::{Card, Frame, Kind, Line, Row, Sheet, Spot, Wire};
use super::{Connection, Topology, gathering};
use crate::document::Drawing;
use crate::model::LifecycleStatus;

/// How many entities with very many links have boxes of their own, at most.
const MOST_HUBS: usize = 6;

/// Of how many groups and arrows arrows are drawn, at most.
const MOST_DRAWN: (usize, usize) = (16, 22);

/// What several links have in common.
#[derive(Debug, Clone, Default)]
struct Bundle {
    to_source: bool,
    to_target: bool,
    links: Vec<usize>,
    in_production: usize,
}

impl Bundle {
    fn word(&self) -> String {
        if self.in_production == self.links.len() {
            self.links.len().to_string()
        } else {
            format!("{} of {}", self.in_production, self.links.len())
        }
    }
}

/// The overview, in as many drawings as it needs.
pub(super) fn draw(topology: &Topology, title: &str) -> Vec<Drawing> {
    let connections: Vec<&Connection> = topology.connections.iter().collect();
    let groups = topology.stations.iter().map(|station| Some((false, station.group.as_str()))).collect();
    let names = gathering::groups(topology).into_iter().map(|group| (false, group)).collect();
    drawn(topology, &connections, &Parts { names, of: groups }, title)
}

/// The links of one group between the modalities of its entities, and between them and other groups.
pub(super) fn of_group(
    topology: &Topology,
    connections: &[&Connection],
    group: &str,
    title: &str,
) -> Vec<Drawing> {
    let mut parts = Parts { names: IndexSet::new(), of: vec![None; topology.stations.len()] };
    let mut ends: Vec<usize> =
        connections.iter().flat_map(|connection| [connection.source, connection.target]).collect();
    ends.sort_unstable();
    ends.dedup();
    for at in ends {
        let station = &topology.stations[at];
        let is_own = station.group == group;
        let part = (is_own, if is_own { station.modality.as_str() } else { station.group.as_str() });
        parts.of[at] = Some(part);
        parts.names.insert(part);
    }
    drawn(topology, connections, &parts, title)
}

/// What each station is a part of, if it is drawn; of two parts of one name one may be a group and one a modality.
struct Parts<'t> {
    names: IndexSet<(bool, &'t str)>,
    of: Vec<Option<(bool, &'t str)>>,
}

fn drawn(topology: &Topology, connections: &[&Connection], parts: &Parts<'_>, title: &str) -> Vec<Drawing> {
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); parts.names.len()];
    for (at, part) in parts.of.iter().enumerate() {
        if let Some(place) = part.and_then(|part| parts.names.get_index_of(&part)) {
            members[place].push(at);
        }
    }
    let hubs = hubs(topology, connections, parts.names.len());
    let mut card_of: Vec<usize> = vec![0; topology.stations.len()];
    let mut sheet = Sheet { groups: vec![String::new()], ..Sheet::default() };
    for ((_, name), members) in parts.names.iter().zip(&members) {
        let (own, rest): (Vec<usize>, Vec<usize>) = members.iter().partition(|at| hubs.contains(at));
        for at in own {
            card_of[at] = sheet.cards.len();
            let note = if parts.names.len() > 1 { (*name).to_owned() } else { String::new() };
            sheet.cards.push(card(topology, topology.stations[at].name.clone(), note, vec![at]));
        }
        if !rest.is_empty() {
            for at in &rest {
                card_of[*at] = sheet.cards.len();
            }
            let name = if name.is_empty() { "Others" } else { name };
            let count =
                if let [_] = rest[..] { "1 entity".to_owned() } else { format!("{} entities", rest.len()) };
            sheet.cards.push(card(topology, name.to_owned(), count, rest));
        }
    }
    let bundles = bundles(connections, &card_of);
    for ((source, target), bundle) in &bundles {
        if source == target {
            let note = &mut sheet.cards[*source].rows[0].note;
            *note = format!("{note}, {} links within", bundle.word());
        } else {
            sheet.wires.push(wire(*source, *target, bundle));
        }
    }
    if sheet.cards.len() <= MOST_DRAWN.0
        && sheet.wires.len() <= MOST_DRAWN.1
        && let Some(drawing) = sheet.draw(title, Frame::Nothing)
    {
        return vec![drawing];
    }
    table::draw(&sheet, title)
}

/// The entities with very many links, those with most first.
fn hubs(topology: &Topology, connections: &[&Connection], groups: usize) -> Vec<usize> {
    let mut degrees = vec![0; topology.stations.len()];
    for connection in connections {
        degrees[connection.source] += 1;
        degrees[connection.target] += 1;
    }
    // Among many groups a single entity is not what one looks for.
    let least = if groups > 8 { usize::MAX } else { (connections.len() / 12).max(10) };
    let mut hubs: Vec<usize> = (0..degrees.len()).filter(|at| degrees[*at] >= least).collect();
    hubs.sort_by_key(|at| (std::cmp::Reverse(degrees[*at]), *at));
    hubs.truncate(MOST_HUBS);
    hubs
}

fn card(topology: &Topology, name: String, note: String, stations: Vec<usize>) -> Card {
    let is_known = stations.iter().any(|at| topology.stations[*at].is_known);
    Card { title: String::new(), rows: vec![Row { name, note, stations }], group: 0, is_known }
}

fn wire(source: usize, target: usize, bundle: &Bundle) -> Wire {
    Wire {
        source: Spot { card: source, row: 0 },
        target: Spot { card: target, row: 0 },
        kind: Kind {
            to_source: bundle.to_source,
            to_target: bundle.to_target,
            line: Line::Full,
            word: bundle.word(),
            is_joined: false,
        },
        links: bundle.links.clone(),
    }
}

/// The links between each two cards, whoever begins.
fn bundles(connections: &[&Connection], card_of: &[usize]) -> IndexMap<(usize, usize), Bundle> {
    let mut bundles: IndexMap<(usize, usize), Bundle> = IndexMap::new();
    for connection in connections {
        let (source, target) = (card_of[connection.source], card_of[connection.target]);
        let is_turned = source > target;
        let bundle = bundles.entry((source.min(target), source.max(target))).or_default();
        let (to_source, to_target) = (connection.to_source, connection.to_target);
        bundle.to_source |= if is_turned { to_target } else { to_source };
        bundle.to_target |= if is_turned { to_source } else { to_target };
        bundle.links.push(connection.number);
        bundle.in_production += usize::from(connection.status == LifecycleStatus::Production);
    }
    bundles
}
