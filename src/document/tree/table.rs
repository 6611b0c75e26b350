//! Tables.

use std::borrow::Cow;

use crate::document::lines::{joined, lines_of};

use super::{Block, Inline, Numbering, plain_text};

/// A table with merged cells, as PS3.2 has them (Table A.4.2-7 for example).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The number such as `4.2-7`; empty where the table has none.
    pub number: String,
    /// The address inside the document; empty for a table that has neither caption nor id.
    pub anchor: String,
    /// The caption as plain text; empty where there is none.
    pub caption: String,
    /// How the table comes by its number.
    pub numbering: Numbering,
    /// One entry for each column.
    pub columns: Vec<Column>,
    /// The header rows, repeated on every page.
    pub header: Vec<Row>,
    /// The other rows.
    pub body: Vec<Row>,
    /// How many columns at the left name their row.
    pub row_headers: usize,
    /// The notes below the table, in the order of their marks.
    pub notes: Vec<TableNote>,
}

impl Table {
    /// Whether `row` is one cell over all columns: the heading of the rows below it, as in Table A.1-1.
    pub fn is_group(&self, row: &Row) -> bool {
        self.columns.len() > 1
            && matches!(&row.cells[..], [only] if only.columns == self.columns.len() && only.rows == 1)
    }
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Column {
    /// How its text is aligned.
    pub alignment: Alignment,
    /// Its share of the width in hundredths, where the author gave one.
    pub width: Option<u8>,
}

/// How text is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Alignment {
    /// At the start of the line.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// At the end of the line.
    End,
}

/// A row of a table: the cells that begin in it. A cell merged with one above stands in the upper row only.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// The cells, from the left.
    pub cells: Vec<Cell>,
}

/// A cell, perhaps merged over several rows and columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The column it begins in, from 0.
    pub column: usize,
    /// How many rows it covers, at least 1.
    pub rows: usize,
    /// How many columns it covers, at least 1.
    pub columns: usize,
    /// What it says: nothing, mostly one paragraph, in which [`Inline::LineBreak`] separates lines, or several
    /// paragraphs, lists and code. Tables and figures do not stand in cells.
    pub content: Vec<Block>,
}

impl Cell {
    /// The text of the cell without any markup, what stands on lines of its own separated by spaces.
    pub fn plain_text(&self) -> String {
        plain_text(&self.running_text())
    }

    /// The cell as running text for formats whose cells hold no more than lines: see [`lines_of`].
    pub fn running_text(&self) -> Cow<'_, [Inline]> {
        match self.paragraph() {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(joined(lines_of(&self.content))),
        }
    }

    /// The one paragraph the cell is, if it is no more; an empty cell is an empty paragraph.
    pub fn paragraph(&self) -> Option<&[Inline]> {
        match &self.content[..] {
            [] => Some(&[]),
            [Block::Paragraph(text)] => Some(text),
            _ => None,
        }
    }
}

/// A note below a table, to which marks in its cells lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableNote {
    /// The mark: `a`, `b` … in the order in which the cells use the notes.
    pub mark: String,
    /// The address inside the document.
    pub anchor: String,
    /// What it says.
    pub content: Vec<Block>,
}
