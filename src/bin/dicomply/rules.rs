//! `dicomply rules`.

use std::process::ExitCode;

use clap::ValueEnum;
use dicomply::compare::diff::CHANGE_RULES;
use dicomply::lint::{RULES, Rule};
use serde::Serialize;

use super::console::Console;
use super::failure::Failure;

/// Lists the rules of the linter, or those that say what changes mean
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// How the list is written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// List the rules that say what a change between two versions means
    #[arg(long)]
    changes: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table: identity, severity, group, rule set, whether `lint --fix` mends some of it, what it reports
    Text,
    /// One JSON object
    Json,
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    let text = match (arguments.format, arguments.changes) {
        (Format::Text, false) => table(&rows(), console.terminal_width()),
        (Format::Text, true) => table(&rows_of_changes(), console.terminal_width()),
        (Format::Json, false) => json(),
        (Format::Json, true) => json_of_changes(),
    };
    console.print(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// What the table says of the rules: short columns, and a summary.
fn rows() -> Vec<(Vec<&'static str>, String)> {
    let row = |rule: &&Rule| {
        let fixable = if rule.is_fixable { "fixable" } else { "" };
        let columns = vec![rule.id, rule.severity.as_str(), rule.group.as_str(), rule.set.as_str(), fixable];
        (columns, rule.summary())
    };
    RULES.iter().map(row).collect()
}

fn rows_of_changes() -> Vec<(Vec<&'static str>, String)> {
    let rules = CHANGE_RULES.iter();
    rules.map(|rule| (vec![rule.id, rule.impact.as_str(), rule.area.as_str()], rule.summary())).collect()
}

/// One line for each rule; on a terminal cropped to its width where enough of the last column remains.
fn table(rows: &[(Vec<&'static str>, String)], terminal_width: Option<usize>) -> String {
    const LEAST: usize = 30;
    let count = rows.first().map_or(0, |(columns, _)| columns.len());
    let longest =
        |at: usize| rows.iter().filter_map(|(columns, _)| columns.get(at)).map(|cell| cell.len()).max();
    let widths: Vec<usize> = (0..count).map(|at| longest(at).unwrap_or(0)).collect();
    let before: usize = widths.iter().map(|width| width + 2).sum();
    let room = terminal_width.and_then(|width| width.checked_sub(before)).filter(|room| *room >= LEAST);
    let rows = rows.iter().map(|(columns, summary)| {
        let cells = columns.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}  "));
        cells.collect::<String>() + &cropped(summary, room) + "\n"
    });
    rows.collect()
}

fn cropped(text: &str, room: Option<usize>) -> String {
    match room {
        Some(room) if text.chars().count() > room => text.chars().take(room - 1).chain(['…']).collect(),
        _ => text.to_owned(),
    }
}

#[derive(Serialize)]
struct List {
    version: u32,
    rules: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    id: &'static str,
    severity: &'static str,
    group: &'static str,
    set: &'static str,
    since: &'static str,
    fixable: bool,
    summary: String,
    references: Vec<String>,
}

fn json() -> String {
    let rules = RULES.iter().map(|rule| Row {
        id: rule.id,
        severity: rule.severity.as_str(),
        group: rule.group.as_str(),
        set: rule.set.as_str(),
        since: rule.since,
        fixable: rule.is_fixable,
        summary: rule.summary(),
        references: rule.references(),
    });
    let list = List { version: 1, rules: rules.collect() };
    serde_json::to_string_pretty(&list).unwrap_or_default() + "\n"
}

#[derive(Serialize)]
struct ListOfChanges {
    version: u32,
    rules: Vec<RowOfChange>,
}

#[derive(Serialize)]
struct RowOfChange {
    id: &'static str,
    impact: &'static str,
    area: &'static str,
    since: &'static str,
    summary: String,
}

fn json_of_changes() -> String {
    let rules = CHANGE_RULES.iter().map(|rule| RowOfChange {
        id: rule.id,
        impact: rule.impact.as_str(),
        area: rule.area.as_str(),
        since: rule.since,
        summary: rule.summary(),
    });
    let list = ListOfChanges { version: 1, rules: rules.collect() };
    serde_json::to_string_pretty(&list).unwrap_or_default() + "\n"
}
