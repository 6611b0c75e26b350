//! Tables: merged cells, header rows that are repeated, columns as wide as what stands in them.

use crate::document::{Alignment, Block, Cell, Row, Table, TableNote};

use super::body::Body;
use super::columns::{self, Plan};
use super::place::Place;
use super::properties::{Border, Paragraph, Run, borders, shade};
use super::styles::{
    CELL_MARGIN, SMALL_TABLE_CODE, SMALL_TABLE_HEADING, SMALL_TABLE_TEXT, TABLE, TABLE_CODE, TABLE_GROUP,
    TABLE_HEADING, TABLE_NOTE, TABLE_TEXT,
};

/// What a cell is to its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// It stands in one of this many header rows, which is the last one or not.
    Header { rows: usize, is_last: bool },
    /// It is the heading of the rows below it.
    Group,
    /// It stands in any other row.
    Body,
}

/// A cell that reaches into rows below its own.
#[derive(Debug, Clone, Copy)]
struct Reach {
    rows: usize,
    columns: usize,
}

impl Body<'_> {
    /// A table with its caption and its notes.
    pub(super) fn table(&mut self, table: &Table) {
        self.keep(1800);
        if table.caption.is_empty() {
            self.separate_tables();
        }
        self.caption("Table", &table.number, &table.caption, &table.anchor, false);
        let columns = table.columns.len();
        if columns == 0 || table.header.is_empty() && table.body.is_empty() {
            return;
        }
        let planned = self.plan.take();
        let Plan { widths, is_small, .. } =
            planned.unwrap_or_else(|| columns::plan(table, self.width, self.look, false));
        self.is_small = is_small;
        self.table_begin(TABLE, &widths, !table.header.is_empty(), &table.caption);
        let mut reach = vec![None; columns];
        let rows = table.header.len();
        for (number, row) in table.header.iter().enumerate() {
            let is_last = number + 1 == rows;
            self.row(table, row, &widths, &mut reach, Part::Header { rows, is_last });
        }
        reach.fill(None);
        for row in &table.body {
            let part = if table.is_group(row) { Part::Group } else { Part::Body };
            self.row(table, row, &widths, &mut reach, part);
        }
        self.xml.close("w:tbl");
        self.keeps_off = true;
        self.notes(&table.notes);
    }

    /// Two tables without anything between them would become one.
    fn separate_tables(&mut self) {
        if self.keeps_off || self.breaks_page {
            self.paragraph(Paragraph { style: "SectionEnd", ..Paragraph::default() }, |_| {});
        }
    }

    /// The begin of a table: its look and its columns.
    pub(super) fn table_begin(&mut self, style: &str, widths: &[i32], has_header: bool, caption: &str) {
        let width: i32 = widths.iter().sum();
        let xml = &mut self.xml;
        xml.open("w:tbl", &[]);
        xml.open("w:tblPr", &[]);
        xml.value("w:tblStyle", style);
        xml.empty("w:tblW", &[("w:w", &width), ("w:type", &"dxa")]);
        xml.empty("w:tblLayout", &[("w:type", &"fixed")]);
        let (look, first_row) = if has_header { ("0620", 1) } else { ("0600", 0) };
        xml.empty(
            "w:tblLook",
            &[
                ("w:val", &look),
                ("w:firstRow", &first_row),
                ("w:lastRow", &0),
                ("w:firstColumn", &0),
                ("w:lastColumn", &0),
                ("w:noHBand", &1),
                ("w:noVBand", &1),
            ],
        );
        if !caption.is_empty() {
            xml.value("w:tblCaption", caption);
        }
        xml.close("w:tblPr");
        xml.open("w:tblGrid", &[]);
        for width in widths {
            xml.empty("w:gridCol", &[("w:w", width)]);
        }
        xml.close("w:tblGrid");
    }

    /// The properties of a row.
    pub(super) fn row_properties(&mut self, is_header: bool, is_whole: bool) {
        if is_header || is_whole {
            self.xml.open("w:trPr", &[]);
            self.xml.flag("w:cantSplit", is_whole);
            self.xml.flag("w:tblHeader", is_header);
            self.xml.close("w:trPr");
        }
    }

    fn row(&mut self, table: &Table, row: &Row, widths: &[i32], reach: &mut [Option<Reach>], part: Part) {
        let start = self.xml.len();
        let mut height = 0;
        let mut cells = row.cells.iter().peekable();
        let mut column = 0;
        while column < widths.len() {
            if let Some(Reach { rows, columns }) = reach[column] {
                let left = Reach { rows: rows - 1, columns };
                reach[column] = (left.rows > 0).then_some(left);
                self.covered_cell(&widths[column..column + columns], part);
                column += columns;
                continue;
            }
            while cells.next_if(|cell| cell.column < column).is_some() {}
            let cell = cells.next_if(|cell| cell.column == column);
            let next = cells.peek().map_or(widths.len(), |cell| cell.column);
            let free =
                (column..widths.len()).find(|at| *at > column && (reach[*at].is_some() || *at == next));
            let most = free.unwrap_or(widths.len()) - column;
            let columns = cell.map_or(most, |cell| cell.columns.clamp(1, most));
            if let Some(cell) = cell.filter(|cell| cell.rows > 1) {
                reach[column] = Some(Reach { rows: cell.rows - 1, columns });
            }
            let needed = self.cell(table, cell, &widths[column..column + columns], part);
            if cell.is_none_or(|cell| cell.rows <= 1) {
                height = height.max(needed);
            }
            column += columns;
        }
        let is_header = matches!(part, Part::Header { .. });
        let is_whole = is_header || height < self.page().text_height() / 3;
        self.enclose_row(start, is_header, is_whole);
        self.pages.take(height + 80);
    }

    /// Puts what has been written since `start` into a row; only now it is known how high it is.
    fn enclose_row(&mut self, start: usize, is_header: bool, is_whole: bool) {
        let cells = self.xml.cut(start);
        self.xml.open("w:tr", &[]);
        self.row_properties(is_header, is_whole);
        self.xml.raw(&cells);
        self.xml.close("w:tr");
    }

    /// The place of a cell that the cell above it covers.
    fn covered_cell(&mut self, widths: &[i32], part: Part) {
        self.xml.open("w:tc", &[]);
        self.cell_properties(widths, Some("continue"), part);
        self.xml.open("w:p", &[]);
        Paragraph { style: TABLE_TEXT, ..Paragraph::default() }.write(&mut self.xml);
        self.xml.close("w:p");
        self.xml.close("w:tc");
    }

    /// A cell, and how high its content is.
    fn cell(&mut self, table: &Table, cell: Option<&Cell>, widths: &[i32], part: Part) -> i32 {
        self.xml.open("w:tc", &[]);
        let merge = cell.filter(|cell| cell.rows > 1).map(|_| "restart");
        self.cell_properties(widths, merge, part);
        let width: i32 = widths.iter().sum();
        let outer = std::mem::replace(&mut self.width, (width - 2 * CELL_MARGIN).max(200));
        self.cell = Some(0);
        let content = cell.map_or(&[][..], |cell| &cell.content[..]);
        let place = place(table, cell, part, self.is_small);
        match content {
            [] if part == Part::Body && cell.is_some() => {
                let quiet = Run { colour: Some(self.look.quiet), ..Run::default() };
                self.paragraph(place.paragraph(), |body| body.run("–", quiet));
            }
            [] => self.paragraph(place.paragraph(), |_| {}),
            [
                Block::Paragraph(_) | Block::List(_) | Block::Code(_) | Block::Quote(_) | Block::Note(_),
                ..,
            ] => {
                self.blocks(content, place);
            }
            _ => {
                let text = cell.map(Cell::running_text).unwrap_or_default();
                self.paragraph(place.paragraph(), |body| body.inlines(&text, TABLE_CODE));
            }
        }
        self.width = outer;
        self.xml.close("w:tc");
        self.cell.take().unwrap_or(0)
    }

    fn cell_properties(&mut self, widths: &[i32], merge: Option<&str>, part: Part) {
        let width: i32 = widths.iter().sum();
        let xml = &mut self.xml;
        xml.open("w:tcPr", &[]);
        xml.empty("w:tcW", &[("w:w", &width), ("w:type", &"dxa")]);
        if widths.len() > 1 {
            xml.value("w:gridSpan", widths.len());
        }
        match merge {
            Some("restart") => xml.value("w:vMerge", "restart"),
            Some(_) => xml.empty("w:vMerge", &[]),
            None => {}
        }
        let line = |side, colour, width| Border { side, width, space: 0, colour };
        match part {
            // The style of the table knows the first row only.
            Part::Header { rows, is_last } if rows > 1 => {
                let bottom = if is_last {
                    line("bottom", self.look.edge, 6)
                } else {
                    line("bottom", self.look.line, 4)
                };
                borders(xml, "w:tcBorders", &[bottom]);
                shade(xml, Some(self.look.tint));
            }
            Part::Group => borders(xml, "w:tcBorders", &[line("bottom", self.look.edge, 4)]),
            _ => {}
        }
        if matches!(part, Part::Header { .. }) {
            xml.value("w:vAlign", "bottom");
        }
        xml.close("w:tcPr");
    }

    /// The notes below a table.
    fn notes(&mut self, notes: &[TableNote]) {
        for note in notes {
            let (first, rest) = match &note.content[..] {
                [Block::Paragraph(text), rest @ ..] => (&text[..], rest),
                rest => (&[][..], rest),
            };
            let place = Place { style: TABLE_NOTE, ..Place::CELL };
            self.paragraph(place.paragraph(), |body| {
                body.bookmarked(&note.anchor, |body| {
                    body.run(&note.mark, Run { raised: true, ..Run::default() });
                });
                body.tab();
                body.inlines(first, place.code);
            });
            self.blocks(rest, place);
        }
        self.keeps_off = true;
    }
}

/// What follows for the paragraphs of a cell.
fn place(table: &Table, cell: Option<&Cell>, part: Part, is_small: bool) -> Place {
    let column = cell.and_then(|cell| table.columns.get(cell.column));
    let alignment = match column.map(|column| column.alignment) {
        Some(Alignment::Center) => Some("center"),
        Some(Alignment::End) => Some("right"),
        _ => None,
    };
    match part {
        Part::Header { .. } => {
            let spans = cell.is_some_and(|cell| cell.columns > 1);
            Place {
                style: if is_small { SMALL_TABLE_HEADING } else { TABLE_HEADING },
                alignment: if spans { Some("center") } else { alignment },
                ..Place::CELL
            }
        }
        Part::Group => Place { style: TABLE_GROUP, ..Place::CELL },
        Part::Body if is_small => {
            Place { alignment, style: SMALL_TABLE_TEXT, code: SMALL_TABLE_CODE, ..Place::CELL }
        }
        Part::Body => Place { alignment, ..Place::CELL },
    }
}
