//! The tables of a document as sheets of plain texts, for CSV files and workbooks: they say what the other formats say.

mod error;
mod xlsx;

use crate::document::{Block, Document, Inline, Row, Table, plain_text};
use crate::notation;

pub use error::Error;
pub use xlsx::write as workbook;

/// What a cell shows that says nothing.
const NOTHING: &str = "–";

/// What the addresses of tables begin with that are no names of files.
const TABLE: &str = "table-";

/// A table as a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name, such as `inventory`: the address of the table.
    pub name: String,
    /// The caption.
    pub caption: String,
    /// The names of the columns.
    pub header: Vec<String>,
    /// The rows, each cell in lines; a merged cell is in every row that it covers.
    pub rows: Vec<Vec<Vec<String>>>,
}

/// The tables of a document that have an address, in reading order.
pub fn sheets(document: &Document) -> Vec<Sheet> {
    let tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) if !table.anchor.is_empty() => Some(sheet(table)),
        _ => None,
    });
    tables.collect()
}

/// A sheet as comma-separated values (RFC 4180); the lines of a cell stand one after another, with semicolons between.
/// No cell can be taken for a formula.
pub fn csv(sheet: &Sheet) -> String {
    let rows = sheet.rows.iter().map(|row| row.iter().map(|lines| lines.join("; ")).collect());
    let records: Vec<Vec<String>> = std::iter::once(sheet.header.clone()).chain(rows).collect();
    notation::csv(&records)
}

fn sheet(table: &Table) -> Sheet {
    let header = table.header.iter().map(|row| laid_out(std::slice::from_ref(row), table.columns.len()));
    let mut names = vec![String::new(); table.columns.len()];
    for row in header.flatten() {
        for (name, lines) in names.iter_mut().zip(row) {
            let text = lines.join(" ");
            if !text.is_empty() {
                *name = if name.is_empty() { text } else { format!("{name}: {text}") };
            }
        }
    }
    Sheet {
        name: table.anchor.strip_prefix(TABLE).unwrap_or(&table.anchor).to_owned(),
        caption: table.caption.clone(),
        header: names,
        rows: laid_out(&table.body, table.columns.len()),
    }
}

/// Rows in which every place has its lines.
fn laid_out(rows: &[Row], columns: usize) -> Vec<Vec<Vec<String>>> {
    let mut grid = vec![vec![Vec::new(); columns]; rows.len()];
    for (top, row) in rows.iter().enumerate() {
        for cell in &row.cells {
            let lines = lines(&cell.running_text());
            for covered in grid.iter_mut().skip(top).take(cell.rows) {
                if let Some(place) = covered.get_mut(cell.column) {
                    place.clone_from(&lines);
                }
            }
        }
    }
    grid
}

/// The lines of a cell; none where it says nothing.
fn lines(text: &[Inline]) -> Vec<String> {
    let lines = text.split(|inline| matches!(inline, Inline::LineBreak)).map(plain_text);
    let lines: Vec<_> = lines.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    if lines == [NOTHING] { Vec::new() } else { lines }
}
