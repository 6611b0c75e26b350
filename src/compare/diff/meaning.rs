//! From what is written to what is meant: names become UIDs and tags, names of sets and tables their members, and what
//! says the same as leaving it out is left out. Every node keeps the place where its author wrote it.

mod lift;
mod names;

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use self::names::Names;
use super::tree::{Node, Trails, Tree, Value};
use crate::model::survey::{Declared, ItemPlace};
pub(super) use lift::uid;

/// What says how a document is written, and what only stands for something else.
const NOT_MEANT: &[&str] = &[
    "dicomply",
    "kind",
    "include",
    "extends",
    "remove",
    "transfer_syntaxes",
    "sop_classes",
    "status_tables",
    "module_sets",
];

/// Names inside names, deepest.
const DEEPEST: usize = 64;

/// Rows of status tables that stand for names, at most.
const MOST_ROWS: usize = 10_000;

/// What a statement or requirements mean.
pub(super) fn of_product(tree: Tree, declared: Declared<'_>) -> Tree {
    let Tree { kind, root, trails } = tree;
    let sets = |key: &str| -> HashMap<Rc<str>, Node> {
        root.get(key).map(|sets| sets.entries().iter().cloned().collect()).unwrap_or_default()
    };
    let mut reading = Reading {
        names: Names::new(declared),
        sop_classes: sets("sop_classes"),
        transfer_syntaxes: sets("transfer_syntaxes"),
        status_tables: sets("status_tables"),
        module_sets: sets("module_sets"),
        trails,
        rows: 0,
    };
    let root = reading.root(&root);
    Tree { kind, root, trails: reading.trails }
}

/// What a site means.
pub(super) fn of_site(tree: Tree) -> Tree {
    let fields = tree.root.fields().iter().filter(|(key, _)| !NOT_MEANT.contains(key)).cloned().collect();
    Tree { root: Node::record(tree.root.trail, "Site", fields), ..tree }
}

struct Reading<'s> {
    names: Names<'s>,
    sop_classes: HashMap<Rc<str>, Node>,
    transfer_syntaxes: HashMap<Rc<str>, Node>,
    status_tables: HashMap<Rc<str>, Node>,
    module_sets: HashMap<Rc<str>, Node>,
    trails: Trails,
    rows: usize,
}

/// What belongs in the lists of items under a key.
fn place_of(key: &str) -> ItemPlace {
    match key {
        "transfer_syntaxes" | "from" | "to" => ItemPlace::TransferSyntax,
        _ => ItemPlace::SopClass,
    }
}

impl Reading<'_> {
    fn root(&mut self, root: &Node) -> Node {
        let mut fields = Vec::with_capacity(root.fields().len());
        for (key, node) in root.fields().iter().filter(|(key, _)| !NOT_MEANT.contains(key)) {
            fields.push((*key, self.node(node, key)));
        }
        Node::record(root.trail, root.noun(), fields)
    }

    /// What a node under a key means.
    fn node(&mut self, node: &Node, key: &str) -> Node {
        let value = match &node.value {
            Value::List(nodes) => Value::List(Rc::new(self.list(nodes, key))),
            Value::Named(entries) => {
                let meant = entries.iter().map(|(name, node)| (Rc::clone(name), self.node(node, key)));
                Value::Named(Rc::new(meant.collect()))
            }
            Value::Record("Item", _) => return self.names.item(node, place_of(key)),
            Value::Record("Attribute", _) => return Names::attribute(node),
            Value::Record(noun, fields) => return self.noun(node, noun, fields),
            Value::Text(text) if is_character_set(key) => Value::Text(names::character_set(text)),
            other => other.clone(),
        };
        Node { trail: node.trail, value }
    }

    fn noun(&mut self, node: &Node, noun: &'static str, fields: &[(&'static str, Node)]) -> Node {
        let mut meant = Vec::with_capacity(fields.len());
        for (key, field) in fields.iter().filter(|(key, field)| !says_nothing(key, field)) {
            let field = match (noun, *key) {
                ("CharacterSet", "name") => names::replaced(field, names::character_set),
                ("SecurityProfile", "name") => names::replaced(field, names::security_profile),
                _ => self.node(field, key),
            };
            meant.push((*key, field));
        }
        let meant = Node::record(node.trail, noun, meant);
        if noun == "ApplicationEntity" { lift::lifted(&meant) } else { meant }
    }

    fn list(&mut self, nodes: &[Node], key: &str) -> Vec<Node> {
        match nodes.first().map(Node::noun) {
            Some("Item") => self.items(nodes, key),
            Some("Response" | "WebResponse") => {
                let mut rows = Vec::with_capacity(nodes.len());
                self.responses(nodes, &mut Vec::new(), &mut rows);
                rows
            }
            Some("ModuleUse") => {
                let modules = self.modules(nodes, &mut HashSet::new());
                modules.iter().map(|module| self.node(module, key)).collect()
            }
            Some("StorageFunctions") => {
                let functions: Vec<_> = nodes.iter().map(|node| self.node(node, key)).collect();
                functions.iter().flat_map(|node| lift::by_class(node, "sop_classes")).collect()
            }
            _ => nodes.iter().map(|node| self.node(node, key)).collect(),
        }
    }

    /// Items with the members of sets in the place of their names, each once.
    fn items(&self, nodes: &[Node], key: &str) -> Vec<Node> {
        let place = place_of(key);
        let mut members = Vec::with_capacity(nodes.len());
        let mut seen = HashSet::new();
        for node in nodes {
            self.members(node, place, &mut Vec::new(), &mut |member| {
                if seen.insert((member.said("uid").to_owned(), member.said("name").to_owned())) {
                    members.push(member);
                }
            });
        }
        members
    }

    /// What an item stands for; what is said of a set holds for the members that say nothing themselves.
    fn members<'t>(
        &'t self,
        node: &'t Node,
        place: ItemPlace,
        open: &mut Vec<&'t str>,
        take: &mut dyn FnMut(Node),
    ) {
        let sets = match place {
            ItemPlace::SopClass => &self.sop_classes,
            ItemPlace::TransferSyntax => &self.transfer_syntaxes,
        };
        let name = if node.get("uid").is_some() { "" } else { node.said("name").trim() };
        let Some(set) = sets.get(name) else { return take(self.names.item(node, place)) };
        if open.len() == DEEPEST || open.contains(&name) {
            return;
        }
        open.push(name);
        let said = ["support", "demand"].map(|key| (key, node.get(key)));
        for member in set.elements() {
            let mut inner = |found: Node| take(with_said(found, said));
            self.members(member, place, open, &mut inner);
        }
        open.pop();
    }

    /// The rows of status tables, tables in the place of their names.
    fn responses(&mut self, nodes: &[Node], open: &mut Vec<Rc<str>>, rows: &mut Vec<Node>) {
        for node in nodes {
            let name = node.said("table");
            let Some(table) = self.status_tables.get(name).cloned() else {
                self.rows += 1;
                rows.push(self.node(node, ""));
                continue;
            };
            if open.len() < DEEPEST && self.rows < MOST_ROWS && !open.iter().any(|other| **other == *name) {
                self.rows += 1;
                open.push(name.into());
                self.responses(table.elements(), open, rows);
                open.pop();
            }
        }
    }

    /// Modules with sets in the place of their names; of two entries for one module the later one counts.
    fn modules(&self, nodes: &[Node], opened: &mut HashSet<String>) -> Vec<Node> {
        let mut found: Vec<Node> = Vec::with_capacity(nodes.len());
        let mut put = |module: Node| match found
            .iter_mut()
            .find(|other| module.get("module").is_some() && other.said("module") == module.said("module"))
        {
            Some(other) => *other = module,
            None => found.push(module),
        };
        for node in nodes {
            let name = node.said("module");
            match self.module_sets.get(name) {
                Some(set) if opened.insert(name.to_owned()) => {
                    self.modules(set.elements(), opened).into_iter().for_each(&mut put);
                }
                Some(_) => {}
                None => put(node.clone()),
            }
        }
        found
    }
}

/// A node with what holds for it where it says nothing itself.
fn with_said(node: Node, said: [(&'static str, Option<&Node>); 2]) -> Node {
    let lacking = said.iter().filter(|(key, _)| node.get(key).is_none());
    let more: Vec<_> = lacking.filter_map(|(key, said)| Some((*key, (*said)?.clone()))).collect();
    let more: Vec<_> = more.into_iter().filter(|(key, said)| !says_nothing(key, said)).collect();
    if more.is_empty() {
        return node;
    }
    Node::record(node.trail, node.noun(), node.fields().iter().cloned().chain(more).collect())
}

/// Whether leaving it out says the same.
fn says_nothing(key: &str, node: &Node) -> bool {
    match &node.value {
        Value::Word("Support", word) => key == "support" && *word == "yes",
        Value::Word("Demand", word) => *word == "must",
        Value::Nothing => true,
        _ => false,
    }
}

/// Whether the texts under a key are names of character sets.
fn is_character_set(key: &str) -> bool {
    matches!(key, "character_sets" | "combinations" | "incoming" | "outgoing")
}
