//! Lists, and lists of terms: marks in a column of their own.

use crate::document::{Alignment, Block, Definition, Inline, List};
use crate::render::typeset::Setter;
use crate::render::typeset::font::Style;
use crate::render::typeset::paragraph::{Extent, Paragraph, TextStyle};
use crate::render::typeset::strip::{Galley, Strip};
use crate::render::typeset::structure::{ListKind, NodeId, Role};

use super::{Prepared, beside, indented, stacked, widest};

/// Items with their marks or terms, not yet set.
#[derive(Debug, Clone)]
pub(in crate::render::typeset) struct Items<'d> {
    rows: Vec<(Paragraph, Vec<Prepared<'d>>)>,
    column: Column,
    /// The gap above an item.
    gap: f32,
    /// The gap above the list.
    space: f32,
}

/// The column of marks or terms.
#[derive(Debug, Clone, Copy)]
enum Column {
    /// As wide as this; the marks at its left.
    Marks(f32),
    /// As wide as the terms, within reason.
    Terms(f32),
}

impl Items<'_> {
    pub(super) fn extent(&self) -> Extent {
        let blocks = self.rows.iter().map(|(_, blocks)| stacked(blocks)).fold(Extent::default(), widest);
        match self.column {
            Column::Marks(width) => indented(blocks, width),
            Column::Terms(size) => {
                let terms = self.rows.iter().map(|(term, _)| term.extent());
                let terms = indented(terms.fold(Extent::default(), widest), size);
                Extent {
                    minimum: blocks.minimum + terms.minimum,
                    whole: blocks.whole + terms.whole,
                    maximum: blocks.maximum + terms.maximum,
                    ..blocks
                }
            }
        }
    }

    /// How wide the column is in a list of this width.
    fn column_width(&self, width: f32) -> f32 {
        match self.column {
            Column::Marks(column) => column.min(0.5 * width),
            Column::Terms(size) => {
                let widest = self.rows.iter().map(|(term, _)| term.extent().maximum).fold(0.0, f32::max);
                (widest + 1.4 * size).clamp(5.0 * size, (0.34 * width).max(5.0 * size)).min(0.5 * width)
            }
        }
    }
}

impl<'d> Setter<'d> {
    pub(super) fn prepare_list(&mut self, list: &'d List, style: TextStyle, owner: NodeId) -> Items<'d> {
        let style = TextStyle { alignment: Alignment::Start, ..style };
        let kind = if list.start.is_some() { ListKind::Numbers } else { ListKind::Bullets };
        let node = self.structure.add(owner, Role::List(kind));
        let mut items = Vec::with_capacity(list.items.len());
        for (place, item) in list.items.iter().enumerate() {
            let number = list.start.map(|start| start.saturating_add(place as u64));
            let mark = number.map_or_else(|| "\u{2022}".to_owned(), |number| format!("{number}."));
            items.push(self.prepare_item(&mark, item, style, node));
        }
        let widest = items.iter().map(|(mark, _)| mark.extent().maximum).fold(0.0, f32::max);
        let column =
            (widest + 0.6 * style.size).max(if list.start.is_some() { 1.8 } else { 1.3 } * style.size);
        let is_tight = list.items.iter().all(|item| is_tight(item));
        let gap = if is_tight { 0.2 } else { 0.5 } * style.size;
        Items { rows: items, column: Column::Marks(column), gap, space: 0.5 * style.size }
    }

    fn prepare_item(
        &mut self,
        mark: &str,
        blocks: &'d [Block],
        style: TextStyle,
        list: NodeId,
    ) -> (Paragraph, Vec<Prepared<'d>>) {
        let item = self.structure.add(list, Role::Item);
        let label = self.structure.add(item, Role::Label);
        let label = self.paragraph(&[Inline::Text(mark.to_owned())], plain(style), label);
        let body = self.structure.add(item, Role::ItemBody);
        (label, self.prepare(blocks, style, body))
    }

    pub(super) fn prepare_definitions(
        &mut self,
        definitions: &'d [Definition],
        style: TextStyle,
        owner: NodeId,
    ) -> Items<'d> {
        let style = TextStyle { alignment: Alignment::Start, ..style };
        let node = self.structure.add(owner, Role::List(ListKind::Terms));
        let mut items = Vec::with_capacity(definitions.len());
        for definition in definitions {
            let item = self.structure.add(node, Role::Item);
            let label = self.structure.add(item, Role::Label);
            let face = Style { is_bold: true, ..style.face };
            let style = TextStyle { is_hyphenated: false, ..style };
            let term = self.paragraph(&definition.term, TextStyle { face, ..style }, label);
            let body = self.structure.add(item, Role::ItemBody);
            items.push((term, self.prepare(&definition.meaning, style, body)));
        }
        Items {
            rows: items,
            column: Column::Terms(style.size),
            gap: 0.3 * style.size,
            space: 0.7 * style.size,
        }
    }

    pub(super) fn set_items(&mut self, items: Items<'d>, width: f32) -> Galley {
        let column = items.column_width(width);
        let is_terms = matches!(items.column, Column::Terms(_));
        let mut strips: Vec<Strip> = Vec::new();
        for (mark, blocks) in items.rows {
            if !strips.is_empty() {
                strips.push(Strip::gap(items.gap));
            }
            let right = self.stack(blocks, (width - column).max(1.0));
            let room = if is_terms { column - 6.0 } else { f32::INFINITY };
            strips.extend(beside(mark.lines(room), right, column));
        }
        Galley { space_before: items.space, strips, ..Galley::default() }
    }
}

/// Whether an item is a paragraph, perhaps with a list in it.
fn is_tight(item: &[Block]) -> bool {
    match item {
        [] => true,
        [first, rest @ ..] => {
            matches!(first, Block::Paragraph(_)) && rest.iter().all(|block| matches!(block, Block::List(_)))
        }
    }
}

/// Upright and without hyphens, as marks are.
fn plain(style: TextStyle) -> TextStyle {
    TextStyle { face: Style::default(), is_hyphenated: false, ..style }
}
