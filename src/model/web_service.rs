//! `WebService`: DICOMweb, and interfaces that hide it.

use std::fmt;

use super::conformance::{AttributeUse, Keys, Response};
use super::item::Item;
use super::record::{List, Named, OneOrMany, record};
use super::values::{Limit, Prose, textual};
use super::words::{Demand, MediaTypeCategory, Support, WebRole, WebServiceKind};

record! {
    /// A web service of PS3.18 (PS3.2 A.4.2.2, N.5.3).
    pub struct WebService {
        /// The side this product is on.
        pub role: Option<WebRole>,
        /// The service of PS3.18.
        pub service: Option<WebServiceKind>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
        /// What it is for, in a sentence.
        pub summary: Option<Prose>,
        /// What it does.
        pub description: Option<Prose>,
        /// The address below which resources are found.
        pub base_url: Option<String>,
        /// The address below which resources are found over a secured connection.
        pub secured_url: Option<String>,
        /// The media types that all transactions support, or that single ones do not name (PS3.2 Table N.5-61).
        pub media_types: OneOrMany<MediaType>,
        /// The character sets of requests and responses (PS3.18 8.8).
        pub character_sets: OneOrMany<String>,
        /// The transactions, by the names of PS3.18.
        pub transactions: Named<Transaction>,
        /// How bulk data is referred to and retrieved.
        pub bulk_data: Option<Prose>,
        /// Whether the service works on data of its own, or asks other systems for it over DIMSE (PS3.18 6).
        pub proxy: Option<Prose>,
        /// Notifications over WebSocket (PS3.18 8.10).
        pub notifications: Option<Prose>,
        /// How connections are made, kept and limited (PS3.2 A.4.2.2.2, A.4.2.2.3).
        pub connection_policy: ConnectionPolicy,
        /// Endpoints of the product's own behind which the service is hidden.
        pub facade: List<FacadeOperation>,
    }
}

record! {
    /// A transaction of a web service.
    pub struct Transaction {
        /// How far the claim goes.
        pub support: Option<Support>,
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
        /// The resources.
        pub resources: OneOrMany<Resource>,
        /// The media types.
        pub media_types: OneOrMany<MediaType>,
        /// The SOP classes, or sets of them.
        pub sop_classes: OneOrMany<Item>,
        /// The transfer syntaxes, or sets of them.
        pub transfer_syntaxes: OneOrMany<Item>,
        /// The character sets of requests and responses (PS3.18 8.8).
        pub character_sets: OneOrMany<String>,
        /// The query parameters.
        pub query_parameters: List<WebParameter>,
        /// The header fields.
        pub headers: List<WebParameter>,
        /// The attributes that a search matches or returns, by level: `Study`, `Series`, `Instance`, `Workitem`.
        /// The word `standard` stands for those by which every origin server searches studies (PS3.18 10.6.1.2.3).
        pub keys: Keys,
        /// Whether matching of person names is fuzzy (PS3.18 8.3.4.2).
        pub fuzzy_matching: Option<Support>,
        /// How many results a search gives at most.
        pub max_results: Limit,
        /// The attributes that are sent or used, such as those of a workitem.
        pub attributes: List<AttributeUse>,
        /// The HTTP status codes; `standard` stands for those of PS3.18.
        pub responses: OneOrMany<WebResponse>,
        /// The failure and warning reasons that a response tells for single instances (PS3.18 10.5.3).
        pub reasons: List<Response>,
        /// How bulk data is referred to and retrieved.
        pub bulk_data: Option<Prose>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

record! {
    /// A resource of a transaction; the short form is its path, perhaps followed by what there is to say.
    pub struct Resource {
        /// The path below the base address, such as `studies/{study}`.
        pub path: Option<String>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

record! {
    /// A media type; the short form is its name.
    pub struct MediaType {
        /// Its name, such as `application/dicom`.
        pub name: Option<String>,
        /// What it carries; known for most.
        pub category: Option<MediaTypeCategory>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
        /// The transfer syntaxes, or sets of them, where they can be chosen.
        pub transfer_syntaxes: OneOrMany<Item>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

record! {
    /// A query parameter or a header field; the short form is its name.
    pub struct WebParameter {
        /// Its name.
        pub name: Option<String>,
        /// The values that are sent or understood.
        pub values: OneOrMany<String>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

record! {
    /// An HTTP status of a transaction, or `standard` for all those that PS3.18 lists for it.
    ///
    /// Rows that follow `standard` replace the standard's row of the same code.
    pub struct WebResponse {
        /// The name of the table that stands here: `standard`.
        pub table: Option<String>,
        /// The status code, a class of codes such as `5xx`, or `other`.
        pub code: Option<HttpStatus>,
        /// What it means, known for the codes of PS3.18.
        pub meaning: Option<String>,
        /// When it is sent, or what is done on it.
        pub behavior: Option<Prose>,
    }
}

record! {
    /// How connections are made, kept and limited; the short form is the text.
    pub struct ConnectionPolicy {
        /// How many connections there are at a time.
        pub max_connections: Limit,
        /// Whether requests are pipelined (PS3.2 A.4.2.2.3).
        pub pipelining: Option<Support>,
        /// The versions of HTTP, such as `HTTP/1.1`.
        pub http_versions: OneOrMany<String>,
        /// How the user or the system is authenticated.
        pub authentication: OneOrMany<String>,
        /// After which time a request or a connection is given up.
        pub timeout: Option<String>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

record! {
    /// An endpoint of the product's own, with the transaction behind it.
    pub struct FacadeOperation {
        /// What it is for.
        pub operation: Option<String>,
        /// Method and path.
        pub endpoint: Option<String>,
        /// The transactions behind it; `none` says that there is none.
        pub uses: OneOrMany<String>,
        /// What else there is to say.
        pub text: Option<Prose>,
    }
}

/// A status code of HTTP, a class of them, or all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HttpStatus {
    /// A code, 100 to 599.
    Code(u16),
    /// A class by its first digit, written `5xx`.
    Class(u16),
    /// All codes that are not listed.
    Other,
}

impl HttpStatus {
    /// Reads `404`, `5xx` or `other`.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "other" => Some(Self::Other),
            "1xx" | "2xx" | "3xx" | "4xx" | "5xx" => text[..1].parse().ok().map(Self::Class),
            digits => digits.parse().ok().filter(|code| (100..600).contains(code)).map(Self::Code),
        }
    }
}

impl fmt::Display for HttpStatus {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => code.fmt(out),
            Self::Class(class) => write!(out, "{class}xx"),
            Self::Other => out.write_str("other"),
        }
    }
}

textual!(
    HttpStatus,
    "a status code of HTTP such as `404`, a class such as `5xx`, or `other`",
    HttpStatus::parse
);
