//! Tables of attributes: keys of queries (PS3.4 C.6, K.6) and attributes of requests.

use std::collections::HashSet;

use serde::Serialize;

use super::scope::Scope;
use crate::model::{
    Attribute, AttributeUse, Conformance, Display, Key, KeyType, Matching, Named, OneOrMany, Service, YesNo,
};
use crate::standard::attribute::{self, Tag};
use crate::standard::query_keys::{self, Level};
use crate::standard::sop_class::{InformationModel, SopClass};

/// The keys of a query model.
#[allow(clippy::struct_excessive_bools)] // Each tells a template whether to draw one column.
#[derive(Debug, Default, Serialize)]
pub struct KeyTable {
    /// The groups of rows: levels for query and retrieve, modules for the worklist.
    pub groups: Vec<KeyGroup>,
    /// Whether the groups are modules of the worklist.
    pub is_worklist: bool,
    /// Whether there is something to say in the column of types.
    pub has_types: bool,
    /// Whether there is something to say in the column of matching.
    pub has_matching: bool,
    /// Whether there is something to say in the column of return keys.
    pub has_return: bool,
    /// Whether there is something to say in the column of interactive keys.
    pub has_interactive: bool,
    /// Whether there is something to say in the column of display.
    pub has_display: bool,
    /// Whether there is something to say in the column of values.
    pub has_values: bool,
    /// Whether there is something to say in the column of copies.
    pub has_copies: bool,
    /// Whether there is something to say in the column of remarks.
    pub has_remarks: bool,
}

/// The keys of a level or module.
#[derive(Debug, Serialize)]
pub struct KeyGroup {
    /// The level or module, as the author writes it.
    pub title: String,
    /// The keys.
    pub rows: Vec<KeyRow>,
}

/// A key.
#[derive(Debug, Default, Serialize)]
pub struct KeyRow {
    /// The name of the attribute, behind `>` for each sequence it stands in.
    pub name: String,
    /// The tag.
    pub tag: String,
    /// The value representation.
    pub vr: String,
    /// `U`, `R` or `O`; that of PS3.4 C.6 where the author says nothing.
    pub key_type: String,
    /// How the key is matched.
    pub matching: Vec<String>,
    /// Whether the attribute is asked for in the response.
    pub returned: String,
    /// Whether a person can enter a value for matching.
    pub interactive: String,
    /// Whether the value is shown.
    pub display: String,
    /// The value for matching and where it comes from.
    pub values: Vec<String>,
    /// Where the returned value is copied to.
    pub copied_to: Vec<String>,
    /// What else there is to say; prose.
    pub remark: String,
}

/// The attributes of a request.
#[allow(clippy::struct_excessive_bools)] // Each tells a template whether to draw one column.
#[derive(Debug, Default, Serialize)]
pub struct AttributeTable {
    /// The attributes.
    pub rows: Vec<AttributeRow>,
    /// Whether there is something to say in the column of values.
    pub has_values: bool,
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
    pub value: String,
    /// Whether there is always a value (PS3.2 A.9.1.1).
    pub presence: String,
    /// Where the value comes from (PS3.2 A.9.1.1).
    pub sources: Vec<String>,
    /// What else there is to say; prose.
    pub remark: String,
}

impl KeyTable {
    /// The keys of a conformance entry; none where it names no keys.
    pub(super) fn of(scope: &Scope<'_>, entry: &Conformance, class: Option<&SopClass>) -> Option<Self> {
        Self::of_levels(scope, entry.keys.groups(), class.and_then(SopClass::information_model))
    }

    /// Keys by level or module; none where there are none.
    pub(super) fn of_levels(
        scope: &Scope<'_>,
        levels: &Named<OneOrMany<Key>>,
        model: Option<InformationModel>,
    ) -> Option<Self> {
        if levels.is_empty() {
            return None;
        }
        let mut table =
            Self { is_worklist: model == Some(InformationModel::ModalityWorklist), ..Self::default() };
        for (title, keys) in levels {
            let standard = model.zip(Level::by_name(title));
            let mut rows = Vec::with_capacity(keys.len());
            let mut parents = Parents::default();
            for key in keys {
                let place = Place::of(scope, &key.attribute);
                rows.extend(parents.missing(&place).map(|place| place.key_row()));
                rows.push(key_row(scope, key, &place, standard));
            }
            table.groups.push(KeyGroup { title: title.clone(), rows });
        }
        table.see_columns();
        Some(table)
    }

    fn see_columns(&mut self) {
        let rows = || self.groups.iter().flat_map(|group| &group.rows);
        let has = |column: fn(&KeyRow) -> bool| rows().any(column);
        let (types, matching) = (has(|row| !row.key_type.is_empty()), has(|row| !row.matching.is_empty()));
        let (returned, interactive) =
            (has(|row| !row.returned.is_empty()), has(|row| !row.interactive.is_empty()));
        let (display, values) = (has(|row| !row.display.is_empty()), has(|row| !row.values.is_empty()));
        let (copies, remarks) = (has(|row| !row.copied_to.is_empty()), has(|row| !row.remark.is_empty()));
        (self.has_types, self.has_matching) = (types, matching);
        (self.has_return, self.has_interactive) = (returned, interactive);
        (self.has_display, self.has_values) = (display, values);
        (self.has_copies, self.has_remarks) = (copies, remarks);
    }
}

impl AttributeTable {
    /// The attributes of a service; none where it names no attributes.
    pub(super) fn of(scope: &Scope<'_>, service: &Service) -> Option<Self> {
        Self::of_uses(scope, &service.attributes)
    }

    /// Some attributes; none where there are none.
    pub(super) fn of_uses(scope: &Scope<'_>, uses: &[AttributeUse]) -> Option<Self> {
        let mut table = Self::default();
        let mut parents = Parents::default();
        for used in uses {
            let place = Place::of(scope, &used.attribute);
            table.rows.extend(parents.missing(&place).map(|place| place.attribute_row()));
            table.rows.push(attribute_row(scope, used, &place));
        }
        let has = |column: fn(&AttributeRow) -> bool| table.rows.iter().any(column);
        let (values, presence) = (has(|row| !row.value.is_empty()), has(|row| !row.presence.is_empty()));
        let (sources, remarks) = (has(|row| !row.sources.is_empty()), has(|row| !row.remark.is_empty()));
        (table.has_values, table.has_presence) = (values, presence);
        (table.has_sources, table.has_remarks) = (sources, remarks);
        (!table.rows.is_empty()).then_some(table)
    }
}

fn key_row(
    scope: &Scope<'_>,
    key: &Key,
    place: &Place,
    standard: Option<(InformationModel, Level)>,
) -> KeyRow {
    let known = standard.and_then(|(model, level)| query_keys::by_path(model, level, &place.path));
    let key_type = key.key_type.map(KeyType::as_str);
    let values = key.value.iter().chain(&key.value_source).cloned();
    KeyRow {
        key_type: key_type.or(known.map(|key| key.key_type.as_str())).unwrap_or_default().to_owned(),
        matching: key.matching.iter().map(|matching| matching_words(*matching).to_owned()).collect(),
        returned: key.returned.map(yes_no).unwrap_or_default(),
        interactive: key.interactive.map(yes_no).unwrap_or_default(),
        display: key.display.map(display_words).unwrap_or_default().to_owned(),
        values: values.collect(),
        copied_to: key.copied_to.to_vec(),
        remark: scope.prose(key.remark.as_ref()).unwrap_or_default(),
        ..place.key_row()
    }
}

fn attribute_row(scope: &Scope<'_>, used: &AttributeUse, place: &Place) -> AttributeRow {
    AttributeRow {
        value: used.value.join(" or "),
        presence: used.presence.map(|presence| presence.to_string()).unwrap_or_default(),
        sources: used.source.to_vec(),
        remark: scope.prose(used.remark.as_ref()).unwrap_or_default(),
        ..place.attribute_row()
    }
}

/// An attribute with the sequences it stands in.
struct Place {
    /// The tags, outermost sequence first; empty where no tag is known.
    path: Vec<Tag>,
    name: String,
    tag: String,
    vr: String,
}

impl Place {
    fn of(scope: &Scope<'_>, written: &Attribute) -> Self {
        let meaning = scope.attribute(written);
        let entry = meaning.and_then(|meaning| meaning.entry);
        let path = meaning.map(|meaning| meaning.path.clone()).unwrap_or_default();
        let tag = written.tag.as_ref().and_then(|path| path.0.last()).map(|tag| tag.to_string());
        let name = entry.map(|entry| entry.name).filter(|name| !name.is_empty());
        Self {
            name: name.or(written.name.as_deref()).unwrap_or("Private Attribute").to_owned(),
            tag: tag.or_else(|| entry.map(attribute::Attribute::written_tag)).unwrap_or_default(),
            vr: entry.map(|entry| entry.vr).unwrap_or_default().to_owned(),
            path,
        }
    }

    fn registered(path: &[Tag]) -> Option<Self> {
        let entry = attribute::by_tag(*path.last()?)?;
        Some(Self {
            path: path.to_vec(),
            name: entry.name.to_owned(),
            tag: entry.written_tag(),
            vr: entry.vr.to_owned(),
        })
    }

    fn indented_name(&self) -> String {
        format!("{}{}", ">".repeat(self.path.len().saturating_sub(1)), self.name)
    }

    fn key_row(&self) -> KeyRow {
        let (tag, vr) = (self.tag.clone(), self.vr.clone());
        KeyRow { name: self.indented_name(), tag, vr, ..KeyRow::default() }
    }

    fn attribute_row(&self) -> AttributeRow {
        let (tag, vr) = (self.tag.clone(), self.vr.clone());
        AttributeRow { name: self.indented_name(), tag, vr, ..AttributeRow::default() }
    }
}

/// The sequences that rows have been written for.
#[derive(Default)]
struct Parents {
    written: HashSet<Vec<Tag>>,
}

impl Parents {
    /// The sequences around an attribute that have no row yet, outermost first.
    fn missing<'a>(&'a mut self, place: &'a Place) -> impl Iterator<Item = Place> + 'a {
        let depth = place.path.len();
        self.written.insert(place.path.clone());
        let parents = (1..depth).filter_map(|length| {
            let path = &place.path[..length];
            self.written.insert(path.to_vec()).then(|| Place::registered(path)).flatten()
        });
        parents.collect::<Vec<_>>().into_iter()
    }
}

const fn matching_words(matching: Matching) -> &'static str {
    match matching {
        Matching::SingleValue => "Single value",
        Matching::ListOfUid => "List of UID",
        Matching::Universal => "Universal",
        Matching::Wildcard => "Wild card",
        Matching::Range => "Range",
        Matching::Sequence => "Sequence",
        Matching::None => "None",
    }
}

const fn display_words(display: Display) -> &'static str {
    match display {
        Display::Default => "Default",
        Display::Configurable => "Configurable",
        Display::Never => "Never",
    }
}

fn yes_no(answer: YesNo) -> String {
    match answer {
        YesNo::Yes => "Yes".to_owned(),
        YesNo::No => "No".to_owned(),
    }
}
