//! The keys of a query, and extended negotiation on which it depends (PS3.4 C.4.1, C.5).

use super::Bench;
use crate::model::Role;
use crate::pairing::extended_negotiation::names_sop_class_extended;
use crate::pairing::keys::{KeyTable, shortcomings};
use crate::pairing::negotiation::Negotiation;
use crate::pairing::service::{Step, StepKind};
use crate::pairing::{Cause, Side};
use crate::standard::sop_class::SopClass;

impl<'c> Bench<'_, 'c> {
    /// What the user matches on and asks for, held against what the provider supports.
    pub(super) fn keys(&self, negotiation: &Negotiation<'c>, class: &'static SopClass) -> Step<'c> {
        let (user, provider) = (negotiation.user, negotiation.user.opposite());
        let asked = self.keys_of(negotiation, class, user, Role::Scu);
        let answered = self.keys_of(negotiation, class, provider, Role::Scp);
        let context = self.places_of(negotiation);
        let reasons = shortcomings(asked, answered, user).into_iter().map(|(cause, ours, theirs)| {
            let places =
                Self::places(user, ours.or(context[user as usize]), theirs.or(context[provider as usize]));
            cause.at(places)
        });
        Step::of(StepKind::Keys, reasons.collect())
    }

    /// The keys of the entity that a side negotiates with; where it lists none, those of the product.
    fn keys_of(
        &self,
        negotiation: &Negotiation<'c>,
        class: &SopClass,
        side: Side,
        role: Role,
    ) -> Option<&'c KeyTable> {
        let product = self.product(side);
        let entity = negotiation.offered(side).map(|offered| product.parties[offered.party].entity);
        let own = entity.and_then(|entity| product.keys().of_entity(class, role, entity));
        own.or_else(|| product.keys().of_class(class, role))
    }

    /// SOP Class Extended Negotiation that the user states and the provider does not (PS3.7 D.3.3.5).
    pub(super) fn extended(&self, negotiation: &Negotiation<'c>) -> Option<Step<'c>> {
        let stated = |side: Side| {
            let product = self.product(side);
            let contexts = negotiation.offered(side).map_or(&[][..], |offered| &offered.offer.contexts);
            let texts = contexts
                .iter()
                .flat_map(|number| product.survey.contexts[*number].context.extended_negotiation.iter());
            texts.filter(|text| names_sop_class_extended(text)).map(String::as_str)
        };
        let wanted = stated(negotiation.user).next()?;
        let is_answered = stated(negotiation.user.opposite()).next().is_some();
        (!is_answered).then(|| {
            let cause = Cause::UnstatedExtendedNegotiation(wanted);
            Step::of(StepKind::Association, vec![cause.at(self.places_of(negotiation))])
        })
    }
}
