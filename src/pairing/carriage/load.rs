//! The services that two entities carry in a direction, gathered from what they can do together.

use std::collections::BTreeMap;

use super::{LinkService, LinkServiceKind};
use crate::model::Direction;
use crate::model::survey::Survey;
use crate::pairing::listing::Listing;
use crate::pairing::{
    Agreement, Meeting, Pairing, Request, Side, carried_meetings, carried_requests, goes_astray,
};
use crate::standard::sop_class;

/// What is carried over associations: everything whose data does not go against the direction, and the echo of whoever
/// opens them.
pub(super) fn of_associations<'p>(pairing: &Pairing<'p>, direction: Direction) -> Vec<LinkService<'p>> {
    let mut gathering = Gathering::default();
    for (_, meeting) in carried_meetings(pairing, direction) {
        if goes_astray(direction, meeting.user, meeting.flow()) {
            continue;
        }
        if let Some(kind) = kind(meeting) {
            gathering.add(kind, meeting);
        }
    }
    retrieved(pairing, &mut gathering);
    for meeting in pairing.meetings.iter().filter(|meeting| meeting.is_verification()) {
        if meeting.initiator == Side::One || direction == Direction::Bidir {
            gathering.add(LinkServiceKind::Verification, meeting);
        }
    }
    gathering.services()
}

/// What a meeting serves; nothing for what is a part of another service. A SOP class whose provider makes the
/// association is an answer, and a way back (PS3.4 J.3.3.1.3), or the storage of a C-GET (PS3.4 C.4.3).
fn kind(meeting: &Meeting<'_>) -> Option<LinkServiceKind> {
    let kind = LinkServiceKind::of_sop_class(meeting.sop_class);
    let is_answer = meeting.initiator != meeting.user;
    let is_part = is_answer && matches!(kind, LinkServiceKind::Storage | LinkServiceKind::StorageCommitment);
    (!is_part).then_some(kind)
}

/// Adds to every C-GET the transfer syntaxes of what comes back on its association, in the place of its own.
fn retrieved<'p>(pairing: &Pairing<'p>, gathering: &mut Gathering<'p>) {
    for side in [Side::One, Side::Other] {
        let Some(service) = gathering.found.get_mut(&(LinkServiceKind::Get, side as usize)) else { continue };
        let mut stored = LinkService::of(LinkServiceKind::Get, side);
        let storing = pairing.meetings.iter().filter(|meeting| {
            meeting.initiator == side && meeting.user == side.opposite() && is_storage(meeting)
        });
        storing.for_each(|meeting| stored.add(meeting));
        if !stored.transfer_syntaxes.is_empty() {
            service.transfer_syntaxes = stored.transfer_syntaxes;
            service.is_listed = stored.is_listed;
        }
    }
}

/// Whether a meeting stores objects.
pub(super) fn is_storage(meeting: &Meeting<'_>) -> bool {
    sop_class::by_uid(meeting.sop_class).is_some_and(sop_class::SopClass::is_storage)
}

/// What is carried over the web.
pub(super) fn of_web<'p>(pairing: &Pairing<'p>, direction: Direction) -> Vec<LinkService<'p>> {
    let mut gathering = Gathering::default();
    for request in carried_requests(pairing, direction) {
        if goes_astray(direction, request.user, request.asked.flow()) {
            continue;
        }
        let kind = LinkServiceKind::of_transaction(request.asked.service, request.asked.transaction);
        let service = gathering.service(kind, request.user);
        let (asked, answered) = syntaxes(pairing, request);
        service.is_listed &= asked.is_complete() && answered.is_complete();
        for uid in answered.entries {
            if asked.entries.contains(&uid) {
                add(&mut service.transfer_syntaxes, uid);
            }
        }
    }
    gathering.services()
}

/// The transfer syntaxes that the two sides of a request list for it.
fn syntaxes<'p>(pairing: &Pairing<'p>, request: &Request<'p>) -> (Listing<&'p str>, Listing<&'p str>) {
    let of = |survey: &Survey<'p>, trail| {
        let used = survey.transactions.iter().find(|used| used.trail == trail);
        used.map_or_else(Listing::default, |used| {
            let mut listing = Listing::of_items(survey, &used.transfer_syntaxes);
            for media_type in &used.transaction.media_types {
                listing.join(Listing::of_syntaxes(survey, &media_type.transfer_syntaxes));
            }
            listing
        })
    };
    let user = pairing.party(request.user);
    let server = pairing.party(request.user.opposite());
    (of(&user.survey, request.asked.trail), of(&server.survey, request.answered.trail))
}

/// Services, as far as they have been gathered.
#[derive(Default)]
struct Gathering<'p> {
    found: BTreeMap<(LinkServiceKind, usize), LinkService<'p>>,
}

impl<'p> Gathering<'p> {
    fn service(&mut self, kind: LinkServiceKind, opener: Side) -> &mut LinkService<'p> {
        let entry = self.found.entry((kind, opener as usize));
        entry.or_insert_with(|| LinkService::of(kind, opener))
    }

    fn add(&mut self, kind: LinkServiceKind, meeting: &Meeting<'p>) {
        self.service(kind, meeting.initiator).add(meeting);
    }

    fn services(self) -> Vec<LinkService<'p>> {
        self.found.into_values().collect()
    }
}

impl<'p> LinkService<'p> {
    /// A service of which nothing is known yet.
    pub(super) const fn of(kind: LinkServiceKind, opener: Side) -> Self {
        Self {
            kind,
            opener,
            answers: None,
            sop_classes: Vec::new(),
            transfer_syntaxes: Vec::new(),
            refused: Vec::new(),
            is_listed: true,
            lands_at: None,
        }
    }

    /// Adds a SOP class, in which the two meet.
    pub(super) fn add(&mut self, meeting: &Meeting<'p>) {
        match &meeting.agreement {
            Agreement::Nothing => add(&mut self.refused, meeting.sop_class),
            Agreement::Unknown => {
                self.is_listed = false;
                add(&mut self.sop_classes, meeting.sop_class);
            }
            Agreement::Common(syntaxes) => {
                add(&mut self.sop_classes, meeting.sop_class);
                for uid in syntaxes {
                    add(&mut self.transfer_syntaxes, uid);
                }
            }
        }
        self.refused.retain(|uid| !self.sop_classes.contains(uid));
    }
}

fn add<'p>(list: &mut Vec<&'p str>, uid: &'p str) {
    if !list.contains(&uid) {
        list.push(uid);
    }
}
