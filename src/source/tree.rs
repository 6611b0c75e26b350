//! The span tree: every key and every value of a file, with its place in it.
//!
//! Nodes are small and stand in one arena. A text that is spelt out in the file is a range of the file; only texts
//! that YAML changes (escapes, folded lines) and texts of short forms are kept beside it.

use std::num::NonZeroU32;
use std::ops::Range;
use std::sync::OnceLock;

use self::index::Index;

pub(crate) use self::graft::Rest;

mod graft;
mod index;

/// A node, by its position in the arena, counted from one so that "no node" needs no room of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct NodeId(NonZeroU32);

impl NodeId {
    /// The position in the arena, which is that of the events of YAML that made the node.
    pub(crate) const fn position(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// A range of bytes of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Span {
    pub(crate) const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Nothing was written, or `~`.
    Empty,
    /// A text that stands in the file as it is.
    Text(Span),
    /// A text that YAML changed, by its position among the kept texts.
    Kept(u32),
    /// The same, of a literal block, whose lines stand in the file one by one.
    Literal(u32),
    /// Entries, as a range of [`Tree::entries`].
    Mapping { first: u32, count: u32 },
    /// Elements, as a range of [`Tree::elements`].
    Sequence { first: u32, count: u32 },
    /// The same as another node.
    Alias(NodeId),
    /// An alias that leads nowhere, which has been reported: nothing more is to be said of it.
    Nowhere,
}

#[derive(Debug, Clone, Copy)]
struct Node {
    kind: Kind,
    span: Span,
}

/// A key and its value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    pub(crate) key: NodeId,
    pub(crate) value: NodeId,
}

/// What a short form was read as.
#[derive(Debug, Clone, Copy)]
struct LongForm {
    node: NodeId,
    /// The record, by its position among those of the tree.
    record: u32,
}

/// The span tree of one file.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
    entries: Vec<Entry>,
    elements: Vec<NodeId>,
    kept: Vec<Box<str>>,
    /// Keys of long forms that no author wrote: one node for each word, at no place in the file; a few.
    keywords: Vec<(&'static str, NodeId)>,
    /// The long forms of short forms, by node, as far as they were asked for.
    long_forms: Vec<Option<LongForm>>,
    /// The records that have long forms here; a few.
    records: Vec<&'static str>,
    /// The value of the whole document.
    pub(crate) root: Option<NodeId>,
    /// Where keys stand in large mappings; made when the first one is looked for, which is when the tree is complete.
    index: OnceLock<Index>,
}

impl Tree {
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(crate) fn span(&self, id: NodeId) -> Span {
        self.nodes[id.position()].span
    }

    /// What a node is, seen through aliases.
    pub(crate) fn kind(&self, id: NodeId) -> Kind {
        self.nodes[self.real(id).position()].kind
    }

    /// The node behind aliases. An alias always leads to a node made before it, so this ends.
    pub(crate) fn real(&self, mut id: NodeId) -> NodeId {
        while let Kind::Alias(target) = self.nodes[id.position()].kind {
            id = target;
        }
        id
    }

    /// The text of a scalar; `None` for an empty node or a collection.
    pub(crate) fn text<'t>(&'t self, source: &'t str, id: NodeId) -> Option<&'t str> {
        match self.kind(id) {
            Kind::Text(span) => source.get(span.range()),
            _ => self.kept_text(id),
        }
    }

    /// The text of a scalar that does not stand in the file as it is.
    pub(crate) fn kept_text(&self, id: NodeId) -> Option<&str> {
        match self.kind(id) {
            Kind::Kept(index) | Kind::Literal(index) => self.kept.get(index as usize).map(AsRef::as_ref),
            _ => None,
        }
    }

    /// The entries of a mapping; none for any other node.
    pub(crate) fn entries(&self, id: NodeId) -> &[Entry] {
        match self.kind(id) {
            Kind::Mapping { first, count } => &self.entries[first as usize..(first + count) as usize],
            _ => &[],
        }
    }

    /// The entry of a mapping under a key, the first one where it stands twice.
    pub(crate) fn entry(&self, source: &str, id: NodeId, key: &str) -> Option<Entry> {
        let is_it = |entry: &&Entry| self.text(source, entry.key) == Some(key);
        let entries = self.entries(id);
        if entries.len() <= index::LARGE {
            return entries.iter().find(is_it).copied();
        }
        let Kind::Mapping { first, .. } = self.kind(id) else { return None };
        let indexed = self.index.get_or_init(|| Index::of(self, source)).position(first, key)?;
        let found = self.entries.get(indexed as usize).filter(is_it);
        // Two keys in one mapping can have one number, though nobody will see it happen.
        found.or_else(|| entries.iter().find(is_it)).copied()
    }

    /// The elements of a sequence; none for any other node.
    pub(crate) fn elements(&self, id: NodeId) -> &[NodeId] {
        match self.kind(id) {
            Kind::Sequence { first, count } => &self.elements[first as usize..(first + count) as usize],
            _ => &[],
        }
    }

    /// The long form that was made of a short form.
    pub(crate) fn long_form(&self, id: NodeId) -> Option<NodeId> {
        self.long_forms.get(id.position()).copied().flatten().map(|long| long.node)
    }

    /// The record that a short form was read as.
    pub(crate) fn record(&self, short: NodeId) -> Option<&'static str> {
        let long = self.long_forms.get(short.position()).copied().flatten()?;
        self.records.get(long.record as usize).copied()
    }

    /// Keeps the long form of a short form, and the record that it is.
    pub(crate) fn remember_long_form(&mut self, short: NodeId, long: NodeId, record: &'static str) {
        let position = short.position();
        if self.long_forms.len() <= position {
            self.long_forms.resize(self.nodes.len(), None);
        }
        let known = self.records.iter().position(|known| *known == record);
        let number = known.unwrap_or_else(|| {
            self.records.push(record);
            self.records.len() - 1
        });
        self.long_forms[position] = Some(LongForm { node: long, record: narrow(number) });
    }

    /// Whether a node is another one by its name.
    pub(crate) fn is_alias(&self, id: NodeId) -> bool {
        matches!(self.nodes[id.position()].kind, Kind::Alias(_) | Kind::Nowhere)
    }

    pub(crate) fn add(&mut self, kind: Kind, span: Span) -> NodeId {
        self.nodes.push(Node { kind, span });
        NodeId(NonZeroU32::new(narrow(self.nodes.len())).unwrap_or(NonZeroU32::MAX))
    }

    pub(crate) fn add_kept(&mut self, text: &str, span: Span, literal: bool) -> NodeId {
        let index = narrow(self.kept.len());
        self.kept.push(text.into());
        self.add(if literal { Kind::Literal(index) } else { Kind::Kept(index) }, span)
    }

    /// A key of a long form that the author did not write.
    pub(crate) fn keyword(&mut self, word: &'static str) -> NodeId {
        if let Some((_, node)) = self.keywords.iter().find(|(keyword, _)| *keyword == word) {
            return *node;
        }
        let node = self.add_kept(word, Span { start: 0, end: 0 }, false);
        self.keywords.push((word, node));
        node
    }

    /// Whether a key stands in the file, and not only in the long form of what does.
    pub(crate) fn is_written(&self, key: NodeId) -> bool {
        !self.keywords.iter().any(|(_, keyword)| *keyword == key)
    }

    pub(crate) fn add_mapping(&mut self, entries: &[Entry], span: Span) -> NodeId {
        let kind = self.mapping(entries);
        self.add(kind, span)
    }

    pub(crate) fn add_sequence(&mut self, elements: &[NodeId], span: Span) -> NodeId {
        let kind = self.sequence(elements);
        self.add(kind, span)
    }

    fn mapping(&mut self, entries: &[Entry]) -> Kind {
        let first = narrow(self.entries.len());
        self.entries.extend_from_slice(entries);
        Kind::Mapping { first, count: narrow(entries.len()) }
    }

    fn sequence(&mut self, elements: &[NodeId]) -> Kind {
        let first = narrow(self.elements.len());
        self.elements.extend_from_slice(elements);
        Kind::Sequence { first, count: narrow(elements.len()) }
    }

    /// Reserves a node for a collection whose start is known; [`Tree::close_mapping`] or [`Tree::close_sequence`] says what it became.
    pub(crate) fn open(&mut self, start: u32) -> NodeId {
        self.add(Kind::Empty, Span { start, end: start })
    }

    /// Completes a mapping that was reserved.
    pub(crate) fn close_mapping(&mut self, reserved: NodeId, entries: &[Entry], span: Span) {
        let kind = self.mapping(entries);
        self.nodes[reserved.position()] = Node { kind, span };
    }

    /// Completes a sequence that was reserved.
    pub(crate) fn close_sequence(&mut self, reserved: NodeId, elements: &[NodeId], span: Span) {
        let kind = self.sequence(elements);
        self.nodes[reserved.position()] = Node { kind, span };
    }

    /// The part of the file that shows a part of a text, or the whole value where the two cannot be matched.
    pub(crate) fn part_span(&self, source: &str, id: NodeId, part: &Range<usize>) -> Span {
        let real = self.real(id);
        let whole = self.span(id);
        match self.nodes[real.position()].kind {
            Kind::Text(span) if part.end <= (span.end - span.start) as usize => {
                Span { start: span.start + narrow(part.start), end: span.start + narrow(part.end) }
            }
            Kind::Literal(index) => {
                let text = self.kept.get(index as usize).map_or("", AsRef::as_ref);
                literal_part(source, self.span(real), text, part).unwrap_or(whole)
            }
            _ => whole,
        }
    }
}

/// Where a part of one line of a literal block stands in the file.
fn literal_part(source: &str, block: Span, text: &str, part: &Range<usize>) -> Option<Span> {
    let before = text.get(..part.start)?;
    let line_number = before.matches('\n').count();
    let column = part.start - before.rfind('\n').map_or(0, |position| position + 1);
    let start_of_block = source.get(..block.start as usize)?.rfind('\n').map_or(0, |position| position + 1);
    let indentation = indentation_of(source, start_of_block, text)?;
    let mut line_start = start_of_block;
    for _ in 0..line_number {
        line_start += source.get(line_start..)?.find('\n')? + 1;
    }
    let start = line_start + indentation + column;
    let line_end = start + text.get(part.clone())?.lines().next().unwrap_or_default().len();
    (line_end <= source.len()).then(|| Span { start: narrow(start), end: narrow(line_end) })
}

/// How far the lines of a literal block are indented: by what its first line that is not blank has in front.
fn indentation_of(source: &str, start: usize, text: &str) -> Option<usize> {
    let content = text.lines().find(|line| !line.trim().is_empty())?;
    let line = source.get(start..)?.lines().find(|line| !line.trim().is_empty())?;
    line.strip_suffix(content).map(str::len)
}

/// Positions fit in 32 bits: files beyond that are refused before they are parsed.
pub(crate) fn narrow(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}
