//! Standard Extended and Specialized SOP classes: what the standard asks of their description (PS3.2, section 7.3).

use std::collections::HashSet;

use super::identity::Fault;
use super::rule::StatementSubject;
use crate::model::survey::{ClassListPurpose, ItemId, ItemPlace, Meaning};
use crate::model::{AddedAttribute, Attribute, Prose};
use crate::notation::AttributeTag;

/// An entry of `extended_sop_classes` or `specialized_sop_classes` that leaves out what identifies it.
pub(super) struct Incomplete {
    /// The list.
    pub(super) list: &'static str,
    /// The position of the entry.
    pub(super) position: usize,
    /// What is left out, in words.
    pub(super) absent: Vec<String>,
    /// The keys in which it was looked for.
    pub(super) keys: &'static [&'static str],
}

/// The entries that leave something out.
pub(super) fn incomplete(subject: &StatementSubject<'_>) -> Vec<Incomplete> {
    let statement = subject.statement;
    let mut found = Vec::new();
    for (position, class) in statement.extended_sop_classes.iter().enumerate() {
        let absent: Vec<_> = absent_attributes("an attribute that is added", &class.attributes).collect();
        let keys: &[_] = &["attributes"];
        found.push(Incomplete { list: "extended_sop_classes", position, absent, keys });
    }
    for (position, class) in statement.specialized_sop_classes.iter().enumerate() {
        let is_constrained = class.constraints.iter().any(|constraint: &Prose| !constraint.is_empty());
        let absent: Vec<_> = absent_attributes("an attribute or a constraint", &class.attributes)
            .filter(|_| !(class.attributes.is_empty() && is_constrained))
            .collect();
        let keys: &[_] = &["attributes", "constraints"];
        found.push(Incomplete { list: "specialized_sop_classes", position, absent, keys });
    }
    found.retain(|entry| !entry.absent.is_empty());
    found
}

/// What attributes leave out: that there is any, or in which modules they stand.
fn absent_attributes(any: &str, attributes: &[AddedAttribute]) -> impl Iterator<Item = String> {
    let none = attributes.is_empty().then(|| any.to_owned());
    let listed: HashSet<_> = attributes.iter().filter_map(|added| only_tag(&added.attribute)).collect();
    let names: Vec<_> = attributes
        .iter()
        .filter(|added| added.module.as_deref().unwrap_or_default().trim().is_empty())
        .filter(|added| sequence_around(&added.attribute).is_none_or(|tag| !listed.contains(&tag)))
        .map(|added| written(&added.attribute))
        .filter(|name| !name.is_empty())
        .collect();
    let modules = match names.as_slice() {
        [] => None,
        [only] => Some(format!("the module of `{only}`")),
        [first, others @ ..] => Some(format!("the module of `{first}` and {} more", others.len())),
    };
    none.into_iter().chain(modules)
}

/// The tag of an attribute that stands in no sequence.
fn only_tag(attribute: &Attribute) -> Option<AttributeTag> {
    match attribute.tag.as_ref()?.0.tags() {
        [only] => Some(*only),
        _ => None,
    }
}

/// The outermost sequence that an attribute stands in: where that is added too, its module is that of the attribute.
fn sequence_around(attribute: &Attribute) -> Option<AttributeTag> {
    match attribute.tag.as_ref()?.0.tags() {
        [outermost, _, ..] => Some(*outermost),
        _ => None,
    }
}

/// The name of an attribute as it is written, else its tag.
pub(super) fn written(attribute: &Attribute) -> String {
    let tag = || attribute.tag.as_ref().map(ToString::to_string);
    attribute.name.clone().or_else(tag).unwrap_or_default()
}

/// The private UIDs that extended SOP classes are given, with the items that do so, in the order of writing.
pub(super) fn new_uids<'v>(subject: &'v StatementSubject<'_>) -> Vec<(ItemId, &'v str)> {
    let flaws = subject.flaws().iter();
    let undeclared: HashSet<&str> =
        flaws.filter(|flaw| matches!(flaw.fault, Fault::Undeclared)).map(|flaw| flaw.text().trim()).collect();
    let survey = &subject.survey;
    let lists = survey.class_lists.iter();
    let lists = lists.filter(|list| matches!(list.purpose, ClassListPurpose::Extension(_)));
    lists
        .flat_map(|list| list.sop_classes.iter())
        .filter_map(|id| match survey.item(*id).meaning {
            Meaning::UnknownUid(uid) => undeclared.contains(uid).then_some((*id, uid)),
            Meaning::Declared { uid, place: ItemPlace::SopClass, .. } => Some((*id, uid)),
            _ => None,
        })
        .collect()
}
