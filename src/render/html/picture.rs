//! Drawings inside the page.

use std::fmt::Write as _;

use crate::document::{Image, Picture, Raster};
use crate::render::svg;

use super::Page;
use super::base64;
use super::escape::escaped;

impl Page<'_> {
    /// A picture under an id of its own: a drawing as part of the page, so that it takes the colours of the page and
    /// can be searched.
    pub(super) fn picture(&mut self, picture: &Picture, id: &str) {
        match &picture.image {
            Image::Drawing(drawing) => {
                let svg = svg::inline(drawing, &picture.description, id);
                let _ = write!(self.out, "<div class=\"drawing\">{svg}</div>");
            }
            Image::Svg(svg) => self.foreign(svg, &picture.description),
            Image::Raster(raster) => self.pixels(raster, &picture.description),
        }
    }

    /// Pixels, as a part of the file.
    fn pixels(&mut self, raster: &Raster, description: &str) {
        let Raster { format, bytes, width, height } = raster;
        let _ = write!(
            self.out,
            "<img class=\"drawing\" alt=\"{}\" width=\"{width}\" height=\"{height}\" src=\"data:{};base64,",
            escaped(description),
            format.media_type(),
        );
        base64::append(bytes, &mut self.out);
        self.raw("\">");
    }

    /// A picture that somebody else has drawn: as part of the page where it is made of shapes and text only; as an
    /// image otherwise, which browsers run no script in.
    fn foreign(&mut self, svg: &str, description: &str) {
        let description = escaped(description);
        if is_plain(svg) {
            let _ = write!(
                self.out,
                "<div class=\"drawing foreign\" role=\"img\" aria-label=\"{description}\">{svg}</div>"
            );
        } else if !svg.is_empty() {
            let address = percent_encoded(svg);
            let _ = write!(
                self.out,
                "<img class=\"drawing\" alt=\"{description}\" src=\"data:image/svg+xml,{address}\">"
            );
        } else {
            let _ = write!(self.out, "<p>{description}</p>");
        }
    }
}

/// Elements that draw and do nothing else.
const ELEMENTS: [&str; 16] = [
    "svg", "g", "defs", "marker", "title", "desc", "rect", "circle", "ellipse", "line", "polyline",
    "polygon", "path", "text", "tspan", "clippath",
];

/// Attributes that say how something is drawn and do nothing else.
const ATTRIBUTES: [&str; 62] = [
    "clip-path",
    "clip-rule",
    "cx",
    "cy",
    "d",
    "dominant-baseline",
    "dx",
    "dy",
    "fill",
    "fill-opacity",
    "fill-rule",
    "font-family",
    "font-size",
    "font-style",
    "font-weight",
    "height",
    "id",
    "letter-spacing",
    "marker-end",
    "marker-mid",
    "marker-start",
    "markerheight",
    "markerunits",
    "markerwidth",
    "opacity",
    "orient",
    "pathlength",
    "points",
    "preserveaspectratio",
    "r",
    "refx",
    "refy",
    "role",
    "rotate",
    "rx",
    "ry",
    "shape-rendering",
    "stroke",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-opacity",
    "stroke-width",
    "text-anchor",
    "text-rendering",
    "textlength",
    "transform",
    "vector-effect",
    "version",
    "viewbox",
    "visibility",
    "width",
    "word-spacing",
    "x",
    "x1",
    "x2",
    "xmlns",
    "y",
    "y1",
    "y2",
];

/// Whether `svg` is made of [`ELEMENTS`] and [`ATTRIBUTES`] only, so that nothing in it runs or loads anything.
fn is_plain(svg: &str) -> bool {
    let svg = svg.trim().to_ascii_lowercase();
    let refused = ["<!", "<?", "&#", "\0"];
    svg.starts_with("<svg")
        && svg.ends_with("</svg>")
        && !refused.iter().any(|word| svg.contains(word))
        && svg.split("url(").skip(1).all(|rest| rest.starts_with('#'))
        && svg.split('<').skip(1).all(is_known_element)
        && has_known_attributes(&svg)
}

fn is_known_element(piece: &str) -> bool {
    let name = piece.trim_start_matches('/');
    let end = name.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(name.len());
    ELEMENTS.contains(&&name[..end])
}

/// Whether every word before an equals sign is a known attribute, wherever the sign stands: a sign in a text makes
/// the drawing an image, which does no harm.
fn has_known_attributes(svg: &str) -> bool {
    let pieces: Vec<&str> = svg.split('=').collect();
    let (_, before) = pieces.split_last().unwrap_or((&"", &[]));
    before.iter().all(|piece| {
        let name =
            piece.trim_end().rsplit(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').next();
        name.is_some_and(|name| ATTRIBUTES.contains(&name))
    })
}

fn percent_encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric()
            || matches!(byte, b'-' | b'.' | b'_' | b'/' | b':' | b'=' | b' ' | b',')
        {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
