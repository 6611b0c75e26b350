//! How wide columns are: from what stands in them, and from what the author wished.

use crate::document::{Block, Cell, Inline, Table};

use super::measure::Face;
use super::styles::CELL_MARGIN;

/// How wide the content of a column is.
#[derive(Debug, Clone, Copy, Default)]
struct Extent {
    /// Its longest word, codes torn apart where they must.
    minimum: i32,
    /// Its longest word or code.
    whole: i32,
    /// Its longest line.
    maximum: i32,
}

/// What stands in cells.
pub(super) const TEXT: Face = Face { size: 18, is_bold: false, is_code: false };
const HEADING: Face = Face { size: 18, is_bold: true, is_code: false };
const CODE: Face = Face { size: 16, is_bold: false, is_code: true };

/// Codes up to this many characters stay whole at any rate.
const SHORT_CODE: usize = 12;

/// The widths of the columns of a table that is `width` wide, in twentieths of a point.
pub(super) fn widths(table: &Table, width: i32) -> Vec<i32> {
    let extents = extents(table);
    let count = i32::try_from(extents.len()).unwrap_or(i32::MAX).max(1);
    let whole: i64 = extents.iter().map(|extent| i64::from(extent.whole)).sum();
    let floor = |extent: &Extent| if whole <= i64::from(width) { extent.whole } else { extent.minimum };
    let mut least: Vec<i32> = extents.iter().map(floor).collect();
    let sum: i64 = least.iter().map(|width| i64::from(*width)).sum();
    if sum > i64::from(width) {
        // Not even the longest words fit: each column gives up its share.
        for column in &mut least {
            *column = scaled(*column, i64::from(width), sum).max(width / count / 4);
        }
        return settled(least, width);
    }
    let wishes: Vec<i32> = match wished(table, width) {
        Some(wishes) => wishes,
        None => natural(&extents, width),
    };
    let above: Vec<i32> = wishes.iter().zip(&least).map(|(wish, least)| (wish - least).max(0)).collect();
    let room = i64::from(width) - sum;
    let wanted: i64 = above.iter().map(|above| i64::from(*above)).sum();
    let result = least.iter().zip(&above).map(|(least, above)| {
        least + if wanted > 0 { scaled(*above, room, wanted) } else { scaled(1, room, i64::from(count)) }
    });
    settled(result.collect(), width)
}

/// Whether a table loses on an upright page what a page on its side can give it.
pub(super) fn is_too_wide(table: &Table, width: i32) -> bool {
    let whole: i64 = extents(table).iter().map(|extent| i64::from(extent.whole)).sum();
    table.columns.len() > 3 && whole > i64::from(width)
}

/// `part` of `whole` of `room`.
fn scaled(part: i32, room: i64, whole: i64) -> i32 {
    i32::try_from(i64::from(part) * room / whole.max(1)).unwrap_or(i32::MAX / 64)
}

/// Gives to the widest column what rounding has left over.
fn settled(mut widths: Vec<i32>, width: i32) -> Vec<i32> {
    let sum: i32 = widths.iter().sum();
    if let Some(widest) = widths.iter_mut().max_by_key(|width| **width) {
        *widest = (*widest + width - sum).max(1);
    }
    widths
}

/// The shares that the author wished; a column without a wish gets what is left.
fn wished(table: &Table, width: i32) -> Option<Vec<i32>> {
    let given: i32 = table.columns.iter().filter_map(|column| column.width).map(i32::from).sum();
    let silent = table.columns.iter().filter(|column| column.width.is_none()).count();
    if given == 0 {
        return None;
    }
    let rest = (100 - given).max(0) / i32::try_from(silent.max(1)).unwrap_or(1);
    let all = if silent == 0 { given } else { given.max(100) };
    let share = |share: Option<u8>| scaled(share.map_or(rest, i32::from), i64::from(width), i64::from(all));
    Some(table.columns.iter().map(|column| share(column.width)).collect())
}

/// The widths that the content asks for; nobody asks for more than half of the table because of one long text.
fn natural(extents: &[Extent], width: i32) -> Vec<i32> {
    let most = (width / 2).max(1);
    extents.iter().map(|extent| extent.maximum.min(most.max(extent.whole))).collect()
}

fn extents(table: &Table) -> Vec<Extent> {
    let mut extents = vec![Extent::default(); table.columns.len()];
    let rows = table.header.iter().map(|row| (row, HEADING)).chain(table.body.iter().map(|row| (row, TEXT)));
    let mut spanning = Vec::new();
    for (row, face) in rows {
        for cell in &row.cells {
            if cell.columns > 1 {
                spanning.push((cell, face));
            } else if let Some(extent) = extents.get_mut(cell.column) {
                extent.include(&extent_of(cell, face));
            }
        }
    }
    for (cell, face) in spanning {
        let covered = extents.get_mut(cell.column..).unwrap_or_default();
        let count = cell.columns.min(covered.len());
        if cell.columns < table.columns.len() {
            share_out(&mut covered[..count], &extent_of(cell, face));
        }
    }
    extents
}

/// Widens columns until a cell over all of them has its longest word whole.
fn share_out(extents: &mut [Extent], cell: &Extent) {
    let count = i32::try_from(extents.len()).unwrap_or(i32::MAX).max(1);
    let lack = |has: i32, wants: i32| (wants - has).max(0) / count;
    let minimum = lack(extents.iter().map(|extent| extent.minimum).sum(), cell.minimum);
    let whole = lack(extents.iter().map(|extent| extent.whole).sum(), cell.whole);
    for extent in extents {
        extent.minimum += minimum;
        extent.whole += whole.max(minimum);
        extent.maximum = extent.maximum.max(extent.whole);
    }
}

fn extent_of(cell: &Cell, face: Face) -> Extent {
    let mut extent = Extent::default();
    measure_blocks(&cell.content, face, 0, &mut extent);
    extent
}

fn measure_blocks(blocks: &[Block], face: Face, indent: i32, extent: &mut Extent) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => measure_text(text, face, indent, extent),
            Block::List(list) => {
                list.items.iter().for_each(|item| measure_blocks(item, face, indent + 200, extent));
            }
            Block::Code(code) => {
                for line in code.lines() {
                    let width = CODE.width(line) + indent;
                    extent.add(width.min(2000), width, width);
                }
            }
            Block::Quote(inner) => measure_blocks(inner, face, indent, extent),
            Block::Note(note) => measure_blocks(&note.blocks, face, indent + 284, extent),
            _ => {}
        }
    }
}

fn measure_text(text: &[Inline], face: Face, indent: i32, extent: &mut Extent) {
    let mut line = indent;
    measure_inlines(text, face, indent, &mut line, extent);
    extent.add(0, 0, line);
}

fn measure_inlines(text: &[Inline], face: Face, indent: i32, line: &mut i32, extent: &mut Extent) {
    for inline in text {
        match inline {
            Inline::Text(text) | Inline::Reference { label: text, .. } => {
                *line += face.width(text);
                for word in text.split([' ', '\n', '-']) {
                    let width = face.width(word) + indent;
                    extent.add(width, width, 0);
                }
            }
            Inline::Code(code) => {
                let width = CODE.width(code);
                *line += width;
                let torn = if code.len() <= SHORT_CODE { width } else { CODE.width("0.0000000000") };
                extent.add(torn + indent, width + indent, 0);
            }
            Inline::Emphasis(inner) => measure_inlines(inner, face, indent, line, extent),
            Inline::Strong(inner) => {
                measure_inlines(inner, Face { is_bold: true, ..face }, indent, line, extent);
            }
            Inline::Link { text, .. } => measure_inlines(text, face, indent, line, extent),
            Inline::Footnote { mark, .. } => *line += face.width(mark),
            Inline::LineBreak => {
                extent.add(0, 0, *line);
                *line = indent;
            }
        }
    }
}

impl Extent {
    /// Takes in something this wide, with the margins of its cell.
    fn add(&mut self, minimum: i32, whole: i32, maximum: i32) {
        // A little more than measured, so that what fits exactly does not break.
        let with_margins =
            |width: i32| if width == 0 { 0 } else { width + width / 50 + 2 * CELL_MARGIN + 10 };
        self.minimum = self.minimum.max(with_margins(minimum));
        self.whole = self.whole.max(with_margins(whole.max(minimum)));
        self.maximum = self.maximum.max(with_margins(maximum.max(whole)));
    }

    fn include(&mut self, other: &Self) {
        self.minimum = self.minimum.max(other.minimum);
        self.whole = self.whole.max(other.whole);
        self.maximum = self.maximum.max(other.maximum);
    }
}
