//! What stands in the annexes of PS3.2: rows of attributes, and the lists of SOP classes that they are about.

use std::sync::Arc;

use super::{AttributeSite, ItemId, Survey, Trail};
use crate::model::{AddedAttribute, Object, ObjectAttribute, PrivateAttribute};

/// What a list of SOP classes of the annexes says of them.
#[derive(Debug, Clone, Copy)]
pub enum ClassListPurpose<'s> {
    /// The entity at this position of [`Survey::entities`] creates their instances.
    Creation(usize),
    /// This object, under the author's name for it, tells the contents of their instances.
    Contents(&'s str, &'s Object),
    /// An attribute of their instances is changed on its way.
    Coercion,
    /// Attributes are added to them, in the entry of `extended_sop_classes` at this position.
    Extension(usize),
}

/// A list of SOP classes of the annexes, its names resolved and its sets expanded.
#[derive(Debug)]
pub struct ClassList<'s> {
    /// What is said of the classes.
    pub purpose: ClassListPurpose<'s>,
    /// Where the list stands.
    pub trail: Trail,
    /// The SOP classes.
    pub sop_classes: Arc<[ItemId]>,
}

/// The table of a module, or of a functional group, in which attributes of created instances stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ModuleTable<'s> {
    /// The name of the module; empty where there is none.
    pub module: &'s str,
    /// Whether it is a functional group macro.
    pub is_functional_group: bool,
    /// The object that says it for itself; none where it is said for all that use the module.
    pub object: Option<&'s str>,
}

/// A row of attributes in the annexes.
#[derive(Debug, Clone, Copy)]
pub enum AttributeRow<'s> {
    /// An attribute of created instances.
    Created(&'s ObjectAttribute, ModuleTable<'s>),
    /// An attribute that is added to a SOP class.
    Added(&'s AddedAttribute),
    /// A private attribute, under its creator.
    Private(&'s PrivateAttribute, &'s str),
}

/// A row of attributes, where the author wrote it.
#[derive(Debug)]
pub struct RowUse<'s> {
    /// What is written.
    pub row: AttributeRow<'s>,
    /// Where it stands; the rows of one table have one parent.
    pub trail: Trail,
    /// The attribute, by its position in [`Survey::attributes`].
    pub attribute: usize,
}

impl<'s> Survey<'s> {
    /// The attribute of a row.
    pub fn attribute_of(&self, row: &RowUse<'s>) -> &AttributeSite<'s> {
        &self.attributes[row.attribute]
    }

    /// Whether an item is written in a list itself, and not in a set that the list names.
    pub fn is_written_in(&self, id: ItemId, list: Trail) -> bool {
        self.parent(self.item(id).trail) == list
    }
}
