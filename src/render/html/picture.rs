//! Drawings inside the page.

use std::fmt::Write as _;

use crate::document::Picture;

use super::Page;
use super::escape::escaped;

impl Page<'_> {
    /// A drawing: as part of the page where it is made of shapes and text only, so that it takes the colours of
    /// the page and can be searched; as an image otherwise, which browsers run no script in.
    pub(super) fn picture(&mut self, picture: &Picture) {
        let description = escaped(&picture.description);
        if is_plain(&picture.svg) {
            let _ = write!(
                self.out,
                "<div class=\"drawing\" role=\"img\" aria-label=\"{description}\">{}</div>",
                picture.svg
            );
        } else if !picture.svg.is_empty() {
            let address = percent_encoded(&picture.svg);
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
const ELEMENTS: [&str; 17] = [
    "svg",
    "g",
    "defs",
    "marker",
    "title",
    "desc",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "path",
    "text",
    "tspan",
    "clippath",
    "lineargradient",
];

/// Whether `svg` holds only elements of [`ELEMENTS`], and no attribute that runs or loads something.
fn is_plain(svg: &str) -> bool {
    let svg = svg.trim();
    if !svg.starts_with("<svg") || !svg.ends_with("</svg>") || svg.contains("<!") || svg.contains("<?") {
        return false;
    }
    svg.split('<').skip(1).all(|piece| {
        let Some((tag, _)) = piece.split_once('>') else { return false };
        let name = tag.trim_start_matches('/').split([' ', '\n', '\t', '/']).next().unwrap_or_default();
        ELEMENTS.contains(&name.to_ascii_lowercase().as_str()) && has_plain_attributes(tag)
    })
}

fn has_plain_attributes(tag: &str) -> bool {
    let lower = tag.to_ascii_lowercase();
    let loads = ["href", "javascript:", "data:", "@import", "url(http", "url(//", "&#"];
    let runs = lower
        .split([' ', '\n', '\t', '\r', '"', '\'', '/'])
        .any(|word| word.starts_with("on") && word.contains('='));
    !runs && !loads.iter().any(|word| lower.contains(word))
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
