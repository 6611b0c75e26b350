//! Where findings go, and in which form.

use std::io::{self, Write};

use clap::ValueEnum;
use dicomply::report::Report;

use crate::console::{Console, note};
use crate::failure::Failure;
use crate::output;

/// Where a report goes that goes to no file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stream {
    /// Standard output.
    Output,
    /// Standard error, as standard output has something else.
    Error,
}

/// A form of findings, and where it goes.
pub(super) type Output = output::Output<Format>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people: excerpts of the files, and a summary
    Text,
    /// One line for each finding
    Short,
    /// For programs: one JSON object with every finding
    Json,
    /// For code scanning: SARIF 2.1.0
    Sarif,
    /// For test reports: XML as JUnit writes it
    Junit,
    /// For GitHub: annotations of a pull request
    Github,
    /// For GitLab: a code quality report
    Gitlab,
    /// For comments and summaries: a page of tables
    Markdown,
    /// For reading and handing on: one page that sorts and filters, without network
    Html,
}

impl Format {
    /// Writes a report that nobody reads on a terminal.
    fn write(self, report: &Report<'_>, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Text => report.write_text(Console::PLAIN, out),
            Self::Short => report.write_short(out),
            Self::Json => report.write_json(out),
            Self::Sarif => report.write_sarif(out),
            Self::Junit => report.write_junit(out),
            Self::Github => report.write_github(out),
            Self::Gitlab => report.write_gitlab(out),
            Self::Markdown => report.write_markdown(out),
            Self::Html => report.write_html(out),
        }
    }
}

impl output::Output<Format> {
    /// Whether somebody reads it on the terminal.
    pub(super) fn is_for_people(&self) -> bool {
        self.format == Format::Text && self.path.is_none()
    }

    /// Writes a report; where no file is named, to a stream.
    pub(super) fn write_report(
        &self,
        report: &Report<'_>,
        stream: Stream,
        console: &mut Console,
    ) -> Result<(), Failure> {
        if self.path.is_some() {
            let mut bytes = Vec::new();
            self.format.write(report, &mut bytes).map_err(Failure::Output)?;
            return self.write_bytes(&bytes, console);
        }
        match (self.format, stream) {
            (Format::Text, Stream::Output) => console.report(report)?,
            (format, Stream::Output) => format.write(report, console.output()).map_err(Failure::Output)?,
            (Format::Text, Stream::Error) => console.report_aside(report),
            (format, Stream::Error) => {
                let mut bytes = Vec::new();
                format.write(report, &mut bytes).map_err(Failure::Output)?;
                note(&String::from_utf8_lossy(&bytes));
            }
        }
        Ok(())
    }
}

/// Refuses a form for programs on standard output while files are watched: its reader could not tell where it ends.
pub(super) fn check_watched(outputs: &[Output]) -> Result<(), Failure> {
    let is_for_people = |format| matches!(format, Format::Text | Format::Short);
    if outputs.iter().all(|output| output.path.is_some() || is_for_people(output.format)) {
        return Ok(());
    }
    Err(Failure::Told {
        message: "`--watch` prints for people".to_owned(),
        help: Some("name a file, which is written anew each time: `--format json=FILE`".to_owned()),
    })
}
