//! Levels of storage support, and claims that they contradict (PS3.4, section B.4.1).

use std::collections::HashSet;

use super::commitment;
use super::prose::mentions;
use super::sieve::Sieve;
use crate::model::Conformance;
use crate::model::survey::{ConformanceUse, Survey};
use crate::standard::sop_class::SopClass;

/// The level at which everything is kept.
const FULL: i64 = 2;

/// A claim that a level contradicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Contradiction {
    /// Nothing says what is kept at level 0.
    NoAttributes,
    /// A level of digital signature support.
    Signature(i64),
    /// Storage Commitment, in the context at this position.
    Commitment(usize),
}

/// A level that contradicts a claim of the same entity.
pub(super) struct Mismatch {
    /// The conformance entry, by its position in the survey.
    pub(super) entry: usize,
    /// The level that it states.
    pub(super) level: i64,
    /// What it contradicts.
    pub(super) contradiction: Contradiction,
    /// The other entries of the entity of which the same is true.
    pub(super) others: Vec<usize>,
}

/// The mismatches of a statement: at most one for each entity, as one of its claims is wrong.
pub(super) fn mismatches(survey: &Survey<'_>) -> Vec<Mismatch> {
    let mut sieve = Sieve::new(survey, SopClass::is_composite_storage);
    let mut low: Vec<(usize, &ConformanceUse<'_>, i64)> = Vec::new();
    for (number, used) in survey.conformances.iter().enumerate().filter(|(_, used)| provides(used)) {
        if let Some(level) = used.conformance.storage_level.filter(|level| (0..FULL).contains(level))
            && sieve.any(&used.sop_classes)
        {
            low.push((number, used, level));
        }
    }
    let mut found: Vec<Mismatch> = Vec::new();
    for (number, used, level) in &low {
        let Some(contradiction) = contradiction(survey, used, *level) else { continue };
        let known = found.iter_mut().find(|known| survey.conformances[known.entry].entity == used.entity);
        match known {
            Some(known)
                if std::mem::discriminant(&known.contradiction) == std::mem::discriminant(&contradiction) =>
            {
                known.others.push(*number);
            }
            Some(_) => {}
            None => {
                found.push(Mismatch { entry: *number, level: *level, contradiction, others: Vec::new() });
            }
        }
    }
    found
}

fn provides(used: &ConformanceUse<'_>) -> bool {
    used.is_claimed && used.roles.iter().any(|role| role.is_provider())
}

fn contradiction(survey: &Survey<'_>, used: &ConformanceUse<'_>, level: i64) -> Option<Contradiction> {
    let signature = used.conformance.signature_level.filter(|signature| *signature >= 2);
    if let Some(signature) = signature {
        return Some(Contradiction::Signature(signature));
    }
    if level == 0 && !tells_attributes(survey, used) {
        return Some(Contradiction::NoAttributes);
    }
    commitment_of(survey, used.entity).map(Contradiction::Commitment)
}

/// Whether anything tells which attributes are kept.
fn tells_attributes(survey: &Survey<'_>, used: &ConformanceUse<'_>) -> bool {
    let lists = |entry: &Conformance| entry.services.values().any(|service| !service.attributes.is_empty());
    lists(used.conformance)
        || !survey.statement.received_attributes.is_empty()
        || mentions(survey, used.entity, &["attribute", "element"])
}

/// The context in which Storage Commitment is provided for an entity all of whose storage is below level 2. An entity
/// that keeps some classes at level 2, or does not say so of all, may commit to those alone.
fn commitment_of(survey: &Survey<'_>, entity: usize) -> Option<usize> {
    let is_same = |other: usize| commitment::share_title(survey, entity, other);
    let provided = survey.contexts.iter().position(|context| {
        context.is_claimed
            && context.role.is_provider()
            && is_same(context.entity)
            && commitment::item_of(survey, context).is_some()
    })?;
    let mut sieve = Sieve::new(survey, SopClass::is_composite_storage);
    let mut low: HashSet<&str> = HashSet::new();
    for used in survey.conformances.iter().filter(|used| provides(used) && is_same(used.entity)) {
        let storage = sieve.sift(&used.sop_classes);
        match used.conformance.storage_level {
            Some(level) if level < FULL => low.extend(storage.iter().filter_map(|id| survey.uid(*id))),
            _ if storage.is_empty() => {}
            _ => return None,
        }
    }
    let stored =
        survey.claimed_contexts().filter(|context| context.role.is_provider() && is_same(context.entity));
    let mut stored = stored.flat_map(|context| sieve.sift(&context.abstract_syntaxes).to_vec());
    stored.all(|id| survey.uid(id).is_some_and(|uid| low.contains(uid))).then_some(provided)
}
