//! `Party`: an Application Entity with what it offers to others.

use std::sync::Arc;

use indexmap::IndexMap;

use super::web::{WebOffer, web_offers};
use crate::finding::DocumentId;
use crate::model::Role;
use crate::model::survey::{ContextUse, Initiation, ItemId, Survey};
use crate::standard::uids::{STORAGE_SERVICE_CLASS, UidKind};

/// A SOP class that an entity proposes or accepts in one role, over all its presentation contexts.
#[derive(Debug, Clone)]
pub struct Offer<'s> {
    /// The UID of the SOP class.
    pub sop_class: &'s str,
    /// Whether it is proposed or accepted.
    pub initiation: Initiation,
    /// SCU or SCP; a context with both makes two offers.
    pub role: Role,
    /// The first of its contexts, by its position in the survey.
    pub context: usize,
    /// The transfer syntaxes of all its contexts.
    pub syntaxes: Arc<Syntaxes<'s>>,
}

/// The transfer syntaxes of an offer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Syntaxes<'s> {
    /// Their UIDs, in the author's order.
    pub uids: Vec<&'s str>,
    /// Whether these are all: none is written in a way that cannot be understood, and no context leaves them out.
    pub is_complete: bool,
}

/// An Application Entity with what it offers to others.
#[derive(Debug)]
pub struct Party<'s> {
    /// The document of its statement.
    pub document: DocumentId,
    /// The statement.
    pub survey: Arc<Survey<'s>>,
    /// Its position in [`Survey::entities`].
    pub entity: usize,
    offers: IndexMap<(&'s str, Initiation, Role), Offer<'s>>,
    /// Whether all that it proposes and accepts can be told.
    is_complete: bool,
    /// What its product offers over the web, which belongs to no entity in particular.
    web: Vec<WebOffer<'s>>,
    is_web_complete: bool,
}

impl<'s> Party<'s> {
    /// The entity at a position of a survey.
    pub fn of(document: DocumentId, survey: Arc<Survey<'s>>, entity: usize) -> Self {
        let is_complete = survey.endless_sets.is_empty();
        let mut gathering = Gathering { survey: &survey, offers: IndexMap::new(), is_complete };
        for number in survey.entities[entity].contexts.clone() {
            gathering.add(number);
        }
        let Gathering { offers, is_complete, .. } = gathering;
        let (web, is_web_complete) = web_offers(&survey);
        Self { document, survey, entity, offers, is_complete, web, is_web_complete }
    }

    /// Everything it proposes and accepts, in the author's order.
    pub fn offers(&self) -> impl Iterator<Item = &Offer<'s>> {
        self.offers.values()
    }

    /// What it offers for a SOP class in one direction and role.
    pub fn offer(&self, sop_class: &'s str, initiation: Initiation, role: Role) -> Option<&Offer<'s>> {
        self.offers.get(&(sop_class, initiation, role))
    }

    /// Whether all that it proposes and accepts is known, and that is something.
    pub fn is_known(&self) -> bool {
        self.is_complete && !self.offers.is_empty()
    }

    /// What its product offers over the web.
    pub fn web_offers(&self) -> &[WebOffer<'s>] {
        &self.web
    }

    /// Whether all that its product offers over the web is known, and that is something.
    pub fn is_web_known(&self) -> bool {
        self.is_web_complete && !self.web.is_empty()
    }

    /// The activity of an offer.
    pub fn activity(&self, offer: &Offer<'_>) -> &'s crate::model::Activity {
        let context = &self.survey.contexts[offer.context];
        self.survey.activities[context.activity].activity
    }
}

/// The offers of an entity, as far as its contexts have been looked at.
struct Gathering<'a, 's> {
    survey: &'a Survey<'s>,
    offers: IndexMap<(&'s str, Initiation, Role), Offer<'s>>,
    is_complete: bool,
}

impl<'s> Gathering<'_, 's> {
    fn add(&mut self, number: usize) {
        let survey = self.survey;
        let context = &survey.contexts[number];
        if !context.is_claimed {
            return;
        }
        let syntaxes = Arc::new(syntaxes(survey, context));
        let claimed = context.abstract_syntaxes.iter().filter(|id| survey.item(**id).item.is_claimed());
        self.is_complete &= !context.abstract_syntaxes.is_empty();
        for id in claimed {
            match sop_class(survey, *id) {
                Some(uid) => self.offer(uid, number, &syntaxes),
                None => self.is_complete = false,
            }
        }
    }

    fn offer(&mut self, sop_class: &'s str, number: usize, syntaxes: &Arc<Syntaxes<'s>>) {
        let context = &self.survey.contexts[number];
        let initiation = context.initiation;
        let user = context.role.is_user().then_some(Role::Scu);
        let provider = context.role.is_provider().then_some(Role::Scp);
        for role in user.into_iter().chain(provider) {
            let new = Offer { sop_class, initiation, role, context: number, syntaxes: Arc::clone(syntaxes) };
            let known = self.offers.entry((sop_class, initiation, role)).or_insert(new);
            if known.context != number {
                known.syntaxes = Arc::new(together(&known.syntaxes, syntaxes));
            }
        }
    }
}

/// The UID of a SOP class, where it is one class and can be told. One that nobody knows is as good as any, as both sides
/// may name it.
fn sop_class<'s>(survey: &Survey<'s>, id: ItemId) -> Option<&'s str> {
    let is_whole_class =
        survey.item(id).meaning.entry().is_some_and(|entry| entry.kind == UidKind::ServiceClass);
    survey.uid(id).filter(|uid| !is_whole_class && *uid != STORAGE_SERVICE_CLASS)
}

fn syntaxes<'s>(survey: &Survey<'s>, context: &ContextUse<'s>) -> Syntaxes<'s> {
    let list = &context.transfer_syntaxes;
    let claimed = list.iter().filter(|id| survey.item(**id).item.is_claimed());
    let mut syntaxes =
        Syntaxes { uids: Vec::new(), is_complete: !list.is_empty() && survey.endless_sets.is_empty() };
    for id in claimed {
        match survey.uid(*id) {
            Some(uid) if syntaxes.uids.contains(&uid) => {}
            Some(uid) => syntaxes.uids.push(uid),
            None => syntaxes.is_complete = false,
        }
    }
    syntaxes
}

fn together<'s>(some: &Syntaxes<'s>, more: &Syntaxes<'s>) -> Syntaxes<'s> {
    let mut uids = some.uids.clone();
    uids.extend(more.uids.iter().filter(|uid| !some.uids.contains(*uid)));
    Syntaxes { uids, is_complete: some.is_complete && more.is_complete }
}
