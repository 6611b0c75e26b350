//! The faces that text is set in, and the words that are shaped with them.

mod coverage;
mod face;
mod shaping;
mod signs;

use std::collections::HashMap;
use std::rc::Rc;

use harfrust::Buffer;

use super::Options;
use crate::render::built_in;

pub(super) use coverage::missing;
use face::Face;
pub(super) use shaping::{Segment, Word};
pub(super) use signs::{Letter, Signs};

/// A font file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("font `{file}` cannot be used: {reason}")]
pub struct UnusableFont {
    /// Its path as the user wrote it.
    pub file: String,
    /// Why not.
    pub reason: &'static str,
}

/// A face of a [`Fonts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct FaceId(usize);

impl FaceId {
    /// The place of the face in its [`Fonts`].
    pub const fn index(self) -> usize {
        self.0
    }
}

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

impl Style {
    /// How many styles there are.
    const COUNT: usize = 8;

    /// All of them, each at its place.
    fn all() -> [Self; Self::COUNT] {
        std::array::from_fn(|place| Self {
            is_bold: place & 1 != 0,
            is_italic: place & 2 != 0,
            is_code: place & 4 != 0,
        })
    }

    /// Its place among all styles.
    fn index(self) -> usize {
        usize::from(self.is_bold) + 2 * usize::from(self.is_italic) + 4 * usize::from(self.is_code)
    }
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
pub struct Fonts {
    faces: Vec<Face>,
    /// The face of each style.
    styles: [FaceId; Style::COUNT],
    /// The faces that are asked, in this order, for what the face of the style lacks.
    fallbacks: Vec<FaceId>,
    /// Whatever was shaped, by style and direction: tables say the same words again and again.
    words: [HashMap<Box<str>, Rc<Word>>; 2 * Style::COUNT],
    signs: Rc<Signs>,
    buffer: Buffer,
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Fonts").field("faces", &self.faces.len()).finish_non_exhaustive()
    }
}

/// The built-in faces: text upright, bold, italic, bold italic; code upright, bold.
static BUILT_IN: [&[u8]; 6] = [
    built_in::SANS,
    built_in::SANS_BOLD,
    built_in::SANS_ITALIC,
    built_in::SANS_BOLD_ITALIC,
    built_in::MONO,
    built_in::MONO_BOLD,
];

/// The built-in face of each style; code is never slanted.
const BUILT_IN_STYLES: [usize; Style::COUNT] = [0, 1, 2, 3, 4, 5, 4, 5];

impl Fonts {
    /// The fonts that are asked for, with the built-in ones for what they leave open.
    pub(super) fn of(options: &Options, language: &str) -> Result<Self, UnusableFont> {
        let mut faces = Vec::new();
        for bytes in BUILT_IN {
            faces.extend(Face::built_in(bytes));
        }
        let mut styles = BUILT_IN_STYLES.map(FaceId);
        for (files, is_code) in [(&options.text_fonts, false), (&options.code_fonts, true)] {
            let first = faces.len();
            for file in files {
                faces.extend(Face::of_file(file)?);
            }
            choose(&mut styles, &faces, first, is_code);
        }
        let first = faces.len();
        for file in &options.fallback_fonts {
            faces.extend(Face::of_file(file)?);
        }
        // Regular faces first: what is asked here is a character, whatever its weight.
        let mut fallbacks: Vec<FaceId> = (first..faces.len()).map(FaceId).collect();
        fallbacks.sort_by_key(|&FaceId(place)| faces[place].is_bold);
        fallbacks.extend([FaceId(0), FaceId(4)]);
        let words = std::array::from_fn(|_| HashMap::new());
        let signs = Rc::new(Signs::default());
        let mut fonts = Self { faces, styles, fallbacks, words, signs, buffer: Buffer::new() };
        fonts.signs = Rc::new(Signs::of(&fonts, language));
        Ok(fonts)
    }

    /// The face of a style.
    pub(super) fn face(&self, style: Style) -> FaceId {
        self.styles[style.index()]
    }

    /// How far the face of a style reaches above and below the base line, as shares of the size.
    pub(super) fn reach(&self, style: Style) -> (f32, f32) {
        self.faces[self.face(style).0].reach
    }

    /// What every text needs.
    pub(super) fn signs(&self) -> Rc<Signs> {
        Rc::clone(&self.signs)
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
        let face = &self.faces[face.0];
        (face.bytes(), face.index)
    }
}

/// Gives the faces from `first` on their styles: each style the nearest face.
fn choose(styles: &mut [FaceId; Style::COUNT], faces: &[Face], first: usize, is_code: bool) {
    for is_bold in [false, true] {
        for is_italic in [false, true] {
            let distance = |&place: &usize| {
                let face: &Face = &faces[place];
                (face.is_italic != is_italic, face.is_bold != is_bold, place)
            };
            if let Some(nearest) = (first..faces.len()).min_by_key(distance) {
                styles[Style { is_code, is_bold, is_italic }.index()] = FaceId(nearest);
            }
        }
    }
}
