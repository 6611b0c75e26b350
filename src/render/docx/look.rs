//! The colours of a document, and the pages that it is laid out for.

use crate::config::Paper;
use crate::document::Meta;

/// Colours as Word writes them, and the room for text. Lengths are twentieths of a point.
#[derive(Debug, Clone)]
pub(super) struct Look {
    pub(super) text: &'static str,
    pub(super) quiet: &'static str,
    pub(super) line: &'static str,
    pub(super) edge: &'static str,
    pub(super) tint: &'static str,
    pub(super) alert: &'static str,
    pub(super) link: &'static str,
    pub(super) accent: String,
    /// The font of running text.
    pub(super) font: String,
    /// The font of codes.
    pub(super) code_font: String,
    pub(super) page: Page,
    /// The width of the text on an upright page.
    pub(super) text_width: i32,
}

/// An upright page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) top: i32,
    pub(super) bottom: i32,
    /// The distance of the header from the upper side of the paper.
    pub(super) header: i32,
    /// The distance of the footer from the lower side of the paper.
    pub(super) footer: i32,
}

/// The accent colour where branding asks for none.
const ACCENT: &str = "2B5C8A";

/// The fonts where branding asks for none: every computer has them, or some as wide.
const FONT: &str = "Arial";
const CODE_FONT: &str = "Courier New";

impl Look {
    /// The look of a document on `page`.
    pub(super) fn of(page: Page, meta: &Meta) -> Self {
        let accent = meta.accent.as_deref();
        let accent = accent.and_then(|colour| colour.strip_prefix('#')).unwrap_or(ACCENT);
        let font = |family: &str, default: &str| {
            if family.is_empty() { default.to_owned() } else { family.to_owned() }
        };
        let is_colour = accent.len() == 6 && accent.chars().all(|digit| digit.is_ascii_hexdigit());
        Self {
            text: "1C2127",
            quiet: "56606B",
            line: "D5DAE0",
            edge: "66707B",
            tint: "F2F4F7",
            alert: "9A3412",
            link: "0A56A3",
            accent: if is_colour { accent.to_ascii_uppercase() } else { ACCENT.to_owned() },
            font: font(&meta.text_font, FONT),
            code_font: font(&meta.code_font, CODE_FONT),
            page,
            text_width: page.text_width(),
        }
    }
}

impl Page {
    /// An upright page of `paper`, with margins that survive binding.
    pub(super) const fn of(paper: Paper) -> Self {
        let (width, height) = paper.size_in_twentieths();
        Self { width, height, left: 1361, right: 1021, top: 1361, bottom: 1247, header: 680, footer: 624 }
    }

    /// The same page on its side: what was above is at the left, where it is bound.
    pub(super) const fn turned(self) -> Self {
        Self {
            width: self.height,
            height: self.width,
            left: self.top,
            right: self.bottom,
            top: self.left,
            bottom: self.right,
            ..self
        }
    }

    /// How wide text is.
    pub(super) const fn text_width(self) -> i32 {
        let width = self.width - self.left - self.right;
        if width < 1440 { 1440 } else { width }
    }

    /// How high text is.
    pub(super) const fn text_height(self) -> i32 {
        let height = self.height - self.top - self.bottom;
        if height < 1440 { 1440 } else { height }
    }
}
