//! The keys of the modality worklist (PS3.4, section K.6.1.2.2, Table K.6-1).

use std::sync::LazyLock;

use super::attribute::Tag;
use super::{columns, rows};

/// Scheduled Procedure Step Sequence, under which the keys of the step are.
pub const SCHEDULED_PROCEDURE_STEP_SEQUENCE: Tag = (0x0040, 0x0100);

/// The type of a key for matching (PS3.4, section K.2.2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchingKey {
    /// A provider has to support matching.
    Required,
    /// A provider may support matching.
    Optional,
    /// Never used for matching.
    Never,
}

impl MatchingKey {
    /// The sign of the table.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Required => "R",
            Self::Optional => "O",
            Self::Never => "-",
        }
    }
}

/// The type of a key for return (PS3.4, section K.2.2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReturnKey {
    /// Returned with a value.
    One,
    /// Returned with a value under a condition.
    OneConditional,
    /// Returned, empty where there is no value.
    Two,
    /// Returned under a condition, empty where there is no value.
    TwoConditional,
    /// Returned at will.
    Three,
}

impl ReturnKey {
    /// The type as the table writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::One => "1",
            Self::OneConditional => "1C",
            Self::Two => "2",
            Self::TwoConditional => "2C",
            Self::Three => "3",
        }
    }

    /// Whether a provider has to return it without condition.
    pub fn is_unconditional(self) -> bool {
        matches!(self, Self::One | Self::Two)
    }
}

/// A key of the worklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorklistKey {
    /// The module the table groups it under.
    pub module: &'static str,
    /// The tags from the sequence at the top down to the attribute.
    pub path: Vec<Tag>,
    /// Its type for matching.
    pub matching: MatchingKey,
    /// Its type for return.
    pub returned: ReturnKey,
}

/// The modules, in the order of the table.
pub const MODULES: [&str; 10] = [
    "Scheduled Procedure Step",
    "Scheduled Specimen",
    "Requested Procedure",
    "Imaging Service Request",
    "Visit Identification",
    "Visit Status",
    "Visit Relationship",
    "Patient Identification",
    "Patient Demographic",
    "Patient Medical",
];

/// Pairs of keys of type 1C of which a provider has to support one or both.
pub const ALTERNATIVES: [[&[Tag]; 2]; 2] = [
    [
        &[SCHEDULED_PROCEDURE_STEP_SEQUENCE, (0x0040, 0x0007)],
        &[SCHEDULED_PROCEDURE_STEP_SEQUENCE, (0x0040, 0x0008)],
    ],
    [&[(0x0032, 0x1060)], &[(0x0032, 0x1064)]],
];

/// All keys, in the order of the table.
pub fn all() -> &'static [WorklistKey] {
    &KEYS
}

/// The key of a tag path; any attribute that the table does not name is optional for matching and of type 3.
pub fn by_path(path: &[Tag]) -> Option<&'static WorklistKey> {
    KEYS.iter().find(|key| key.path == path)
}

/// The keys a provider has to support for matching.
pub fn required_matching_keys() -> impl Iterator<Item = &'static WorklistKey> {
    KEYS.iter().filter(|key| key.matching == MatchingKey::Required)
}

/// The keys of type 1 and 2 at the top and in the items of sequences that are returned themselves.
///
/// Items of optional sequences are left out: their keys count only where the sequence is there.
pub fn required_return_keys() -> impl Iterator<Item = &'static WorklistKey> {
    let is_returned = |path: &[Tag]| by_path(path).is_some_and(|key| key.returned == ReturnKey::One);
    KEYS.iter().filter(move |key| {
        key.returned.is_unconditional() && (1..key.path.len()).all(|length| is_returned(&key.path[..length]))
    })
}

/// The keys of a module that a provider has to support for matching or for return, perhaps under a condition.
pub fn supported_keys(module: &str) -> impl Iterator<Item = &'static WorklistKey> {
    let is_returned = |key: &WorklistKey| key.returned != ReturnKey::Three;
    let has_parents = move |path: &[Tag]| {
        (1..path.len())
            .all(|length| by_path(&path[..length]).is_some_and(|parent| parent.returned == ReturnKey::One))
    };
    let keys = KEYS.iter().filter(move |key| key.module.eq_ignore_ascii_case(module));
    keys.filter(move |key| {
        key.matching == MatchingKey::Required || is_returned(key) && has_parents(&key.path)
    })
}

/// How a provider matches a required key (PS3.4, section K.6.1.2.2), in our words; empty for other keys.
pub fn required_matching(path: &[Tag]) -> &'static [&'static str] {
    let is_required = by_path(path).is_some_and(|key| key.matching == MatchingKey::Required);
    match path.last() {
        Some((0x0040, 0x0100)) if is_required => &["sequence"],
        Some((0x0040, 0x0002 | 0x0003)) if is_required => &["single_value", "range"],
        Some((0x0040, 0x0006) | (0x0010, 0x0010)) if is_required => &["single_value", "wildcard"],
        Some(_) if is_required => &["single_value"],
        _ => &[],
    }
}

static KEYS: LazyLock<Vec<WorklistKey>> = LazyLock::new(|| {
    let mut parents = Vec::new();
    rows(include_str!("tables/worklist_keys.tsv")).filter_map(|row| key(row, &mut parents)).collect()
});

/// Reads a row; `parents` holds the path of the row before it.
fn key(row: &'static str, parents: &mut Vec<Tag>) -> Option<WorklistKey> {
    let [module, depth, tag, matching, returned] = columns(row);
    parents.truncate(depth.parse().ok()?);
    parents.push(number_of(tag)?);
    Some(WorklistKey {
        module,
        path: parents.clone(),
        matching: match matching {
            "R" => MatchingKey::Required,
            "-" => MatchingKey::Never,
            _ => MatchingKey::Optional,
        },
        returned: match returned {
            "1" => ReturnKey::One,
            "1C" => ReturnKey::OneConditional,
            "2" => ReturnKey::Two,
            "2C" => ReturnKey::TwoConditional,
            _ => ReturnKey::Three,
        },
    })
}

/// The tag of eight digits.
pub(super) fn number_of(digits: &str) -> Option<Tag> {
    let (group, element) = digits.split_at_checked(4)?;
    Some((u16::from_str_radix(group, 16).ok()?, u16::from_str_radix(element, 16).ok()?))
}
