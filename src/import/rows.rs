//! A table → rows: what each says under the keys of the model.

use serde_json::Value;

use super::cells;
use super::columns::{Heading, NAME};
use super::csv::{Cell, Record};
use super::{Remark, Sheet, Subject, words};
use crate::model::{Link, Reservation, SiteEntity};
use crate::route::{Route, Step};

/// The values of a table.
#[derive(Debug, Clone)]
pub struct Rows {
    /// What it is about.
    pub subject: Subject,
    /// The rows, in their order.
    pub rows: Vec<Row>,
    /// What is doubtful about its columns.
    pub remarks: Vec<Remark>,
}

/// A row of a table.
#[derive(Debug, Clone)]
pub struct Row {
    /// What it is about.
    pub subject: Subject,
    /// The line that it begins on.
    pub line: usize,
    /// The author's name for an entity or a reservation, if there is such a column and something in it.
    pub(super) name: Option<String>,
    /// What it says; a blank cell says nothing.
    pub(super) said: Vec<Said>,
    /// Why it cannot be taken.
    pub(super) fault: Option<(Remark, &'static str)>,
}

/// A cell that says something.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) key: &'static str,
    /// The words of the cell.
    pub(super) written: String,
    /// The words as the model has them.
    pub(super) text: String,
    pub(super) value: Value,
    pub(super) column: usize,
    pub(super) line: usize,
}

impl Row {
    pub(super) fn said(&self, key: &str) -> Option<&Said> {
        self.said.iter().find(|said| said.key == key)
    }

    /// The line and the column of what a value comes from: its cell, else the beginning of the row.
    pub fn place(&self, route: &Route) -> (usize, usize) {
        let key = route.steps().iter().rev().find_map(|step| match step {
            Step::Key(key) => self.said(key),
            Step::Index(_) => None,
        });
        key.map_or((self.line, 1), |said| (said.line, said.column))
    }

    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.said(key).map(|said| said.text.as_str())
    }
}

/// The rows of a table. The error says why it is none.
pub fn rows(sheet: &Sheet) -> Result<Rows, Remark> {
    let Some((first, rest)) = sheet.records.split_first() else {
        return Err(Remark::new(1, 1, "there is nothing in the table"));
    };
    let heading = Heading::of(first)?;
    let rows = rest.iter().map(|record| row(&heading, record)).collect();
    Ok(Rows { subject: heading.subject, rows, remarks: heading.remarks })
}

fn row(heading: &Heading, record: &Record) -> Row {
    let subject = heading.subject;
    let mut row = Row { subject, line: record.line, name: None, said: Vec::new(), fault: None };
    row.fault = record.fault.clone().map(|fault| (fault, ""));
    for (number, cell) in record.cells.iter().enumerate().filter(|(_, cell)| !cell.text.trim().is_empty()) {
        match heading.columns.get(number) {
            Some(Some(NAME)) => row.name = Some(cell.text.clone()),
            Some(Some(key)) => match said(subject, key, cell) {
                Ok(said) => row.said.push(said),
                Err(fault) => row.fault = row.fault.or(Some(fault)),
            },
            Some(None) => {}
            None => {
                let message = format!("`{}` stands in no column", cell.text);
                let remark = Remark::new(cell.line, cell.column, message);
                let help = format!(
                    "the first line names {} columns; put quotes around a cell with a separator in it",
                    heading.columns.len()
                );
                row.fault = row.fault.or(Some((remark.help(help), "")));
            }
        }
    }
    row
}

fn said(subject: Subject, key: &'static str, cell: &Cell) -> Result<Said, (Remark, &'static str)> {
    let text = words::meant(key, &cell.text);
    let value = match subject {
        Subject::Entities => cells::value::<SiteEntity>(key, &text),
        Subject::Links => cells::value::<Link>(key, &text),
        Subject::Reservations => cells::value::<Reservation>(key, &text),
    };
    if let Some(value) = value {
        let (written, line, column) = (cell.text.clone(), cell.line, cell.column);
        return Ok(Said { key, written, text, value, column, line });
    }
    let remark =
        Remark::new(cell.line, cell.column, format!("`{}` cannot stand in the column `{key}`", cell.text));
    Err(match words::choices(key) {
        Some(choices) => (remark.help(choices), "unlisted-value"),
        None if key == "port" => (remark.help("write a number"), "mistyped-value"),
        None if matches!(key, "reviewed" | "review_by" | "until") => {
            (remark.help("write a day of the calendar as `YYYY-MM-DD`"), "mistyped-value")
        }
        None => (remark, "mistyped-value"),
    })
}
