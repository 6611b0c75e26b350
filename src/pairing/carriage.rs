//! `Carriage`: what a governed link carries, by the statements that its ends implement, and who opens the connections.

mod kind;
mod load;
mod ways_back;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

pub use kind::LinkServiceKind;

use super::pairings::{PartyId, id};
use super::{Pairing, Side, Surroundings};
use crate::model::{Direction, Endpoint, Implemented, LinkUse, Protocol};

/// What a governed link carries.
#[derive(Debug, Clone)]
pub struct Carriage<'p> {
    /// The services, in the order of [`LinkServiceKind`], what the source opens before what the target opens; the ways
    /// back stand behind the services that need them.
    pub services: Rc<[LinkService<'p>]>,
    /// Why nothing, or not everything, is known.
    pub gap: Option<Gap>,
}

/// A service that a link carries over the connections that one of its ends opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkService<'p> {
    /// Which one.
    pub kind: LinkServiceKind,
    /// Who opens the connection. The source of the link is the first side.
    pub opener: Side,
    /// The service for whose answers the connection is opened, where it is a way back: images that a C-MOVE asked for, or
    /// the report of a storage commitment. It is opened by who provides that service.
    pub answers: Option<LinkServiceKind>,
    /// The SOP classes, by their UIDs; none for web transactions, and where the way back is known and no more.
    pub sop_classes: Vec<&'p str>,
    /// The transfer syntaxes that both ends support for at least one of them, by their UIDs.
    pub transfer_syntaxes: Vec<&'p str>,
    /// The SOP classes for which both ends speak and have no transfer syntax in common.
    pub refused: Vec<&'p str>,
    /// Whether the transfer syntaxes of both ends are listed, so that there are no others.
    pub is_listed: bool,
    /// Where a way back leads, if not to the end itself: to a neighbour of it that accepts associations.
    pub lands_at: Option<Landing<'p>>,
}

/// Where a way back leads that does not lead to the end of the link itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Landing<'p> {
    /// To this entity of the same installation, by its name, in the document of the end.
    Neighbour(&'p str),
    /// Elsewhere, in the words of the statement that asks for it.
    Elsewhere(&'p str),
    /// Nobody at the installation is known to accept associations.
    Nobody,
}

/// Why nothing, or not everything, is known of what a link carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gap {
    /// An end, or the direction, is not stated or leads nowhere.
    Link,
    /// The protocol of an end is `Other`.
    OtherProtocol,
    /// The two ends speak different protocols.
    Protocols,
    /// An end, or both of them, implement no entity of a statement.
    NoStatement {
        /// Whether it is the source.
        source: bool,
        /// Whether it is the target.
        target: bool,
    },
    /// What an end implements is not to be found.
    NotFound(Side),
    /// The statement of an end does not tell everything that it does.
    Incomplete(Side),
}

impl<'p> LinkService<'p> {
    /// Whether it works as far as is known: not all of it fails for want of a transfer syntax.
    pub fn is_carried(&self) -> bool {
        !self.sop_classes.is_empty() || self.refused.is_empty()
    }

    /// Whether one of its connections is opened by who provides the service.
    pub const fn is_way_back(&self) -> bool {
        self.answers.is_some()
    }

    /// Where its connections lead: the entity that accepts them, where one is known.
    pub fn acceptor(&self, ends: [Endpoint<'p>; 2]) -> Option<Endpoint<'p>> {
        let end = ends[self.opener.opposite() as usize];
        match &self.lands_at {
            None => Some(end),
            Some(Landing::Neighbour(name)) => {
                let (name, entity) = end.site.application_entities.get_key_value(*name)?;
                Some(Endpoint { name, entity, ..end })
            }
            Some(Landing::Elsewhere(_) | Landing::Nobody) => None,
        }
    }
}

impl Carriage<'_> {
    /// Whether something is carried, an echo aside.
    pub fn carries_something(&self) -> bool {
        let counts = |service: &LinkService<'_>| {
            service.kind != LinkServiceKind::Verification && !service.is_way_back() && service.is_carried()
        };
        self.services.iter().any(counts)
    }

    /// Whether the statements tell of nothing that the link carries, and leave no doubt about that.
    pub fn is_mere_claim(&self) -> bool {
        self.gap.is_none() && !self.carries_something()
    }
}

/// What two entities carry over a link in a direction, the landings of ways back aside.
type Known<'p> = RefCell<HashMap<(PartyId, PartyId, Direction, bool), (Rc<[LinkService<'p>]>, Option<Gap>)>>;

/// What the links of sites carry, each two entities asked once however many links there are.
#[derive(Debug)]
pub struct Carriages<'d, 'p> {
    surroundings: &'d Surroundings<'p>,
    known: Known<'p>,
}

impl<'d, 'p> Carriages<'d, 'p> {
    /// Those of the sites among some documents.
    pub fn of(surroundings: &'d Surroundings<'p>) -> Self {
        Self { surroundings, known: RefCell::default() }
    }

    /// What a link carries.
    pub fn carriage(&self, link: &LinkUse<'p>) -> Carriage<'p> {
        self.told(link).unwrap_or_else(|gap| Carriage { services: Rc::new([]), gap: Some(gap) })
    }

    fn told(&self, link: &LinkUse<'p>) -> Result<Carriage<'p>, Gap> {
        let (source, target) = link.ends().ok_or(Gap::Link)?;
        let direction = link.link.direction.ok_or(Gap::Link)?;
        let protocol = source.entity.protocol();
        if protocol == Protocol::Other || target.entity.protocol() == Protocol::Other {
            return Err(Gap::OtherProtocol);
        }
        if protocol != target.entity.protocol() {
            return Err(Gap::Protocols);
        }
        let implemented = self.implemented([source, target])?;
        let is_web = protocol == Protocol::DicomWeb;
        let (services, gap) = self.between(&implemented, direction, is_web)?;
        let services = if services.iter().any(LinkService::is_way_back) {
            services.iter().map(|service| self.landed([source, target], &implemented, service)).collect()
        } else {
            services
        };
        Ok(Carriage { services, gap })
    }

    fn implemented(&self, ends: [Endpoint<'p>; 2]) -> Result<[Implemented<'p>; 2], Gap> {
        let deployed = ends.map(|end| self.surroundings.deployments.entity(&end));
        let [Some(source), Some(target)] = deployed else { return Err(Gap::Link) };
        match (source.implements.is_none(), target.implements.is_none()) {
            (false, false) => {}
            (source, target) => return Err(Gap::NoStatement { source, target }),
        }
        let source = source.implemented().ok_or(Gap::NotFound(Side::One))?;
        let target = target.implemented().ok_or(Gap::NotFound(Side::Other))?;
        Ok([source, target])
    }

    fn between(
        &self,
        [source, target]: &[Implemented<'p>; 2],
        direction: Direction,
        is_web: bool,
    ) -> Result<(Rc<[LinkService<'p>]>, Option<Gap>), Gap> {
        let key = (
            id(source).ok_or(Gap::NotFound(Side::One))?,
            id(target).ok_or(Gap::NotFound(Side::Other))?,
            direction,
            is_web,
        );
        if let Some((services, gap)) = self.known.borrow().get(&key) {
            return Ok((Rc::clone(services), *gap));
        }
        let pairing = self.surroundings.pairings.between(source, target).ok_or(Gap::Link)?;
        let services: Rc<[_]> = if is_web {
            load::of_web(&pairing, direction).into()
        } else {
            ways_back::with_ways_back(&pairing, load::of_associations(&pairing, direction)).into()
        };
        let gap = incomplete(&pairing, is_web);
        self.known.borrow_mut().insert(key, (Rc::clone(&services), gap));
        Ok((services, gap))
    }

    /// A service with the place where it leads, if it is a way back.
    fn landed(
        &self,
        ends: [Endpoint<'p>; 2],
        implemented: &[Implemented<'p>; 2],
        service: &LinkService<'p>,
    ) -> LinkService<'p> {
        // What the end itself is known to accept needs no other place.
        if !service.is_way_back() || !service.sop_classes.is_empty() || service.lands_at.is_some() {
            return service.clone();
        }
        let opener = service.opener as usize;
        let (from, end) = (ends[opener], ends[service.opener.opposite() as usize]);
        let mut fallback = None;
        for neighbour in self.surroundings.listeners.at(&end, &from) {
            let accepted = self.accepted_by(&neighbour, &implemented[opener], service);
            if let Some(accepted) = accepted {
                let lands_at = (!neighbour.is(&end)).then_some(Landing::Neighbour(neighbour.name));
                return LinkService { lands_at, ..accepted };
            }
            fallback = fallback.or(Some(neighbour));
        }
        let lands_at = match fallback {
            Some(neighbour) if neighbour.is(&end) => None,
            Some(neighbour) => Some(Landing::Neighbour(neighbour.name)),
            None => Some(Landing::Nobody),
        };
        LinkService { lands_at, ..service.clone() }
    }

    /// The way back as an entity of the same installation accepts it, where its statement says that it does.
    fn accepted_by(
        &self,
        neighbour: &Endpoint<'p>,
        opener: &Implemented<'p>,
        service: &LinkService<'p>,
    ) -> Option<LinkService<'p>> {
        let implemented = self.surroundings.deployments.entity(neighbour)?.implemented()?;
        let pairing = self.surroundings.pairings.between(opener, &implemented)?;
        let accepted = ways_back::delivered(&pairing, Side::One, service.kind);
        accepted.map(|accepted| LinkService { opener: service.opener, answers: service.answers, ..accepted })
    }
}

/// Who of the two does not tell everything.
fn incomplete(pairing: &Arc<Pairing<'_>>, is_web: bool) -> Option<Gap> {
    [Side::One, Side::Other].into_iter().find_map(|side| {
        let party = pairing.party(side);
        let is_known = if is_web { party.is_web_known() } else { party.is_known() };
        (!is_known).then_some(Gap::Incomplete(side))
    })
}
