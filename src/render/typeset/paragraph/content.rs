//! From inlines to one text with spans, and the nodes that own it.

use std::ops::Range;

use crate::document::{Inline, Target};
use crate::render::typeset::character::{is_control, is_private, is_unbreakable_space};
use crate::render::typeset::structure::{NodeId, Role, Structure};

use super::{Span, TextStyle};

/// How much smaller codes are than the text around them: the letters of a code are wide.
const CODE_SIZE: f32 = 0.9;

/// The size of the mark of a note and how far it is raised, as shares of the size of the text.
const RAISED: (f32, f32) = (0.65, 0.35);

/// The text of a paragraph, with white space as it is set: one space between words, a line feed between lines that the
/// author separated.
pub(super) struct Content {
    pub(super) text: String,
    /// What belongs to which span, in order; the ends are places in the text.
    pub(super) ranges: Vec<(Range<usize>, usize)>,
    pub(super) spans: Vec<Span>,
    pub(super) style: TextStyle,
}

/// What is inherited on the way down.
#[derive(Clone)]
struct Context {
    style: TextStyle,
    rise: f32,
    owner: NodeId,
    link: Option<(NodeId, Target)>,
}

impl Content {
    pub(super) fn of(inlines: &[Inline], style: TextStyle, owner: NodeId, structure: &mut Structure) -> Self {
        let mut content = Self { text: String::new(), ranges: Vec::new(), spans: Vec::new(), style };
        content.add(inlines, &Context { style, rise: 0.0, owner, link: None }, structure);
        content.trim();
        content
    }

    /// Whether spaces are kept as they are.
    pub(super) fn keeps_spaces(&self) -> bool {
        self.style.face.is_code
    }

    fn add(&mut self, inlines: &[Inline], context: &Context, structure: &mut Structure) {
        // Texts that follow each other share a node.
        let mut leaf = None;
        for inline in inlines {
            match inline {
                Inline::Text(text) => {
                    let leaf = *leaf.get_or_insert_with(|| self.leaf(context, structure));
                    self.write(text, leaf);
                }
                Inline::LineBreak => {
                    let leaf = *leaf.get_or_insert_with(|| self.leaf(context, structure));
                    self.end_line(leaf);
                }
                _ => {
                    leaf = None;
                    self.add_nested(inline, context, structure);
                }
            }
        }
    }

    fn add_nested(&mut self, inline: &Inline, context: &Context, structure: &mut Structure) {
        let mut inner = context.clone();
        match inline {
            Inline::Text(_) | Inline::LineBreak => {}
            Inline::Code(code) => {
                if !context.style.face.is_code {
                    inner.style.size *= CODE_SIZE;
                    inner.style.face.is_code = true;
                }
                inner.owner = structure.add(context.owner, Role::Code);
                let leaf = self.leaf(&inner, structure);
                self.write(code, leaf);
            }
            Inline::Emphasis(text) => {
                inner.style.face.is_italic = true;
                inner.owner = structure.add(context.owner, Role::Emphasis);
                self.add(text, &inner, structure);
            }
            Inline::Strong(text) => {
                inner.style.face.is_bold = true;
                inner.owner = structure.add(context.owner, Role::Strong);
                self.add(text, &inner, structure);
            }
            Inline::Link { target, text } => {
                inner.enter_link(target.clone(), structure);
                self.add(text, &inner, structure);
            }
            Inline::Reference { anchor, label } => {
                inner.enter_link(Target::Anchor(anchor.clone()), structure);
                let leaf = self.leaf(&inner, structure);
                self.write(label, leaf);
            }
            Inline::Footnote { mark, anchor } => {
                inner.rise += context.style.size * RAISED.1;
                inner.style.size *= RAISED.0;
                inner.enter_link(Target::Anchor(anchor.clone()), structure);
                let leaf = self.leaf(&inner, structure);
                self.write(mark, leaf);
            }
        }
    }

    /// A new span with a node of its own.
    fn leaf(&mut self, context: &Context, structure: &mut Structure) -> usize {
        let owner = structure.add(context.owner, Role::Text);
        let TextStyle { face, size, colour, .. } = context.style;
        self.spans.push(Span { face, size, rise: context.rise, colour, owner, link: context.link.clone() });
        self.spans.len() - 1
    }

    fn write(&mut self, text: &str, span: usize) {
        let start = self.text.len();
        for letter in text.chars() {
            if letter.is_whitespace() && !is_unbreakable_space(letter) {
                self.space(letter);
            } else if !is_control(letter) {
                self.text.push(if is_private(letter) { '\u{fffd}' } else { letter });
            }
        }
        self.end(start, span);
    }

    fn space(&mut self, letter: char) {
        if self.keeps_spaces() {
            match letter {
                '\t' => self.text.push_str("    "),
                '\n' => self.text.push('\n'),
                '\r' => {}
                _ => self.text.push(' '),
            }
        } else if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
            self.text.push(' ');
        }
    }

    fn end_line(&mut self, span: usize) {
        self.trim();
        let start = self.text.len();
        self.text.push('\n');
        self.end(start, span);
    }

    fn end(&mut self, start: usize, span: usize) {
        if start < self.text.len() {
            self.ranges.push((start..self.text.len(), span));
        }
    }

    /// Takes the space at the end away.
    fn trim(&mut self) {
        if self.keeps_spaces() || !self.text.ends_with(' ') {
            return;
        }
        self.text.pop();
        if let Some((range, _)) = self.ranges.last_mut() {
            range.end -= 1;
            if range.start == range.end {
                self.ranges.pop();
            }
        }
    }
}

impl Context {
    fn enter_link(&mut self, target: Target, structure: &mut Structure) {
        self.owner = structure.add(self.owner, Role::Link(target.clone()));
        self.link = Some((self.owner, target));
    }
}
