//! Things gathered by what they share.

use std::collections::HashMap;
use std::hash::Hash;

/// The things that share a key, together; groups and their members in the order in which they first appear.
pub(super) fn grouped<T, K: Eq + Hash>(
    things: impl IntoIterator<Item = T>,
    key: impl Fn(&T) -> K,
) -> Vec<Vec<T>> {
    let mut positions: HashMap<K, usize> = HashMap::new();
    let mut groups: Vec<Vec<T>> = Vec::new();
    for thing in things {
        let position = *positions.entry(key(&thing)).or_insert(groups.len());
        match groups.get_mut(position) {
            Some(group) => group.push(thing),
            None => groups.push(vec![thing]),
        }
    }
    groups
}
