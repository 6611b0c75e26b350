//! Storage Commitment: which contexts are about it, and which entities are one to a peer.

use super::sieve::Sieve;
use crate::model::survey::{ContextUse, EntityUse, Initiation, ItemId, Meaning, Survey};
use crate::pairing::extended_negotiation::names_role_selection;
use crate::standard::sop_class::SopClass;

/// The UID of the Storage Commitment Push Model SOP Class (PS3.4, section J.3).
const PUSH_MODEL: &str = "1.2.840.10008.1.20.1";

fn is_push_model(class: &SopClass) -> bool {
    class.entry.uid == PUSH_MODEL
}

/// The claimed contexts of the Push Model.
pub(super) fn contexts<'v, 's>(survey: &'v Survey<'s>) -> Vec<&'v ContextUse<'s>> {
    let mut sieve = Sieve::new(survey, is_push_model);
    survey.claimed_contexts().filter(|context| sieve.any(&context.abstract_syntaxes)).collect()
}

/// The item by which a context of the Push Model names it.
pub(super) fn item_of(survey: &Survey<'_>, context: &ContextUse<'_>) -> Option<ItemId> {
    context.abstract_syntaxes.iter().copied().find(|id| survey.uid(*id) == Some(PUSH_MODEL))
}

/// Whether a list holds something of which it cannot be told what it is.
pub(super) fn has_doubtful(survey: &Survey<'_>, list: &[ItemId]) -> bool {
    list.iter()
        .any(|id| !matches!(survey.item(*id).meaning, Meaning::Registered { .. } | Meaning::Declared { .. }))
}

/// The AE title, blanks around it aside.
fn title<'s>(entity: &EntityUse<'s>) -> Option<&'s str> {
    entity.entity.ae_title.as_deref().map(str::trim).filter(|title| !title.is_empty())
}

/// Whether two entities may be one to a peer: their AE titles are equal, or one has none that is stated.
pub(super) fn may_share_title(survey: &Survey<'_>, one: usize, other: usize) -> bool {
    let (one, other) = (&survey.entities[one], &survey.entities[other]);
    match (title(one), title(other)) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    }
}

/// Whether two entities are one to a peer: they are the same, or their AE titles are stated and equal.
pub(super) fn share_title(survey: &Survey<'_>, one: usize, other: usize) -> bool {
    one == other
        || title(&survey.entities[one])
            .is_some_and(|title_of_one| title(&survey.entities[other]) == Some(title_of_one))
}

/// Whether this side has, at least among others, the role that its side of an association has.
pub(super) fn has_default_role(context: &ContextUse<'_>) -> bool {
    match context.initiation {
        Initiation::Initiates => context.role.is_user(),
        Initiation::Accepts => context.role.is_provider(),
    }
}

/// Whether a context is the way back of one of some requests, though it names the role of the peer: it negotiates
/// roles, and the same AE title asks on the other side.
pub(super) fn is_way_back(
    survey: &Survey<'_>,
    context: &ContextUse<'_>,
    requests: &[&ContextUse<'_>],
) -> bool {
    let is_back = |other: &&ContextUse<'_>| {
        other.initiation != context.initiation && may_share_title(survey, context.entity, other.entity)
    };
    negotiates_role(context) && requests.iter().any(is_back)
}

/// Whether a context may be one on which the result goes back.
pub(super) fn may_be_return(survey: &Survey<'_>, request: &ContextUse<'_>, other: &ContextUse<'_>) -> bool {
    let has_role = || match request.initiation {
        Initiation::Initiates => other.role.is_user(),
        Initiation::Accepts => other.role.is_provider(),
    };
    let is_about_it = || item_of(survey, other).is_some() && (has_role() || negotiates_role(other));
    other.initiation != request.initiation
        && may_share_title(survey, request.entity, other.entity)
        && (has_doubtful(survey, &other.abstract_syntaxes) || is_about_it())
}

fn negotiates_role(context: &ContextUse<'_>) -> bool {
    context.context.extended_negotiation.iter().any(|text| names_role_selection(text))
}
