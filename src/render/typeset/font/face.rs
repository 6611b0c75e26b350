//! One face: what a file says about it.

use std::sync::Arc;

use harfrust::font::Font;
use harfrust::font::attribute::{Style, Weight};
use harfrust::{Direction, Feature, Script, ShapePlan, Tag};

use super::UnusableFont;
use crate::config::BrandFile;

/// A face that text can be shaped with.
pub(super) struct Face {
    file: Bytes,
    /// Its number in its file.
    pub(super) index: u32,
    /// The face as the shaper knows it.
    pub(super) font: Font,
    /// What the lengths in the font are shares of.
    pub(super) units: f32,
    /// Whether it is bold.
    pub(super) is_bold: bool,
    /// Whether it is slanted.
    pub(super) is_italic: bool,
    /// How far it reaches above and below the base line, as shares of the size.
    pub(super) reach: (f32, f32),
    /// What the shaper has worked out for scripts that occurred.
    pub(super) plans: Vec<Plan>,
}

/// What the shaper has worked out for a face and a script.
pub(super) struct Plan {
    pub(super) plan: ShapePlan,
    is_code: bool,
}

impl Plan {
    /// What is asked of the face beyond the usual.
    pub(super) fn features(&self) -> &'static [Feature] {
        if self.is_code { &CODE_FEATURES } else { &[] }
    }
}

/// Codes are copied letter by letter, and counted: no ligatures.
const CODE_FEATURES: [Feature; 3] = [off(*b"liga"), off(*b"clig"), off(*b"calt")];

const fn off(tag: [u8; 4]) -> Feature {
    Feature { tag: Tag::from_be_bytes(tag), value: 0, start: Feature::GLOBAL_START, end: Feature::GLOBAL_END }
}

enum Bytes {
    BuiltIn(&'static [u8]),
    File(Arc<Vec<u8>>),
}

/// The faces that a collection may hold at most; more is no font.
const MOST_FACES: u32 = 256;

impl Face {
    /// A face of the program.
    pub(super) fn built_in(bytes: &'static [u8]) -> Option<Self> {
        Some(Self::of(Bytes::BuiltIn(bytes), Font::new(bytes, 0)?, 0))
    }

    /// The faces of a file of the user.
    pub(super) fn of_file(file: &BrandFile) -> Result<Vec<Self>, UnusableFont> {
        let refused = |reason| UnusableFont { file: file.path.clone(), reason };
        if let Some(reason) = refusal(&file.bytes) {
            return Err(refused(reason));
        }
        let mut faces = Vec::new();
        for index in 0..MOST_FACES {
            // A file that is no collection answers to number 0 only.
            let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::<Vec<u8>>::clone(&file.bytes);
            let Some(font) = Font::new(bytes, index) else { break };
            if !font.charmap().has_unicode() {
                return Err(refused("it does not say which glyph is which character"));
            }
            if [b"glyf", b"CFF ", b"CFF2"].iter().all(|tag| table(&file.bytes, index, **tag).is_none()) {
                return Err(refused("it has no outlines"));
            }
            if is_embedding_forbidden(&file.bytes, index) {
                return Err(refused("its licence forbids embedding (fsType in its OS/2 table)"));
            }
            if !font.axes().is_empty() {
                return Err(refused("it is a variable font; a file for each of its weights is needed"));
            }
            faces.push(Self::of(Bytes::File(Arc::clone(&file.bytes)), font, index));
        }
        if faces.is_empty() { Err(refused("it is no TrueType or OpenType font")) } else { Ok(faces) }
    }

    #[allow(clippy::cast_possible_truncation)] // Shares between 0 and 2.
    fn of(file: Bytes, font: Font, index: u32) -> Self {
        let units = f32::from(font.units_per_em().max(1));
        let attributes = font.default_attributes();
        let reach = font.metrics().h_line().map_or((0.9, 0.2), |line| {
            let share = |length: f64| (length / f64::from(units)).clamp(0.0, 2.0) as f32;
            (share(line.ascender.to_f64()), share(-line.descender.to_f64()))
        });
        Self {
            file,
            index,
            units,
            is_bold: attributes.weight >= Weight::SEMI_BOLD,
            is_italic: attributes.style != Style::Normal,
            reach,
            font,
            plans: Vec::new(),
        }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        match &self.file {
            Bytes::BuiltIn(bytes) => bytes,
            Bytes::File(bytes) => bytes,
        }
    }

    /// Whether the face has a glyph for a character.
    pub(super) fn has(&self, letter: char) -> bool {
        self.font.charmap().map_unicode(letter).is_some()
    }

    /// The glyph of a character, and how far it advances as a share of the size.
    pub(super) fn glyph(&self, letter: char) -> Option<(u32, f32)> {
        let glyph = self.font.charmap().map_unicode(letter)?;
        Some((glyph.to_u32(), self.font.glyph_metrics().h_advance(glyph) / self.units))
    }

    /// The place among [`Face::plans`] of the plan for a script.
    pub(super) fn plan(&mut self, direction: Direction, script: Option<Script>, is_code: bool) -> usize {
        let is_wanted = |known: &Plan| {
            known.plan.direction() == direction && known.plan.script() == script && known.is_code == is_code
        };
        if let Some(place) = self.plans.iter().position(is_wanted) {
            return place;
        }
        let features = if is_code { &CODE_FEATURES[..] } else { &[] };
        let plan = ShapePlan::new(&self.font, direction, script, None, features);
        self.plans.push(Plan { plan, is_code });
        self.plans.len() - 1
    }
}

/// Why bytes are no font that can be used, where their first four tell.
fn refusal(bytes: &[u8]) -> Option<&'static str> {
    match bytes.first_chunk::<4>() {
        Some(b"wOFF" | b"wOF2") => Some("it is a web font (WOFF); its TrueType or OpenType file is needed"),
        Some(b"\0\x01\0\0" | b"true" | b"OTTO" | b"ttcf") => None,
        _ => Some("it is no TrueType or OpenType font"),
    }
}

/// Whether the licence of a face forbids to embed it: the field `fsType` of the table `OS/2` says nothing but that
/// (OpenType specification, OS/2, fsType).
fn is_embedding_forbidden(bytes: &[u8], index: u32) -> bool {
    table(bytes, index, *b"OS/2").and_then(|table| number(table, 8)).is_some_and(|kind| kind & 0xf == 2)
}

/// The bytes of a table of a face.
fn table(bytes: &[u8], index: u32, tag: [u8; 4]) -> Option<&[u8]> {
    let long = |at: usize| Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?) as usize);
    let start = if bytes.starts_with(b"ttcf") { long(12 + 4 * index as usize)? } else { 0 };
    let count = usize::from(number(bytes, start + 4)?);
    let records = (0..count).map(|place| start + 12 + 16 * place);
    let mut records = records.filter(|&at| bytes.get(at..at + 4) == Some(&tag));
    let record = records.next()?;
    bytes.get(long(record + 8)?..)?.get(..long(record + 12)?)
}

fn number(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}
