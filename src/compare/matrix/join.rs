//! Parts of a matrix, joined to the whole.

use std::collections::BTreeSet;

use super::gather::numbered;
use super::{Matrix, MatrixService, Shard, position};

/// Why parts do not make up a whole. Parts are named by their positions in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misfit {
    /// There is no part at all.
    Nothing,
    /// A part was made of other statements, or of another number of parts, than the first one.
    Foreign {
        /// Which one.
        part: usize,
        /// What is different.
        because: String,
    },
    /// Two parts are the same.
    Twice {
        /// The first of the two.
        part: usize,
        /// The second one.
        again: usize,
        /// The number that both have.
        shard: Shard,
    },
    /// Parts are missing.
    Missing {
        /// Their numbers.
        numbers: Vec<u32>,
        /// How many parts there have to be.
        count: u32,
    },
    /// A part does not hold the pairs that it has to.
    Incomplete {
        /// Which one.
        part: usize,
    },
}

/// Joins parts, in whatever order they are given, to what would have been judged at once.
pub fn join(parts: Vec<Matrix>) -> Result<Matrix, Misfit> {
    check(&parts)?;
    let mut parts = parts;
    parts.sort_by_key(|part| part.shard);
    let services: BTreeSet<&MatrixService> = parts.iter().flat_map(|part| &part.services).collect();
    let causes: BTreeSet<&String> = parts.iter().flat_map(|part| &part.causes).collect();
    let (services, causes): (Vec<_>, Vec<_>) = (services.into_iter().collect(), causes.into_iter().collect());
    let rows = parts.iter().flat_map(|part| {
        let numbers = part.services.iter().map(|own| services.binary_search(&own).unwrap_or_default());
        let numbers: Vec<u32> = numbers.map(position).collect();
        let reasons = part.causes.iter().map(|own| causes.binary_search(&own).unwrap_or_default());
        let reasons: Vec<u16> = reasons.map(|number| u16::try_from(number).unwrap_or(u16::MAX)).collect();
        part.pairs
            .iter()
            .map(move |pair| (pair.members, numbered(part.cells(pair).to_vec(), &numbers, &reasons)))
    });
    let rows: Vec<_> = rows.collect();
    let kinds = (
        parts[0].members.clone(),
        services.iter().map(|service| (*service).clone()).collect(),
        causes.iter().map(|cause| (*cause).clone()).collect(),
    );
    Ok(Matrix::assembled(kinds, rows, (Shard::WHOLE, parts[0].total, parts[0].is_of_links)))
}

fn check(parts: &[Matrix]) -> Result<(), Misfit> {
    let first = parts.first().ok_or(Misfit::Nothing)?;
    for (part, one) in parts.iter().enumerate() {
        if let Some(because) = difference(first, one) {
            return Err(Misfit::Foreign { part, because });
        }
        if let Some(earlier) = parts[..part].iter().position(|earlier| earlier.shard == one.shard) {
            return Err(Misfit::Twice { part: earlier, again: part, shard: one.shard });
        }
    }
    let there: BTreeSet<u32> = parts.iter().map(|part| part.shard.number).collect();
    let numbers: Vec<u32> = (1..=first.shard.count).filter(|number| !there.contains(number)).collect();
    if !numbers.is_empty() {
        return Err(Misfit::Missing { numbers, count: first.shard.count });
    }
    let is_incomplete = |part: &Matrix| {
        let range = part.shard.range(part.total);
        let wanted = super::shard::pairs(part.members.len(), range);
        !part.is_of_links && !wanted.eq(part.pairs.iter().map(|pair| pair.members))
    };
    match parts.iter().position(is_incomplete) {
        Some(part) => Err(Misfit::Incomplete { part }),
        None => Ok(()),
    }
}

/// What keeps a part from belonging to the same whole as another one.
fn difference(first: &Matrix, other: &Matrix) -> Option<String> {
    if first.shard.count != other.shard.count {
        return Some(format!("it is one of {} parts, not of {}", other.shard.count, first.shard.count));
    }
    if first.members.len() != other.members.len() {
        let (own, others) = (other.members.len(), first.members.len());
        return Some(format!("it is of {own} statements, not of {others}"));
    }
    let mut members = first.members.iter().zip(&other.members);
    let (one, another) = members.find(|(one, another)| one != another)?;
    Some(if one.path == another.path {
        format!("`{}` said something else when it was made", one.path)
    } else {
        format!("it is of `{}`, where the first part has `{}`", another.path, one.path)
    })
}
