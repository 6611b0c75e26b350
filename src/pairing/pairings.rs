//! `Pairings`: the pairings of a project, each made once however often it is asked for.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::{Pairing, Party};
use crate::finding::DocumentId;
use crate::model::Implemented;
use crate::model::survey::Survey;

/// An entity of a statement: the statement, and its position there.
type PartyId = (DocumentId, usize);

/// The pairings of a project. A statement is surveyed once, an entity gathered once, and two entities paired once.
#[derive(Debug, Default)]
pub struct Pairings<'p> {
    surveys: RefCell<HashMap<DocumentId, Rc<Survey<'p>>>>,
    parties: RefCell<HashMap<PartyId, Rc<Party<'p>>>>,
    known: RefCell<HashMap<(PartyId, PartyId), Rc<Pairing<'p>>>>,
}

impl<'p> Pairings<'p> {
    /// What two entities can do together. Nothing where a statement has lost the entity meanwhile.
    pub fn between(&self, one: &Implemented<'p>, other: &Implemented<'p>) -> Option<Rc<Pairing<'p>>> {
        let ids = (id(one)?, id(other)?);
        if let Some(known) = self.known.borrow().get(&ids) {
            return Some(Rc::clone(known));
        }
        let pairing = Rc::new(Pairing::of(self.party(one, ids.0), self.party(other, ids.1)));
        self.known.borrow_mut().insert(ids, Rc::clone(&pairing));
        Some(pairing)
    }

    fn party(&self, implemented: &Implemented<'p>, id: PartyId) -> Rc<Party<'p>> {
        let survey = self.survey(implemented);
        let mut parties = self.parties.borrow_mut();
        Rc::clone(parties.entry(id).or_insert_with(|| Rc::new(Party::of(id.0, survey, id.1))))
    }

    fn survey(&self, implemented: &Implemented<'p>) -> Rc<Survey<'p>> {
        let mut surveys = self.surveys.borrow_mut();
        let survey = surveys.entry(implemented.document.id);
        Rc::clone(survey.or_insert_with(|| Rc::new(Survey::of(implemented.statement))))
    }
}

/// The survey keeps entities in the order of the statement.
fn id(implemented: &Implemented<'_>) -> Option<PartyId> {
    let position = implemented.statement.application_entities.get_index_of(implemented.name)?;
    Some((implemented.document.id, position))
}
