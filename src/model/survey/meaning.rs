//! What items and attributes mean.

use std::collections::HashMap;

use super::ItemPlace;
use crate::model::{Attribute, Item, Statement};
use crate::notation::{AttributeTag, Tag, TagPath};
use crate::standard::attribute;
use crate::standard::spelling::{Agreement, Spelling, without_retired};
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
    /// A registered thing that does not belong here, such as a transfer syntax in the place of a SOP class.
    Misplaced(&'static UidEntry),
    /// A UID with the registered name of another one beside it, so that nobody knows which of the two is meant.
    Contradictory {
        /// What the UID is registered as.
        entry: &'static UidEntry,
        /// What the name is registered for.
        other: &'static UidEntry,
    },
    /// A SOP class or transfer syntax that the statement itself declares.
    Declared {
        /// Its UID.
        uid: &'s str,
        /// Its name.
        name: &'s str,
        /// Whether it is declared as a SOP class or as a transfer syntax.
        place: ItemPlace,
    },
    /// A UID that is neither registered nor declared.
    UnknownUid(&'s str),
    /// A name that nobody knows, or nothing at all.
    Unresolved,
}

impl<'s> Meaning<'s> {
    /// The UID, where there is one.
    pub const fn uid(&self) -> Option<&'s str> {
        match self {
            Self::Registered { entry, .. } => Some(entry.uid),
            Self::Declared { uid, .. } | Self::UnknownUid(uid) => Some(uid),
            Self::Set(_) | Self::Misplaced(_) | Self::Contradictory { .. } | Self::Unresolved => None,
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
pub struct Declared<'s> {
    by_uid: HashMap<&'s str, (&'s str, ItemPlace)>,
    by_name: HashMap<&'s str, (&'s str, ItemPlace)>,
}

impl<'s> Declared<'s> {
    /// Those of a statement.
    pub fn of(statement: &'s Statement) -> Self {
        use ItemPlace::{SopClass, TransferSyntax};
        let private = statement.private_sop_classes.iter().map(|class| (&class.name, &class.uid, SopClass));
        let specialized =
            statement.specialized_sop_classes.iter().map(|class| (&class.name, &class.uid, SopClass));
        let syntaxes = statement
            .private_transfer_syntaxes
            .iter()
            .map(|syntax| (&syntax.name, &syntax.uid, TransferSyntax));
        let mut declared = Self::default();
        for (name, uid, place) in private.chain(specialized).chain(syntaxes) {
            let uid = uid.as_deref().unwrap_or_default().trim();
            let name = name.as_deref().unwrap_or_default().trim();
            if !uid.is_empty() {
                declared.by_uid.insert(uid, (name, place));
                declared.by_name.insert(name, (uid, place));
            }
        }
        declared
    }

    /// The UID that an item stands for, where that can be told; names of sets are not looked at.
    pub fn uid_of(&self, item: &Item, place: ItemPlace) -> Option<String> {
        of_item(item, place, self, |_| false).uid().map(str::to_owned)
    }

    /// The name under which a UID is declared.
    pub fn name_of(&self, uid: &str) -> Option<&'s str> {
        self.by_uid.get(uid).map(|(name, _)| *name)
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
    let name = item.name.as_deref().map(str::trim);
    if let Some(uid) = item.uid.as_deref() {
        return of_uid(uid.trim(), name, place, marked_retired, declared);
    }
    match name {
        Some(name) if is_set(name) => Meaning::Set(name),
        Some(name) => of_name(name, place, marked_retired, declared),
        None => Meaning::Unresolved,
    }
}

/// What a name, keyword or UID means that stands alone.
pub(super) fn of_name<'s>(
    name: &'s str,
    place: ItemPlace,
    marked_retired: bool,
    declared: &Declared<'s>,
) -> Meaning<'s> {
    if let Some((uid, place)) = declared.by_name.get(name) {
        return Meaning::Declared { uid, name, place: *place };
    }
    let place = place.in_registry();
    let found = uids::resolve(name, place).or_else(|| uids::resolve(name, uids::Place::Any));
    found.map_or(Meaning::Unresolved, |found| {
        if !place.admits(found.entry.kind) {
            return Meaning::Misplaced(found.entry);
        }
        Meaning::Registered {
            entry: found.entry,
            spelling: found.spelling,
            marked_retired: found.marked_retired || marked_retired,
        }
    })
}

/// What a UID means, with the name that may stand beside it.
pub(super) fn of_uid<'s>(
    uid: &'s str,
    name: Option<&str>,
    place: ItemPlace,
    marked_retired: bool,
    declared: &Declared<'s>,
) -> Meaning<'s> {
    let Some(entry) = uids::by_uid(uid) else {
        return match declared.by_uid.get(uid) {
            Some((name, place)) => Meaning::Declared { uid, name, place: *place },
            None => Meaning::UnknownUid(uid),
        };
    };
    if !place.in_registry().admits(entry.kind) {
        return Meaning::Misplaced(entry);
    }
    let agreement = name.map_or(Agreement::Same(Spelling::Registered), |name| entry.agreement(name));
    let spelling = match agreement {
        Agreement::Other(other) => return Meaning::Contradictory { entry, other },
        Agreement::Same(spelling) => spelling,
        Agreement::Unregistered => Spelling::Registered,
    };
    let marked_retired = marked_retired || name.is_some_and(|name| without_retired(name).1);
    Meaning::Registered { entry, spelling, marked_retired }
}

/// What an attribute means.
pub(super) fn of_attribute(attribute: &Attribute) -> AttributeMeaning {
    if let Some(tag) = &attribute.tag {
        let path = numbers(&tag.0);
        let entry = path.last().copied().and_then(attribute::by_tag);
        return AttributeMeaning { path, entry, spelling: None };
    }
    let name = attribute.name.as_deref().unwrap_or_default();
    let steps = steps(name, '>').or_else(|| steps(name, '.')).unwrap_or_default();
    let found = steps.last();
    AttributeMeaning {
        path: steps.iter().map(|(attribute, _)| attribute.tag).collect(),
        entry: found.map(|(attribute, _)| *attribute),
        spelling: found.map(|(_, spelling)| *spelling),
    }
}

/// The steps of a path of names, each a name, a keyword or a tag: `(0040,0100)>ScheduledStationAETitle`, or with full
/// stops as in the queries of web services, `RequestAttributesSequence.ScheduledProcedureStepID` (PS3.18, section 8.3.4).
fn steps(path: &str, separator: char) -> Option<Vec<(&'static attribute::Attribute, Spelling)>> {
    path.split(separator).map(step).collect()
}

fn step(step: &str) -> Option<(&'static attribute::Attribute, Spelling)> {
    if let Some(found) = attribute::resolve(step) {
        return Some((found.attribute, found.spelling));
    }
    let tag = Tag::parse(step.trim()).ok()?;
    Some((attribute::by_tag((tag.group, tag.element))?, Spelling::Registered))
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
