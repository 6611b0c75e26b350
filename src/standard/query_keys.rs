//! The keys of the query/retrieve information models (PS3.4, section C.6, Tables C.6-1 to C.6-5).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::attribute::Tag;
use super::sop_class::InformationModel;
use super::worklist_keys::number_of;
use super::{columns, rows};

/// A level of the information models.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The patient, which Study Root does not have.
    Patient,
    /// The study.
    Study,
    /// The series.
    Series,
    /// The composite object instance.
    Image,
}

impl Level {
    /// All levels, from the top down.
    pub const ALL: [Self; 4] = [Self::Patient, Self::Study, Self::Series, Self::Image];

    /// The value of Query/Retrieve Level (0008,0052).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Patient => "PATIENT",
            Self::Study => "STUDY",
            Self::Series => "SERIES",
            Self::Image => "IMAGE",
        }
    }

    /// The level as a word.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Patient => "Patient",
            Self::Study => "Study",
            Self::Series => "Series",
            Self::Image => "Image",
        }
    }

    /// The level of a word: that value, or `Instance`, in any letter case and perhaps with ` Level` behind it.
    pub fn by_name(name: &str) -> Option<Self> {
        let name = name.trim();
        let name = match name.len().checked_sub(" level".len()).and_then(|end| name.split_at_checked(end)) {
            Some((level, " level" | " Level" | " LEVEL")) => level.trim_end(),
            _ => name,
        };
        let is = |level: &Self| level.as_str().eq_ignore_ascii_case(name);
        Self::ALL
            .into_iter()
            .find(is)
            .or_else(|| name.eq_ignore_ascii_case("instance").then_some(Self::Image))
    }
}

/// The type of a key (PS3.4, section C.2.2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyType {
    /// Names one entity of its level.
    Unique,
    /// Has to be supported by a provider.
    Required,
    /// May be supported.
    Optional,
}

impl KeyType {
    /// The letter of the tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unique => "U",
            Self::Required => "R",
            Self::Optional => "O",
        }
    }
}

/// A key of an information model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryKey {
    /// The level it belongs to.
    pub level: Level,
    /// The tags from the sequence at the top down to the attribute; one tag but in sequences.
    pub path: Vec<Tag>,
    /// Its type.
    pub key_type: KeyType,
    model: Model,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Model {
    PatientRoot,
    StudyRoot,
    Both,
}

/// The levels a model has, from the top down; empty for models that PS3.4, section C.6 does not describe.
pub fn levels(model: InformationModel) -> &'static [Level] {
    match model {
        InformationModel::PatientRoot => &Level::ALL,
        InformationModel::StudyRoot => &[Level::Study, Level::Series, Level::Image],
        InformationModel::PatientStudyOnly => &[Level::Patient, Level::Study],
        _ => &[],
    }
}

/// The keys of a model at a level, in the order of the tables.
pub fn keys(model: InformationModel, level: Level) -> impl Iterator<Item = &'static QueryKey> {
    let has_level = levels(model).contains(&level);
    KEYS.iter().filter(move |key| has_level && key.level == level && key.model.is_in(model))
}

/// The unique and required keys of a model at a level, which every provider supports (PS3.4, section C.2.2.1).
pub fn mandatory_keys(model: InformationModel, level: Level) -> impl Iterator<Item = &'static QueryKey> {
    keys(model, level).filter(|key| key.key_type != KeyType::Optional)
}

/// The unique key of a level.
pub fn unique_key(level: Level) -> Tag {
    match level {
        Level::Patient => (0x0010, 0x0020),
        Level::Study => (0x0020, 0x000D),
        Level::Series => (0x0020, 0x000E),
        Level::Image => (0x0008, 0x0018),
    }
}

/// The key of a tag path in a model at a level; any attribute that the tables do not name is optional there.
pub fn by_path(model: InformationModel, level: Level, path: &[Tag]) -> Option<&'static QueryKey> {
    let ends_alike = path.last().and_then(|tag| BY_TAG.get(tag))?;
    let has_level = levels(model).contains(&level);
    let is_it = |key: &&&QueryKey| key.level == level && key.model.is_in(model) && key.path == path;
    ends_alike.iter().find(is_it).copied().filter(|_| has_level)
}

/// The levels of a model at which the tables have an attribute as unique or required key.
pub fn mandatory_levels(model: InformationModel, tag: Tag) -> impl Iterator<Item = Level> {
    let is_mandatory = move |level: &Level| {
        by_path(model, *level, &[tag]).is_some_and(|key| key.key_type != KeyType::Optional)
    };
    levels(model).iter().copied().filter(is_mandatory)
}

/// The types of matching that a value representation allows (PS3.4, sections C.2.2.2.1 to C.2.2.2.6), in our words.
///
/// A sequence is matched through its items; everything else by value, and everything universally.
pub fn matching_types(vr: &str) -> &'static [&'static str] {
    match vr {
        "SQ" => &["sequence", "universal"],
        "UI" => &["single_value", "list_of_uid", "universal"],
        "DA" | "TM" | "DT" => &["single_value", "range", "universal"],
        "AE" | "CS" | "LO" | "LT" | "PN" | "SH" | "ST" | "UC" | "UR" | "UT" => {
            &["single_value", "wildcard", "universal"]
        }
        _ => &["single_value", "universal"],
    }
}

impl Model {
    fn is_in(self, model: InformationModel) -> bool {
        match self {
            Self::Both => true,
            Self::StudyRoot => model == InformationModel::StudyRoot,
            Self::PatientRoot => model != InformationModel::StudyRoot,
        }
    }
}

static KEYS: LazyLock<Vec<QueryKey>> = LazyLock::new(|| {
    let mut parents = Vec::new();
    rows(include_str!("tables/query_keys.tsv")).filter_map(|row| key(row, &mut parents)).collect()
});

/// The keys by the last tag of their path.
static BY_TAG: LazyLock<HashMap<Tag, Vec<&'static QueryKey>>> = LazyLock::new(|| {
    let mut by_tag: HashMap<Tag, Vec<_>> = HashMap::with_capacity(KEYS.len());
    for key in KEYS.iter() {
        by_tag.entry(key.path.last().copied().unwrap_or_default()).or_default().push(key);
    }
    by_tag
});

/// Reads a row; `parents` holds the path of the row before it.
fn key(row: &'static str, parents: &mut Vec<Tag>) -> Option<QueryKey> {
    let [model, level, depth, tag, key_type] = columns(row);
    parents.truncate(depth.parse().ok()?);
    parents.push(number_of(tag)?);
    Some(QueryKey {
        level: Level::by_name(level)?,
        path: parents.clone(),
        key_type: match key_type {
            "U" => KeyType::Unique,
            "R" => KeyType::Required,
            _ => KeyType::Optional,
        },
        model: match model {
            "patient_root" => Model::PatientRoot,
            "study_root" => Model::StudyRoot,
            _ => Model::Both,
        },
    })
}
