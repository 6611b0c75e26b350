//! Widths for tables whose cells somebody else has measured, in a format that breaks lines by itself.

use std::ops::Range;

use crate::render::typeset::paragraph::Extent;

use super::TablePlan;
use super::columns::{Columns, Need};
use super::plan::{Room, plan};

/// A cell, measured in the first of the sizes of tables. Lengths are points.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::render) struct MeasuredCell {
    /// The columns it covers.
    pub(in crate::render) columns: Range<usize>,
    /// The rows it covers, those of the header counted first.
    pub(in crate::render) rows: Range<usize>,
    /// Its widest word.
    pub(in crate::render) minimum: f32,
    /// Its widest word or code.
    pub(in crate::render) whole: f32,
    /// Its longest line.
    pub(in crate::render) maximum: f32,
    /// All its lines in one.
    pub(in crate::render) length: f32,
    /// How many lines its author wrote.
    pub(in crate::render) lines: usize,
}

/// How a table with these cells is set; `wishes` are the shares that the author gave its columns, `padding` is what the
/// gaps at both sides of a cell take, `upright` and `across` how wide it can be on an upright page and, if it may
/// stand there, on one on its side.
pub(in crate::render) fn plan_of(
    cells: Vec<MeasuredCell>,
    wishes: Vec<Option<f32>>,
    padding: f32,
    upright: f32,
    across: Option<f32>,
) -> TablePlan {
    let need = |cell: MeasuredCell| {
        let MeasuredCell { columns, rows, minimum, whole, maximum, length, lines } = cell;
        let whole = whole.max(minimum);
        Need { columns, rows, extent: Extent { minimum, whole, maximum: maximum.max(whole), length, lines } }
    };
    let columns = Columns::new(cells.into_iter().map(need).collect(), wishes, padding);
    plan(&columns, Room { upright, across })
}
