//! Roles of presentation contexts that exclude one another.

use std::collections::HashMap;

use crate::model::survey::{ActivityUse, ContextUse, Initiation, ItemId, Survey};

/// Two contexts of one SOP class with different roles.
pub(super) struct Contradiction<'v, 's> {
    /// The one that stands first.
    pub(super) first: &'v ContextUse<'s>,
    /// The other one.
    pub(super) second: &'v ContextUse<'s>,
    /// The SOP class, as the second one names it.
    pub(super) class: ItemId,
}

/// The contradictions of an activity, at most one for each class and for each context.
///
/// The role is negotiated for a SOP class, not for a context (PS3.7 D.3.3.4).
pub(super) fn contradictions<'v, 's>(
    survey: &'v Survey<'s>,
    activity: &ActivityUse<'s>,
) -> Vec<Contradiction<'v, 's>> {
    let mut found = Vec::new();
    for initiation in [Initiation::Initiates, Initiation::Accepts] {
        let contexts = || {
            let contexts = survey.contexts[activity.contexts.clone()].iter();
            contexts.filter(move |context| context.is_claimed && context.initiation == initiation)
        };
        let Some(role) = contexts().next().map(|context| context.role) else { continue };
        if contexts().all(|context| context.role == role) {
            continue;
        }
        // The first context of each class, until a contradiction to it has been found.
        let mut stated: HashMap<&str, Option<&ContextUse<'_>>> = HashMap::new();
        for second in contexts() {
            let clash = survey.claimed_uids(&second.abstract_syntaxes).find_map(|(class, uid)| {
                let first = stated.entry(uid).or_insert(Some(second));
                let contradicted = first.take_if(|first| first.role != second.role)?;
                Some(Contradiction { first: contradicted, second, class })
            });
            found.extend(clash);
        }
    }
    found
}
