//! The table of contents, the list of tables and the list of figures.

use crate::document::{Alignment, Entry, Inline, Target};
use crate::render::typeset::Setter;
use crate::render::typeset::font::Style;
use crate::render::typeset::page::{Ink, Mark, PageReference, text_area};
use crate::render::typeset::paragraph::{Paragraph, TextStyle};
use crate::render::typeset::strip::{Break, Galley, Strip};
use crate::render::typeset::structure::{NodeId, Role};

use super::sections::Flow;
use super::{BODY, QUIET, beside, line_strips};

/// Room for the number of a page.
const NUMBER: f32 = 30.0;

/// How far each level is set in.
const INDENT: f32 = 11.0;

/// How entries are set.
const ENTRY: TextStyle = TextStyle {
    face: Style { is_code: false, is_bold: false, is_italic: false },
    size: 8.75,
    leading: 1.34,
    alignment: Alignment::Start,
    is_hyphenated: false,
    ..BODY
};

/// An entry, shaped.
struct Shaped<'e> {
    entry: &'e Entry,
    link: NodeId,
    number: Option<Paragraph>,
    title: Paragraph,
    style: TextStyle,
}

impl Setter<'_> {
    /// A list of places; `kind` is what stands before their numbers.
    pub(super) fn list_of_places(&mut self, entries: &[Entry], kind: &str, owner: NodeId, flow: &mut Flow) {
        let node = self.structure.add(owner, Role::Contents);
        let shaped: Vec<Shaped> = entries.iter().map(|entry| self.shaped(entry, kind, node)).collect();
        let mut columns = [0.0_f32; 256];
        for entry in &shaped {
            let width = entry.number.as_ref().map_or(0.0, |number| number.extent().maximum + 7.0);
            let column = &mut columns[usize::from(entry.entry.level)];
            *column = column.max(width);
        }
        let width = text_area(self.paper, false).0;
        let is_flat = !kind.is_empty();
        for (place, shaped) in shaped.into_iter().enumerate() {
            let level = shaped.entry.level;
            let mut galley = entry(shaped, columns[usize::from(level)], width, flow);
            if level == 1 && !is_flat && place > 0 {
                galley.space_before = 4.0;
                // The first entry of a chapter does not stand at the end of a page without the next.
                galley.is_kept_with_next = entries.get(place + 1).is_some_and(|next| next.level > 1);
            }
            if place == 0 {
                galley.space_before = 4.0;
            }
            flow.galleys.push(galley);
        }
    }

    fn shaped<'e>(&mut self, entry: &'e Entry, kind: &str, node: NodeId) -> Shaped<'e> {
        let item = self.structure.add(node, Role::ContentsEntry);
        let link = self.structure.add(item, Role::Link(Target::Anchor(entry.anchor.clone())));
        let is_bold = kind.is_empty() && entry.level == 1;
        let style = TextStyle { face: Style { is_bold, ..Style::default() }, ..ENTRY };
        let number = match (kind, entry.number.as_str()) {
            (_, "") => None,
            ("", number) => Some(format!("{number} ")),
            (kind, number) => Some(format!("{kind}\u{a0}{number} ")),
        };
        let quiet = TextStyle { colour: QUIET, ..style };
        let number = number.map(|number| self.paragraph(&[Inline::Text(number)], quiet, link));
        let title = self.paragraph(&[Inline::Text(entry.title.clone())], style, link);
        Shaped { entry, link, number, title, style }
    }
}

/// The lines of an entry; together they lead to its place.
fn entry(shaped: Shaped, column: f32, width: f32, flow: &mut Flow) -> Galley {
    let Shaped { entry, link, number, title, style } = shaped;
    let left = INDENT * f32::from(entry.level.clamp(1, 12) - 1);
    let column = column.min(0.4 * width);
    let lines = title.lines((width - left - column - NUMBER).max(60.0));
    let from = left + column + lines.last().map_or(0.0, |line| line.width);
    let numbers = number.map(|number| number.lines(f32::INFINITY)).unwrap_or_default();
    let mut strips = beside(numbers, line_strips(lines), column);
    let height: f32 = strips.iter().map(|strip| strip.height).sum();
    for strip in &mut strips {
        strip.after = Break::Forbidden;
        strip.shift(left, 0.0);
    }
    let Some(Strip { height: line, marks, .. }) = strips.last_mut() else { return Galley::default() };
    let base = marks.iter().rev().find_map(|mark| matches!(mark.ink, Ink::Text(_)).then_some(*line - mark.y));
    let ink = Ink::Link { width, height, target: Target::Anchor(entry.anchor.clone()) };
    marks.push(Mark { x: 0.0, y: *line - height, owner: Some(link), ink });
    let base = base.unwrap_or(0.3 * *line);
    let style = TextStyle { colour: QUIET, face: Style::default(), ..style };
    flow.references.insert(link, PageReference { anchor: entry.anchor.clone(), style, base, from });
    Galley { strips, ..Galley::default() }
}
