//! The faces that text is set in.

use std::collections::HashMap;
use std::sync::Arc;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use super::Options;

/// A font file, with the name that messages call it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FontFile {
    /// Its path as the user wrote it.
    pub name: String,
    /// What is in it.
    pub bytes: Arc<Vec<u8>>,
}

/// A face of a [`Fonts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FaceId(usize);

/// Which face of a family is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// Whether letters are equally wide.
    pub is_code: bool,
    /// Whether it is bold.
    pub is_bold: bool,
    /// Whether it is italic.
    pub is_italic: bool,
}

/// A character that no font has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingCharacter {
    /// The character.
    pub character: char,
    /// The anchor of the section in which it occurs first; empty before the first section.
    pub section: String,
}

/// The fonts of a document.
#[derive(Debug)]
pub struct Fonts {
    faces: Vec<Face>,
    missing: Vec<MissingCharacter>,
}

#[derive(Debug)]
struct Face {
    bytes: &'static [u8],
    glyphs: HashMap<char, (u32, f32)>,
}

/// The built-in faces: text upright, bold, italic, bold italic; code upright, bold.
const BUILT_IN: [&[u8]; 6] = [
    include_bytes!("../fonts/LiberationSans-Regular.ttf"),
    include_bytes!("../fonts/LiberationSans-Bold.ttf"),
    include_bytes!("../fonts/LiberationSans-Italic.ttf"),
    include_bytes!("../fonts/LiberationSans-BoldItalic.ttf"),
    include_bytes!("../fonts/LiberationMono-Regular.ttf"),
    include_bytes!("../fonts/LiberationMono-Bold.ttf"),
];

impl Fonts {
    pub(super) fn of(_options: &Options) -> Self {
        Self { faces: BUILT_IN.iter().filter_map(|bytes| Face::of(bytes)).collect(), missing: Vec::new() }
    }

    /// The face of a style.
    pub(super) fn face(&self, style: Style) -> FaceId {
        let Style { is_code, is_bold, is_italic } = style;
        let place = if is_code {
            4 + usize::from(is_bold)
        } else {
            usize::from(is_bold) + 2 * usize::from(is_italic)
        };
        FaceId(place.min(self.faces.len().saturating_sub(1)))
    }

    /// The glyph of a character, and how far it advances as a share of the size of the font.
    pub(super) fn glyph(&self, face: FaceId, letter: char) -> (u32, f32) {
        self.faces[face.0].glyphs.get(&letter).copied().unwrap_or((0, 0.5))
    }

    pub(super) fn missing(&self) -> Vec<MissingCharacter> {
        self.missing.clone()
    }

    /// How many faces there are; their identifiers count from 0.
    pub fn len(&self) -> usize {
        self.faces.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.faces.is_empty()
    }

    /// The file of a face, and the number of the face in it.
    pub fn file(&self, face: FaceId) -> (&[u8], u32) {
        (self.faces[face.0].bytes, 0)
    }
}

impl FaceId {
    /// The place of the face in its [`Fonts`].
    pub const fn index(self) -> usize {
        self.0
    }
}

impl Face {
    fn of(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        let mappings = font.charmap().mappings();
        let glyphs = mappings
            .filter_map(|(letter, glyph)| {
                Some((char::from_u32(letter)?, (glyph.to_u32(), metrics.advance_width(glyph)?)))
            })
            .collect();
        Some(Self { bytes, glyphs })
    }
}
