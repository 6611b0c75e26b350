//! Sets in sets: every named set expanded once.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{ItemId, ItemUse, Meaning};

/// Sets inside sets, deepest.
pub(super) const MAX_SET_DEPTH: usize = 64;

/// The members of every set of one kind.
#[derive(Debug, Default)]
pub(super) struct Sets<'s> {
    /// The members of each set, those of the sets in it included, each once.
    pub(super) members: HashMap<&'s str, Arc<[ItemId]>>,
    /// References to sets that are not followed: they lead back to where they come from, or too deep.
    pub(super) endless: Vec<ItemId>,
}

/// Expands sets, whose own members are given in the author's order.
pub(super) fn expand<'s>(items: &[ItemUse<'s>], direct: &[(&'s str, Vec<ItemId>)]) -> Sets<'s> {
    let by_name = direct.iter().map(|(name, members)| (*name, members.as_slice())).collect();
    let mut expansion = Expansion { items, direct: by_name, open: Vec::new(), sets: Sets::default() };
    for (name, _) in direct {
        expansion.members(name);
    }
    expansion.sets
}

struct Expansion<'a, 's> {
    items: &'a [ItemUse<'s>],
    direct: HashMap<&'s str, &'a [ItemId]>,
    /// The sets that are being expanded, outermost first.
    open: Vec<&'s str>,
    sets: Sets<'s>,
}

impl<'s> Expansion<'_, 's> {
    fn members(&mut self, name: &'s str) -> Arc<[ItemId]> {
        if let Some(known) = self.sets.members.get(name) {
            return Arc::clone(known);
        }
        self.open.push(name);
        let mut members = Vec::new();
        let mut nested = HashSet::new();
        for id in self.direct.get(name).copied().unwrap_or_default() {
            match self.items[id.0].meaning {
                Meaning::Set(inner) if self.open.contains(&inner) || self.open.len() == MAX_SET_DEPTH => {
                    self.sets.endless.push(*id);
                }
                Meaning::Set(inner) => {
                    let inner = self.members(inner);
                    members.extend(inner.iter().filter(|member| nested.insert(**member)));
                }
                _ => members.push(*id),
            }
        }
        self.open.pop();
        let members: Arc<[ItemId]> = Arc::from(members);
        self.sets.members.insert(name, Arc::clone(&members));
        members
    }
}
