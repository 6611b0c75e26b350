//! Where findings go, and in which form.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::ValueEnum;
use dicomply::report::Report;

use crate::console::Console;
use crate::failure::Failure;
use crate::{files, staging};

/// A form, and the file that it is written to; standard output where none is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Output {
    format: Format,
    path: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
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
        }
    }
}

impl Output {
    /// Reads `FORMAT` or `FORMAT=FILE`.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let (format, path) = match text.split_once('=') {
            Some((format, path)) => (format, Some(PathBuf::from(path)).filter(|_| path != "-")),
            None => (text, None),
        };
        if path.as_ref().is_some_and(|path| path.as_os_str().is_empty()) {
            return Err(format!("name a file behind `{format}=`"));
        }
        let format = Format::from_str(format, true).map_err(|_| {
            let names = Format::value_variants().iter().filter_map(|format| format.to_possible_value());
            let names: Vec<String> = names.map(|name| name.get_name().to_owned()).collect();
            format!("the formats are {}", names.join(", "))
        })?;
        Ok(Self { format, path })
    }

    /// Writes a report.
    pub(super) fn write(&self, report: &Report<'_>, console: &mut Console) -> Result<(), Failure> {
        let Some(path) = &self.path else {
            return match self.format {
                Format::Text => console.report(report),
                format => format.write(report, console.output()).map_err(Failure::Output),
            };
        };
        let mut bytes = Vec::new();
        self.format.write(report, &mut bytes).map_err(Failure::Output)?;
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| files::unwritten(folder, &error))?;
        }
        staging::write(path, &bytes).map_err(|error| files::unwritten(path, &error))
    }
}

/// Refuses two outputs to one place: the second would be written into, or over, the first.
pub(super) fn check(outputs: &[Output]) -> Result<(), Failure> {
    for (position, output) in outputs.iter().enumerate() {
        if outputs[..position].iter().any(|earlier| earlier.path == output.path) {
            let place =
                output.path.as_ref().map_or_else(|| "standard output".to_owned(), |path| files::shown(path));
            let message = format!("two formats cannot both be written to {place}");
            return Err(Failure::Told {
                message,
                help: Some("name a file: `--format json=FILE`".to_owned()),
            });
        }
    }
    Ok(())
}
