//! `Tree`: a document as a tree of what it says, each node with the place where it stands.

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

/// What can be said.
#[derive(Debug, Clone)]
pub(super) enum Value {
    /// Nothing.
    Nothing,
    /// Yes or no.
    Bool(bool),
    /// A number.
    Number(i128),
    /// A text in the words of its author.
    Text(String),
    /// A text for readers.
    Prose(String),
    /// A word of a closed list.
    Word(&'static str, &'static str),
    /// Elements.
    List(Vec<Node>),
    /// A noun of the model, by the name of its record.
    Record(&'static str, Vec<(&'static str, Node)>),
    /// Things under names of the author's own.
    Named(Vec<(String, Node)>),
}
