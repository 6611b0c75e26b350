//! `Drawing`: shapes and texts at their places, which every writer draws in its own way.

use std::ops::Range;

use super::tree::Alignment;

/// A picture made of shapes and texts. The first mark is drawn first. Lengths are pixels of 1/96 inch, y grows downwards.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drawing {
    /// What the picture is, in a few words.
    pub title: String,
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// What is drawn.
    pub marks: Vec<Mark>,
    /// What some of the marks are about, for writers whose readers can point at them; others draw the marks alone.
    pub subjects: Vec<Subject>,
}

/// What some marks of a drawing are about. Stretches of marks do not overlap and stand in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Their places in [`Drawing::marks`].
    pub marks: Range<usize>,
    /// What they are about.
    pub topic: Topic,
    /// The numbers of the things, counted from 0 in the order of the document.
    pub numbers: Vec<usize>,
    /// Lines that lie over the marks, each the way of one thing among several that share them: number and points.
    pub ways: Vec<(usize, Vec<Point>)>,
}

/// What kind of thing marks are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Application Entities.
    Entity,
    /// Communication links.
    Link,
}

/// Something that is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// A rectangle.
    Rectangle {
        /// Where it is.
        area: Area,
        /// The radius of its corners.
        corner: i32,
        /// What is inside.
        fill: Fill,
        /// Its outline.
        stroke: Stroke,
    },
    /// An ellipse that fills an area.
    Ellipse {
        /// The area.
        area: Area,
        /// What is inside.
        fill: Fill,
        /// Its outline.
        stroke: Stroke,
    },
    /// A shape of straight sides.
    Polygon {
        /// Its corners.
        points: Vec<Point>,
        /// What is inside.
        fill: Fill,
        /// Its outline.
        stroke: Stroke,
    },
    /// A line from point to point.
    Line {
        /// The points, at least two.
        points: Vec<Point>,
        /// How it is drawn.
        stroke: Stroke,
        /// What is at its first point.
        start: Head,
        /// What is at its last point.
        end: Head,
    },
    /// A line of text.
    Text(Text),
}

/// A line of text in the sans-serif face whose widths the layout knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Where it begins, ends or has its middle, on its base line.
    pub at: Point,
    /// What the point is to the text.
    pub alignment: Alignment,
    /// The size of the font.
    pub size: i32,
    /// Whether it is bold.
    pub is_bold: bool,
    /// Its colour.
    pub ink: Ink,
    /// What it says.
    pub text: String,
    /// How wide it is, in tenths of a pixel; a writer with another font fits the text into it.
    pub width: i32,
}

/// A place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Point {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
}

/// A rectangle without turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    /// The left side.
    pub x: i32,
    /// The upper side.
    pub y: i32,
    /// The width.
    pub width: i32,
    /// The height.
    pub height: i32,
}

/// What is inside a shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fill {
    /// What lies behind it.
    #[default]
    None,
    /// The colour of the page.
    Page,
    /// A light tint.
    Tint,
    /// A stronger tint.
    Shade,
    /// A colour of its own, dark enough for [`Ink::Page`] on it.
    Accent,
}

/// How a line is drawn; all lines have one width, and a double one is that of a third line between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stroke {
    /// Not at all.
    #[default]
    None,
    /// Without gaps.
    Full,
    /// Without gaps, two lines side by side.
    Double,
    /// In dashes.
    Dashed,
    /// In dots.
    Dotted,
    /// Without gaps, in a quiet colour.
    Quiet,
    /// In dashes, in a quiet colour.
    QuietDashed,
}

/// What is at the end of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Head {
    /// Nothing.
    #[default]
    None,
    /// A filled arrow head.
    Filled,
    /// An arrow head of two strokes.
    Open,
}

/// The colour of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ink {
    /// That of the text of the document.
    #[default]
    Text,
    /// That of what is less important.
    Quiet,
    /// That of the page, on [`Fill::Accent`].
    Page,
}

impl Point {
    /// The point at these coordinates.
    pub const fn new(x: i32, y: i32) -> Self {
        Self { x, y }
    }
}

impl Area {
    /// The area between two corners.
    pub const fn between(left: i32, top: i32, right: i32, bottom: i32) -> Self {
        Self { x: left, y: top, width: right - left, height: bottom - top }
    }

    /// The right side.
    pub const fn right(&self) -> i32 {
        self.x + self.width
    }

    /// The lower side.
    pub const fn bottom(&self) -> i32 {
        self.y + self.height
    }

    /// The middle.
    pub const fn middle(&self) -> Point {
        Point { x: self.x + self.width / 2, y: self.y + self.height / 2 }
    }
}

impl Text {
    /// How far above its base line a font of this size reaches.
    pub const fn ascent(size: i32) -> i32 {
        (size * 9 + 9) / 10
    }

    /// How far below its base line a font of this size reaches.
    pub const fn descent(size: i32) -> i32 {
        (size * 22 + 99) / 100
    }

    /// The area that the text covers.
    pub const fn area(&self) -> Area {
        let width = (self.width + 9) / 10;
        let x = match self.alignment {
            Alignment::Start => self.at.x,
            Alignment::Center => self.at.x - (width + 1) / 2,
            Alignment::End => self.at.x - width,
        };
        let ascent = Self::ascent(self.size);
        Area { x, y: self.at.y - ascent, width, height: ascent + Self::descent(self.size) }
    }
}

/// How long an arrow head is.
const HEAD_LENGTH: f64 = 9.0;

/// Half of how wide an arrow head is.
const HEAD_WIDTH: f64 = 4.0;

/// The two outer points of the arrow head of a line that comes from `from` and ends at `tip`, in tenths of a pixel.
#[allow(clippy::cast_possible_truncation)] // Both are within the drawing.
pub fn arrow_head(from: Point, tip: Point) -> [Point; 2] {
    let (dx, dy) = (f64::from(tip.x - from.x), f64::from(tip.y - from.y));
    let length = dx.hypot(dy).max(1.0);
    let (ux, uy) = (dx / length, dy / length);
    let corner = |side: f64| Point {
        x: ((f64::from(tip.x) - ux * HEAD_LENGTH - uy * side) * 10.0).round() as i32,
        y: ((f64::from(tip.y) - uy * HEAD_LENGTH + ux * side) * 10.0).round() as i32,
    };
    [corner(HEAD_WIDTH), corner(-HEAD_WIDTH)]
}
