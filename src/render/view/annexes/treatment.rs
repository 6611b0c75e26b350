//! What becomes of attributes: received ones, mapped ones, changed ones (PS3.2 A.9.1.2 to A.9.1.4).

use indexmap::IndexMap;
use serde::Serialize;

use super::private_registry::PrivateRegistry;
use crate::model::{
    AttributeMapping, Change, ChangeCondition, Coercion, CoercionRole, Item, MappedAttribute, OneOrMany,
    ReceivedAttributes, StorageFunction,
};
use crate::render::view::place::{Parents, Place};
use crate::render::view::scope::Scope;
use crate::render::view::scope::yes_no;

/// What is done with instances of some SOP classes (PS3.2 Table N.1-1).
#[derive(Debug, Serialize)]
pub struct StorageFunctionsRow {
    /// The SOP classes.
    pub sop_classes: Vec<String>,
    /// `Display`, `Process`, `Archive`.
    pub functions: Vec<&'static str>,
    /// Where that has its limits; prose.
    pub text: String,
}

/// What is done with instances.
pub(super) fn storage_functions(scope: &Scope<'_>) -> Vec<StorageFunctionsRow> {
    let rows = scope.statement().storage_functions.iter().map(|row| StorageFunctionsRow {
        sop_classes: short_list(scope, &row.sop_classes),
        functions: row.functions.iter().map(|function| function_words(*function)).collect(),
        text: scope.prose(row.text.as_ref()).unwrap_or_default(),
    });
    rows.collect()
}

const fn function_words(function: StorageFunction) -> &'static str {
    match function {
        StorageFunction::Display => "Display",
        StorageFunction::Process => "Process",
        StorageFunction::Archive => "Archive",
    }
}

/// A function that depends on attributes of received instances.
#[derive(Debug, Serialize)]
pub struct ReceivedView {
    /// The name of the function.
    pub name: String,
    /// The SOP classes of the instances; empty for all.
    pub sop_classes: Vec<String>,
    /// The Application Entities that have the function.
    pub entities: Vec<String>,
    /// What there is to say of it; prose.
    pub text: Option<String>,
    /// The attributes.
    pub rows: Vec<ReceivedAttributeRow>,
    /// Whether there is something to say in the column of required attributes.
    pub has_required: bool,
    /// Whether there is something to say in the column of uses.
    pub has_uses: bool,
    /// Whether it is said of one of them what happens where it is missing.
    pub has_missing: bool,
}

/// An attribute that is used when it is received.
#[derive(Debug, Default, Serialize)]
pub struct ReceivedAttributeRow {
    /// The name of the attribute, behind `>` for each sequence it stands in.
    pub name: String,
    /// The tag.
    pub tag: String,
    /// The value representation.
    pub vr: String,
    /// `Yes` where the function does not work without it, `No` where it does.
    pub required: &'static str,
    /// What it is used for, and what else there is to say; prose.
    pub uses: Vec<String>,
    /// What happens where it is missing; prose.
    pub when_missing: String,
}

/// The functions that depend on attributes of received instances.
pub(super) fn received(scope: &Scope<'_>, registry: &PrivateRegistry<'_>) -> Vec<ReceivedView> {
    let functions = scope.statement().received_attributes.iter();
    functions.map(|(name, function)| received_view(scope, registry, name, function)).collect()
}

fn received_view(
    scope: &Scope<'_>,
    registry: &PrivateRegistry<'_>,
    name: &str,
    function: &ReceivedAttributes,
) -> ReceivedView {
    let mut rows = Vec::with_capacity(function.attributes.len());
    let mut parents = Parents::default();
    let row = |place: Place| ReceivedAttributeRow {
        name: place.indented_name(),
        tag: place.tag,
        vr: place.vr,
        ..ReceivedAttributeRow::default()
    };
    for used in &function.attributes {
        let place = registry.place(scope, &used.attribute, None);
        rows.extend(parents.missing(&place).into_iter().map(row));
        let uses = [&used.usage, &used.remark].map(|prose| scope.prose(prose.as_ref()));
        rows.push(ReceivedAttributeRow {
            required: used.required.map(yes_no).unwrap_or_default(),
            uses: uses.into_iter().flatten().collect(),
            when_missing: scope.prose(used.when_missing.as_ref()).unwrap_or_default(),
            ..row(place)
        });
    }
    ReceivedView {
        name: name.to_owned(),
        sop_classes: short_list(scope, &function.sop_classes),
        entities: function.application_entities.to_vec(),
        text: scope.prose(function.text.as_ref()),
        has_required: rows.iter().any(|row| !row.required.is_empty()),
        has_uses: rows.iter().any(|row| !row.uses.is_empty()),
        has_missing: rows.iter().any(|row| !row.when_missing.is_empty()),
        rows,
    }
}

/// The names of SOP classes, the last ones counted where there are many.
pub(super) fn short_list(scope: &Scope<'_>, items: &OneOrMany<Item>) -> Vec<String> {
    const MOST: usize = 6;
    let ids = scope.expanded(items);
    let mut names: Vec<String> = ids.iter().map(|id| scope.name(*id)).collect();
    if names.len() > MOST {
        let others = names.len() - (MOST - 1);
        names.truncate(MOST - 1);
        names.push(format!("and {others} others"));
    }
    names
}

/// Attributes that hold the same value in several places.
#[derive(Debug, Serialize)]
pub struct MappingView {
    /// The name.
    pub name: String,
    /// What there is to say of all of it; prose.
    pub text: Option<String>,
    /// The columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<MappingRow>,
    /// Whether there is something to say in the column of remarks.
    pub has_remarks: bool,
}

/// A value with the attributes that hold it.
#[derive(Debug, Serialize)]
pub struct MappingRow {
    /// What holds it, in the order of the columns: none where nothing does.
    pub cells: Vec<Vec<MappedCell>>,
    /// What else there is to say; prose.
    pub remark: String,
}

/// What holds a value.
#[derive(Debug, Serialize)]
pub struct MappedCell {
    /// The name of the attribute, or what holds the value instead.
    pub name: String,
    /// The tag with the tags of the sequences around it; empty for what is no attribute.
    pub tag: String,
}

/// The attribute mappings.
pub(super) fn mappings(scope: &Scope<'_>, registry: &PrivateRegistry<'_>) -> Vec<MappingView> {
    let mappings = scope.statement().attribute_mapping.iter().filter(|(_, mapping)| !mapping.rows.is_empty());
    let views = mappings.map(|(name, mapping)| {
        let columns = columns(mapping);
        let rows = mapping.rows.iter().map(|row| mapping_row(scope, registry, &columns, row));
        let rows: Vec<_> = rows.collect();
        MappingView {
            name: name.clone(),
            text: scope.prose(mapping.text.as_ref()),
            has_remarks: rows.iter().any(|row| !row.remark.is_empty()),
            columns,
            rows,
        }
    });
    views.collect()
}

/// The columns that are stated, then those that rows name.
fn columns(mapping: &AttributeMapping) -> Vec<String> {
    let of_rows = mapping
        .rows
        .iter()
        .flat_map(|row| row.columns.iter().chain(row.attributes.keys()).chain(row.fields.keys()));
    let all: IndexMap<&str, ()> =
        mapping.columns.iter().chain(of_rows).map(|column| (column.as_str(), ())).collect();
    if all.is_empty() { vec!["Attribute".to_owned()] } else { all.into_keys().map(str::to_owned).collect() }
}

fn mapping_row(
    scope: &Scope<'_>,
    registry: &PrivateRegistry<'_>,
    columns: &[String],
    row: &MappedAttribute,
) -> MappingRow {
    let cell_of = |attribute| {
        let place = registry.place(scope, attribute, None);
        MappedCell { tag: place.tag_path(), name: place.name }
    };
    let is_named = row.attribute.tag.is_some() || row.attribute.name.is_some();
    let cells = columns.iter().map(|column| {
        if let Some(attributes) = row.attributes.get(column) {
            return attributes.iter().map(cell_of).collect();
        }
        if let Some(field) = row.fields.get(column) {
            return vec![MappedCell { name: field.clone(), tag: String::new() }];
        }
        let stands_here = is_named && (row.columns.is_empty() || row.columns.contains(column));
        if stands_here { vec![cell_of(&row.attribute)] } else { Vec::new() }
    });
    MappingRow { cells: cells.collect(), remark: scope.prose(row.remark.as_ref()).unwrap_or_default() }
}

/// Attributes that are changed on their way.
#[allow(clippy::struct_excessive_bools)] // Each tells a template whether to draw one column.
#[derive(Debug, Default, Serialize)]
pub struct CoercionTable {
    /// The changes: those of the side that sends, of the side that receives, then those of neither or both.
    pub groups: Vec<CoercionGroup>,
    /// Whether it is said of one of them which side makes it, so that titles mean something.
    pub has_titles: bool,
    /// Whether one of the changes is limited to some SOP classes.
    pub has_sop_classes: bool,
    /// Whether one of the changes is made by some Application Entities only.
    pub has_entities: bool,
    /// Whether there is something to say in the column of changes.
    pub has_changes: bool,
    /// Whether there is something to say in the column of new values.
    pub has_values: bool,
    /// Whether there is something to say in the column of conditions.
    pub has_conditions: bool,
    /// Whether it is said of one of them whether the old value is kept.
    pub has_records: bool,
    /// Whether there is something to say in the column of remarks.
    pub has_remarks: bool,
}

/// The changes of one side.
#[derive(Debug, Serialize)]
pub struct CoercionGroup {
    /// The title.
    pub title: &'static str,
    /// The changes.
    pub rows: Vec<CoercionRow>,
}

/// A change of an attribute.
#[derive(Debug, Serialize)]
pub struct CoercionRow {
    /// The name of the attribute.
    pub name: String,
    /// The tag with the tags of the sequences around it.
    pub tag: String,
    /// The SOP classes; `All` where it is not stated.
    pub sop_classes: Vec<String>,
    /// The Application Entities; `All` where it is not stated.
    pub entities: Vec<String>,
    /// `Modified`, `Added` or `Removed`.
    pub change: &'static str,
    /// The new value.
    pub value: String,
    /// When it is done.
    pub condition: &'static str,
    /// Whether the old value is kept in the Original Attributes Sequence.
    pub recorded: &'static str,
    /// What else there is to say; prose.
    pub remark: String,
}

impl CoercionTable {
    pub(super) fn of(scope: &Scope<'_>, registry: &PrivateRegistry<'_>) -> Self {
        let changes = &scope.statement().coercion;
        let sides = [
            (Some(CoercionRole::Sender), "When Instances Are Sent"),
            (Some(CoercionRole::Receiver), "When Instances Are Received"),
            (None, "When Instances Are Sent or Received"),
        ];
        let groups = sides.into_iter().map(|(role, title)| {
            let rows = changes.iter().filter(|change| change.role == role);
            CoercionGroup { title, rows: rows.map(|change| coercion_row(scope, registry, change)).collect() }
        });
        let groups: Vec<_> = groups.filter(|group| !group.rows.is_empty()).collect();
        let has = |said: fn(&Coercion) -> bool| changes.iter().any(said);
        Self {
            has_titles: has(|change| change.role.is_some()),
            has_sop_classes: has(|change| !change.sop_classes.is_empty()),
            has_entities: has(|change| !change.application_entities.is_empty()),
            has_changes: has(|change| change.change.is_some()),
            has_values: has(|change| change.value.is_some()),
            has_conditions: has(|change| change.condition.is_some()),
            has_records: has(|change| change.recorded.is_some()),
            has_remarks: has(|change| change.remark.is_some()),
            groups,
        }
    }
}

fn coercion_row(scope: &Scope<'_>, registry: &PrivateRegistry<'_>, change: &Coercion) -> CoercionRow {
    let place = registry.place(scope, &change.attribute, None);
    let or_all = |names: Vec<String>| if names.is_empty() { vec!["All".to_owned()] } else { names };
    CoercionRow {
        tag: place.tag_path(),
        name: place.name,
        sop_classes: or_all(short_list(scope, &change.sop_classes)),
        entities: or_all(change.application_entities.to_vec()),
        change: change.change.map(change_words).unwrap_or_default(),
        value: change.value.clone().unwrap_or_default(),
        condition: change.condition.map(condition_words).unwrap_or_default(),
        recorded: change.recorded.map(yes_no).unwrap_or_default(),
        remark: scope.prose(change.remark.as_ref()).unwrap_or_default(),
    }
}

const fn change_words(change: Change) -> &'static str {
    match change {
        Change::Modified => "Modified",
        Change::Added => "Added",
        Change::Removed => "Removed",
    }
}

const fn condition_words(condition: ChangeCondition) -> &'static str {
    match condition {
        ChangeCondition::Always => "Always",
        ChangeCondition::External => "External system",
        ChangeCondition::Configuration => "If configured",
        ChangeCondition::Other => "See remarks",
    }
}
