//! `WebCause` and `MediaCause`: why a request over the web, or a medium, does not simply do.

use super::{Side, Verdict};

/// What keeps a web transaction from simply working (PS3.18).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WebCause<'c> {
    /// The origin server does not offer the transaction.
    NoTransaction,
    /// A side does not say something of the transaction.
    Unstated(Side, WebPart),
    /// The list of the origin server leaves out what PS3.18 requires of every origin server, and the user agent uses it.
    LeftOut(WebPart, Vec<&'c str>),
    /// The origin server answers at none of the resources that the user agent asks for (PS3.18 8.2).
    NoCommonResource,
    /// The origin server does not answer at these resources, at others it does (PS3.18 8.2).
    MissingResources(Vec<&'c str>),
    /// No media type is common to both (PS3.18 8.7.3).
    NoCommonMediaType,
    /// Of these media types the other side knows none that would do in their place (PS3.18 8.7.3).
    RefusedMediaTypes(Vec<&'c str>),
    /// No transfer syntax of DICOM media types is common to both (PS3.18 8.7.3).
    NoCommonTransferSyntax,
    /// The origin server does not take these transfer syntaxes, others it does: nobody negotiates them (PS3.18 8.7.3).
    RefusedTransferSyntaxes(Vec<&'c str>),
    /// No SOP class is common to both.
    NoCommonClass,
    /// The origin server does not support these SOP classes, others it does.
    RefusedClasses(Vec<&'c str>),
    /// The origin server does not know these query parameters that the user agent sends (PS3.18 chapter 8).
    UnknownParameters(Vec<&'c str>),
    /// The origin server does not know these header fields that the user agent sends (PS3.18 chapter 8).
    UnknownHeaders(Vec<&'c str>),
    /// The user agent asks for fuzzy matching, and the origin server has none (PS3.18 8.3.4.2).
    NoFuzzyMatching,
    /// No character set of requests and responses is common to both (PS3.18 8.8).
    NoCommonCharacterSet,
}

/// A part of what is said of a web transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WebPart {
    /// The transactions of a service.
    Transactions,
    /// The resources.
    Resources,
    /// The media types.
    MediaTypes,
    /// The transfer syntaxes.
    TransferSyntaxes,
    /// The query parameters.
    QueryParameters,
    /// Whether matching is fuzzy.
    FuzzyMatching,
}

impl WebPart {
    /// The words for people.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Transactions => "transactions",
            Self::Resources => "resources",
            Self::MediaTypes => "media types",
            Self::TransferSyntaxes => "transfer syntaxes",
            Self::QueryParameters => "query parameters",
            Self::FuzzyMatching => "fuzzy matching",
        }
    }
}

/// What keeps a medium from simply being read (PS3.11).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MediaCause<'c> {
    /// The other side does not read media of this application profile.
    NotRead,
    /// This side writes no media that the other side would read.
    NobodyWrites(Side),
    /// A side does not say in which roles it supports the application profile (PS3.2 A.5.2.1.1).
    UnknownRole(Side),
    /// A side does not list its SOP classes, or not so that they can be understood.
    UnknownClasses(Side),
    /// The reader knows none of the SOP classes that are written.
    NoClassRead,
    /// The reader does not know these SOP classes, others it does.
    UnreadClasses(Vec<&'c str>),
    /// A side does not list its transfer syntaxes, or not so that they can be understood.
    UnknownTransferSyntaxes(Side),
    /// The reader knows none of the transfer syntaxes that are written.
    NoTransferSyntaxRead,
    /// The reader does not know these transfer syntaxes, others it does.
    UnreadTransferSyntaxes(Vec<&'c str>),
}

impl WebCause<'_> {
    /// What can at best be said where this is the case.
    pub(super) const fn verdict(&self) -> Verdict {
        match self {
            Self::NoTransaction
            | Self::NoCommonResource
            | Self::NoCommonMediaType
            | Self::NoCommonTransferSyntax
            | Self::NoCommonClass => Verdict::DoesNotWork,
            Self::Unstated(..) | Self::LeftOut(..) => Verdict::CannotTell,
            Self::MissingResources(_)
            | Self::RefusedMediaTypes(_)
            | Self::RefusedTransferSyntaxes(_)
            | Self::RefusedClasses(_)
            | Self::UnknownParameters(_)
            | Self::UnknownHeaders(_)
            | Self::NoFuzzyMatching
            | Self::NoCommonCharacterSet => Verdict::WorksWithLimits,
        }
    }
}

impl MediaCause<'_> {
    /// What can at best be said where this is the case.
    pub(super) const fn verdict(&self) -> Verdict {
        match self {
            Self::NobodyWrites(_) => Verdict::NotClaimed,
            Self::NotRead | Self::NoClassRead | Self::NoTransferSyntaxRead => Verdict::DoesNotWork,
            Self::UnknownRole(_) | Self::UnknownClasses(_) | Self::UnknownTransferSyntaxes(_) => {
                Verdict::CannotTell
            }
            Self::UnreadClasses(_) | Self::UnreadTransferSyntaxes(_) => Verdict::WorksWithLimits,
        }
    }
}
