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
        open(service.support)
            || service.transactions.values().any(|transaction| {
                open(transaction.support)
                    || transaction.resources.iter().any(|resource| open(resource.support))
                    || transaction.media_types.iter().any(|media_type| open(media_type.support))
                    || transaction.query_parameters.iter().any(|parameter| open(parameter.support))
                    || any(&transaction.sop_classes)
                    || any(&transaction.transfer_syntaxes)
            })
    });
    let media = &statement.media;
    let in_media = media.application_entities.values().any(|entity| {
        open(entity.support)
            || entity.activities.values().any(|activity| open(activity.support))
            || entity.profiles.iter().any(|profile| {
                open(profile.support) || any(&profile.sop_classes) || any(&profile.transfer_syntaxes)
            })
    });
    in_entities || in_web_services || in_media || in_surroundings(statement) || sets.into_iter().any(any)
}

/// Whether a claim on the network, on character sets or on security is still open.
fn in_surroundings(statement: &Statement) -> bool {
    let open = |support: Option<Support>| support == Some(Support::ToBeConfirmed);
    let network = &statement.network;
    network.physical.iter().any(|interface| open(interface.support))
        || network.system_management_profiles.iter().any(|profile| open(profile.support))
        || statement.character_sets.supported.iter().any(|set| open(set.support))
        || statement.security.profiles.iter().any(|profile| open(profile.support))
}
