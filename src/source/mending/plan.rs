//! `Plan`: what is to become of the nodes of a file. Changes that touch one another are not planned together.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use indexmap::{IndexMap, IndexSet};

use super::fresh::Fresh;
use super::gathered::Gathered;
use super::outline::{Outline, Shape};
use super::splicing::spliced;

/// One change of one node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Act {
    /// A part of the text of a node becomes another one, or all of it.
    Splice { node: usize, part: Range<usize>, text: String },
    /// An entry or an element of a node goes.
    Remove { node: usize, member: usize },
    /// A list gets a last element; a single value or nothing becomes a list.
    Append { node: usize, element: Fresh },
    /// A mapping gets a last entry; nothing becomes a mapping.
    Insert { node: usize, key: String, value: Fresh },
    /// A short form becomes the mapping that it stands for, with what it has no place for.
    Unfold { node: usize, entries: Vec<(String, Fresh)> },
    /// The elements of a list stand in another order.
    Reorder { node: usize, order: Vec<usize> },
}

impl Act {
    pub(super) const fn node(&self) -> usize {
        match self {
            Self::Splice { node, .. }
            | Self::Remove { node, .. }
            | Self::Append { node, .. }
            | Self::Insert { node, .. }
            | Self::Unfold { node, .. }
            | Self::Reorder { node, .. } => *node,
        }
    }
}

/// What is to become of one node.
#[derive(Debug, Clone, Default)]
pub(super) struct NodeChange {
    /// Parts of its text, from the first to the last; none touches another.
    pub(super) splices: Vec<(Range<usize>, String)>,
    pub(super) removed: BTreeSet<usize>,
    pub(super) appended: IndexSet<Fresh>,
    pub(super) inserted: IndexMap<String, Gathered>,
    pub(super) order: Option<Vec<usize>>,
    /// Whether what is inserted takes the place of all that was there.
    pub(super) is_unfolded: bool,
}

impl NodeChange {
    /// The text with its parts replaced.
    pub(super) fn spliced(&self, text: &str) -> String {
        let inside = self.splices.iter().filter(|(part, _)| text.get(part.clone()).is_some());
        let inside = inside.map(|(part, new)| (part.clone(), new.as_str()));
        spliced(text, inside).unwrap_or_else(|| text.to_owned())
    }

    /// The entries that are added.
    pub(super) fn entries(&self) -> Vec<(String, Fresh)> {
        self.inserted.iter().map(|(key, value)| (key.clone(), value.value())).collect()
    }

    /// The elements that are added.
    pub(super) fn elements(&self) -> Vec<Fresh> {
        self.appended.iter().cloned().collect()
    }

    /// The parts that change and touch another part.
    fn touched<'c>(&'c self, part: &'c Range<usize>) -> impl Iterator<Item = &'c (Range<usize>, String)> {
        let first = self.splices.partition_point(|(other, _)| other.end < part.start);
        self.splices.iter().skip(first).take_while(|(other, _)| other.start <= part.end)
    }

    /// Whether a change goes together with what is planned for the same node.
    fn goes_with(&self, act: &Act) -> bool {
        let is_plain = self.order.is_none() && !self.is_unfolded;
        let (has_splices, has_removed) = (!self.splices.is_empty(), !self.removed.is_empty());
        let has_added = !self.appended.is_empty() || !self.inserted.is_empty();
        match act {
            Act::Splice { part, text, .. } => {
                let is_same = |(other, new): &(Range<usize>, String)| other == part && new == text;
                !has_removed && !has_added && is_plain && self.touched(part).all(is_same)
            }
            Act::Remove { .. } => !has_splices && !has_added && is_plain,
            Act::Append { .. } => !has_splices && !has_removed && self.inserted.is_empty() && is_plain,
            Act::Insert { key, value, .. } => {
                let is_free = self.inserted.get(key).is_none_or(|known| known.goes_with(value));
                !has_splices && !has_removed && self.appended.is_empty() && is_plain && is_free
            }
            Act::Unfold { .. } => {
                !has_splices && !has_removed && self.order.is_none() && (self.is_unfolded || !has_added)
            }
            Act::Reorder { order, .. } => {
                !has_splices
                    && !self.is_unfolded
                    && !has_removed
                    && !has_added
                    && self.order.as_ref().is_none_or(|known| known == order)
            }
        }
    }

    fn take(&mut self, act: Act) {
        match act {
            Act::Splice { part, text, .. } => {
                let splice = (part, text);
                if !self.touched(&splice.0).any(|known| *known == splice) {
                    let after = self.splices.partition_point(|(other, _)| other.start <= splice.0.start);
                    self.splices.insert(after, splice);
                }
            }
            Act::Remove { member, .. } => _ = self.removed.insert(member),
            Act::Append { element, .. } => _ = self.appended.insert(element),
            Act::Insert { key, value, .. } => self.insert(key, value),
            Act::Unfold { entries, .. } => {
                self.is_unfolded = true;
                for (key, value) in entries {
                    self.insert(key, value);
                }
            }
            Act::Reorder { order, .. } => self.order = Some(order),
        }
    }

    fn insert(&mut self, key: String, value: Fresh) {
        match self.inserted.get_mut(&key) {
            Some(known) => known.take(value),
            None => _ = self.inserted.insert(key, Gathered::One(value)),
        }
    }
}

/// The changes of a file, by node.
#[derive(Debug, Clone, Default)]
pub(super) struct Plan {
    changes: BTreeMap<usize, NodeChange>,
}

impl Plan {
    pub(super) fn changes(&self) -> impl Iterator<Item = (usize, &NodeChange)> {
        self.changes.iter().map(|(node, change)| (*node, change))
    }

    pub(super) fn change(&self, node: usize) -> Option<&NodeChange> {
        self.changes.get(&node)
    }

    pub(super) fn take(&mut self, act: Act) {
        self.changes.entry(act.node()).or_default().take(act);
    }

    /// Plans a change after all that another plan wants of the same node.
    pub(super) fn take_after(&mut self, other: Option<&Self>, act: Act) {
        let known = || other.and_then(|other| other.change(act.node())).cloned().unwrap_or_default();
        self.changes.entry(act.node()).or_insert_with(known).take(act);
    }

    /// Forgets what is planned for the nodes of another plan, and plans that instead.
    pub(super) fn replace(&mut self, other: &Self) {
        self.changes.extend(other.changes.iter().map(|(node, change)| (*node, change.clone())));
    }

    /// Whether a change can be made together with all that is planned.
    pub(super) fn admits(&self, outline: &Outline, act: &Act) -> bool {
        let node = act.node();
        self.changes.get(&node).is_none_or(|change| change.goes_with(act))
            && !self.takes_away(outline, node)
            && moved(outline, act).is_none_or(|moved| self.changes.range(moved).next().is_none())
    }

    /// Whether a node, or something that holds it, is removed or moved.
    fn takes_away(&self, outline: &Outline, node: usize) -> bool {
        let mut holders = outline.holders(node);
        holders.any(|holder| {
            let Some((parent, member)) = outline.membership(holder) else { return false };
            let change = self.changes.get(&parent);
            change.is_some_and(|change| {
                change.order.is_some() || change.is_unfolded || change.removed.contains(&member)
            })
        })
    }
}

/// The nodes that a change removes or moves, of which none may be changed itself.
fn moved(outline: &Outline, act: &Act) -> Option<Range<usize>> {
    match act {
        Act::Remove { node, member } => {
            let holder = outline.node(*node)?;
            let is_mapping = matches!(holder.shape, Shape::Mapping { .. });
            let (first, last) = if is_mapping { (member * 2, member * 2 + 1) } else { (*member, *member) };
            let last = outline.node(*holder.children.get(last)?)?;
            Some(*holder.children.get(first)?..last.after)
        }
        // The list or the mapping itself is for `goes_with`; what is in it comes after it.
        Act::Reorder { node, .. } | Act::Unfold { node, .. } => Some(*node + 1..outline.node(*node)?.after),
        // A single value that becomes an element moves with all that is in it.
        Act::Append { node, .. } => {
            let holder = outline.node(*node)?;
            let is_list = matches!(holder.shape, Shape::Sequence { .. });
            (!is_list).then_some(*node + 1..holder.after)
        }
        Act::Splice { .. } | Act::Insert { .. } => None,
    }
}
