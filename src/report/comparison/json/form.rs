//! What a comparison is as JSON: the records of which its schema is made.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use crate::pairing::{Side, StepKind, Verdict, Workflow};

/// The version of this form; it changes when a reader of it would have to.
pub(super) const VERSION: u32 = 1;

/// What `dicomply compare --format json` writes: whether two products work together. Keys may be added; `version` changes
/// when one goes or means something else.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Comparison of dicomply")]
pub(super) struct Object<'c> {
    /// The version of this form.
    #[schemars(extend("const" = VERSION))]
    pub(super) version: u32,
    /// The two products: A, then B.
    pub(super) products: [Product<'c>; 2],
    /// How well the worst service works that somebody asks for.
    #[schemars(schema_with = "verdicts")]
    pub(super) verdict: &'static str,
    /// The services, by workflow.
    pub(super) services: Vec<Service<'c>>,
    /// The presentation contexts, side by side.
    pub(super) contexts: Vec<Context<'c>>,
    /// What surrounds the services: character sets, security, limits of associations.
    pub(super) topics: Vec<TopicRow<'c>>,
    /// How many services there are of each verdict. One that both sides ask of each other counts for each of them, unless
    /// it goes one way.
    pub(super) summary: Counts,
}

/// One of the two products.
#[derive(Serialize, JsonSchema)]
pub(super) struct Product<'c> {
    /// The letter by which it is called elsewhere in this object.
    #[schemars(schema_with = "sides")]
    pub(super) side: &'static str,
    /// The path of the main file of its statement, as it was named.
    pub(super) file: &'c str,
    /// Its name, with the vendor's where there is one.
    pub(super) name: &'c str,
    /// The versions that the statement holds for.
    pub(super) versions: &'c [String],
    /// How many errors stand in the statement; what they hide is not compared.
    pub(super) errors: usize,
}

/// A service between the two.
#[derive(Serialize, JsonSchema)]
pub(super) struct Service<'c> {
    /// Its name.
    pub(super) name: &'c str,
    /// The UID of the SOP class, where it is a single one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) sop_class: Option<&'c str>,
    /// What people do with it.
    #[schemars(schema_with = "workflows")]
    pub(super) workflow: &'static str,
    /// How well it works.
    #[schemars(schema_with = "verdicts")]
    pub(super) verdict: &'static str,
    /// What becomes of it with either side as its user.
    pub(super) ways: Vec<Way<'c>>,
}

/// A service with one of the two as its user.
#[derive(Serialize, JsonSchema)]
pub(super) struct Way<'c> {
    /// Who stores, asks or prints.
    #[schemars(schema_with = "sides")]
    pub(super) user: &'static str,
    /// Who does it.
    #[schemars(schema_with = "sides")]
    pub(super) provider: &'static str,
    /// How well it works.
    #[schemars(schema_with = "verdicts")]
    pub(super) verdict: &'static str,
    /// The steps that it takes; it works as well as the worst of them.
    pub(super) steps: Vec<Step<'c>>,
}

/// A step of a service.
#[derive(Serialize, JsonSchema)]
pub(super) struct Step<'c> {
    /// Which one.
    #[schemars(schema_with = "steps")]
    #[serde(rename = "step")]
    pub(super) kind: &'static str,
    /// How well it works.
    #[schemars(schema_with = "verdicts")]
    pub(super) verdict: &'static str,
    /// The presentation contexts that it rests on: positions in `contexts`, counted from 0.
    pub(super) contexts: &'c [usize],
    /// Why it does not simply work.
    pub(super) reasons: Vec<Reason<'c>>,
}

/// Why something does not simply work.
#[derive(Serialize, JsonSchema)]
pub(in crate::report::comparison) struct Reason<'c> {
    /// The name of the cause, such as `no-common-transfer-syntax`.
    pub(super) cause: &'static str,
    /// What can at best be said where this is the case.
    #[schemars(schema_with = "verdicts")]
    pub(super) verdict: &'static str,
    /// What is the case, in a sentence; values stand in backticks.
    pub(super) message: &'c str,
    /// What to change in which product, or to ask of whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) remedy: Option<&'c str>,
    /// The place of the standard that decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reference: Option<&'static str>,
    /// Where the statements say what it rests on.
    pub(super) evidence: Vec<Place<'c>>,
}

/// A place of one of the two statements.
#[derive(Serialize, JsonSchema)]
pub(in crate::report::comparison) struct Place<'c> {
    /// Whose statement it is.
    #[schemars(schema_with = "sides")]
    pub(super) side: &'static str,
    /// The address in the document.
    pub(super) route: String,
    /// The path of the file; absent where the address leads to no place in one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) file: Option<&'c str>,
    /// The line on which it begins, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) line: Option<usize>,
    /// The column at which it begins, counted from 1 in characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) column: Option<usize>,
    /// The line on which it ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end_line: Option<usize>,
    /// The column behind its last character.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end_column: Option<usize>,
}

/// A SOP class that one side proposes, or would accept.
#[derive(Serialize, JsonSchema)]
pub(super) struct Context<'c> {
    /// The UID of the SOP class.
    pub(super) sop_class: &'c str,
    /// Its name.
    pub(super) name: &'c str,
    /// Who makes the association.
    #[schemars(schema_with = "sides")]
    pub(super) initiator: &'static str,
    /// Who is the user of the service.
    #[schemars(schema_with = "sides")]
    pub(super) user: &'static str,
    /// What A says of it, then B; null where one says nothing.
    pub(super) offers: [Option<Offer<'c>>; 2],
    /// The transfer syntaxes that are common to both, what the acceptor names first.
    pub(super) agreed: Vec<Syntax<'c>>,
    /// How well it goes.
    #[schemars(schema_with = "verdicts")]
    pub(super) verdict: &'static str,
    /// Why it does not simply work.
    pub(super) reasons: Vec<Reason<'c>>,
}

/// What a side says of a SOP class.
#[derive(Serialize, JsonSchema)]
pub(super) struct Offer<'c> {
    /// The author's name of the Application Entity.
    pub(super) entity: &'c str,
    /// Its AE title, where one is stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ae_title: Option<&'c str>,
    /// The name of the activity.
    pub(super) activity: &'c str,
    /// The role, `SCU` or `SCP`.
    pub(super) role: String,
    /// The transfer syntaxes, in the author's order.
    pub(super) transfer_syntaxes: Vec<Syntax<'c>>,
    /// Whether these are all, as far as can be told.
    pub(super) is_complete: bool,
    /// Where it stands.
    pub(super) place: Place<'c>,
}

/// A transfer syntax.
#[derive(Serialize, JsonSchema)]
pub(super) struct Syntax<'c> {
    /// The UID.
    pub(super) uid: &'c str,
    /// The name; the UID where it has none.
    pub(super) name: &'c str,
}

/// Something beside the services, with what both sides say of it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Topic")]
pub(super) struct TopicRow<'c> {
    /// The name, such as `Character sets`.
    pub(super) name: &'static str,
    /// How well it goes together.
    #[schemars(schema_with = "verdicts")]
    pub(super) verdict: &'static str,
    /// What A says in a few words, then B; null where one says nothing.
    pub(super) said: [Option<&'c str>; 2],
    /// What there is to know.
    pub(super) reasons: Vec<Reason<'c>>,
    /// What a statement says in prose; quoted, not judged.
    pub(super) quotes: Vec<QuoteRow<'c>>,
}

/// Prose of a statement that somebody should read.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Quote")]
pub(super) struct QuoteRow<'c> {
    /// The text.
    pub(super) text: &'c str,
    /// Where it stands.
    pub(super) place: Place<'c>,
}

/// How many services there are of each verdict.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Summary")]
pub(super) struct Counts {
    /// Services that work.
    pub(super) works: usize,
    /// Services that work within limits.
    pub(super) works_with_limits: usize,
    /// Services of which the statements do not say enough.
    pub(super) cannot_tell: usize,
    /// Services that both claim in both directions, and that work in one.
    pub(super) one_way: usize,
    /// Services that do not work.
    pub(super) does_not_work: usize,
    /// Services that one side would do, and nobody asks for.
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

fn steps(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": StepKind::ALL.map(StepKind::id) })
}
