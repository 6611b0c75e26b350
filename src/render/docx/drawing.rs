//! Drawings as groups of shapes: vectors that Word scales, and texts that it finds.

use crate::document::drawing::{Area, Fill, Head, Ink, Mark, Point, Stroke, Text, arrow_head};
use crate::document::{Alignment, Drawing};

use super::look::Look;
use super::properties::{Paragraph, Run};
use super::runs;
use super::xml::{Attribute, Xml};

/// English metric units in a tenth of a pixel of 1/96 inch.
const TENTH: i64 = 952;

/// English metric units in a twentieth of a point.
pub(super) const TWENTIETH: i64 = 635;

/// Writes `drawing` as one group of shapes, scaled by `scale` thousandths.
pub(super) fn write(xml: &mut Xml, drawing: &Drawing, scale: i64, look: &Look) {
    let (width, height) = size(drawing, scale);
    xml.open("wpg:wgp", &[]);
    xml.empty("wpg:cNvGrpSpPr", &[]);
    xml.open("wpg:grpSpPr", &[]);
    xml.open("a:xfrm", &[]);
    xml.empty("a:off", &[("x", &0), ("y", &0)]);
    xml.empty("a:ext", &[("cx", &width), ("cy", &height)]);
    xml.empty("a:chOff", &[("x", &0), ("y", &0)]);
    xml.empty("a:chExt", &[("cx", &width), ("cy", &height)]);
    xml.close("a:xfrm");
    xml.close("wpg:grpSpPr");
    let mut pen = Pen { xml, look, scale };
    drawing.marks.iter().for_each(|mark| pen.mark(mark));
    xml.close("wpg:wgp");
}

/// How large a drawing becomes, in English metric units.
pub(super) fn size(drawing: &Drawing, scale: i64) -> (i64, i64) {
    let length = |pixels: i32| (i64::from(pixels.max(1)) * 10 * TENTH * scale / 1000).max(1);
    (length(drawing.width), length(drawing.height))
}

struct Pen<'x> {
    xml: &'x mut Xml,
    look: &'x Look,
    scale: i64,
}

/// A place in English metric units.
#[derive(Clone, Copy)]
struct Place {
    x: i64,
    y: i64,
}

impl Pen<'_> {
    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Rectangle { area, corner, fill, stroke } => self.rectangle(*area, *corner, *fill, *stroke),
            Mark::Ellipse { area, fill, stroke } => {
                self.shape(*area, |pen| {
                    pen.preset("ellipse", None);
                    pen.paint(*fill, *stroke);
                });
            }
            Mark::Polygon { points, fill, stroke } => {
                let places: Vec<Place> = points.iter().map(|point| self.place(*point)).collect();
                self.path(&places, true, |pen| pen.paint(*fill, *stroke));
            }
            Mark::Line { points, stroke, start, end } => {
                let places: Vec<Place> = points.iter().map(|point| self.place(*point)).collect();
                self.path(&places, false, |pen| pen.paint(Fill::None, *stroke));
                if let [first, second, ..] = points[..] {
                    self.head(second, first, *start);
                }
                if let [.., before, last] = points[..] {
                    self.head(before, last, *end);
                }
            }
            Mark::Text(text) => self.text(text),
        }
    }

    fn rectangle(&mut self, area: Area, corner: i32, fill: Fill, stroke: Stroke) {
        self.shape(area, |pen| {
            if corner > 0 {
                let shorter = area.width.min(area.height).max(1);
                pen.preset("roundRect", Some(i64::from(corner) * 100_000 / i64::from(shorter)));
            } else {
                pen.preset("rect", None);
            }
            pen.paint(fill, stroke);
        });
    }

    /// The arrow head of a line that comes from `from` and ends at `tip`.
    fn head(&mut self, from: Point, tip: Point, head: Head) {
        let [one, other] = arrow_head(from, tip)
            .map(|tenths| Place { x: self.length(i64::from(tenths.x)), y: self.length(i64::from(tenths.y)) });
        let places = [one, self.place(tip), other];
        match head {
            Head::None => {}
            Head::Filled => self.path(&places, true, |pen| {
                pen.solid(pen.look.text);
                pen.stroke(Stroke::None);
            }),
            Head::Open => self.path(&places, false, |pen| pen.paint(Fill::None, Stroke::Full)),
        }
    }

    /// A length in tenths of a pixel as the page has it.
    fn length(&self, tenths: i64) -> i64 {
        tenths * TENTH * self.scale / 1000
    }

    fn place(&self, point: Point) -> Place {
        Place { x: self.length(i64::from(point.x) * 10), y: self.length(i64::from(point.y) * 10) }
    }

    /// A shape that fills an area.
    fn shape(&mut self, area: Area, content: impl FnOnce(&mut Self)) {
        let from = self.place(Point::new(area.x, area.y));
        let to = self.place(Point::new(area.right(), area.bottom()));
        self.begin(from, to, false);
        content(self);
        self.end();
    }

    /// The begin of a shape: its place.
    fn begin(&mut self, from: Place, to: Place, is_text: bool) {
        let (width, height) = ((to.x - from.x).max(0), (to.y - from.y).max(0));
        self.xml.open("wps:wsp", &[]);
        let is_text_box: &[Attribute] = if is_text { &[("txBox", &1)] } else { &[] };
        self.xml.empty("wps:cNvSpPr", is_text_box);
        self.xml.open("wps:spPr", &[]);
        self.xml.open("a:xfrm", &[]);
        self.xml.empty("a:off", &[("x", &from.x), ("y", &from.y)]);
        self.xml.empty("a:ext", &[("cx", &width), ("cy", &height)]);
        self.xml.close("a:xfrm");
    }

    fn end(&mut self) {
        self.xml.close("wps:spPr");
        self.xml.empty("wps:bodyPr", &[]);
        self.xml.close("wps:wsp");
    }

    fn preset(&mut self, name: &str, corner: Option<i64>) {
        self.xml.open("a:prstGeom", &[("prst", &name)]);
        match corner {
            Some(corner) => {
                self.xml.open("a:avLst", &[]);
                let formula = format!("val {}", corner.min(50_000));
                self.xml.empty("a:gd", &[("name", &"adj"), ("fmla", &formula)]);
                self.xml.close("a:avLst");
            }
            None => self.xml.empty("a:avLst", &[]),
        }
        self.xml.close("a:prstGeom");
    }

    /// Straight lines from place to place.
    fn path(&mut self, places: &[Place], is_closed: bool, paint: impl FnOnce(&mut Self)) {
        let ([first, ..], true) = (places, places.len() > 1) else { return };
        let (mut from, mut to) = (*first, *first);
        for place in places {
            from = Place { x: from.x.min(place.x), y: from.y.min(place.y) };
            to = Place { x: to.x.max(place.x), y: to.y.max(place.y) };
        }
        self.begin(from, to, false);
        self.xml.open("a:custGeom", &[]);
        for list in ["a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"] {
            self.xml.empty(list, &[]);
        }
        self.xml.empty("a:rect", &[("l", &"0"), ("t", &"0"), ("r", &"r"), ("b", &"b")]);
        self.xml.open("a:pathLst", &[]);
        let (width, height) = (to.x - from.x, to.y - from.y);
        self.xml.open("a:path", &[("w", &width), ("h", &height)]);
        for (number, place) in places.iter().enumerate() {
            let name = if number == 0 { "a:moveTo" } else { "a:lnTo" };
            self.xml.open(name, &[]);
            self.xml.empty("a:pt", &[("x", &(place.x - from.x)), ("y", &(place.y - from.y))]);
            self.xml.close(name);
        }
        if is_closed {
            self.xml.empty("a:close", &[]);
        }
        self.xml.close("a:path");
        self.xml.close("a:pathLst");
        self.xml.close("a:custGeom");
        paint(self);
        self.end();
    }

    fn paint(&mut self, fill: Fill, stroke: Stroke) {
        match fill {
            Fill::None => self.xml.empty("a:noFill", &[]),
            Fill::Page => self.solid("FFFFFF"),
            Fill::Tint => self.solid(self.look.tint),
            Fill::Shade => self.solid("DDE4EC"),
            Fill::Accent => self.solid(&self.look.accent),
        }
        self.stroke(stroke);
    }

    fn solid(&mut self, colour: &str) {
        self.xml.open("a:solidFill", &[]);
        self.xml.empty("a:srgbClr", &[("val", &colour)]);
        self.xml.close("a:solidFill");
    }

    fn stroke(&mut self, stroke: Stroke) {
        let is_quiet = matches!(stroke, Stroke::Quiet | Stroke::QuietDashed);
        let width = self.length(match stroke {
            Stroke::Double => 38,
            _ if is_quiet => 10,
            _ => 12,
        });
        if stroke == Stroke::Double {
            self.xml.open("a:ln", &[("w", &width), ("cmpd", &"dbl")]);
        } else {
            self.xml.open("a:ln", &[("w", &width)]);
        }
        if stroke == Stroke::None {
            self.xml.empty("a:noFill", &[]);
        } else {
            self.solid(if is_quiet { self.look.edge } else { self.look.text });
            let dash = match stroke {
                Stroke::Dashed | Stroke::QuietDashed => "dash",
                Stroke::Dotted => "sysDot",
                _ => "solid",
            };
            self.xml.empty("a:prstDash", &[("val", &dash)]);
        }
        self.xml.close("a:ln");
    }

    /// A text, in a box that has room for fonts a little wider.
    fn text(&mut self, text: &Text) {
        let size = i64::from(text.size) * 15 * self.scale / 10_000;
        let size = size.max(2);
        // The upper side of a line of Arial is so much above its base line.
        let top = i64::from(text.at.y) * 10 * TENTH * self.scale / 1000 - size * 6350 * 905 / 1000;
        let (half, room) = (i64::from(text.width) / 2, 60);
        let at = i64::from(text.at.x) * 10;
        let (from, to, alignment) = match text.alignment {
            Alignment::Start => (at, at + 2 * half + 2 * room, None),
            Alignment::Center => (at - half - room, at + half + room, Some("center")),
            Alignment::End => (at - 2 * half - 2 * room, at, Some("right")),
        };
        let from = Place { x: self.length(from), y: top };
        let to = Place { x: self.length(to), y: top + size * 6350 * 12 / 10 };
        self.begin(from, to, true);
        self.preset("rect", None);
        self.xml.empty("a:noFill", &[]);
        self.stroke(Stroke::None);
        self.xml.close("wps:spPr");
        self.xml.open("wps:txbx", &[]);
        self.xml.open("w:txbxContent", &[]);
        self.xml.open("w:p", &[]);
        Paragraph { style: "FigureText", alignment, ..Paragraph::default() }.write(self.xml);
        let colour = match text.ink {
            Ink::Text => self.look.text,
            Ink::Quiet => self.look.quiet,
            Ink::Page => "FFFFFF",
        };
        let bold = text.is_bold.then_some(true);
        let size = i32::try_from(size).ok();
        runs::text(self.xml, &text.text, Run { bold, size, colour: Some(colour), ..Run::default() });
        self.xml.close("w:p");
        self.xml.close("w:txbxContent");
        self.xml.close("wps:txbx");
        self.xml.empty(
            "wps:bodyPr",
            &[("wrap", &"square"), ("lIns", &0), ("tIns", &0), ("rIns", &0), ("bIns", &0), ("anchor", &"t")],
        );
        self.xml.close("wps:wsp");
    }
}

/// The scale, in thousandths and at most 1000, at which something fits into a room.
pub(super) fn fitting(width: i64, height: i64, room: (i64, i64)) -> i64 {
    let scale = (room.0 * 1000 / width.max(1)).min(room.1 * 1000 / height.max(1));
    scale.clamp(1, 1000)
}
