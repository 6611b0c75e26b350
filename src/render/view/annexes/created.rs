//! The SOP classes of which instances are created (PS3.2 A.9.1.1).

use std::collections::HashSet;

use indexmap::IndexMap;
use serde::Serialize;

use super::contents::ObjectView;
use crate::model::survey::{ItemId, Meaning};
use crate::render::view::scope::Scope;

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
    let extended = extended(scope);
    let row = |id: ItemId, creators: Vec<String>, anchor: Option<String>| CreatedRow {
        name: scope.name(id),
        uid: scope.uid(id),
        kind: kind(scope, id, &extended),
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

/// The SOP classes to which the statement adds attributes.
fn extended<'s>(scope: &Scope<'s>) -> HashSet<&'s str> {
    let classes = scope.statement().extended_sop_classes.iter();
    let ids = classes.flat_map(|class| scope.expanded(&class.sop_classes));
    ids.map(|id| scope.identity(id)).collect()
}

/// What kind of SOP class it is (PS3.2 7.3).
fn kind(scope: &Scope<'_>, id: ItemId, extended: &HashSet<&str>) -> &'static str {
    let identity = scope.identity(id);
    let specialized = &scope.statement().specialized_sop_classes;
    match &scope.survey.item(id).meaning {
        Meaning::Declared { uid, .. } => {
            let is_it = |own: &Option<String>| own.as_deref().map(str::trim) == Some(*uid);
            if specialized.iter().any(|class| is_it(&class.uid)) { "Specialized" } else { "Private" }
        }
        Meaning::UnknownUid(_) => "Private",
        _ if extended.contains(identity) => "Standard Extended",
        _ => "Standard",
    }
}
