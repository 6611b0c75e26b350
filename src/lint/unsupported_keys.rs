//! Keys on which the query of a link depends and that its provider does not support, in words.

use super::findings::Wording;
use super::misfit::Misfit;
use crate::finding::Place;
use crate::model::survey::Trail;
use crate::pairing::{Cause, Reason, Side};

/// What is the matter with a key.
pub(crate) fn said(reason: &Reason<'_>, user: &str, provider: &str) -> String {
    match &reason.cause {
        Cause::MissingLevel(level) => {
            format!("`{user}` queries at `{level}`, of which `{provider}` supports no key")
        }
        Cause::BrokenHandOver(key, goal) => {
            format!("`{user}` copies `{}` to {goal}, and `{provider}` does not return it", key.name())
        }
        Cause::OtherMatching(key, matching) => {
            let matching: Vec<_> = matching.iter().map(|matching| matching.as_str()).collect();
            let (key, matching) = (key.name(), matching.join(", "));
            format!("`{user}` matches `{key}` by {matching}, and `{provider}` does not")
        }
        Cause::UnmatchedKey(key) => {
            format!("`{user}` selects by `{}`, which `{provider}` does not match", key.name())
        }
        _ => format!("`{provider}` does not support what `{user}` asks for"),
    }
}

/// Points at what a side says of the key.
pub(crate) fn related<'f>(
    misfit: &Misfit<'_>,
    wording: Wording<'f>,
    reason: &Reason<'_>,
    side: Side,
    name: &str,
) -> Wording<'f> {
    let party = misfit.pairing.party(side);
    let place = |trail: Trail| Place::value(party.document, party.survey.route(trail));
    match reason.places[side as usize] {
        Some(trail) => wording.related_place(place(trail), format!("the keys of `{name}`")),
        None => wording,
    }
}
