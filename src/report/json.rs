//! Findings as JSON, for programs.

use std::io::{self, Write};

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use super::{Located, Report, Summary};
use crate::finding::Severity;
use crate::lint::{Group, rule};

/// The version of this form; it changes when a reader of it would have to.
const VERSION: u32 = 1;

/// What `dicomply lint --format json` writes: every finding, with its place in a file. Keys may be added; `version` changes
/// when one goes or means something else.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Findings of dicomply")]
struct Object<'r> {
    /// The version of this form.
    #[schemars(extend("const" = VERSION))]
    version: u32,
    /// The findings that count, by file, place and rule.
    #[serde(serialize_with = "one_by_one")]
    #[schemars(with = "Vec<Row<'r>>")]
    findings: &'r Report<'r>,
    /// Those that an author allows.
    allowed: Vec<Row<'r>>,
    /// Those that a baseline knows.
    known: Vec<Row<'r>>,
    /// How much was found.
    summary: Summary,
}

/// One thing that is wrong, doubtful or worth knowing.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Finding")]
struct Row<'r> {
    /// The identity of the rule, as in `dicomply explain RULE`.
    rule: &'r str,
    /// By what the finding is known again in another run, wherever it has moved in its file.
    fingerprint: &'r str,
    /// What the rule is about.
    group: Option<&'static str>,
    /// How much it matters, after the configuration.
    #[schemars(schema_with = "severities")]
    severity: Severity,
    /// What is wrong; values stand in backticks.
    message: &'r str,
    /// How to mend it.
    help: Option<&'r str>,
    /// The clauses that the rule rests on.
    reference: Option<String>,
    /// The path of the file, as it was named.
    file: &'r str,
    /// The line on which it begins, counted from 1.
    line: usize,
    /// The column at which it begins, counted from 1 in characters.
    column: usize,
    /// The line on which it ends.
    end_line: usize,
    /// The column behind its last character.
    end_column: usize,
    /// The address of the value in the document, where it has one.
    route: Option<String>,
    /// Why an author allows it; only there where one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'r str>,
    /// Other places that have to do with it.
    related: Vec<RelatedRow<'r>>,
}

/// Another place that a finding rests on.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RelatedPlace")]
struct RelatedRow<'r> {
    /// What is to be seen there.
    message: &'r str,
    /// The path of the file.
    file: &'r str,
    /// The line, counted from 1.
    line: usize,
    /// The column, counted from 1 in characters.
    column: usize,
}

/// The JSON Schema (draft 2020-12) of what [`Report::write_json`] writes; pretty, with a line end.
pub fn schema() -> String {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let schema = generator.into_root_schema_for::<Object<'_>>();
    // A value that holds text keys only is always written.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

fn severities(_: &mut SchemaGenerator) -> Schema {
    let words = [Severity::Error, Severity::Warning, Severity::Info].map(Severity::as_str);
    json_schema!({ "type": "string", "enum": words })
}

pub(super) fn write(report: &Report<'_>, out: &mut impl Write) -> io::Result<()> {
    let (allowed, known) =
        report.suppressed.iter().partition::<Vec<_>, _>(|one| one.finding.allowed.is_some());
    let (allowed, known) = (rows(report, &allowed), rows(report, &known));
    let object = Object { version: VERSION, findings: report, allowed, known, summary: report.summary };
    serde_json::to_writer_pretty(&mut *out, &object)?;
    writeln!(out)
}

fn one_by_one<S: Serializer>(report: &Report<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(report.findings.iter().map(|located| row(report, located)))
}

fn rows<'l>(report: &'l Report<'_>, some: &[&'l Located<'_>]) -> Vec<Row<'l>> {
    some.iter().map(|located| row(report, located)).collect()
}

fn row<'l>(report: &'l Report<'_>, located: &'l Located<'_>) -> Row<'l> {
    let Located { finding, spot, .. } = located;
    let rule = rule(&finding.rule);
    let start = report.position(spot.file, spot.start);
    let end = report.position(spot.file, spot.end);
    let related = finding.related.iter().map(|related| {
        let spot = report.spot(&related.place);
        let position = report.position(spot.file, spot.start);
        let file = report.path(spot.file);
        RelatedRow { message: &related.message, file, line: position.line, column: position.column }
    });
    Row {
        rule: &finding.rule,
        fingerprint: report.fingerprint(located),
        group: rule.map(|rule| Group::as_str(rule.group)),
        severity: finding.severity,
        message: &finding.message,
        help: finding.help.as_deref(),
        reference: rule.map(|rule| rule.references().join("; ")).filter(|reference| !reference.is_empty()),
        file: report.path(spot.file),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        reason: finding.allowed.as_deref(),
        route: finding.place.route().map(ToString::to_string),
        related: related.collect(),
    }
}
