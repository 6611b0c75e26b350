//! Where keys stand in large mappings, so that many findings in one of them are located without walking it each time.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::{Kind, Tree};

/// Mappings of more entries are indexed.
pub(super) const LARGE: usize = 32;

/// The positions of entries, by the first entry of their mapping and a number made of the key.
#[derive(Debug, Default)]
pub(super) struct Index(HashMap<(u32, u64), u32>);

impl Index {
    /// Indexes the large mappings of a tree.
    pub(super) fn of(tree: &Tree, source: &str) -> Self {
        let mut positions = HashMap::new();
        for node in &tree.nodes {
            let Kind::Mapping { first, count } = node.kind else { continue };
            if count as usize <= LARGE {
                continue;
            }
            for position in first..first + count {
                if let Some(key) = tree.text(source, tree.entries[position as usize].key) {
                    positions.entry((first, number(key))).or_insert(position);
                }
            }
        }
        Self(positions)
    }

    pub(super) fn position(&self, first: u32, key: &str) -> Option<u32> {
        self.0.get(&(first, number(key))).copied()
    }
}

fn number(key: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}
