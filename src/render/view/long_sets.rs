//! Long sets of SOP classes: listed once, in the table of the entity, and referred to by their names elsewhere.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::conformance::sentence_case;
use super::scope::{Anchors, Scope};
use crate::model::survey::{ContextUse, ItemId};
use crate::model::{Item, OneOrMany};

/// A set of so many SOP classes or more is long.
const LONG: usize = 40;

/// A set of so many SOP classes or more deserves a heading beside long ones.
const HEADED: usize = 3;

/// A SOP class in a list, or a long set of them that the table of an Application Entity lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SopClassLine {
    /// The name of the SOP class, or of the set.
    pub name: String,
    /// The UID; empty for a set.
    pub uid: String,
    /// The number of SOP classes of a long set; none for a single one.
    pub set_size: Option<usize>,
    /// The address of the table that lists a long set.
    pub listed_in: Option<String>,
}

/// What a presentation context is about.
#[derive(Debug, Clone, Copy)]
pub(super) enum ContextSubject<'s> {
    /// A SOP class.
    Class(ItemId),
    /// A long set of SOP classes.
    LongSet {
        /// The author's name for it.
        name: &'s str,
        /// How many SOP classes it has.
        size: usize,
    },
}

/// What a context is about: its SOP classes, and its long sets as such.
pub(super) fn subjects<'s>(scope: &Scope<'s>, used: &ContextUse<'s>) -> Vec<ContextSubject<'s>> {
    let items = &used.context.abstract_syntax;
    if items.iter().all(|item| long_set(scope, item).is_none()) {
        return used.abstract_syntaxes.iter().copied().map(ContextSubject::Class).collect();
    }
    let mut found = Vec::new();
    for item in items {
        match long_set(scope, item) {
            Some((name, size)) => found.push(ContextSubject::LongSet { name, size }),
            None => found.extend(scope.members_of(item).into_iter().map(ContextSubject::Class)),
        }
    }
    found
}

/// The name and the size of the set that an item names, where it is a long one.
fn long_set<'s>(scope: &Scope<'s>, item: &Item) -> Option<(&'s str, usize)> {
    let (name, members) = scope.sop_class_set(item)?;
    (members.len() >= LONG).then_some((name, members.len()))
}

/// The headings under which SOP classes stand in the table of an entity, by what identifies them; none where its
/// contexts have no long set.
pub(super) fn headings<'s>(scope: &Scope<'s>, contexts: &[ContextUse<'s>]) -> HashMap<&'s str, String> {
    let mut headings = HashMap::new();
    let items = contexts.iter().flat_map(|context| context.context.abstract_syntax.iter());
    let sets: Vec<_> = items.filter_map(|item| Some((item, scope.sop_class_set(item)?))).collect();
    if sets.iter().all(|(_, (_, members))| members.len() < LONG) {
        return headings;
    }
    let mut told = HashSet::new();
    for (_, (name, members)) in sets {
        if members.len() >= HEADED && told.insert(name) {
            let Some(items) = scope.statement().sop_classes.get(name) else { continue };
            fill(scope, &sentence_case(name), items, &mut headings);
        }
    }
    headings
}

/// Puts the classes of a set below its name, and those of a set in it below both names.
fn fill<'s>(
    scope: &Scope<'s>,
    title: &str,
    items: &OneOrMany<Item>,
    headings: &mut HashMap<&'s str, String>,
) {
    for item in items {
        let heading = match scope.sop_class_set(item) {
            Some((inner, _)) => format!("{title}: {inner}"),
            None => title.to_owned(),
        };
        for id in scope.members_of(item) {
            headings.entry(scope.identity(id)).or_insert_with(|| heading.clone());
        }
    }
}

/// The long sets that the contexts of entities name, with the addresses of the tables that list them.
pub(super) fn listed<'s>(scope: &Scope<'s>) -> HashMap<&'s str, String> {
    let mut anchors = Anchors::default();
    let anchors: Vec<_> = scope.survey.entities.iter().map(|used| anchors.of("ae", used.name)).collect();
    let mut listed = HashMap::new();
    for context in &scope.survey.contexts {
        for (name, _) in context.context.abstract_syntax.iter().filter_map(|item| long_set(scope, item)) {
            let table = || format!("table-sop-classes-{}", anchors[context.entity]);
            listed.entry(name).or_insert_with(table);
        }
    }
    listed
}

/// The SOP classes of a list, sets expanded, but for long sets that the table of an entity lists.
pub(super) fn lines(scope: &Scope<'_>, items: &OneOrMany<Item>) -> Vec<SopClassLine> {
    let mut lines = Vec::new();
    push_lines(scope, items, &mut HashSet::new(), &mut lines);
    lines
}

fn push_lines<'s>(
    scope: &Scope<'s>,
    items: &OneOrMany<Item>,
    opened: &mut HashSet<&'s str>,
    lines: &mut Vec<SopClassLine>,
) {
    for item in items {
        let Some((name, size)) = long_set(scope, item) else {
            let ids = scope.members_of(item).into_iter();
            lines.extend(ids.map(|id| SopClassLine {
                name: scope.name(id),
                uid: scope.uid(id),
                set_size: None,
                listed_in: None,
            }));
            continue;
        };
        if !opened.insert(name) {
            continue;
        }
        match scope.listed_sets.get(name) {
            Some(table) => lines.push(SopClassLine {
                name: sentence_case(name),
                uid: String::new(),
                set_size: Some(size),
                listed_in: Some(table.clone()),
            }),
            None => {
                if let Some(inner) = scope.statement().sop_classes.get(name) {
                    push_lines(scope, inner, opened, lines);
                }
            }
        }
    }
}
