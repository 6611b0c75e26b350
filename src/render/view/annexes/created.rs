//! The SOP classes of which instances are created (PS3.2 A.9.1.1).

use std::collections::HashSet;

use indexmap::IndexMap;
use serde::Serialize;

use super::contents::ObjectView;
use crate::model::survey::ItemId;
use crate::render::view::scope::Scope;
use crate::render::view::sop_class_kind::SopClassKinds;

/// A SOP class of which instances are created.
#[derive(Debug, Serialize)]
pub struct CreatedRow {
    /// The name.
    pub name: String,
    /// The UID; empty where nobody knows it.
    pub uid: String,
    /// `Standard`, `Standard Extended`, `Specialized` or `Private`.
    pub kind: &'static str,
    /// The Application Entities that create them.
    pub creators: Vec<String>,
    /// The address of the section that describes the contents; none where there is none.
    pub anchor: Option<String>,
}

/// The SOP classes of the objects, then those that entities say they create.
pub(super) fn created(scope: &Scope<'_>, views: &[ObjectView]) -> Vec<CreatedRow> {
    let mut creators: IndexMap<&str, (ItemId, Vec<String>)> = IndexMap::new();
    for used in &scope.survey.entities {
        for id in scope.expanded(&used.entity.creates) {
            let (_, entities) = creators.entry(scope.identity(id)).or_insert_with(|| (id, Vec::new()));
            if entities.iter().all(|known| known != used.name) {
                entities.push(used.name.to_owned());
            }
        }
    }
    let kinds = SopClassKinds::of(scope);
    let row = |id: ItemId, creators: Vec<String>, anchor: Option<String>| CreatedRow {
        name: scope.name(id),
        uid: scope.uid(id),
        kind: kinds.kind(scope, id),
        creators,
        anchor,
    };
    let mut rows = Vec::new();
    let mut listed = HashSet::new();
    for (object, view) in scope.statement().objects.values().zip(views) {
        for id in scope.expanded(&object.sop_classes) {
            let entities = creators.get(scope.identity(id)).map(|(_, entities)| entities.clone());
            listed.insert(scope.identity(id));
            rows.push(row(id, entities.unwrap_or_default(), Some(view.anchor.clone())));
        }
    }
    let others = creators.into_iter().filter(|(identity, _)| !listed.contains(identity));
    rows.extend(others.map(|(_, (id, entities))| row(id, entities, None)));
    rows
}
