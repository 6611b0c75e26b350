//! Tables as pipe tables: header rows are joined, merged cells are laid out again.

use crate::document::{Alignment, Row, Table, lines_of};

use super::Page;
use super::inline::{cell, escape};

impl Page<'_> {
    /// A table. A cell merged over rows is repeated in each of them, so that every row can be read and found by
    /// itself, unless it is long: then a sign for "the same" stands in the rows below the first. One merged over
    /// columns stands in the first of them.
    pub(super) fn table(&mut self, table: &Table, indent: &str) {
        self.anchor(&table.anchor, indent);
        self.caption("Table", &table.number, &table.caption, indent);
        let header = joined(&grid(&table.header, table.columns.len(), true), table.columns.len());
        self.row(&header, indent);
        let rules: Vec<String> =
            table.columns.iter().map(|column| rule(column.alignment).to_owned()).collect();
        self.row(&rules, indent);
        for (row, mut cells) in table.body.iter().zip(grid(&table.body, table.columns.len(), false)) {
            if table.is_group(row)
                && let Some(first) = cells.first_mut().filter(|first| !first.is_empty())
            {
                *first = format!("**{first}**");
            }
            self.row(&cells, indent);
        }
        self.end_of_block(indent);
        self.notes(table, indent);
    }

    /// The footnotes, a line each: GitHub shows its own footnotes at the end of the page.
    fn notes(&mut self, table: &Table, indent: &str) {
        for note in &table.notes {
            let (anchor, mark) = (escape(&note.anchor), escape(&note.mark));
            let text = lines_of(&note.content).iter().map(|line| cell(line)).collect::<Vec<_>>().join("<br>");
            self.paragraph(indent, &format!("<a id=\"{anchor}\"></a><sup>{mark}</sup> {text}"));
        }
    }

    fn row(&mut self, cells: &[String], indent: &str) {
        self.line(indent, &format!("| {} |", cells.join(" | ")));
    }
}

const fn rule(alignment: Alignment) -> &'static str {
    match alignment {
        Alignment::Start => "---",
        Alignment::Center => ":-:",
        Alignment::End => "--:",
    }
}

/// Texts longer than this are not repeated: nobody would read the rows for them, and the file would grow without bound.
const LONGEST_REPETITION: usize = 240;

/// The rows with merged cells laid out again.
fn grid(rows: &[Row], columns: usize, repeat_columns: bool) -> Vec<Vec<String>> {
    let mut grid = vec![vec![String::new(); columns]; rows.len()];
    for (top, row) in rows.iter().enumerate() {
        for merged in &row.cells {
            let text = cell(&merged.running_text());
            let width = if repeat_columns { merged.columns } else { 1 };
            let is_long = text.len() > LONGEST_REPETITION;
            for (below, line) in grid.iter_mut().skip(top).take(merged.rows).enumerate() {
                for place in line.iter_mut().skip(merged.column).take(width) {
                    *place = if is_long && below > 0 { "″".to_owned() } else { text.clone() };
                }
            }
        }
    }
    grid
}

/// One header row that says what all of them say: `Transfer Syntax: UID List`.
fn joined(rows: &[Vec<String>], columns: usize) -> Vec<String> {
    let column = |index: usize| {
        let mut words: Vec<&str> = rows.iter().filter_map(|row| row.get(index)).map(String::as_str).collect();
        words.retain(|word| !word.is_empty());
        words.dedup();
        words.join(": ")
    };
    (0..columns).map(column).collect()
}
