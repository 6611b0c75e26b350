//! Findings as JSON, for programs.

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::{Located, Report, Summary};
use crate::finding::Severity;
use crate::lint::{Group, rule};

/// The version of this form; it changes when a reader of it would have to.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Object<'r> {
    version: u32,
    #[serde(serialize_with = "one_by_one")]
    findings: &'r Report<'r>,
    /// Those that an author allows.
    allowed: Vec<Row<'r>>,
    /// Those that a baseline knows.
    known: Vec<Row<'r>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Row<'r> {
    rule: &'r str,
    fingerprint: &'r str,
    group: Option<&'static str>,
    severity: Severity,
    message: &'r str,
    help: Option<&'r str>,
    reference: Option<String>,
    file: &'r str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    route: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'r str>,
    related: Vec<RelatedRow<'r>>,
}

#[derive(Serialize)]
struct RelatedRow<'r> {
    message: &'r str,
    file: &'r str,
    line: usize,
    column: usize,
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
