//! What a governed link is for, of all that its two ends can do together: PUSH, PULL and BIDIR.
//!
//! PUSH: the source sends data to the target. PULL: the source retrieves data from the target. BIDIR: both. The source
//! is the first side of a pairing.

use super::{Flow, Meeting, Pairing, Request, Side};
use crate::model::Direction;

/// The meetings that a link carries, with their positions: those that its source starts or asks for; of a link in both
/// directions all. Verification does not count.
pub fn carried_meetings<'a, 'p>(
    pairing: &'a Pairing<'p>,
    direction: Direction,
) -> impl Iterator<Item = (usize, &'a Meeting<'p>)> + Clone {
    let is_carried = move |meeting: &Meeting<'_>| {
        direction == Direction::Bidir || meeting.user == Side::One || meeting.initiator == Side::One
    };
    let meetings = pairing.meetings.iter().enumerate();
    meetings.filter(move |(_, meeting)| is_carried(meeting) && !meeting.is_verification())
}

/// The web transactions that a link carries: those that its source asks for; of a link in both directions all. What only
/// asks for capabilities does not count.
pub fn carried_requests<'a, 'p>(
    pairing: &'a Pairing<'p>,
    direction: Direction,
) -> impl Iterator<Item = &'a Request<'p>> + Clone {
    pairing.requests.iter().filter(move |request| {
        (direction == Direction::Bidir || request.user == Side::One) && !request.asked.is_about_capabilities()
    })
}

/// Whether the data of a service goes against the direction of a link.
pub fn goes_astray(direction: Direction, user: Side, flow: Flow) -> bool {
    let against = match direction {
        Direction::Push => Flow::ToUser,
        Direction::Pull => Flow::ToProvider,
        Direction::Bidir => return false,
    };
    user == Side::One && flow == against
}
