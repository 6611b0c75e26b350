//! Mappings of several files → one mapping.
//!
//! Nothing of a file is copied: a merged mapping is a new node over entries of several files, each of which keeps its
//! place.

use std::collections::{HashMap, HashSet};

use super::tree::{Entry, Kind, NodeId, Tree};

/// Mappings merged into mappings by `<<`, deepest; what lies deeper is left as it is.
const DEEPEST_MERGE: usize = 32;

/// Mappings that are merged inside one another, deepest. Aliases can nest deeper than the text does.
const DEEPEST: usize = 256;

/// A value that two files say.
#[derive(Debug)]
pub(super) struct Repetition {
    /// The key of the value.
    pub(super) key: String,
    /// Where it is said first.
    pub(super) first: NodeId,
    /// Where it is said again.
    pub(super) again: NodeId,
}

/// The tree of a document in the making, with the text that it speaks of.
pub(super) struct Merger<'t> {
    pub(super) tree: &'t mut Tree,
    pub(super) text: &'t str,
    pub(super) repetitions: Vec<Repetition>,
}

impl Merger<'_> {
    /// Merges mappings that complete one another: by key, lists append, and nothing may be said twice.
    pub(super) fn together(&mut self, mappings: &[NodeId], depth: usize) -> Option<NodeId> {
        let (first, others) = mappings.split_first()?;
        if others.is_empty() {
            return Some(*first);
        }
        let mut groups: Vec<Vec<Entry>> = Vec::new();
        let mut known: HashMap<String, (usize, usize)> = HashMap::new();
        for (number, mapping) in mappings.iter().enumerate() {
            for entry in self.flat(*mapping, 0) {
                let Some(key) = self.tree.text(self.text, entry.key).map(str::to_owned) else {
                    groups.push(vec![entry]);
                    continue;
                };
                match known.get_mut(&key) {
                    Some((group, last)) if *last != number => {
                        groups[*group].push(entry);
                        *last = number;
                    }
                    // A key that stands twice in one file is for the reader to report.
                    Some(_) => groups.push(vec![entry]),
                    None => {
                        known.insert(key, (groups.len(), number));
                        groups.push(vec![entry]);
                    }
                }
            }
        }
        let entries: Vec<Entry> = groups.iter().filter_map(|group| self.one_of(group, depth)).collect();
        let span = self.tree.span(*first);
        Some(self.tree.add_mapping(&entries, span))
    }

    /// The one entry that entries of the same key make.
    fn one_of(&mut self, group: &[Entry], depth: usize) -> Option<Entry> {
        let said: Vec<Entry> =
            group.iter().copied().filter(|entry| self.tree.kind(entry.value) != Kind::Empty).collect();
        let (first, others) = match said.split_first() {
            None => return group.first().copied(),
            Some((first, [])) => return Some(*first),
            Some(several) => several,
        };
        let values: Vec<NodeId> = said.iter().map(|entry| entry.value).collect();
        let is_mapping = |node: &NodeId| matches!(self.tree.kind(*node), Kind::Mapping { .. });
        let is_list = |node: &NodeId| matches!(self.tree.kind(*node), Kind::Sequence { .. });
        let value = if depth < DEEPEST && values.iter().all(is_mapping) {
            self.together(&values, depth + 1)?
        } else if values.iter().any(is_list) && !values.iter().any(is_mapping) {
            self.appended(&values)
        } else {
            let key = self.tree.text(self.text, first.key).unwrap_or_default().to_owned();
            let again = others.iter().map(|other| other.key);
            let repetitions = again.map(|again| Repetition { key: key.clone(), first: first.key, again });
            self.repetitions.extend(repetitions);
            first.value
        };
        Some(Entry { key: first.key, value })
    }

    /// One list of the elements of several; a single value stands for a list of one.
    fn appended(&mut self, lists: &[NodeId]) -> NodeId {
        let mut elements = Vec::new();
        for list in lists {
            match self.tree.kind(*list) {
                Kind::Sequence { .. } => elements.extend_from_slice(self.tree.elements(*list)),
                _ => elements.push(*list),
            }
        }
        let span = self.tree.span(lists[0]);
        self.tree.add_sequence(&elements, span)
    }

    /// Lays one mapping over another: its values take the place of those below, mappings are merged by key.
    pub(super) fn over(&mut self, below: NodeId, above: NodeId, depth: usize) -> NodeId {
        let mut entries = self.flat(below, 0);
        let mut known: HashMap<String, usize> = HashMap::new();
        for (position, entry) in entries.iter().enumerate() {
            if let Some(key) = self.tree.text(self.text, entry.key) {
                known.entry(key.to_owned()).or_insert(position);
            }
        }
        let mut taken = HashSet::new();
        for entry in self.flat(above, 0) {
            let known = self.tree.text(self.text, entry.key).and_then(|key| known.get(key).copied());
            // A key that stands twice in one file is for the reader to report.
            let Some(position) = known.filter(|position| taken.insert(*position)) else {
                entries.push(entry);
                continue;
            };
            let lower = entries[position].value;
            match (self.tree.kind(lower), self.tree.kind(entry.value)) {
                (_, Kind::Empty) => {}
                (Kind::Mapping { .. }, Kind::Mapping { .. }) if depth < DEEPEST => {
                    let value = self.over(lower, entry.value, depth + 1);
                    entries[position] = Entry { key: entry.key, value };
                }
                _ => entries[position] = entry,
            }
        }
        let span = self.tree.span(above);
        self.tree.add_mapping(&entries, span)
    }

    /// The entries of a mapping, those that it merges by `<<` included.
    pub(super) fn flat(&self, mapping: NodeId, depth: usize) -> Vec<Entry> {
        let written = self.tree.entries(mapping);
        let is_merge = |entry: &Entry| self.tree.text(self.text, entry.key) == Some("<<");
        if depth == DEEPEST_MERGE || !written.iter().any(is_merge) {
            return written.to_vec();
        }
        let mut flat: Vec<Entry> = Vec::new();
        let mut merged: Vec<Entry> = Vec::new();
        for entry in written {
            let several = self.tree.elements(entry.value);
            let sources = if several.is_empty() { std::slice::from_ref(&entry.value) } else { several };
            let is_mapping = |node: &NodeId| matches!(self.tree.kind(*node), Kind::Mapping { .. });
            if is_merge(entry) && sources.iter().all(is_mapping) {
                merged.extend(sources.iter().flat_map(|source| self.flat(*source, depth + 1)));
            } else {
                flat.push(*entry);
            }
        }
        let key_of = |entry: &Entry| self.tree.text(self.text, entry.key);
        let mut known: HashSet<&str> = flat.iter().filter_map(key_of).collect();
        flat.extend(merged.into_iter().filter(|entry| key_of(entry).is_none_or(|key| known.insert(key))));
        flat
    }
}
