//! Pages: what is drawn where.

mod compose;
mod furniture;
mod references;
mod shape;

use std::ops::Range;
use std::rc::Rc;

use crate::config::Paper;
use crate::document::{Picture, Target};

use super::font::{FaceId, Fonts, MissingCharacter};
use super::structure::{NodeId, Structure};

pub(super) use compose::compose;
pub(super) use references::PageReference;
pub use shape::{Outline, Stroke};

/// The pages of a document, with what belongs to all of them.
#[derive(Debug)]
pub struct Layout {
    /// The pages.
    pub pages: Vec<Page>,
    /// The structure that the marks of the pages belong to.
    pub structure: Structure,
    /// The fonts that the faces of the marks belong to.
    pub fonts: Fonts,
    /// The characters that no font has.
    pub missing: Vec<MissingCharacter>,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// What stands above the text of every page; nobody owns it.
    pub header: Vec<Mark>,
    /// What is drawn, the first mark first, from the upper left corner of the page.
    pub marks: Vec<Mark>,
    /// What stands below the text of every page; nobody owns it.
    pub footer: Vec<Mark>,
}

/// Something that is drawn or marked at a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// From the left.
    pub x: f32,
    /// From the top; the base line of a text, the upper side of everything else.
    pub y: f32,
    /// Who it belongs to; `None` for furniture such as lines and running headers.
    pub owner: Option<NodeId>,
    /// What it is.
    pub ink: Ink,
}

impl Mark {
    /// The mark, moved.
    pub(super) fn moved(self, x: f32, y: f32) -> Self {
        Self { x: self.x + x, y: self.y + y, ..self }
    }
}

/// What is drawn or marked.
#[derive(Debug, Clone, PartialEq)]
pub enum Ink {
    /// Text.
    Text(Run),
    /// A filled area.
    Area {
        /// How wide.
        width: f32,
        /// How high; a line is a low area.
        height: f32,
        /// In which colour.
        colour: Colour,
    },
    /// A shape.
    Shape {
        /// Its outline, from the place of the mark.
        outline: Outline,
        /// The colour inside.
        fill: Option<Colour>,
        /// How the outline is drawn.
        stroke: Option<Stroke>,
    },
    /// A picture that somebody else made, scaled to this size.
    Picture {
        /// How wide.
        width: f32,
        /// How high.
        height: f32,
        /// What is to be seen.
        picture: Rc<Picture>,
    },
    /// An area that leads somewhere; its owner is the link.
    Link {
        /// How wide.
        width: f32,
        /// How high.
        height: f32,
        /// Where it leads.
        target: Target,
    },
    /// The place of an anchor.
    Anchor(String),
}

/// A text of one face, size and colour on one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The face.
    pub face: FaceId,
    /// The size of the font.
    pub size: f32,
    /// The colour.
    pub colour: Colour,
    /// The text, as it is to be read.
    pub text: String,
    /// The glyphs, from the left.
    pub glyphs: Vec<Glyph>,
}

impl Run {
    /// How wide the text is.
    pub fn width(&self) -> f32 {
        self.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() * self.size
    }
}

/// A glyph; lengths are shares of the size of the font.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Its number in the font.
    pub id: u32,
    /// The bytes of the text that it stands for.
    pub text: Range<usize>,
    /// How far it moves on.
    pub advance: f32,
    /// How far it is moved to the right.
    pub x_offset: f32,
    /// How far it is moved up.
    pub y_offset: f32,
}

/// A colour: red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Colour(pub u8, pub u8, pub u8);

/// What is left free at the sides of a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Margins {
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
}

impl Margins {
    /// The margins of a page: room for a binding at the left, which is the top of a page on its side.
    pub(super) const fn of(is_landscape: bool) -> Self {
        if is_landscape {
            Self { left: 54.0, right: 54.0, top: 74.0, bottom: 57.0 }
        } else {
            Self { left: 74.0, right: 54.0, top: 66.0, bottom: 62.0 }
        }
    }
}

/// Width and height of a page, upright or on its side.
pub(super) fn page_size(paper: Paper, is_landscape: bool) -> (f32, f32) {
    let (width, height) = paper.size();
    if is_landscape { (height, width) } else { (width, height) }
}

/// Width and height of what the content of a page fills, upright or on its side.
pub(super) fn text_area(paper: Paper, is_landscape: bool) -> (f32, f32) {
    let (width, height) = page_size(paper, is_landscape);
    let Margins { left, right, top, bottom } = Margins::of(is_landscape);
    (width - left - right, height - top - bottom)
}
