//! Retrieval: storage by which the images of a C-MOVE or a C-GET come (PS3.4 C.4.2, C.4.3).

use super::Bench;
use crate::model::Role;
use crate::model::survey::Initiation;
use crate::pairing::negotiation::Negotiation;
use crate::pairing::service::{Step, StepKind};
use crate::pairing::{Cause, Side, Verdict};
use crate::standard::sop_class::SopClass;

impl<'c> Bench<'_, 'c> {
    /// The storage that a C-MOVE sets off, on an association that its provider makes.
    pub(super) fn delivery_by_provider(&self, negotiation: &Negotiation<'c>) -> Step<'c> {
        let (user, provider) = (negotiation.user, negotiation.user.opposite());
        let places = self.places_of(negotiation);
        let only = |cause: Cause<'c>| Step::of(StepKind::Delivery, vec![cause.at(places)]);
        if let Some(other) = self.named_destination(negotiation) {
            return only(Cause::OtherDestination(other));
        }
        let stores = self.stored(provider, provider);
        if !stores.is_empty() {
            return self.delivered(stores);
        }
        match self.delegate(negotiation) {
            Some(other) => only(Cause::OtherSender(other)),
            None if self.stores(user, Role::Scp) => only(Cause::UnknownStorage(provider)),
            None if !self.product(user).is_complete() => only(Cause::UnknownContexts(user)),
            None => only(Cause::NothingComesBack),
        }
    }

    /// The storage on the association of a C-GET itself, for which the user proposes storage as SCP.
    pub(super) fn delivery_on_association(&self, negotiation: &Negotiation<'c>) -> Step<'c> {
        let (user, provider) = (negotiation.user, negotiation.user.opposite());
        let stores = self.stored(user, provider);
        if stores.is_empty() {
            let is_told = self.product(user).is_complete();
            let cause = if is_told { Cause::NoStorageForGet(user) } else { Cause::UnknownContexts(user) };
            return Step::of(StepKind::Delivery, vec![cause.at(self.places_of(negotiation))]);
        }
        let step = self.delivered(stores);
        if step.verdict == Verdict::DoesNotWork && !self.stores(provider, Role::Scu) {
            let places = self.places_of(negotiation);
            return Step { reasons: vec![Cause::UnknownStorage(provider).at(places)], ..step }.weighed();
        }
        step
    }

    /// The negotiations of storage that somebody initiates, with somebody as its user.
    fn stored(&self, initiator: Side, user: Side) -> Vec<usize> {
        let is_it = |negotiation: &Negotiation<'_>| {
            negotiation.initiator == initiator
                && negotiation.user == user
                && negotiation.proposed.is_some()
                && negotiation.class.is_some_and(SopClass::is_composite_storage)
        };
        let all = self.negotiations.iter().enumerate();
        all.filter(|(_, negotiation)| is_it(negotiation)).map(|(number, _)| number).collect()
    }

    fn delivered(&self, stores: Vec<usize>) -> Step<'c> {
        let mut step = Step::over(StepKind::Delivery, self.negotiations, stores);
        if step.verdict == Verdict::DoesNotWork {
            let places = step.reasons.first().map_or([None, None], |reason| reason.places);
            step.reasons.insert(0, Cause::NothingComesBack.at(places));
        }
        step
    }

    /// The destination of a C-MOVE, where it is an entity that the user's statement does not describe.
    fn named_destination(&self, negotiation: &Negotiation<'c>) -> Option<&'c str> {
        let survey = &self.product(negotiation.user).survey;
        let named = self.activity(negotiation, negotiation.user)?.move_destination.as_deref()?.trim();
        let is_own = survey.entities.iter().any(|entity| {
            entity.name == named || entity.entity.ae_title.as_deref().map(str::trim) == Some(named)
        });
        (!named.is_empty() && !is_own).then_some(named)
    }

    /// Who stores for the provider, where its statement names somebody.
    fn delegate(&self, negotiation: &Negotiation<'c>) -> Option<&'c str> {
        let named = self.activity(negotiation, negotiation.user.opposite())?.delegate.as_deref()?.trim();
        (!named.is_empty()).then_some(named)
    }

    fn activity(&self, negotiation: &Negotiation<'c>, side: Side) -> Option<&'c crate::model::Activity> {
        let offered = negotiation.offered(side)?;
        Some(self.product(side).parties[offered.party].activity(&offered.offer))
    }

    /// Whether a side accepts storage in a role.
    fn stores(&self, side: Side, role: Role) -> bool {
        let product = self.product(side);
        product.sop_classes().any(|uid| {
            let class = crate::standard::sop_class::by_uid(uid);
            class.is_some_and(SopClass::is_composite_storage)
                && product.offers_as(uid, Initiation::Accepts, role).next().is_some()
        })
    }
}
