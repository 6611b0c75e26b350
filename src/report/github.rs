//! Findings as commands of GitHub's workflows, which it shows beside the lines of a pull request.

use std::io::{self, Write};

use super::{Located, Report};
use crate::finding::Severity;

pub(super) fn write(report: &Report<'_>, out: &mut impl Write) -> io::Result<()> {
    for located in &report.findings {
        write_one(report, located, out)?;
    }
    Ok(())
}

fn write_one(report: &Report<'_>, located: &Located<'_>, out: &mut impl Write) -> io::Result<()> {
    let finding = located.finding;
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let (start, end) = (report.start(located), report.end(located));
    write!(out, "::{command} title={}", property(&finding.rule))?;
    write!(out, ",file={},line={}", property(report.path(located.spot.file)), start.line)?;
    // Columns are shown only where one line is meant.
    if start.line == end.line {
        write!(out, ",col={},endColumn={}", start.column, end.column)?;
    }
    write!(out, ",endLine={}::{}", end.line, text(&finding.message))?;
    if let Some(help) = &finding.help {
        write!(out, "{}", text(&format!("\nhelp: {help}")))?;
    }
    writeln!(out)
}

/// A text as it stands behind the last colons of a command.
fn text(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text as it stands in a property of a command.
fn property(value: &str) -> String {
    text(value).replace(':', "%3A").replace(',', "%2C")
}
