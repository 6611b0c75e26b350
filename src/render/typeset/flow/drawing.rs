//! Drawings become marks: shapes, and real text in the fonts of the document.

use crate::document::drawing::Stroke as DrawnStroke;
use crate::document::drawing::{Area, Fill, Head, Ink as DrawingInk, Mark as Drawn, Point, Text, arrow_head};
use crate::document::{Alignment, Drawing, Inline};
use crate::render::typeset::Setter;
use crate::render::typeset::font::Style;
use crate::render::typeset::page::{Colour, Ink, Mark, Outline, Stroke};
use crate::render::typeset::paragraph::TextStyle;
use crate::render::typeset::structure::NodeId;

use super::{ACCENT, QUIET, TEXT, TINT};

const PAGE: Colour = Colour(0xff, 0xff, 0xff);
const SHADE: Colour = Colour(0xdd, 0xe4, 0xec);
const EDGE: Colour = Colour(0x66, 0x70, 0x7b);

/// A drawing on its way to a page.
struct Canvas {
    /// Points in a pixel.
    scale: f32,
    owner: NodeId,
    marks: Vec<Mark>,
}

impl Setter<'_> {
    /// The marks of a drawing; `scale` is points in a pixel.
    pub(super) fn drawn(&mut self, drawing: &Drawing, scale: f32, owner: NodeId) -> Vec<Mark> {
        let mut canvas = Canvas { scale, owner, marks: Vec::with_capacity(drawing.marks.len()) };
        for mark in &drawing.marks {
            match mark {
                Drawn::Text(text) => self.drawn_text(text, &mut canvas),
                _ => canvas.shape(mark),
            }
        }
        canvas.marks
    }

    fn drawn_text(&mut self, text: &Text, canvas: &mut Canvas) {
        let colour = match text.ink {
            DrawingInk::Text => TEXT,
            DrawingInk::Quiet => QUIET,
            DrawingInk::Page => PAGE,
        };
        let mut style = TextStyle {
            face: Style { is_bold: text.is_bold, ..Style::default() },
            size: canvas.length(text.size),
            colour,
            leading: 1.0,
            alignment: Alignment::Start,
            is_hyphenated: false,
        };
        let words = [Inline::Text(text.text.clone())];
        let mut paragraph = self.paragraph(&words, style, canvas.owner);
        let room = canvas.length(text.width) / 10.0;
        let needed = paragraph.extent().maximum;
        if needed > room + 0.5 && room > 0.0 {
            // Another font than the one it was laid out with.
            style.size *= room / needed;
            paragraph = self.paragraph(&words, style, canvas.owner);
        }
        let Some(line) = paragraph.lines(f32::INFINITY).into_iter().next() else { return };
        let x = match text.alignment {
            Alignment::Start => 0.0,
            Alignment::Center => line.width / 2.0,
            Alignment::End => line.width,
        };
        let (x, y) = (canvas.length(text.at.x) - x, canvas.length(text.at.y));
        let owner = Some(canvas.owner);
        canvas.marks.extend(line.marks.into_iter().map(|mark| Mark { x: mark.x + x, y, owner, ..mark }));
    }
}

impl Canvas {
    #[allow(clippy::cast_precision_loss)] // Drawings are small.
    fn length(&self, pixels: i32) -> f32 {
        pixels as f32 * self.scale
    }

    fn shape(&mut self, mark: &Drawn) {
        match mark {
            Drawn::Rectangle { area, corner, fill, stroke } => {
                let Area { x, y, width, height } = *area;
                let outline = Outline::Rectangle {
                    width: self.length(width),
                    height: self.length(height),
                    corner: self.length(*corner),
                };
                self.add(Point { x, y }, outline, filled(*fill), self.stroke(*stroke));
            }
            Drawn::Ellipse { area, fill, stroke } => {
                let Area { x, y, width, height } = *area;
                let outline = Outline::Ellipse { width: self.length(width), height: self.length(height) };
                self.add(Point { x, y }, outline, filled(*fill), self.stroke(*stroke));
            }
            Drawn::Polygon { points, fill, stroke } => {
                let outline = Outline::Polygon(self.points(points));
                self.add(Point::default(), outline, filled(*fill), self.stroke(*stroke));
            }
            Drawn::Line { points, stroke, start, end } => {
                self.line(points, self.stroke(*stroke));
                if *stroke == DrawnStroke::Double {
                    let gap = self.stroke(DrawnStroke::Full).map(|stroke| Stroke { colour: PAGE, ..stroke });
                    self.line(points, gap);
                }
                if let [first, second, ..] = points[..] {
                    self.head(second, first, *start);
                }
                if let [.., before, last] = points[..] {
                    self.head(before, last, *end);
                }
            }
            Drawn::Text(_) => {}
        }
    }

    fn line(&mut self, points: &[Point], stroke: Option<Stroke>) {
        let outline = Outline::Line(self.points(points));
        self.add(Point::default(), outline, None, stroke);
    }

    /// The arrow head of a line that comes from `from` and ends at `tip`.
    fn head(&mut self, from: Point, tip: Point, head: Head) {
        let [one, other] =
            arrow_head(from, tip).map(|Point { x, y }| (self.length(x) / 10.0, self.length(y) / 10.0));
        let points = vec![one, (self.length(tip.x), self.length(tip.y)), other];
        match head {
            Head::None => {}
            Head::Filled => self.add(Point::default(), Outline::Polygon(points), Some(TEXT), None),
            Head::Open => {
                let stroke = self.stroke(DrawnStroke::Full);
                self.add(Point::default(), Outline::Line(points), None, stroke);
            }
        }
    }

    fn add(&mut self, at: Point, outline: Outline, fill: Option<Colour>, stroke: Option<Stroke>) {
        let (x, y) = (self.length(at.x), self.length(at.y));
        self.marks.push(Mark { x, y, owner: Some(self.owner), ink: Ink::Shape { outline, fill, stroke } });
    }

    fn points(&self, points: &[Point]) -> Vec<(f32, f32)> {
        points.iter().map(|point| (self.length(point.x), self.length(point.y))).collect()
    }

    fn stroke(&self, stroke: DrawnStroke) -> Option<Stroke> {
        let (colour, width, dashes): (_, _, &[f32]) = match stroke {
            DrawnStroke::None => return None,
            DrawnStroke::Full => (TEXT, 1.25, &[]),
            // What lies below; the gap is drawn over it.
            DrawnStroke::Double => (TEXT, 3.75, &[]),
            DrawnStroke::Dashed => (TEXT, 1.25, &[6.0, 4.0]),
            DrawnStroke::Dotted => (TEXT, 1.25, &[1.5, 3.5]),
            DrawnStroke::Quiet => (EDGE, 1.0, &[]),
            DrawnStroke::QuietDashed => (EDGE, 1.0, &[5.0, 4.0]),
        };
        Some(Stroke {
            width: width * self.scale,
            colour,
            dashes: dashes.iter().map(|length| length * self.scale).collect(),
            is_round: stroke == DrawnStroke::Dotted,
        })
    }
}

fn filled(fill: Fill) -> Option<Colour> {
    match fill {
        Fill::None => None,
        Fill::Page => Some(PAGE),
        Fill::Tint => Some(TINT),
        Fill::Shade => Some(SHADE),
        Fill::Accent => Some(ACCENT),
    }
}
