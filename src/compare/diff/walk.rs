//! Two trees, walked together: what differs between them, each difference once.

use std::collections::HashSet;
use std::rc::Rc;

use super::align::{Entry, Pair, aligned, aligned_entries};
use super::show;
use super::tree::{Node, Tree, Value};
use super::turn::{self, Turn};

/// A step of what something is about: what a thing is called, or the key under which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) text: String,
    pub(super) is_key: bool,
}

impl Part {
    fn thing(text: String) -> Self {
        Self { text, is_key: false }
    }

    fn key(text: String) -> Self {
        Self { text, is_key: true }
    }
}

/// One difference, before anybody says what it means.
#[derive(Debug, Clone)]
pub(super) struct Difference<'t> {
    pub(super) turn: Turn,
    /// The keys on the way to it, `*` for the elements of lists and what stands under names.
    pub(super) path: Vec<&'static str>,
    /// What it is about, in words.
    pub(super) subject: Vec<Part>,
    pub(super) old: Option<&'t Node>,
    pub(super) new: Option<&'t Node>,
    /// Whether what holds it is not claimed.
    pub(super) is_denied: bool,
    /// In which role the entity does it, where that can be told.
    pub(super) role: &'static str,
    /// Whether what it held stands elsewhere now.
    pub(super) is_regrouped: bool,
    /// Under which name it stood, where it has another one.
    pub(super) old_name: String,
}

/// Keys of nouns that only say which of them it is.
const IDENTITY: &[(&str, &str)] = &[
    ("Item", "uid"),
    ("Item", "name"),
    ("Attribute", "tag"),
    ("Attribute", "name"),
    ("PresentationContext", "sop_class"),
    ("Conformance", "sop_class"),
    ("Conformance", "activity"),
    ("StorageFunctions", "sop_class"),
    ("Activity", "holds"),
];

/// Nouns that are told as a whole: what differs inside them is one difference.
const WHOLE: &[&str] = &["Sequence", "Message"];

/// Words that say nothing in a subject.
const SILENT: &[&str] = &["value", "default", "attribute"];

/// What differs between two trees.
pub(super) fn differences<'t>(old: &'t Tree, new: &'t Tree) -> Vec<Difference<'t>> {
    let mut walk = Walk::default();
    walk.fields("", old.root.fields(), new.root.fields());
    walk.found
}

#[derive(Default)]
struct Walk<'t> {
    path: Vec<&'static str>,
    subject: Vec<Part>,
    denied: usize,
    role: &'static str,
    /// Shared lists that were found to say the same.
    same: HashSet<(*const Vec<Node>, *const Vec<Node>)>,
    found: Vec<Difference<'t>>,
}

impl<'t> Walk<'t> {
    fn tell(&mut self, turn: Turn, old: Option<&'t Node>, new: Option<&'t Node>) {
        self.found.push(Difference {
            turn,
            path: self.path.clone(),
            subject: self.subject.clone(),
            old,
            new,
            is_denied: self.denied > 0,
            role: self.role,
            is_regrouped: false,
            old_name: String::new(),
        });
    }

    /// The fields of two nouns.
    fn fields(&mut self, noun: &str, old: &'t [(&'static str, Node)], new: &'t [(&'static str, Node)]) {
        let mut rest: Vec<_> = new.iter().collect();
        for (key, node) in old {
            let other = rest.iter().position(|(other, _)| other == key).map(|at| &rest.remove(at).1);
            self.field(noun, key, Some(node), other);
        }
        for (key, node) in rest {
            self.field(noun, key, None, Some(node));
        }
    }

    fn field(&mut self, noun: &str, key: &'static str, old: Option<&'t Node>, new: Option<&'t Node>) {
        if IDENTITY.contains(&(noun, key)) {
            return;
        }
        self.path.push(key);
        let parts = self.subject.len();
        let holds = [old, new].into_iter().flatten().any(|node| show::is_holder(node, key));
        if !holds && !SILENT.contains(&key) {
            self.subject.push(Part::key(show::key(key)));
        }
        match (old.map(|node| &node.value), new.map(|node| &node.value)) {
            (Some(Value::List(_)) | None, Some(Value::List(_)) | None) => {
                self.list(key, old, new);
            }
            (Some(Value::Named(_)) | None, Some(Value::Named(_)) | None) => {
                let before = old.map(Node::entries).unwrap_or_default();
                let after = new.map(Node::entries).unwrap_or_default();
                self.entries(before, after);
            }
            (Some(Value::Record(noun, _)), None) | (None, Some(Value::Record(noun, _)))
                if !WHOLE.contains(noun) =>
            {
                self.lone_noun(noun, old, new);
            }
            _ => self.values(key, old, new),
        }
        self.subject.truncate(parts);
        self.path.pop();
    }

    /// A noun that one version says nothing of: what it says is told one by one, if it claims anything.
    fn lone_noun(&mut self, noun: &str, old: Option<&'t Node>, new: Option<&'t Node>) {
        let is_claimed = [old, new].into_iter().flatten().all(Node::is_claimed);
        self.denied += usize::from(!is_claimed);
        let fields = |node: Option<&'t Node>| node.map(Node::fields).unwrap_or_default();
        self.fields(noun, fields(old), fields(new));
        self.denied -= usize::from(!is_claimed);
    }

    fn list(&mut self, key: &'static str, old: Option<&'t Node>, new: Option<&'t Node>) {
        let shared = match (old.map(|node| &node.value), new.map(|node| &node.value)) {
            (Some(Value::List(before)), Some(Value::List(after))) => {
                Some((Rc::as_ptr(before), Rc::as_ptr(after)))
            }
            _ => None,
        };
        if shared.is_some_and(|shared| self.same.contains(&shared)) {
            return;
        }
        let told = self.found.len();
        let before = old.map(Node::elements).unwrap_or_default();
        let after = new.map(Node::elements).unwrap_or_default();
        let (pairs, has_another_order) = aligned(before, after, key);
        if has_another_order {
            self.tell(Turn::Reordered, old, new);
        }
        self.path.push("*");
        for (old, new) in pairs {
            let Some(node) = old.or(new) else { continue };
            let label = show::label(node);
            let is_told = label.is_empty();
            if !is_told {
                self.subject.push(Part::thing(label));
            }
            self.element(key, (old, new));
            if !is_told {
                self.subject.pop();
            }
        }
        self.path.pop();
        if told == self.found.len() {
            self.same.extend(shared);
        }
    }

    fn entries(&mut self, old: &'t [Entry], new: &'t [Entry]) {
        self.path.push("*");
        for (old, new) in aligned_entries(old, new) {
            let Some((name, _)) = old.or(new) else { continue };
            self.subject.push(Part::thing(new.map_or(name, |(name, _)| name).to_string()));
            if let (Some((before, old)), Some((after, new))) = (old, new)
                && before != after
            {
                self.tell(Turn::Renamed, Some(old), Some(new));
                self.found
                    .iter_mut()
                    .last()
                    .into_iter()
                    .for_each(|found| found.old_name = before.to_string());
            }
            let pair = (old.map(|(_, node)| node), new.map(|(_, node)| node));
            match (pair.0.map(|node| &node.value), pair.1.map(|node| &node.value)) {
                (Some(Value::List(_)), Some(Value::List(_))) => self.list("", pair.0, pair.1),
                _ => self.element("", pair),
            }
            self.subject.pop();
        }
        self.path.pop();
    }

    /// An element, in one version or in both.
    fn element(&mut self, key: &'static str, (old, new): Pair<'t>) {
        let role = self.role;
        self.role = [new, old].into_iter().flatten().find_map(show::role).unwrap_or(role);
        let is_claimed = |node: Option<&'t Node>| node.is_some_and(Node::is_claimed);
        match (is_claimed(old), is_claimed(new)) {
            (true, false) => self.tell(Turn::Removed, old, new),
            (false, true) => self.tell(Turn::Added, old, new),
            (true, true) => self.values(key, old, new),
            (false, false) => {
                self.denied += 1;
                match (old, new) {
                    (Some(_), Some(_)) => self.values(key, old, new),
                    (Some(_), None) => self.tell(Turn::Removed, old, new),
                    _ => self.tell(Turn::Added, old, new),
                }
                self.denied -= 1;
            }
        }
        self.role = role;
    }

    /// Two values, of which one may be missing.
    fn values(&mut self, key: &'static str, old: Option<&'t Node>, new: Option<&'t Node>) {
        let (Some(before), Some(after)) = (old, new) else {
            let turn = if old.is_some() { Turn::Removed } else { Turn::Added };
            return self.tell(turn, old, new);
        };
        match (&before.value, &after.value) {
            (Value::Record(noun, one), Value::Record(other, another))
                if noun == other && !WHOLE.contains(noun) =>
            {
                self.fields(noun, one, another);
            }
            (Value::List(_), Value::List(_)) => self.list(key, old, new),
            (Value::Named(one), Value::Named(another)) => self.entries(one, another),
            _ if says_the_same(before, after) => {}
            _ => self.tell(turn::of_value(key, before, after), old, new),
        }
    }
}

/// Whether two values say the same.
fn says_the_same(old: &Node, new: &Node) -> bool {
    match (&old.value, &new.value) {
        (Value::Prose(one), Value::Prose(other)) => {
            one.trim() == other.trim() || show::flowing(one) == show::flowing(other)
        }
        (Value::Text(one), Value::Text(other)) => one.trim() == other.trim(),
        (Value::Word(_, one), Value::Word(_, other)) => one == other,
        (Value::Number(one), Value::Number(other)) => one == other,
        (Value::Bool(one), Value::Bool(other)) => one == other,
        (Value::Nothing, Value::Nothing) => true,
        (Value::Record(..), Value::Record(..)) => {
            super::align::fingerprint(old) == super::align::fingerprint(new)
        }
        _ => false,
    }
}
