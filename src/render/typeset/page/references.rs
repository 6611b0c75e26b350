//! The numbers of pages in tables of contents, filled in when the pages are known.

use std::collections::{BTreeMap, HashMap};

use crate::document::{Alignment, Inline};
use crate::render::typeset::Setter;
use crate::render::typeset::paragraph::TextStyle;
use crate::render::typeset::structure::NodeId;

use super::{Glyph, Ink, Mark, Page, Run};

/// From one dot of a leader to the next.
const LEADER: f32 = 4.5;

/// A number that is still to be filled in.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::render::typeset) struct PageReference {
    /// What the number is the page of.
    pub(in crate::render::typeset) anchor: String,
    /// How it is set.
    pub(in crate::render::typeset) style: TextStyle,
    /// The base line, from the lower side of the area of the entry's link.
    pub(in crate::render::typeset) base: f32,
    /// Where the text before it ends, from the left side of that area.
    pub(in crate::render::typeset) from: f32,
}

impl Setter<'_> {
    /// Fills in the numbers: `references` are known by the links of their entries.
    pub(super) fn fill_references(
        &mut self,
        pages: &mut [Page],
        references: &BTreeMap<NodeId, PageReference>,
    ) {
        if references.is_empty() {
            return;
        }
        let numbers = page_numbers(pages);
        for page in pages {
            let mut added = Vec::new();
            for mark in &page.marks {
                let (Ink::Link { width, height, .. }, Some(owner)) = (&mark.ink, mark.owner) else {
                    continue;
                };
                let Some(reference) = references.get(&owner) else { continue };
                let Some(number) = numbers.get(&reference.anchor) else { continue };
                let (right, base) = (mark.x + width, mark.y + height - reference.base);
                let text = number.to_string();
                let style = TextStyle { alignment: Alignment::Start, ..reference.style };
                let paragraph = self.paragraph(&[Inline::Text(text)], style, owner);
                let Some(line) = paragraph.lines(f32::INFINITY).into_iter().next() else { continue };
                let left = right - line.width;
                self.leader(style, mark.x + reference.from, left, base, &mut added);
                added.extend(line.marks.into_iter().map(|mark| Mark { x: mark.x + left, y: base, ..mark }));
            }
            page.marks.extend(added);
        }
    }

    /// Dots from `from` to `to`, below those of other lines.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A leader is within the page.
    fn leader(&mut self, style: TextStyle, from: f32, to: f32, base: f32, marks: &mut Vec<Mark>) {
        let style = TextStyle { face: super::super::font::Style::default(), ..style };
        let Some((Run { face, size, colour, .. }, id)) = self.dot(style) else { return };
        let first = (from / LEADER).ceil() + 1.0;
        let count = ((to / LEADER).floor() - 1.0 - first).max(0.0) as usize;
        if count < 2 {
            return;
        }
        let glyph =
            |at: usize| Glyph { id, text: at..at + 1, advance: LEADER / size, x_offset: 0.0, y_offset: 0.0 };
        let run =
            Run { face, size, colour, text: ".".repeat(count), glyphs: (0..count).map(glyph).collect() };
        marks.push(Mark { x: first * LEADER, y: base, owner: None, ink: Ink::Text(run) });
    }

    /// A dot, and its glyph.
    fn dot(&mut self, style: TextStyle) -> Option<(Run, u32)> {
        let marks = self.furniture_line(".", style)?.marks;
        let run = marks.into_iter().find_map(|mark| match mark.ink {
            Ink::Text(run) => Some(run),
            _ => None,
        })?;
        let id = run.glyphs.first()?.id;
        Some((run, id))
    }
}

/// The pages of all anchors, counted from 1.
fn page_numbers(pages: &[Page]) -> HashMap<String, usize> {
    let mut numbers = HashMap::new();
    for (place, page) in pages.iter().enumerate() {
        for mark in &page.marks {
            if let Ink::Anchor(anchor) = &mark.ink {
                numbers.entry(anchor.clone()).or_insert(place + 1);
            }
        }
    }
    numbers
}
