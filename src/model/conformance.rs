//! SOP specific conformance: services, statuses, keys, events.

use std::fmt;

use super::item::{Attribute, Item};
use super::record::{List, Named, OneOrMany, Words, record};
use super::values::{Prose, textual};
use super::words::{Display, KeyType, Matching, Presence, Role, StatusCategory, Support, YesNo};
use crate::notation;

record! {
    /// What an entity does for some SOP classes in an activity (PS3.2 A.4.2.1.3.1.3, A.4.2.1.4.1.3).
    pub struct Conformance {
        /// The SOP classes, or sets of them.
        pub sop_classes: OneOrMany<Item>,
        /// The role, needed only where the entity has both.
        pub role: Option<Role>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// The behaviour in prose.
        pub text: Option<Prose>,
        /// The level of storage support, 0 to 2 (PS3.4 B.4.1.1).
        pub storage_level: Option<i64>,
        /// The level of digital signature support, 1 to 3 (PS3.4 B.4.1.3).
        pub signature_level: Option<i64>,
        /// Answers to the points that PS3.4 asks a statement to make, by name.
        pub answers: Named<Prose>,
        /// The statuses of the class's only service in this role.
        pub responses: OneOrMany<Response>,
        /// What happens when the communication fails.
        pub communication_failures: List<CommunicationFailure>,
        /// The keys: by level for query and retrieve, by module for the worklist.
        pub keys: Named<List<Key>>,
        /// The services, by DIMSE name, where the class has several.
        pub services: Named<Service>,
        /// The member SOP classes of a Meta SOP Class.
        pub members: Named<Member>,
    }
}

record! {
    /// A DIMSE service of a SOP class.
    pub struct Service {
        /// The behaviour in prose.
        pub text: Option<Prose>,
        /// The statuses.
        pub responses: OneOrMany<Response>,
        /// The attributes that are sent or used.
        pub attributes: List<AttributeUse>,
        /// The event types of N-EVENT-REPORT.
        pub events: List<Event>,
        /// What happens when the communication fails.
        pub communication_failures: List<CommunicationFailure>,
    }
}

record! {
    /// A member of a Meta SOP Class.
    pub struct Member {
        /// The behaviour in prose.
        pub text: Option<Prose>,
        /// How far the claim goes.
        pub support: Option<Support>,
        /// The services of the member.
        pub services: Named<Service>,
    }
}

record! {
    /// A row of a status table, or the name of a table: `standard`, or one of `status_tables`.
    ///
    /// Rows that follow `standard` replace the standard's row of the same code.
    pub struct Response {
        /// The name of a table that stands here.
        pub table: Option<String>,
        /// The status code, range of codes, or `other`.
        pub code: Option<StatusCodes>,
        /// The category, known for every code of the standard.
        pub category: Option<StatusCategory>,
        /// The further meaning, known for the standard's codes.
        pub meaning: Option<String>,
        /// What the entity does, or when it answers so.
        pub behavior: Option<Prose>,
    }
}

record! {
    /// What happens when an association fails (PS3.2 Table A.4.2-10).
    pub struct CommunicationFailure {
        /// The failure: `Timeout`, `Association aborted`, …
        pub exception: Option<String>,
        /// What the entity does.
        pub behavior: Option<Prose>,
    }
}

record! {
    /// A key of a query model (PS3.4 C.6, K.6).
    ///
    /// The short form is `(0008,0020) Study Date: R`, or the attribute followed by a mapping.
    pub struct Key {
        /// The attribute.
        pub attribute: Attribute,
        /// Unique, required or optional.
        #[serde(rename = "type")]
        pub key_type: Option<KeyType>,
        /// How the key is matched.
        pub matching: Words<Matching>,
        /// Whether the attribute is asked for in the response.
        #[serde(rename = "return")]
        pub returned: Option<YesNo>,
        /// Whether a person can enter a value for matching.
        pub interactive: Option<YesNo>,
        /// Whether the value is shown.
        pub display: Option<Display>,
        /// Where the value for matching comes from.
        pub value_source: Option<String>,
        /// The value for matching, where it is always the same.
        pub value: Option<String>,
        /// Where the returned value is copied to, such as `Storage` or `MPPS`.
        pub copied_to: OneOrMany<String>,
        /// What else there is to say.
        pub remark: Option<Prose>,
    }
}

record! {
    /// An attribute of a request, with the value it is given.
    ///
    /// The short form is `(0040,0253) Performed Procedure Step ID: {source: AUTO, presence: ALWAYS}`.
    pub struct AttributeUse {
        /// The attribute.
        pub attribute: Attribute,
        /// The value, or the values to choose from.
        pub value: Option<String>,
        /// Whether there is always a value.
        pub presence: Option<Presence>,
        /// Where the value comes from.
        pub source: OneOrMany<String>,
        /// What else there is to say.
        pub remark: Option<Prose>,
    }
}

record! {
    /// An event type of N-EVENT-REPORT.
    pub struct Event {
        /// The Event Type ID.
        pub id: Option<i64>,
        /// The name, known for the standard's event types.
        pub name: Option<String>,
        /// What the entity does, or when it reports so.
        pub behavior: Option<Prose>,
    }
}

/// A status code, a range of them, or all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct StatusCodes(pub notation::StatusCodes);

impl fmt::Display for StatusCodes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

textual!(
    StatusCodes,
    "a status code of four hexadecimal digits such as `A700`, a range such as `A700-A7FF` or `A7xx`, or `other`",
    |text: &str| notation::StatusCodes::parse(text).ok().map(StatusCodes)
);
