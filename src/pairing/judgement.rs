//! `Judgement`: how well two products work together, service by service.

mod commitment;
mod procedure_steps;
mod queries;
mod requests;
mod retrieval;

use std::collections::HashMap;

use super::negotiation::{Negotiation, negotiations};
use super::product::Product;
use super::service::{Service, ServiceKind, Step, StepKind, Way};
use super::{Side, media, web_services};
use crate::model::Role;
use crate::standard::sop_class::{self, Operation, ServiceClass, SopClass};

/// How well two products work together.
#[derive(Debug)]
pub struct Judgement<'c> {
    /// What becomes of every SOP class that one of them proposes, or would accept, in either direction.
    pub negotiations: Vec<Negotiation<'c>>,
    /// The services, by workflow, in the order of the first side, then of the other one.
    pub services: Vec<Service<'c>>,
}

/// How much is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Everything, also what is accepted and nobody asks for.
    Everything,
    /// What somebody asks for.
    Asked,
}

/// Two products, and what has been negotiated between them.
struct Bench<'a, 'c> {
    products: [&'c Product<'c>; 2],
    negotiations: &'a [Negotiation<'c>],
}

impl<'c> Judgement<'c> {
    /// Judges two products.
    pub fn of(products: [&'c Product<'c>; 2], depth: Depth) -> Self {
        let with_unasked = depth == Depth::Everything;
        let negotiations = negotiations(products, with_unasked);
        let mut services = Bench { products, negotiations: &negotiations }.services();
        services.extend(web_services::services(products, with_unasked));
        services.extend(media::services(products, with_unasked));
        services.sort_by_key(|service| service.kind.workflow());
        Self { negotiations, services }
    }
}

impl<'c> Bench<'_, 'c> {
    fn services(&self) -> Vec<Service<'c>> {
        let mut order = Vec::new();
        let mut by_kind: HashMap<ServiceKind<'c>, [Vec<usize>; 2]> = HashMap::new();
        for (number, negotiation) in self.negotiations.iter().enumerate() {
            let Some(kind) = ServiceKind::of(negotiation).filter(|_| !self.is_idle(negotiation)) else {
                continue;
            };
            let ways = by_kind.entry(kind).or_insert_with(|| {
                order.push(kind);
                <[Vec<usize>; 2]>::default()
            });
            ways[negotiation.user as usize].push(number);
        }
        let service = |kind: ServiceKind<'c>| {
            let mut ways = by_kind.remove(&kind).unwrap_or_default();
            let ways = [Side::One, Side::Other].map(|user| {
                let numbers = std::mem::take(&mut ways[user as usize]);
                (!numbers.is_empty()).then(|| self.way(kind, user, numbers))
            });
            Service::of(kind, ways)
        };
        order.into_iter().map(service).collect()
    }

    /// Whether a proposal that nobody accepts is a part of another service, which the peer does not ask for: storage by
    /// which a C-MOVE delivers (PS3.4 C.4.2), or reports on workitems to a peer that has none.
    fn is_idle(&self, negotiation: &Negotiation<'c>) -> bool {
        let Some(class) = negotiation.class.filter(|_| !negotiation.is_met()) else { return false };
        match class.service_class {
            ServiceClass::Storage => {
                negotiation.proposed.is_some()
                    && self.product(negotiation.initiator).only_delivers(negotiation.sop_class)
            }
            ServiceClass::UnifiedProcedureStep => {
                let peer = self.product(negotiation.user);
                let is_own = |uid: &str| {
                    sop_class::by_uid(uid).is_some_and(|own| own.service_class == class.service_class)
                };
                !negotiation.has_default_roles() && !peer.sop_classes().any(is_own)
            }
            _ => false,
        }
    }

    fn way(&self, kind: ServiceKind<'c>, user: Side, mut numbers: Vec<usize>) -> Way<'c> {
        // The same order from either side.
        numbers.sort_by_key(|number| !self.negotiations[*number].has_default_roles());
        let is_claimed_by_both = numbers.iter().any(|number| self.negotiations[*number].is_met());
        let representative = numbers
            .iter()
            .copied()
            .filter(|number| self.negotiations[*number].is_met())
            .min_by_key(|number| self.negotiations[*number].verdict);
        let mut steps = vec![Step::over(StepKind::Association, self.negotiations, numbers)];
        // Where nobody accepts the association, nothing else matters.
        if let Some(number) = representative.filter(|_| steps[0].verdict.is_working()) {
            let negotiation = &self.negotiations[number];
            match kind {
                ServiceKind::Storage => steps.extend(self.storage_level(user)),
                ServiceKind::UnifiedProcedureStep => steps.extend(self.set_of_steps(user)),
                ServiceKind::Class(_) => steps.extend(self.further_steps(negotiation)),
                ServiceKind::Web(..) | ServiceKind::Media(_) => {}
            }
        }
        Way::of(user, steps, is_claimed_by_both)
    }

    /// The steps of a single SOP class, beyond its association.
    fn further_steps(&self, negotiation: &Negotiation<'c>) -> Vec<Step<'c>> {
        let Some(class) = negotiation.class else { return Vec::new() };
        let own = match class.service_class {
            ServiceClass::StorageCommitment => Some(self.result(negotiation)),
            ServiceClass::PrintManagement if class.is_meta() => self.members(negotiation, class),
            _ => None,
        };
        let operation = match class.operation() {
            Some(Operation::Find) => Some(self.keys(negotiation, class)),
            Some(Operation::Move) if is_of_patients(class) => Some(self.delivery_by_provider(negotiation)),
            Some(Operation::Get) if is_of_patients(class) => Some(self.delivery_on_association(negotiation)),
            _ => None,
        };
        let steps = own.into_iter().chain(operation);
        steps.chain(self.attributes(negotiation, class)).chain(self.extended(negotiation)).collect()
    }

    fn product(&self, side: Side) -> &'c Product<'c> {
        self.products[side as usize]
    }

    /// Two places, each for its side.
    fn places<T: Copy>(user: Side, of_user: Option<T>, of_provider: Option<T>) -> [Option<T>; 2] {
        match user {
            Side::One => [of_user, of_provider],
            Side::Other => [of_provider, of_user],
        }
    }

    /// Where both sides speak of a negotiation.
    fn places_of(&self, negotiation: &Negotiation<'c>) -> [Option<crate::model::survey::Trail>; 2] {
        [Side::One, Side::Other].map(|side| {
            let offered = negotiation.offered(side)?;
            Some(self.product(side).survey.contexts[offered.offer.first_context()].trail)
        })
    }

    /// The conformance entries of a product for a class in a role.
    fn conformances(
        &self,
        side: Side,
        class: &str,
        role: Role,
    ) -> impl Iterator<Item = &'c crate::model::survey::ConformanceUse<'c>> {
        self.product(side).conformances(class, role)
    }
}

/// Whether a class retrieves objects of patients, which come by storage (PS3.4 C.4.2, Y.4, Z.4).
fn is_of_patients(class: &SopClass) -> bool {
    class.service_class == ServiceClass::QueryRetrieve
}
