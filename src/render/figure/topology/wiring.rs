//! Wires become trunks: wires of one kind that lead to the same row join one vertical line in the channel between two
//! columns. What leads past the middle column does so on a lane through it.

use indexmap::IndexMap;

use super::columns::Columns;
use super::sheet::{Kind, Sheet, Spot, Wire};

/// All trunks of a sheet.
#[derive(Debug, Clone, Default)]
pub(super) struct Wiring {
    pub(super) trunks: Vec<Trunk>,
    /// The group of each lane: it passes through its frame.
    pub(super) lanes: Vec<usize>,
    /// The way of each wire, from its peer to its hub: a trunk and two of its stubs, once or twice.
    pub(super) ways: Vec<Vec<(usize, usize, usize)>>,
}

/// A vertical line in a channel with what it joins.
#[derive(Debug, Clone)]
pub(super) struct Trunk {
    /// The channel: 0 is right of the first column.
    pub(super) channel: usize,
    pub(super) stubs: Vec<Stub>,
    pub(super) kind: Kind,
    /// The numbers of the links that share it.
    pub(super) links: Vec<usize>,
}

/// A horizontal line between a trunk and a row, or a lane.
#[derive(Debug, Clone)]
pub(super) struct Stub {
    pub(super) end: End,
    /// Whether its end is right of the channel.
    pub(super) is_right: bool,
    /// Whether data goes to its end.
    pub(super) has_head: bool,
    /// Whether the word of the trunk stands on it.
    pub(super) is_worded: bool,
    /// How far down it is.
    pub(super) y: i32,
}

/// Where a stub leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Spot(Spot),
    Lane(usize),
}

/// What wires of one trunk share: the hub and the column of their peers, whether data goes to the hub and to peers, what
/// they look like, and a number where they share it with nobody.
type Shared<'s> = (Spot, usize, bool, bool, &'s Kind, usize);

/// The trunks of a sheet.
pub(super) fn of(sheet: &Sheet, columns: &Columns) -> Wiring {
    let mut degrees: IndexMap<Spot, usize> = IndexMap::new();
    for wire in &sheet.wires {
        *degrees.entry(wire.source).or_default() += 1;
        *degrees.entry(wire.target).or_default() += 1;
    }
    let mut shared: IndexMap<Shared<'_>, Vec<(usize, Spot)>> = IndexMap::new();
    for (number, wire) in sheet.wires.iter().enumerate() {
        let is_source_hub = degrees[&wire.source] > degrees[&wire.target];
        let Wire { source, target, kind, .. } = wire;
        let (hub, peer, to_hub, to_peer) = if is_source_hub {
            (*source, *target, kind.to_source, kind.to_target)
        } else {
            (*target, *source, kind.to_target, kind.to_source)
        };
        let own = if kind.is_joined { 0 } else { number + 1 };
        let column = columns.of_card[peer.card];
        shared.entry((hub, column, to_hub, to_peer, kind, own)).or_default().push((number, peer));
    }
    let mut wiring = Wiring { ways: vec![Vec::new(); sheet.wires.len()], ..Wiring::default() };
    for ((hub, column, to_hub, to_peer, kind, _), peers) in shared {
        let trunk = Join { sheet, columns, hub, column, heads: (to_hub, to_peer), kind };
        trunk.add(&peers, &mut wiring);
    }
    wiring
}

struct Join<'s> {
    sheet: &'s Sheet,
    columns: &'s Columns,
    hub: Spot,
    /// The column of the peers.
    column: usize,
    /// Whether data goes to the hub, and to peers.
    heads: (bool, bool),
    kind: &'s Kind,
}

impl Join<'_> {
    fn add(&self, peers: &[(usize, Spot)], wiring: &mut Wiring) {
        let hub_column = self.columns.of_card[self.hub.card];
        let links: Vec<usize> =
            peers.iter().flat_map(|(wire, _)| self.sheet.wires[*wire].links.iter().copied()).collect();
        let trunk = |channel: usize| Trunk {
            channel,
            stubs: Vec::new(),
            kind: self.kind.clone(),
            links: links.clone(),
        };
        let distance = hub_column.abs_diff(self.column);
        let last = self.columns.count.saturating_sub(2);
        let (near_peers, near_hub) = match distance {
            // What leads back into the same column does so at its right, where there is something.
            0 => (hub_column.min(last), hub_column.min(last)),
            1 => (hub_column.min(self.column), hub_column.min(self.column)),
            _ => (self.column.min(1), hub_column.min(1)),
        };
        let mut first = trunk(near_peers);
        for (_, peer) in peers {
            let is_right = self.column > near_peers;
            first.stubs.push(stub(End::Spot(*peer), is_right, self.heads.1));
        }
        let hub = Stub { is_worded: true, ..stub(End::Spot(self.hub), hub_column > near_hub, self.heads.0) };
        let number = wiring.trunks.len();
        let way = |at: usize| (number, at, peers.len());
        for (at, (wire, _)) in peers.iter().enumerate() {
            wiring.ways[*wire].push(way(at));
        }
        if near_peers == near_hub {
            first.stubs.push(hub);
            wiring.trunks.push(first);
            return;
        }
        let lane = End::Lane(wiring.lanes.len());
        wiring.lanes.push(self.sheet.cards[self.hub.card].group);
        first.stubs.push(stub(lane, near_peers == 0, false));
        wiring.trunks.push(first);
        let mut second = trunk(near_hub);
        second.stubs.extend([stub(lane, near_hub == 0, false), hub]);
        wiring.trunks.push(second);
        for (wire, _) in peers {
            wiring.ways[*wire].push((number + 1, 0, 1));
        }
    }
}

fn stub(end: End, is_right: bool, has_head: bool) -> Stub {
    Stub { end, is_right, has_head, is_worded: false, y: 0 }
}

impl Trunk {
    /// From where to where it is vertical.
    pub(super) fn reach(&self) -> (i32, i32) {
        let ys = || self.stubs.iter().map(|stub| stub.y);
        (ys().min().unwrap_or(0), ys().max().unwrap_or(0))
    }
}
