//! An attribute as a row of a table shows it: what is written, completed from the registry and from the private
//! attributes of the statement.

use std::collections::{HashMap, HashSet};

use crate::model::{Attribute, PrivateAttribute, YesNo};
use crate::render::view::scope::Scope;
use crate::standard::attribute::{self, Tag};

/// An attribute with the sequences it stands in.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    /// The tags, outermost sequence first; empty where no tag is known.
    pub(super) path: Vec<Tag>,
    /// The name without what shows how deep it stands.
    pub(super) plain_name: String,
    pub(super) tag: String,
    pub(super) vr: String,
    pub(super) vm: String,
    /// Whether a private attribute holds nothing that identifies a person.
    pub(super) safe: Option<YesNo>,
}

/// The private attributes of a statement by group and element within the block.
pub(super) struct PrivateRegistry<'s> {
    by_tag: HashMap<(u16, u8), Vec<(&'s str, &'s PrivateAttribute)>>,
}

impl<'s> PrivateRegistry<'s> {
    pub(super) fn of(scope: &Scope<'s>) -> Self {
        let mut by_tag: HashMap<_, Vec<_>> = HashMap::new();
        for (creator, block) in &scope.statement().private_attributes {
            for used in &block.attributes {
                if let Some(tag) = own_tag(scope, &used.attribute) {
                    by_tag.entry(within_block(tag)).or_default().push((creator.as_str(), used));
                }
            }
        }
        Self { by_tag }
    }

    /// The private attribute of a tag; where several creators have it, that of the one that is named.
    fn find(&self, tag: Tag, creator: Option<&str>) -> Option<&'s PrivateAttribute> {
        let found = self.by_tag.get(&within_block(tag))?;
        let named = creator.and_then(|creator| found.iter().find(|(of, _)| *of == creator));
        named.or(found.first()).map(|(_, used)| *used)
    }
}

/// The group, and the element without the block that is reserved at run time (PS3.5 7.8.1).
fn within_block((group, element): Tag) -> (u16, u8) {
    (group, element.to_be_bytes()[1])
}

pub(super) const fn is_private((group, _): Tag) -> bool {
    group % 2 == 1
}

/// The tag of an attribute itself.
pub(super) fn own_tag(scope: &Scope<'_>, written: &Attribute) -> Option<Tag> {
    scope.attribute(written)?.path.last().copied()
}

impl Line {
    pub(super) fn of(
        scope: &Scope<'_>,
        registry: &PrivateRegistry<'_>,
        written: &Attribute,
        creator: Option<&str>,
    ) -> Self {
        let meaning = scope.attribute(written);
        let path = meaning.map(|meaning| meaning.path.clone()).unwrap_or_default();
        let entry = meaning.and_then(|meaning| meaning.entry);
        let own = path.last().copied().filter(|tag| entry.is_none() && is_private(*tag));
        let declared = own.and_then(|tag| registry.find(tag, creator));
        let tag = written.tag.as_ref().and_then(|path| path.0.last()).map(|tag| tag.to_string());
        let registered = entry.map(|entry| entry.name).filter(|name| !name.is_empty());
        let declared_name = declared.and_then(|declared| declared.attribute.name.as_deref());
        let name = registered.or(written.name.as_deref()).or(declared_name);
        Self {
            path,
            plain_name: name.unwrap_or("Private Attribute").to_owned(),
            tag: tag.or_else(|| entry.map(attribute::Attribute::written_tag)).unwrap_or_default(),
            vr: entry
                .map(|entry| entry.vr.to_owned())
                .or_else(|| declared.and_then(|declared| declared.vr.clone()))
                .unwrap_or_default(),
            vm: entry
                .map(|entry| entry.vm.to_owned())
                .or_else(|| declared.and_then(|declared| declared.vm.clone()))
                .unwrap_or_default(),
            safe: declared.and_then(|declared| declared.safe),
        }
    }

    fn registered(path: &[Tag]) -> Option<Self> {
        let entry = attribute::by_tag(*path.last()?)?;
        Some(Self {
            path: path.to_vec(),
            plain_name: entry.name.to_owned(),
            tag: entry.written_tag(),
            vr: entry.vr.to_owned(),
            vm: entry.vm.to_owned(),
            safe: None,
        })
    }

    /// The name, behind `>` for each sequence it stands in.
    pub(super) fn name(&self) -> String {
        format!("{}{}", ">".repeat(self.path.len().saturating_sub(1)), self.plain_name)
    }

    /// The tags of all sequences and its own, as `(0040,0100)>(0040,0007)`.
    pub(super) fn tag_path(&self) -> String {
        let Some((_, sequences)) = self.path.split_last() else { return self.tag.clone() };
        let sequences = sequences.iter().map(|(group, element)| format!("({group:04X},{element:04X})>"));
        sequences.collect::<String>() + &self.tag
    }
}

/// The sequences that rows of a table have been written for.
#[derive(Default)]
pub(super) struct Parents {
    written: HashSet<Vec<Tag>>,
}

impl Parents {
    /// The sequences around an attribute that have no row yet, outermost first.
    pub(super) fn missing(&mut self, line: &Line) -> Vec<Line> {
        self.written.insert(line.path.clone());
        let parents = (1..line.path.len()).filter_map(|length| {
            let path = &line.path[..length];
            self.written.insert(path.to_vec()).then(|| Line::registered(path)).flatten()
        });
        parents.collect()
    }
}
