//! From a line of fragments to marks.

use std::ops::Range;

use unicode_bidi::{BidiInfo, Level};

use crate::document::Alignment;
use crate::render::typeset::font::{FaceId, Letter};
use crate::render::typeset::page::{Glyph, Ink, Mark, Run};

use super::fragment::{Fragments, Piece};
use super::opportunity::Joint;
use super::{Line, Paragraph};

/// What stands on a line.
struct Item<'p> {
    ink: ItemInk<'p>,
    span: usize,
    level: Level,
    width: f32,
    x: f32,
}

enum ItemInk<'p> {
    Piece(&'p Piece),
    /// A space or a hyphen: what it says, and the glyph.
    Sign(&'static str, Letter),
}

/// A text that may go on.
struct Open {
    run: Run,
    span: usize,
    level: Level,
    x: f32,
    end: f32,
}

impl Paragraph {
    /// The line of some fragments.
    pub(super) fn line(&self, fragments: &Fragments, range: Range<usize>, width: f32) -> Line {
        let mut items = self.items(fragments, range);
        let natural: f32 = items.iter().map(|item| item.width).sum();
        let free = if width.is_finite() { (width - natural).max(0.0) } else { 0.0 };
        let mut x = match (self.style.alignment, self.is_reversed) {
            (Alignment::Center, _) => free / 2.0,
            (Alignment::Start, false) | (Alignment::End, true) => 0.0,
            (Alignment::End, false) | (Alignment::Start, true) => free,
        };
        for place in visual_order(&items) {
            items[place].x = x;
            x += items[place].width;
        }
        let height = self.style.size * self.style.leading;
        let mut marks = self.texts(&items);
        self.links(&items, height, &mut marks);
        Line { width: natural, height, marks }
    }

    /// What stands on the line, in reading order.
    fn items<'p>(&self, fragments: &'p Fragments, range: Range<usize>) -> Vec<Item<'p>> {
        let mut items = Vec::new();
        let is_last = range.end == fragments.fragments.len();
        for place in range.clone() {
            let fragment = &fragments.fragments[place];
            items.extend(fragments.pieces[fragment.pieces.clone()].iter().map(|piece| Item {
                ink: ItemInk::Piece(piece),
                span: piece.span,
                level: piece.level,
                width: piece.width,
                x: 0.0,
            }));
            let is_end = place + 1 == range.end;
            if let Some(space) = fragment.space.filter(|_| !(is_end && is_last)) {
                // At the end of a line it is there to be copied, and takes no room.
                let letter = self.signs.space(self.spans[space.span].face);
                let width = if is_end { 0.0 } else { space.width };
                let ink =
                    ItemInk::Sign(" ", Letter { advance: width / self.spans[space.span].size, ..letter });
                items.push(Item { ink, span: space.span, level: space.level, width, x: 0.0 });
            }
            let before = items.last().map(|item| (item.span, item.level));
            if let Some((span, level)) =
                before.filter(|_| is_end && fragment.joint == Joint::Hyphen && !is_last)
            {
                let letter = self.signs.hyphen(self.spans[span].face);
                let width = letter.advance * self.spans[span].size;
                items.push(Item { ink: ItemInk::Sign("\u{ad}", letter), span, level, width, x: 0.0 });
            }
        }
        items
    }

    /// The texts of the items, those joined that can be.
    fn texts(&self, items: &[Item]) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut open: Option<Open> = None;
        for item in items {
            let continued = open.take_if(|open| {
                open.span == item.span
                    && open.level == item.level
                    && open.level.is_ltr()
                    && open.run.face == item.face()
                    && (open.end - item.x).abs() < 0.01
            });
            let mut next = continued.unwrap_or_else(|| {
                self.close(open.take(), &mut marks);
                let span = &self.spans[item.span];
                let (text, glyphs) = (String::new(), Vec::new());
                let run = Run { face: item.face(), size: span.size, colour: span.colour, text, glyphs };
                Open { run, span: item.span, level: item.level, x: item.x, end: item.x }
            });
            item.write(&mut next.run);
            next.end = item.x + item.width;
            open = Some(next);
        }
        self.close(open, &mut marks);
        marks
    }

    fn close(&self, open: Option<Open>, marks: &mut Vec<Mark>) {
        let Some(Open { run, span, x, .. }) = open else { return };
        let span = &self.spans[span];
        marks.push(Mark { x, y: self.base - span.rise, owner: Some(span.owner), ink: Ink::Text(run) });
    }

    /// The areas of the line that lead somewhere.
    fn links(&self, items: &[Item], height: f32, marks: &mut Vec<Mark>) {
        let node = |item: &Item| self.spans[item.span].link.as_ref().map(|link| link.0);
        for linked in items.chunk_by(|one, other| node(one) == node(other)) {
            let Some((owner, target)) = linked.first().and_then(|item| self.spans[item.span].link.clone())
            else {
                continue;
            };
            let left = linked.iter().map(|item| item.x).fold(f32::INFINITY, f32::min);
            let right = linked.iter().map(|item| item.x + item.width).fold(0.0, f32::max);
            if right > left {
                let ink = Ink::Link { width: right - left, height, target };
                marks.push(Mark { x: left, y: 0.0, owner: Some(owner), ink });
            }
        }
    }
}

/// The places of the items from the left.
fn visual_order(items: &[Item]) -> Vec<usize> {
    if items.iter().all(|item| item.level == Level::ltr()) {
        return (0..items.len()).collect();
    }
    let levels: Vec<Level> = items.iter().map(|item| item.level).collect();
    BidiInfo::reorder_visual(&levels)
}

impl Item<'_> {
    fn face(&self) -> FaceId {
        match &self.ink {
            ItemInk::Piece(piece) => piece.face(),
            ItemInk::Sign(_, letter) => letter.face,
        }
    }

    fn write(&self, run: &mut Run) {
        let start = run.text.len();
        match &self.ink {
            ItemInk::Piece(piece) => {
                let glyphs = &piece.segment().glyphs[piece.glyphs.clone()];
                let first = glyphs.iter().map(|glyph| glyph.text.start).min().unwrap_or_default();
                let last = glyphs.iter().map(|glyph| glyph.text.end).max().unwrap_or_default();
                run.text.push_str(&piece.text()[first..last]);
                let place = |at: usize| at - first + start;
                run.glyphs.extend(glyphs.iter().map(|glyph| Glyph {
                    text: place(glyph.text.start)..place(glyph.text.end),
                    ..glyph.clone()
                }));
            }
            ItemInk::Sign(text, letter) => {
                run.text.push_str(text);
                let Letter { glyph, advance, .. } = *letter;
                let text = start..run.text.len();
                run.glyphs.push(Glyph { id: glyph, text, advance, x_offset: 0.0, y_offset: 0.0 });
            }
        }
    }
}
