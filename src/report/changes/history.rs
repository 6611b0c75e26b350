//! Changes as rows of the statement's own revision history (PS3.2 A.3.1).

use std::io::{self, Write};

use serde::Serialize;

use super::Changes;
use crate::compare::revision_rows;
use crate::model::Revision;
use crate::report::markdown::{escaped, marked};
use crate::report::plain::plain;

/// A row of `statement.revisions`, with the keys of the language.
#[derive(Serialize)]
struct Row {
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    /// Lines of Markdown.
    description: String,
}

/// What a reader of the history wants to know, in texts that nobody obeys.
fn rows(changes: &Changes<'_>) -> Vec<Row> {
    let row = |revision: Revision| {
        let description = revision.description.map(|prose| prose.as_str().to_owned()).unwrap_or_default();
        Row {
            version: revision.version.map(|version| plain(&version)),
            date: revision.date.map(|date| date.to_string()),
            description: description.lines().map(plain).collect::<Vec<_>>().join("\n"),
        }
    };
    let rows = changes.new.statement().map(|statement| revision_rows(changes.diff, statement));
    rows.into_iter().flatten().map(row).collect()
}

/// Every value is quoted or in a block, so that YAML reads back what is meant, whatever a document says.
pub(super) fn write_yaml(changes: &Changes<'_>, out: &mut impl Write) -> io::Result<()> {
    let rows = rows(changes);
    if rows.is_empty() {
        writeln!(out, "# nothing has changed")?;
    }
    for Row { version, date, description } in rows {
        let version = version.and_then(|version| serde_json::to_string(&version).ok());
        let entries = [("version", version), ("date", date), ("description", Some("|-".to_owned()))];
        let entries = entries.into_iter().filter_map(|(key, value)| Some(format!("{key}: {}", value?)));
        for (number, entry) in entries.enumerate() {
            writeln!(out, "    {} {entry}", if number == 0 { "-" } else { " " })?;
        }
        for line in description.lines() {
            writeln!(out, "{}", format!("        {line}").trim_end())?;
        }
    }
    Ok(())
}

pub(super) fn write_markdown(changes: &Changes<'_>, out: &mut impl Write) -> io::Result<()> {
    let cell = |text: Option<&str>| text.map_or("–".to_owned(), escaped);
    writeln!(out, "| Version | Date | Description |\n|---|---|---|")?;
    for Row { version, date, description } in rows(changes) {
        let lines: Vec<String> = description.lines().filter(|line| !line.is_empty()).map(item).collect();
        let (version, date) = (cell(version.as_deref()), cell(date.as_deref()));
        writeln!(out, "| {version} | {date} | {} |", lines.join("<br>"))?;
    }
    Ok(())
}

/// A line of the description in a cell.
fn item(line: &str) -> String {
    line.strip_prefix("- ").map_or_else(|| marked(line), |rest| format!("• {}", marked(rest)))
}

pub(super) fn write_json(changes: &Changes<'_>, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &rows(changes))?;
    writeln!(out)
}
