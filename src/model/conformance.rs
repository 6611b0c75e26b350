//! SOP specific conformance: services, statuses, keys, events.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::item::{Attribute, Item};
use super::record::{List, Named, OneOrMany, Words, record};
use super::values::{Prose, textual};
use super::words::{
    AssociationSide, Demand, Display, KeyType, Matching, Presence, Role, StatusCategory, Support, YesNo,
};
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
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
        /// The behaviour in prose.
        pub text: Option<Prose>,
        /// The level of storage support, 0 to 2 (PS3.4 B.4.1.1).
        pub storage_level: Option<i64>,
        /// The level of digital signature support, 1 to 3 (PS3.4 B.4.1.3).
        pub signature_level: Option<i64>,
        /// Answers to the points that PS3.4 asks a statement to make, by name.
        pub answers: Named<Prose>,
        /// Limits of what is displayed or processed, by name, such as `Largest matrix: 4096 x 4096`.
        pub limits: Named<Prose>,
        /// When instances are converted from one transfer syntax to another.
        pub transcoding: List<Transcoding>,
        /// The statuses of the class's only service in this role; those of the standard where left out.
        pub responses: OneOrMany<Response>,
        /// What happens when the communication fails, where that differs from what the entity says.
        pub communication_failures: List<CommunicationFailure>,
        /// The keys: by level for query and retrieve, by module for the worklist.
        pub keys: Keys,
        /// The values of Failure Reason (0008,1197) in results of storage commitment (PS3.4 J.3.3.1): `standard`, or
        /// a list of codes with the condition of each.
        pub failure_reasons: OneOrMany<Response>,
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
        /// How much it is wanted, in requirements.
        pub demand: Option<Demand>,
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
        /// When the entity answers so.
        pub condition: Option<Prose>,
        /// The fields of the response that tell more, such as `(0000,0902) Error Comment`.
        pub related_fields: OneOrMany<Attribute>,
        /// What the entity does, or when it answers so.
        pub behavior: Option<Prose>,
    }
}

record! {
    /// What happens when an association fails (PS3.2 Table A.4.2-10).
    ///
    /// The short form is `Timeout: The association is aborted.`, the failure followed by the behavior.
    pub struct CommunicationFailure {
        /// The failure: `Timeout`, `Association aborted`, …
        pub exception: Option<String>,
        /// The side of the association on which the entity behaves so; both where left out.
        pub side: Option<AssociationSide>,
        /// What the entity does.
        pub behavior: Option<Prose>,
    }
}

record! {
    /// A conversion of instances from one transfer syntax to another before they are sent or kept (PS3.5 8.2).
    pub struct Transcoding {
        /// The transfer syntaxes from which is converted, or sets of them; any where left out.
        pub from: OneOrMany<Item>,
        /// The transfer syntaxes to which is converted, or sets of them.
        pub to: OneOrMany<Item>,
        /// On which condition.
        pub condition: Option<Prose>,
        /// How, and with what loss.
        pub text: Option<Prose>,
    }
}

record! {
    /// A key of a query model (PS3.4 C.6, K.6).
    ///
    /// The short form is `(0008,0020) Study Date: R`, or the attribute followed by a mapping. The word `standard` stands
    /// for all keys that the standard requires at the level or in the module; keys that follow it replace its own.
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
        /// Where the value for matching comes from: `fixed`, `generated`, `configuration`, `user`, `scanned` or `empty`.
        pub value_source: OneOrMany<String>,
        /// The value for matching, where it is always the same.
        pub value: Option<String>,
        /// Where the returned value is copied to, such as `Storage` or `MPPS`.
        pub copied_to: OneOrMany<String>,
        /// What else there is to say.
        pub remark: Option<Prose>,
    }
}

record! {
    /// An attribute of a request, with the value that a user gives it or that a provider supports.
    ///
    /// The short form is `(0040,0253) Performed Procedure Step ID: {source: AUTO, presence: ALWAYS}`.
    pub struct AttributeUse {
        /// The attribute.
        pub attribute: Attribute,
        /// The value, or the values to choose from.
        pub value: OneOrMany<String>,
        /// The value that is taken where the request has none.
        pub default: Option<String>,
        /// Whether a provider requires the attribute in the request.
        pub required: Option<YesNo>,
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

impl Key {
    /// Whether this is the word `standard`, in the place of the keys that the standard requires.
    pub fn is_standard(&self) -> bool {
        self.attribute.tag.is_none() && self.attribute.name.as_deref() == Some(STANDARD)
    }
}

/// The word for what the standard itself says.
const STANDARD: &str = "standard";

/// The name under which [`Keys`] ask a reader for a mapping or a word.
pub(crate) const KEYS: &str = "Keys";

/// What they expect.
pub(crate) const KEYS_EXPECTED: &str = "a mapping of levels or modules, or `standard`";

/// The keys of a query: by level or module, or `standard` for all that the standard requires.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Keys {
    /// Whether the word `standard` stands in the place of levels or modules.
    pub is_standard: bool,
    groups: Named<OneOrMany<Key>>,
}

impl Keys {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        !self.is_standard && self.groups.is_empty()
    }

    /// The levels or modules, in the author's order.
    pub fn groups(&self) -> &Named<OneOrMany<Key>> {
        &self.groups
    }
}

impl Serialize for Keys {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_standard { serializer.serialize_str(STANDARD) } else { self.groups.serialize(serializer) }
    }
}

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(KEYS, KeysVisitor)
    }
}

struct KeysVisitor;

impl<'de> Visitor<'de> for KeysVisitor {
    type Value = Keys;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(KEYS_EXPECTED)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Keys, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Keys, E> {
        let is_standard = text == STANDARD;
        let keys = is_standard.then(|| Keys { is_standard, ..Keys::default() });
        keys.ok_or_else(|| E::custom(KEYS_EXPECTED))
    }

    fn visit_unit<E: Error>(self) -> Result<Keys, E> {
        Ok(Keys::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<Keys, A::Error> {
        Err(A::Error::custom(KEYS_EXPECTED))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Keys, A::Error> {
        let groups = Named::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Keys { is_standard: false, groups })
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
