//! From the grid of a pipe table to a table with merged cells.

use pulldown_cmark::Alignment as MarkdownAlignment;

use super::problem::Problem;
use super::tree::{Alignment, Block, Cell, Column, Numbering, Row, Table};

/// What a `table` directive says about the pipe table after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TableSettings {
    pub(super) anchor: String,
    pub(super) caption: String,
    pub(super) numbering: Numbering,
    pub(super) header_rows: usize,
    pub(super) row_headers: usize,
    pub(super) widths: Vec<u8>,
}

impl Default for TableSettings {
    fn default() -> Self {
        Self {
            anchor: String::new(),
            caption: String::new(),
            numbering: Numbering::Counted,
            header_rows: 1,
            row_headers: 0,
            widths: Vec::new(),
        }
    }
}

/// A cell of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct GridCell {
    pub(super) content: Vec<Block>,
    pub(super) mark: Mark,
}

/// Which cell a cell of the grid continues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Mark {
    /// None, it is a cell of its own.
    #[default]
    Own,
    /// The one above (`^^`).
    Above,
    /// The one to the left (`<<`).
    Left,
}

impl Mark {
    /// The mark that a cell with the raw text `text` is.
    pub(super) fn of(text: &str) -> Self {
        match text.trim() {
            "^^" => Self::Above,
            "<<" => Self::Left,
            _ => Self::Own,
        }
    }
}

/// The table that `grid` describes. Rows are as long as `alignments`; what is longer is cut, what is shorter filled.
pub(super) fn assemble(
    alignments: &[MarkdownAlignment],
    mut grid: Vec<Vec<GridCell>>,
    settings: &TableSettings,
    problems: &mut Vec<Problem>,
) -> Table {
    for row in &mut grid {
        row.resize_with(alignments.len(), GridCell::default);
    }
    if settings.header_rows == 0
        && grid.first().is_some_and(|row| row.iter().all(|cell| cell.content.is_empty()))
    {
        grid.remove(0);
    }
    let name = if settings.caption.is_empty() { &settings.anchor } else { &settings.caption };
    let body = grid.split_off(settings.header_rows.min(grid.len()));
    let header_rows = grid.len();
    let mut broken = |row: usize, column: usize| {
        problems.push(Problem::BrokenSpan { table: name.clone(), row: row + 1, column: column + 1 });
    };
    let header = merged(grid, &mut broken);
    let body = merged(body, &mut |row, column| broken(row + header_rows, column));
    Table {
        number: String::new(),
        anchor: settings.anchor.clone(),
        caption: settings.caption.clone(),
        numbering: settings.numbering.clone(),
        columns: columns(alignments, &settings.widths),
        header,
        body,
        row_headers: settings.row_headers.min(alignments.len()),
        notes: Vec::new(),
    }
}

fn columns(alignments: &[MarkdownAlignment], widths: &[u8]) -> Vec<Column> {
    let column = |(index, alignment): (usize, &MarkdownAlignment)| Column {
        alignment: match alignment {
            MarkdownAlignment::None | MarkdownAlignment::Left => Alignment::Start,
            MarkdownAlignment::Center => Alignment::Center,
            MarkdownAlignment::Right => Alignment::End,
        },
        width: widths.get(index).copied(),
    };
    alignments.iter().enumerate().map(column).collect()
}

/// The extent of a cell in the grid.
#[derive(Debug, Clone, Copy)]
struct Extent {
    top: usize,
    left: usize,
    bottom: usize,
    right: usize,
    covered: usize,
}

impl Extent {
    const fn is_rectangle(&self) -> bool {
        (self.bottom - self.top + 1) * (self.right - self.left + 1) == self.covered
    }
}

/// Merges the marked cells of `grid` into those they continue. A cell whose parts make no rectangle stays as it
/// was begun, and the parts become empty cells.
fn merged(grid: Vec<Vec<GridCell>>, broken: &mut impl FnMut(usize, usize)) -> Vec<Row> {
    let (owners, extents) = owners(&grid, broken);
    let mut rows = Vec::with_capacity(grid.len());
    for (top, (cells, row_owners)) in grid.into_iter().zip(&owners).enumerate() {
        let mut row = Row::default();
        for (left, (cell, &owner)) in cells.into_iter().zip(row_owners).enumerate() {
            let extent = extents[owner];
            let begins = (extent.top, extent.left) == (top, left);
            if extent.is_rectangle() {
                if begins {
                    let (rows, columns) = (extent.bottom - top + 1, extent.right - left + 1);
                    row.cells.push(Cell { column: left, rows, columns, content: cell.content });
                }
            } else {
                if !begins {
                    broken(top, left);
                }
                let content = if begins { cell.content } else { Vec::new() };
                row.cells.push(Cell { column: left, rows: 1, columns: 1, content });
            }
        }
        rows.push(row);
    }
    rows
}

/// For every place of the grid the cell that covers it, and for every cell its extent.
fn owners(grid: &[Vec<GridCell>], broken: &mut impl FnMut(usize, usize)) -> (Vec<Vec<usize>>, Vec<Extent>) {
    let mut owners: Vec<Vec<usize>> = Vec::with_capacity(grid.len());
    let mut extents: Vec<Extent> = Vec::new();
    for (top, cells) in grid.iter().enumerate() {
        let mut row: Vec<usize> = Vec::with_capacity(cells.len());
        for (left, cell) in cells.iter().enumerate() {
            let continued = match cell.mark {
                Mark::Own => None,
                Mark::Above => owners.last().and_then(|above| above.get(left)).copied(),
                Mark::Left => row.last().copied(),
            };
            if continued.is_none() && cell.mark != Mark::Own {
                broken(top, left);
            }
            let owner = continued.unwrap_or_else(|| {
                extents.push(Extent { top, left, bottom: top, right: left, covered: 0 });
                extents.len() - 1
            });
            let extent = &mut extents[owner];
            extent.left = extent.left.min(left);
            extent.bottom = extent.bottom.max(top);
            extent.right = extent.right.max(left);
            extent.covered += 1;
            row.push(owner);
        }
        owners.push(row);
    }
    (owners, extents)
}
