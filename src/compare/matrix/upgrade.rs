//! What becomes of the pairs of a product when another version of it takes its place.

use super::{CellWay, Entrant, Matrix, MatrixService, Member, judged, position};
use crate::pairing::{Side, Verdict};

/// What changes in a fleet when a product is replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upgrade {
    /// The product that is there.
    pub old: Member,
    /// What takes its place.
    pub new: Member,
    /// The others for whom something changes, those first for whom it gets worst.
    pub changes: Vec<PairChange>,
    /// How many others there are for whom nothing changes.
    pub unchanged: usize,
}

/// What changes between the product and another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairChange {
    /// The other product.
    pub other: Member,
    /// How well the worst service works before.
    pub before: Verdict,
    /// And after.
    pub after: Verdict,
    /// What changes of services, what gets worst first.
    pub ways: Vec<WayChange>,
}

/// A service with one of the two as its user, where something changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayChange {
    /// The service.
    pub service: MatrixService,
    /// Who is the user: the first side is the product that is replaced.
    pub user: Side,
    /// How well it works before; nothing where nobody asks for it.
    pub before: Option<Verdict>,
    /// How well it works after; nothing where nobody asks for it any more.
    pub after: Option<Verdict>,
    /// The name of what first keeps it from simply working after.
    pub cause: Option<String>,
    /// What that means.
    pub turn: Turn,
}

/// What a change means to those who use a service, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Turn {
    /// It works less well, or what worked is no longer there.
    Worse,
    /// It is asked for only now, and does not work.
    Missing,
    /// It works better, is there only now, or is no longer asked for in vain.
    Better,
}

impl Turn {
    /// The word for people and for programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Worse => "worse",
            Self::Missing => "missing",
            Self::Better => "better",
        }
    }

    /// What it means that a verdict becomes another one; nothing where it stays.
    fn of(before: Option<Verdict>, after: Option<Verdict>) -> Option<Self> {
        match (before, after) {
            (before, after) if before == after => None,
            (Some(before), Some(after)) => Some(if after > before { Self::Worse } else { Self::Better }),
            (Some(Verdict::DoesNotWork), None) => Some(Self::Better),
            (Some(_), None) => Some(Self::Worse),
            (None, Some(Verdict::DoesNotWork)) => Some(Self::Missing),
            (None, _) => Some(Self::Better),
        }
    }
}

impl PairChange {
    /// What the change means to the other product: the worst that happens to a service.
    pub fn turn(&self) -> Turn {
        self.ways.iter().map(|way| way.turn).min().unwrap_or(Turn::Better)
    }
}

impl WayChange {
    /// How well it works after, with what is gone as what does not work.
    pub fn outcome(&self) -> Verdict {
        self.after.unwrap_or(Verdict::DoesNotWork)
    }
}

/// What changes when a product of a fleet, by its position, is replaced.
pub fn upgrade(fleet: &[Entrant<'_>], replaced: usize, new: &Entrant<'_>) -> Upgrade {
    let mut entrants = fleet.to_vec();
    entrants.push(new.clone());
    let (old, new) = (position(replaced), position(fleet.len()));
    let others: Vec<u32> = (0..position(fleet.len())).filter(|other| *other != old).collect();
    let pairs: Vec<[u32; 2]> = others.iter().flat_map(|other| [[old, *other], [new, *other]]).collect();
    let matrix = judged(&entrants, &pairs);
    let found = others.iter().enumerate().map(|(number, _)| change(&matrix, number * 2));
    let mut changes: Vec<PairChange> = found.filter(|change| !change.ways.is_empty()).collect();
    changes.sort_by_key(|change| change.ways.first().map(order));
    let member = |number: u32| matrix.members[number as usize].clone();
    Upgrade { old: member(old), new: member(new), unchanged: others.len() - changes.len(), changes }
}

/// What decides which of two changes comes first.
fn order(change: &WayChange) -> (Turn, std::cmp::Reverse<Verdict>) {
    (change.turn, std::cmp::Reverse(change.outcome()))
}

/// What changes from a pair to the next one.
fn change(matrix: &Matrix, number: usize) -> PairChange {
    let (before, after) = (&matrix.pairs[number], &matrix.pairs[number + 1]);
    let (old, new) = (matrix.cells(before), matrix.cells(after));
    let mut ways = Vec::new();
    for (number, service) in matrix.services.iter().enumerate() {
        for user in [Side::One, Side::Other] {
            let way = |cells: &[super::Cell]| -> Option<CellWay> {
                cells.iter().find(|cell| cell.service as usize == number)?.way(user)
            };
            let (old, new) = (way(old), way(new));
            let (before, after) = (old.map(|way| way.verdict), new.map(|way| way.verdict));
            let Some(turn) = Turn::of(before, after) else { continue };
            let cause = new.and_then(|way| matrix.cause(way)).map(str::to_owned);
            ways.push(WayChange { service: service.clone(), user, before, after, cause, turn });
        }
    }
    ways.sort_by_key(order);
    let other = matrix.members[before.members[1] as usize].clone();
    PairChange { other, before: before.verdict, after: after.verdict, ways }
}
