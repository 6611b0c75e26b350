//! Running text: from what it says to lines.

use crate::document::{Alignment, Inline, plain_text};

use super::Setter;
use super::font::Style;
use super::page::{Colour, Glyph, Ink, Mark, Run};
use super::structure::{NodeId, Role};

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct TextStyle {
    /// The face, before emphasis.
    pub(super) face: Style,
    /// The size of the font.
    pub(super) size: f32,
    /// The colour.
    pub(super) colour: Colour,
    /// From base line to base line, as a share of the size.
    pub(super) leading: f32,
    /// Where its lines stand.
    pub(super) alignment: Alignment,
    /// Whether words may be hyphenated.
    pub(super) is_hyphenated: bool,
}

/// How wide something is.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Extent {
    /// Narrower than this it does not fit: the widest word.
    pub(super) minimum: f32,
    /// Narrower than this, what should stay whole (UIDs, tags, codes) is torn; at least the minimum.
    pub(super) whole: f32,
    /// As wide as this it needs no break that the author did not write.
    pub(super) maximum: f32,
    /// How long it is if all its lines stand in one.
    pub(super) length: f32,
    /// How many lines the author wrote.
    pub(super) lines: usize,
}

/// A running text, shaped but not yet broken into lines.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    words: Vec<Run>,
    owner: NodeId,
    style: TextStyle,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Line {
    /// How wide its text is.
    pub(super) width: f32,
    /// How high it is, with its leading.
    pub(super) height: f32,
    /// What is drawn, from the upper left corner of the line.
    pub(super) marks: Vec<Mark>,
}

impl Setter<'_> {
    /// Shapes `content`, whose words become children of `owner`.
    pub(super) fn paragraph(&mut self, content: &[Inline], style: TextStyle, owner: NodeId) -> Paragraph {
        let owner = self.structure.add(owner, Role::Text);
        let face = self.fonts.face(style.face);
        let word = |word: &str| {
            let text = format!("{word} ");
            let glyphs = text.char_indices().map(|(at, letter)| {
                let (id, advance) = self.fonts.glyph(face, letter);
                Glyph { id, text: at..at + letter.len_utf8(), advance, x_offset: 0.0, y_offset: 0.0 }
            });
            let glyphs = glyphs.collect();
            Run { face, size: style.size, colour: style.colour, text, glyphs }
        };
        let words = plain_text(content).split_whitespace().map(word).collect();
        Paragraph { words, owner, style }
    }
}

impl Paragraph {
    /// How wide it is.
    pub(super) fn extent(&self) -> Extent {
        let minimum = self.words.iter().map(Run::width).fold(0.0, f32::max);
        let length = self.words.iter().map(Run::width).sum();
        Extent { minimum, whole: minimum, maximum: length, length, lines: 1 }
    }

    /// Its lines, none wider than `width` where that is possible.
    pub(super) fn lines(&self, width: f32) -> Vec<Line> {
        let height = self.style.size * self.style.leading;
        let base = height * 0.75;
        let mut lines = vec![Line { height, ..Line::default() }];
        for word in &self.words {
            let advance = word.width();
            if lines.last().is_some_and(|line| line.width > 0.0 && line.width + advance > width) {
                lines.push(Line { height, ..Line::default() });
            }
            if let Some(line) = lines.last_mut() {
                line.marks.push(Mark {
                    x: line.width,
                    y: base,
                    owner: Some(self.owner),
                    ink: Ink::Text(word.clone()),
                });
                line.width += advance;
            }
        }
        lines
    }
}
