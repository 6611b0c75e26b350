//! Services that answer on an association of their own, and whether anybody accepts it.

use super::Reason;
use crate::lint::storage;
use crate::model::survey::Initiation;
use crate::model::{Direction, LinkUse, Role};
use crate::pairing::{Agreement, Listeners, Meeting, Pairing, Side};
use crate::standard::sop_class::{self, Operation};
use crate::standard::uids;

/// The service that a link needs a way back for, where there is none.
pub(super) fn missing<'p>(
    pairing: &Pairing<'p>,
    direction: Direction,
    link: &LinkUse<'p>,
    listeners: &Listeners<'p>,
) -> Option<Reason> {
    let (source, target) = link.ends()?;
    let position = retrieval(pairing, direction).or_else(|| commitment(pairing, direction))?;
    (!listeners.are_there(&source, &target)).then_some(Reason::NoReturnPath(position))
}

/// The services that the source asks the target for.
fn asked<'a, 'p>(pairing: &'a Pairing<'p>) -> impl Iterator<Item = (usize, &'a Meeting<'p>)> + Clone {
    pairing.meetings.iter().enumerate().filter(|(_, meeting)| {
        meeting.user == Side::One && meeting.initiator == Side::One && meeting.agreement != Agreement::Nothing
    })
}

/// A C-MOVE by which the source has images sent to itself, where it has no other way to retrieve them.
fn retrieval(pairing: &Pairing<'_>, direction: Direction) -> Option<usize> {
    if direction == Direction::Push {
        return None;
    }
    let does = |meeting: &Meeting<'_>, operation| {
        sop_class::by_uid(meeting.sop_class).and_then(sop_class::SopClass::operation) == Some(operation)
    };
    let mut asked = asked(pairing);
    if asked.clone().any(|(_, meeting)| does(meeting, Operation::Get)) {
        return None;
    }
    let (position, meeting) = asked.find(|(_, meeting)| does(meeting, Operation::Move))?;
    let is_named = |name: &Option<String>| name.as_deref().is_some_and(|name| !name.trim().is_empty());
    let goes_elsewhere = is_named(&pairing.one.activity(&meeting.proposed).move_destination);
    let target = &pairing.other.survey;
    let mut stores = target.claimed_contexts().filter(|context| context.initiation == Initiation::Initiates);
    let is_sent = is_named(&pairing.other.activity(&meeting.accepted).delegate)
        || stores.any(|context| storage::may_store(target, &context.abstract_syntaxes));
    (is_sent && !goes_elsewhere).then_some(position)
}

/// A request for storage commitment, where the target reports on an association of its own (PS3.4 J.3.3.1.3).
fn commitment(pairing: &Pairing<'_>, direction: Direction) -> Option<usize> {
    if direction == Direction::Pull {
        return None;
    }
    let (position, meeting) =
        asked(pairing).find(|(_, meeting)| meeting.sop_class == uids::STORAGE_COMMITMENT)?;
    pairing.other.offer(meeting.sop_class, Initiation::Initiates, Role::Scp)?;
    Some(position)
}
