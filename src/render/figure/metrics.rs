//! How wide a text is, from the font that figures are laid out with.

use std::collections::HashMap;
use std::sync::LazyLock;

use harfrust::font::Font;

use crate::render::built_in;

/// A face in a size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) struct Face {
    /// The size of the font.
    pub(in crate::render) size: i32,
    /// Whether it is bold.
    pub(in crate::render) is_bold: bool,
}

/// What most texts of a figure are written in.
pub(super) const PLAIN: Face = Face { size: 12, is_bold: false };

/// What names and headings are written in.
pub(super) const BOLD: Face = Face { size: 12, is_bold: true };

/// What is written small.
pub(super) const SMALL: Face = Face { size: 11, is_bold: false };

/// The fonts, read when a figure is drawn for the first time.
static FONTS: LazyLock<[Advances; 2]> =
    LazyLock::new(|| [Advances::of(built_in::SANS), Advances::of(built_in::SANS_BOLD)]);

/// How far each character of a font advances, in ten-thousandths of the size.
struct Advances {
    all: HashMap<u32, i32>,
    /// Those of ASCII, of which most texts are made.
    ascii: Vec<Option<i32>>,
}

impl Advances {
    #[allow(clippy::cast_possible_truncation)] // Advances are small.
    fn of(bytes: &'static [u8]) -> Self {
        let Some(font) = Font::new(bytes, 0) else {
            return Self { all: HashMap::new(), ascii: Vec::new() };
        };
        let glyphs = font.glyph_metrics();
        let share = 10_000.0 / f32::from(font.units_per_em().max(1));
        let mappings = font.charmap().unicodes();
        let all: HashMap<u32, i32> = mappings
            .map(|(letter, glyph)| (letter, (glyphs.h_advance(glyph) * share).round() as i32))
            .collect();
        Self { ascii: (0..128).map(|letter| all.get(&letter).copied()).collect(), all }
    }

    fn of_letter(&self, letter: char) -> Option<i32> {
        let number = u32::from(letter);
        self.ascii.get(number as usize).copied().unwrap_or_else(|| self.all.get(&number).copied())
    }
}

/// How wide a character is, in thousandths of a pixel; one that the font lacks is as wide as its size, unless it joins
/// the one before it.
pub(in crate::render) fn advance(letter: char, face: Face) -> i32 {
    let known = FONTS[usize::from(face.is_bold)].of_letter(letter);
    known.unwrap_or(if joins(letter) { 0 } else { 10_000 }) * face.size / 10
}

/// Whether a character is drawn over the one before it.
pub(super) fn joins(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

/// How wide a text is, in tenths of a pixel.
pub(super) fn width(text: &str, face: Face) -> i32 {
    let sum: i64 = text.chars().map(|letter| i64::from(advance(letter, face))).sum();
    i32::try_from((sum + 99) / 100).unwrap_or(i32::MAX / 16)
}
