//! Real-world activities: ellipses around their names.

use super::canvas::{Canvas, LINE, height_of};
use super::metrics::PLAIN;
use super::wrap::{Line, cropped, fitted};
use crate::document::drawing::{Area, Fill, Point};

/// An activity as it is drawn.
#[derive(Debug, Clone)]
pub(super) struct Bubble {
    lines: Vec<Line>,
    half_width: i32,
    pub(super) half_height: i32,
}

impl Bubble {
    /// The smallest ellipse that the name fits into; very long names end with an ellipsis.
    pub(super) fn of(name: &str, half_width: i32) -> Self {
        const MOST: usize = 5;
        let room = |count: usize, half_height: i32| {
            move |line: usize| {
                let top = height_of(line) - height_of(count) / 2;
                let farthest = f64::from(top.abs().max((top + LINE).abs()));
                let share = (1.0 - (farthest / f64::from(half_height)).powi(2)).max(0.0).sqrt();
                #[allow(clippy::cast_possible_truncation)] // It is less than the width of the ellipse.
                let half = (f64::from(half_width) * share).floor() as i32;
                half * 2 - 10
            }
        };
        for count in 1..=MOST {
            let half_height = height_of(count) / 2 + 17;
            if let Some(lines) = fitted(name, PLAIN, count, room(count, half_height)) {
                return Self { lines, half_width, half_height };
            }
        }
        let half_height = height_of(MOST) / 2 + 17;
        Self { lines: cropped(name, PLAIN, MOST, room(MOST, half_height)), half_width, half_height }
    }

    pub(super) const fn height(&self) -> i32 {
        self.half_height * 2
    }

    pub(super) fn draw(&self, middle: Point, canvas: &mut Canvas) {
        let (rx, ry) = (self.half_width, self.half_height);
        let area = Area::between(middle.x - rx, middle.y - ry, middle.x + rx, middle.y + ry);
        canvas.ellipse(area, Fill::Page);
        canvas.centered(&self.lines, middle);
    }

    /// How far the left side is from the middle, `offset` above or below it.
    #[allow(clippy::cast_possible_truncation)] // It is less than the width of the ellipse.
    pub(super) fn reach(&self, offset: i32) -> i32 {
        let share = 1.0 - (f64::from(offset) / f64::from(self.half_height)).powi(2);
        (f64::from(self.half_width) * share.max(0.0).sqrt()).round() as i32
    }
}
