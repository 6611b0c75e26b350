//! The drawing of what has its place.

use super::legend;
use super::place::{MARGIN, PlacedCard, Places};
use super::sheet::{Card, Plan, Sheet};
use super::tracks::{STUB, Tracks, WORD, WORD_GAP, Widths, word_width};
use super::wiring::{End, Stub, Trunk};
use crate::document::drawing::{Area, Fill, Head, Ink, Mark, Point, Stroke, Topic};
use crate::document::{Alignment, Drawing};
use crate::render::figure::canvas::{Canvas, LINE, first_base, height_of};
use crate::render::figure::metrics::{BOLD, PLAIN, SMALL, width};
use crate::render::figure::wrap::Line;

/// A line that stands for more links than that is not told apart into them.
const MOST_FOLLOWED: usize = 12;

/// Draws everything at its place.
pub(super) fn draw(sheet: &Sheet, plan: &Plan, title: &str) -> Drawing {
    let Plan { places, tracks, widths } = plan;
    let mut canvas = Canvas::default();
    for (area, title) in &places.frames {
        canvas.rectangle(*area, 6, Fill::None, Stroke::Quiet);
        let mut at = Point::new(widths.boxes[0].0, area.y + 16);
        for line in title {
            canvas.text(line, BOLD, at, Alignment::Start, Ink::Quiet);
            at.y += LINE;
        }
    }
    let painter = Painter { places, tracks, widths };
    for (number, trunk) in places.wiring.trunks.iter().enumerate() {
        let from = canvas.marks.len();
        painter.trunk(number, trunk, &mut canvas);
        let ways = painter.ways(sheet, number);
        canvas.about(from, Topic::Link, trunk.links.clone(), ways);
    }
    for (card, placed) in sheet.cards.iter().zip(&places.cards) {
        draw_card(card, placed, &mut canvas);
    }
    let right = widths.right + MARGIN * 2;
    let used = legend::draw(sheet, Point::new(MARGIN, places.bottom + 14), &mut canvas);
    canvas.finish(title.to_owned(), right.max(used.0 + MARGIN), used.1 + MARGIN)
}

struct Painter<'p> {
    places: &'p Places,
    tracks: &'p Tracks,
    widths: &'p Widths,
}

impl Painter<'_> {
    fn track(&self, number: usize) -> i32 {
        self.widths.track(self.places.wiring.trunks[number].channel, self.tracks.of_trunk[number])
    }

    /// Where a stub ends that is not on the track.
    fn outer(&self, trunk: &Trunk, stub: &Stub) -> i32 {
        let (left, right) = self.widths.channel(trunk.channel);
        match (stub.is_right, stub.end) {
            (false, _) => left,
            (true, End::Spot(_)) => right,
            // A lane is drawn with the trunk at its left.
            (true, End::Lane(_)) => right + self.widths.boxes[trunk.channel + 1].1,
        }
    }

    fn trunk(&self, number: usize, trunk: &Trunk, canvas: &mut Canvas) {
        let x = self.track(number);
        let stroke = trunk.kind.line.stroke();
        let (top, bottom) = trunk.reach();
        let first = trunk.stubs.iter().find(|stub| stub.y == top);
        let last = trunk.stubs.iter().rev().find(|stub| stub.y == bottom);
        if let (Some(first), Some(last)) = (first, last) {
            let (start, start_head) = self.inner(trunk, first, canvas);
            let (end, end_head) = self.inner(trunk, last, canvas);
            let mut points = vec![Point::new(start, top), Point::new(x, top), Point::new(x, bottom)];
            points.push(Point::new(end, bottom));
            if top == bottom {
                points = vec![Point::new(start, top), Point::new(end, top)];
            }
            points.dedup();
            canvas.arrow(&points, stroke, start_head, end_head);
        }
        let is_between = |stub: &&Stub| stub.y != top && stub.y != bottom;
        for stub in trunk.stubs.iter().filter(is_between) {
            let (end, head) = self.inner(trunk, stub, canvas);
            canvas.arrow(&[Point::new(x, stub.y), Point::new(end, stub.y)], stroke, Head::None, head);
            let area = Area { x: x - 2, y: stub.y - 2, width: 4, height: 4 };
            canvas.marks.push(Mark::Ellipse { area, fill: Fill::Accent, stroke: Stroke::Full });
        }
    }

    /// Where the line of a stub ends as seen from the track, and with which head: at its outer end, or before its word,
    /// which is drawn with what lies behind it.
    fn inner(&self, trunk: &Trunk, stub: &Stub, canvas: &mut Canvas) -> (i32, Head) {
        let outer = self.outer(trunk, stub);
        let head = if stub.has_head { Head::Filled } else { Head::None };
        if !stub.is_worded || trunk.kind.word.is_empty() {
            return (outer, head);
        }
        let side = if stub.is_right { -1 } else { 1 };
        let (near, far) = (outer + side * STUB, outer + side * (STUB + word_width(trunk)));
        let behind = [Point::new(near - side * WORD_GAP, stub.y), Point::new(outer, stub.y)];
        canvas.arrow(&behind, trunk.kind.line.stroke(), Head::None, head);
        let text = &trunk.kind.word;
        let line = Line { text: text.clone(), width: width(text, WORD) };
        let (at, alignment) = (Point::new(near.min(far), stub.y + 3), Alignment::Start);
        canvas.text(&line, WORD, at, alignment, Ink::Text);
        (far + side * WORD_GAP, Head::None)
    }

    /// The ways of the links that share a trunk, each from end to end; they are drawn with the first trunk of the way.
    fn ways(&self, sheet: &Sheet, number: usize) -> Vec<(usize, Vec<Point>)> {
        let mut ways = Vec::new();
        for (wire, way) in sheet.wires.iter().zip(&self.places.wiring.ways) {
            let is_followed = wire.links.len() <= MOST_FOLLOWED;
            if !is_followed || way.first().is_none_or(|(first, ..)| *first != number) {
                continue;
            }
            let mut points = Vec::new();
            for (trunk, one, other) in way {
                let x = self.track(*trunk);
                let trunk = &self.places.wiring.trunks[*trunk];
                let (one, other) = (&trunk.stubs[*one], &trunk.stubs[*other]);
                points.extend([Point::new(self.outer(trunk, one), one.y), Point::new(x, one.y)]);
                points.extend([Point::new(x, other.y), Point::new(self.outer(trunk, other), other.y)]);
            }
            ways.extend(wire.links.iter().map(|link| (*link, points.clone())));
        }
        ways
    }
}

fn draw_card(card: &Card, placed: &PlacedCard, canvas: &mut Canvas) {
    let stroke = if card.is_known { Stroke::Full } else { Stroke::Dashed };
    let fill = if card.is_known { Fill::Tint } else { Fill::Page };
    let corner = 4;
    let from = canvas.marks.len();
    canvas.rectangle(placed.area, corner, fill, stroke);
    let middle = placed.area.middle().x;
    let mut at = Point::new(middle, placed.area.y + 15);
    for line in &placed.title {
        canvas.text(line, PLAIN, at, Alignment::Center, Ink::Quiet);
        at.y += LINE;
    }
    let everybody = || card.rows.iter().flat_map(|row| row.stations.iter().copied()).collect();
    if card.rows.len() == 1 {
        draw_row(&placed.rows[0], canvas);
        canvas.about(from, Topic::Entity, everybody(), Vec::new());
        return;
    }
    for (row, placed) in card.rows.iter().zip(&placed.rows) {
        let side = |x: i32| Point::new(x, placed.area.y);
        canvas.line(&[side(placed.area.x), side(placed.area.right())], Stroke::Quiet);
        let from = canvas.marks.len();
        draw_row(placed, canvas);
        canvas.about(from, Topic::Entity, row.stations.clone(), Vec::new());
    }
}

fn draw_row(row: &super::place::PlacedRow, canvas: &mut Canvas) {
    let middle = row.area.middle();
    let mut at = Point::new(middle.x, first_base(row.name.len() + row.note.len(), middle.y));
    for line in &row.name {
        canvas.text(line, BOLD, at, Alignment::Center, Ink::Text);
        at.y += LINE;
    }
    for line in &row.note {
        canvas.text(line, SMALL, at, Alignment::Center, Ink::Quiet);
        at.y += LINE;
    }
    debug_assert!(height_of(row.name.len() + row.note.len()) <= row.area.height);
}
