//! Blocks, one below the other.

mod aside;
mod contents;
mod cover;
mod drawing;
mod figure;
mod items;
mod sections;

use crate::document::{Alignment, Block, Inline, Table, plain_text};

use super::Setter;
use super::font::Style;
use super::page::{Colour, Ink, Mark};
use super::paragraph::{Extent, Line, Paragraph, TextStyle};
use super::strip::{Break, Galley, Strip};
use super::structure::{NodeId, Role};

use aside::Aside;
use figure::FigureBlock;
use items::Items;

pub(super) use sections::Flow;

/// How running text is set.
pub(super) const BODY: TextStyle = TextStyle {
    face: Style { is_code: false, is_bold: false, is_italic: false },
    size: 10.0,
    colour: TEXT,
    leading: 1.4,
    alignment: Alignment::Start,
    is_hyphenated: true,
};

/// The colour of text.
const TEXT: Colour = Colour(0x1c, 0x21, 0x27);

/// The colour of what is less important.
const QUIET: Colour = Colour(0x56, 0x60, 0x6b);

/// The colour of thin lines.
const LINE: Colour = Colour(0xd5, 0xda, 0xe0);

/// A light tint.
const TINT: Colour = Colour(0xf2, 0xf4, 0xf7);

/// The colour of warnings.
const ALERT: Colour = Colour(0x9a, 0x34, 0x12);

/// The accent where branding asks for no other.
const ACCENT: Colour = Colour(0x2b, 0x5c, 0x8a);

/// A block that is shaped but has no width yet.
#[derive(Debug, Clone)]
pub(super) enum Prepared<'d> {
    /// Running text, and the gap above it.
    Text(Paragraph, f32),
    /// A table; its cells are prepared when it is set.
    Table(&'d Table, TextStyle, NodeId),
    /// A list, or a list of terms.
    Items(Items<'d>),
    /// Something that is set off from the text around it.
    Aside(Aside<'d>),
    /// A figure.
    Figure(FigureBlock<'d>),
    /// A line between two thoughts.
    Rule(f32),
}

impl Prepared<'_> {
    /// How wide it is; a table takes what it gets.
    pub(super) fn extent(&self) -> Extent {
        match self {
            Self::Text(paragraph, _) => paragraph.extent(),
            Self::Items(items) => items.extent(),
            Self::Aside(aside) => aside.extent(),
            Self::Figure(figure) => figure.extent(),
            Self::Table(..) | Self::Rule(_) => Extent::default(),
        }
    }
}

impl<'d> Setter<'d> {
    /// Shapes blocks; what they say becomes children of `owner`.
    pub(super) fn prepare(
        &mut self,
        blocks: &'d [Block],
        style: TextStyle,
        owner: NodeId,
    ) -> Vec<Prepared<'d>> {
        blocks.iter().filter_map(|block| self.prepare_block(block, style, owner)).collect()
    }

    /// Shapes a block. What stands for itself on a page, such as a cover, is nothing here.
    fn prepare_block(&mut self, block: &'d Block, style: TextStyle, owner: NodeId) -> Option<Prepared<'d>> {
        Some(match block {
            Block::Paragraph(text) => self.prepare_text(text, style, Role::Paragraph, owner),
            Block::Heading(heading) => {
                let role = Role::Heading(heading.level, plain_text(&heading.title));
                let face = Style { is_bold: true, ..style.face };
                self.prepare_text(&heading.title, TextStyle { face, ..style }, role, owner)
            }
            Block::Table(table) => Prepared::Table(table, style, owner),
            Block::List(list) => Prepared::Items(self.prepare_list(list, style, owner)),
            Block::Definitions(definitions) => {
                Prepared::Items(self.prepare_definitions(definitions, style, owner))
            }
            Block::Code(code) => Prepared::Aside(self.prepare_code(code, style, owner)),
            Block::Quote(inner) => Prepared::Aside(self.prepare_quote(inner, style, owner)),
            Block::Note(note) => Prepared::Aside(self.prepare_note(note, style, owner)),
            Block::Figure(figure) => Prepared::Figure(self.prepare_figure(figure, style, owner)),
            Block::Rule => Prepared::Rule(style.size),
            Block::Cover(_)
            | Block::Contents
            | Block::ListOfTables
            | Block::ListOfFigures
            | Block::PageBreak => return None,
        })
    }

    fn prepare_text(&mut self, text: &[Inline], style: TextStyle, role: Role, owner: NodeId) -> Prepared<'d> {
        let owner = self.structure.add(owner, role);
        Prepared::Text(self.paragraph(text, style, owner), 0.7 * style.size)
    }

    /// Gives a block its width.
    pub(super) fn set(&mut self, block: Prepared<'d>, width: f32) -> Galley {
        match block {
            Prepared::Text(paragraph, space_before) => {
                Galley { space_before, strips: line_strips(paragraph.lines(width)), ..Galley::default() }
            }
            Prepared::Table(table, style, owner) => self.table(table, style, width, owner),
            Prepared::Items(items) => self.set_items(items, width),
            Prepared::Aside(aside) => self.set_aside(aside, width),
            Prepared::Figure(figure) => self.set_figure(&figure, width),
            Prepared::Rule(size) => {
                let ink = Ink::Area { width, height: 0.5, colour: LINE };
                let marks = vec![Mark { x: 0.0, y: 0.0, owner: None, ink }];
                let strips = vec![Strip { height: 0.5, marks, ..Strip::default() }];
                Galley { space_before: 1.2 * size, space_after: 1.2 * size, strips, ..Galley::default() }
            }
        }
    }

    /// Gives blocks their width, one below the other.
    fn stack(&mut self, blocks: Vec<Prepared<'d>>, width: f32) -> Vec<Strip> {
        let mut strips: Vec<Strip> = Vec::new();
        let mut space_after = 0.0_f32;
        for block in blocks {
            let galley = self.set(block, width);
            let gap = galley.space_before.max(space_after);
            if !strips.is_empty() && gap > 0.0 {
                strips.push(Strip::gap(gap));
            }
            space_after = galley.space_after;
            strips.extend(galley.strips);
        }
        strips
    }
}

/// Lines of a text: neither the first nor the last stands alone on a page.
fn line_strips(lines: Vec<Line>) -> Vec<Strip> {
    let last = lines.len().saturating_sub(1);
    let strip = |(place, line): (usize, Line)| {
        let stands_alone = place < last && (place == 0 || place + 2 > last);
        let after = if stands_alone { Break::Forbidden } else { Break::Good };
        Strip { height: line.height, marks: line.marks, after, ..Strip::default() }
    };
    lines.into_iter().enumerate().map(strip).collect()
}

/// Two columns that begin at the same height: the left one stays on the page of what is beside it.
fn beside(left: Vec<Line>, mut right: Vec<Strip>, indent: f32) -> Vec<Strip> {
    for strip in &mut right {
        strip.shift(indent, 0.0);
    }
    let (mut marks, mut height) = (Vec::new(), 0.0);
    for line in left {
        marks.extend(line.marks.into_iter().map(|mark| mark.moved(0.0, height)));
        height += line.height;
    }
    if right.is_empty() {
        right.push(Strip::default());
    }
    let mut below = 0.0;
    for strip in &mut right {
        below += strip.height;
        if below + 0.01 < height {
            strip.after = Break::Forbidden;
        }
    }
    if let Some(last) = right.last_mut() {
        last.after = Break::Good;
        last.height += (height - below).max(0.0);
    }
    if let Some(first) = right.first_mut() {
        marks.append(&mut first.marks);
        first.marks = marks;
    }
    right
}

/// The wider one of two.
fn widest(one: Extent, other: Extent) -> Extent {
    Extent {
        minimum: one.minimum.max(other.minimum),
        whole: one.whole.max(other.whole),
        maximum: one.maximum.max(other.maximum),
        ..one
    }
}

/// With room for something beside it.
fn indented(extent: Extent, indent: f32) -> Extent {
    Extent {
        minimum: extent.minimum + indent,
        whole: extent.whole + indent,
        maximum: extent.maximum + indent,
        ..extent
    }
}

/// How wide blocks are that stand one below the other.
fn stacked(blocks: &[Prepared]) -> Extent {
    blocks.iter().map(Prepared::extent).fold(Extent::default(), widest)
}
