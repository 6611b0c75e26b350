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
    /// The picture in a file: SVG, PNG or JPEG. Or what is wrong with it, as the rest of a sentence that begins with
    /// its name.
    ///
    /// Of a drawing in SVG only its shapes stay: no scripts, no links, no style sheets, nothing from elsewhere.
    pub fn read(bytes: Vec<u8>) -> Result<Self, String> {
        if bytes.starts_with(&[0x1F, 0x8B]) {
            return Err("is compressed, where plain SVG belongs".to_owned());
        }
        let is_markup = |byte: &&u8| !byte.is_ascii_whitespace() && !matches!(byte, 0xEF | 0xBB | 0xBF);
        if bytes.iter().find(is_markup) != Some(&b'<') {
            let raster = Raster::read(bytes)?;
            return Ok(Self::Raster(raster));
        }
        let text = std::str::from_utf8(&bytes).map_err(|_| "is not in UTF-8".to_owned())?;
        svg::clean(text.trim_start_matches('\u{FEFF}')).map(Self::Svg)
    }
}

impl Default for Image {
    fn default() -> Self {
        Self::Svg(String::new())
    }
}
