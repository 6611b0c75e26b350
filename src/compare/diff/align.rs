//! Two lists side by side.

use std::collections::BTreeMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

use super::identity;
use super::tree::{Node, Value};

/// What stands under a name of its author's own.
pub(super) type Entry = (Rc<str>, Node);

/// An element of the old list, of the new one, or of both.
pub(super) type Pair<'t> = (Option<&'t Node>, Option<&'t Node>);

/// Two lists side by side: in the order of the old one, what is new at its place. Says, too, whether what stayed stands
/// in another order now, where that means something.
pub(super) fn aligned<'t>(old: &'t [Node], new: &'t [Node], key: &str) -> (Vec<Pair<'t>>, bool) {
    let mut partners = Partners::new(old.len(), new.len());
    for round in 0..identity::MOST_KEYS {
        if partners.of_old.iter().all(Option::is_some) || partners.of_new.iter().all(Option::is_some) {
            break;
        }
        for (olds, news) in groups(&partners, old, new, round).values() {
            partners.join(olds, news, old, new);
        }
    }
    let by_place = old.iter().chain(new).any(identity::is_by_place);
    let is_one = old.len() == 1 && new.len() == 1 && identity::is_one_value(key);
    if by_place || is_one {
        let (olds, news) = (partners.single_olds(), partners.single_news());
        for (one, other) in olds.into_iter().zip(news) {
            partners.pair(one, other);
        }
    }
    let is_ordered = old.iter().chain(new).any(identity::is_ordered);
    (partners.in_order(old, new), is_ordered && partners.has_another_order())
}

/// What has no partner yet, by one of its keys.
fn groups(
    partners: &Partners,
    old: &[Node],
    new: &[Node],
    round: usize,
) -> BTreeMap<String, (Vec<usize>, Vec<usize>)> {
    let mut groups: BTreeMap<String, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for at in partners.single_olds() {
        if let Some(key) = old.get(at).and_then(|node| identity::key(node, round)) {
            groups.entry(key).or_default().0.push(at);
        }
    }
    for at in partners.single_news() {
        if let Some(key) = new.get(at).and_then(|node| identity::key(node, round))
            && let Some((_, news)) = groups.get_mut(&key)
        {
            news.push(at);
        }
    }
    groups.retain(|_, (_, news)| !news.is_empty());
    groups
}

/// Who belongs to whom.
struct Partners {
    of_old: Vec<Option<usize>>,
    of_new: Vec<Option<usize>>,
}

impl Partners {
    fn new(old: usize, new: usize) -> Self {
        Self { of_old: vec![None; old], of_new: vec![None; new] }
    }

    fn pair(&mut self, old: usize, new: usize) {
        self.of_old[old] = Some(new);
        self.of_new[new] = Some(old);
    }

    fn single_olds(&self) -> Vec<usize> {
        (0..self.of_old.len()).filter(|at| self.of_old[*at].is_none()).collect()
    }

    fn single_news(&self) -> Vec<usize> {
        (0..self.of_new.len()).filter(|at| self.of_new[*at].is_none()).collect()
    }

    /// Joins elements of one key: those that say the same first, the others in their order.
    fn join(&mut self, olds: &[usize], news: &[usize], old: &[Node], new: &[Node]) {
        if olds.len() > 1 || news.len() > 1 {
            let mut by_content: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
            for at in news.iter().rev() {
                by_content.entry(fingerprint(&new[*at])).or_default().push(*at);
            }
            for at in olds {
                let same = by_content.get_mut(&fingerprint(&old[*at])).and_then(Vec::pop);
                if let Some(same) = same {
                    self.pair(*at, same);
                }
            }
        }
        let olds: Vec<_> = olds.iter().copied().filter(|at| self.of_old[*at].is_none()).collect();
        let news: Vec<_> = news.iter().copied().filter(|at| self.of_new[*at].is_none()).collect();
        for (one, other) in olds.into_iter().zip(news) {
            self.pair(one, other);
        }
    }

    fn has_another_order(&self) -> bool {
        !self.of_old.iter().flatten().is_sorted()
    }

    fn in_order<'t, T>(&self, old: &'t [T], new: &'t [T]) -> Vec<(Option<&'t T>, Option<&'t T>)> {
        // What is new stands behind the element after which it comes.
        let mut behind: Vec<Vec<usize>> = vec![Vec::new(); old.len() + 1];
        let mut last = 0;
        for (at, partner) in self.of_new.iter().enumerate() {
            match partner {
                Some(partner) => last = partner + 1,
                None => behind[last].push(at),
            }
        }
        let mut pairs = Vec::with_capacity(old.len() + new.len());
        pairs.extend(behind[0].iter().map(|at| (None, new.get(*at))));
        for (at, node) in old.iter().enumerate() {
            pairs.push((Some(node), self.of_old[at].and_then(|partner| new.get(partner))));
            pairs.extend(behind[at + 1].iter().map(|at| (None, new.get(*at))));
        }
        pairs
    }
}

/// What a node says, as a number: equal for equal meanings, whatever their order where order says nothing. The
/// activity under which it is told does not count.
pub(super) fn fingerprint(node: &Node) -> u64 {
    let mut hasher = DefaultHasher::new();
    match &node.value {
        Value::Nothing => 0.hash(&mut hasher),
        Value::Bool(is) => (1, is).hash(&mut hasher),
        Value::Number(number) => (2, number).hash(&mut hasher),
        Value::Text(text) | Value::Prose(text) => (3, text.trim()).hash(&mut hasher),
        Value::Word(list, word) => (4, list, word).hash(&mut hasher),
        Value::List(nodes) => {
            let mut all: Vec<_> = nodes.iter().map(fingerprint).collect();
            if !nodes.iter().any(identity::is_ordered) {
                all.sort_unstable();
            }
            (5, all).hash(&mut hasher);
        }
        Value::Record("Item", _) => (6, node.said("uid"), node.said("support")).hash(&mut hasher),
        Value::Record(noun, fields) => {
            let fields = fields.iter().filter(|(key, _)| !matches!(*key, "activity" | "holds"));
            let mut all: Vec<_> = fields.map(|(key, node)| (*key, fingerprint(node))).collect();
            all.sort_unstable();
            (7, noun, all).hash(&mut hasher);
        }
        Value::Named(entries) => {
            let mut all: Vec<_> =
                entries.iter().map(|(name, node)| (name.as_ref(), fingerprint(node))).collect();
            all.sort_unstable();
            (8, all).hash(&mut hasher);
        }
    }
    hasher.finish()
}

/// Entries under names side by side. What has another name now is found by what it says: by the AE title of an entity,
/// else by all of it.
pub(super) fn aligned_entries<'t>(
    old: &'t [Entry],
    new: &'t [Entry],
) -> Vec<(Option<&'t Entry>, Option<&'t Entry>)> {
    let mut partners = Partners::new(old.len(), new.len());
    let positions: BTreeMap<&str, usize> =
        new.iter().enumerate().map(|(at, (name, _))| (name.as_ref(), at)).collect();
    for (at, (name, _)) in old.iter().enumerate() {
        if let Some(other) = positions.get(name.as_ref()) {
            partners.pair(at, *other);
        }
    }
    for what in [title, content] {
        let (olds, news) = (partners.single_olds(), partners.single_news());
        if olds.is_empty() || news.is_empty() {
            break;
        }
        let mut groups: BTreeMap<String, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for at in olds {
            if let Some(key) = what(&old[at].1) {
                groups.entry(key).or_default().0.push(at);
            }
        }
        for at in news {
            if let Some(key) = what(&new[at].1) {
                groups.entry(key).or_default().1.push(at);
            }
        }
        for (olds, news) in groups.values() {
            if let ([one], [other]) = (olds.as_slice(), news.as_slice()) {
                partners.pair(*one, *other);
            }
        }
    }
    partners.in_order(old, new)
}

/// The AE title of an entity, network or media.
fn title(node: &Node) -> Option<String> {
    let title = node.said("ae_title");
    (!title.is_empty()).then(|| title.to_owned())
}

/// All that something says, where it says anything.
fn content(node: &Node) -> Option<String> {
    let is_empty = match &node.value {
        Value::Record(_, fields) => fields.is_empty(),
        Value::List(nodes) => nodes.is_empty(),
        Value::Named(entries) => entries.is_empty(),
        Value::Text(_) | Value::Prose(_) => false,
        _ => true,
    };
    let node = node.get("holds").unwrap_or(node);
    (!is_empty).then(|| fingerprint(node).to_string())
}
