//! Finer fragments for what does not fit otherwise: hyphenated words and, when nothing else is left, letters.

use super::Paragraph;
use super::fragment::{Fragment, Fragments, Piece};
use super::hyphenation;
use super::opportunity::Joint;

/// A gap at the end of a line from which on hyphenation is tried: this share of the width and so many times the size.
const WIDE_GAP: (f32, f32) = (0.15, 3.0);

impl Paragraph {
    /// Whether lines are so uneven, or something is so wide, that finer fragments are worth a trial.
    pub(super) fn is_poorly_set(&self, ends: &[usize], width: f32) -> bool {
        if self.widest > width {
            return true;
        }
        let least = (width * WIDE_GAP.0).max(self.style.size * WIDE_GAP.1);
        let mut start = 0;
        self.style.is_hyphenated
            && self.signs.language.is_some()
            && ends.iter().any(|&end| {
                let line = &self.fragments.fragments[std::mem::replace(&mut start, end)..end];
                let is_last = line.last().is_some_and(|last| last.joint == Joint::Line);
                !is_last && width - super::fit::natural_width(line) > least
            })
    }

    /// The fragments with hyphenated words, and with those torn that are wider than `width` still.
    pub(super) fn refined(&self, width: f32) -> Fragments {
        let mut refined = Fragments::default();
        for fragment in &self.fragments.fragments {
            let is_wide = fragment.least_width(self.hyphen) > width;
            let mut parts = vec![(
                fragment.pieces.clone().map(|place| self.fragments.pieces[place].clone()).collect(),
                fragment.joint,
            )];
            if is_wide || self.style.is_hyphenated {
                parts = self.hyphenated(parts);
            }
            if is_wide {
                parts = self.torn(parts, width - self.hyphen);
            }
            let last = parts.len().saturating_sub(1);
            for (place, (pieces, joint)) in parts.into_iter().enumerate() {
                let first = refined.pieces.len();
                let width = pieces.iter().map(|piece: &Piece| piece.width).sum();
                refined.pieces.extend(pieces);
                let space = fragment.space.filter(|_| place == last);
                let pieces = first..refined.pieces.len();
                refined.fragments.push(Fragment { pieces, width, space, joint });
            }
        }
        refined
    }

    fn hyphenated(&self, parts: Vec<Part>) -> Vec<Part> {
        let Some(language) = self.signs.language else { return parts };
        let places = |piece: &Piece| {
            if self.spans[piece.span].face.is_code {
                return Vec::new();
            }
            hyphenation::places(piece.text(), language)
        };
        self.split(parts, Joint::Hyphen, |piece| places(piece))
    }

    /// Tears parts that are wider than `width` between any two characters.
    fn torn(&self, parts: Vec<Part>, width: f32) -> Vec<Part> {
        let (mut all, mut wide) = (Vec::new(), Vec::new());
        for part in parts {
            let is_wide = part.0.iter().map(|piece| piece.width).sum::<f32>() > width;
            if is_wide {
                wide.push(part);
                all.append(&mut self.split(std::mem::take(&mut wide), Joint::Letter, |piece| {
                    piece.glyph_texts().map(|range| range.start).collect()
                }));
            } else {
                all.push(part);
            }
        }
        all
    }

    /// Splits parts at places in the texts of their pieces.
    fn split(&self, parts: Vec<Part>, joint: Joint, places: impl Fn(&Piece) -> Vec<usize>) -> Vec<Part> {
        let mut all: Vec<Part> = Vec::new();
        for (pieces, last) in parts {
            let mut part = Vec::new();
            for piece in pieces {
                let size = self.spans[piece.span].size;
                let mut rest = piece.glyphs.clone();
                for at in places(&piece) {
                    let Some(glyph) =
                        piece.glyph_at(at).filter(|glyph| rest.start < *glyph && *glyph < rest.end)
                    else {
                        continue;
                    };
                    part.push(piece.part(rest.start..glyph, size));
                    rest.start = glyph;
                    all.push((std::mem::take(&mut part), joint));
                }
                if !part.is_empty() && joint == Joint::Letter {
                    all.push((std::mem::take(&mut part), joint));
                }
                part.push(if rest == piece.glyphs { piece } else { piece.part(rest, size) });
            }
            all.push((part, last));
        }
        all
    }
}

/// Some pieces, and what is behind them.
type Part = (Vec<Piece>, Joint);
