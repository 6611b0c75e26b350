//! The forms in which a matrix is written.

use std::io::{self, IsTerminal};

use clap::ValueEnum;
use dicomply::report::{MatrixReport, UpgradeReport};

use super::pages::Pages;
use crate::console::Console;
use crate::failure::Failure;
use crate::output::Output;

/// A form of a matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum MatrixFormat {
    /// For people at a terminal
    Text,
    /// For comments, summaries of jobs, and wikis
    Markdown,
    /// For spreadsheets: a row for each pair, service and direction
    Csv,
    /// For programs, and for `matrix merge`: one JSON object
    Json,
    /// For reading and handing on: one page with a map that leads to the pairs, without network
    Html,
    /// For data platforms: the rows of `csv` as Apache Parquet
    Parquet,
}

/// Refuses what cannot be written.
pub(super) fn check(formats: &[Output<MatrixFormat>]) -> Result<(), Failure> {
    Output::check(formats)?;
    let is_binary =
        |output: &Output<MatrixFormat>| output.format == MatrixFormat::Parquet && output.path.is_none();
    if formats.iter().any(is_binary) && io::stdout().is_terminal() {
        let message = "Parquet is no text that a terminal could show".to_owned();
        return Err(Failure::Told { message, help: Some("name a file: `--format parquet=FILE`".to_owned()) });
    }
    Ok(())
}

/// Refuses the forms that what changes is not written in.
pub(super) fn check_upgrade(formats: &[Output<MatrixFormat>]) -> Result<(), Failure> {
    if formats.iter().any(|output| output.format == MatrixFormat::Parquet) {
        let message = "what changes with `--against` is not written as Parquet".to_owned();
        return Err(Failure::Told { message, help: Some("`--format csv` has the same rows".to_owned()) });
    }
    Ok(())
}

/// Writes a matrix in every form that is asked for.
pub(super) fn write(
    report: MatrixReport<'_>,
    formats: &[Output<MatrixFormat>],
    pages: Option<&Pages>,
    console: &mut Console,
) -> Result<(), Failure> {
    for output in formats {
        let page = if output.path.is_none() { console.page() } else { Console::PLAIN };
        let mut bytes = Vec::new();
        let address = |number: usize| pages?.address(number, output.path.as_deref());
        match output.format {
            MatrixFormat::Text => report.write_text(page, &mut bytes),
            MatrixFormat::Markdown => report.write_markdown(&mut bytes),
            MatrixFormat::Csv => report.write_csv(&mut bytes),
            MatrixFormat::Json => report.write_json(&mut bytes),
            MatrixFormat::Html => report.write_html(&address, &mut bytes),
            MatrixFormat::Parquet => report.write_parquet(&mut bytes),
        }
        .map_err(Failure::Output)?;
        output.write_bytes(&bytes, console)?;
    }
    Ok(())
}

/// Writes what changes in every form that is asked for.
pub(super) fn write_upgrade(
    report: UpgradeReport<'_>,
    formats: &[Output<MatrixFormat>],
    console: &mut Console,
) -> Result<(), Failure> {
    for output in formats {
        let page = if output.path.is_none() { console.page() } else { Console::PLAIN };
        let mut bytes = Vec::new();
        match output.format {
            MatrixFormat::Text => report.write_text(page, &mut bytes),
            MatrixFormat::Markdown => report.write_markdown(&mut bytes),
            MatrixFormat::Csv => report.write_csv(&mut bytes),
            MatrixFormat::Json => report.write_json(&mut bytes),
            MatrixFormat::Html => report.write_html(&mut bytes),
            MatrixFormat::Parquet => return check_upgrade(formats),
        }
        .map_err(Failure::Output)?;
        output.write_bytes(&bytes, console)?;
    }
    Ok(())
}
