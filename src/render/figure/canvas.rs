//! The drawing in the making.

use super::metrics::{BOLD, Face, PLAIN};
use super::wrap::Line;
use crate::document::drawing::{Area, Fill, Head, Ink, Mark, Point, Stroke, Subject, Text, Topic};
use crate::document::{Alignment, Drawing};

/// How wide a figure is that fills the width of the text on paper.
pub(super) const PAGE_WIDTH: i32 = 680;

/// How high a figure is at most.
pub(super) const PAGE_HEIGHT: i32 = 880;

/// How high a line of text is.
pub(super) const LINE: i32 = 15;

/// The marks so far.
#[derive(Debug, Default)]
pub(super) struct Canvas {
    pub(super) marks: Vec<Mark>,
    subjects: Vec<Subject>,
}

impl Canvas {
    /// The drawing of this size.
    pub(super) fn finish(self, title: String, width: i32, height: i32) -> Drawing {
        Drawing { title, width, height, marks: self.marks, subjects: self.subjects }
    }

    /// Says what the marks since `from` are about.
    pub(super) fn about(
        &mut self,
        from: usize,
        topic: Topic,
        numbers: Vec<usize>,
        ways: Vec<(usize, Vec<Point>)>,
    ) {
        self.subjects.push(Subject { marks: from..self.marks.len(), topic, numbers, ways });
    }

    /// Moves everything to the left.
    pub(super) fn move_left(&mut self, by: i32) {
        for mark in &mut self.marks {
            match mark {
                Mark::Rectangle { area, .. } | Mark::Ellipse { area, .. } => area.x -= by,
                Mark::Polygon { points, .. } | Mark::Line { points, .. } => {
                    for point in points {
                        point.x -= by;
                    }
                }
                Mark::Text(text) => text.at.x -= by,
            }
        }
    }

    pub(super) fn rectangle(&mut self, area: Area, corner: i32, fill: Fill, stroke: Stroke) {
        self.marks.push(Mark::Rectangle { area, corner, fill, stroke });
    }

    pub(super) fn ellipse(&mut self, area: Area, fill: Fill) {
        self.marks.push(Mark::Ellipse { area, fill, stroke: Stroke::Full });
    }

    pub(super) fn line(&mut self, points: &[Point], stroke: Stroke) {
        self.arrow(points, stroke, Head::None, Head::None);
    }

    pub(super) fn arrow(&mut self, points: &[Point], stroke: Stroke, start: Head, end: Head) {
        self.marks.push(Mark::Line { points: points.to_vec(), stroke, start, end });
    }

    pub(super) fn text(&mut self, line: &Line, face: Face, at: Point, alignment: Alignment, ink: Ink) {
        let Face { size, is_bold } = face;
        if !line.text.is_empty() {
            let (text, width) = (line.text.clone(), line.width);
            self.marks.push(Mark::Text(Text { at, alignment, size, is_bold, ink, text, width }));
        }
    }

    /// Lines of text around a point.
    pub(super) fn centered(&mut self, lines: &[Line], middle: Point) {
        let heading: &[Line] = &[];
        self.titled(heading, lines, middle, Ink::Text);
    }

    /// Bold lines and plain ones below them, around a point.
    pub(super) fn titled(&mut self, title: &[Line], below: &[Line], middle: Point, ink: Ink) {
        let mut at = Point::new(middle.x, first_base(title.len() + below.len(), middle.y));
        for line in title {
            self.text(line, BOLD, at, Alignment::Center, Ink::Text);
            at.y += LINE;
        }
        for line in below {
            self.text(line, PLAIN, at, Alignment::Center, ink);
            at.y += LINE;
        }
    }
}

/// How high some lines are.
#[allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap)] // Lines are few.
pub(super) const fn height_of(lines: usize) -> i32 {
    lines as i32 * LINE
}

/// The base line of the first of some lines around `middle`.
pub(super) const fn first_base(lines: usize, middle: i32) -> i32 {
    middle - height_of(lines) / 2 + 11
}
