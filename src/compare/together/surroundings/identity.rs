//! User identity negotiation: what one side shows and the other one takes (PS3.7 D.3.3.7).

use super::{BOTH, Gathering, Note, View, route, row, statement};
use crate::compare::together::Topic;
use crate::model::{Statement, UserIdentityType};
use crate::pairing::{Side, Verdict};
use crate::route::Route;

const REFERENCE: &str = "PS3.7, section D.3.3.7";

fn words(types: &[UserIdentityType]) -> Vec<&'static str> {
    types.iter().map(|identity| identity.as_str()).collect()
}

fn said(statement: &Statement) -> Option<String> {
    let identity = &statement.security.user_identity;
    let listed = [("initiates", &identity.initiates), ("accepts", &identity.accepts)];
    let listed = listed
        .into_iter()
        .filter(|(_, types)| !types.is_empty())
        .map(|(word, types)| format!("{word} {}", words(types).join(", ")));
    row(&listed.collect::<Vec<_>>()).or_else(|| Some(identity.text.as_ref()?.as_str().to_owned()))
}

fn place(statement: &Statement) -> Route {
    let identity = &statement.security.user_identity;
    let key = match () {
        () if !identity.initiates.is_empty() => Some("initiates"),
        () if !identity.accepts.is_empty() => Some("accepts"),
        () => None,
    };
    let whole = route(&["security", "user_identity"]);
    key.map_or(whole.clone(), |key| whole.key(key))
}

pub(super) fn topic(view: &View<'_>) -> Option<Topic> {
    let said = BOTH.map(|side| said(statement(view, side)));
    let mut topic = Gathering::of(view, "User identity", said)?;
    let speaking = if topic.said[0].is_some() { Side::One } else { Side::Other };
    let spoken = place(topic.statement(speaking));
    topic.note_silence("user identity negotiation", REFERENCE, &spoken);
    if topic.said.iter().all(Option::is_some) {
        BOTH.into_iter().for_each(|initiator| shown(&mut topic, initiator));
    }
    Some(topic.topic())
}

/// What a side shows and the other one does not take.
fn shown(topic: &mut Gathering<'_, '_>, initiator: Side) {
    let acceptor = initiator.opposite();
    let initiates = &topic.statement(initiator).security.user_identity.initiates;
    let accepts = &topic.statement(acceptor).security.user_identity.accepts;
    if initiates.is_empty() || initiates.iter().any(|shown| accepts.contains(shown)) {
        return;
    }
    let (name, other) = (topic.view.name(initiator), topic.view.name(acceptor));
    let message = if accepts.is_empty() {
        format!(
            "{name} shows who its user is, and {other} takes no such identity: nobody is authenticated by it"
        )
    } else {
        format!("no type of user identity that {name} shows is one that {other} takes")
    };
    let note = Note {
        cause: "no-common-identity",
        verdict: Verdict::WorksWithLimits,
        message,
        remedy: format!("{other} has to accept {}, or authenticate otherwise", words(initiates).join(" or ")),
        reference: REFERENCE,
    };
    let ours = route(&["security", "user_identity", "initiates"]);
    let theirs = place_of_acceptance(topic.statement(acceptor));
    topic.note(note, vec![(initiator, ours), (acceptor, theirs)]);
}

fn place_of_acceptance(statement: &Statement) -> Route {
    match statement.security.user_identity.accepts.is_empty() {
        true => place(statement),
        false => route(&["security", "user_identity", "accepts"]),
    }
}
