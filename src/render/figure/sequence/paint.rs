//! A part of a sequence diagram, drawn.

use super::super::canvas::{Canvas, LINE, first_base, height_of};
use super::super::metrics::{BOLD, PLAIN, width};
use super::super::wrap::Line;
use super::columns::{Columns, LOOP};
use super::frames::{Frame, activity, frames};
use super::rows::{Kind, Row, tab_width};
use crate::document::drawing::{Area, Fill, Head, Ink, Mark, Point, Stroke};
use crate::document::{Alignment, Drawing};

/// The space around everything.
const MARGIN: i32 = 6;

/// Half the width of the bar on an active lifeline.
const HALF_BAR: i32 = 4;

/// The drawing of some rows.
pub(super) fn part(rows: &[Row], columns: &Columns, title: &str) -> Drawing {
    let frames = frames(rows, columns);
    let (left, right) = extent(rows, &frames, columns);
    let tops = tops(rows, columns);
    let bottom = tops.last().copied().unwrap_or(0) + MARGIN;
    let arrows: Vec<i32> = rows.iter().zip(&tops).map(|(row, top)| arrow_height(row, *top)).collect();
    let mut painter = Painter {
        columns,
        shift: MARGIN - left,
        bars: activity(rows, &arrows, columns),
        blocked: Vec::new(),
        below: Canvas::default(),
        above: Canvas::default(),
    };
    for frame in &frames {
        painter.frame(frame, rows, &tops);
    }
    for ((row, top), arrow) in rows.iter().zip(&tops).zip(&arrows) {
        painter.row(row, *top, *arrow);
    }
    painter.lifelines(bottom);
    painter.heads();
    let Painter { below, mut above, .. } = painter;
    let mut canvas = below;
    canvas.marks.append(&mut above.marks);
    canvas.finish(title.to_owned(), right - left + MARGIN * 2, bottom + MARGIN)
}

/// The upper side of each row, and the lower one of the last.
fn tops(rows: &[Row], columns: &Columns) -> Vec<i32> {
    let mut y = MARGIN + columns.head_height() + 12;
    let mut tops = Vec::with_capacity(rows.len() + 1);
    for row in rows {
        tops.push(y);
        y += row.height;
    }
    tops.push(y);
    tops
}

/// How far everything reaches to the left and to the right.
fn extent(rows: &[Row], frames: &[Frame], columns: &Columns) -> (i32, i32) {
    let heads = columns.columns.iter().map(|column| {
        let half = column.head_width() / 2 + 1;
        (column.x - half, column.x + half)
    });
    let rows = rows.iter().filter(|row| !matches!(row.kind, Kind::Open(_) | Kind::Else | Kind::Close));
    let frames = frames.iter().map(|frame| (frame.left, frame.right));
    let all = heads.chain(rows.map(|row| row.span)).chain(frames);
    all.fold((0, 0), |all, span| (all.0.min(span.0), all.1.max(span.1)))
}

fn arrow_height(row: &Row, top: i32) -> i32 {
    match row.kind {
        Kind::Message { .. } => top + height_of(row.lines.len()) + 5,
        _ => top,
    }
}

struct Painter<'c> {
    columns: &'c Columns,
    /// How far everything is moved to the right.
    shift: i32,
    /// When each lifeline is active.
    bars: Vec<Vec<(i32, i32)>>,
    /// What no lifeline runs through.
    blocked: Vec<Area>,
    /// What is drawn before the rest.
    below: Canvas,
    /// What is drawn after the rest.
    above: Canvas,
}

impl Painter<'_> {
    fn x(&self, place: usize) -> i32 {
        self.columns.x(place) + self.shift
    }

    fn heads(&mut self) {
        let height = self.columns.head_height();
        for (place, column) in self.columns.columns.iter().enumerate() {
            let (x, width) = (self.x(place), column.head_width());
            let area = Area { x: x - width / 2, y: MARGIN, width, height };
            let (corner, fill) = if column.is_entity { (0, Fill::Tint) } else { (12, Fill::Page) };
            self.above.rectangle(area, corner, fill, Stroke::Full);
            self.above.titled(&column.head, &[], area.middle(), Ink::Text);
        }
    }

    /// Lifelines and the bars on them, with gaps where something stands before them.
    fn lifelines(&mut self, bottom: i32) {
        let top = MARGIN + self.columns.head_height();
        for place in 0..self.columns.columns.len() {
            let x = self.x(place);
            let near = self.blocked.iter().filter(|area| area.x - 6 < x && x < area.right() + 6);
            let mut gaps: Vec<(i32, i32)> = near.map(|area| (area.y, area.bottom())).collect();
            gaps.sort_unstable();
            for (from, to) in without((top, bottom), &gaps) {
                self.below.line(&[Point::new(x, from), Point::new(x, to)], Stroke::QuietDashed);
            }
            for bar in &self.bars[place] {
                for (from, to) in without(*bar, &gaps) {
                    let area = Area::between(x - HALF_BAR, from, x + HALF_BAR, to);
                    self.below.rectangle(area, 0, Fill::Shade, Stroke::Full);
                }
            }
        }
    }

    /// How far the end of an arrow is from the middle of its lifeline.
    fn clearance(&self, place: usize, y: i32) -> i32 {
        let bars = &self.bars[place];
        let after = bars.partition_point(|bar| bar.0 <= y);
        let is_active = after.checked_sub(1).is_some_and(|at| bars[at].1 >= y);
        if is_active { HALF_BAR } else { 0 }
    }

    fn row(&mut self, row: &Row, top: i32, arrow: i32) {
        match row.kind {
            Kind::Message { from, to, is_response, label } => {
                let side = if from < to { 1 } else { -1 };
                let start = Point::new(self.x(from) + side * self.clearance(from, arrow), arrow);
                let end = Point::new(self.x(to) - side * self.clearance(to, arrow), arrow);
                let (stroke, head) =
                    if is_response { (Stroke::Dashed, Head::Open) } else { (Stroke::Full, Head::Filled) };
                self.above.arrow(&[start, end], stroke, Head::None, head);
                self.lines(&row.lines, Point::new(label + self.shift, top), Alignment::Center);
            }
            Kind::Step { at } => {
                let x = self.x(at) + self.clearance(at, top + 8);
                let (from, to) = (top + 4, top + 22);
                let right = self.x(at) + LOOP - 8;
                let points =
                    [Point::new(x, from), Point::new(right, from), Point::new(right, to), Point::new(x, to)];
                self.above.arrow(&points, Stroke::Full, Head::None, Head::Filled);
                let lift = if row.lines.len() < 2 { 5 } else { 0 };
                self.lines(&row.lines, Point::new(self.x(at) + LOOP, top + lift), Alignment::Start);
            }
            Kind::Note => self.note(row, top),
            Kind::Open(_) | Kind::Else | Kind::Close => {}
        }
    }

    /// Lines of text below a point.
    fn lines(&mut self, lines: &[Line], mut at: Point, alignment: Alignment) {
        at.y += 11;
        for line in lines {
            self.above.text(line, PLAIN, at, alignment, Ink::Text);
            at.y += LINE;
        }
    }

    /// A note: a sheet with a folded corner.
    fn note(&mut self, row: &Row, top: i32) {
        const FOLD: i32 = 8;
        let (left, right) = (row.span.0 + self.shift, row.span.1 + self.shift);
        let area = Area::between(left, top + 2, right, top + row.height - 12);
        let (fold, bottom) = (Point::new(right - FOLD, area.y), area.bottom());
        let points = vec![
            Point::new(left, area.y),
            fold,
            Point::new(right, area.y + FOLD),
            Point::new(right, bottom),
            Point::new(left, bottom),
        ];
        self.above.marks.push(Mark::Polygon { points, fill: Fill::Tint, stroke: Stroke::Quiet });
        let corner = [fold, Point::new(fold.x, area.y + FOLD), Point::new(right, area.y + FOLD)];
        self.above.line(&corner, Stroke::Quiet);
        self.above.centered(&row.lines, area.middle());
        self.blocked.push(area);
    }

    /// The frame of a fragment with the word in its corner, and the lines between alternatives.
    fn frame(&mut self, frame: &Frame, rows: &[Row], tops: &[i32]) {
        let (left, right) = (frame.left + self.shift, frame.right + self.shift);
        let (top, bottom) = (tops[frame.first] + 2, tops[frame.last] + 4);
        self.below.rectangle(Area::between(left, top, right, bottom), 0, Fill::None, Stroke::Quiet);
        let header = &rows[frame.first];
        let kind = header.fragment();
        let (tab, height) = (tab_width(kind), 18);
        let points = vec![
            Point::new(left, top),
            Point::new(left + tab, top),
            Point::new(left + tab, top + height - 6),
            Point::new(left + tab - 6, top + height),
            Point::new(left, top + height),
        ];
        self.above.marks.push(Mark::Polygon { points, fill: Fill::Tint, stroke: Stroke::Quiet });
        self.blocked.push(Area { x: left, y: top, width: tab, height });
        let word = Line { text: kind.as_str().to_owned(), width: width(kind.as_str(), BOLD) };
        let at = Point::new(left + 8, first_base(1, top + height / 2));
        self.above.text(&word, BOLD, at, Alignment::Start, Ink::Text);
        self.guard(&header.lines, Point::new(left + tab + 8, top + 2));
        let mut depth = 0;
        for at in frame.first + 1..frame.last {
            match rows[at].kind {
                Kind::Open(_) => depth += 1,
                Kind::Close => depth -= 1,
                Kind::Else if depth == 0 => {
                    let y = tops[at] + 3;
                    self.below.line(&[Point::new(left, y), Point::new(right, y)], Stroke::QuietDashed);
                    self.guard(&rows[at].lines, Point::new(left + 10, y + 5));
                }
                _ => {}
            }
        }
    }

    /// The words that say when a fragment happens.
    fn guard(&mut self, lines: &[Line], at: Point) {
        let width = super::super::wrap::widest(lines);
        self.blocked.push(Area { x: at.x, y: at.y, width, height: height_of(lines.len()) });
        self.lines(lines, at, Alignment::Start);
    }
}

/// What is left of a stretch where some others, in order, are taken away.
fn without(stretch: (i32, i32), gaps: &[(i32, i32)]) -> Vec<(i32, i32)> {
    let mut left = Vec::new();
    let mut from = stretch.0;
    for (start, end) in gaps {
        if *start > stretch.1 {
            break;
        }
        if *start > from {
            left.push((from, *start));
        }
        from = from.max(*end);
    }
    if from < stretch.1 {
        left.push((from, stretch.1));
    }
    left
}
