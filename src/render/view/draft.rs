//! Whether a statement holds claims that are still to be confirmed.

use crate::model::{Item, OneOrMany, Statement, Support};

/// Whether any claim is marked `tbc`: such a statement is a draft whatever it says of itself.
pub(super) fn holds_unconfirmed(statement: &Statement) -> bool {
    let open = |support: Option<Support>| support == Some(Support::ToBeConfirmed);
    let any = |items: &OneOrMany<Item>| items.iter().any(|item| open(item.support));
    let sets = statement.transfer_syntaxes.values().chain(statement.sop_classes.values());
    let in_entities = statement.application_entities.values().any(|entity| {
        let in_activities = entity.activities.values().any(|activity| {
            let mut contexts = activity.initiates.iter().chain(&activity.accepts);
            open(activity.support)
                || contexts.any(|context| {
                    open(context.support) || any(&context.abstract_syntax) || any(&context.transfer_syntaxes)
                })
                || activity.conformance.iter().any(|entry| {
                    open(entry.support) || entry.members.values().any(|member| open(member.support))
                })
        });
        open(entity.support) || in_activities
    });
    let in_web_services = statement.web_services.values().any(|service| {
        open(service.support) || service.transactions.values().any(|transaction| open(transaction.support))
    });
    let in_media = statement.media.application_entities.values();
    let mut profiles = in_media.flat_map(|entity| entity.profiles.iter());
    in_entities
        || in_web_services
        || profiles.any(|profile| open(profile.support))
        || statement.security.profiles.iter().any(|profile| open(profile.support))
        || sets.into_iter().any(any)
}
