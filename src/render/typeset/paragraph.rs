//! Running text: from what it says to lines.
//!
//! ```text
//! inlines ──content──▶ one text, in spans ──opportunity──▶ joints ──fragment──▶ shaped fragments
//!         ──fit(width)──▶ where lines end ──line──▶ marks
//! ```

mod content;
mod fit;
mod fragment;
mod hyphenation;
mod line;
mod opportunity;
mod refine;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use crate::document::{Alignment, Inline, Target};

use super::Setter;
use super::font::{Signs, Style};
use super::page::{Colour, Mark};
use super::structure::NodeId;

use content::Content;
use fragment::Fragments;
pub(super) use hyphenation::language;

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct TextStyle {
    /// The face, before emphasis. Text that is code as a whole keeps its spaces.
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
    style: TextStyle,
    spans: Vec<Span>,
    fragments: Fragments,
    signs: Rc<Signs>,
    /// How wide a hyphen is at most.
    hyphen: f32,
    extent: Extent,
    /// How wide a line has to be for its widest fragment.
    widest: f32,
    /// How far the first base line is below the top of the first line.
    base: f32,
    /// Whether it is read from right to left.
    is_reversed: bool,
}

/// A stretch of text that looks the same and belongs to the same.
#[derive(Debug, Clone)]
struct Span {
    face: Style,
    size: f32,
    /// How far its base line is above that of the line.
    rise: f32,
    colour: Colour,
    owner: NodeId,
    /// The node of the link that it is a part of, and where it leads.
    link: Option<(NodeId, Target)>,
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
        let content = Content::of(content, style, owner, &mut self.structure);
        let joints = opportunity::joints(&content);
        let (fragments, is_reversed) = Fragments::of(&content, &joints, &mut self.fonts);
        let extent = fragments.extent();
        let (above, below) = self.fonts.reach(style.face);
        let base = style.size * f32::midpoint(style.leading, above - below);
        let signs = self.fonts.signs();
        let hyphens = content.spans.iter().map(|span| signs.hyphen(span.face).advance * span.size);
        let hyphen = hyphens.fold(0.0, f32::max);
        let widest = fragments.fragments.iter().map(|fragment| fragment.least_width(hyphen));
        let widest = widest.fold(0.0, f32::max);
        Paragraph { style, spans: content.spans, fragments, signs, hyphen, extent, widest, base, is_reversed }
    }
}

impl Paragraph {
    /// How wide it is.
    pub(super) fn extent(&self) -> Extent {
        self.extent
    }

    /// Its lines, none wider than `width` where that is possible.
    pub(super) fn lines(&self, width: f32) -> Vec<Line> {
        let width = width.max(1.0);
        // Rounding must not break what was measured to fit.
        let width = width + 0.001 * self.style.size;
        let ends = self.fragments.ends(width, self.hyphen);
        if self.is_poorly_set(&ends, width) {
            let refined = self.refined(width);
            self.lines_of(&refined, &refined.ends(width, self.hyphen), width)
        } else {
            self.lines_of(&self.fragments, &ends, width)
        }
    }

    fn lines_of(&self, fragments: &Fragments, ends: &[usize], width: f32) -> Vec<Line> {
        let mut start = 0;
        ends.iter().map(|&end| self.line(fragments, std::mem::replace(&mut start, end)..end, width)).collect()
    }
}
