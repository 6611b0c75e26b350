//! A tree that takes over the nodes of another one: those of another file, or those of the rest of its own text.

use std::ops::Range;

use super::{Entry, Kind, Node, NodeId, Span, Tree, narrow};

/// What the nodes of a tree are called in the one that takes them over.
#[derive(Debug, Clone, Copy)]
struct Shift {
    bytes: u32,
    nodes: u32,
    entries: u32,
    elements: u32,
    kept: u32,
}

impl Shift {
    /// Of nodes that come behind those of a tree, and whose text stands so many bytes further on.
    fn onto(tree: &Tree, bytes: u32) -> Self {
        Self {
            bytes,
            nodes: narrow(tree.nodes.len()),
            entries: narrow(tree.entries.len()),
            elements: narrow(tree.elements.len()),
            kept: narrow(tree.kept.len()),
        }
    }

    fn id(self, id: NodeId) -> NodeId {
        NodeId(id.0.saturating_add(self.nodes))
    }

    fn entry(self, entry: Entry) -> Entry {
        Entry { key: self.id(entry.key), value: self.id(entry.value) }
    }

    fn span(self, span: Span) -> Span {
        Span { start: span.start + self.bytes, end: span.end + self.bytes }
    }

    fn node(self, node: &Node) -> Node {
        let kind = match node.kind {
            Kind::Text(span) => Kind::Text(self.span(span)),
            Kind::Kept(index) => Kind::Kept(index + self.kept),
            Kind::Literal(index) => Kind::Literal(index + self.kept),
            Kind::Mapping { first, count } => Kind::Mapping { first: first + self.entries, count },
            Kind::Sequence { first, count } => Kind::Sequence { first: first + self.elements, count },
            Kind::Alias(target) => Kind::Alias(self.id(target)),
            Kind::Empty | Kind::Nowhere => node.kind,
        };
        Node { kind, span: self.span(node.span) }
    }
}

impl Tree {
    /// Takes over the nodes of another file, whose text stands `base` bytes further on; the value of that file.
    pub(crate) fn adopt(&mut self, other: &Self, base: u32) -> Option<NodeId> {
        let shift = Shift::onto(self, base);
        self.nodes.extend(other.nodes.iter().map(|node| shift.node(node)));
        self.entries.extend(other.entries.iter().map(|entry| shift.entry(*entry)));
        self.elements.extend(other.elements.iter().map(|element| shift.id(*element)));
        self.kept.extend_from_slice(&other.kept);
        other.root.map(|root| shift.id(root))
    }

    /// Takes over the nodes of the rest of the same text, which stands `base` bytes further on, in the order that they
    /// would have if the whole text had been read at once. `held` counts the entries that the open mappings have, from
    /// the outside to the inside. What these mappings hold beyond is left to [`Joining::close`].
    pub(crate) fn join(&mut self, rest: Rest, base: u32, held: &[usize]) -> Joining {
        let Rest { tree, open } = rest;
        let mut shift = Shift::onto(self, base);
        let openings = openings(open.len());
        shift.nodes -= narrow(openings).min(shift.nodes);
        self.nodes.reserve(tree.nodes.len());
        for node in tree.nodes.iter().skip(openings) {
            let mut node = shift.node(node);
            if let Kind::Mapping { first, .. } = &mut node.kind {
                // What is complete after an open mapping stands behind all entries of that mapping.
                let own = *first - shift.entries;
                let is_behind = |mapping: &&Open| own > narrow(mapping.entries.start);
                let closed = open.iter().rev().take_while(is_behind).count();
                *first += narrow(held.iter().rev().take(closed).sum());
            }
            self.nodes.push(node);
        }
        self.elements.extend(tree.elements.iter().map(|element| shift.id(*element)));
        self.kept.extend(tree.kept);
        Joining { shift, entries: tree.entries, open, taken: 0 }
    }
}

/// How many nodes open so many mappings: a key stands between each two of them.
const fn openings(mappings: usize) -> usize {
    (2 * mappings).saturating_sub(1)
}

/// The rest of a text, read by itself behind an opening that has nothing but the mappings that are open there: each
/// has one key, of which the next one is the value.
#[derive(Debug)]
pub(crate) struct Rest {
    tree: Tree,
    /// The mappings that are open, from the outside to the inside.
    open: Vec<Open>,
}

/// A mapping of the opening.
#[derive(Debug)]
struct Open {
    /// Its entries, by their positions.
    entries: Range<usize>,
    end: u32,
}

impl Rest {
    /// The rest in so many open mappings, of which the innermost one has a first key that starts here; nothing if the
    /// tree does not begin so.
    pub(crate) fn of(tree: Tree, mappings: usize, start: u32) -> Option<Self> {
        let mut open = Vec::with_capacity(mappings);
        let mut next = tree.root?;
        for number in 0..mappings {
            let Kind::Mapping { first, count } = tree.nodes[next.position()].kind else { return None };
            let entry = tree.entries.get(first as usize)?;
            let is_next = next.position() == 2 * number && entry.key.position() == 2 * number + 1;
            let is_last = number + 1 == mappings;
            if !is_next || count == 0 || (is_last && tree.span(entry.key).start != start) {
                return None;
            }
            let entries = first as usize..(first + count) as usize;
            open.push(Open { entries, end: tree.span(next).end });
            next = entry.value;
        }
        Some(Self { tree, open })
    }

    /// How many keys and values there are, without those of the opening.
    pub(crate) fn len(&self) -> usize {
        self.tree.len() - self.openings()
    }

    /// How many keys and values the opening has, which are none of the text.
    pub(crate) fn openings(&self) -> usize {
        openings(self.open.len())
    }
}

/// A rest whose nodes have been taken over, but for the mappings that are still open.
#[derive(Debug)]
pub(crate) struct Joining {
    shift: Shift,
    entries: Vec<Entry>,
    open: Vec<Open>,
    /// How many entries have been taken over.
    taken: usize,
}

impl Joining {
    /// What the innermost mapping that is still open holds beyond its own entries, and where it ends. It must be
    /// completed next.
    pub(crate) fn close(&mut self, tree: &mut Tree) -> (Vec<Entry>, u32) {
        let Some(Open { entries: own, end }) = self.open.pop() else { return (Vec::new(), 0) };
        let shifted = |entry: &Entry| self.shift.entry(*entry);
        tree.entries.extend(self.entries[self.taken..own.start].iter().map(shifted));
        // The first entry of an outer mapping is that of the inner one, which its own tree has.
        let is_outer = self.taken > 0;
        self.taken = own.end;
        let held = self.entries[own].iter().skip(usize::from(is_outer)).map(shifted).collect();
        (held, end + self.shift.bytes)
    }
}
