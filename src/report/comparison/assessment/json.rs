//! Requirements and a product as JSON, for programs.

use std::io::{self, Write};

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use super::{AgainstRequirements, DEMANDS, id};
use crate::compare::Fulfilment;
use crate::compare::requirements::Requirement;
use crate::compare::together::Evidence;
use crate::pairing::Side;
use crate::report::comparison::json::{Place, Reason, place, reason};

/// The version of this form; it changes when a reader of it would have to.
const VERSION: u32 = 1;

/// What `dicomply compare --format json` writes of requirements and a statement: whether the product meets them. Keys may be
/// added; `version` changes when one goes or means something else.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Assessment of dicomply")]
struct Object<'c> {
    /// The version of this form.
    #[schemars(extend("const" = VERSION))]
    version: u32,
    /// The requirements, called A.
    requirements_of: Document<'c>,
    /// The product, called B.
    product: Document<'c>,
    /// How far the worst of those requirements is met that must be; null where nothing must be.
    must: Option<Fulfilled>,
    /// The requirements, in the author's order.
    requirements: Vec<Row<'c>>,
    /// How many requirements there are of each demand and fulfilment.
    summary: Vec<Tally>,
}

/// A document and what it is about.
#[derive(Serialize, JsonSchema)]
struct Document<'c> {
    /// The path of its main file, as it was named.
    file: &'c str,
    /// What it is about.
    name: &'c str,
    /// How many errors stand in it; what they hide is not compared.
    errors: usize,
}

/// How far something is met.
#[derive(Serialize)]
#[serde(transparent)]
struct Fulfilled(&'static str);

impl JsonSchema for Fulfilled {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Fulfilment".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": Fulfilment::ALL.map(id) })
    }
}

/// A requirement.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Requirement")]
struct Row<'c> {
    /// How much it is wanted.
    #[schemars(schema_with = "demands")]
    demand: &'static str,
    /// What it belongs to.
    area: &'c str,
    /// What is asked for.
    name: &'c str,
    /// How far it is met.
    fulfilment: Fulfilled,
    /// Why it is not simply met.
    reasons: Vec<Reason<'c>>,
    /// Where it is asked for, and where the statement says something of it.
    evidence: Vec<Place<'c>>,
}

/// A number of requirements.
#[derive(Serialize, JsonSchema)]
struct Tally {
    /// How much they are wanted.
    #[schemars(schema_with = "demands")]
    demand: &'static str,
    /// How far they are met.
    fulfilment: Fulfilled,
    /// How many there are.
    count: usize,
}

fn demands(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": DEMANDS.map(crate::model::Demand::as_str) })
}

/// The JSON Schema (draft 2020-12) of what [`AgainstRequirements::write_json`] writes; pretty, with a line end.
pub fn schema() -> String {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let schema = generator.into_root_schema_for::<Object<'_>>();
    // A value that holds text keys only is always written.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

pub(super) fn write(view: &AgainstRequirements<'_>, out: &mut impl Write) -> io::Result<()> {
    let assessment = view.assessment;
    let counts = DEMANDS.into_iter().flat_map(|demand| {
        let some = view.tally(demand).into_iter().filter(|(_, count)| *count > 0);
        some.map(move |(fulfilment, count)| Tally {
            demand: demand.as_str(),
            fulfilment: Fulfilled(id(fulfilment)),
            count,
        })
    });
    let object = Object {
        version: VERSION,
        requirements_of: document(view, Side::One, &assessment.name),
        product: document(view, Side::Other, &assessment.product.name),
        must: assessment.of_must().map(|fulfilment| Fulfilled(id(fulfilment))),
        requirements: assessment.requirements.iter().map(|requirement| row(view, requirement)).collect(),
        summary: counts.collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &object)?;
    writeln!(out)
}

fn document<'c>(view: &AgainstRequirements<'c>, side: Side, name: &'c str) -> Document<'c> {
    let located = view.side(side);
    Document { file: located.path(), name, errors: located.read.errors }
}

fn row<'c>(view: &AgainstRequirements<'c>, requirement: &'c Requirement) -> Row<'c> {
    let at = |evidence: &Evidence| place(view.side(evidence.side), evidence.side, &evidence.route);
    Row {
        demand: requirement.demand.as_str(),
        area: &requirement.area,
        name: &requirement.name,
        fulfilment: Fulfilled(id(requirement.fulfilment)),
        reasons: requirement.reasons.iter().map(|one| reason(one, at)).collect(),
        evidence: requirement.evidence.iter().map(at).collect(),
    }
}
