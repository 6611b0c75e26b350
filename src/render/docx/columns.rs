//! How wide columns are: measured here, decided where the pages of PDF are typeset, so that both agree.

use crate::document::{Block, Cell, Inline, Table};
use crate::render::typeset::table::measured::{MeasuredCell, plan_of};

use super::look::Look;
use super::measure::Face;
use super::styles::CELL_MARGIN;

/// How a table is set. Lengths are twentieths of a point.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// The widths of the columns.
    pub(super) widths: Vec<i32>,
    /// Whether it needs a page on its side.
    pub(super) is_turned: bool,
    /// Whether its text is smaller than that of other tables.
    pub(super) is_small: bool,
}

const TEXT: Face = Face { size: 17, is_bold: false, is_code: false };
const HEADING: Face = Face { size: 17, is_bold: true, is_code: false };
const CODE: Face = Face { size: 15, is_bold: false, is_code: true };

/// Codes up to this many characters stay whole at any rate.
const SHORT_CODE: usize = 12;

/// How the text of lists, and of notes, is moved in.
const LIST: i32 = 200;
const NOTE: i32 = 284;

/// How a table is set that may be `width` wide, or be on a page on its side if it may turn the page.
pub(super) fn plan(table: &Table, width: i32, look: &Look, may_turn: bool) -> Plan {
    let across = may_turn.then(|| points(look.page.turned().text_width()));
    let wish = |share: u8| f32::from(share) / 100.0;
    let wishes = table.columns.iter().map(|column| column.width.map(wish)).collect();
    let padding = points(2 * CELL_MARGIN);
    let planned = plan_of(cells(table), wishes, padding, points(width), across);
    let widths = planned.widths.iter().map(|width| twentieths(*width)).collect();
    Plan { widths, is_turned: planned.is_landscape, is_small: planned.font_size < SMALLER }
}

/// Tables are set in the style of small ones below this size, in points.
const SMALLER: f32 = 8.4;

fn points(twentieths: i32) -> f32 {
    i16::try_from(twentieths).map_or(f32::from(i16::MAX) / 20.0, |length| f32::from(length) / 20.0)
}

#[allow(clippy::cast_possible_truncation)] // No page is so wide.
fn twentieths(points: f32) -> i32 {
    ((points * 20.0).floor() as i32).max(100)
}

fn cells(table: &Table) -> Vec<MeasuredCell> {
    let header = table.header.len();
    let rows = header + table.body.len();
    let mut cells = Vec::new();
    for (at, row) in table.header.iter().chain(&table.body).enumerate() {
        let (face, end) = if at < header { (HEADING, header) } else { (TEXT, rows) };
        for cell in &row.cells {
            let mut measured = measured(cell, face);
            measured.columns = cell.column..cell.column.saturating_add(cell.columns).min(table.columns.len());
            measured.rows = at..at.saturating_add(cell.rows.max(1)).min(end);
            cells.push(measured);
        }
    }
    cells
}

fn measured(cell: &Cell, face: Face) -> MeasuredCell {
    let mut extent = MeasuredCell::default();
    measure_blocks(&cell.content, face, 0, &mut extent);
    extent
}

fn measure_blocks(blocks: &[Block], face: Face, indent: i32, extent: &mut MeasuredCell) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => {
                let mut line = indent;
                measure_inlines(text, face, indent, &mut line, extent);
                extent.end_line(line);
            }
            Block::List(list) => {
                list.items.iter().for_each(|item| measure_blocks(item, face, indent + LIST, extent));
            }
            Block::Code(code) => {
                for line in code.lines() {
                    let width = CODE.width(line) + indent;
                    extent.add(width.min(2000), width);
                    extent.end_line(width);
                }
            }
            Block::Quote(inner) => measure_blocks(inner, face, indent, extent),
            Block::Note(note) => measure_blocks(&note.blocks, face, indent + NOTE, extent),
            _ => {}
        }
    }
}

fn measure_inlines(text: &[Inline], face: Face, indent: i32, line: &mut i32, extent: &mut MeasuredCell) {
    for inline in text {
        match inline {
            Inline::Text(text) => {
                *line = line.saturating_add(face.width(text));
                for word in text.split([' ', '\n', '-']) {
                    let width = face.width(word) + indent;
                    extent.add(width, width);
                }
            }
            Inline::Reference { label, .. } => {
                let width = face.width(label);
                *line = line.saturating_add(width);
                extent.add(width + indent, width + indent);
            }
            Inline::Code(code) => {
                let face = Face { is_code: true, size: face.size - 2, ..face };
                let width = face.width(code);
                *line = line.saturating_add(width);
                let torn = if code.len() <= SHORT_CODE { width } else { face.width("0.0000000000") };
                extent.add(torn + indent, width + indent);
            }
            Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
                measure_inlines(inner, face, indent, line, extent);
            }
            Inline::Strong(inner) => {
                measure_inlines(inner, Face { is_bold: true, ..face }, indent, line, extent);
            }
            Inline::Footnote { mark, .. } => *line = line.saturating_add(face.width(mark)),
            Inline::LineBreak => {
                extent.end_line(*line);
                *line = indent;
            }
        }
    }
}

impl MeasuredCell {
    /// Takes in a word, or a code that may be torn.
    fn add(&mut self, minimum: i32, whole: i32) {
        self.minimum = self.minimum.max(roomy(minimum));
        self.whole = self.whole.max(roomy(whole));
    }

    /// Takes in a line.
    fn end_line(&mut self, line: i32) {
        self.maximum = self.maximum.max(roomy(line));
        self.length += points(line);
        self.lines += 1;
    }
}

/// A little more than measured, so that what fits exactly does not break.
fn roomy(width: i32) -> f32 {
    points(width.saturating_add(width / 50).saturating_add(10))
}
