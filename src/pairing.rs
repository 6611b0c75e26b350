//! What two Application Entities can do together, and how that is known. The one place that knows negotiation.
//!
//! A service works where one side asks for it and the other side does it (PS3.2 chapter 6): the presentation contexts
//! that one side proposes are held against those that the other one accepts (PS3.7 D.3.3.4, PS3.8 9.3.2.2), and the
//! transactions of a user agent against those of an origin server (PS3.18).

mod carriage;
mod carried;
mod cause;
mod delivery;
mod exchange_cause;
pub mod extended_negotiation;
mod flow;
mod judgement;
mod key_reasons;
mod keys;
mod listeners;
mod listing;
mod media;
mod media_claim;
mod negotiation;
mod pairings;
mod party;
mod product;
mod service;
mod surroundings;
mod verdict;
mod web;
mod web_claim;
mod web_keys;
mod web_services;

pub use carriage::{Carriage, Carriages, Gap, Landing, LinkService, LinkServiceKind};
pub use carried::{carried_meetings, carried_requests, goes_astray};
pub use cause::{CAUSES, Cause, CausePage, Key, Reason, cause_page, weigh};
pub use exchange_cause::{MediaCause, WebCause, WebPart};
pub use flow::Flow;
pub use judgement::{Depth, Judgement};
pub use keys::{BESIDE_KEYS, key_shortcomings};
pub use listeners::Listeners;
pub use negotiation::Negotiation;
pub use pairings::Pairings;
pub use party::{Claim, Grade, Offer, Party, RoleSelection, Syntaxes};
pub use product::{Offered, Product};
pub use service::{Service, ServiceKind, Step, StepKind, Way, Workflow};
pub use surroundings::Surroundings;
pub use verdict::Verdict;
pub use web::WebOffer;

use std::sync::{Arc, OnceLock};

use crate::model::Role;
use crate::model::survey::Initiation;
use crate::standard::uids;
use negotiation::{Outcome, fitting, outcome};

/// One of the two that are paired.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The first one.
    One,
    /// The second one.
    Other,
}

impl Side {
    /// The letter by which people speak of it.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::One => "A",
            Self::Other => "B",
        }
    }

    /// Who stands opposite.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::One => Self::Other,
            Self::Other => Self::One,
        }
    }
}

/// Two Application Entities, and everything that both of them name.
#[derive(Debug)]
pub struct Pairing<'s> {
    /// The first entity.
    pub one: Arc<Party<'s>>,
    /// The second entity.
    pub other: Arc<Party<'s>>,
    /// The SOP classes in whose associations they meet, what the first entity proposes first.
    pub meetings: Vec<Meeting<'s>>,
    /// The web transactions in which they meet.
    pub requests: Vec<Request<'s>>,
}

/// A SOP class that one side proposes and the other one accepts, in roles that fit together.
#[derive(Debug)]
pub struct Meeting<'s> {
    /// The UID of the SOP class.
    pub sop_class: &'s str,
    /// Who makes the association.
    pub initiator: Side,
    /// Who is the user of the service, its SCU.
    pub user: Side,
    /// What is proposed.
    pub proposed: Offer<'s>,
    /// What is accepted.
    pub accepted: Offer<'s>,
    /// What becomes of the transfer syntaxes.
    pub agreement: Agreement<'s>,
    /// Which keys of a query keep it from doing what its user depends on.
    keys: OnceLock<Vec<Reason<'s>>>,
}

/// The transfer syntaxes that two sides have in common for a SOP class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Agreement<'s> {
    /// These, by their UIDs.
    Common(Vec<&'s str>),
    /// None: every presentation context is rejected (PS3.8 9.3.3.2).
    Nothing,
    /// A side does not list them, or not in a way that can be understood.
    Unknown,
}

/// A web transaction that one side asks for and the other one answers.
#[derive(Debug)]
pub struct Request<'s> {
    /// Who asks: the user agent.
    pub user: Side,
    /// What is asked for.
    pub asked: WebOffer<'s>,
    /// What is answered.
    pub answered: WebOffer<'s>,
}

impl<'s> Pairing<'s> {
    /// Pairs two entities.
    pub fn of(one: Arc<Party<'s>>, other: Arc<Party<'s>>) -> Self {
        let mut meetings = meetings((&one, &other), Side::One);
        meetings.extend(self::meetings((&other, &one), Side::Other));
        let mut requests = web::requests((&one, &other), Side::One);
        requests.extend(web::requests((&other, &one), Side::Other));
        Self { one, other, meetings, requests }
    }

    /// An entity of the two.
    pub const fn party(&self, side: Side) -> &Arc<Party<'s>> {
        match side {
            Side::One => &self.one,
            Side::Other => &self.other,
        }
    }
}

impl<'s> Meeting<'s> {
    /// Whether it only shows that the other side is there.
    pub fn is_verification(&self) -> bool {
        self.sop_class == uids::VERIFICATION
    }

    /// Which way its data goes.
    pub fn flow(&self) -> Flow {
        Flow::of_sop_class(self.sop_class)
    }

    /// What a side says of it.
    pub const fn offer(&self, side: Side) -> &Offer<'s> {
        match (self.initiator, side) {
            (Side::One, Side::One) | (Side::Other, Side::Other) => &self.proposed,
            _ => &self.accepted,
        }
    }
}

/// What the first of two entities proposes and the second one accepts.
fn meetings<'s>((proposing, accepting): (&Party<'s>, &Party<'s>), initiator: Side) -> Vec<Meeting<'s>> {
    let proposed = proposing.offers().filter(|offer| offer.initiation == Initiation::Initiates);
    let meeting = |proposed: &Offer<'s>| {
        let accepted = accepting.offer(proposed.sop_class, Initiation::Accepts, fitting(proposed.role))?;
        Some(Meeting {
            sop_class: proposed.sop_class,
            initiator,
            user: if proposed.role == Role::Scu { initiator } else { initiator.opposite() },
            agreement: agreement(&proposed.syntaxes, &accepted.syntaxes),
            proposed: proposed.clone(),
            accepted: accepted.clone(),
            keys: OnceLock::new(),
        })
    };
    proposed.filter_map(meeting).collect()
}

fn agreement<'s>(proposed: &Syntaxes<'s>, accepted: &Syntaxes<'s>) -> Agreement<'s> {
    match outcome(proposed, accepted) {
        Outcome::Common => Agreement::Common(accepted.common(proposed)),
        Outcome::Nothing => Agreement::Nothing,
        Outcome::Unknown => Agreement::Unknown,
    }
}

/// The name of a SOP class or a transfer syntax, as short as it is clear; the UID where it has none.
pub fn class_name(uid: &str) -> &str {
    uids::by_uid(uid).map_or(uid, |entry| entry.short_name())
}
