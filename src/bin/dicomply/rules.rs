//! `dicomply rules`.

use std::process::ExitCode;

use clap::ValueEnum;
use dicomply::lint::{RULES, Rule};
use serde::Serialize;

use super::console::Console;
use super::failure::Failure;

/// Lists the rules of the linter
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// How the list is written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table: identity, severity, group, rule set, whether `lint --fix` mends some of it, what it reports
    Text,
    /// One JSON object
    Json,
}

pub(crate) fn run(arguments: &Arguments, console: &mut Console) -> Result<ExitCode, Failure> {
    let text = match arguments.format {
        Format::Text => table(console.terminal_width()),
        Format::Json => json(),
    };
    console.print(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// One line for each rule; on a terminal cropped to its width where enough of the last column remains.
fn table(terminal_width: Option<usize>) -> String {
    const LEAST: usize = 30;
    let longest =
        |column: fn(&Rule) -> &'static str| RULES.iter().map(|rule| column(rule).len()).max().unwrap_or(0);
    let columns: [fn(&Rule) -> &'static str; 5] = [
        |rule| rule.id,
        |rule| rule.severity.as_str(),
        |rule| rule.group.as_str(),
        |rule| rule.set.as_str(),
        |rule| if rule.is_fixable { "fixable" } else { "" },
    ];
    let widths = columns.map(longest);
    let before: usize = widths.iter().map(|width| width + 2).sum();
    let room = terminal_width.and_then(|width| width.checked_sub(before)).filter(|room| *room >= LEAST);
    let rows = RULES.iter().map(|rule| {
        let cells = columns.iter().zip(widths).map(|(column, width)| format!("{:width$}  ", column(rule)));
        cells.collect::<String>() + &cropped(&rule.summary(), room) + "\n"
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
