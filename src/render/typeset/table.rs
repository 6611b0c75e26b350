//! Tables: column widths from their content, merged cells, pages that end between lines of all cells.
//!
//! ```text
//! table ──content──▶ shaped cells ──columns, plan──▶ widths, size, page ──grid──▶ rows and lines at their places
//!       ──cut──▶ slices that may be torn apart ──draw──▶ strips
//! ```

mod columns;
mod content;
mod cut;
mod draw;
mod grid;
pub(in crate::render) mod measured;
mod plan;
mod surroundings;

use crate::document::{Block, Document, Table};

use super::font::{Fonts, UnusableFont};
use super::page::{Colour, text_area};
use super::paragraph::TextStyle;
use super::strip::{Break, Galley, Strip};
use super::structure::{NodeId, Role, Structure};
use super::{Options, Setter};

use content::{CellStyle, Content, needs};
use cut::{Cutter, unowned};
use draw::Drawing;
use grid::{Cell, Line, lower_labels, place};
use plan::{Room, SIZES, plan};
use surroundings::caption_strips;

pub use plan::TablePlan;

/// The gap at both sides of the content of a cell.
const PADDING: f32 = 4.0;

/// What is said in passing.
const QUIET: Colour = Colour(0x56, 0x60, 0x6b);

/// How high a row may be that is not split, as a share of the page.
const HIGHEST: f32 = 1.0 / 3.0;

/// What of a page at most is not torn although no line must stay there.
const TOO_HIGH: f32 = 1.6 * HIGHEST;

/// How the tables of `document` are set, in the order in which they stand in it.
pub fn table_plans(document: &Document, options: &Options) -> Result<Vec<TablePlan>, UnusableFont> {
    let fonts = Fonts::of(options, &document.meta.language)?;
    let mut setter = Setter { document, fonts, structure: Structure::new(), paper: options.paper };
    let mut tables = Vec::new();
    collect(&document.blocks, &mut tables);
    let width = text_area(options.paper, false).0;
    let style = super::flow::BODY;
    let plan = |table| {
        let node = setter.structure.add(Structure::ROOT, Role::Table);
        setter.planned(table, style, width, node).0
    };
    Ok(tables.into_iter().map(plan).collect())
}

fn collect<'d>(blocks: &'d [Block], tables: &mut Vec<&'d Table>) {
    for block in blocks {
        match block {
            Block::Table(table) => tables.push(table),
            Block::List(list) => list.items.iter().for_each(|item| collect(item, tables)),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    collect(&definition.meaning, tables);
                }
            }
            Block::Quote(inner) => collect(inner, tables),
            Block::Note(note) => collect(&note.blocks, tables),
            _ => {}
        }
    }
}

impl<'d> Setter<'d> {
    /// A table of at most `width`; one that has the whole width of a page may get a page on its side.
    pub(super) fn table(&mut self, table: &'d Table, style: TextStyle, width: f32, owner: NodeId) -> Galley {
        let node = self.structure.add(owner, Role::Table);
        let caption = self.caption_of(table, style, node);
        let (plan, contents) = self.planned(table, style, width, node);
        let (paper_width, page) = text_area(self.paper, plan.is_landscape);
        let width = if plan.is_landscape { paper_width } else { width };
        let mut strips = caption_strips(table, caption, width);
        let body = self.rows(table, contents, &plan, page);
        let low = usize::from(body.first().is_some_and(|first| first.height <= page * HIGHEST));
        let repeated = body.iter().take(low * table.header.len().min(1)).map(repeated).collect();
        strips.extend(body);
        self.notes(table, style, width, owner, &mut strips);
        Galley { space_before: 10.0, strips, repeated, is_landscape: plan.is_landscape, ..Galley::default() }
    }

    /// How a table is set, and its cells, shaped as they are then.
    fn planned(
        &mut self,
        table: &'d Table,
        style: TextStyle,
        width: f32,
        node: NodeId,
    ) -> (TablePlan, Vec<Content<'d>>) {
        let is_wide = width + 0.5 >= text_area(self.paper, false).0;
        let across = is_wide.then(|| text_area(self.paper, true).0);
        let mut cell_style = CellStyle { around: style, size: SIZES[0], is_hyphenated: false };
        let begun = self.structure.len();
        let contents = self.contents(table, cell_style, node);
        let plan = plan(&needs(table, &contents), Room { upright: width, across });
        if plan.font_size >= SIZES[0] && !plan.is_torn {
            return (plan, contents);
        }
        // What was shaped first is not what is set.
        self.structure.forget_from(begun, node);
        cell_style = CellStyle { size: plan.font_size, is_hyphenated: plan.is_torn, ..cell_style };
        let contents = self.contents(table, cell_style, node);
        (plan, contents)
    }

    /// The rows of a table.
    fn rows(
        &mut self,
        table: &'d Table,
        contents: Vec<Content<'d>>,
        plan: &TablePlan,
        page: f32,
    ) -> Vec<Strip> {
        let mut columns = vec![0.0];
        columns.extend(plan.widths.iter().scan(0.0, |x, width| {
            *x += width;
            Some(*x)
        }));
        let count = table.header.len() + table.body.len();
        let mut cells: Vec<Cell> =
            contents.into_iter().map(|content| self.cell_lines(content, &columns)).collect();
        cells.sort_by_key(|cell| cell.rows.end);
        let mut rows = place(&mut cells, count, None);
        lower_labels(&mut cells, &rows);
        let mut cutter = Cutter::new(&cells, &rows, table.header.len(), page * HIGHEST);
        let mut slices = cutter.slices();
        let mut top = 0.0;
        let is_high = slices
            .iter()
            .any(|slice| slice.bottom - std::mem::replace(&mut top, slice.bottom) > page * TOO_HIGH);
        if is_high {
            rows = place(&mut cells, count, Some(page * HIGHEST / 2.0));
            cutter = Cutter::new(&cells, &rows, table.header.len(), page * HIGHEST);
            slices = cutter.slices();
        }
        let crossing = cutter.crossing().to_vec();
        Drawing { rows: &rows, columns, head: table.header.len(), crossing: &crossing }.strips(cells, slices)
    }

    fn cell_lines(&mut self, content: Content<'d>, columns: &[f32]) -> Cell {
        let Content { kind, columns: span, rows, blocks } = content;
        let at = |column: usize| columns.get(column).copied().unwrap_or(0.0);
        let (x, width) = (at(span.start) + PADDING, at(span.end) - at(span.start) - 2.0 * PADDING);
        let mut lines = Vec::new();
        for block in blocks {
            let galley = self.set(block, width);
            let mut space = if lines.is_empty() { 0.0 } else { galley.space_before.min(3.0) };
            for mut strip in galley.strips {
                strip.marks.iter_mut().for_each(|mark| mark.x += x);
                lines.push(Line { space: std::mem::take(&mut space), strip, y: 0.0 });
            }
        }
        Cell { kind, columns: span, rows, lines }
    }
}

/// The header as it stands on further pages.
fn repeated(strip: &Strip) -> Strip {
    let marks = strip.marks.iter().cloned().filter_map(unowned).collect();
    Strip { marks, after: Break::Forbidden, height: strip.height, at_top: Vec::new() }
}
