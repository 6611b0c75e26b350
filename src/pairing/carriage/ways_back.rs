//! Associations that the provider of a service opens to answer it: what a C-MOVE asked for, and reports of commitment.

use super::load::is_storage;
use super::{Landing, LinkService, LinkServiceKind};
use crate::model::Role;
use crate::model::survey::Initiation;
use crate::pairing::{Meeting, Pairing, Party, Side};
use crate::standard::sop_class;
use crate::standard::uids;

/// The services, with a way back behind each that needs one.
pub(super) fn with_ways_back<'p>(
    pairing: &Pairing<'p>,
    services: Vec<LinkService<'p>>,
) -> Vec<LinkService<'p>> {
    let mut all = Vec::with_capacity(services.len());
    for service in services {
        let back = way_back(pairing, &service);
        all.push(service);
        all.extend(back);
    }
    all
}

fn way_back<'p>(pairing: &Pairing<'p>, service: &LinkService<'p>) -> Option<LinkService<'p>> {
    if !service.is_carried() {
        return None;
    }
    let provider = service.opener.opposite();
    let back = match service.kind {
        LinkServiceKind::Move if sends(pairing.party(provider)) => {
            let elsewhere = destination(pairing, service.opener);
            if let Some(elsewhere) = elsewhere {
                let bare = LinkService::of(LinkServiceKind::Storage, provider);
                LinkService { lands_at: Some(Landing::Elsewhere(elsewhere)), is_listed: false, ..bare }
            } else {
                back(pairing, provider, LinkServiceKind::Storage)
            }
        }
        LinkServiceKind::StorageCommitment if reports(pairing.party(provider)) => {
            back(pairing, provider, LinkServiceKind::StorageCommitment)
        }
        _ => return None,
    };
    Some(LinkService { answers: Some(service.kind), ..back })
}

/// What is opened back, as the end itself accepts it; nothing is known of it where it does not.
fn back<'p>(pairing: &Pairing<'p>, provider: Side, kind: LinkServiceKind) -> LinkService<'p> {
    delivered(pairing, provider, kind)
        .unwrap_or_else(|| LinkService { is_listed: false, ..LinkService::of(kind, provider) })
}

/// What a provider delivers and the other side accepts; nothing where it accepts none of it.
pub(super) fn delivered<'p>(
    pairing: &Pairing<'p>,
    provider: Side,
    kind: LinkServiceKind,
) -> Option<LinkService<'p>> {
    let is_it = |meeting: &&Meeting<'_>| {
        let is_user = meeting.user == provider;
        meeting.initiator == provider
            && match kind {
                LinkServiceKind::Storage => is_user && is_storage(meeting),
                _ => !is_user && meeting.sop_class == uids::STORAGE_COMMITMENT,
            }
    };
    let mut meetings = pairing.meetings.iter().filter(is_it).peekable();
    meetings.peek()?;
    let mut service = LinkService::of(kind, provider);
    meetings.for_each(|meeting| service.add(meeting));
    Some(service)
}

/// Whether an entity stores to others, or has another entity do it.
fn sends(party: &Party<'_>) -> bool {
    let is_storing = |uid: &str| sop_class::by_uid(uid).is_some_and(sop_class::SopClass::is_storage);
    party.offers().any(|offer| {
        let is_sent = offer.initiation == Initiation::Initiates && offer.role == Role::Scu;
        (is_sent && is_storing(offer.sop_class)) || is_named(party.activity(offer).delegate.as_deref())
    }) || !party.is_told()
        || others_store(party)
}

/// Whether another entity of the product stores, as where one entity answers and another one sends.
fn others_store(party: &Party<'_>) -> bool {
    let survey = &party.survey;
    let mut contexts =
        survey.claimed_contexts().filter(|context| context.initiation == Initiation::Initiates);
    contexts.any(|context| {
        survey
            .claimed_uids(&context.abstract_syntaxes)
            .any(|(_, uid)| sop_class::by_uid(uid).is_some_and(sop_class::SopClass::is_storage))
    })
}

/// Whether an entity reports commitments on associations of its own (PS3.4 J.3.3.1.3).
fn reports(party: &Party<'_>) -> bool {
    party.offer(uids::STORAGE_COMMITMENT, Initiation::Initiates, Role::Scp).is_some()
}

/// Where a C-MOVE has its objects sent, where its user says that it is not to itself.
fn destination<'p>(pairing: &Pairing<'p>, user: Side) -> Option<&'p str> {
    let mut asked = pairing.meetings.iter().filter(|meeting| {
        meeting.initiator == user
            && meeting.user == user
            && sop_class::by_uid(meeting.sop_class).and_then(sop_class::SopClass::operation)
                == Some(sop_class::Operation::Move)
    });
    let meeting = asked.next()?;
    let said = pairing.party(user).activity(meeting.offer(user)).move_destination.as_deref();
    said.filter(|said| is_named(Some(said)))
}

fn is_named(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}
