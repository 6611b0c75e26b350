//! What the cells of a table hold, shaped and measured.

use std::ops::Range;
use std::sync::LazyLock;

use crate::document::{Alignment, Block, Cell, Inline, Row, Table};
use crate::render::typeset::Setter;
use crate::render::typeset::flow::Prepared;
use crate::render::typeset::paragraph::{Extent, TextStyle};
use crate::render::typeset::structure::{NodeId, Role, Scope, Spans};

use super::columns::{Columns, Need};
use super::{PADDING, QUIET};

/// From base line to base line, as a share of the size.
const LEADING: f32 = 1.3;

/// What an empty cell shows: nothing is stated.
static NOTHING: LazyLock<Vec<Block>> =
    LazyLock::new(|| vec![Block::Paragraph(vec![Inline::Text("–".to_owned())])]);

/// What a cell is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It names its column or columns.
    Head,
    /// It names the rows below it.
    Group,
    /// It names its row.
    RowHead,
    /// It says something.
    Body,
}

/// A cell, shaped.
#[derive(Debug)]
pub(super) struct Content<'d> {
    pub(super) kind: Kind,
    pub(super) columns: Range<usize>,
    /// The rows it covers, those of the header counted first.
    pub(super) rows: Range<usize>,
    pub(super) blocks: Vec<Prepared<'d>>,
}

impl Content<'_> {
    fn extent(&self) -> Extent {
        let mut all = Extent::default();
        for extent in self.blocks.iter().map(Prepared::extent) {
            all.minimum = all.minimum.max(extent.minimum);
            all.whole = all.whole.max(extent.whole);
            all.maximum = all.maximum.max(extent.maximum);
            all.length += extent.length;
            all.lines += extent.lines;
        }
        all
    }
}

/// What the columns need for these cells.
pub(super) fn needs(table: &Table, contents: &[Content<'_>]) -> Columns {
    let need = |content: &Content<'_>| Need {
        columns: content.columns.clone(),
        rows: content.rows.clone(),
        extent: content.extent(),
    };
    let wish = |width: Option<u8>| width.map(|hundredths| f32::from(hundredths) / 100.0);
    let wishes = table.columns.iter().map(|column| wish(column.width)).collect();
    Columns::new(contents.iter().map(need).collect(), wishes, 2.0 * PADDING)
}

/// How text is set in the tables of a document.
#[derive(Debug, Clone, Copy)]
pub(super) struct CellStyle {
    /// The style around the table.
    pub(super) around: TextStyle,
    /// The size of the text.
    pub(super) size: f32,
    /// Whether words may be hyphenated.
    pub(super) is_hyphenated: bool,
}

impl CellStyle {
    fn of(self, kind: Kind, alignment: Alignment) -> TextStyle {
        let mut style = TextStyle {
            size: self.size,
            leading: LEADING,
            alignment,
            is_hyphenated: self.is_hyphenated,
            ..self.around
        };
        style.face.is_bold |= matches!(kind, Kind::Head | Kind::Group);
        style
    }
}

impl<'d> Setter<'d> {
    /// Shapes the cells of `table`, which become parts of `node`.
    pub(super) fn contents(&mut self, table: &'d Table, style: CellStyle, node: NodeId) -> Vec<Content<'d>> {
        let mut contents = Vec::new();
        for (rows, role) in [(&table.header, Role::TableHead), (&table.body, Role::TableBody)] {
            if rows.is_empty() {
                continue;
            }
            let is_head = role == Role::TableHead;
            let part = self.structure.add(node, role);
            let first = if is_head { 0 } else { table.header.len() };
            for (row, cells) in rows.iter().enumerate() {
                let row_node = self.structure.add(part, Role::Row);
                for cell in &cells.cells {
                    let kind = kind(table, cells, cell, is_head);
                    let end = (row + cell.rows.max(1)).min(rows.len());
                    let place = first + row..first + end;
                    contents.extend(self.content(table, cell, kind, place, style, row_node));
                }
            }
        }
        contents
    }

    fn content(
        &mut self,
        table: &'d Table,
        cell: &'d Cell,
        kind: Kind,
        rows: Range<usize>,
        style: CellStyle,
        row: NodeId,
    ) -> Option<Content<'d>> {
        let columns = cell.column..(cell.column + cell.columns.max(1)).min(table.columns.len());
        let alignment = table.columns.get(cell.column)?.alignment;
        let alignment = match kind {
            Kind::Head if columns.len() > 1 => Alignment::Center,
            Kind::Group => Alignment::Start,
            _ => alignment,
        };
        let spans = Spans { rows: rows.len(), columns: columns.len() };
        let role = match kind {
            Kind::Head => Role::HeaderCell(Scope::Column, spans),
            Kind::Group | Kind::RowHead => Role::HeaderCell(Scope::Row, spans),
            Kind::Body => Role::Cell(spans),
        };
        let node = self.structure.add(row, role);
        let mut style = style.of(kind, alignment);
        let blocks = if cell.content.is_empty() && kind == Kind::Body {
            style.colour = QUIET;
            self.prepare(&NOTHING, style, node)
        } else {
            self.prepare(&cell.content, style, node)
        };
        Some(Content { kind, columns, rows, blocks })
    }
}

fn kind(table: &Table, row: &Row, cell: &Cell, is_head: bool) -> Kind {
    if is_head {
        Kind::Head
    } else if table.is_group(row) {
        Kind::Group
    } else if cell.column < table.row_headers {
        Kind::RowHead
    } else {
        Kind::Body
    }
}
