//! What names mean.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::compare::diff::tree::{Node, Value};
use crate::model::survey::{Declared, ItemPlace, Survey};
use crate::model::{Attribute, Item, TagPath};
use crate::notation;
use crate::standard::attribute;
use crate::standard::{character_set as sets, security_profile as security, uids};

/// A UID, and the name to show for it.
type Found = (Rc<str>, Rc<str>);

/// A name and a UID as they are written, and what belongs there.
type Written = (Rc<str>, Rc<str>, ItemPlace);

/// What the names of a document mean; each is looked up once.
pub(super) struct Names<'s> {
    declared: Declared<'s>,
    items: RefCell<HashMap<Written, Found>>,
}

impl<'s> Names<'s> {
    pub(super) fn new(declared: Declared<'s>) -> Self {
        Self { declared, items: RefCell::default() }
    }

    /// An item by its UID, where that can be told, with the name to show; the words of its author where it cannot.
    pub(super) fn item(&self, node: &Node, place: ItemPlace) -> Node {
        let (name, uid) = (Rc::from(node.said("name").trim()), Rc::from(node.said("uid").trim()));
        let key = (Rc::clone(&name), Rc::clone(&uid), place);
        let known = self.items.borrow().get(&key).cloned();
        let (uid, name) = known.unwrap_or_else(|| {
            let found = self.look_up(&name, &uid, place);
            self.items.borrow_mut().insert(key, found.clone());
            found
        });
        let text = |text: Rc<str>| Node { trail: node.trail, value: Value::Text(text) };
        let mut fields = vec![("uid", text(uid)), ("name", text(name))];
        let said = node.fields().iter().filter(|(key, _)| matches!(*key, "support" | "demand"));
        fields.extend(said.filter(|(key, field)| !super::says_nothing(key, field)).cloned());
        Node::record(node.trail, "Item", fields)
    }

    fn look_up(&self, name: &Rc<str>, uid: &Rc<str>, place: ItemPlace) -> Found {
        let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let item = Item { name: said(name), uid: said(uid), ..Item::default() };
        match self.declared.uid_of(&item, place) {
            Some(found) => {
                let registered = uids::by_uid(&found).map(uids::UidEntry::usual_name);
                let declared = || self.declared.name_of(&found).filter(|name| !name.is_empty());
                let shown = registered.or_else(|| declared().map(str::to_owned));
                let shown = shown.unwrap_or_else(|| found.clone());
                (found.into(), shown.into())
            }
            None if name.is_empty() => (Rc::clone(uid), Rc::clone(uid)),
            None => (format!("{uid} {name}").trim().into(), Rc::clone(name)),
        }
    }

    /// An attribute by its tags, with the name to show.
    pub(super) fn attribute(node: &Node) -> Node {
        let tag = node.said("tag");
        let path = notation::TagPath::parse(tag).ok().map(TagPath);
        let name = node.get("name").and_then(Node::as_text).map(str::to_owned);
        let meaning = Survey::meaning_of_attribute(&Attribute { tag: path, name, ..Attribute::default() });
        let said = node.said("name").trim();
        let name = meaning.entry.map_or(said, |entry| entry.name);
        let is_told = !meaning.path.is_empty() && (meaning.entry.is_some() || !tag.is_empty());
        let tags =
            if tag.contains('x') || !is_told { tag.to_owned() } else { attribute::written(&meaning.path) };
        let text = |text: &str| Node::text(node.trail, text);
        let mut fields = vec![("tag", text(&tags)), ("name", text(name))];
        if meaning.entry.is_none() && !said.is_empty() {
            fields.push(("unregistered_name", text(said)));
        }
        Node::record(node.trail, "Attribute", fields)
    }
}

/// A text in other words.
pub(super) fn replaced(node: &Node, by: impl Fn(&str) -> Rc<str>) -> Node {
    match &node.value {
        Value::Text(text) => Node { trail: node.trail, value: Value::Text(by(text)) },
        _ => node.clone(),
    }
}

/// The defined term of a character set.
pub(super) fn character_set(name: &str) -> Rc<str> {
    sets::by_name(name).map_or(name, |set| if set.term.is_empty() { name } else { set.term }).into()
}

/// The name of a security profile.
pub(super) fn security_profile(name: &str) -> Rc<str> {
    security::by_name(name).map_or(name, |profile| profile.name).into()
}
