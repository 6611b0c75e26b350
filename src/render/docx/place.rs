//! `Place`: where a block stands, and what follows from that for its paragraphs.

use super::properties::{Indent, Paragraph};
use super::styles;

/// Where a block stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// The style of its paragraphs.
    pub(super) style: &'static str,
    /// The style of codes in them.
    pub(super) code: &'static str,
    /// Whether it stands in or below a table.
    pub(super) in_table: bool,
    /// How many lists it stands in.
    pub(super) depth: u8,
    /// How far everything is moved in, where that is not what the style says.
    pub(super) indent: Option<i32>,
    /// How its text is aligned.
    pub(super) alignment: Option<&'static str>,
}

impl Place {
    /// The text of the document.
    pub(super) const BODY: Self = Self {
        style: styles::BODY,
        code: styles::INLINE_CODE,
        in_table: false,
        depth: 0,
        indent: None,
        alignment: None,
    };

    /// A cell of a table.
    pub(super) const CELL: Self =
        Self { style: styles::TABLE_TEXT, code: styles::TABLE_CODE, in_table: true, ..Self::BODY };

    /// A paragraph here.
    pub(super) fn paragraph(&self) -> Paragraph<'static> {
        Paragraph {
            style: self.style,
            indent: self.indent.map(|left| Indent::left(left, 0)),
            alignment: self.alignment,
            ..Paragraph::default()
        }
    }
}
