//! Stations become cards: entities of one system share one, and entities that are alike become one.

use indexmap::{IndexMap, IndexSet};

use super::sheet::{Card, Kind, Line, Row, Sheet, Spot, Wire};
use super::{Connection, Station, Topology};
use crate::model::{LifecycleStatus, Protocol};

/// Whether entities that are alike become one card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bundling {
    None,
    Alike,
}

/// How many entities must be alike to become one card.
const LEAST_ALIKE: usize = 3;

/// How many entities of one system share a card at most.
const MOST_ROWS: usize = 6;

/// The groups, in the order in which they are met; those without a name last.
pub(super) fn groups(topology: &Topology) -> IndexSet<&str> {
    let mut groups: IndexSet<&str> = topology
        .stations
        .iter()
        .filter(|station| station.is_known)
        .map(|station| station.group.as_str())
        .collect();
    groups.extend(topology.stations.iter().map(|station| station.group.as_str()));
    groups
}

/// How many links lead to or from each station.
pub(super) fn degrees(topology: &Topology) -> Vec<usize> {
    let mut degrees = vec![0; topology.stations.len()];
    for connection in &topology.connections {
        degrees[connection.source] += 1;
        degrees[connection.target] += 1;
    }
    degrees
}

/// All stations with these links.
pub(super) fn whole(topology: &Topology, connections: &[&Connection], bundling: Bundling) -> Sheet {
    let stations: Vec<usize> = (0..topology.stations.len()).collect();
    sheet(topology, &stations, connections, bundling)
}

/// These links with the stations at their ends.
pub(super) fn of_links(topology: &Topology, connections: &[&Connection], bundling: Bundling) -> Sheet {
    let mut stations: Vec<usize> =
        connections.iter().flat_map(|connection| [connection.source, connection.target]).collect();
    stations.sort_unstable();
    stations.dedup();
    sheet(topology, &stations, connections, bundling)
}

/// What makes two entities alike: group, modality, and every link as it looks from them.
type Likeness<'t> = (&'t str, &'t str, Vec<(usize, bool, Kind)>);

fn sheet(topology: &Topology, stations: &[usize], connections: &[&Connection], bundling: Bundling) -> Sheet {
    let groups = groups(topology);
    let mut builder = Builder { topology, sheet: Sheet::default(), spots: IndexMap::new() };
    builder.sheet.groups = groups.iter().map(|group| (*group).to_owned()).collect();
    let group_of = |station: &Station| groups.get_index_of(station.group.as_str()).unwrap_or(0);
    let mut systems: IndexMap<(usize, &str), Vec<usize>> = IndexMap::new();
    for at in stations {
        let station = &topology.stations[*at];
        let alone = if station.system.is_empty() { at + 1 } else { 0 };
        systems.entry((group_of(station) + alone * groups.len(), &station.system)).or_default().push(*at);
    }
    let mut alike: IndexMap<Likeness<'_>, Vec<usize>> = IndexMap::new();
    let mut links: Vec<Vec<(usize, bool, Kind)>> = vec![Vec::new(); topology.stations.len()];
    if bundling == Bundling::Alike {
        for connection in connections {
            let kind = kind(connection);
            links[connection.source].push((connection.target, true, kind.clone()));
            links[connection.target].push((connection.source, false, kind));
        }
    }
    for (_, members) in systems {
        let single = &topology.stations[members[0]];
        if let [member] = members[..]
            && bundling == Bundling::Alike
            && single.is_known
        {
            let mut seen = std::mem::take(&mut links[member]);
            seen.sort_unstable();
            alike.entry((&single.group, &single.modality, seen)).or_default().push(member);
            continue;
        }
        let parts = members.len().div_ceil(MOST_ROWS);
        members.chunks(members.len().div_ceil(parts)).for_each(|part| builder.system(part, group_of(single)));
    }
    for ((_, modality, _), members) in alike {
        let group = group_of(&topology.stations[members[0]]);
        if members.len() < LEAST_ALIKE {
            for member in members {
                builder.system(&[member], group);
            }
        } else {
            builder.bundle(&members, modality, group);
        }
    }
    builder.wires(connections);
    builder.sheet
}

struct Builder<'t> {
    topology: &'t Topology,
    sheet: Sheet,
    /// Where each station is drawn.
    spots: IndexMap<usize, Spot>,
}

impl Builder<'_> {
    fn system(&mut self, members: &[usize], group: usize) {
        let stations = &self.topology.stations;
        let first = &stations[members[0]];
        let row = |at: &usize| Row {
            name: stations[*at].name.clone(),
            note: noted(&stations[*at], members.len() == 1),
            stations: vec![*at],
        };
        let title = if members.len() > 1 { host(&first.system) } else { String::new() };
        self.card(Card { title, rows: members.iter().map(row).collect(), group, is_known: first.is_known });
    }

    fn bundle(&mut self, members: &[usize], modality: &str, group: usize) {
        let names: Vec<&str> = members.iter().map(|at| self.topology.stations[*at].name.as_str()).collect();
        let what = if modality.is_empty() { "entities".to_owned() } else { modality.to_owned() };
        let row = Row {
            name: format!("{what} × {}", members.len()),
            note: names.join(", "),
            stations: members.to_vec(),
        };
        self.card(Card { title: String::new(), rows: vec![row], group, is_known: true });
    }

    fn card(&mut self, card: Card) {
        let at = self.sheet.cards.len();
        for (row, drawn) in card.rows.iter().enumerate() {
            self.spots.extend(drawn.stations.iter().map(|station| (*station, Spot { card: at, row })));
        }
        self.sheet.cards.push(card);
    }

    /// The wires. Links between the same two rows that look alike are one, with an arrow head wherever data goes.
    fn wires(&mut self, connections: &[&Connection]) {
        let mut wires: IndexMap<(Spot, Spot, Line, String), Wire> = IndexMap::new();
        for connection in connections {
            let ends = (self.spots.get(&connection.source), self.spots.get(&connection.target));
            let (Some(source), Some(target)) = ends else { continue };
            let kind = kind(connection);
            let key = (*source.min(target), *source.max(target), kind.line, kind.word.clone());
            let wire = wires.entry(key).or_insert_with(|| Wire {
                source: *source,
                target: *target,
                kind: Kind { to_source: false, to_target: false, ..kind.clone() },
                links: Vec::new(),
            });
            let is_turned = wire.source != *source;
            wire.kind.to_source |= if is_turned { kind.to_target } else { kind.to_source };
            wire.kind.to_target |= if is_turned { kind.to_source } else { kind.to_target };
            wire.links.push(connection.number);
        }
        self.sheet.wires = wires.into_values().collect();
    }
}

/// What stands above the entities of a system; of the name of a host its first part.
fn host(system: &str) -> String {
    let is_host = !system.contains(char::is_whitespace) && system.contains(char::is_alphabetic);
    let first = system.split('.').next().filter(|first| is_host && !first.is_empty());
    first.unwrap_or(system).to_owned()
}

/// What is said of an entity below its name.
fn noted(station: &Station, is_alone: bool) -> String {
    let modality = if is_alone { station.modality.as_str() } else { "" };
    let parts = [modality, station.note.as_str()].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// How a link is drawn.
fn kind(connection: &Connection) -> Kind {
    let line = match connection.protocol {
        Protocol::Dicom => Line::Full,
        Protocol::DicomTls => Line::Double,
        Protocol::DicomWeb => Line::Dashed,
        Protocol::Other => Line::Dotted,
    };
    let word = match connection.status {
        LifecycleStatus::Production => "",
        other => other.as_str(),
    };
    Kind {
        to_source: connection.to_source,
        to_target: connection.to_target,
        line,
        word: word.to_owned(),
        is_joined: true,
    }
}
