//! What is wrong with a drawing, from its shapes alone.

use dicomply::document::Drawing;
use dicomply::document::drawing::{Area, Head, Mark, Point, Stroke, Text, arrow_head};

/// Everything that is wrong with a drawing.
pub(crate) fn faults(drawing: &Drawing) -> Vec<String> {
    let mut faults = Vec::new();
    let page = Area { x: 0, y: 0, width: drawing.width, height: drawing.height };
    let texts: Vec<&Text> = drawing
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text(text) => Some(text),
            _ => None,
        })
        .collect();
    for mark in &drawing.marks {
        for point in corners(mark) {
            if !holds(page, point) {
                faults.push(format!("{mark:?} is outside of {page:?}"));
            }
        }
    }
    for (number, one) in texts.iter().enumerate() {
        for other in &texts[number + 1..] {
            if meet(one.area(), other.area()) {
                faults.push(format!(
                    "`{}` {:?} and `{}` {:?} overlap",
                    one.text,
                    one.area(),
                    other.text,
                    other.area()
                ));
            }
        }
        for mark in &drawing.marks {
            if let Some(fault) = conflict(mark, one) {
                faults.push(fault);
            }
        }
    }
    faults
}

/// What is wrong between a mark and a text.
fn conflict(mark: &Mark, text: &Text) -> Option<String> {
    let area = text.area();
    let is_fine = match mark {
        Mark::Rectangle { area: shape, .. } => {
            !meet(*shape, area) || corners_of(area).into_iter().all(|corner| holds(*shape, corner))
        }
        Mark::Ellipse { area: shape, .. } => {
            is_beside(*shape, area) || corners_of(area).into_iter().all(|corner| is_inside(*shape, corner))
        }
        Mark::Polygon { points, .. } => {
            !meet(bounds(points), area)
                || corners_of(area).into_iter().all(|corner| is_within(points, corner))
        }
        Mark::Line { points, stroke, start, end } => {
            let crosses = points.windows(2).any(|pair| crosses(area, pair[0], pair[1]));
            let heads =
                [(*start, points.get(1), points.first()), (*end, points.iter().nth_back(1), points.last())];
            let touches = heads.into_iter().any(|(head, from, tip)| match (head, from, tip) {
                (Head::Filled | Head::Open, Some(from), Some(tip)) => {
                    let corners =
                        arrow_head(*from, *tip).map(|corner| Point::new(corner.x / 10, corner.y / 10));
                    corners.into_iter().any(|corner| holds(area, corner))
                }
                _ => false,
            });
            *stroke == Stroke::None || (!crosses && !touches)
        }
        Mark::Text(_) => true,
    };
    (!is_fine).then(|| format!("`{}` {area:?} is in conflict with {mark:?}", text.text))
}

fn corners(mark: &Mark) -> Vec<Point> {
    match mark {
        Mark::Rectangle { area, .. } | Mark::Ellipse { area, .. } => corners_of(*area).to_vec(),
        Mark::Polygon { points, .. } | Mark::Line { points, .. } => points.clone(),
        Mark::Text(text) => corners_of(text.area()).to_vec(),
    }
}

fn corners_of(area: Area) -> [Point; 4] {
    [
        Point::new(area.x, area.y),
        Point::new(area.right(), area.y),
        Point::new(area.right(), area.bottom()),
        Point::new(area.x, area.bottom()),
    ]
}

fn bounds(points: &[Point]) -> Area {
    let xs = || points.iter().map(|point| point.x);
    let ys = || points.iter().map(|point| point.y);
    Area::between(xs().min().unwrap(), ys().min().unwrap(), xs().max().unwrap(), ys().max().unwrap())
}

fn holds(area: Area, point: Point) -> bool {
    area.x <= point.x && point.x <= area.right() && area.y <= point.y && point.y <= area.bottom()
}

fn meet(one: Area, other: Area) -> bool {
    one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom()
}

/// How far a point is from the middle of an ellipse: 1 on its outline.
fn distance(ellipse: Area, x: f64, y: f64) -> f64 {
    let (rx, ry) = (f64::from(ellipse.width) / 2.0, f64::from(ellipse.height) / 2.0);
    let (cx, cy) = (f64::from(ellipse.x) + rx, f64::from(ellipse.y) + ry);
    ((x - cx) / rx).hypot((y - cy) / ry)
}

fn is_inside(ellipse: Area, point: Point) -> bool {
    distance(ellipse, f64::from(point.x), f64::from(point.y)) <= 1.0
}

/// Whether no point of an area is inside an ellipse.
fn is_beside(ellipse: Area, area: Area) -> bool {
    let cx = f64::from(ellipse.x) + f64::from(ellipse.width) / 2.0;
    let cy = f64::from(ellipse.y) + f64::from(ellipse.height) / 2.0;
    let x = cx.clamp(f64::from(area.x), f64::from(area.right()));
    let y = cy.clamp(f64::from(area.y), f64::from(area.bottom()));
    distance(ellipse, x, y) >= 1.0
}

/// Whether a point is inside a convex polygon.
fn is_within(points: &[Point], point: Point) -> bool {
    let sides = points.iter().zip(points.iter().cycle().skip(1)).map(|(from, to)| {
        i64::from(to.x - from.x) * i64::from(point.y - from.y)
            - i64::from(to.y - from.y) * i64::from(point.x - from.x)
    });
    let sides: Vec<i64> = sides.collect();
    sides.iter().all(|side| *side >= 0) || sides.iter().all(|side| *side <= 0)
}

/// Whether a line runs through an area (Liang and Barsky).
fn crosses(area: Area, from: Point, to: Point) -> bool {
    let (dx, dy) = (f64::from(to.x - from.x), f64::from(to.y - from.y));
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    let sides = [
        (-dx, from.x - area.x),
        (dx, area.right() - from.x),
        (-dy, from.y - area.y),
        (dy, area.bottom() - from.y),
    ];
    for (direction, room) in sides {
        let room = f64::from(room);
        if direction == 0.0 {
            if room <= 0.0 {
                return false;
            }
        } else if direction < 0.0 {
            enter = enter.max(room / direction);
        } else {
            leave = leave.min(room / direction);
        }
    }
    enter < leave
}
