//! Tables of attributes of requests (PS3.2 samples, PS3.4 Annexes F and H).

use indexmap::IndexMap;
use serde::Serialize;

use super::place::{Parents, Place};
use super::scope::{Scope, yes_no};
use crate::model::{AttributeUse, Named, Service};

/// The attributes of a request.
#[allow(clippy::struct_excessive_bools)] // Each tells a template whether to draw one column.
#[derive(Debug, Default, Serialize)]
pub struct AttributeTable {
    /// The attributes.
    pub rows: Vec<AttributeRow>,
    /// Whether there is something to say in the column of values.
    pub has_values: bool,
    /// Whether there is something to say in the column of defaults.
    pub has_defaults: bool,
    /// Whether there is something to say in the column of required attributes.
    pub has_required: bool,
    /// Whether there is something to say in the column of presence.
    pub has_presence: bool,
    /// Whether there is something to say in the column of sources.
    pub has_sources: bool,
    /// Whether there is something to say in the column of remarks.
    pub has_remarks: bool,
}

/// An attribute of a request.
#[derive(Debug, Default, Serialize)]
pub struct AttributeRow {
    /// The name of the attribute, behind `>` for each sequence it stands in.
    pub name: String,
    /// The tag.
    pub tag: String,
    /// The value representation.
    pub vr: String,
    /// The value, or the values to choose from.
    pub values: Vec<String>,
    /// The value that is taken where the request has none.
    pub default: String,
    /// Whether a provider requires the attribute.
    pub required: String,
    /// Whether there is always a value (PS3.2 A.9.1.1).
    pub presence: String,
    /// Where the value comes from (PS3.2 A.9.1.1).
    pub sources: Vec<String>,
    /// What else there is to say; prose.
    pub remark: String,
}

/// The attributes of N-CREATE and N-SET side by side.
#[derive(Debug, Serialize)]
pub struct PairedTable {
    /// The caption.
    pub caption: String,
    /// The attributes: those of N-CREATE in their order, each other one of N-SET behind its neighbors.
    pub rows: Vec<PairedRow>,
    /// Whether the cells only tell whether the attribute is required.
    pub is_about_requirement: bool,
    /// Whether there is something to say in the column of remarks.
    pub has_remarks: bool,
}

/// An attribute in N-CREATE and N-SET.
#[derive(Debug, Default, Serialize)]
pub struct PairedRow {
    /// The name of the attribute, behind `>` for each sequence it stands in.
    pub name: String,
    /// The tag.
    pub tag: String,
    /// The value representation.
    pub vr: String,
    /// What stands in N-CREATE; empty where the attribute does not.
    pub create: Vec<String>,
    /// What stands in N-SET; empty where the attribute does not.
    pub set: Vec<String>,
    /// What else there is to say; prose.
    pub remark: String,
}

impl AttributeTable {
    /// The attributes of a service; none where it names no attributes.
    pub(super) fn of(scope: &Scope<'_>, service: &Service) -> Option<Self> {
        Self::of_uses(scope, &service.attributes)
    }

    /// Some attributes; none where there are none.
    pub(super) fn of_uses(scope: &Scope<'_>, attributes: &[AttributeUse]) -> Option<Self> {
        let mut table = Self::default();
        let mut parents = Parents::default();
        for used in attributes {
            let place = Place::of(scope, &used.attribute);
            table.rows.extend(parents.missing(&place).iter().map(AttributeRow::at));
            table.rows.push(AttributeRow::of(scope, used, &place));
        }
        let has = |column: fn(&AttributeRow) -> bool| table.rows.iter().any(column);
        let (values, defaults) = (has(|row| !row.values.is_empty()), has(|row| !row.default.is_empty()));
        let (required, presence) = (has(|row| !row.required.is_empty()), has(|row| !row.presence.is_empty()));
        let (sources, remarks) = (has(|row| !row.sources.is_empty()), has(|row| !row.remark.is_empty()));
        (table.has_values, table.has_defaults, table.has_required) = (values, defaults, required);
        (table.has_presence, table.has_sources, table.has_remarks) = (presence, sources, remarks);
        (!table.rows.is_empty()).then_some(table)
    }
}

impl AttributeRow {
    fn at(place: &Place) -> Self {
        let (name, tag, vr) = place.cells();
        Self { name, tag, vr, ..Self::default() }
    }

    fn of(scope: &Scope<'_>, used: &AttributeUse, place: &Place) -> Self {
        Self {
            values: used.value.to_vec(),
            default: used.default.clone().unwrap_or_default(),
            required: used.required.map(yes_no).unwrap_or_default().to_owned(),
            presence: used.presence.map(|presence| presence.to_string()).unwrap_or_default(),
            sources: used.source.to_vec(),
            remark: scope.prose(used.remark.as_ref()).unwrap_or_default(),
            ..Self::at(place)
        }
    }
}

/// The two services whose attributes are told side by side.
pub(super) const PAIRED: [&str; 2] = ["N-CREATE", "N-SET"];

impl PairedTable {
    /// The attributes of N-CREATE and N-SET, where both name some.
    pub(super) fn of(scope: &Scope<'_>, services: &Named<Service>, classes: &str) -> Option<Self> {
        let attributes = |name: &str| services.get(name).map(|service| &service.attributes);
        let [create, set] = PAIRED.map(attributes);
        let (create, set) = (create.filter(|list| !list.is_empty())?, set.filter(|list| !list.is_empty())?);
        let used = || create.iter().chain(set);
        let is_about_requirement = used().all(|used| used.required.is_some() && *used == bare(used));
        let mut rows: IndexMap<(Vec<_>, String), PairedRow> = IndexMap::new();
        for (list, is_create) in [(create, true), (set, false)] {
            for used in list {
                let place = Place::of(scope, &used.attribute);
                let row = row_of(&mut rows, &place);
                let cell = cell(used, is_about_requirement);
                if is_create {
                    row.create = cell;
                } else {
                    row.set = cell;
                }
                let remark = scope.prose(used.remark.as_ref()).filter(|remark| *remark != row.remark);
                if let Some(remark) = remark {
                    let both = [std::mem::take(&mut row.remark), remark];
                    row.remark =
                        both.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
                }
            }
        }
        let rows: Vec<_> = rows.into_values().collect();
        let caption = format!("{classes} N-CREATE and N-SET Attributes").trim_start().to_owned();
        Some(Self {
            caption,
            has_remarks: rows.iter().any(|row| !row.remark.is_empty()),
            is_about_requirement,
            rows,
        })
    }
}

/// What is left of a use where only the requirement and the remark count.
fn bare(used: &AttributeUse) -> AttributeUse {
    AttributeUse {
        attribute: used.attribute.clone(),
        required: used.required,
        remark: used.remark.clone(),
        ..AttributeUse::default()
    }
}

type PairedRows = IndexMap<(Vec<crate::standard::attribute::Tag>, String), PairedRow>;

/// The row of an attribute; a new one stands behind those of the same sequence.
fn row_of<'a>(rows: &'a mut PairedRows, place: &Place) -> &'a mut PairedRow {
    for depth in 1..place.path.len() {
        if let Some(parent) = Place::registered(&place.path[..depth]) {
            insert(rows, &parent);
        }
    }
    insert(rows, place)
}

fn insert<'a>(rows: &'a mut PairedRows, place: &Place) -> &'a mut PairedRow {
    let (name, tag, vr) = place.cells();
    let key = (place.path.clone(), name.clone());
    if !rows.contains_key(&key) {
        let parent = &place.path[..place.path.len().saturating_sub(1)];
        let last = (!parent.is_empty())
            .then(|| rows.keys().rposition(|(path, _)| path.starts_with(parent)))
            .flatten();
        let at = last.map_or(rows.len(), |last| last + 1);
        rows.shift_insert(at, key.clone(), PairedRow { name, tag, vr, ..PairedRow::default() });
    }
    rows.entry(key).or_default()
}

/// What a cell says of an attribute: the value, where it comes from and whether it is always there.
fn cell(used: &AttributeUse, is_about_requirement: bool) -> Vec<String> {
    if is_about_requirement {
        return used.required.map(|required| yes_no(required).to_owned()).into_iter().collect();
    }
    let mut lines = used.value.to_vec();
    let presence = used.presence.map(|presence| presence.to_string());
    let origin: Vec<_> = used.source.iter().cloned().chain(presence).collect();
    if !origin.is_empty() {
        lines.push(origin.join(", "));
    }
    lines.extend(used.default.as_ref().map(|default| format!("default {default}")));
    lines.extend(used.required.map(|required| match required {
        crate::model::YesNo::Yes => "required".to_owned(),
        crate::model::YesNo::No => "optional".to_owned(),
    }));
    if lines.is_empty() {
        lines.push("Yes".to_owned());
    }
    lines
}
