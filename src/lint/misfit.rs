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
use crate::model::{DeployedEntity, Direction, Implemented, LifecycleStatus, LinkUse, Protocol, Role};
use crate::pairing::{
    Agreement, Listeners, Meeting, Offer, Pairing, Side, carried_meetings, carried_requests, class_name,
    goes_astray,
};
use crate::route::Route;
use crate::standard::uids;

/// What is wrong with a link.
#[derive(Debug)]
pub(crate) enum Reason {
    /// The ends have no service in common that the link could carry.
    NoService,
    /// They have no transfer syntax in common for these meetings, by their positions in the pairing.
    NoTransferSyntax(Vec<usize>),
    /// What they have in common goes the other way.
    WrongDirection,
    /// The service of this meeting answers on an association of its own, and nobody there accepts one.
    NoReturnPath(usize),
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
    pub(crate) reason: Reason,
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
    let listeners = Listeners::of(subject.document, subject.deployments);
    let links = subject.deployment.links.iter();
    links.filter_map(|link| misfit(subject, link, &listeners)).collect()
}

fn misfit<'p>(
    subject: &SiteSubject<'p>,
    link: &'p LinkUse<'p>,
    listeners: &Listeners<'p>,
) -> Option<Misfit<'p>> {
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
        found.or_else(|| return_path::missing(&pairing, direction, link, listeners))?
    };
    Some(Misfit { link, ends, implemented, pairing, reason })
}

/// Whether something else is said of the link, or nothing is to be said of it any more.
fn is_judged_already(subject: &SiteSubject<'_>, link: &LinkUse<'_>) -> bool {
    let has_role = |end: &crate::model::Target<'_, crate::model::Endpoint<'_>>, role| {
        end.found().is_some_and(|end| end.entity.role.is_none_or(|own| own == role))
    };
    link.link.status() == LifecycleStatus::Obsolete
        || link.is_self_link()
        || has_role(&link.source, Role::Scp)
        || has_role(&link.target, Role::Scu)
        || subject.inventory.first_of_link(link).is_some()
}

/// What is wrong between two entities that make associations, the way back aside.
fn reason(pairing: &Pairing<'_>, direction: Direction) -> Option<Reason> {
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

/// What is wrong between two entities that speak over the web.
fn reason_on_the_web(pairing: &Pairing<'_>, direction: Direction) -> Option<Reason> {
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
