//! The private attributes that a statement declares, which complete those that its tables name by tag.

use std::collections::HashMap;

use crate::model::{Attribute, PrivateAttribute};
use crate::render::view::place::Place;
use crate::render::view::scope::Scope;
use crate::standard::attribute::Tag;

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

    /// An attribute as a row of a table shows it, completed by what is declared of it.
    pub(super) fn place(&self, scope: &Scope<'_>, written: &Attribute, creator: Option<&str>) -> Place {
        Place::completed(scope, written, |tag| self.find(tag, creator))
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

/// The tag of an attribute itself.
pub(super) fn own_tag(scope: &Scope<'_>, written: &Attribute) -> Option<Tag> {
    scope.attribute(written)?.path.last().copied()
}
