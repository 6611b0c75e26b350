//! Findings as lines: `FILE:LINE:COLUMN: SEVERITY[RULE] MESSAGE`.

use std::io::{self, Write};

use super::Report;
use super::plain::plain;

pub(super) fn write(report: &Report<'_>, out: &mut impl Write) -> io::Result<()> {
    for located in &report.findings {
        let (finding, at) = (located.finding, report.start(located));
        let (path, message) = (plain(report.path(located.spot.file)), plain(&finding.message));
        writeln!(out, "{path}:{}:{}: {}[{}] {message}", at.line, at.column, finding.severity, finding.rule)?;
    }
    Ok(())
}
