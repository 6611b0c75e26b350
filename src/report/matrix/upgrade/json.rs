//! What changes in a fleet as JSON, for programs.

use std::io::{self, Write};

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use super::UpgradeReport;
use crate::compare::matrix::{Member, PairChange, Turn, WayChange};
use crate::pairing::{Side, Verdict};

/// The version of this form; it changes when a reader of it would have to.
const VERSION: u32 = 1;

/// What `dicomply matrix --against NEW --format json` writes: what changes in a fleet when a product is replaced. Keys may
/// be added; `version` changes when one goes or means something else.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Upgrade of dicomply")]
struct Object<'u> {
    /// The version of this form.
    #[schemars(extend("const" = VERSION))]
    version: u32,
    /// The product that is there.
    old: Product<'u>,
    /// What takes its place.
    new: Product<'u>,
    /// The others for whom something changes, those first for whom it gets worst.
    changes: Vec<Change<'u>>,
    /// How many others there are for whom nothing changes.
    unchanged: usize,
}

/// A product.
#[derive(Serialize, JsonSchema)]
struct Product<'u> {
    /// The path of the main file of its statement, as it was named.
    file: &'u str,
    /// Its name, with the vendor's where there is one.
    name: &'u str,
    /// The versions that the statement holds for.
    versions: &'u [String],
}

/// What changes with another product.
#[derive(Serialize, JsonSchema)]
struct Change<'u> {
    /// The other product.
    other: Product<'u>,
    /// How well the worst service works before.
    #[schemars(schema_with = "verdicts")]
    before: &'static str,
    /// And after.
    #[schemars(schema_with = "verdicts")]
    after: &'static str,
    /// The services that change, what gets worst first.
    services: Vec<Service<'u>>,
}

/// A service with one of the two as its user.
#[derive(Serialize, JsonSchema)]
struct Service<'u> {
    /// Its name.
    name: &'u str,
    /// The UID of the SOP class, where it is a single one.
    #[serde(skip_serializing_if = "Option::is_none")]
    sop_class: Option<&'u str>,
    /// Who asks: the product that is replaced, or the other one.
    #[schemars(schema_with = "users")]
    user: &'static str,
    /// How well it works before; null where nobody asks for it.
    #[schemars(schema_with = "verdicts_or_none")]
    before: Option<&'static str>,
    /// How well it works after; null where nobody asks for it any more.
    #[schemars(schema_with = "verdicts_or_none")]
    after: Option<&'static str>,
    /// What that means.
    #[schemars(schema_with = "turns")]
    turn: &'static str,
    /// The name of what first keeps it from simply working after.
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<&'u str>,
}

/// The JSON Schema (draft 2020-12) of what [`UpgradeReport::write_json`] writes; pretty, with a line end.
pub fn schema() -> String {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let schema = generator.into_root_schema_for::<Object<'_>>();
    // A value that holds text keys only is always written.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

pub(super) fn write(report: UpgradeReport<'_>, out: &mut impl Write) -> io::Result<()> {
    let upgrade = report.upgrade;
    let object = Object {
        version: VERSION,
        old: product(&upgrade.old),
        new: product(&upgrade.new),
        changes: upgrade.changes.iter().map(change).collect(),
        unchanged: upgrade.unchanged,
    };
    serde_json::to_writer_pretty(&mut *out, &object)?;
    writeln!(out)
}

fn product(member: &Member) -> Product<'_> {
    Product { file: &member.path, name: &member.name, versions: &member.versions }
}

fn change(change: &PairChange) -> Change<'_> {
    Change {
        other: product(&change.other),
        before: change.before.id(),
        after: change.after.id(),
        services: change.ways.iter().map(service).collect(),
    }
}

fn service(way: &WayChange) -> Service<'_> {
    Service {
        name: &way.service.name,
        sop_class: way.service.sop_class.as_deref(),
        user: USERS[usize::from(way.user == Side::Other)],
        before: way.before.map(Verdict::id),
        after: way.after.map(Verdict::id),
        turn: way.turn.as_str(),
        cause: way.cause.as_deref(),
    }
}

/// The words for the user of a service.
const USERS: [&str; 2] = ["replaced", "other"];

fn users(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": USERS })
}

fn turns(_: &mut SchemaGenerator) -> Schema {
    let turns = [Turn::Worse, Turn::Missing, Turn::Better].map(Turn::as_str);
    json_schema!({ "type": "string", "enum": turns })
}

fn verdicts(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": Verdict::ALL.map(Verdict::id) })
}

fn verdicts_or_none(_: &mut SchemaGenerator) -> Schema {
    let mut ids: Vec<Option<&str>> = Verdict::ALL.map(|verdict| Some(verdict.id())).to_vec();
    ids.push(None);
    json_schema!({ "enum": ids })
}
