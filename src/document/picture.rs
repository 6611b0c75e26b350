//! What is to be seen: drawings of ours, drawings and pixels of others.

use super::drawing::Drawing;
use super::raster::Raster;
use super::svg;

/// What is to be seen, with the words for who cannot see it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Picture {
    /// What is drawn.
    pub image: Image,
    /// What is to be seen, in a sentence or two.
    pub description: String,
    /// What the picture says, one thing a line, where the text around it does not say it.
    pub words: Vec<String>,
}

/// What a picture is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Image {
    /// Shapes and texts, which every writer draws in its own way.
    Drawing(Drawing),
    /// SVG with a `viewBox`, such as a logo. Identifiers in it are prefixed by who made it: they share the page with
    /// all others.
    Svg(String),
    /// Pixels, such as a logo.
    Raster(Raster),
}

impl Image {
    /// The picture in a file: SVG, PNG or JPEG.
    ///
    /// Of a drawing in SVG only its shapes stay: no scripts, no links, no style sheets, nothing from elsewhere.
    pub fn read(bytes: Vec<u8>) -> Result<Self, Unfit> {
        if bytes.starts_with(&[0x1F, 0x8B]) {
            return Err(Unfit::new("is compressed, where plain SVG belongs", "save it as plain SVG"));
        }
        let is_markup = |byte: &&u8| !byte.is_ascii_whitespace() && !matches!(byte, 0xEF | 0xBB | 0xBF);
        if bytes.iter().find(is_markup) != Some(&b'<') {
            let raster = Raster::read(bytes)?;
            return Ok(Self::Raster(raster));
        }
        let text =
            std::str::from_utf8(&bytes).map_err(|_| Unfit::new("is not in UTF-8", "save it in UTF-8"))?;
        svg::clean(text.trim_start_matches('\u{FEFF}')).map(Self::Svg)
    }
}

impl Default for Image {
    fn default() -> Self {
        Self::Svg(String::new())
    }
}

/// Why a file is no picture for a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfit {
    /// What is wrong with it, as the rest of a sentence that begins with its name.
    pub fault: String,
    /// What to do about it; empty where that goes without saying.
    pub remedy: &'static str,
}

impl Unfit {
    pub(super) fn new(fault: impl Into<String>, remedy: &'static str) -> Self {
        Self { fault: fault.into(), remedy }
    }
}
