//! Authentication of web services (PS3.18 8.11).

use super::{BOTH, Gathering, Note, View, route, row, statement};
use crate::compare::together::Topic;
use crate::model::{Statement, WebRole};
use crate::pairing::{Judgement, ServiceKind, Side, Verdict};
use crate::route::Route;
use crate::standard::spelling::folded;

const REFERENCE: &str = "PS3.18, section 8.11";

/// How a side authenticates in a role, and where it says so.
struct Authentication<'s> {
    words: Vec<&'s str>,
    place: Option<Route>,
}

impl<'s> Authentication<'s> {
    fn of(statement: &'s Statement, role: Option<WebRole>) -> Self {
        let services =
            statement.web_services.iter().filter(|(_, service)| role.is_none() || service.role == role);
        let mut own = services
            .filter(|(_, service)| !service.connection_policy.authentication.is_empty())
            .map(|(name, service)| {
                let place = route(&["web_services", name, "connection_policy", "authentication"]);
                (&service.connection_policy.authentication, place)
            });
        let general = &statement.security.web_services.authentication;
        let place = route(&["security", "web_services", "authentication"]);
        let general = || (!general.is_empty()).then_some((general, place));
        match own.next().or_else(general) {
            Some((words, place)) => {
                Self { words: words.iter().map(String::as_str).collect(), place: Some(place) }
            }
            None => Self { words: Vec::new(), place: None },
        }
    }
}

/// Whether two texts name the same: one holds the other.
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (folded(one), folded(other));
    one.contains(&other) || other.contains(&one)
}

pub(super) fn topic(view: &View<'_>, judgement: &Judgement<'_>) -> Option<Topic> {
    let users = judgement.services.iter().filter(|service| matches!(service.kind, ServiceKind::Web(..)));
    let ways = users.flat_map(|service| service.ways.iter().flatten()).filter(|way| way.is_claimed_by_both);
    let users: Vec<_> = ways.map(|way| way.user).collect();
    let is_user = |side: Side| users.contains(&side);
    let role = |side: Side| match (is_user(side), is_user(side.opposite())) {
        (true, false) => Some(WebRole::UserAgent),
        (false, true) => Some(WebRole::OriginServer),
        _ => None,
    };
    let found = BOTH.map(|side| Authentication::of(statement(view, side), role(side)));
    let said = [0, 1].map(|side: usize| row(&found[side].words));
    let mut topic =
        Gathering::of(view, "Authentication of web services", said).filter(|_| !users.is_empty())?;
    let place = found.iter().find_map(|side| side.place.clone())?;
    topic.note_silence("how its web requests are authenticated", REFERENCE, &place);
    let [one, other] = &found;
    let are_common = one.words.iter().any(|word| other.words.iter().any(|known| is_same(word, known)));
    if let (Some(ours), Some(theirs), false) = (&one.place, &other.place, are_common) {
        let note = Note {
            cause: "no-common-authentication",
            verdict: Verdict::CannotTell,
            message: "no way of authentication is named by both, in words that are the same".to_owned(),
            remedy: "settle between the vendors how requests are authenticated".to_owned(),
            reference: REFERENCE,
        };
        topic.note(note, vec![(Side::One, ours.clone()), (Side::Other, theirs.clone())]);
    }
    Some(topic.topic())
}
