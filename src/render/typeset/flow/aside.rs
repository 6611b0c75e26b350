//! Notes, quotations and code: what is set off from the text around it.

use crate::document::{Alignment, Block, Inline, Note, NoteKind};
use crate::render::typeset::Setter;
use crate::render::typeset::font::Style;
use crate::render::typeset::page::{Colour, Ink, Mark};
use crate::render::typeset::paragraph::{Extent, Paragraph, TextStyle};
use crate::render::typeset::strip::{Break, Galley};
use crate::render::typeset::structure::{NodeId, Role};

use super::{ALERT, LINE, Prepared, QUIET, TINT, indented, line_strips, stacked, widest};

/// How wide the bar at the left is.
const BAR: f32 = 2.2;

/// How much of a page a note may be high that is not torn.
const WHOLE: f32 = 200.0;

/// Something that is set off from the text around it, not yet set.
#[derive(Debug, Clone)]
pub(in crate::render::typeset) struct Aside<'d> {
    label: Option<Paragraph>,
    blocks: Vec<Prepared<'d>>,
    /// The colour of the bar at the left.
    bar: Option<Colour>,
    /// The colour behind.
    tint: Option<Colour>,
    /// The size of the text around it.
    size: f32,
}

impl Aside<'_> {
    pub(super) fn extent(&self) -> Extent {
        let label = self.label.as_ref().map(Paragraph::extent).unwrap_or_default();
        indented(widest(label, stacked(&self.blocks)), self.left() + self.right())
    }

    fn left(&self) -> f32 {
        if self.bar.is_some() { BAR + 0.9 * self.size } else { 0.8 * self.size }
    }

    fn right(&self) -> f32 {
        if self.tint.is_some() { 0.8 * self.size } else { 0.0 }
    }
}

impl<'d> Setter<'d> {
    pub(super) fn prepare_note(&mut self, note: &'d Note, style: TextStyle, owner: NodeId) -> Aside<'d> {
        let owner = self.structure.add(owner, Role::Note);
        let label = self.structure.add(owner, Role::Label);
        let is_alert = matches!(note.kind, NoteKind::Warning | NoteKind::Caution);
        let face = Style { is_bold: true, ..Style::default() };
        let colour = if is_alert { ALERT } else { style.colour };
        let small = TextStyle { face, colour, size: 0.88 * style.size, ..style };
        let label = self.paragraph(&[Inline::Text(note.kind.title().to_owned())], small, label);
        let bar = if is_alert { ALERT } else { self.accent() };
        let blocks = self.prepare(&note.blocks, style, owner);
        Aside { label: Some(label), blocks, bar: Some(bar), tint: Some(TINT), size: style.size }
    }

    pub(super) fn prepare_quote(
        &mut self,
        blocks: &'d [Block],
        style: TextStyle,
        owner: NodeId,
    ) -> Aside<'d> {
        let node = self.structure.add(owner, Role::Quote);
        let blocks = self.prepare(blocks, TextStyle { colour: QUIET, ..style }, node);
        Aside { label: None, blocks, bar: Some(LINE), tint: None, size: style.size }
    }

    pub(super) fn prepare_code(&mut self, code: &str, style: TextStyle, owner: NodeId) -> Aside<'d> {
        let node = self.structure.add(owner, Role::CodeBlock);
        let mut text = Vec::new();
        for (place, line) in code.trim_end_matches('\n').split('\n').enumerate() {
            if place > 0 {
                text.push(Inline::LineBreak);
            }
            text.push(Inline::Text(line.trim_end_matches('\r').to_owned()));
        }
        let style = TextStyle {
            face: Style { is_code: true, ..Style::default() },
            size: 0.85 * style.size,
            alignment: Alignment::Start,
            is_hyphenated: false,
            ..style
        };
        let code = Prepared::Text(self.paragraph(&text, style, node), 0.0);
        Aside { label: None, blocks: vec![code], bar: None, tint: Some(TINT), size: style.size }
    }

    pub(super) fn set_aside(&mut self, aside: Aside<'d>, width: f32) -> Galley {
        let (left, right) = (aside.left(), aside.right());
        let inner = (width - left - right).max(1.0);
        let mut strips = aside.label.map(|label| line_strips(label.lines(inner))).unwrap_or_default();
        for strip in &mut strips {
            strip.after = Break::Forbidden;
        }
        strips.extend(self.stack(aside.blocks, inner));
        let pad = if aside.tint.is_some() { 0.5 * aside.size } else { 0.0 };
        if let Some(first) = strips.first_mut() {
            first.height += pad;
            first.shift(0.0, pad);
        }
        if let Some(last) = strips.last_mut() {
            last.height += pad;
        }
        let is_whole = strips.iter().map(|strip| strip.height).sum::<f32>() < WHOLE;
        let end = strips.len().saturating_sub(1);
        for (place, strip) in strips.iter_mut().enumerate() {
            strip.shift(left, 0.0);
            let behind = behind(aside.tint, aside.bar, width, strip.height, place < end);
            strip.marks.splice(0..0, behind);
            if is_whole && place < end {
                strip.after = Break::Forbidden;
            }
        }
        let space = 0.8 * aside.size;
        Galley { space_before: space, space_after: 1.2 * space, strips, ..Galley::default() }
    }

    /// The accent of the document.
    pub(super) fn accent(&self) -> Colour {
        let given = self.document.meta.accent.as_deref().and_then(|accent| accent.strip_prefix('#'));
        let number =
            given.filter(|digits| digits.len() == 6).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        number.map_or(super::ACCENT, |number| {
            let [_, red, green, blue] = number.to_be_bytes();
            Colour(red, green, blue)
        })
    }
}

/// What is drawn behind a strip. Where more follows it overlaps a little, so that no light shines through.
fn behind(tint: Option<Colour>, bar: Option<Colour>, width: f32, height: f32, goes_on: bool) -> Vec<Mark> {
    let height = height + if goes_on { 0.3 } else { 0.0 };
    let area = |width: f32, colour: Colour| Mark {
        x: 0.0,
        y: 0.0,
        owner: None,
        ink: Ink::Area { width, height, colour },
    };
    tint.map(|colour| area(width, colour)).into_iter().chain(bar.map(|colour| area(BAR, colour))).collect()
}
