//! `Pairings`: the pairings of a project, each made once however often it is asked for.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::{Pairing, Party};
use crate::finding::DocumentId;
use crate::model::Implemented;
use crate::model::survey::Survey;

/// An entity of a statement: the statement, and its position there.
pub(super) type PartyId = (DocumentId, usize);

/// The pairings of a project. A statement is surveyed once, an entity gathered once, and two entities paired once.
#[derive(Debug, Default)]
pub struct Pairings<'p> {
    surveys: RefCell<HashMap<DocumentId, Arc<Survey<'p>>>>,
    parties: RefCell<HashMap<PartyId, Arc<Party<'p>>>>,
    known: RefCell<HashMap<(PartyId, PartyId), Arc<Pairing<'p>>>>,
}

impl<'p> Pairings<'p> {
    /// What two entities can do together. Nothing where a statement has lost the entity meanwhile.
    pub fn between(&self, one: &Implemented<'p>, other: &Implemented<'p>) -> Option<Arc<Pairing<'p>>> {
        let ids = (id(one)?, id(other)?);
        if let Some(known) = self.known.borrow().get(&ids) {
            return Some(Arc::clone(known));
        }
        let pairing = Arc::new(Pairing::of(self.party(one, ids.0), self.party(other, ids.1)));
        self.known.borrow_mut().insert(ids, Arc::clone(&pairing));
        Some(pairing)
    }

    fn party(&self, implemented: &Implemented<'p>, id: PartyId) -> Arc<Party<'p>> {
        let survey = self.survey(implemented);
        let mut parties = self.parties.borrow_mut();
        Arc::clone(parties.entry(id).or_insert_with(|| Arc::new(Party::of(id.0, survey, id.1))))
    }

    fn survey(&self, implemented: &Implemented<'p>) -> Arc<Survey<'p>> {
        let mut surveys = self.surveys.borrow_mut();
        let survey = surveys.entry(implemented.document.id);
        Arc::clone(survey.or_insert_with(|| Arc::new(Survey::of(implemented.statement))))
    }
}

/// The survey keeps entities in the order of the statement.
pub(super) fn id(implemented: &Implemented<'_>) -> Option<PartyId> {
    let position = implemented.statement.application_entities.get_index_of(implemented.name)?;
    Some((implemented.document.id, position))
}
