//! A sentence for each cause.

use super::{Said, first_words, key_name, listed};
use crate::compare::together::View;
use crate::model::Matching;
use crate::pairing::{Cause, Key, Side};

impl<'c> View<'c> {
    /// What is to be said of a cause, for a service with a user.
    pub(super) fn said(&self, cause: &Cause<'c>, user: Side) -> Said {
        let inner = match cause {
            Cause::OfClasses(inner, uids) => Some((inner, uids, None)),
            Cause::RefusedClasses(uids, inner) => Some((inner, uids, Some("refused-classes"))),
            Cause::DoubtfulClasses(uids, inner) => Some((inner, uids, Some("doubtful-classes"))),
            _ => None,
        };
        if let Some((inner, uids, name)) = inner {
            let said = self.said(inner, user);
            let message = format!("{}: {}", self.classes(uids), said.message);
            return Said { cause: name.unwrap_or(said.cause), message, ..said };
        }
        let (user, provider) = (self.name(user), self.name(user.opposite()));
        self.of_negotiation(cause, provider)
            .or_else(|| of_keys(cause, user, provider))
            .or_else(|| self.of_steps(cause, user, provider))
            .unwrap_or_else(|| of_exchange(self, cause, user, provider))
    }

    fn of_negotiation(&self, cause: &Cause<'c>, provider: &str) -> Option<Said> {
        let known = |cause, message, remedy: String, reference| Said {
            cause,
            message,
            remedy: Some(remedy),
            reference: Some(reference),
        };
        let ask = |side: &Side| format!("ask the vendor of {} for it", self.name(*side));
        Some(match cause {
            Cause::NotAccepted(side) => known(
                "not-accepted",
                format!("{} accepts no such presentation context", self.name(*side)),
                format!(
                    "{} has to support it, or {} to do without",
                    self.name(*side),
                    self.name(side.opposite())
                ),
                "PS3.8, section 9.3.3.2",
            ),
            Cause::OtherRole(side) => known(
                "other-role",
                format!(
                    "{} accepts it in the same role as {} has, and not in the other one",
                    self.name(*side),
                    self.name(side.opposite())
                ),
                "one of the two has to take the other role".to_owned(),
                "PS3.7, section D.3.3.4",
            ),
            Cause::NobodyAsks(side) => Said {
                cause: "nobody-asks",
                message: format!("{} would do it, and {} does not ask for it", self.name(side.opposite()), self.name(*side)),
                remedy: None,
                reference: None,
            },
            Cause::NoCommonTransferSyntax => known(
                "no-common-transfer-syntax",
                "no transfer syntax is common to what is proposed and what is accepted".to_owned(),
                "one of the two has to support a transfer syntax of the other one; `Implicit VR Little Endian` is the \
                 default that everybody supports unless a waiver is stated"
                    .to_owned(),
                "PS3.5, section 10.1",
            ),
            Cause::UnknownTransferSyntaxes(side) => known(
                "unknown-transfer-syntaxes",
                format!("{} does not say, in a way that can be understood, which transfer syntaxes it supports here", self.name(*side)),
                ask(side),
                "PS3.2, section A.4.2.1.3.1.2",
            ),
            Cause::UnknownContexts(side) => known(
                "unknown-contexts",
                format!("not all presentation contexts of {} can be understood; this one may be among them", self.name(*side)),
                ask(side),
                "PS3.2, section A.4.2.1.4.1.2",
            ),
            Cause::DeniedRoleSelection(side) => known(
                "denied-role-selection",
                format!("the roles are reversed here, which takes role selection, and {} says that it negotiates none", self.name(*side)),
                format!("ask the vendor of {} which of the two is so", self.name(*side)),
                "PS3.7, section D.3.3.4",
            ),
            Cause::UnstatedRoleSelection(side) => known(
                "unstated-role-selection",
                format!("the roles are reversed here, and {} does not say that it negotiates role selection", self.name(*side)),
                ask(side),
                "PS3.7, section D.3.3.4",
            ),
            Cause::LossyOnly => known(
                "lossy-only",
                "every transfer syntax in common loses something of the image".to_owned(),
                "a lossless transfer syntax in common would be needed to pass images on as they are".to_owned(),
                "PS3.5, section 10.1",
            ),
            Cause::Optional(side) => known(
                "optional",
                format!("{} supports it as an option", self.name(*side)),
                format!("make sure that the option is installed in {}", self.name(*side)),
                "PS3.2, section A.1",
            ),
            Cause::Conditional(side, condition) => known(
                "conditional",
                format!("{} does it on a condition: `{}`", self.name(*side), first_words(condition)),
                format!("read the condition in the statement of {}", self.name(*side)),
                "PS3.2, section A.4.2.1.3.1.2",
            ),
            Cause::ToBeConfirmed(side) => known(
                "to-be-confirmed",
                format!("the claim of {} is still to be confirmed", self.name(*side)),
                format!("ask the vendor of {} to confirm it", self.name(*side)),
                "PS3.2, chapter 6",
            ),
            Cause::UnknownKeys(side) => known(
                "unknown-keys",
                format!("{} does not list its keys, so that they cannot be held against each other", self.name(*side)),
                format!("ask the vendor of {} for the table of keys", self.name(*side)),
                "PS3.2, section A.4.2.1.3.1.3",
            ),
            Cause::MoreGeneralClass(general) => known(
                "more-general-class",
                format!("{provider} does not know the class; instances go under the more general class {}", self.class(general)),
                format!("what the class adds is lost on those who do not know it; support in {provider} would keep it"),
                "PS3.4, section B.3.1.4",
            ),
            _ => return None,
        })
    }

    fn of_steps(&self, cause: &Cause<'c>, user: &str, provider: &str) -> Option<Said> {
        let said = |cause, message: String, remedy: String, reference| Said {
            cause,
            message,
            remedy: Some(remedy),
            reference: Some(reference),
        };
        Some(match cause {
            Cause::StorageLevel(level) => said(
                "storage-level",
                format!("{provider} keeps instances at level {level}: not every attribute that it receives"),
                format!("level 2 (Full) in {provider} keeps all attributes"),
                "PS3.4, section B.4.1.1",
            ),
            Cause::OtherDestination(other) => said(
                "other-destination",
                format!("{user} has images moved to `{other}`, of which its statement says nothing"),
                format!(
                    "compare {provider} with the product of `{other}`, and make its address known to {provider}"
                ),
                "PS3.4, section C.4.2.2.1",
            ),
            Cause::OtherSender(other) => said(
                "other-sender",
                format!("`{other}` stores for {provider}, and the statement does not say what it sends"),
                format!("compare {user} with the product of `{other}`"),
                "PS3.4, section C.4.2.2.1",
            ),
            Cause::UnknownStorage(side) => said(
                "unknown-storage",
                format!("{} does not say which SOP classes it sends for a retrieval", self.name(*side)),
                format!("ask the vendor of {}", self.name(*side)),
                "PS3.4, section C.4.2.3.1",
            ),
            Cause::NothingComesBack => said(
                "nothing-comes-back",
                format!("nothing that {provider} would send is accepted by {user}"),
                format!("{user} has to accept storage of the SOP classes that it retrieves"),
                "PS3.4, section C.4.2.2.1",
            ),
            Cause::NoStorageForGet(side) => said(
                "no-storage-for-get",
                format!(
                    "{} proposes no storage SOP class as SCP, so nothing can come on the association of a C-GET",
                    self.name(*side)
                ),
                format!("{} has to propose storage with SCP/SCU role selection", self.name(*side)),
                "PS3.4, section C.4.3.2.1",
            ),
            Cause::NoWayBack => said(
                "no-way-back",
                format!(
                    "{provider} reports the result on an association of its own, which {user} does not accept"
                ),
                format!(
                    "{user} has to accept Storage Commitment Push Model as SCU, or {provider} to answer on the association of the request"
                ),
                "PS3.4, section J.3.3.1.3",
            ),
            Cause::UnknownWayBack(side) if self.name(*side) == user => said(
                "unknown-way-back",
                format!(
                    "{provider} reports the result on an association of its own on a condition, and {user} accepts none"
                ),
                format!(
                    "{user} has to keep the association of the request open, or to accept Storage Commitment Push Model as SCU"
                ),
                "PS3.4, section J.3.3.1.3",
            ),
            Cause::UnknownWayBack(side) => said(
                "unknown-way-back",
                format!("{} does not say on which association the result comes", self.name(*side)),
                format!("ask the vendor of {}", self.name(*side)),
                "PS3.4, section J.3.3.1.3",
            ),
            Cause::MissingMember(name) => said(
                "missing-member",
                format!(
                    "{user} uses the member {name} of the Meta SOP class, which {provider} does not support"
                ),
                format!("support of {name} is needed in {provider}"),
                "PS3.4, section H.3.2",
            ),
            Cause::MissingAttribute(key) => said(
                "missing-attribute",
                format!("{provider} requires {} in {}, which {user} does not send", key_name(key), key.level),
                format!("{user} has to send {}", key_name(key)),
                "PS3.2, section A.4.2.1.4.1.3",
            ),
            Cause::IncompleteSet(uid) => said(
                "incomplete-set",
                format!(
                    "{provider} does not support {}, so that a subscription brings no reports",
                    self.class(uid)
                ),
                format!("support of {} is needed in {provider}", self.class(uid)),
                "PS3.4, Annex CC",
            ),
            _ => return None,
        })
    }
}

fn of_keys(cause: &Cause<'_>, user: &str, provider: &str) -> Option<Said> {
    let said = |cause, message: String, remedy: String, reference| Said {
        cause,
        message,
        remedy: Some(remedy),
        reference: Some(reference),
    };
    let at = |key: &Key| if key.level.is_empty() { String::new() } else { format!(" at {}", key.level) };
    Some(match cause {
        Cause::MissingLevel(level) => said(
            "missing-level",
            format!("{user} queries at {level}, where {provider} lists no keys"),
            format!("support of queries at {level} is needed in {provider}"),
            "PS3.4, section C.6",
        ),
        Cause::UnmatchedKey(key) => said(
            "unmatched-key",
            format!(
                "{user} matches on {}{}, which {provider} does not match: it is ignored, and more is found than asked for",
                key_name(key),
                at(key)
            ),
            format!("support of this key is needed in {provider}, or {user} has to filter what it gets"),
            "PS3.4, section C.2.2.1.3",
        ),
        Cause::OtherMatching(key, matching) => said(
            "other-matching",
            format!(
                "{user} matches on {}{} by {}, which {provider} does not support for this key",
                key_name(key),
                at(key),
                listed(matching.iter().map(|matching| words(*matching)).collect::<Vec<_>>().into_iter())
            ),
            format!("this type of matching is needed in {provider}"),
            "PS3.4, section C.2.2.2",
        ),
        Cause::UnreturnedKey(key) => said(
            "unreturned-key",
            format!("{user} asks for {}{}, which {provider} does not return", key_name(key), at(key)),
            format!("the value is missing in {user} unless {provider} returns it"),
            "PS3.4, section C.2.2.1",
        ),
        Cause::BrokenHandOver(key, goal) => said(
            "broken-hand-over",
            format!("{user} copies {} to {goal}, and {provider} does not return it", key_name(key)),
            format!("{provider} has to return it, or {user} to take it from elsewhere"),
            "PS3.4, Annex K",
        ),
        Cause::UnstatedExtendedNegotiation(what) => said(
            "unstated-extended-negotiation",
            format!("{user} negotiates `{what}`, of which {provider} says nothing"),
            format!("{user} has to do without, unless {provider} supports it"),
            "PS3.7, section D.3.3.5",
        ),
        _ => return None,
    })
}

fn of_exchange(view: &View<'_>, cause: &Cause<'_>, user: &str, provider: &str) -> Said {
    let said = |cause, message: String, remedy: String, reference| Said {
        cause,
        message,
        remedy: Some(remedy),
        reference: Some(reference),
    };
    match cause {
        Cause::NoTransaction => said(
            "no-transaction",
            format!("{provider} does not offer this transaction"),
            format!("the transaction is needed in {provider}, or {user} has to do without"),
            "PS3.18, section 8.1",
        ),
        _ => {
            let _ = view;
            said("unexplained", "it is not known why".to_owned(), String::new(), "PS3.2, chapter 6")
        }
    }
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
