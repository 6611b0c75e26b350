//! `Outline`: a file as YAML sees it, node by node in the order of writing, which is that of the span tree.

use std::ops::Range;

use granit_parser::{Event, Options, Parser, ScalarStyle, Span, StructureStyle, options};

use super::lines::{is_first_of_line, line_before, line_end, line_start};
use crate::source::syntax::MAX_NESTING;

/// What a node is, and how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing, or `~`.
    Nothing,
    /// A text.
    Text(ScalarStyle),
    /// Entries: a key and a value in turn among the children.
    Mapping { is_flow: bool },
    /// Elements.
    Sequence { is_flow: bool },
    /// The name of another node.
    Alias,
}

#[derive(Debug)]
pub(super) struct Node {
    pub(super) shape: Shape,
    /// The bytes, without anchor and tag. A block begins with its first child, so it is told by the children.
    pub(super) span: Range<usize>,
    /// The text as it is read.
    pub(super) text: String,
    pub(super) parent: Option<usize>,
    /// The position among the children of the parent.
    number: usize,
    pub(super) children: Vec<usize>,
    /// The node after the last one inside this one.
    pub(super) after: usize,
    pub(super) has_anchor: bool,
    pub(super) has_tag: bool,
}

/// The nodes of a file.
#[derive(Debug, Default)]
pub(super) struct Outline {
    nodes: Vec<Node>,
}

impl Outline {
    /// The outline of a text; nothing where its YAML cannot be read to the end.
    pub(super) fn of(source: &str) -> Option<Self> {
        let mut builder = Builder { source, outline: Self::default(), open: Vec::new(), documents: 0 };
        for next in Parser::new_from_str_with_options(source, parser_options()) {
            let (event, span) = next.ok()?;
            if builder.take(event, &span).is_none() {
                break;
            }
        }
        builder.open.is_empty().then_some(builder.outline)
    }

    pub(super) fn node(&self, position: usize) -> Option<&Node> {
        self.nodes.get(position)
    }

    pub(super) fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The node and those that hold it, from the inside to the outside.
    pub(super) fn holders(&self, position: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(position), |position| self.node(*position)?.parent)
    }

    /// What holds a node, and the number of the entry or element that it is or stands in.
    pub(super) fn membership(&self, position: usize) -> Option<(usize, usize)> {
        let node = self.node(position)?;
        let parent = node.parent?;
        let is_mapping = matches!(self.node(parent)?.shape, Shape::Mapping { .. });
        Some((parent, if is_mapping { node.number / 2 } else { node.number }))
    }

    /// Whether a node is the key of an entry.
    pub(super) fn is_key(&self, position: usize) -> bool {
        let Some(node) = self.node(position) else { return false };
        let holder = node.parent.and_then(|parent| self.node(parent));
        let is_mapping = holder.is_some_and(|holder| matches!(holder.shape, Shape::Mapping { .. }));
        is_mapping && node.number.is_multiple_of(2)
    }

    /// Whether a node stands between brackets.
    pub(super) fn is_in_flow(&self, position: usize) -> bool {
        self.holders(position).skip(1).filter_map(|holder| self.node(holder)).any(|holder| {
            matches!(holder.shape, Shape::Mapping { is_flow: true } | Shape::Sequence { is_flow: true })
        })
    }

    /// The bytes of the entries or elements of a node, each from its dash or key to the end of its value.
    pub(super) fn members(&self, text: &str, position: usize) -> Vec<Range<usize>> {
        let Some(node) = self.node(position) else { return Vec::new() };
        let extent = |child: &usize| self.extent(text, *child);
        match node.shape {
            Shape::Sequence { is_flow: false } => {
                let with_dash = |range: Range<usize>| {
                    let dash = dash_before(text, range.start).unwrap_or(range.start);
                    dash..range.end.max(dash + 1)
                };
                node.children.iter().map(extent).map(with_dash).collect()
            }
            Shape::Mapping { .. } => node
                .children
                .chunks(2)
                .map(|entry| {
                    let key = entry.first().map(extent).unwrap_or_default();
                    let mut value = entry.get(1).map(extent).unwrap_or_default();
                    // Nothing is said to stand at the colon.
                    value.end += usize::from(
                        value.is_empty() && text.get(value.end..).is_some_and(|rest| rest.starts_with(':')),
                    );
                    key.start..key.end.max(value.end)
                })
                .collect(),
            _ => node.children.iter().map(extent).collect(),
        }
    }

    /// The bytes of a node with all that it holds.
    pub(super) fn extent(&self, text: &str, position: usize) -> Range<usize> {
        let Some(node) = self.node(position) else { return 0..0 };
        let start = match (node.shape, node.children.first()) {
            (Shape::Mapping { is_flow: false }, Some(first)) => self.extent(text, *first).start,
            (Shape::Sequence { is_flow: false }, Some(first)) => {
                let first = self.extent(text, *first).start;
                dash_before(text, first).unwrap_or(first)
            }
            _ => node.span.start,
        };
        start..node.span.end.max(start)
    }
}

/// The dash of the element that starts here.
fn dash_before(text: &str, start: usize) -> Option<usize> {
    let before = text.get(..start)?.trim_end_matches([' ', '\t']);
    if before.ends_with('-') {
        return Some(before.len() - 1);
    }
    // Nothing behind the dash, or a comment: the element stands below it.
    let line = line_before(text, line_start(text, start)).filter(|_| is_first_of_line(text, start))?;
    let content = text.get(line..line_end(text, line))?;
    let dash = content.find('-')?;
    let rest = content.get(dash + 1..)?.trim_start();
    let is_alone = content[..dash].trim().is_empty() && (rest.is_empty() || rest.starts_with('#'));
    is_alone.then_some(line + dash)
}

fn parser_options() -> Options {
    options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        flow_nesting_limit: MAX_NESTING,
        block_nesting_limit: MAX_NESTING,
    }
}

struct Builder<'s> {
    source: &'s str,
    outline: Outline,
    open: Vec<usize>,
    documents: usize,
}

impl Builder<'_> {
    /// Takes one event; `None` where a second document starts.
    fn take(&mut self, event: Event<'_>, span: &Span) -> Option<()> {
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                return (self.documents == 1).then_some(());
            }
            Event::Scalar(text, style, anchor, tag) => {
                let is_nothing = style == ScalarStyle::Plain && matches!(&*text, "" | "~");
                let shape = if is_nothing { Shape::Nothing } else { Shape::Text(style) };
                let node = self.add(shape, span, anchor > 0, tag.is_some());
                self.outline.nodes[node].text = text.into_owned();
                if matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
                    let node = &mut self.outline.nodes[node];
                    let written = self.source.get(node.span.clone()).unwrap_or_default();
                    node.span.end = node.span.start + written.trim_end().len();
                }
            }
            Event::MappingStart(style, anchor, tag) => {
                let shape = Shape::Mapping { is_flow: style == StructureStyle::Flow };
                let node = self.add(shape, span, anchor > 0, tag.is_some());
                self.open.push(node);
            }
            Event::SequenceStart(style, anchor, tag) => {
                let shape = Shape::Sequence { is_flow: style == StructureStyle::Flow };
                let node = self.add(shape, span, anchor > 0, tag.is_some());
                self.open.push(node);
            }
            Event::MappingEnd | Event::SequenceEnd => self.close(span),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.add(Shape::Alias, span, false, false);
            }
            _ => {}
        }
        Some(())
    }

    fn add(&mut self, shape: Shape, span: &Span, has_anchor: bool, has_tag: bool) -> usize {
        let position = self.outline.nodes.len();
        let parent = self.open.last().copied();
        let mut number = 0;
        if let Some(parent) = parent {
            let siblings = &mut self.outline.nodes[parent].children;
            number = siblings.len();
            siblings.push(position);
        }
        self.outline.nodes.push(Node {
            shape,
            span: span.byte_range().unwrap_or_default(),
            text: String::new(),
            parent,
            number,
            children: Vec::new(),
            after: position + 1,
            has_anchor,
            has_tag,
        });
        position
    }

    fn close(&mut self, span: &Span) {
        let Some(position) = self.open.pop() else { return };
        let closing = span.byte_range().unwrap_or_default();
        let after = self.outline.nodes.len();
        let last = self.outline.nodes[position].children.last().copied();
        let start_end = self.outline.nodes[position].span.end;
        let inner_end = last.map_or(start_end, |last| self.outline.nodes[last].span.end);
        let node = &mut self.outline.nodes[position];
        node.after = after;
        node.span.end = if closing.is_empty() { inner_end.max(node.span.start) } else { closing.end };
    }
}
