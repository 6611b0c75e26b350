//! What a document takes away from the one that it extends.

use std::collections::{BTreeMap, HashSet};

use super::merge::Merger;
use super::tree::{Entry, Kind, NodeId};
use crate::notation::Part;
use crate::route::Step;
use crate::standard::nearest;

/// So many steps lead to any value that a file can hold.
const MOST_STEPS: usize = 256;

/// So many addresses that lead nowhere get a suggestion.
const MOST_SUGGESTIONS: usize = 100;

/// What is taken away, as a tree of steps.
#[derive(Debug, Default)]
pub(super) struct Removal {
    branches: BTreeMap<Step, Removal>,
    /// The addresses that end here or further on, by their numbers.
    addresses: Vec<usize>,
    is_end: bool,
}

/// An address that leads nowhere.
#[derive(Debug)]
pub(super) struct Miss {
    /// The number of the address.
    pub(super) address: usize,
    /// Its step that leads nowhere.
    pub(super) step: usize,
    /// What is wrong.
    pub(super) message: String,
    /// What may have been meant.
    pub(super) help: Option<String>,
}

impl Removal {
    /// Takes note of the address with a number.
    pub(super) fn add(&mut self, number: usize, steps: &[Part<Step>]) {
        let mut removal = self;
        for step in steps.iter().take(MOST_STEPS) {
            removal = removal.branches.entry(step.value.clone()).or_default();
            removal.addresses.push(number);
        }
        removal.is_end = true;
    }

    /// Whether nothing is to be taken away.
    pub(super) fn is_empty(&self) -> bool {
        self.branches.is_empty()
    }
}

/// The taking away, and what of it came to nothing.
pub(super) struct Pruning<'m, 't> {
    pub(super) merger: &'m mut Merger<'t>,
    pub(super) misses: Vec<Miss>,
}

impl Pruning<'_, '_> {
    /// A value without what is taken away. `depth` counts the steps that lead to it.
    pub(super) fn without(&mut self, node: NodeId, removal: &Removal, depth: usize) -> NodeId {
        let tree = &self.merger.tree;
        let span = tree.span(node);
        match tree.kind(node) {
            Kind::Mapping { .. } => {
                let entries = self.merger.flat(node, 0);
                let kept = self.entries_without(&entries, removal, depth);
                self.merger.tree.add_mapping(&kept, span)
            }
            Kind::Sequence { .. } => {
                let elements = tree.elements(node).to_vec();
                let kept = self.elements_without(&elements, removal, depth);
                self.merger.tree.add_sequence(&kept, span)
            }
            _ => {
                self.miss(removal, &HashSet::new(), &[], depth);
                node
            }
        }
    }

    fn entries_without(&mut self, entries: &[Entry], removal: &Removal, depth: usize) -> Vec<Entry> {
        let mut hit = HashSet::new();
        let mut kept = Vec::with_capacity(entries.len());
        for entry in entries {
            let key = self.merger.tree.text(self.merger.text, entry.key).map(|key| Step::Key(key.to_owned()));
            let found = key.and_then(|key| removal.branches.get_key_value(&key));
            let Some((step, branch)) = found else {
                kept.push(*entry);
                continue;
            };
            hit.insert(step);
            let value = self.left(entry.value, branch, depth);
            kept.extend(value.map(|value| Entry { key: entry.key, value }));
        }
        self.miss(removal, &hit, entries, depth);
        kept
    }

    fn elements_without(&mut self, elements: &[NodeId], removal: &Removal, depth: usize) -> Vec<NodeId> {
        let mut hit = HashSet::new();
        let mut kept = Vec::with_capacity(elements.len());
        for (index, element) in elements.iter().enumerate() {
            match removal.branches.get_key_value(&Step::Index(index)) {
                None => kept.push(*element),
                Some((step, branch)) => {
                    hit.insert(step);
                    kept.extend(self.left(*element, branch, depth));
                }
            }
        }
        self.miss(removal, &hit, &[], depth);
        kept
    }

    /// What is left of a value; `None` if it goes.
    fn left(&mut self, node: NodeId, branch: &Removal, depth: usize) -> Option<NodeId> {
        let is_single = !matches!(
            self.merger.tree.kind(node),
            Kind::Sequence { .. } | Kind::Mapping { .. } | Kind::Empty | Kind::Nowhere
        );
        // The only value of a list that is written without brackets goes with its list.
        let is_only = is_single && branch.branches.get(&Step::Index(0)).is_some_and(|only| only.is_end);
        if branch.is_end || is_only { None } else { Some(self.without(node, branch, depth + 1)) }
    }

    /// Takes note of the branches that nothing was found for.
    fn miss(&mut self, removal: &Removal, hit: &HashSet<&Step>, entries: &[Entry], depth: usize) {
        let merger = &self.merger;
        for (step, branch) in removal.branches.iter().filter(|(step, _)| !hit.contains(step)) {
            let (message, help) = match step {
                Step::Key(key) => {
                    let keys = entries.iter().filter_map(|entry| merger.tree.text(merger.text, entry.key));
                    let near = (self.misses.len() < MOST_SUGGESTIONS).then(|| nearest::nearest(key, keys));
                    let help = match near.flatten() {
                        Some(near) => Some(format!("did you mean `{near}`?")),
                        None => self.listing(entries),
                    };
                    (format!("there is no `{key}` to be removed"), help)
                }
                Step::Index(index) => {
                    let help = "the elements of a list are counted from `[0]`, before any is removed";
                    (format!("there is no element `[{index}]` to be removed"), Some(help.to_owned()))
                }
            };
            let misses = branch.addresses.iter().map(|address| Miss {
                address: *address,
                step: depth,
                message: message.clone(),
                help: help.clone(),
            });
            self.misses.extend(misses);
        }
    }

    /// The first keys of some entries, as advice.
    fn listing(&self, entries: &[Entry]) -> Option<String> {
        const SHOWN: usize = 8;
        let keys = entries.iter().filter_map(|entry| self.merger.tree.text(self.merger.text, entry.key));
        let shown: Vec<String> = keys.take(SHOWN).map(|key| format!("`{key}`")).collect();
        let more = if entries.len() > SHOWN { ", …" } else { "" };
        (!shown.is_empty()).then(|| format!("the keys there are {}{more}", shown.join(", ")))
    }
}
