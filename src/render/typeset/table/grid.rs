//! Where the rows of a table begin, and where the lines of its cells stand.

use std::ops::Range;

use crate::render::typeset::strip::Strip;

use super::content::Kind;

/// The gap above and below the content of a cell.
pub(super) const GAP: f32 = 2.8;

/// Lines are torn by no cut that keeps so far from their upper and lower edges.
const EDGE: f32 = 1.2;

/// A cell whose content is set.
#[derive(Debug)]
pub(super) struct Cell {
    pub(super) kind: Kind,
    pub(super) columns: Range<usize>,
    pub(super) rows: Range<usize>,
    pub(super) lines: Vec<Line>,
}

/// A line of a cell, or another piece of it that does not tear.
#[derive(Debug)]
pub(super) struct Line {
    /// The gap to what is above it in the cell.
    pub(super) space: f32,
    /// What it is.
    pub(super) strip: Strip,
    /// Where it begins, from the top of the table.
    pub(super) y: f32,
}

impl Line {
    /// The heights at which nothing may be cut.
    pub(super) fn solid(&self) -> (f32, f32) {
        (self.y + EDGE, self.y + self.strip.height - EDGE)
    }

    pub(super) fn bottom(&self) -> f32 {
        self.y + self.strip.height
    }
}

impl Cell {
    /// How high the text is.
    pub(super) fn height(&self) -> f32 {
        self.lines.iter().map(|line| line.space + line.strip.height).sum()
    }
}

/// The rows of a table, placed.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// Where each begins; the last number is where the table ends.
    pub(super) tops: Vec<f32>,
    /// Heights that no line crosses because lines made way.
    pub(super) folds: Vec<f32>,
}

impl Rows {
    /// Where a row ends.
    pub(super) fn bottom(&self, row: usize) -> f32 {
        self.tops.get(row + 1).or(self.tops.last()).copied().unwrap_or(0.0)
    }

    /// Where a row begins.
    pub(super) fn top(&self, row: usize) -> f32 {
        self.tops.get(row).or(self.tops.last()).copied().unwrap_or(0.0)
    }
}

/// Places the rows and the lines of `cells`, which are sorted by the row they end in. What a cell over several rows
/// needs more than they have, the last of them gets. With `folded`, lines make way for a cut at least after every
/// row that ends further than that from the last cut, and that far from each other inside a row.
pub(super) fn place(cells: &mut [Cell], count: usize, folded: Option<f32>) -> Rows {
    let mut rows = Rows { tops: vec![0.0], folds: Vec::new() };
    let mut cells = cells.iter_mut().peekable();
    for row in 0..count {
        let top = rows.top(row);
        let mut bottom = top + 2.0 * GAP;
        while let Some(cell) = cells.next_if(|cell| cell.rows.end == row + 1) {
            let mut y = rows.top(cell.rows.start) + GAP;
            let first = rows.folds.partition_point(|&fold| fold <= y);
            let mut folds = rows.folds[first..].iter().copied().peekable();
            for line in &mut cell.lines {
                y += line.space;
                line.y = y;
                while let Some(fold) = folds.next_if(|&fold| fold < line.solid().1) {
                    if fold > line.solid().0 {
                        line.y = fold;
                    }
                }
                if let Some(step) = folded {
                    line.y = inside(line, top, step);
                }
                y = line.bottom();
            }
            bottom = bottom.max(y + GAP);
        }
        rows.tops.push(bottom);
        if let Some(step) = folded {
            let mut fold = top + step;
            while fold < bottom {
                rows.folds.push(fold);
                fold += step;
            }
            if bottom - rows.folds.last().copied().unwrap_or(0.0) >= step {
                rows.folds.push(bottom);
            }
        }
    }
    rows
}

/// Where a line stands that must not cross a multiple of `step` below `top`.
fn inside(line: &Line, top: f32, step: f32) -> f32 {
    let (start, end) = line.solid();
    let fold = top + ((start - top) / step).floor() * step + step;
    if start > top && fold < end { fold } else { line.y }
}

/// Moves the labels of the header down to its lower edge.
pub(super) fn lower_labels(cells: &mut [Cell], rows: &Rows) {
    for cell in cells.iter_mut().filter(|cell| cell.kind == Kind::Head) {
        let bottom = cell.lines.last().map_or(0.0, Line::bottom);
        let by = (rows.bottom(cell.rows.end - 1) - GAP - bottom).max(0.0);
        cell.lines.iter_mut().for_each(|line| line.y += by);
    }
}
