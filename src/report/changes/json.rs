//! Changes as JSON, for programs.

use std::io::{self, Write};

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use super::{Changes, Located, Spot};
use crate::compare::{Change, Impact};
use crate::finding::Finding;
use crate::route::Route;

/// The version of this form; it changes when a reader of it would have to.
const VERSION: u32 = 1;

/// What `dicomply diff --format json` writes: every change, with its places in both versions. Keys may be added; `version`
/// changes when one goes or means something else.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Changes of dicomply")]
struct Object<'c> {
    /// The version of this form.
    #[schemars(extend("const" = VERSION))]
    version: u32,
    /// The old version.
    old: Side<'c>,
    /// The new version.
    new: Side<'c>,
    /// The changes, in the order of the document.
    changes: Vec<Row<'c>>,
    /// What is wrong with the move of the version, by what is asked of it.
    version_findings: Vec<VersionRow<'c>>,
    /// How many changes are left out because one of the versions could not be read as a whole; absent where both could.
    #[serde(skip_serializing_if = "Option::is_none")]
    doubtful: Option<usize>,
    /// How much changed.
    summary: Counts,
}

/// One of the two versions.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Version")]
struct Side<'c> {
    /// The path of its main file, as it was named; behind a revision of git and a colon where it is from there.
    file: &'c str,
    /// The name of the product or the organization.
    name: Option<&'c str>,
    /// The version that the document states of itself.
    version: Option<&'c str>,
}

/// One change, with one cause.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Change")]
struct Row<'c> {
    /// The identity of the rule that says what it means, as in `dicomply explain RULE`.
    rule: &'static str,
    /// What the rule is about.
    area: &'static str,
    /// What it means to a peer that worked with the old version.
    #[schemars(schema_with = "impacts")]
    impact: &'static str,
    /// What happened.
    #[schemars(schema_with = "facts")]
    fact: &'static str,
    /// What it is about, the outermost first.
    subject: &'c [String],
    /// What changed, in a sentence; values stand in backticks.
    message: &'c str,
    /// What was said, where anything was.
    before: Option<&'c str>,
    /// What is said, where anything is.
    after: Option<&'c str>,
    /// Whether that is prose.
    is_prose: bool,
    /// Where it stood in the old version.
    old: Option<Place<'c>>,
    /// Where it stands in the new version.
    new: Option<Place<'c>>,
}

/// Something that is wrong with the move of the version.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "VersionFinding")]
struct VersionRow<'c> {
    /// The identity of the finding, as in `dicomply explain RULE`.
    rule: &'c str,
    /// What is wrong; values stand in backticks.
    message: &'c str,
    /// How to mend it.
    help: Option<&'c str>,
    /// Where the version is stated in the new version of the document.
    place: Option<Place<'c>>,
}

/// A place in one of the versions.
#[derive(Serialize, JsonSchema)]
struct Place<'c> {
    /// The address in the document.
    route: String,
    /// The path of the file; absent where the address leads to no place in one.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'c str>,
    /// The line on which it begins, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    /// The column at which it begins, counted from 1 in characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    /// The line on which it ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<usize>,
    /// The column behind its last character.
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
}

/// How many changes there are of each impact.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Summary")]
struct Counts {
    /// Changes that a peer which worked with the old version can break of.
    breaking: usize,
    /// Changes that let a peer do more.
    compatible: usize,
    /// Changes that mean nothing to a peer.
    editorial: usize,
}

/// The JSON Schema (draft 2020-12) of what [`Changes::write_json`] writes; pretty, with a line end.
pub fn schema() -> String {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let schema = generator.into_root_schema_for::<Object<'_>>();
    // A value that holds text keys only is always written.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

fn impacts(_: &mut SchemaGenerator) -> Schema {
    let words = Impact::ALL.map(Impact::as_str);
    json_schema!({ "type": "string", "enum": words })
}

fn facts(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": ["added", "removed", "changed"] })
}

pub(super) fn write(changes: &Changes<'_>, out: &mut impl Write) -> io::Result<()> {
    let [breaking, compatible, editorial] = changes.counts().map(|(_, count)| count);
    let object = Object {
        version: VERSION,
        old: side(&changes.old),
        new: side(&changes.new),
        changes: changes.diff.changes.iter().map(|change| row(changes, change)).collect(),
        version_findings: changes
            .version_findings
            .iter()
            .map(|finding| version_row(changes, finding))
            .collect(),
        doubtful: changes.doubtful,
        summary: Counts { breaking, compatible, editorial },
    };
    serde_json::to_writer_pretty(&mut *out, &object)?;
    writeln!(out)
}

fn side<'c>(located: &Located<'c>) -> Side<'c> {
    let (name, version) = located.title();
    Side { file: located.path(), name, version }
}

fn row<'c>(changes: &Changes<'c>, change: &'c Change) -> Row<'c> {
    Row {
        rule: change.rule.id,
        area: change.rule.area.as_str(),
        impact: change.impact.as_str(),
        fact: change.fact.as_str(),
        subject: &change.subject,
        message: &change.message,
        before: change.fact.before(),
        after: change.fact.after(),
        is_prose: change.is_prose,
        old: change.old.as_ref().map(|route| place(route, changes.old_spot(change))),
        new: change.new.as_ref().map(|route| place(route, changes.new_spot(change))),
    }
}

fn version_row<'c>(changes: &Changes<'c>, finding: &'c Finding) -> VersionRow<'c> {
    let place = finding.place.route().map(|route| place(route, changes.new.spot_of(&finding.place)));
    VersionRow { rule: &finding.rule, message: &finding.message, help: finding.help.as_deref(), place }
}

fn place<'c>(route: &Route, spot: Option<Spot<'c>>) -> Place<'c> {
    Place {
        route: route.to_string(),
        file: spot.map(|spot| spot.path),
        line: spot.map(|spot| spot.start.line),
        column: spot.map(|spot| spot.start.column),
        end_line: spot.map(|spot| spot.end.line),
        end_column: spot.map(|spot| spot.end.column),
    }
}
