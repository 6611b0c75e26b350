//! What stands above and below the rows of a table: its caption and its notes.

use crate::document::{Inline, Table};
use crate::render::typeset::Setter;
use crate::render::typeset::page::{Ink, Mark};
use crate::render::typeset::paragraph::{Line, Paragraph, TextStyle};
use crate::render::typeset::strip::{Break, Strip};
use crate::render::typeset::structure::{NodeId, Role};

/// The size of a caption.
const CAPTION_SIZE: f32 = 9.0;

/// The gap between the caption and the table.
const BELOW_CAPTION: f32 = 3.5;

/// The size of notes.
const NOTE_SIZE: f32 = 7.5;

/// How far the text of notes is behind their marks.
const NOTE_INDENT: f32 = 9.0;

impl<'d> Setter<'d> {
    /// The caption of a table, shaped, as a part of `node`.
    pub(super) fn caption_of(&mut self, table: &Table, style: TextStyle, node: NodeId) -> Option<Paragraph> {
        if table.caption.is_empty() {
            return None;
        }
        let mut text = Vec::new();
        if !table.number.is_empty() {
            text.push(Inline::Strong(vec![Inline::Text(format!("Table\u{a0}{}", table.number))]));
            text.push(Inline::Text(" ".to_owned()));
        }
        text.push(Inline::Text(table.caption.clone()));
        let node = self.structure.add(node, Role::Caption);
        let style = TextStyle { size: CAPTION_SIZE, leading: 1.3, is_hyphenated: false, ..style };
        Some(self.paragraph(&text, style, node))
    }

    /// The notes below a table, kept with its end; they follow the table in `owner`.
    pub(super) fn notes(
        &mut self,
        table: &'d Table,
        style: TextStyle,
        width: f32,
        owner: NodeId,
        strips: &mut Vec<Strip>,
    ) {
        let style = TextStyle { size: NOTE_SIZE, leading: 1.3, is_hyphenated: false, ..style };
        for (place, note) in table.notes.iter().enumerate() {
            if let Some(above) = strips.last_mut() {
                above.after = if place == 0 { Break::Forbidden } else { Break::Poor };
                above.height += if place == 0 { 3.0 } else { 1.0 };
            }
            let node = self.structure.add(owner, Role::Note);
            let label = self.structure.add(node, Role::Label);
            let mark = Inline::Text(note.mark.clone());
            let mark = self.paragraph(&[mark], TextStyle { size: NOTE_SIZE * 0.8, ..style }, label);
            let blocks = self.prepare(&note.content, style, node);
            let mut lines: Vec<Strip> = Vec::new();
            for block in blocks {
                lines.extend(self.set(block, width - NOTE_INDENT).strips);
            }
            for strip in &mut lines {
                strip.marks.iter_mut().for_each(|mark| mark.x += NOTE_INDENT);
                strip.after = strip.after.min(Break::Poor);
            }
            if lines.is_empty() {
                lines.push(Strip { height: NOTE_SIZE * 1.3, ..Strip::default() });
            }
            let marks = mark.lines(NOTE_INDENT).into_iter().next().map(|line| line.marks).unwrap_or_default();
            lines[0].marks.splice(0..0, marks);
            let ink = Ink::Anchor(note.anchor.clone());
            lines[0].marks.insert(0, Mark { x: 0.0, y: 0.0, owner: None, ink });
            strips.extend(lines);
        }
        if let Some(last) = strips.last_mut() {
            last.after = Break::Good;
        }
    }
}

/// The lines of the caption; they stay with the table, whose anchor is at the first.
pub(super) fn caption_strips(table: &Table, caption: Option<Paragraph>, width: f32) -> Vec<Strip> {
    let lines = caption.map(|caption| caption.lines(width)).unwrap_or_default();
    let strip = |line: Line| Strip {
        height: line.height,
        marks: line.marks,
        after: Break::Forbidden,
        ..Strip::default()
    };
    let mut strips: Vec<Strip> = lines.into_iter().map(strip).collect();
    if let Some(last) = strips.last_mut() {
        last.height += BELOW_CAPTION;
    }
    if !table.anchor.is_empty() {
        if strips.is_empty() {
            strips.push(Strip { after: Break::Forbidden, ..Strip::default() });
        }
        let ink = Ink::Anchor(table.anchor.clone());
        strips[0].marks.insert(0, Mark { x: 0.0, y: 0.0, owner: None, ink });
    }
    strips
}
