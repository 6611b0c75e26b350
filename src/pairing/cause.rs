//! `Cause` and `Reason`: why something does not simply work.

mod names;
mod pages;

pub use self::pages::{CAUSES, CausePage, cause_page};

use super::{Claim, MediaCause, Side, Verdict, WebCause};
use crate::model::Matching;
use crate::model::survey::Trail;
use crate::standard::attribute::{self, Tag};

/// Why something does not simply work, with where each side says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason<'c> {
    /// What it is.
    pub cause: Cause<'c>,
    /// Where the first and the other side say what it rests on.
    pub places: [Option<Trail>; 2],
}

/// What keeps something from simply working. Sides are those of the pairing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause<'c> {
    /// This side does not accept the SOP class at all.
    NotAccepted(Side),
    /// This side accepts the SOP class, but in a role that does not fit to the proposed one (PS3.7 D.3.3.4).
    OtherRole(Side),
    /// This side does not ask for what the other one would do.
    NobodyAsks(Side),
    /// No transfer syntax is common to both (PS3.8 9.3.3.2).
    NoCommonTransferSyntax,
    /// A side does not list its transfer syntaxes, or not so that they can be understood.
    UnknownTransferSyntaxes(Side),
    /// A side lists SOP classes that cannot be understood, or none; this one may be among them.
    UnknownContexts(Side),
    /// A role other than the default one is claimed by a side that says that it negotiates none: it contradicts itself
    /// (PS3.7 D.3.3.4).
    DeniedRoleSelection(Side),
    /// A role other than the default one is meant, and a side does not say that it negotiates it.
    UnstatedRoleSelection(Side),
    /// Every transfer syntax in common is lossy.
    LossyOnly,
    /// A side supports it as an option only.
    Optional(Side),
    /// A side proposes or accepts it on a condition only, in its author's words.
    Conditional(Side, &'c str),
    /// A side has still to confirm its claim.
    ToBeConfirmed(Side),
    /// The side does not accept the SOP class itself, but the more general one to which the other side falls back
    /// (PS3.4 B.3.1.4).
    MoreGeneralClass(&'c str),

    /// This is the case for some SOP classes of the service only.
    OfClasses(Box<Cause<'c>>, Vec<&'c str>),
    /// Some SOP classes of the service work and these do not, for one cause.
    RefusedClasses(Vec<&'c str>, Box<Cause<'c>>),
    /// Some SOP classes of the service work, and of these it cannot be told, for one cause.
    DoubtfulClasses(Vec<&'c str>, Box<Cause<'c>>),
    /// The provider does not keep everything it receives: level 0 or 1 of storage (PS3.4 B.4.1.1).
    StorageLevel(i64),

    /// A side does not say which keys it uses or supports.
    UnknownKeys(Side),
    /// The user queries at a level, or by a module, of which the provider lists no key.
    MissingLevel(String),
    /// The user matches on a key that the provider does not support: it is ignored (PS3.4 C.2.2.1.3).
    UnmatchedKey(Key),
    /// The user matches in a way that the provider does not support for the key.
    OtherMatching(Key, Vec<Matching>),
    /// The user asks for the value of a key that the provider does not return.
    UnreturnedKey(Key),
    /// The user copies a value of the worklist that the provider does not return.
    BrokenHandOver(Key, String),
    /// The user depends on extended negotiation that the provider does not state (PS3.7 D.3.3.5).
    UnstatedExtendedNegotiation(&'c str),

    /// The images of a C-MOVE go to an entity of which neither statement speaks.
    OtherDestination(&'c str),
    /// Another entity stores for the C-MOVE, and the statement does not say what it sends.
    OtherSender(&'c str),
    /// The provider of the C-MOVE says nothing of the storage by which images come (PS3.4 C.4.2.2.1).
    UnknownStorage(Side),
    /// No SOP class that the provider would send is accepted by the side that asked.
    NothingComesBack,
    /// The side that asked with C-GET proposes no storage SOP class as SCP (PS3.4 C.4.3.2.1).
    NoStorageForGet(Side),

    /// The result of storage commitment has no way back: neither on the association of the request nor on one of its
    /// own (PS3.4 J.3.3.1.3).
    NoWayBack,
    /// A side does not say on which association the result comes.
    UnknownWayBack(Side),

    /// The provider does not support a member of the Meta SOP class that the user uses (PS3.4 H.3.2).
    MissingMember(&'c str),
    /// The provider requires an attribute in a request that the user does not send.
    MissingAttribute(Key),
    /// The provider lacks a SOP class of Unified Procedure Step that belongs to the one that works (PS3.4 CC.2).
    IncompleteSet(&'c str),

    /// A web transaction does not simply work.
    Web(WebCause<'c>),
    /// A medium cannot simply be read.
    Media(MediaCause<'c>),
}

/// A key or an attribute, where it is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The level or module, as the side writes it that asks; empty where there is none.
    pub level: String,
    /// The path of its tag.
    pub path: Vec<Tag>,
}

impl Key {
    /// Its tag and its name.
    pub fn name(&self) -> String {
        let known = self.path.last().and_then(|tag| attribute::by_tag(*tag));
        let name = known.map_or_else(String::new, |known| format!(" {}", known.name));
        format!("{}{name}", attribute::written(&self.path))
    }

    /// ` at` its level or module; empty where there is none.
    pub fn at_level(&self) -> String {
        if self.level.is_empty() { String::new() } else { format!(" at {}", self.level) }
    }
}

impl<'c> Cause<'c> {
    /// What can at best be said where this is the case.
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::OfClasses(cause, _) => cause.verdict(),
            Self::NobodyAsks(_) => Verdict::NotClaimed,
            Self::NotAccepted(_)
            | Self::OtherRole(_)
            | Self::NoCommonTransferSyntax
            | Self::NothingComesBack
            | Self::NoStorageForGet(_)
            | Self::NoWayBack => Verdict::DoesNotWork,
            Self::UnknownTransferSyntaxes(_)
            | Self::UnknownContexts(_)
            | Self::DeniedRoleSelection(_)
            | Self::UnstatedRoleSelection(_)
            | Self::ToBeConfirmed(_)
            | Self::UnknownKeys(_)
            | Self::OtherDestination(_)
            | Self::OtherSender(_)
            | Self::UnknownStorage(_)
            | Self::UnknownWayBack(_) => Verdict::CannotTell,
            Self::Web(cause) => cause.verdict(),
            Self::Media(cause) => cause.verdict(),
            _ => Verdict::WorksWithLimits,
        }
    }

    /// What keeps something from simply working that a side claims so far only, perhaps on a condition.
    pub(super) fn of_claim(side: Side, claim: Claim, condition: &'c str) -> Option<Self> {
        match claim {
            Claim::Firm => None,
            Claim::Conditional => Some(Self::Conditional(side, condition)),
            Claim::Optional => Some(Self::Optional(side)),
            Claim::ToBeConfirmed => Some(Self::ToBeConfirmed(side)),
        }
    }

    /// The reason of this cause, with where each side says what it rests on.
    pub fn at(self, places: [Option<Trail>; 2]) -> Reason<'c> {
        Reason { cause: self, places }
    }
}

impl Reason<'_> {
    /// What can at best be said for this reason.
    pub fn verdict(&self) -> Verdict {
        self.cause.verdict()
    }
}

/// What is to be said for all of some reasons.
pub fn weigh(reasons: &[Reason<'_>]) -> Verdict {
    reasons.iter().map(Reason::verdict).max().unwrap_or(Verdict::Works)
}
