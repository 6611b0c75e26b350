//! What items and attributes mean.

use std::collections::HashMap;

use super::ItemPlace;
use crate::model::{Attribute, Item, Statement};
use crate::notation::{AttributeTag, Tag, TagPath};
use crate::standard::attribute;
use crate::standard::spelling::Spelling;
use crate::standard::uids::{self, UidEntry};

/// What an item turned out to be.
#[derive(Debug, Clone)]
pub enum Meaning<'s> {
    /// The name of a set of the document.
    Set(&'s str),
    /// A registered thing.
    Registered {
        /// What it is.
        entry: &'static UidEntry,
        /// How its name is written; the best possible where it is written by UID.
        spelling: Spelling,
        /// Whether `(Retired)` or `retired: true` is written.
        marked_retired: bool,
    },
    /// A SOP class or transfer syntax that the statement itself declares.
    Declared {
        /// Its UID.
        uid: &'s str,
        /// Its name.
        name: &'s str,
    },
    /// A UID that is neither registered nor declared.
    UnknownUid(&'s str),
    /// A name that nobody knows, or nothing at all.
    Unresolved,
}

impl Meaning<'_> {
    /// The UID, where there is one.
    pub fn uid(&self) -> Option<&str> {
        match self {
            Self::Registered { entry, .. } => Some(entry.uid),
            Self::Declared { uid, .. } | Self::UnknownUid(uid) => Some(uid),
            Self::Set(_) | Self::Unresolved => None,
        }
    }

    /// The registered thing, where it is one.
    pub const fn entry(&self) -> Option<&'static UidEntry> {
        match self {
            Self::Registered { entry, .. } => Some(entry),
            _ => None,
        }
    }
}

/// What an attribute turned out to be.
#[derive(Debug, Clone)]
pub struct AttributeMeaning {
    /// The tags of the path, the attribute's own last: as written, or found by name; empty where there is none.
    pub path: Vec<attribute::Tag>,
    /// The entry of the dictionary, by tag if one is written, else by name.
    pub entry: Option<&'static attribute::Attribute>,
    /// How the name is written, where the entry was found by it.
    pub spelling: Option<Spelling>,
}

/// SOP classes and transfer syntaxes that a statement declares.
#[derive(Debug, Default)]
pub(super) struct Declared<'s> {
    by_uid: HashMap<&'s str, &'s str>,
    by_name: HashMap<&'s str, &'s str>,
}

impl<'s> Declared<'s> {
    pub(super) fn of(statement: &'s Statement) -> Self {
        let private = statement.private_sop_classes.iter().map(|class| (&class.name, &class.uid));
        let specialized = statement.specialized_sop_classes.iter().map(|class| (&class.name, &class.uid));
        let syntaxes = statement.private_transfer_syntaxes.iter().map(|syntax| (&syntax.name, &syntax.uid));
        let mut declared = Self::default();
        for (name, uid) in private.chain(specialized).chain(syntaxes) {
            let uid = uid.as_deref().unwrap_or_default();
            let name = name.as_deref().unwrap_or_default();
            if !uid.is_empty() {
                declared.by_uid.insert(uid, name);
                declared.by_name.insert(name, uid);
            }
        }
        declared
    }
}

/// What an item means in its place; `is_set` tells the names of sets.
pub(super) fn of_item<'s>(
    item: &'s Item,
    place: ItemPlace,
    declared: &Declared<'s>,
    is_set: impl Fn(&str) -> bool,
) -> Meaning<'s> {
    let marked_retired = item.retired == Some(true);
    if let Some(uid) = item.uid.as_deref() {
        let uid = uid.trim();
        let marked = item.name.as_deref().is_some_and(|name| name.trim_end().ends_with("(Retired)"));
        return of_uid(uid, marked || marked_retired, declared);
    }
    let Some(name) = item.name.as_deref().map(str::trim) else { return Meaning::Unresolved };
    if is_set(name) {
        return Meaning::Set(name);
    }
    if let Some(uid) = declared.by_name.get(name) {
        return Meaning::Declared { uid, name };
    }
    let place = match place {
        ItemPlace::SopClass => uids::Place::AbstractSyntax,
        ItemPlace::TransferSyntax => uids::Place::TransferSyntax,
    };
    let found = uids::resolve(name, place).or_else(|| uids::resolve(name, uids::Place::Any));
    found.map_or(Meaning::Unresolved, |found| Meaning::Registered {
        entry: found.entry,
        spelling: found.spelling,
        marked_retired: found.marked_retired || marked_retired,
    })
}

fn of_uid<'s>(uid: &'s str, marked_retired: bool, declared: &Declared<'s>) -> Meaning<'s> {
    if let Some(entry) = uids::by_uid(uid) {
        return Meaning::Registered { entry, spelling: Spelling::Registered, marked_retired };
    }
    match declared.by_uid.get(uid) {
        Some(name) => Meaning::Declared { uid, name },
        None => Meaning::UnknownUid(uid),
    }
}

/// What an attribute means.
pub(super) fn of_attribute(attribute: &Attribute) -> AttributeMeaning {
    if let Some(tag) = &attribute.tag {
        let path = numbers(&tag.0);
        let entry = path.last().copied().and_then(attribute::by_tag);
        return AttributeMeaning { path, entry, spelling: None };
    }
    let name = attribute.name.as_deref().unwrap_or_default();
    let steps: Option<Vec<_>> = name.split('>').map(attribute::resolve).collect();
    let found = steps.as_ref().and_then(|steps| steps.last());
    AttributeMeaning {
        path: steps.iter().flatten().map(|found| found.attribute.tag).collect(),
        entry: found.map(|found| found.attribute),
        spelling: found.map(|found| found.spelling),
    }
}

/// The tags of a path as numbers; a repeating group stands as its first.
fn numbers(path: &TagPath) -> Vec<attribute::Tag> {
    let number = |tag: &AttributeTag| match tag {
        AttributeTag::One(tag) => Some((tag.group, tag.element)),
        AttributeTag::Repeating(tag) => {
            let first = Tag::parse(&tag.to_string().replace('x', "0")).ok()?;
            Some((first.group, first.element))
        }
    };
    path.tags().iter().filter_map(number).collect()
}
