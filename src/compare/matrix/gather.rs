//! From judgements to cells: what of a pair is kept.

use std::collections::HashMap;

use indexmap::IndexSet;

use super::{Cell, CellWay, Matrix, MatrixService, Shard, position};
use crate::pairing::{Depth, Judgement, Product, Service, ServiceKind, Verdict, Way, class_name};

/// The cells of some pairs, with services and causes by their positions in lists of their own.
pub(super) struct Gathered<'c> {
    kinds: IndexSet<ServiceKind<'c>>,
    causes: IndexSet<&'static str>,
    rows: Vec<([u32; 2], Vec<Cell>)>,
}

/// Judges pairs, one after another.
pub(super) fn gathered<'c>(products: &'c [Product<'c>], pairs: &[[u32; 2]]) -> Gathered<'c> {
    let mut gathered =
        Gathered { kinds: IndexSet::new(), causes: IndexSet::new(), rows: Vec::with_capacity(pairs.len()) };
    for members in pairs {
        let judgement = Judgement::of(members.map(|member| &products[member as usize]), Depth::Asked);
        let asked = judgement.services.iter().filter(|service| service.verdict != Verdict::NotClaimed);
        let cells = asked.map(|service| gathered.cell(service)).collect();
        gathered.rows.push((*members, cells));
    }
    gathered
}

impl<'c> Gathered<'c> {
    fn cell(&mut self, service: &Service<'c>) -> Cell {
        let (number, _) = self.kinds.insert_full(service.kind);
        let [one, other] = &service.ways;
        Cell {
            service: position(number),
            verdict: service.verdict,
            ways: [self.way(one.as_ref()), self.way(other.as_ref())],
        }
    }

    fn way(&mut self, way: Option<&Way<'c>>) -> Option<CellWay> {
        let way = way.filter(|way| way.verdict != Verdict::NotClaimed)?;
        let cause = way.first_cause().map(|cause| self.causes.insert_full(cause.id()).0);
        Some(CellWay { verdict: way.verdict, cause: cause.and_then(|number| u16::try_from(number).ok()) })
    }
}

/// The name of a SOP class: the registered one, or the first by which a product declares it; the UID where it has none.
fn named<'c>(products: &'c [Product<'c>], uid: &'c str) -> &'c str {
    match class_name(uid) {
        name if name != uid => name,
        _ => products.iter().filter_map(|product| product.survey.declared_name(uid)).min().unwrap_or(uid),
    }
}

/// Everything that was gathered, in order, with one list of services and one of causes.
pub(super) fn together<'c>(chunks: Vec<Gathered<'c>>, products: &'c [Product<'c>]) -> Matrix {
    let mut services: HashMap<ServiceKind<'_>, MatrixService> = HashMap::new();
    let mut causes: Vec<&str> = Vec::new();
    for chunk in &chunks {
        for kind in &chunk.kinds {
            services.entry(*kind).or_insert_with(|| MatrixService::of(*kind, |uid| named(products, uid)));
        }
        causes.extend(&chunk.causes);
    }
    let mut kinds: Vec<_> = services.into_iter().collect();
    kinds.sort_by(|(kind, service), (other_kind, other)| {
        service.cmp(other).then_with(|| kind.cmp(other_kind))
    });
    let numbers: HashMap<_, u32> =
        kinds.iter().enumerate().map(|(number, (kind, _))| (*kind, position(number))).collect();
    causes.sort_unstable();
    causes.dedup();
    let rows = chunks.into_iter().flat_map(|chunk| {
        let services: Vec<u32> = chunk.kinds.iter().map(|kind| numbers[kind]).collect();
        let found = chunk.causes.iter().map(|cause| causes.binary_search(cause).unwrap_or_default());
        let causes: Vec<u16> = found.map(|number| u16::try_from(number).unwrap_or(u16::MAX)).collect();
        chunk.rows.into_iter().map(move |(members, cells)| (members, numbered(cells, &services, &causes)))
    });
    let rows: Vec<_> = rows.collect();
    let causes = causes.iter().map(|cause| (*cause).to_owned()).collect();
    let services = kinds.into_iter().map(|(_, service)| service).collect();
    Matrix::assembled((Vec::new(), services, causes), rows, (Shard::WHOLE, 0, false))
}

/// Cells with other numbers for their services and causes, in the order of the services.
pub(super) fn numbered(mut cells: Vec<Cell>, services: &[u32], causes: &[u16]) -> Vec<Cell> {
    for cell in &mut cells {
        cell.service = services[cell.service as usize];
        for way in cell.ways.iter_mut().flatten() {
            way.cause = way.cause.map(|cause| causes[usize::from(cause)]);
        }
    }
    cells.sort_unstable_by_key(|cell| cell.service);
    cells
}
