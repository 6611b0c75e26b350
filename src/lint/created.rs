//! The SOP classes of which a statement says that instances are created, and the objects that tell their contents.

use std::collections::HashSet;

use indexmap::IndexMap;

use crate::model::survey::{ClassList, ClassListPurpose, ItemId, Survey};
use crate::model::{Object, Support};
use crate::standard::sop_class;

/// A SOP class of which instances are created.
#[derive(Debug)]
pub(super) struct CreatedClass<'v, 's> {
    /// Its UID.
    pub(super) uid: &'v str,
    /// Where it is first written: by an entity that creates it, else by an object.
    pub(super) item: ItemId,
    /// The list of the entity that creates it, where one says so.
    pub(super) creation: Option<(usize, &'v ClassList<'s>)>,
    /// The objects that tell its contents, under the author's names for them.
    pub(super) objects: Vec<(&'s str, &'s Object)>,
}

/// The created SOP classes that resolve, in the order in which they are first written.
pub(super) fn classes<'v, 's>(survey: &'v Survey<'s>) -> Vec<CreatedClass<'v, 's>> {
    let mut classes: IndexMap<&str, CreatedClass<'_, '_>> = IndexMap::new();
    for list in &survey.class_lists {
        let (creation, object) = match list.purpose {
            ClassListPurpose::Creation(entity) if survey.entities[entity].is_claimed => {
                (Some((entity, list)), None)
            }
            ClassListPurpose::Contents(name, object) => (None, Some((name, object))),
            _ => continue,
        };
        let claimed = object.is_none_or(|(_, object)| object.support.is_none_or(Support::is_claim));
        for (item, uid) in survey.claimed_uids(&list.sop_classes) {
            if !claimed && !classes.contains_key(uid) {
                continue;
            }
            let class = classes.entry(uid).or_insert_with(|| CreatedClass {
                uid,
                item,
                creation,
                objects: Vec::new(),
            });
            class.objects.extend(object);
        }
    }
    classes.into_values().collect()
}

/// The created SOP classes whose contents nothing describes.
///
/// Nothing is said where the name of a class that an object describes does not resolve: it may be the one.
pub(super) fn without_contents<'v, 's>(survey: &'v Survey<'s>) -> Vec<CreatedClass<'v, 's>> {
    let contents = |list: &&ClassList<'_>| matches!(list.purpose, ClassListPurpose::Contents(..));
    let mut described = survey.class_lists.iter().filter(contents).flat_map(|list| &*list.sop_classes);
    if described.any(|id| survey.uid(*id).is_none()) {
        return Vec::new();
    }
    let declared = declared_without_contents(survey);
    let mut classes = classes(survey);
    classes.retain(|class| {
        let is_stored = || sop_class::by_uid(class.uid).is_some_and(sop_class::SopClass::is_storage);
        class.objects.is_empty() && (declared.contains(class.uid) || is_stored())
    });
    classes
}

/// The UIDs of the vendor's own SOP classes whose definitions do not tell the contents either.
fn declared_without_contents<'v>(survey: &'v Survey<'_>) -> HashSet<&'v str> {
    let private = survey.statement.private_sop_classes.iter().map(|class| {
        let is_told = class.iod.as_ref().is_some_and(|text| !text.is_empty());
        (&class.uid, is_told || !class.attributes.is_empty())
    });
    let specialized = survey.statement.specialized_sop_classes.iter();
    let specialized = specialized.map(|class| (&class.uid, !class.attributes.is_empty()));
    let open = private.chain(specialized).filter(|(_, has_contents)| !has_contents);
    open.filter_map(|(uid, _)| uid.as_deref().map(str::trim)).collect()
}
