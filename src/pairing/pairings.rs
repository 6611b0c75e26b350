//! `Pairings`: the pairings of a project, each made once however often it is asked for.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Pairing, Party};
use crate::finding::DocumentId;
use crate::model::Implemented;
use crate::model::survey::Survey;

/// An entity of a statement: the statement, and its position there.
pub(super) type PartyId = (DocumentId, usize);

/// The pairings of a project, for all who ask, on several threads too. A statement is surveyed once, an entity gathered once,
/// and two entities paired once.
#[derive(Debug, Default)]
pub struct Pairings<'p> {
    surveys: Kept<DocumentId, Survey<'p>>,
    parties: Kept<PartyId, Party<'p>>,
    known: Kept<(PartyId, PartyId), Pairing<'p>>,
}

impl<'p> Pairings<'p> {
    /// What two entities can do together. Nothing where a statement has lost the entity meanwhile.
    pub fn between(&self, one: &Implemented<'p>, other: &Implemented<'p>) -> Option<Arc<Pairing<'p>>> {
        let ids = (id(one)?, id(other)?);
        let pairing = || Pairing::of(self.party(one, ids.0), self.party(other, ids.1));
        Some(kept(&self.known, ids, pairing))
    }

    fn party(&self, implemented: &Implemented<'p>, id: PartyId) -> Arc<Party<'p>> {
        kept(&self.parties, id, || Party::of(id.0, self.survey(implemented), id.1))
    }

    fn survey(&self, implemented: &Implemented<'p>) -> Arc<Survey<'p>> {
        kept(&self.surveys, implemented.document.id, || Survey::of(implemented.statement))
    }
}

/// What is made when it is first asked for.
type Kept<K, V> = Mutex<HashMap<K, Arc<V>>>;

/// The value of a key. Nobody waits while it is made: two who ask at the same time may both make it, and one is kept.
fn kept<K: Eq + Hash, V>(values: &Kept<K, V>, key: K, make: impl FnOnce() -> V) -> Arc<V> {
    if let Some(known) = locked(values).get(&key) {
        return Arc::clone(known);
    }
    let fresh = Arc::new(make());
    Arc::clone(locked(values).entry(key).or_insert(fresh))
}

/// Nothing is left half done where a thread has given up.
fn locked<T>(values: &Mutex<T>) -> MutexGuard<'_, T> {
    values.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The survey keeps entities in the order of the statement.
pub(super) fn id(implemented: &Implemented<'_>) -> Option<PartyId> {
    let position = implemented.statement.application_entities.get_index_of(implemented.name)?;
    Some((implemented.document.id, position))
}
