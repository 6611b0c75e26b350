//! SVG of a drawing: real text, colours by class, a title and a description.

use std::fmt::Write as _;

use crate::document::drawing::{
    Area, Fill, Head, Ink, Mark, Point, Stroke, Subject, Text, Topic, arrow_head,
};
use crate::document::{Alignment, Drawing};

/// The fonts of the texts, all as wide as the one that they were laid out with.
pub const FONTS: &str = "'Liberation Sans', Arimo, Arial, Helvetica, sans-serif";

/// The drawing as part of a page that has the classes of [`CLASSES`]. `id` makes the identifiers in it unique.
pub fn inline(drawing: &Drawing, description: &str, id: &str) -> String {
    write(drawing, description, id, "")
}

/// The drawing as a file of its own.
pub fn file(drawing: &Drawing, description: &str) -> String {
    let (light, dark) = (COLOURS[0], COLOURS[1]);
    let style = format!(
        "<style>svg{{{light}}}@media (prefers-color-scheme:dark){{svg{{{dark}}}}}{CLASSES}</style>\
         <rect width=\"100%\" height=\"100%\" class=\"fp\"/>"
    );
    write(drawing, description, "figure", &style) + "\n"
}

/// The colours of a drawing on a light and on a dark page.
const COLOURS: [&str; 2] = [
    "--page:#ffffff;--text:#1c2127;--quiet:#56606b;--edge:#66707b;--tint:#f2f4f7;--shade:#dde4ec;--accent:#2b5c8a",
    "--page:#15181c;--text:#e3e7eb;--quiet:#a6b0bb;--edge:#8b95a1;--tint:#20252b;--shade:#34414e;--accent:#9cc3ea",
];

/// What the classes of a drawing look like: fills `f…`, strokes `s…`, inks `t…`.
pub const CLASSES: &str = "\
.fn{fill:none}.fp{fill:var(--page)}.ft{fill:var(--tint)}.fs{fill:var(--shade)}.fx{fill:var(--text)}.fa{fill:var(--accent)}\
.sn{stroke:none}.sw{stroke:var(--text);stroke-width:3.75}.sp{stroke:var(--page);stroke-width:1.25}.sf,.sd,.so,.sq,.sr{stroke:var(--text);stroke-width:1.25}.sd{stroke-dasharray:6 4}\
.so{stroke-dasharray:1.5 3.5;stroke-linecap:round}.sq,.sr{stroke:var(--edge);stroke-width:1}\
.sr{stroke-dasharray:5 4}.tt{fill:var(--text)}.tq{fill:var(--quiet)}.tp{fill:var(--page)}\
.way{fill:none;stroke:none}";

fn write(drawing: &Drawing, description: &str, id: &str, style: &str) -> String {
    let mut out = String::with_capacity(drawing.marks.len() * 110 + 600);
    let Drawing { width, height, title, marks, subjects } = drawing;
    let id = escaped(id);
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" \
         width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"{FONTS}\">\
         <title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>{style}",
        escaped(title),
        escaped(description),
    );
    let mut from = 0;
    for subject in subjects {
        marks[from..subject.marks.start].iter().for_each(|mark| append(mark, &mut out));
        append_subject(subject, marks, &mut out);
        from = subject.marks.end;
    }
    marks[from..].iter().for_each(|mark| append(mark, &mut out));
    out.push_str("</svg>");
    out
}

/// The marks of a subject, in a group that says what they are about.
fn append_subject(subject: &Subject, marks: &[Mark], out: &mut String) {
    let topic = match subject.topic {
        Topic::Entity => "entity",
        Topic::Link => "link",
    };
    let numbers: Vec<String> = subject.numbers.iter().map(ToString::to_string).collect();
    let _ = write!(out, "<g data-{topic}=\"{}\">", numbers.join(" "));
    marks[subject.marks.clone()].iter().for_each(|mark| append(mark, out));
    for (number, points) in &subject.ways {
        let _ =
            write!(out, "<polyline points=\"{}\" class=\"way\" data-way=\"{number}\"/>", coordinates(points));
    }
    out.push_str("</g>");
}

fn append(mark: &Mark, out: &mut String) {
    match mark {
        Mark::Rectangle { area, corner, fill, stroke } => {
            let Area { x, y, width, height } = area;
            let corner = if *corner > 0 { format!(" rx=\"{corner}\"") } else { String::new() };
            let _ = write!(
                out,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{corner}{}/>",
                classes(*fill, *stroke)
            );
        }
        Mark::Ellipse { area, fill, stroke } => {
            let half = |length: i32| tenths(length * 5);
            let (cx, cy) = (half(area.x * 2 + area.width), half(area.y * 2 + area.height));
            let (rx, ry) = (half(area.width), half(area.height));
            let _ = write!(
                out,
                "<ellipse cx=\"{cx}\" cy=\"{cy}\" rx=\"{rx}\" ry=\"{ry}\"{}/>",
                classes(*fill, *stroke)
            );
        }
        Mark::Polygon { points, fill, stroke } => {
            let _ = write!(out, "<polygon points=\"{}\"{}/>", coordinates(points), classes(*fill, *stroke));
        }
        Mark::Line { points, stroke, start, end } => {
            append_line(points, &classes(Fill::None, *stroke), out);
            if *stroke == Stroke::Double {
                append_line(points, " class=\"fn sp\"", out);
            }
            if let [first, second, ..] = points[..] {
                head(second, first, *start, out);
            }
            if let [.., before, last] = points[..] {
                head(before, last, *end, out);
            }
        }
        Mark::Text(text) => append_text(text, out),
    }
}

fn append_line(points: &[Point], classes: &str, out: &mut String) {
    let _ = match points[..] {
        [Point { x, y }, Point { x: x2, y: y2 }] => {
            write!(out, "<line x1=\"{x}\" y1=\"{y}\" x2=\"{x2}\" y2=\"{y2}\"{classes}/>")
        }
        _ => write!(out, "<polyline points=\"{}\"{classes}/>", coordinates(points)),
    };
}

/// The arrow head of a line that comes from `from` and ends at `tip`.
fn head(from: Point, tip: Point, head: Head, out: &mut String) {
    let (element, class) = match head {
        Head::None => return,
        Head::Filled => ("polygon", "fx sn"),
        Head::Open => ("polyline", "fn sf"),
    };
    let [one, other] = arrow_head(from, tip);
    let _ = write!(
        out,
        "<{element} points=\"{},{} {},{} {},{}\" class=\"{class}\"/>",
        tenths(one.x),
        tenths(one.y),
        tip.x,
        tip.y,
        tenths(other.x),
        tenths(other.y)
    );
}

fn append_text(text: &Text, out: &mut String) {
    let anchor = match text.alignment {
        Alignment::Start => "",
        Alignment::Center => " text-anchor=\"middle\"",
        Alignment::End => " text-anchor=\"end\"",
    };
    let weight = if text.is_bold { " font-weight=\"700\"" } else { "" };
    let ink = match text.ink {
        Ink::Text => "tt",
        Ink::Quiet => "tq",
        Ink::Page => "tp",
    };
    let _ = write!(
        out,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor} textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\" \
         class=\"{ink}\">{}</text>",
        text.at.x,
        text.at.y,
        text.size,
        tenths(text.width),
        escaped(&text.text)
    );
}

fn classes(fill: Fill, stroke: Stroke) -> String {
    let fill = match fill {
        Fill::None => "fn",
        Fill::Page => "fp",
        Fill::Tint => "ft",
        Fill::Shade => "fs",
        Fill::Accent => "fa",
    };
    let stroke = match stroke {
        Stroke::None => "sn",
        Stroke::Full => "sf",
        // What lies below; `append` draws the gap.
        Stroke::Double => "sw",
        Stroke::Dashed => "sd",
        Stroke::Dotted => "so",
        Stroke::Quiet => "sq",
        Stroke::QuietDashed => "sr",
    };
    format!(" class=\"{fill} {stroke}\"")
}

fn coordinates(points: &[Point]) -> String {
    let points: Vec<_> = points.iter().map(|point| format!("{},{}", point.x, point.y)).collect();
    points.join(" ")
}

/// A number of tenths as SVG has it.
fn tenths(length: i32) -> String {
    let sign = if length < 0 { "-" } else { "" };
    match length.abs() % 10 {
        0 => format!("{sign}{}", length.abs() / 10),
        rest => format!("{sign}{}.{rest}", length.abs() / 10),
    }
}

/// Text in an element or a value; what XML cannot hold is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(letter),
        }
    }
    out
}
