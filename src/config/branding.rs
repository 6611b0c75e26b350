//! `Branding`: how the documents of a project look, with the files that takes.

use std::fmt;
use std::sync::Arc;

use super::Paper;

/// How the documents of a project look. Without a word from the user they look as they always do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Branding {
    /// The logo on the cover: an SVG, PNG or JPEG file.
    pub logo: Option<BrandFile>,
    /// What the logo shows, for who cannot see it; empty where nobody has said it.
    pub logo_description: String,
    /// The colour of the few lines and marks that are not grey.
    pub accent: Option<Color>,
    /// The fonts of running text, in any order; empty where the built-in ones serve.
    pub text_font: Vec<FontFile>,
    /// The fonts of UIDs, tags and codes; empty where the built-in ones serve.
    pub code_font: Vec<FontFile>,
    /// Fonts that are asked for the characters that the others lack, in this order.
    pub fallback_fonts: Vec<FontFile>,
    /// Who may read the documents; empty where everybody may.
    pub confidentiality: String,
    /// What documents are printed on.
    pub paper: Paper,
    /// The Word document that lends its styles.
    pub reference: Option<BrandFile>,
}

/// A file, with the name that messages call it by.
#[derive(Clone, PartialEq, Eq)]
pub struct BrandFile {
    /// Its path.
    pub path: String,
    /// What is in it.
    pub bytes: Arc<Vec<u8>>,
}

/// A font.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FontFile {
    /// The file.
    pub file: BrandFile,
    /// The name of the family that the font belongs to, such as `Noto Sans JP`.
    pub family: String,
}

impl fmt::Debug for BrandFile {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} ({} bytes)", self.path, self.bytes.len())
    }
}

/// A colour, written `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Color {
    /// The share of red, to 255.
    pub red: u8,
    /// The share of green, to 255.
    pub green: u8,
    /// The share of blue, to 255.
    pub blue: u8,
}

impl Color {
    /// White.
    pub const WHITE: Self = Self { red: 255, green: 255, blue: 255 };

    /// Reads `#rrggbb`; `None` for any other form.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self { red, green, blue })
    }

    /// How well one can be told from the other, from 1 to 21 (WCAG 2.2, contrast ratio). Text needs 4.5.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// How bright it is, from 0 to 1 (WCAG 2.2, relative luminance).
    fn luminance(self) -> f64 {
        let linear = |share: u8| {
            let share = f64::from(share) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// The colour, made lighter until it can be read on a dark `ground`.
    #[must_use]
    pub fn lightened(self, ground: Self) -> Self {
        self.mixed(255, ground)
    }

    /// The colour, made darker until it can be read on a bright `ground`.
    #[must_use]
    pub fn darkened(self, ground: Self) -> Self {
        self.mixed(0, ground)
    }

    /// The colour with as little of a grey as makes it readable on `ground`.
    fn mixed(self, grey: u8, ground: Self) -> Self {
        const STEPS: u16 = 20;
        let mix = |step: u16| {
            let mix = |share: u8| {
                let sum = u16::from(share) * (STEPS - step) + u16::from(grey) * step;
                u8::try_from(sum / STEPS).unwrap_or(u8::MAX)
            };
            Self { red: mix(self.red), green: mix(self.green), blue: mix(self.blue) }
        };
        let found = (0..STEPS).map(mix).find(|color| color.contrast(ground) >= READABLE);
        found.unwrap_or_else(|| mix(STEPS))
    }
}

/// The least contrast at which text of any size can be read (WCAG 2.2, 1.4.3).
pub const READABLE: f64 = 4.5;

impl fmt::Display for Color {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::{Color, READABLE};

    #[test]
    fn contrast_is_that_of_wcag() {
        let grey = Color::parse("#767676").unwrap();
        assert!((grey.contrast(Color::WHITE) - 4.54).abs() < 0.01);
        let black = Color::parse("#000000").unwrap();
        assert!((Color::WHITE.contrast(black) - 21.0).abs() < 0.001);
        assert_eq!(Color::parse("#12345"), None);
        assert_eq!(Color::parse("#+12345"), None);
    }

    #[test]
    fn what_is_lightened_can_be_read() {
        let ground = Color::parse("#15181c").unwrap();
        for color in ["#000000", "#00005a", "#005a9c", "#ffffff"] {
            assert!(Color::parse(color).unwrap().lightened(ground).contrast(ground) >= READABLE);
        }
        let bright = Color::parse("#9cc3ea").unwrap();
        assert_eq!(bright.lightened(ground), bright);
    }
}
