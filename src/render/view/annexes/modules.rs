//! Tables of the attributes of modules (PS3.2 A.9.1.1, Tables N.9-1 ff.).

use serde::Serialize;

use super::private_registry::PrivateRegistry;
use crate::model::{ObjectAttribute, Presence, Prose};
use crate::render::view::place::{Parents, Place};
use crate::render::view::scope::Scope;
use crate::render::view::scope::yes_no;

/// The attributes of a module or a functional group macro.
#[allow(clippy::struct_excessive_bools)] // Each tells a template whether to draw one column.
#[derive(Debug, Default, Serialize)]
pub struct ModuleTable {
    /// The caption.
    pub caption: String,
    /// The address of the table.
    pub anchor: String,
    /// What there is to say of all of it; prose.
    pub text: Option<String>,
    /// The attributes.
    pub rows: Vec<ObjectAttributeRow>,
    /// Whether there is something to say in the column of multiplicities.
    pub has_multiplicities: bool,
    /// Whether there is something to say in the column of values.
    pub has_values: bool,
    /// Whether there is something to say in the column of presence.
    pub has_presence: bool,
    /// Whether there is something to say in the column of sources.
    pub has_sources: bool,
    /// Whether there is something to say in the column of conditions.
    pub has_conditions: bool,
    /// Whether there is something to say in the column of comments.
    pub has_comments: bool,
}

/// An attribute of a created instance.
#[derive(Debug, Default, Serialize)]
pub struct ObjectAttributeRow {
    /// The name of the attribute, behind `>` for each sequence it stands in.
    pub name: String,
    /// The tag.
    pub tag: String,
    /// The value representation.
    pub vr: String,
    /// The value multiplicity.
    pub vm: String,
    /// The value, or the values to choose from.
    pub values: Vec<String>,
    /// Whether attribute and value are always there, in the words of PS3.2 A.9.1.1.
    pub presence: Vec<String>,
    /// Whether the attribute is always there: `Always` or `Conditional`; empty where it is not stated.
    pub presence_of_attribute: &'static str,
    /// Whether the value is always there where the attribute is: `Always`, `Conditional` or `Never`.
    pub presence_of_value: &'static str,
    /// Where the value comes from.
    pub sources: Vec<String>,
    /// `Yes` where a private attribute holds nothing that identifies a person, `No` where it does; else empty.
    pub safe: &'static str,
    /// On which condition attribute or value are there; prose.
    pub condition: String,
    /// What the value means; prose.
    pub description: String,
    /// What else there is to say; prose.
    pub remark: String,
    /// Description and remark, as far as they are there; prose.
    pub comments: Vec<String>,
}

impl ModuleTable {
    /// Adds the rows of some attributes, each with the sequences around it.
    pub(super) fn add<'a>(
        &mut self,
        scope: &Scope<'_>,
        registry: &PrivateRegistry<'_>,
        attributes: impl IntoIterator<Item = &'a ObjectAttribute>,
    ) {
        let mut parents = Parents::default();
        for used in attributes {
            let place = registry.place(scope, &used.attribute, used.creator.as_deref());
            self.rows.extend(parents.missing(&place).into_iter().map(row));
            self.rows.push(written(scope, used, place));
            self.has_multiplicities |= used.vm.is_some();
        }
        let has = |column: fn(&ObjectAttributeRow) -> bool| self.rows.iter().any(column);
        let (values, presence) = (has(|row| !row.values.is_empty()), has(|row| !row.presence.is_empty()));
        let (sources, comments) = (has(|row| !row.sources.is_empty()), has(|row| !row.comments.is_empty()));
        let conditions = has(|row| !row.condition.is_empty());
        (self.has_values, self.has_presence, self.has_conditions) = (values, presence, conditions);
        (self.has_sources, self.has_comments) = (sources, comments);
    }
}

fn row(place: Place) -> ObjectAttributeRow {
    ObjectAttributeRow {
        name: place.indented_name(),
        tag: place.tag,
        vr: place.vr,
        vm: place.vm,
        safe: place.safe.map(yes_no).unwrap_or_default(),
        ..ObjectAttributeRow::default()
    }
}

fn written(scope: &Scope<'_>, used: &ObjectAttribute, place: Place) -> ObjectAttributeRow {
    let text = |prose: &Option<Prose>| scope.prose(prose.as_ref()).unwrap_or_default();
    let (condition, description, remark) =
        (text(&used.condition), text(&used.description), text(&used.remark));
    let comments = [&description, &remark];
    let comments = comments.into_iter().filter(|text| !text.is_empty()).cloned().collect();
    let (presence_of_attribute, presence_of_value) = presences(&used.presence);
    let row = row(place);
    ObjectAttributeRow {
        vr: used.vr.clone().unwrap_or(row.vr),
        vm: used.vm.clone().unwrap_or(row.vm),
        values: compact(&used.value),
        presence: used.presence.iter().map(ToString::to_string).collect(),
        presence_of_attribute,
        presence_of_value,
        sources: used.source.to_vec(),
        condition,
        description,
        remark,
        comments,
        ..row
    }
}

/// Short values on one line, others each on its own.
fn compact(values: &[String]) -> Vec<String> {
    const SHORT: usize = 32;
    let length: usize = values.iter().map(|value| value.chars().count() + 2).sum();
    let is_short = values.len() > 1 && length <= SHORT;
    if is_short { vec![values.join(", ")] } else { values.to_vec() }
}

/// Presence of the attribute and of its value.
fn presences(stated: &[Presence]) -> (&'static str, &'static str) {
    if stated.is_empty() {
        return ("", "");
    }
    let has = |presence| stated.contains(&presence);
    let attribute = if has(Presence::Anap) { "Conditional" } else { "Always" };
    let value = match () {
        () if has(Presence::Vnap) => "Conditional",
        () if has(Presence::Empty) => "Never",
        () => "Always",
    };
    (attribute, value)
}
