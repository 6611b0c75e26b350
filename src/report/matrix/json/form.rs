//! What a matrix is as JSON: the records of which its schema is made.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use crate::pairing::{Side, Verdict, Workflow};

/// The version of this form; it changes when a reader of it would have to.
pub(super) const VERSION: u32 = 1;

/// What `dicomply matrix --format json` writes: how well every two of some products work together. Keys may be added;
/// `version` changes when one goes or means something else.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(title = "Matrix of dicomply")]
pub(super) struct Object {
    /// The version of this form.
    #[schemars(extend("const" = VERSION))]
    pub(super) version: u32,
    /// The version of the program that judged.
    pub(super) dicomply: String,
    /// Which part of all pairs this is, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) shard: Option<ShardRow>,
    /// Whether only links of a site are judged, and not each with each.
    pub(super) links_only: bool,
    /// How many pairs there are, those of other parts included.
    pub(super) total: usize,
    /// The products.
    pub(super) members: Vec<MemberRow>,
    /// The services that anybody asks for, by workflow and name.
    pub(super) services: Vec<ServiceRow>,
    /// The pairs.
    pub(super) pairs: Vec<PairRow>,
    /// How many pairs there are of each verdict.
    pub(super) summary: Counts,
}

/// A part of all pairs.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Shard")]
pub(super) struct ShardRow {
    /// Which part, from 1.
    pub(super) number: u32,
    /// How many parts there are.
    pub(super) of: u32,
}

/// A product.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Member")]
pub(super) struct MemberRow {
    /// The path of the main file of its statement, as it was named.
    pub(super) file: String,
    /// Its name, with the vendor's where there is one; of a site that of the deployed Application Entity.
    pub(super) name: String,
    /// The versions that the statement holds for.
    pub(super) versions: Vec<String>,
    /// The Application Entity of the statement, where only one takes part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) entity: Option<String>,
    /// Changes when the statement says something else; parts are joined only if they looked at the same statements.
    pub(super) fingerprint: String,
}

/// A service.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Service")]
pub(super) struct ServiceRow {
    /// Its name.
    pub(super) name: String,
    /// The UID of the SOP class, where it is a single one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) sop_class: Option<String>,
    /// What people do with it.
    #[schemars(schema_with = "workflows")]
    pub(super) workflow: String,
}

/// Two products.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Pair")]
pub(super) struct PairRow {
    /// The first product: a position in `members`, counted from 0.
    pub(super) a: u32,
    /// The other one.
    pub(super) b: u32,
    /// How well the worst service works that one asks the other for.
    #[schemars(schema_with = "verdicts")]
    pub(super) verdict: String,
    /// The services that somebody asks for.
    pub(super) services: Vec<ServiceOfPair>,
}

/// A service between two products.
#[derive(Serialize, Deserialize, JsonSchema)]
pub(super) struct ServiceOfPair {
    /// Which one: a position in `services`, counted from 0.
    pub(super) service: u32,
    /// How well it works.
    #[schemars(schema_with = "verdicts")]
    pub(super) verdict: String,
    /// What becomes of it with either side as its user.
    pub(super) ways: Vec<WayRow>,
}

/// A service with one of two products as its user.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Way")]
pub(super) struct WayRow {
    /// Who stores, asks or prints: `A` or `B`.
    #[schemars(schema_with = "sides")]
    pub(super) user: String,
    /// How well it works.
    #[schemars(schema_with = "verdicts")]
    pub(super) verdict: String,
    /// The name of what first keeps it from simply working, such as `no-common-transfer-syntax`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) cause: Option<String>,
}

/// How many pairs there are of each verdict.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Summary")]
pub(super) struct Counts {
    /// Pairs in which everything works that is asked for.
    pub(super) works: usize,
    /// Pairs in which something works within limits, and nothing is worse.
    pub(super) works_with_limits: usize,
    /// Pairs of which the statements do not say enough.
    pub(super) cannot_tell: usize,
    /// Pairs in which something works in one of two directions.
    pub(super) one_way: usize,
    /// Pairs in which something does not work.
    pub(super) does_not_work: usize,
    /// Pairs that ask nothing of each other.
    pub(super) not_claimed: usize,
}

fn verdicts(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": Verdict::ALL.map(Verdict::id) })
}

fn sides(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": [Side::One.letter(), Side::Other.letter()] })
}

fn workflows(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": Workflow::ALL.map(Workflow::id) })
}
