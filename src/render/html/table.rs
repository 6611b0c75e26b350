//! Tables with real merged cells, in a frame of their own that scrolls.

use std::fmt::Write as _;

use crate::document::{Alignment, Block, Cell, Inline, Row, Table};

use super::Page;
use super::escape::escaped;

/// Tables with fewer columns fit any screen.
const WIDE: usize = 4;

/// A page of a site whose tables have more rows than that in all would keep a browser busy for long.
const MANY: usize = 5000;

/// So many rows a table of such a page has at most to stand in it as it is.
const FEW: usize = 200;

/// Whether the tables of a page have more rows than a browser lays out at once.
pub(super) fn are_many(blocks: &[Block]) -> bool {
    let rows = |block: &Block| if let Block::Table(table) = block { table.body.len() } else { 0 };
    blocks.iter().map(rows).sum::<usize>() > MANY
}

impl<'d> Page<'d> {
    /// A table.
    pub(super) fn table(&mut self, table: &'d Table) {
        self.explained.clear();
        let anchor = escaped(&table.anchor);
        let id = if anchor.is_empty() { String::new() } else { format!(" id=\"{anchor}\"") };
        // What a script reads row by row is text to a browser that runs it, and the table itself to one that does not.
        let [before, after] = if self.is_deferred(table) { ["<noscript>", "</noscript>"] } else { [""; 2] };
        if table.columns.len() >= WIDE {
            // Only what scrolls is a stop for the keyboard.
            let name = if table.caption.is_empty() {
                "aria-label=\"Table\"".to_owned()
            } else {
                format!("aria-labelledby=\"_c-{anchor}\"")
            };
            let _ = writeln!(self.out, "<div class=\"frame\" role=\"region\" {name} tabindex=\"0\">{before}");
            let columns = table.columns.len();
            let _ = write!(self.out, "<table{id} class=\"wide\" style=\"--columns:{columns}\"");
        } else {
            let _ = write!(self.out, "<div class=\"frame\">{before}\n<table{id}");
        }
        self.raw(">\n");
        self.caption(table);
        self.column_widths(table);
        if !table.header.is_empty() {
            self.raw("<thead>\n");
            table.header.iter().for_each(|row| self.header_row(table, row));
            self.raw("</thead>\n");
        }
        self.bodies(table);
        let _ = writeln!(self.out, "</table>{after}\n</div>");
        self.notes(table);
        self.explained.clear();
        self.marked.clear();
    }

    /// Whether the script of the page makes the rows of a table when they are looked at.
    fn is_deferred(&self, table: &Table) -> bool {
        let is_line = |cell: &Cell| {
            cell.rows == 1 && cell.columns == 1 && (cell.content.is_empty() || cell.paragraph().is_some())
        };
        self.has_many_rows
            && table.body.len() > FEW
            && table.body.iter().all(|row| !table.is_group(row) && row.cells.iter().all(is_line))
    }

    /// The footnotes, each with a way back to its first mark.
    fn notes(&mut self, table: &'d Table) {
        if table.notes.is_empty() {
            return;
        }
        self.raw("<div class=\"notes\">\n");
        for note in &table.notes {
            let (anchor, mark) = (escaped(&note.anchor), escaped(&note.mark));
            let _ = write!(self.out, "<div id=\"{anchor}\" role=\"doc-footnote\"><sup>");
            let _ = if self.marked.contains(note.anchor.as_str()) {
                write!(
                    self.out,
                    "<a href=\"#_m-{anchor}\" role=\"doc-backlink\" aria-label=\"Note {mark}, back to the table\">{mark}</a>"
                )
            } else {
                write!(self.out, "{mark}")
            };
            self.raw("</sup><div>");
            self.tight(&note.content);
            self.raw("</div></div>\n");
        }
        self.raw("</div>\n");
    }

    fn caption(&mut self, table: &Table) {
        if table.caption.is_empty() {
            return;
        }
        let (anchor, caption) = (escaped(&table.anchor), escaped(&table.caption));
        let _ = write!(self.out, "<caption id=\"_c-{anchor}\"><span>");
        if !table.number.is_empty() {
            let _ = write!(self.out, "<b>Table&nbsp;{}</b> ", escaped(&table.number));
        }
        let _ = writeln!(
            self.out,
            "{caption}<a class=\"permalink\" href=\"#{anchor}\" aria-label=\"Link to this table\"></a></span></caption>"
        );
    }

    fn column_widths(&mut self, table: &Table) {
        if table.columns.iter().all(|column| column.width.is_none()) {
            return;
        }
        self.raw("<colgroup>");
        for column in &table.columns {
            let _ = match column.width {
                Some(width) => write!(self.out, "<col style=\"width:{width}%\">"),
                None => write!(self.out, "<col>"),
            };
        }
        self.raw("</colgroup>\n");
    }

    fn header_row(&mut self, table: &'d Table, row: &'d Row) {
        self.raw("<tr>");
        for cell in &row.cells {
            let scope = if cell.columns > 1 { "colgroup" } else { "col" };
            self.cell("th", &format!(" scope=\"{scope}\""), table, cell);
        }
        self.raw("</tr>\n");
    }

    /// The rows; each heading row begins a group of its own.
    fn bodies(&mut self, table: &'d Table) {
        self.raw("<tbody>\n");
        for (index, row) in table.body.iter().enumerate() {
            if table.is_group(row) {
                self.raw(if index == 0 { "" } else { "</tbody>\n<tbody>\n" });
                let _ = write!(
                    self.out,
                    "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"{}\"><span>",
                    table.columns.len()
                );
                row.cells.iter().for_each(|cell| self.tight(&cell.content));
                self.raw("</span></th>");
            } else {
                self.raw("<tr>");
                row.cells.iter().for_each(|cell| self.body_cell(table, cell));
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n");
    }

    fn body_cell(&mut self, table: &'d Table, cell: &'d Cell) {
        if cell.column >= table.row_headers {
            self.cell("td", "", table, cell);
        } else {
            let scope = if cell.rows > 1 { "rowgroup" } else { "row" };
            self.cell("th", &format!(" scope=\"{scope}\""), table, cell);
        }
    }

    fn cell(&mut self, name: &str, attributes: &str, table: &Table, cell: &'d Cell) {
        let _ = write!(self.out, "<{name}{attributes}");
        if cell.rows > 1 {
            let _ = write!(self.out, " rowspan=\"{}\"", cell.rows);
        }
        if cell.columns > 1 {
            let _ = write!(self.out, " colspan=\"{}\"", cell.columns);
        }
        self.cell_class(table, cell);
        self.raw(">");
        if cell.content.is_empty() && name == "td" {
            self.raw("<span class=\"none\" title=\"nothing is stated\">–</span>");
        }
        self.tight(&cell.content);
        let _ = write!(self.out, "</{name}>");
    }

    fn cell_class(&mut self, table: &Table, cell: &Cell) {
        let mut classes = Vec::new();
        if cell.column == 0 && cell.columns == 1 && table.columns.len() >= WIDE {
            classes.push("first");
        }
        match table.columns.get(cell.column).map(|column| column.alignment) {
            Some(Alignment::Center) => classes.push("center"),
            Some(Alignment::End) => classes.push("end"),
            _ => {}
        }
        let is_break = |inline: &Inline| matches!(inline, Inline::LineBreak);
        if cell.paragraph().is_some_and(|text| text.iter().any(is_break)) {
            classes.push("lines");
        }
        if !classes.is_empty() {
            let _ = write!(self.out, " class=\"{}\"", classes.join(" "));
        }
    }
}
