//! Storage commitment: the way on which its result comes (PS3.4 J.3.3.1.3).

use super::Bench;
use crate::model::Role;
use crate::model::survey::Initiation;
use crate::pairing::negotiation::Negotiation;
use crate::pairing::service::{Step, StepKind};
use crate::pairing::{Cause, Claim, Verdict};

impl<'c> Bench<'_, 'c> {
    /// The N-EVENT-REPORT with the result: on an association of its own that the provider makes, or on that of the
    /// request.
    pub(super) fn result(&self, negotiation: &Negotiation<'c>) -> Step<'c> {
        let (user, provider) = (negotiation.user, negotiation.user.opposite());
        let is_way_back = |other: &Negotiation<'_>| {
            other.sop_class == negotiation.sop_class && other.initiator == provider && other.user == user
        };
        let all = self.negotiations.iter().enumerate();
        let backs: Vec<_> = all
            .filter(|(_, other)| is_way_back(other) && other.proposed.is_some())
            .map(|(number, _)| number)
            .collect();
        let is_there = |number: &usize| self.negotiations[*number].verdict.is_working();
        if backs.iter().any(is_there) {
            return Step::over(StepKind::Result, self.negotiations, backs);
        }
        let places = self.places_of(negotiation);
        let accepts_back =
            self.product(user).offers_as(negotiation.sop_class, Initiation::Accepts, Role::Scu).next();
        if backs.is_empty() {
            // Nothing is said of an association of its own: the result comes on the one that is there, while it lasts.
            // A user that counts on another one is not told.
            let reasons = accepts_back.map(|_| Cause::UnknownWayBack(provider).at(places));
            return Step::of(StepKind::Result, reasons.into_iter().collect());
        }
        let back = &self.negotiations[backs[0]];
        let places = Self::places(user, places[user as usize], self.places_of(back)[provider as usize]);
        let is_conditional = |number: &usize| {
            let proposed = self.negotiations[*number].proposed;
            proposed.is_some_and(|proposed| proposed.offer.claim == Claim::Conditional)
        };
        let has_other_way = backs.iter().any(is_conditional);
        if has_other_way && !backs.iter().any(|number| self.negotiations[*number].is_met()) {
            // Where the condition does not hold, the result comes on the association of the request.
            let mut step = Step::of(StepKind::Result, vec![Cause::UnknownWayBack(user).at(places)]);
            step.negotiations = backs;
            return step;
        }
        let mut step = Step::over(StepKind::Result, self.negotiations, backs);
        if step.verdict == Verdict::DoesNotWork {
            let cause = if has_other_way { Cause::UnknownWayBack(provider) } else { Cause::NoWayBack };
            step.reasons.retain(|reason| !has_other_way && !matches!(reason.cause, Cause::NotAccepted(_)));
            step.reasons.insert(0, cause.at(places));
            return step.weighed();
        }
        step
    }
}
