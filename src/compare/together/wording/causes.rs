//! A sentence for each cause.

use super::{Said, first_words, said, steps};
use crate::compare::together::View;
use crate::pairing::{Cause, Side};

impl<'c> View<'c> {
    /// What is to be said of a cause, for a service with a user.
    pub(super) fn said(&self, cause: &Cause<'c>, user: Side) -> Said {
        let side = user;
        let (user, provider) = (self.name(side), self.name(side.opposite()));
        match cause {
            Cause::OfClasses(inner, uids) => self.of_classes(inner, uids, side, None),
            Cause::RefusedClasses(uids, inner) => self.of_classes(inner, uids, side, Some("refused-classes")),
            Cause::DoubtfulClasses(uids, inner) => {
                self.of_classes(inner, uids, side, Some("doubtful-classes"))
            }
            Cause::NotAccepted(side) | Cause::OtherRole(side) | Cause::NobodyAsks(side) => {
                self.of_acceptance(cause, *side)
            }
            Cause::MoreGeneralClass(general) => of_more_general_class(self.class(general), provider),
            Cause::NoCommonTransferSyntax | Cause::LossyOnly => of_syntaxes(cause),
            Cause::DeniedRoleSelection(side)
            | Cause::UnstatedRoleSelection(side)
            | Cause::Optional(side)
            | Cause::Conditional(side, _)
            | Cause::ToBeConfirmed(side) => self.of_claim(cause, *side),
            Cause::UnknownTransferSyntaxes(side)
            | Cause::UnknownContexts(side)
            | Cause::UnknownKeys(side)
            | Cause::UnknownStorage(side) => self.of_silence(cause, *side),
            Cause::UnknownWayBack(of) => steps::unknown_way_back(*of == side, user, provider),
            Cause::MissingLevel(level) => steps::missing_level(level, user, provider),
            Cause::UnstatedExtendedNegotiation(what) => {
                steps::unstated_extended_negotiation(what, user, provider)
            }
            Cause::StorageLevel(level) => steps::storage_level(*level, provider),
            Cause::UnmatchedKey(key)
            | Cause::OtherMatching(key, _)
            | Cause::UnreturnedKey(key)
            | Cause::BrokenHandOver(key, _)
            | Cause::MissingAttribute(key) => steps::of_key(cause, key, user, provider),
            Cause::OtherDestination(other) | Cause::OtherSender(other) => {
                steps::of_others(cause, other, user, provider)
            }
            Cause::NoStorageForGet(side) => steps::no_storage_for_get(self.name(*side)),
            Cause::NothingComesBack | Cause::NoWayBack => steps::of_return(cause, user, provider),
            Cause::MissingMember(what) | Cause::IncompleteSet(what) => {
                steps::of_members(cause, self.class(what), user, provider)
            }
            Cause::Web(cause) => self.of_web(cause, user, provider),
            Cause::Media(cause) => self.of_media(cause, user, provider),
        }
    }

    /// What is the case for some SOP classes, perhaps under a name of its own.
    fn of_classes(&self, inner: &Cause<'c>, uids: &[&str], user: Side, name: Option<&'static str>) -> Said {
        let said = self.said(inner, user);
        let message = format!("{}: {}", self.classes(uids), said.message);
        Said { cause: name.unwrap_or(said.cause), message, ..said }
    }

    /// Whom to ask.
    pub(super) fn ask(&self, side: Side) -> String {
        format!("ask the vendor of {} for it", self.name(side))
    }

    fn of_acceptance(&self, cause: &Cause<'c>, side: Side) -> Said {
        match cause {
            Cause::NotAccepted(_) => said(
                "not-accepted",
                format!("{} accepts no such presentation context", self.name(side)),
                format!(
                    "{} has to support it, or {} to do without",
                    self.name(side),
                    self.name(side.opposite())
                ),
                "PS3.8, section 9.3.3.2",
            ),
            Cause::OtherRole(_) => said(
                "other-role",
                format!(
                    "{} accepts it in the same role as {} has, and not in the other one",
                    self.name(side),
                    self.name(side.opposite())
                ),
                "one of the two has to take the other role".to_owned(),
                "PS3.7, section D.3.3.4",
            ),
            // NobodyAsks
            _ => Said {
                cause: "nobody-asks",
                message: format!(
                    "{} would do it, and {} does not ask for it",
                    self.name(side.opposite()),
                    self.name(side)
                ),
                remedy: None,
                reference: None,
            },
        }
    }

    fn of_claim(&self, cause: &Cause<'c>, side: Side) -> Said {
        match cause {
            Cause::DeniedRoleSelection(_) => said(
                "denied-role-selection",
                format!(
                    "the roles are reversed here, which takes role selection, and {} says that it negotiates none",
                    self.name(side)
                ),
                format!("ask the vendor of {} which of the two is so", self.name(side)),
                "PS3.7, section D.3.3.4",
            ),
            Cause::UnstatedRoleSelection(_) => said(
                "unstated-role-selection",
                format!(
                    "the roles are reversed here, and {} does not say that it negotiates role selection",
                    self.name(side)
                ),
                self.ask(side),
                "PS3.7, section D.3.3.4",
            ),
            Cause::Optional(_) => said(
                "optional",
                format!("{} supports it as an option", self.name(side)),
                format!("make sure that the option is installed in {}", self.name(side)),
                "PS3.2, section A.1",
            ),
            Cause::Conditional(_, condition) => said(
                "conditional",
                format!("{} does it on a condition{}", self.name(side), first_words(condition)),
                format!("read the condition in the statement of {}", self.name(side)),
                "PS3.2, section A.4.2.1.3.1.2",
            ),
            // ToBeConfirmed
            _ => said(
                "to-be-confirmed",
                format!("the claim of {} is still to be confirmed", self.name(side)),
                format!("ask the vendor of {} to confirm it", self.name(side)),
                "PS3.2, chapter 6",
            ),
        }
    }

    /// What a side does not say.
    fn of_silence(&self, cause: &Cause<'c>, side: Side) -> Said {
        match cause {
            Cause::UnknownTransferSyntaxes(_) => said(
                "unknown-transfer-syntaxes",
                format!(
                    "{} does not say, in a way that can be understood, which transfer syntaxes it supports here",
                    self.name(side)
                ),
                self.ask(side),
                "PS3.2, section A.4.2.1.3.1.2",
            ),
            Cause::UnknownContexts(_) => said(
                "unknown-contexts",
                format!(
                    "not all presentation contexts of {} can be understood; this one may be among them",
                    self.name(side)
                ),
                self.ask(side),
                "PS3.2, section A.4.2.1.4.1.2",
            ),
            Cause::UnknownKeys(_) => said(
                "unknown-keys",
                format!(
                    "{} does not list its keys, so that they cannot be held against those of the other side",
                    self.name(side)
                ),
                self.ask(side),
                "PS3.2, section A.4.2.1.3.1.3",
            ),
            // UnknownStorage
            _ => said(
                "unknown-storage",
                format!("{} does not say which SOP classes it sends for a retrieval", self.name(side)),
                self.ask(side),
                "PS3.4, section C.4.2.3.1",
            ),
        }
    }
}

fn of_more_general_class(general: &str, provider: &str) -> Said {
    said(
        "more-general-class",
        format!("{provider} does not know the class; instances go under the more general class {general}"),
        format!(
            "what the class adds is lost on those who do not know it; support in {provider} would keep it"
        ),
        "PS3.4, section B.3.1.4",
    )
}

fn of_syntaxes(cause: &Cause<'_>) -> Said {
    match cause {
        Cause::NoCommonTransferSyntax => said(
            "no-common-transfer-syntax",
            "no transfer syntax is common to what is proposed and what is accepted".to_owned(),
            "one of the two has to support a transfer syntax of the other one; `Implicit VR Little Endian` is the \
             default that everybody supports unless a waiver is stated"
                .to_owned(),
            "PS3.5, section 10.1",
        ),
        // LossyOnly
        _ => said(
            "lossy-only",
            "every transfer syntax in common loses something of the image".to_owned(),
            "a lossless transfer syntax in common would be needed to pass images on as they are".to_owned(),
            "PS3.5, section 10.1",
        ),
    }
}
