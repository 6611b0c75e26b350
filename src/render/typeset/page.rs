//! Pages: what is drawn where.

use std::ops::Range;
use std::rc::Rc;

use crate::config::Paper;
use crate::document::{Picture, Target};

use super::Setter;
use super::font::{FaceId, Fonts, MissingCharacter};
use super::strip::Galley;
use super::structure::{NodeId, Structure};

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
    /// A picture, scaled to this size.
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

/// From the edge of a page to its content.
const MARGIN: f32 = 72.0;

/// Width and height of what the content of a page fills, upright or on its side.
pub(super) fn text_area(paper: Paper, is_landscape: bool) -> (f32, f32) {
    let (width, height) = paper.size();
    let (width, height) = if is_landscape { (height, width) } else { (width, height) };
    (width - 2.0 * MARGIN, height - 2.0 * MARGIN)
}

/// The pages that hold `galleys`.
pub(super) fn compose(setter: Setter<'_>, galleys: Vec<Galley>, paper: Paper) -> Layout {
    let (width, height) = paper.size();
    let (left, top, bottom) = (MARGIN, MARGIN, height - MARGIN);
    let mut pages = vec![Page { width, height, ..Page::default() }];
    let mut y = top;
    for galley in galleys {
        y += galley.space_before;
        for strip in galley.strips {
            if y + strip.height > bottom {
                pages.push(Page { width, height, ..Page::default() });
                y = top;
            }
            if let Some(page) = pages.last_mut() {
                page.marks.extend(strip.marks.into_iter().map(|mark| mark.moved(left, y)));
            }
            y += strip.height;
        }
    }
    let missing = setter.missing();
    Layout { pages, structure: setter.structure, fonts: setter.fonts, missing }
}
