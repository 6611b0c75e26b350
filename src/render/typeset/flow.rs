//! Blocks, one below the other.

use crate::config::Paper;
use crate::document::{Alignment, Block, Inline, Table, plain_text};

use super::Setter;
use super::font::Style;
use super::page::{Colour, text_area};
use super::paragraph::{Extent, Line, Paragraph, TextStyle};
use super::strip::{Break, Galley, Strip};
use super::structure::{NodeId, Role, Structure};

/// How running text is set.
pub(super) const BODY: TextStyle = TextStyle {
    face: Style { is_code: false, is_bold: false, is_italic: false },
    size: 10.0,
    colour: Colour(0x1a, 0x1a, 0x1a),
    leading: 1.4,
    alignment: Alignment::Start,
    is_hyphenated: true,
};

/// A block that is shaped but has no width yet.
#[derive(Debug, Clone)]
pub(super) enum Prepared<'d> {
    /// Running text.
    Text(Paragraph),
    /// A table; its cells are prepared when it is set.
    Table(&'d Table, TextStyle, NodeId),
}

impl Prepared<'_> {
    /// How wide it is; a table takes what it gets.
    pub(super) fn extent(&self) -> Extent {
        match self {
            Self::Text(paragraph) => paragraph.extent(),
            Self::Table(..) => Extent::default(),
        }
    }
}

impl<'d> Setter<'d> {
    /// The content of the document as galleys for the text area of `paper`.
    pub(super) fn galleys(&mut self, paper: Paper) -> Vec<Galley> {
        let (width, _) = text_area(paper, false);
        let document = self.document;
        let prepared = self.prepare(&document.blocks, BODY, Structure::ROOT);
        prepared.into_iter().map(|block| self.set(block, width)).collect()
    }

    /// Shapes blocks; what they say becomes children of `owner`.
    pub(super) fn prepare(
        &mut self,
        blocks: &'d [Block],
        style: TextStyle,
        owner: NodeId,
    ) -> Vec<Prepared<'d>> {
        blocks.iter().filter_map(|block| self.prepare_block(block, style, owner)).collect()
    }

    fn prepare_block(&mut self, block: &'d Block, style: TextStyle, owner: NodeId) -> Option<Prepared<'d>> {
        match block {
            Block::Paragraph(text) => Some(self.prepare_text(text, style, Role::Paragraph, owner)),
            Block::Heading(heading) => {
                let role = Role::Heading(heading.level, plain_text(&heading.title));
                Some(self.prepare_text(&heading.title, style, role, owner))
            }
            Block::Table(table) => Some(Prepared::Table(table, style, owner)),
            _ => None,
        }
    }

    fn prepare_text(&mut self, text: &[Inline], style: TextStyle, role: Role, owner: NodeId) -> Prepared<'d> {
        let owner = self.structure.add(owner, role);
        Prepared::Text(self.paragraph(text, style, owner))
    }

    /// Gives a block its width.
    pub(super) fn set(&mut self, block: Prepared<'d>, width: f32) -> Galley {
        match block {
            Prepared::Text(paragraph) => {
                let lines = paragraph.lines(width);
                let last = lines.len().saturating_sub(1);
                let strip = |(place, line): (usize, Line)| {
                    // Neither the first nor the last line stands alone.
                    let stands_alone = place < last && (place == 0 || place + 2 > last);
                    let after = if stands_alone { Break::Forbidden } else { Break::Good };
                    Strip { height: line.height, marks: line.marks, after, ..Strip::default() }
                };
                let strips = lines.into_iter().enumerate().map(strip).collect();
                Galley { space_before: 6.0, strips, ..Galley::default() }
            }
            Prepared::Table(table, style, owner) => self.table(table, style, width, owner),
        }
    }
}
