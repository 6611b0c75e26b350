//! What every text needs: spaces, hyphens, and where words may be hyphenated.

use hypher::Lang;

use super::{FaceId, Fonts, Style};

/// The glyph of a character.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(in crate::render::typeset) struct Letter {
    /// The face it is in.
    pub(in crate::render::typeset) face: FaceId,
    /// Its number there.
    pub(in crate::render::typeset) glyph: u32,
    /// How far it advances, as a share of the size.
    pub(in crate::render::typeset) advance: f32,
}

/// The signs that no author writes.
#[derive(Debug, Default)]
pub(in crate::render::typeset) struct Signs {
    spaces: [Letter; Style::COUNT],
    hyphens: [Letter; Style::COUNT],
    /// The language whose words can be hyphenated.
    pub(in crate::render::typeset) language: Option<Lang>,
}

impl Signs {
    pub(super) fn of(fonts: &Fonts, language: &str) -> Self {
        let first = |letters: &[char], style| letters.iter().find_map(|&letter| fonts.letter(letter, style));
        let all = |letters: &[char]| Style::all().map(|style| first(letters, style).unwrap_or_default());
        let language = crate::render::typeset::paragraph::language(language);
        Self { spaces: all(&[' ']), hyphens: all(&['\u{2010}', '-']), language }
    }

    /// The space between two words.
    pub(in crate::render::typeset) fn space(&self, style: Style) -> Letter {
        self.spaces[style.index()]
    }

    /// The hyphen at the end of a line.
    pub(in crate::render::typeset) fn hyphen(&self, style: Style) -> Letter {
        self.hyphens[style.index()]
    }
}
