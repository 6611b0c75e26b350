//! Where a page may end inside a table: at heights that no line of any cell crosses.

use std::rc::Rc;

use crate::render::typeset::page::{Ink, Mark};
use crate::render::typeset::strip::Break;

use super::content::Kind;
use super::grid::{Cell, GAP, Rows};

/// How near to the edge of a row it is not split.
const NEAR_EDGE: f32 = 20.0;

/// A piece of a table that is not torn.
#[derive(Debug, Default)]
pub(super) struct Slice {
    /// Where it ends.
    pub(super) bottom: f32,
    /// Whether a page may end after it.
    pub(super) after: Break,
    /// What is shown again on it at the top of a page.
    pub(super) at_top: Vec<Rc<Vec<Mark>>>,
}

/// The slices of a table.
pub(super) struct Cutter<'c> {
    cells: &'c [Cell],
    rows: &'c Rows,
    /// How many rows the header has.
    head: usize,
    /// The text of cells over several rows, where it is shown again.
    again: Vec<Option<Rc<Vec<Mark>>>>,
    /// For each row, the cells that go on below it.
    crossing: Vec<Vec<usize>>,
    /// For each row, whether it is the heading of a group.
    groups: Vec<bool>,
    /// Where nothing can be cut, without overlap, from above.
    solids: Vec<(f32, f32)>,
    /// Higher than this, a row is split.
    highest: f32,
}

impl<'c> Cutter<'c> {
    /// Whoever cuts a table with these cells; what is higher than `highest` is split inside.
    pub(super) fn new(cells: &'c [Cell], rows: &'c Rows, head: usize, highest: f32) -> Self {
        let count = rows.tops.len().saturating_sub(1);
        let (mut crossing, mut groups) = (vec![Vec::new(); count], vec![false; count]);
        for (place, cell) in cells.iter().enumerate() {
            let end = cell.rows.end.min(count);
            crossing[cell.rows.start.min(end)..end.saturating_sub(1).max(cell.rows.start.min(end))]
                .iter_mut()
                .for_each(|row| row.push(place));
            if cell.kind == Kind::Group && end > 0 {
                groups[end - 1] = true;
            }
        }
        let again = vec![None; cells.len()];
        Self { cells, rows, head, again, crossing, groups, solids: solids(cells), highest }
    }

    /// For each row, the cells that go on below it.
    pub(super) fn crossing(&self) -> &[Vec<usize>] {
        &self.crossing
    }

    /// The slices, from above.
    pub(super) fn slices(&mut self) -> Vec<Slice> {
        let count = self.crossing.len();
        let head_is_low = self.rows.top(self.head) <= self.highest;
        let mut slices: Vec<Slice> = Vec::new();
        let mut top = 0.0;
        let mut begun = Vec::new();
        for row in 0..count {
            let bottom = self.rows.bottom(row);
            let is_inside_head = row + 1 < self.head && head_is_low;
            if row + 1 < count && (is_inside_head || self.is_solid(bottom)) {
                continue;
            }
            for y in self.inner(top, bottom) {
                slices.push(Slice { bottom: y, after: Break::Poor, at_top: std::mem::take(&mut begun) });
            }
            let (after, again) = self.after(row);
            slices.push(Slice { bottom, after, at_top: std::mem::replace(&mut begun, again) });
            top = bottom;
        }
        slices
    }

    /// Whether a cut there would cross a line.
    fn is_solid(&self, y: f32) -> bool {
        let before = self.solids.partition_point(|(start, _)| *start < y);
        before.checked_sub(1).is_some_and(|place| self.solids[place].1 > y)
    }

    /// Where something that is too high to stay in one piece is cut.
    fn inner(&self, top: f32, bottom: f32) -> Vec<f32> {
        if bottom - top <= self.highest {
            return Vec::new();
        }
        let first = self.solids.partition_point(|(start, _)| *start < top + NEAR_EDGE);
        let inside = self.solids[first..].iter().map(|(start, _)| *start);
        inside.take_while(|start| *start < bottom - NEAR_EDGE).collect()
    }

    /// Whether a page may end after a row, and what the next page then shows again.
    fn after(&mut self, row: usize) -> (Break, Vec<Rc<Vec<Mark>>>) {
        let count = self.crossing.len();
        if row + 1 >= count {
            return (Break::Good, Vec::new());
        }
        if row < self.head || self.groups[row] {
            return (Break::Forbidden, Vec::new());
        }
        let (mut after, mut again) = (Break::Good, Vec::new());
        for &place in &self.crossing[row] {
            let cell = &self.cells[place];
            let (top, cut, end) =
                (self.rows.top(cell.rows.start), self.rows.bottom(row), self.rows.bottom(cell.rows.end - 1));
            let is_said = cell.lines.last().is_none_or(|line| line.solid().1 <= cut);
            let height = cell.height() + 2.0 * GAP;
            let fits = height <= self.highest.min(end - cut);
            if !is_said || !fits || end - top <= self.highest {
                after = Break::Poor;
            }
            if is_said && fits {
                again.push(Rc::clone(self.again[place].get_or_insert_with(|| Rc::new(shown_again(cell)))));
            }
        }
        let follows_heading = row == self.head || row.checked_sub(1).is_some_and(|above| self.groups[above]);
        let precedes_end = row + 2 == count || self.groups.get(row + 2).copied().unwrap_or(false);
        if follows_heading || precedes_end {
            after = after.min(Break::Poor);
        }
        (after, again)
    }
}

/// The heights that are covered by lines.
fn solids(cells: &[Cell]) -> Vec<(f32, f32)> {
    let lines = cells.iter().flat_map(|cell| &cell.lines);
    let mut all: Vec<(f32, f32)> = lines.map(|line| line.solid()).collect();
    all.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut merged: Vec<(f32, f32)> = Vec::new();
    for (start, end) in all {
        match merged.last_mut() {
            Some(last) if start < last.1 => last.1 = last.1.max(end),
            _ => merged.push((start, end)),
        }
    }
    merged
}

/// The text of a cell as it is shown again, from the top of a page.
fn shown_again(cell: &Cell) -> Vec<Mark> {
    let first = cell.lines.first().map_or(0.0, |line| line.y);
    let marks = cell.lines.iter().flat_map(|line| {
        let y = line.y - first + GAP;
        line.strip.marks.iter().map(move |mark| mark.clone().moved(0.0, y))
    });
    marks.filter_map(unowned).collect()
}

/// What is left of a mark where it is furniture.
pub(super) fn unowned(mark: Mark) -> Option<Mark> {
    matches!(mark.ink, Ink::Text(_) | Ink::Area { .. }).then_some(Mark { owner: None, ..mark })
}
