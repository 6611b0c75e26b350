//! Findings as GitLab's code quality report.

use std::io::{self, Write};

use serde::Serialize;

use super::{Located, Report};
use crate::finding::Severity;

#[derive(Serialize)]
struct Issue<'r> {
    description: String,
    check_name: &'r str,
    fingerprint: &'r str,
    severity: &'static str,
    location: Location<'r>,
}

#[derive(Serialize)]
struct Location<'r> {
    path: &'r str,
    positions: Positions,
}

#[derive(Serialize)]
struct Positions {
    begin: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
}

pub(super) fn write(report: &Report<'_>, out: &mut impl Write) -> io::Result<()> {
    let issues: Vec<Issue<'_>> = report.findings.iter().map(|located| issue(report, located)).collect();
    serde_json::to_writer_pretty(&mut *out, &issues)?;
    writeln!(out)
}

fn issue<'l>(report: &'l Report<'_>, located: &'l Located<'_>) -> Issue<'l> {
    let finding = located.finding;
    let help = finding.help.as_ref().map(|help| format!(" (help: {help})")).unwrap_or_default();
    let position = |at: super::Position| Position { line: at.line, column: at.column };
    Issue {
        description: format!("{}: {}{help}", finding.rule, finding.message),
        check_name: &finding.rule,
        fingerprint: report.fingerprint(located),
        severity: match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Info => "info",
        },
        location: Location {
            path: report.path(located.spot.file),
            positions: Positions {
                begin: position(report.start(located)),
                end: position(report.end(located)),
            },
        },
    }
}
