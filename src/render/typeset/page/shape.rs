//! Shapes of drawings.

use super::Colour;

/// The outline of a shape; lengths and places count from the place of its mark.
#[derive(Debug, Clone, PartialEq)]
pub enum Outline {
    /// A rectangle.
    Rectangle {
        /// How wide.
        width: f32,
        /// How high.
        height: f32,
        /// The radius of its corners.
        corner: f32,
    },
    /// An ellipse that fills a rectangle.
    Ellipse {
        /// How wide.
        width: f32,
        /// How high.
        height: f32,
    },
    /// A shape of straight sides.
    Polygon(Vec<(f32, f32)>),
    /// A line from point to point.
    Line(Vec<(f32, f32)>),
}

/// How an outline is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Stroke {
    /// How wide the line is.
    pub width: f32,
    /// Its colour.
    pub colour: Colour,
    /// Lengths of strokes and gaps; empty for a line without gaps.
    pub dashes: Vec<f32>,
    /// Whether its ends are round.
    pub is_round: bool,
}
