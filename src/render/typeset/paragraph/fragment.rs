//! Fragments: what is between two joints, shaped.

use std::ops::Range;
use std::rc::Rc;

use unicode_bidi::{BidiInfo, Level};

use crate::render::typeset::character::{is_break_mark, is_reversed};
use crate::render::typeset::font::{FaceId, Fonts, Segment, Word};

use super::Extent;
use super::content::Content;
use super::opportunity::Joint;

/// The fragments of a paragraph, with what they are made of.
#[derive(Debug, Clone, Default)]
pub(super) struct Fragments {
    pub(super) pieces: Vec<Piece>,
    pub(super) fragments: Vec<Fragment>,
}

/// A part of a word in one face, one span and one direction.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    word: Rc<Word>,
    segment: usize,
    /// Which of the glyphs of the segment.
    pub(super) glyphs: Range<usize>,
    pub(super) span: usize,
    pub(super) level: Level,
    /// How wide it is.
    pub(super) width: f32,
}

impl Piece {
    pub(super) fn segment(&self) -> &Segment {
        &self.word.segments[self.segment]
    }

    pub(super) fn face(&self) -> FaceId {
        self.segment().face
    }

    /// The text of the word that it is a part of; the glyphs refer to it.
    pub(super) fn text(&self) -> &str {
        &self.word.text
    }

    /// The places in the text of its glyphs.
    pub(super) fn glyph_texts(&self) -> impl Iterator<Item = Range<usize>> {
        self.segment().glyphs[self.glyphs.clone()].iter().map(|glyph| glyph.text.clone())
    }

    /// The glyph with which the character at a place of the text begins; none where that is not known: inside of a
    /// ligature, and in text from right to left, which is not torn.
    pub(super) fn glyph_at(&self, at: usize) -> Option<usize> {
        let glyphs = &self.segment().glyphs;
        let place = glyphs.partition_point(|glyph| glyph.text.start < at);
        let begins = glyphs.get(place).is_some_and(|glyph| glyph.text.start == at);
        (begins && self.level.is_ltr()).then_some(place)
    }

    /// The piece with only some of its glyphs.
    pub(super) fn part(&self, glyphs: Range<usize>, size: f32) -> Self {
        let width = self.segment().glyphs[glyphs.clone()].iter().map(|glyph| glyph.advance * size).sum();
        Self { glyphs, width, ..self.clone() }
    }
}

/// What no line ends in.
#[derive(Debug, Clone)]
pub(super) struct Fragment {
    /// Its pieces, in reading order.
    pub(super) pieces: Range<usize>,
    /// How wide they are.
    pub(super) width: f32,
    /// The space after them: its span, its direction and its width. No line begins or ends with it.
    pub(super) space: Option<Space>,
    /// What is behind it.
    pub(super) joint: Joint,
}

/// A space between two words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Space {
    pub(super) span: usize,
    pub(super) level: Level,
    pub(super) width: f32,
}

impl Fragment {
    /// How wide a line is at least that ends with it.
    pub(super) fn least_width(&self, hyphen: f32) -> f32 {
        self.width + if self.joint == Joint::Hyphen { hyphen } else { 0.0 }
    }

    /// How wide it is with its space.
    pub(super) fn advance(&self) -> f32 {
        self.width + self.space.map_or(0.0, |space| space.width)
    }
}

impl Fragments {
    /// The fragments between the joints, and whether the text is read from right to left.
    pub(super) fn of(content: &Content, joints: &[(usize, Joint)], fonts: &mut Fonts) -> (Self, bool) {
        let text = &content.text;
        let bidi = text.chars().any(is_reversed).then(|| BidiInfo::new(text, None));
        let is_reversed =
            bidi.as_ref().and_then(|bidi| bidi.paragraphs.first()).is_some_and(|first| first.level.is_rtl());
        let levels = bidi.map(|bidi| bidi.levels);
        let mut builder = Builder { content, levels, range: 0, fonts, fragments: Self::default() };
        let mut start = 0;
        for &(end, joint) in joints {
            builder.add(start..end, joint);
            start = end;
        }
        (builder.fragments, is_reversed)
    }

    /// How wide the text is.
    pub(super) fn extent(&self) -> Extent {
        let mut extent = Extent::default();
        let (mut minimum, mut whole, mut line) = (0.0_f32, 0.0_f32, 0.0_f32);
        for fragment in &self.fragments {
            for (most, sum) in [
                (&mut extent.minimum, &mut minimum),
                (&mut extent.whole, &mut whole),
                (&mut extent.maximum, &mut line),
            ] {
                *sum += fragment.width;
                *most = most.max(*sum);
                *sum += fragment.advance() - fragment.width;
            }
            if !matches!(fragment.joint, Joint::Hyphen | Joint::Letter) {
                minimum = 0.0;
            }
            if matches!(fragment.joint, Joint::Line | Joint::Space | Joint::Plain) {
                whole = 0.0;
            }
            extent.length += fragment.advance();
            if fragment.joint == Joint::Line {
                extent.lines += 1;
                line = 0.0;
            }
        }
        extent
    }
}

struct Builder<'b> {
    content: &'b Content,
    levels: Option<Vec<Level>>,
    /// The range of the content that the next character belongs to.
    range: usize,
    fonts: &'b mut Fonts,
    fragments: Fragments,
}

impl Builder<'_> {
    fn add(&mut self, range: Range<usize>, joint: Joint) {
        let text = &self.content.text[range.clone()];
        let visible = text.strip_suffix([' ', '\n']).map_or(text.len(), str::len);
        let first = self.fragments.pieces.len();
        let end = range.start + visible;
        let mut start = range.start;
        while start < end {
            let next = self.next_change(start, end);
            self.shape(start..next);
            start = next;
        }
        let space = (end < range.end).then(|| self.space(end, text.ends_with('\n')));
        let pieces = first..self.fragments.pieces.len();
        let width = self.fragments.pieces[first..].iter().map(|piece| piece.width).sum();
        self.fragments.fragments.push(Fragment { pieces, width, space, joint });
    }

    /// The span of the character at a place; places are asked for in order.
    fn span(&mut self, at: usize) -> usize {
        let ranges = &self.content.ranges;
        while self.range + 1 < ranges.len() && ranges[self.range].0.end <= at {
            self.range += 1;
        }
        ranges[self.range].1
    }

    fn level(&self, at: usize) -> Level {
        self.levels.as_ref().map_or(Level::ltr(), |levels| levels[at])
    }

    /// Where the span or the direction changes after `start`, at most `end`.
    fn next_change(&mut self, start: usize, end: usize) -> usize {
        self.span(start);
        let end = end.min(self.content.ranges[self.range].0.end);
        let level = self.level(start);
        let Some(levels) = &self.levels else { return end };
        levels[start..end].iter().position(|&other| other != level).map_or(end, |length| start + length)
    }

    fn shape(&mut self, range: Range<usize>) {
        let span = self.span(range.start);
        let level = self.level(range.start);
        let text = &self.content.text[range];
        // What only says where a line may end is not drawn.
        let stripped;
        let text = if text.contains(is_break_mark) {
            stripped = text.replace(is_break_mark, "");
            &stripped
        } else {
            text
        };
        let Some(style) = self.content.spans.get(span).filter(|_| !text.is_empty()) else { return };
        let word = self.fonts.shape(text, style.face, level.is_rtl());
        for (segment, shaped) in word.segments.iter().enumerate() {
            let glyphs = 0..shaped.glyphs.len();
            let width = shaped.glyphs.iter().map(|glyph| glyph.advance * style.size).sum();
            self.fragments.pieces.push(Piece { word: Rc::clone(&word), segment, glyphs, span, level, width });
        }
        if level.is_rtl() {
            // In reading order, as everything else is here.
            let added = self.fragments.pieces.len() - word.segments.len();
            self.fragments.pieces[added..].reverse();
        }
    }

    fn space(&mut self, at: usize, is_line: bool) -> Space {
        let span = self.span(at);
        let style = &self.content.spans[span];
        let width = if is_line { 0.0 } else { self.fonts.signs().space(style.face).advance * style.size };
        Space { span, level: self.level(at), width }
    }
}
