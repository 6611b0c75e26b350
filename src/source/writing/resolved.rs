//! Names → what they stand for.

use std::collections::HashMap;

use super::node::Node;
use crate::model::survey::{ItemId, ItemPlace, ItemUse, Meaning, Survey};
use crate::model::{Item, Statement};
use crate::route::{Route, Step};
use crate::standard::attribute;

/// Rows of status tables that are written, at most; tables named after that stay out.
const MOST_ROWS: usize = 10_000;

/// Tables inside tables, deepest.
const DEEPEST: usize = 64;

/// The statement without anything that has to be looked up.
pub(super) fn resolved(node: Node, statement: &Statement) -> Node {
    let survey = Survey::of(statement);
    let items = survey.items.iter().enumerate();
    let items = items.map(|(number, used)| (survey.route(used.trail), ItemId(number))).collect();
    let attributes = survey.attributes.iter().enumerate();
    let attributes = attributes.map(|(number, site)| (survey.route(site.trail), number)).collect();
    let Node::Mapping { record, mut entries } = node else { return node };
    let tables = entries.iter().find(|(key, _)| key == "status_tables").map(|(_, tables)| tables.clone());
    let tables = match tables {
        Some(Node::Mapping { entries, .. }) => entries.into_iter().collect(),
        _ => HashMap::new(),
    };
    entries.retain(|(key, _)| !matches!(key.as_str(), "sop_classes" | "transfer_syntaxes" | "status_tables"));
    let mut resolving = Resolving {
        survey: &survey,
        items,
        attributes,
        tables,
        rows: 0,
        open: Vec::new(),
        steps: Vec::new(),
    };
    resolving.value(Node::Mapping { record, entries })
}

struct Resolving<'s> {
    survey: &'s Survey<'s>,
    items: HashMap<Route, ItemId>,
    attributes: HashMap<Route, usize>,
    tables: HashMap<String, Node>,
    rows: usize,
    /// The tables that are being put in the place of their names.
    open: Vec<String>,
    steps: Vec<Step>,
}

impl Resolving<'_> {
    fn value(&mut self, node: Node) -> Node {
        match node {
            Node::List { elements, is_open } => {
                let mut all = Vec::with_capacity(elements.len());
                for (index, element) in elements.into_iter().enumerate() {
                    self.steps.push(Step::Index(index));
                    self.element(element, &mut all);
                    self.steps.pop();
                }
                Node::List { elements: all, is_open }
            }
            Node::Mapping { record: "Attribute", entries } => self.attribute(entries),
            Node::Mapping { record: "Item", .. } => match self.items.get(&self.route()) {
                Some(id) => item(self.survey.item(*id), &Item::default()).unwrap_or(node),
                None => node,
            },
            Node::Mapping { record, entries } => {
                let mut all = Vec::with_capacity(entries.len());
                for (key, value) in entries {
                    self.steps.push(Step::Key(key));
                    let value = self.value(value);
                    if let Some(Step::Key(key)) = self.steps.pop() {
                        all.push((key, value));
                    }
                }
                Node::Mapping { record, entries: all }
            }
            scalar => scalar,
        }
    }

    /// An element of a list, or what it stands for.
    fn element(&mut self, element: Node, into: &mut Vec<Node>) {
        match &element {
            Node::Mapping { record: "Item", .. } => {
                let id = self.items.get(&self.route()).copied();
                match id.and_then(|id| self.members(id)) {
                    Some(members) => into.extend(members),
                    None => into.push(self.value(element)),
                }
            }
            Node::Mapping { record: "Response", .. } => self.table(element, into),
            _ => {
                let element = self.value(element);
                into.push(element);
            }
        }
    }

    /// The members of a named set, with the support or the demand that is said of the set.
    fn members(&self, id: ItemId) -> Option<Vec<Node>> {
        let used = self.survey.item(id);
        let Meaning::Set(name) = used.meaning else { return None };
        let set = match used.place {
            ItemPlace::SopClass => self.survey.sop_class_set(name),
            ItemPlace::TransferSyntax => self.survey.transfer_syntax_set(name),
        }?;
        set.iter().map(|member| item(self.survey.item(*member), used.item)).collect()
    }

    /// The rows of a status table, in the place of its name. A table in a circle adds nothing to itself.
    fn table(&mut self, row: Node, into: &mut Vec<Node>) {
        let name = match &row {
            Node::Mapping { entries, .. } => match entries.as_slice() {
                [(key, Node::Text(name))] if key == "table" => Some(name.clone()),
                _ => None,
            },
            _ => None,
        };
        let rows = name.as_ref().and_then(|name| self.tables.get(name));
        let (Some(name), Some(Node::List { elements, .. })) = (name, rows) else {
            self.rows += 1;
            return into.push(row);
        };
        if self.open.len() == DEEPEST || self.rows >= MOST_ROWS || self.open.contains(&name) {
            return;
        }
        let elements = elements.clone();
        // A table counts as a row, so that empty ones come to an end, too.
        self.rows += 1;
        self.open.push(name);
        for element in elements {
            self.table(element, into);
        }
        self.open.pop();
    }

    /// An attribute with its tag and its name.
    fn attribute(&self, entries: Vec<(String, Node)>) -> Node {
        let number = self.attributes.get(&self.route());
        let meaning = number.map(|number| &self.survey.attributes[*number].meaning);
        let entry = meaning.and_then(|meaning| Some((meaning.entry?, &meaning.path)));
        let Some((entry, path)) = entry else { return Node::Mapping { record: "Attribute", entries } };
        let mut resolved = vec![
            ("tag".to_owned(), Node::Text(attribute::written(path))),
            ("name".to_owned(), Node::Text(entry.name.to_owned())),
        ];
        resolved.extend(entries.into_iter().filter(|(key, _)| key != "tag" && key != "name"));
        Node::Mapping { record: "Attribute", entries: resolved }
    }

    fn route(&self) -> Route {
        self.steps.iter().cloned().collect()
    }
}

/// An item with its name and its UID; `of_set` says what holds for it where it says nothing itself.
fn item(used: &ItemUse<'_>, of_set: &Item) -> Option<Node> {
    let mut item = Item::clone(used.item);
    match &used.meaning {
        Meaning::Registered { entry, marked_retired, .. } => {
            item.name = Some(entry.name.to_owned());
            item.uid = Some(entry.uid.to_owned());
            item.retired = marked_retired.then_some(true);
        }
        Meaning::Declared { uid, name, .. } => {
            item.uid = Some((*uid).to_owned());
            item.name = Some((*name).to_owned()).filter(|name| !name.is_empty());
        }
        _ => {}
    }
    item.support = item.support.or(of_set.support);
    item.demand = item.demand.or(of_set.demand);
    Node::of(&item)
}
