//! C-MOVE and the storage that has to stand beside it, seen from either side.

use super::enumeration::{RELATED, enumeration};
use super::findings::Findings;
use super::sieve::{Sieve, name_of};
use super::{grounds, storage};
use crate::model::survey::{ContextUse, Initiation, Survey};
use crate::model::{Activity, Role};
use crate::standard::sop_class::Operation;

/// A side of C-MOVE, and what is said where nothing on that side stores.
pub(super) struct Side {
    /// Whether C-MOVE is proposed or accepted.
    pub(super) moves: Initiation,
    /// Whether the storage beside it is proposed or accepted.
    pub(super) stores: Initiation,
    /// Who else does what no entity of the statement does, as an activity may name it.
    pub(super) named: fn(&Activity) -> Option<&str>,
    /// The key under which that stands.
    pub(super) key: &'static str,
    /// What is wrong, after the names of the classes.
    pub(super) fault: &'static str,
    /// How to mend it.
    pub(super) help: &'static str,
}

/// Whether a role is, or includes, the one that the side which makes the association has without negotiation.
const fn has_default_role(initiation: Initiation, role: Role) -> bool {
    match initiation {
        Initiation::Initiates => role.is_user(),
        Initiation::Accepts => role.is_provider(),
    }
}

/// Reports C-MOVE on a side where no entity stores and nobody else is named.
pub(super) fn check(survey: &Survey<'_>, side: &Side, findings: &mut Findings) {
    let mut sieve = Sieve::new(survey, |class| class.operation() == Some(Operation::Move));
    let is_on = |context: &ContextUse<'_>, initiation| {
        context.initiation == initiation && has_default_role(initiation, context.role)
    };
    let is_open = |context: &&ContextUse<'_>| {
        let named = (side.named)(survey.activities[context.activity].activity);
        is_on(context, side.moves) && named.is_none_or(|name| name.trim().is_empty())
    };
    let mut moves =
        survey.claimed_contexts().filter(is_open).filter(|context| sieve.any(&context.abstract_syntaxes));
    let Some(first) = moves.next() else { return };
    let others: Vec<_> = moves.take(RELATED).collect();
    let mut storing = survey.claimed_contexts().filter(|context| is_on(context, side.stores));
    if storing.any(|context| storage::may_store(survey, &context.abstract_syntaxes)) {
        return;
    }
    let names = enumeration(sieve.sift(&first.abstract_syntaxes).iter().map(|id| name_of(survey, *id)));
    let route = |context: &ContextUse<'_>| survey.route(context.trail).key("abstract_syntax");
    let wording = findings
        .at(route(first), format!("{names} {}", side.fault))
        .help(side.help)
        .rests_on(survey.route(survey.activities[first.activity].trail).key(side.key));
    let wording = wording.rests_on_all(|| grounds::contexts(survey, side.stores));
    others.into_iter().fold(wording, |wording, context| wording.related(route(context), "and here"));
}
