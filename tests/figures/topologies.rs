//! Topologies of all sizes and forms, measured.

use std::collections::BTreeSet;

use dicomply::document::Drawing;
use dicomply::document::drawing::{Area, Mark, Point, Topic};
use dicomply::model::{LifecycleStatus, Protocol};
use dicomply::render::figure::topology::{Connection, Drawn, Group, Station, Topology, draw};

use super::geometry::faults;
use super::models::{Dice, name};

const PROTOCOLS: [Protocol; 4] = [Protocol::Dicom, Protocol::DicomTls, Protocol::DicomWeb, Protocol::Other];

const STAGES: [LifecycleStatus; 5] = [
    LifecycleStatus::Production,
    LifecycleStatus::Planned,
    LifecycleStatus::Approved,
    LifecycleStatus::Deprecated,
    LifecycleStatus::Obsolete,
];

fn station(name: impl Into<String>, modality: &str, group: &str) -> Station {
    let (modality, group) = (modality.to_owned(), group.to_owned());
    Station { name: name.into(), modality, group, is_known: true, ..Station::default() }
}

fn connection(number: usize, source: usize, target: usize) -> Connection {
    Connection {
        source,
        target,
        to_target: true,
        to_source: false,
        protocol: Protocol::Dicom,
        status: LifecycleStatus::Production,
        number,
    }
}

/// A site of `count` entities with links to a few of them, names and groups of all kinds, and ends that are unknown.
fn random(dice: &mut Dice, count: usize, links: usize) -> Topology {
    let groups = 1 + dice.below(5);
    let mut topology = Topology { has_frames: !dice.one_in(4), ..Topology::default() };
    for number in 0..count {
        let own = if dice.one_in(3) { name(dice) } else { format!("AE{number}") };
        let modality = dice.pick(&["CT", "MR", "US", "", "OT"]);
        let group = format!("Group {}", dice.below(groups));
        let mut station = station(own, modality, if dice.one_in(9) { "" } else { &group });
        station.is_known = !dice.one_in(15);
        station.note = if dice.one_in(4) { name(dice) } else { String::new() };
        station.system = if dice.one_in(3) { format!("system{}", dice.below(count)) } else { String::new() };
        topology.stations.push(station);
    }
    let hubs = 1 + count / 10;
    for number in 0..links {
        let most = if dice.one_in(6) { count } else { hubs };
        let (protocols, stages) = if dice.one_in(2) { (1, 1) } else { (PROTOCOLS.len(), STAGES.len()) };
        let ends = [dice.below(count), dice.below(most)];
        let [source, target] = if dice.one_in(4) { [ends[1], ends[0]] } else { ends };
        topology.connections.push(Connection {
            to_target: !dice.one_in(3),
            to_source: dice.one_in(3),
            protocol: PROTOCOLS[dice.below(protocols)],
            status: STAGES[dice.below(stages)],
            ..connection(number, source, target)
        });
    }
    topology
}

fn everything(drawn: &Drawn) -> Vec<&Drawing> {
    drawn.whole.iter().chain(drawn.groups.iter().flat_map(|group| &group.drawings)).collect()
}

/// Draws and measures: what every figure keeps, and that no line runs through a box that is none of its ends.
fn sound(topology: &Topology, case: &str) -> Drawn {
    let drawn = draw(topology, "Topology");
    for (number, drawing) in everything(&drawn).into_iter().enumerate() {
        let mut faults = faults(drawing);
        faults.extend(lines_through_boxes(drawing));
        assert!(faults.is_empty(), "{case}, drawing {number}: {faults:#?}");
        assert!(
            drawing.width <= 680 && drawing.height <= 1000,
            "{case}: {} by {}",
            drawing.width,
            drawing.height
        );
    }
    drawn
}

fn lines_through_boxes(drawing: &Drawing) -> Vec<String> {
    let entities = drawing.subjects.iter().filter(|subject| subject.topic == Topic::Entity);
    let boxes: Vec<Area> = entities
        .flat_map(|subject| &drawing.marks[subject.marks.clone()])
        .filter_map(|mark| match mark {
            Mark::Rectangle { area, .. } => Some(*area),
            _ => None,
        })
        .collect();
    let wired = drawing.subjects.iter().filter(|subject| subject.topic == Topic::Link);
    let lines =
        wired.flat_map(|subject| &drawing.marks[subject.marks.clone()]).filter_map(|mark| match mark {
            Mark::Line { points, .. } => Some(points),
            _ => None,
        });
    let through = |pair: &[Point], area: &Area| {
        let (left, right) = (pair[0].x.min(pair[1].x), pair[0].x.max(pair[1].x));
        let (top, bottom) = (pair[0].y.min(pair[1].y), pair[0].y.max(pair[1].y));
        left < area.right() && right > area.x && top < area.bottom() && bottom > area.y
    };
    let mut found = Vec::new();
    for points in lines {
        for pair in points.windows(2) {
            found.extend(
                boxes.iter().filter(|area| through(pair, area)).map(|area| format!("{pair:?} {area:?}")),
            );
        }
    }
    found
}

/// The numbers of all links that are drawn.
fn links(drawn: &[&Drawing]) -> BTreeSet<usize> {
    let subjects = drawn.iter().flat_map(|drawing| &drawing.subjects);
    subjects
        .filter(|subject| subject.topic == Topic::Link)
        .flat_map(|subject| subject.numbers.clone())
        .collect()
}

#[test]
fn topologies_are_sound() {
    for (count, links, seeds) in [(1, 0, 3), (2, 1, 20), (2, 4, 20), (5, 8, 60), (25, 40, 60), (60, 110, 12)]
    {
        for seed in 0..seeds {
            let topology = random(&mut Dice::new(seed), count, links);
            sound(&topology, &format!("{count} entities, seed {seed}"));
        }
    }
}

#[test]
fn large_topologies_are_sound_and_lose_no_link() {
    for (count, wanted, seed) in [(120, 200, 1), (300, 600, 2), (300, 1500, 3)] {
        let topology = random(&mut Dice::new(seed), count, wanted);
        let drawn = sound(&topology, &format!("{count} entities"));
        assert!(drawn.is_overview, "{count} entities are drawn at once");
        let (many, few): (Vec<&Group>, Vec<&Group>) =
            drawn.groups.iter().partition(|group| group.is_overview);
        let details: Vec<&Drawing> = few.iter().flat_map(|group| &group.drawings).collect();
        let is_drawn = |number: &usize| !many.iter().any(|group| group.name == told_by(&topology, *number));
        assert_eq!(links(&details), (0..wanted).filter(is_drawn).collect(), "{count} entities");
        assert_eq!(many.is_empty(), count < 300, "{count} entities");
        assert!(drawn.groups.iter().all(|group| (1..=8).contains(&group.drawings.len())), "{count} entities");
    }
}

/// The group with which a link is drawn: that of the end with fewer links.
fn told_by(topology: &Topology, number: usize) -> &str {
    let degree = |station: usize| {
        let ends = topology.connections.iter().flat_map(|one| [one.source, one.target]);
        ends.filter(|end| *end == station).count()
    };
    let Connection { source, target, .. } = topology.connections[number];
    let lesser = if degree(source) <= degree(target) { source } else { target };
    &topology.stations[lesser].group
}

#[test]
fn small_topologies_show_every_entity_and_link_once() {
    for seed in 0..40 {
        let topology = random(&mut Dice::new(seed), 12, 16);
        let drawn = draw(&topology, "Topology");
        let drawings = everything(&drawn);
        if drawn.is_overview {
            continue;
        }
        let of = |topic| {
            let subjects = drawings.iter().flat_map(|drawing| &drawing.subjects);
            let mut numbers: Vec<usize> = subjects
                .filter(|subject| subject.topic == topic)
                .flat_map(|subject| subject.numbers.clone())
                .collect();
            numbers.sort_unstable();
            numbers
        };
        assert_eq!(of(Topic::Entity), (0..12).collect::<Vec<_>>(), "seed {seed}");
        let mut shown = of(Topic::Link);
        shown.dedup();
        assert_eq!(shown, (0..16).collect::<Vec<_>>(), "seed {seed}");
    }
}

#[test]
fn a_hub_with_a_hundred_peers_is_one_drawing() {
    let mut stations = vec![station("PACS", "", "Radiology")];
    let modalities = ["CT", "MR", "US", "DX"];
    stations.extend((0..100).map(|at| station(format!("AE{at}"), modalities[at % 4], "Radiology")));
    let connections = (0..100).map(|at| connection(at, at + 1, 0)).collect();
    let drawn = sound(&Topology { stations, connections, has_frames: true }, "star");
    let texts: Vec<&str> = everything(&drawn)
        .into_iter()
        .flat_map(|drawing| &drawing.marks)
        .filter_map(|mark| match mark {
            Mark::Text(text) => Some(text.text.as_str()),
            _ => None,
        })
        .collect();
    for modality in modalities {
        assert!(texts.contains(&format!("{modality} × 25").as_str()), "{texts:?}");
    }
}

#[test]
fn chains_loops_and_parallel_links_are_sound() {
    let chain = |count: usize| Topology {
        stations: (0..count).map(|at| station(format!("S{at}"), "", "")).collect(),
        connections: (1..count).map(|at| connection(at - 1, at - 1, at)).collect(),
        has_frames: true,
    };
    for count in [2, 3, 7, 30, 150] {
        sound(&chain(count), &format!("chain of {count}"));
    }
    let mut looped = chain(3);
    looped.connections.push(connection(2, 1, 1));
    looped.connections.push(connection(3, 0, 0));
    sound(&looped, "loops");
    let mut parallel = chain(2);
    for (at, (protocol, status)) in
        PROTOCOLS.into_iter().cycle().zip(STAGES.into_iter().cycle()).take(24).enumerate()
    {
        parallel.connections.push(Connection {
            protocol,
            status,
            ..connection(at + 1, at % 2, (at + 1) % 2)
        });
    }
    sound(&parallel, "parallel links");
    assert!(draw(&Topology::default(), "").whole.is_empty());
}

#[test]
fn ten_thousand_entities_are_an_overview_by_group() {
    let mut dice = Dice::new(7);
    let mut topology = Topology::default();
    for at in 0..10_000 {
        topology.stations.push(station(format!("AE{at}"), "CT", &format!("Hospital {}", at % 20)));
    }
    for number in 0..50_000 {
        topology.connections.push(connection(number, dice.below(10_000), dice.below(10_000)));
    }
    let drawn = sound(&topology, "region");
    assert!(drawn.is_overview && drawn.groups.is_empty());
    assert!(drawn.whole.len() <= 6, "{} drawings", drawn.whole.len());
}
