//! Shaping: from a word to glyphs, with a face for every character.

use std::ops::Range;
use std::rc::Rc;

use harfrust::unicode::{self, Decomposed};
use harfrust::{BufferFlags, Direction, ShapeOptions, ShaperFont, shape};

use super::{FaceId, Fonts, Letter, Style};
use crate::render::typeset::character::is_ignorable;
use crate::render::typeset::page::Glyph;

/// A word in a style: its glyphs.
#[derive(Debug, PartialEq)]
pub(in crate::render::typeset) struct Word {
    /// What it says.
    pub(in crate::render::typeset) text: Box<str>,
    /// How far it advances, as a share of the size.
    pub(in crate::render::typeset) advance: f32,
    /// Its parts of one face each, from the left.
    pub(in crate::render::typeset) segments: Vec<Segment>,
}

/// A part of a word in one face.
#[derive(Debug, PartialEq)]
pub(in crate::render::typeset) struct Segment {
    /// The face.
    pub(in crate::render::typeset) face: FaceId,
    /// The glyphs from the left; their texts are places in the text of the word.
    pub(in crate::render::typeset) glyphs: Vec<Glyph>,
}

/// What is drawn for a character that no font has: the first of these that there is.
const REPLACEMENTS: [char; 3] = ['\u{fffd}', '\u{25a1}', '?'];

impl Fonts {
    /// The glyphs of a word, which runs from right to left or not.
    pub(in crate::render::typeset) fn shape(
        &mut self,
        text: &str,
        style: Style,
        is_reversed: bool,
    ) -> Rc<Word> {
        let place = style.index() + if is_reversed { Style::COUNT } else { 0 };
        if let Some(word) = self.words[place].get(text) {
            return Rc::clone(word);
        }
        let segments = self.segments(text, style, is_reversed);
        let advance = segments.iter().flat_map(|segment| &segment.glyphs).map(|glyph| glyph.advance).sum();
        let word = Rc::new(Word { text: text.into(), advance, segments });
        self.words[place].insert(text.into(), Rc::clone(&word));
        word
    }

    /// Whether any font has a character, as it is or made of others.
    pub(super) fn has(&self, letter: char) -> bool {
        let is_drawn = |letter: char| self.faces.iter().any(|face| face.has(letter));
        let is_composed = || match unicode::decompose(u32::from(letter)) {
            Some(Decomposed::Singleton(other)) => char::from_u32(other).is_some_and(|other| self.has(other)),
            Some(Decomposed::Pair(one, other)) => {
                [one, other].into_iter().all(|part| char::from_u32(part).is_some_and(|part| self.has(part)))
            }
            None => false,
        };
        is_drawn(letter) || is_composed()
    }

    /// The glyph of a character in the face of a style or, where it lacks the character, in another one.
    pub(super) fn letter(&self, letter: char, style: Style) -> Option<Letter> {
        self.chain(style).find_map(|face| {
            let (glyph, advance) = self.faces[face.0].glyph(letter)?;
            Some(Letter { face, glyph, advance })
        })
    }

    /// The faces that are asked for a character, the first one first.
    fn chain(&self, style: Style) -> impl Iterator<Item = FaceId> {
        std::iter::once(self.face(style)).chain(self.fallbacks.iter().copied())
    }

    fn segments(&mut self, text: &str, style: Style, is_reversed: bool) -> Vec<Segment> {
        let first = self.face(style);
        // Nearly always one face has all of it.
        if let Some(glyphs) = self.glyphs(text, 0..text.len(), first, style, is_reversed) {
            return vec![Segment { face: first, glyphs }];
        }
        let mut segments = Vec::new();
        for (part, face) in self.parts(text, style) {
            let glyphs = face.and_then(|face| {
                Some(Segment { face, glyphs: self.glyphs(text, part.clone(), face, style, is_reversed)? })
            });
            segments.extend(glyphs.or_else(|| self.replacement(part, style)));
        }
        if is_reversed {
            segments.reverse();
        }
        segments
    }

    /// The parts of a text that one face has each; `None` for a character that no face has.
    fn parts(&mut self, text: &str, style: Style) -> Vec<(Range<usize>, Option<FaceId>)> {
        let mut parts: Vec<(Range<usize>, Option<FaceId>)> = Vec::new();
        let mut add = |range: Range<usize>, face: Option<FaceId>| match parts.last_mut() {
            Some((last, known)) if *known == face && face.is_some() => last.end = range.end,
            _ => parts.push((range, face)),
        };
        for cluster in clusters(text) {
            let face = self.face_of(text, cluster.clone(), style);
            if face.is_some() {
                add(cluster, face);
                continue;
            }
            // No face has the marks with their letter: each by itself, then.
            for (at, letter) in text[cluster.clone()].char_indices() {
                let range = cluster.start + at..cluster.start + at + letter.len_utf8();
                let face = self.face_of(text, range.clone(), style);
                add(range, face);
            }
        }
        parts
    }

    /// The first face that has all of a cluster.
    fn face_of(&mut self, text: &str, cluster: Range<usize>, style: Style) -> Option<FaceId> {
        let chain: Vec<FaceId> = self.chain(style).collect();
        let letters = || text[cluster.clone()].chars().filter(|&letter| !is_ignorable(letter));
        let has_all = |face: &&FaceId| letters().all(|letter| self.faces[face.0].has(letter));
        if let Some(&face) = chain.iter().find(has_all) {
            return Some(face);
        }
        // A face may know it composed or decomposed only.
        chain.into_iter().find(|&face| self.glyphs(text, cluster.clone(), face, style, false).is_some())
    }

    /// The glyphs of a part of a text in a face, from the left; `None` where it lacks one.
    #[allow(clippy::cast_precision_loss)] // Lengths in a font have 16 bits.
    fn glyphs(
        &mut self,
        text: &str,
        part: Range<usize>,
        face: FaceId,
        style: Style,
        is_reversed: bool,
    ) -> Option<Vec<Glyph>> {
        let face = &mut self.faces[face.0];
        let buffer = &mut self.buffer;
        buffer.clear();
        buffer.push_str(&text[part.clone()]);
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        buffer.guess_segment_properties();
        let direction = if is_reversed { Direction::RightToLeft } else { Direction::LeftToRight };
        buffer.set_direction(direction);
        let plan = face.plan(direction, buffer.script(), style.is_code);
        let options =
            ShapeOptions::new().plan(Some(&face.plans[plan].plan)).features(face.plans[plan].features());
        shape(&ShaperFont::new(&face.font), buffer, options).ok()?;
        let shaped = buffer.glyph_infos();
        if shaped.iter().any(|glyph| glyph.glyph_id == 0) {
            return None;
        }
        let mut starts: Vec<usize> = shaped.iter().map(|glyph| part.start + glyph.cluster as usize).collect();
        starts.push(part.end);
        starts.sort_unstable();
        starts.dedup();
        let share = |units: i32| units as f32 / face.units;
        let glyphs = shaped.iter().zip(buffer.glyph_positions()).map(|(glyph, position)| {
            let start = part.start + glyph.cluster as usize;
            let end = starts.get(starts.partition_point(|&other| other <= start));
            Glyph {
                id: glyph.glyph_id,
                text: start..end.copied().unwrap_or(part.end),
                advance: share(position.x_advance),
                x_offset: share(position.x_offset),
                y_offset: share(position.y_offset),
            }
        });
        Some(glyphs.collect())
    }

    /// What is drawn where no font has a character; it still reads as that character.
    fn replacement(&self, text: Range<usize>, style: Style) -> Option<Segment> {
        let Letter { face, glyph: id, advance } =
            REPLACEMENTS.into_iter().find_map(|letter| self.letter(letter, style))?;
        let glyph = Glyph { id, text, advance, x_offset: 0.0, y_offset: 0.0 };
        Some(Segment { face, glyphs: vec![glyph] })
    }
}

/// The characters of a text with the marks that are drawn with them.
fn clusters(text: &str) -> Vec<Range<usize>> {
    let mut clusters: Vec<Range<usize>> = Vec::new();
    let mut is_joined = false;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        let is_mark = unicode::combining_class(u32::from(letter)) != 0 || is_ignorable(letter);
        match clusters.last_mut() {
            Some(last) if is_mark || is_joined => last.end = end,
            _ => clusters.push(at..end),
        }
        is_joined = letter == '\u{200d}';
    }
    clusters
}
