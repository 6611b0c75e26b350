//! Findings as text, for people.

use std::io::{self, Write};

use super::{Page, Report};

pub(super) fn write(report: &Report<'_>, _page: Page, out: &mut impl Write) -> io::Result<()> {
    for located in &report.findings {
        let (finding, spot) = (located.finding, &located.spot);
        let position = report.position(spot.file, spot.start);
        let (path, severity, rule) = (report.path(spot.file), finding.severity, finding.rule);
        writeln!(
            out,
            "{path}:{}:{}: {severity} {rule}: {}",
            position.line, position.column, finding.message
        )?;
        if let Some(help) = &finding.help {
            writeln!(out, "  help: {help}")?;
        }
    }
    writeln!(out, "{}", report.summary)
}
