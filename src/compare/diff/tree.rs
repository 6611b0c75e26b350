//! `Tree`: a document as a tree of what it says, each node with the place where it stands.

use std::rc::Rc;

use crate::model::DocumentKind;
use crate::route::{Route, Step};

/// A document of a kind, as a tree.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) kind: DocumentKind,
    pub(super) root: Node,
    pub(super) trails: Trails,
}

/// Where nodes stand: the parent of each, and the step from there. A route is made only where there is something to say.
#[derive(Debug)]
pub(super) struct Trails(Vec<(u32, Option<Step>)>);

/// A position in [`Trails`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Trail(u32);

impl Trail {
    /// The document itself.
    pub(super) const ROOT: Self = Self(0);
}

impl Trails {
    pub(super) fn new() -> Self {
        Self(vec![(0, None)])
    }

    pub(super) fn step(&mut self, parent: Trail, step: Step) -> Trail {
        let trail = Trail(u32::try_from(self.0.len()).unwrap_or(u32::MAX));
        self.0.push((parent.0, Some(step)));
        trail
    }

    /// The trail of what holds a trail.
    pub(super) fn parent(&self, trail: Trail) -> Trail {
        Trail(self.0.get(trail.0 as usize).map_or(0, |(parent, _)| *parent))
    }

    /// The route of a trail.
    pub(super) fn route(&self, trail: Trail) -> Route {
        let mut steps = Vec::new();
        let mut at = trail.0 as usize;
        while let Some((parent, Some(step))) = self.0.get(at) {
            steps.push(step.clone());
            at = *parent as usize;
        }
        steps.into_iter().rev().collect()
    }
}

/// What is said at one place.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) trail: Trail,
    pub(super) value: Value,
}

/// What can be said. What is shared by several places is kept once.
#[derive(Debug, Clone)]
pub(super) enum Value {
    /// Nothing.
    Nothing,
    /// Yes or no.
    Bool(bool),
    /// A number.
    Number(i128),
    /// A text in the words of its author.
    Text(Rc<str>),
    /// A text for readers.
    Prose(Rc<str>),
    /// A word of a closed list, by the name of the list.
    Word(&'static str, &'static str),
    /// Elements.
    List(Rc<Vec<Node>>),
    /// A noun of the model, by the name of its record.
    Record(&'static str, Rc<Vec<(&'static str, Node)>>),
    /// Things under names of the author's own.
    Named(Rc<Vec<(Rc<str>, Node)>>),
}

impl Node {
    /// A text.
    pub(super) fn text(trail: Trail, text: &str) -> Self {
        Self { trail, value: Value::Text(text.into()) }
    }

    /// A noun.
    pub(super) fn record(trail: Trail, name: &'static str, fields: Vec<(&'static str, Node)>) -> Self {
        Self { trail, value: Value::Record(name, Rc::new(fields)) }
    }

    /// Elements.
    pub(super) fn list(trail: Trail, nodes: Vec<Node>) -> Self {
        Self { trail, value: Value::List(Rc::new(nodes)) }
    }

    /// The name of the noun.
    pub(super) fn noun(&self) -> &'static str {
        if let Value::Record(name, _) = &self.value { name } else { "" }
    }

    /// What a noun says of itself.
    pub(super) fn fields(&self) -> &[(&'static str, Node)] {
        if let Value::Record(_, fields) = &self.value { fields } else { &[] }
    }

    /// What a noun says under a key.
    pub(super) fn get(&self, key: &str) -> Option<&Node> {
        self.fields().iter().find(|(name, _)| *name == key).map(|(_, node)| node)
    }

    /// The elements of a list.
    pub(super) fn elements(&self) -> &[Node] {
        if let Value::List(nodes) = &self.value { nodes } else { &[] }
    }

    /// What stands under the names of its author.
    pub(super) fn entries(&self) -> &[(Rc<str>, Node)] {
        if let Value::Named(entries) = &self.value { entries } else { &[] }
    }

    /// The text or the word.
    pub(super) fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) | Value::Prose(text) => Some(text),
            Value::Word(_, word) => Some(word),
            _ => None,
        }
    }

    /// The text or the word under a key; empty where there is none.
    pub(super) fn said(&self, key: &str) -> &str {
        self.get(key).and_then(Node::as_text).unwrap_or_default()
    }

    /// Whether it is claimed: it says neither `no` nor `n/a` of itself.
    pub(super) fn is_claimed(&self) -> bool {
        !matches!(self.said("support"), "no" | "n/a")
    }
}
