//! Shapes of drawings become paths.

use krilla::geom::{Path, PathBuilder, Rect};
use krilla::paint::{LineCap, Stroke as FileStroke, StrokeDash};
use krilla::surface::Surface;

use crate::render::typeset::page::{Colour, Outline, Stroke};

use super::paint::{fill, paint};

/// How far the control points of a quarter of a circle are from its ends.
const ARC: f32 = 0.552_284_8;

/// Draws a shape.
pub(super) fn draw(
    surface: &mut Surface,
    (x, y): (f32, f32),
    outline: &Outline,
    colour: Option<Colour>,
    stroke: Option<&Stroke>,
) {
    let Some(path) = path((x, y), outline) else { return };
    if colour.is_none() && stroke.is_none() {
        return;
    }
    surface.set_fill(colour.map(fill));
    surface.set_stroke(stroke.map(stroked));
    surface.draw_path(&path);
    surface.set_stroke(None);
}

fn stroked(stroke: &Stroke) -> FileStroke {
    FileStroke {
        paint: paint(stroke.colour),
        width: stroke.width,
        line_cap: if stroke.is_round { LineCap::Round } else { LineCap::Butt },
        dash: (!stroke.dashes.is_empty()).then(|| StrokeDash { array: stroke.dashes.clone(), offset: 0.0 }),
        ..FileStroke::default()
    }
}

/// The outline at its place.
fn path((x, y): (f32, f32), outline: &Outline) -> Option<Path> {
    let mut path = PathBuilder::new();
    match outline {
        Outline::Rectangle { width, height, corner } => {
            let corner = corner.min(width / 2.0).min(height / 2.0);
            if corner > 0.0 {
                rounded(&mut path, (x, y), (*width, *height), (corner, corner));
            } else {
                path.push_rect(Rect::from_xywh(x, y, *width, *height)?);
            }
        }
        Outline::Ellipse { width, height } => {
            rounded(&mut path, (x, y), (*width, *height), (width / 2.0, height / 2.0));
        }
        Outline::Polygon(points) => {
            line(&mut path, (x, y), points);
            path.close();
        }
        Outline::Line(points) => line(&mut path, (x, y), points),
    }
    path.finish()
}

fn line(path: &mut PathBuilder, (x, y): (f32, f32), points: &[(f32, f32)]) {
    for (place, point) in points.iter().enumerate() {
        if place == 0 {
            path.move_to(x + point.0, y + point.1);
        } else {
            path.line_to(x + point.0, y + point.1);
        }
    }
}

/// A rectangle whose corners are quarters of an ellipse with these radii.
fn rounded(path: &mut PathBuilder, (x, y): (f32, f32), (width, height): (f32, f32), (rx, ry): (f32, f32)) {
    let (right, bottom) = (x + width, y + height);
    let (dx, dy) = (rx * (1.0 - ARC), ry * (1.0 - ARC));
    path.move_to(x + rx, y);
    path.line_to(right - rx, y);
    path.cubic_to(right - dx, y, right, y + dy, right, y + ry);
    path.line_to(right, bottom - ry);
    path.cubic_to(right, bottom - dy, right - dx, bottom, right - rx, bottom);
    path.line_to(x + rx, bottom);
    path.cubic_to(x + dx, bottom, x, bottom - dy, x, bottom - ry);
    path.line_to(x, y + ry);
    path.cubic_to(x, y + dy, x + dx, y, x + rx, y);
    path.close();
}
