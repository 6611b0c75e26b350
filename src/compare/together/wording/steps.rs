//! A sentence for each cause beyond the association: keys, retrieval, results, members.

use super::{Said, listed, said};
use crate::model::Matching;
use crate::pairing::{Cause, Key};

pub(super) fn missing_level(level: &str, user: &str, provider: &str) -> Said {
    said(
        "missing-level",
        format!("{user} queries at {level}, where {provider} lists no keys"),
        format!("support of queries at {level} is needed in {provider}"),
        "PS3.4, section C.6",
    )
}

pub(super) fn unstated_extended_negotiation(what: &str, user: &str, provider: &str) -> Said {
    said(
        "unstated-extended-negotiation",
        format!("{user} negotiates `{what}`, of which {provider} says nothing"),
        format!("{user} has to do without, unless {provider} supports it"),
        "PS3.7, section D.3.3.5",
    )
}

pub(super) fn storage_level(level: i64, provider: &str) -> Said {
    said(
        "storage-level",
        format!("{provider} keeps instances at level {level}: not every attribute that it receives"),
        format!("level 2 (Full) in {provider} keeps all attributes"),
        "PS3.4, section B.4.1.1",
    )
}

pub(super) fn of_key(cause: &Cause<'_>, key: &Key, user: &str, provider: &str) -> Said {
    match cause {
        Cause::UnmatchedKey(_) => said(
            "unmatched-key",
            format!(
                "{user} matches on {}{}, which {provider} does not match: it is ignored, and more is found than asked for",
                key.name(),
                key.at_level()
            ),
            format!("support of this key is needed in {provider}, or {user} has to filter what it gets"),
            "PS3.4, section C.2.2.1.3",
        ),
        Cause::OtherMatching(_, matching) => said(
            "other-matching",
            format!(
                "{user} matches on {}{} by {}, which {provider} does not support for this key",
                key.name(),
                key.at_level(),
                listed(matching.iter().map(|matching| words(*matching)).collect::<Vec<_>>().into_iter())
            ),
            format!("this type of matching is needed in {provider}"),
            "PS3.4, section C.2.2.2",
        ),
        Cause::BrokenHandOver(_, goal) => said(
            "broken-hand-over",
            format!("{user} copies {} to {goal}, and {provider} does not return it", key.name()),
            format!("{provider} has to return it, or {user} to take it from elsewhere"),
            "PS3.4, Annex K",
        ),
        Cause::MissingAttribute(_) => said(
            "missing-attribute",
            format!("{provider} requires {} in {}, which {user} does not send", key.name(), key.level),
            format!("{user} has to send {}", key.name()),
            "PS3.2, section A.4.2.1.4.1.3",
        ),
        // UnreturnedKey
        _ => said(
            "unreturned-key",
            format!("{user} asks for {}{}, which {provider} does not return", key.name(), key.at_level()),
            format!("the value is missing in {user} unless {provider} returns it"),
            "PS3.4, section C.2.2.1",
        ),
    }
}

pub(super) fn of_others(cause: &Cause<'_>, other: &str, user: &str, provider: &str) -> Said {
    match cause {
        Cause::OtherDestination(_) => said(
            "other-destination",
            format!("{user} has images moved to `{other}`, of which its statement says nothing"),
            format!(
                "compare {provider} with the product of `{other}`, and make its address known to {provider}"
            ),
            "PS3.4, section C.4.2.2.1",
        ),
        // OtherSender
        _ => said(
            "other-sender",
            format!("`{other}` stores for {provider}, and the statement does not say what it sends"),
            format!("compare {user} with the product of `{other}`"),
            "PS3.4, section C.4.2.2.1",
        ),
    }
}

pub(super) fn of_return(cause: &Cause<'_>, user: &str, provider: &str) -> Said {
    match cause {
        Cause::NothingComesBack => said(
            "nothing-comes-back",
            format!("nothing that {provider} would send is accepted by {user}"),
            format!("{user} has to accept storage of the SOP classes that it retrieves"),
            "PS3.4, section C.4.2.2.1",
        ),
        // NoWayBack
        _ => said(
            "no-way-back",
            format!(
                "{provider} reports the result on an association of its own, which {user} does not accept"
            ),
            format!(
                "{user} has to accept Storage Commitment Push Model as SCU, or {provider} to answer on the association of the request"
            ),
            "PS3.4, section J.3.3.1.3",
        ),
    }
}

/// A result of which is not said on which association it comes: by the user, where the provider makes one of its own on
/// a condition, or by the provider.
pub(super) fn unknown_way_back(is_of_user: bool, user: &str, provider: &str) -> Said {
    let (message, remedy) = if is_of_user {
        (
            format!(
                "{provider} reports the result on an association of its own on a condition, and {user} accepts none"
            ),
            format!(
                "{user} has to keep the association of the request open, or to accept Storage Commitment Push Model as SCU"
            ),
        )
    } else {
        (
            format!("{provider} does not say on which association the result comes"),
            format!("ask the vendor of {provider}"),
        )
    };
    said("unknown-way-back", message, remedy, "PS3.4, section J.3.3.1.3")
}

pub(super) fn of_members(cause: &Cause<'_>, what: &str, user: &str, provider: &str) -> Said {
    match cause {
        Cause::MissingMember(_) => said(
            "missing-member",
            format!("{user} uses the member {what} of the Meta SOP class, which {provider} does not support"),
            format!("support of {what} is needed in {provider}"),
            "PS3.4, section H.3.2",
        ),
        // IncompleteSet
        _ => said(
            "incomplete-set",
            format!("{provider} does not support {what}, so that a subscription brings no reports"),
            format!("support of {what} is needed in {provider}"),
            "PS3.4, Annex CC",
        ),
    }
}

pub(super) fn no_storage_for_get(name: &str) -> Said {
    said(
        "no-storage-for-get",
        format!(
            "{name} proposes no storage SOP class as SCP, so nothing can come on the association of a C-GET"
        ),
        format!("{name} has to propose storage with SCP/SCU role selection"),
        "PS3.4, section C.4.3.2.1",
    )
}

/// The words for a type of matching.
const fn words(matching: Matching) -> &'static str {
    match matching {
        Matching::SingleValue => "single value",
        Matching::ListOfUid => "list of UID",
        Matching::Universal => "universal matching",
        Matching::Wildcard => "wild card",
        Matching::Range => "range",
        Matching::Sequence => "sequence",
        Matching::None => "nothing",
    }
}
