//! Attributes in tables: what is printed of them, and the sequences around them.

use std::collections::HashSet;

use super::scope::Scope;
use crate::model::Attribute;
use crate::standard::attribute::{self, Tag};

/// An attribute with the sequences it stands in.
pub(super) struct Place {
    /// The tags, outermost sequence first; empty where no tag is known.
    pub(super) path: Vec<Tag>,
    /// The name, without what tells how deep it stands.
    name: String,
    tag: String,
    vr: String,
}

impl Place {
    pub(super) fn of(scope: &Scope<'_>, written: &Attribute) -> Self {
        let meaning = scope.attribute(written);
        let entry = meaning.and_then(|meaning| meaning.entry);
        let path = meaning.map(|meaning| meaning.path.clone()).unwrap_or_default();
        let tag = written.tag.as_ref().and_then(|path| path.0.last()).map(|tag| tag.to_string());
        let name = entry.map(|entry| entry.name).filter(|name| !name.is_empty());
        Self {
            name: name.or(written.name.as_deref()).unwrap_or("Private Attribute").to_owned(),
            tag: tag.or_else(|| entry.map(attribute::Attribute::written_tag)).unwrap_or_default(),
            vr: entry.map(|entry| entry.vr).unwrap_or_default().to_owned(),
            path,
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
        })
    }

    /// Name, tag and value representation, as they stand in cells.
    pub(super) fn cells(&self) -> (String, String, String) {
        (self.indented_name(), self.tag.clone(), self.vr.clone())
    }

    /// The value representation; empty where it is not known.
    pub(super) fn vr(&self) -> &str {
        &self.vr
    }

    /// The name, behind `>` for each sequence it stands in.
    fn indented_name(&self) -> String {
        format!("{}{}", ">".repeat(self.path.len().saturating_sub(1)), self.name)
    }
}

/// The sequences that rows have been written for.
#[derive(Default)]
pub(super) struct Parents {
    written: HashSet<Vec<Tag>>,
}

impl Parents {
    /// The sequences around an attribute that have no row yet, outermost first.
    pub(super) fn missing<'a>(&'a mut self, place: &'a Place) -> impl Iterator<Item = Place> + 'a {
        let depth = place.path.len();
        self.written.insert(place.path.clone());
        let parents = (1..depth).filter_map(|length| {
            let path = &place.path[..length];
            self.written.insert(path.to_vec()).then(|| Place::registered(path)).flatten()
        });
        parents.collect::<Vec<_>>().into_iter()
    }
}
