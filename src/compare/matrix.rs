//! Many products, each held against each: how well every service works between every two of them.
//!
//! A pair is judged as [`compare`](super::compare()) judges it, and reduced at once to a few bytes for each service that
//! somebody asks for, so that a fleet of hundreds fits into memory. What it costs to judge a pair does not depend on how
//! many others there are.

mod gather;
mod join;
mod shard;
mod upgrade;

use std::sync::Arc;

use rayon::prelude::*;

use super::together::{Compared, ComparedProduct, service_name};
use crate::model::survey::Survey;
use crate::pairing::{Product, ServiceKind, Side, Verdict, Workflow};

use self::gather::{Gathered, gathered};

pub use self::join::{Misfit, join};
pub use self::shard::Shard;
pub use self::upgrade::{PairChange, Turn, Upgrade, WayChange, upgrade};

/// A statement that takes part, or an Application Entity that is deployed in a site.
#[derive(Debug, Clone)]
pub struct Entrant<'s> {
    /// The statement, and the document that holds it.
    pub compared: Compared<'s>,
    /// The path of the statement.
    pub path: &'s str,
    /// The Application Entity of the statement that takes part; all of them where none is named.
    pub entity: Option<&'s str>,
    /// What it is called where it is deployed.
    pub deployed_as: Option<&'s str>,
    /// By what it is known that the statement says the same: parts are joined only if they looked at the same statements.
    pub fingerprint: String,
}

/// How well every service works between every two of some products.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// The products, in the order in which they were named.
    pub members: Vec<Member>,
    /// The services that anybody asks for, by workflow and name.
    pub services: Vec<MatrixService>,
    /// The names of causes, such as `no-common-transfer-syntax`, in the order of the alphabet.
    pub causes: Vec<String>,
    /// The pairs, in the order of their members.
    pub pairs: Vec<Pair>,
    /// Which part of all pairs these are.
    pub shard: Shard,
    /// How many pairs all parts have together.
    pub total: usize,
    /// Whether only links of a site are judged, and not each with each.
    pub is_of_links: bool,
    cells: Vec<Cell>,
}

/// A product that takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The path of its statement.
    pub path: String,
    /// What it is called: by its product, or as it is deployed.
    pub name: String,
    /// The versions that the statement holds for.
    pub versions: Vec<String>,
    /// The Application Entity of the statement, where only one takes part.
    pub entity: Option<String>,
    /// By what it is known that the statement says the same.
    pub fingerprint: String,
}

/// A service that somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MatrixService {
    /// What people do with it.
    pub workflow: Workflow,
    /// Its name, such as `Storage`.
    pub name: String,
    /// The UID of the SOP class, where it is a single one.
    pub sop_class: Option<String>,
}

/// Two products.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// Their positions in [`Matrix::members`].
    pub members: [u32; 2],
    /// How well the worst service works that one asks the other for; `not claimed` where they ask nothing of each other.
    pub verdict: Verdict,
    /// The cells, as a range.
    start: u32,
    end: u32,
}

/// A service between two products.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Its position in [`Matrix::services`].
    pub service: u32,
    /// How well it works.
    pub verdict: Verdict,
    /// What becomes of it when the first product is its user, and when the other one is.
    pub ways: [Option<CellWay>; 2],
}

/// A service with one of two products as its user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellWay {
    /// How well it works.
    pub verdict: Verdict,
    /// What first keeps it from simply working, by its position in [`Matrix::causes`].
    pub cause: Option<u16>,
}

/// Judges every two of some products; of all pairs only a part, if need be.
pub fn matrix(entrants: &[Entrant<'_>], shard: Shard) -> Matrix {
    let total = shard::number_of_pairs(entrants.len());
    let pairs: Vec<_> = shard::pairs(entrants.len(), shard.range(total)).collect();
    Matrix { shard, total, ..judged(entrants, &pairs) }
}

/// Judges the given pairs of some products, such as the ends of links.
pub fn matrix_of_links(entrants: &[Entrant<'_>], pairs: &[[u32; 2]]) -> Matrix {
    Matrix { is_of_links: true, ..judged(entrants, pairs) }
}

/// How many pairs are reduced together.
const CHUNK: usize = 128;

fn judged(entrants: &[Entrant<'_>], pairs: &[[u32; 2]]) -> Matrix {
    let products: Vec<Product<'_>> = entrants.par_iter().map(product).collect();
    let chunks: Vec<Gathered<'_>> = pairs.par_chunks(CHUNK).map(|pairs| gathered(&products, pairs)).collect();
    let mut matrix = gather::together(chunks, &products);
    matrix.members = entrants.iter().map(Member::of).collect();
    matrix.total = pairs.len();
    matrix
}

fn product<'s>(entrant: &Entrant<'s>) -> Product<'s> {
    let Compared { document, statement } = entrant.compared;
    let is_chosen = |name: &str| entrant.entity.is_none_or(|entity| entity == name);
    Product::of(document, Arc::new(Survey::of(statement)), is_chosen)
}

impl Entrant<'_> {
    /// What the product is called.
    pub fn name(&self) -> String {
        self.deployed_as.map_or_else(|| ComparedProduct::of(self.compared).name, str::to_owned)
    }
}

impl Member {
    fn of(entrant: &Entrant<'_>) -> Self {
        let versions = ComparedProduct::of(entrant.compared).versions;
        Self {
            path: entrant.path.to_owned(),
            name: entrant.name(),
            versions,
            entity: entrant.entity.map(str::to_owned),
            fingerprint: entrant.fingerprint.clone(),
        }
    }
}

impl MatrixService {
    fn of<'c>(kind: ServiceKind<'c>, class: impl Fn(&'c str) -> &'c str) -> Self {
        let sop_class = match kind {
            ServiceKind::Class(uid) => Some(uid.to_owned()),
            _ => None,
        };
        Self { workflow: kind.workflow(), name: service_name(kind, class), sop_class }
    }
}

impl Cell {
    /// What becomes of the service with one of the two as its user.
    pub const fn way(&self, user: Side) -> Option<CellWay> {
        self.ways[user as usize]
    }
}

impl Matrix {
    /// A matrix of what was judged elsewhere.
    pub fn assembled(
        (members, services, causes): (Vec<Member>, Vec<MatrixService>, Vec<String>),
        rows: impl IntoIterator<Item = ([u32; 2], Vec<Cell>)>,
        (shard, total, is_of_links): (Shard, usize, bool),
    ) -> Self {
        let (mut pairs, mut cells) = (Vec::new(), Vec::new());
        for (members, own) in rows {
            let start = position(cells.len());
            let verdict = worst(&own);
            cells.extend(own);
            pairs.push(Pair { members, verdict, start, end: position(cells.len()) });
        }
        Self { members, services, causes, pairs, shard, total, is_of_links, cells }
    }

    /// The services of a pair that somebody asks for, in the order of [`Self::services`].
    pub fn cells(&self, pair: &Pair) -> &[Cell] {
        self.cells.get(pair.start as usize..pair.end as usize).unwrap_or_default()
    }

    /// The name of a cause.
    pub fn cause(&self, way: CellWay) -> Option<&str> {
        self.causes.get(usize::from(way.cause?)).map(String::as_str)
    }

    /// A service of the matrix.
    pub fn service(&self, cell: &Cell) -> Option<&MatrixService> {
        self.services.get(cell.service as usize)
    }

    /// How many services there are in all pairs together.
    pub fn number_of_cells(&self) -> usize {
        self.cells.len()
    }

    /// How well the worst service works between any two.
    pub fn verdict(&self) -> Verdict {
        self.pairs.iter().map(|pair| pair.verdict).fold(Verdict::NotClaimed, Verdict::and)
    }

    /// The pairs, the worst first; of those that are alike, what has more services that work no better.
    pub fn worst_first(&self) -> Vec<&Pair> {
        let mut pairs: Vec<(usize, &Pair)> = self
            .pairs
            .iter()
            .map(|pair| (self.cells(pair).iter().filter(|cell| cell.verdict == pair.verdict).count(), pair))
            .collect();
        let badness =
            |verdict: Verdict| if verdict == Verdict::NotClaimed { 0 } else { verdict as usize + 1 };
        pairs.sort_by_key(|(count, pair)| std::cmp::Reverse((badness(pair.verdict), *count)));
        pairs.into_iter().map(|(_, pair)| pair).collect()
    }

    /// The same with some of the services only.
    #[must_use]
    pub fn only(self, is_kept: impl Fn(&MatrixService) -> bool) -> Self {
        let mut numbers = Vec::with_capacity(self.services.len());
        let mut kept = Vec::new();
        for service in &self.services {
            let number = is_kept(service).then(|| position(kept.len()));
            if number.is_some() {
                kept.push(service.clone());
            }
            numbers.push(number);
        }
        let rows = self.pairs.iter().map(|pair| {
            let cells = self.cells(pair).iter();
            let own =
                cells.filter_map(|cell| Some(Cell { service: numbers[cell.service as usize]?, ..*cell }));
            (pair.members, own.collect())
        });
        let kinds = (self.members.clone(), kept, self.causes.clone());
        Self::assembled(kinds, rows, (self.shard, self.total, self.is_of_links))
    }
}

/// What is to be said of a pair: the worst of its services.
fn worst(cells: &[Cell]) -> Verdict {
    cells.iter().map(|cell| cell.verdict).fold(Verdict::NotClaimed, Verdict::and)
}

/// A position, in as few bytes as it is kept.
fn position(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
