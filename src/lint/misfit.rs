//! `Misfit`: a governed link whose ends, by their statements, cannot do together what the link is for.
//!
//! A link has one misfit, the first that there is: without a service in common it says nothing of transfer syntaxes,
//! and so on.

mod return_path;

use std::sync::Arc;

use super::claims::is_beyond_statement;
use super::enumeration::enumeration;
use super::findings::Wording;
use super::rule::SiteSubject;
use crate::finding::Place;
use crate::model::{
    DeployedEntity, Direction, Endpoint, Implemented, LifecycleStatus, LinkUse, Protocol, Role,
};
use crate::pairing::{
    Agreement, Cause, Meeting, Offer, Pairing, Reason as KeyReason, Side, carried_meetings, carried_requests,
    class_name, goes_astray,
};
use crate::route::Route;
use crate::standard::uids;

/// What is wrong with a link.
#[derive(Debug)]
pub(crate) enum Reason<'p> {
    /// The ends have no service in common that the link could carry.
    NoService,
    /// They have no transfer syntax in common for these meetings, by their positions in the pairing.
    NoTransferSyntax(Vec<usize>),
    /// What they have in common goes the other way.
    WrongDirection,
    /// The service of this meeting answers on an association of its own, and nobody there accepts one.
    NoReturnPath(usize),
    /// What is retrieved by this meeting is to go to an entity that no link tells the provider of.
    UnknownDestination(usize, Endpoint<'p>),
    /// The query of this meeting depends on keys that the provider does not support, for these reasons.
    UnsupportedKeys(usize, Vec<KeyReason<'p>>),
}

/// A link whose ends cannot do together what it is for.
pub(crate) struct Misfit<'p> {
    pub(crate) link: &'p LinkUse<'p>,
    /// Source and target.
    pub(crate) ends: [&'p DeployedEntity<'p>; 2],
    /// The entities of statements that they implement.
    pub(crate) implemented: [Implemented<'p>; 2],
    /// What the two can do together; the source is the first one.
    pub(crate) pairing: Arc<Pairing<'p>>,
    pub(crate) reason: Reason<'p>,
}

impl Misfit<'_> {
    /// The names of source and target.
    pub(crate) const fn names(&self) -> (&str, &str) {
        let [source, target] = self.ends;
        (source.endpoint.name, target.endpoint.name)
    }

    /// Where an end says what it implements.
    pub(crate) fn implements(&self, side: Side) -> Place {
        self.ends[side as usize].endpoint.place("implements")
    }

    /// Where an end says something about a meeting: a value of the presentation context in its statement.
    pub(crate) fn context(&self, side: Side, meeting: &Meeting<'_>, key: &str) -> Place {
        let party = self.pairing.party(side);
        let context = &party.survey.contexts[meeting.offer(side).first_context()];
        Place::value(party.document, party.survey.route(context.trail).key(key))
    }

    /// The names of some SOP classes in a sentence.
    pub(crate) fn classes<'a>(uids: impl IntoIterator<Item = &'a str>) -> String {
        enumeration(uids.into_iter().map(class_name))
    }

    /// The finding is not made where something could not be read that it rests on.
    pub(crate) fn ground<'f>(&self, mut wording: Wording<'f>) -> Wording<'f> {
        const SETS: [&str; 6] = [
            "sop_classes",
            "transfer_syntaxes",
            "private_sop_classes",
            "specialized_sop_classes",
            "private_transfer_syntaxes",
            "web_services",
        ];
        for (end, implemented) in self.ends.iter().zip(&self.implemented) {
            let (site, route) = (end.endpoint.document.id, end.endpoint.route());
            for key in ["role", "protocol", "implements"] {
                wording = wording.rests_on_in(site, route.clone().key(key));
            }
            let statement = implemented.document.id;
            wording = wording.rests_on_in(statement, implemented.route());
            for key in SETS {
                wording = wording.rests_on_in(statement, Route::root().key(key));
            }
        }
        wording
    }
}

/// The misfits among the links of a site, in the author's order.
pub(crate) fn misfits<'p>(subject: &SiteSubject<'p>) -> Vec<Misfit<'p>> {
    subject.deployment.links.iter().filter_map(|link| misfit(subject, link)).collect()
}

fn misfit<'p>(subject: &SiteSubject<'p>, link: &'p LinkUse<'p>) -> Option<Misfit<'p>> {
    let direction = link.link.direction?;
    let (source, target) = link.ends().filter(|_| !is_judged_already(subject, link))?;
    let ends = [subject.deployments.entity(&source)?, subject.deployments.entity(&target)?];
    if ends.iter().any(|end| is_beyond_statement(end)) {
        return None;
    }
    let protocol = source.entity.protocol();
    if protocol != target.entity.protocol() || protocol == Protocol::Other {
        return None;
    }
    let implemented = [ends[0].implemented()?, ends[1].implemented()?];
    let pairing = subject.pairings.between(&implemented[0], &implemented[1])?;
    let reason = if protocol == Protocol::DicomWeb {
        reason_on_the_web(&pairing, direction)?
    } else {
        let found = reason(&pairing, direction);
        let found = found.or_else(|| return_path::missing(&pairing, direction, link, subject.listeners));
        found.or_else(|| unsupported_keys(&pairing, direction))?
    };
    Some(Misfit { link, ends, implemented, pairing, reason })
}

/// Whether something else is said of the link, or nothing is to be said of it any more.
fn is_judged_already(subject: &SiteSubject<'_>, link: &LinkUse<'_>) -> bool {
    let has_role = |end: &crate::model::Target<'_, Endpoint<'_>>, role| {
        end.found().is_some_and(|end| end.entity.role.is_none_or(|own| own == role))
    };
    link.link.status() == LifecycleStatus::Obsolete
        || link.is_self_link()
        || has_role(&link.source, Role::Scp)
        || has_role(&link.target, Role::Scu)
        || subject.inventory.first_of_link(link).is_some()
}

/// What is wrong between two entities that make associations, the way back aside.
fn reason<'p>(pairing: &Pairing<'_>, direction: Direction) -> Option<Reason<'p>> {
    let carried = carried_meetings(pairing, direction);
    let is_known = pairing.one.is_known() && pairing.other.is_known();
    if carried.clone().next().is_none() {
        return is_known.then_some(Reason::NoService);
    }
    let is_stuck = |meeting: &Meeting<'_>| meeting.agreement == Agreement::Nothing;
    let works =
        |class: &str| carried.clone().any(|(_, meeting)| meeting.sop_class == class && !is_stuck(meeting));
    let stuck = carried.clone().filter(|(_, meeting)| is_stuck(meeting) && !works(meeting.sop_class));
    let stuck: Vec<_> = stuck.map(|(position, _)| position).collect();
    if !stuck.is_empty() {
        return Some(Reason::NoTransferSyntax(stuck));
    }
    let mut flows = carried.map(|(_, meeting)| (meeting.user, meeting.flow()));
    (is_known && flows.all(|(user, flow)| goes_astray(direction, user, flow)))
        .then_some(Reason::WrongDirection)
}

/// The first query of a link that depends on keys which are not supported: what it selects by is passed over, or what it
/// hands on does not come. That a value is asked for and not returned is common, and no misfit.
fn unsupported_keys<'p>(pairing: &Pairing<'p>, direction: Direction) -> Option<Reason<'p>> {
    let is_needed = |reason: &&KeyReason<'_>| {
        matches!(
            reason.cause,
            Cause::MissingLevel(_)
                | Cause::UnmatchedKey(_)
                | Cause::OtherMatching(..)
                | Cause::BrokenHandOver(..)
        )
    };
    carried_meetings(pairing, direction).find_map(|(position, meeting)| {
        let reasons: Vec<_> = pairing.key_reasons(meeting).iter().filter(is_needed).cloned().collect();
        (!reasons.is_empty()).then_some(Reason::UnsupportedKeys(position, reasons))
    })
}

/// What is wrong between two entities that speak over the web.
fn reason_on_the_web<'p>(pairing: &Pairing<'_>, direction: Direction) -> Option<Reason<'p>> {
    if !(pairing.one.is_web_known() && pairing.other.is_web_known()) {
        return None;
    }
    let mut carried = carried_requests(pairing, direction).peekable();
    if carried.peek().is_none() {
        return Some(Reason::NoService);
    }
    carried
        .all(|request| goes_astray(direction, request.user, request.asked.flow()))
        .then_some(Reason::WrongDirection)
}

/// The SOP classes of offers, Verification aside, each once.
pub(crate) fn offered<'a, 's: 'a>(
    offers: impl Iterator<Item = &'a Offer<'s>>,
) -> impl Iterator<Item = &'s str> {
    let mut seen = std::collections::HashSet::new();
    offers.map(|offer| offer.sop_class).filter(move |uid| *uid != uids::VERIFICATION && seen.insert(*uid))
}
