//! The names of causes, for programs and for those who look one up.

use super::{Cause, MediaCause, WebCause};

impl Cause<'_> {
    /// Its name, such as `no-common-transfer-syntax`.
    pub fn id(&self) -> &'static str {
        match self {
            Self::OfClasses(cause, _) => cause.id(),
            Self::NotAccepted(..) => "not-accepted",
            Self::OtherRole(..) => "other-role",
            Self::NobodyAsks(..) => "nobody-asks",
            Self::NoCommonTransferSyntax => "no-common-transfer-syntax",
            Self::UnknownTransferSyntaxes(..) => "unknown-transfer-syntaxes",
            Self::UnknownContexts(..) => "unknown-contexts",
            Self::DeniedRoleSelection(..) => "denied-role-selection",
            Self::UnstatedRoleSelection(..) => "unstated-role-selection",
            Self::LossyOnly => "lossy-only",
            Self::Optional(..) => "optional",
            Self::Conditional(..) => "conditional",
            Self::ToBeConfirmed(..) => "to-be-confirmed",
            Self::MoreGeneralClass(..) => "more-general-class",
            Self::RefusedClasses(..) => "refused-classes",
            Self::DoubtfulClasses(..) => "doubtful-classes",
            Self::StorageLevel(..) => "storage-level",
            Self::UnknownKeys(..) => "unknown-keys",
            Self::MissingLevel(..) => "missing-level",
            Self::UnmatchedKey(..) => "unmatched-key",
            Self::OtherMatching(..) => "other-matching",
            Self::UnreturnedKey(..) => "unreturned-key",
            Self::BrokenHandOver(..) => "broken-hand-over",
            Self::UnstatedExtendedNegotiation(..) => "unstated-extended-negotiation",
            Self::OtherDestination(..) => "other-destination",
            Self::OtherSender(..) => "other-sender",
            Self::UnknownStorage(..) => "unknown-storage",
            Self::NothingComesBack => "nothing-comes-back",
            Self::NoStorageForGet(..) => "no-storage-for-get",
            Self::NoWayBack => "no-way-back",
            Self::UnknownWayBack(..) => "unknown-way-back",
            Self::MissingMember(..) => "missing-member",
            Self::MissingAttribute(..) => "missing-attribute",
            Self::IncompleteSet(..) => "incomplete-set",
            Self::Web(cause) => cause.id(),
            Self::Media(cause) => cause.id(),
        }
    }
}

impl WebCause<'_> {
    /// Its name, such as `no-common-media-type`.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NoTransaction => "no-transaction",
            Self::Unstated(..) => "unstated",
            Self::LeftOut(..) => "left-out",
            Self::NoCommonResource => "no-common-resource",
            Self::MissingResources(..) => "missing-resources",
            Self::NoCommonMediaType => "no-common-media-type",
            Self::RefusedMediaTypes(..) => "refused-media-types",
            Self::NoCommonTransferSyntax => "no-common-web-transfer-syntax",
            Self::RefusedTransferSyntaxes(..) => "refused-transfer-syntaxes",
            Self::NoCommonClass => "no-common-class",
            Self::RefusedClasses(..) => "refused-web-classes",
            Self::UnknownParameters(..) => "unknown-parameters",
            Self::UnknownHeaders(..) => "unknown-headers",
            Self::NoFuzzyMatching => "no-fuzzy-matching",
            Self::NoCommonCharacterSet => "no-common-web-character-set",
        }
    }
}

impl MediaCause<'_> {
    /// Its name, such as `unread-classes`.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NotRead => "profile-not-read",
            Self::NobodyWrites(..) => "nobody-writes",
            Self::UnknownRole(..) => "unknown-media-role",
            Self::UnknownClasses(..) => "unknown-media-classes",
            Self::NoClassRead => "no-class-read",
            Self::UnreadClasses(..) => "unread-classes",
            Self::UnknownTransferSyntaxes(..) => "unknown-media-transfer-syntaxes",
            Self::NoTransferSyntaxRead => "no-transfer-syntax-read",
            Self::UnreadTransferSyntaxes(..) => "unread-transfer-syntaxes",
        }
    }
}
