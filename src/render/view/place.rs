//! Attributes in tables: what is printed of them, and the sequences around them.

use std::collections::HashSet;

use super::scope::Scope;
use crate::model::{Attribute, PrivateAttribute, YesNo};
use crate::standard::attribute::{self, Tag};

/// An attribute with the sequences it stands in.
pub(super) struct Place {
    /// The tags, outermost sequence first; empty where no tag is known.
    pub(super) path: Vec<Tag>,
    /// The name, without what tells how deep it stands.
    pub(super) name: String,
    /// Its own tag; empty where it is not known.
    pub(super) tag: String,
    /// The value representation; empty where it is not known.
    pub(super) vr: String,
    /// The value multiplicity; empty where it is not known.
    pub(super) vm: String,
    /// Whether a private attribute holds nothing that identifies a person.
    pub(super) safe: Option<YesNo>,
}

impl Place {
    pub(super) fn of(scope: &Scope<'_>, written: &Attribute) -> Self {
        Self::completed(scope, written, |_| None)
    }

    /// An attribute that `declared` knows more of, by its tag, where it is private.
    pub(super) fn completed<'p>(
        scope: &Scope<'_>,
        written: &Attribute,
        declared: impl FnOnce(Tag) -> Option<&'p PrivateAttribute>,
    ) -> Self {
        let meaning = scope.attribute(written);
        let path = meaning.map(|meaning| meaning.path.clone()).unwrap_or_default();
        let entry = meaning.and_then(|meaning| meaning.entry);
        let own = path.last().copied().filter(|tag| entry.is_none() && is_private(*tag));
        let declared = own.and_then(declared);
        let tag = written.tag.as_ref().and_then(|path| path.0.last()).map(|tag| tag.to_string());
        let registered = entry.map(|entry| entry.name).filter(|name| !name.is_empty());
        let declared_name = declared.and_then(|declared| declared.attribute.name.as_deref());
        let name = registered.or(written.name.as_deref()).or(declared_name);
        let known = |registered: Option<&str>, declared: Option<&String>| {
            registered.map(str::to_owned).or_else(|| declared.cloned()).unwrap_or_default()
        };
        Self {
            path,
            name: name.unwrap_or("Private Attribute").to_owned(),
            tag: tag.or_else(|| entry.map(attribute::Attribute::written_tag)).unwrap_or_default(),
            vr: known(entry.map(|entry| entry.vr), declared.and_then(|declared| declared.vr.as_ref())),
            vm: known(entry.map(|entry| entry.vm), declared.and_then(|declared| declared.vm.as_ref())),
            safe: declared.and_then(|declared| declared.safe),
        }
    }

    /// The place of a registered attribute.
    pub(super) fn registered(path: &[Tag]) -> Option<Self> {
        let entry = attribute::by_tag(*path.last()?)?;
        Some(Self {
            path: path.to_vec(),
            name: entry.name.to_owned(),
            tag: entry.written_tag(),
            vr: entry.vr.to_owned(),
            vm: entry.vm.to_owned(),
            safe: None,
        })
    }

    /// Name, tag and value representation, as they stand in cells.
    pub(super) fn cells(&self) -> (String, String, String) {
        (self.indented_name(), self.tag.clone(), self.vr.clone())
    }

    /// The name, behind `>` for each sequence it stands in.
    pub(super) fn indented_name(&self) -> String {
        format!("{}{}", ">".repeat(self.path.len().saturating_sub(1)), self.name)
    }

    /// The tags of all sequences and its own, as `(0040,0100)>(0040,0007)`.
    pub(super) fn tag_path(&self) -> String {
        let Some((_, sequences)) = self.path.split_last() else { return self.tag.clone() };
        let sequences = sequences.iter().map(|(group, element)| format!("({group:04X},{element:04X})>"));
        sequences.collect::<String>() + &self.tag
    }
}

/// Whether a tag is a private one (PS3.5 7.8).
pub(super) const fn is_private((group, _): Tag) -> bool {
    group % 2 == 1
}

/// The sequences that rows have been written for.
#[derive(Default)]
pub(super) struct Parents {
    written: HashSet<Vec<Tag>>,
}

impl Parents {
    /// The sequences around an attribute that have no row yet, outermost first.
    pub(super) fn missing(&mut self, place: &Place) -> Vec<Place> {
        self.written.insert(place.path.clone());
        let parents = (1..place.path.len()).filter_map(|length| {
            let path = &place.path[..length];
            self.written.insert(path.to_vec()).then(|| Place::registered(path)).flatten()
        });
        parents.collect()
    }
}
