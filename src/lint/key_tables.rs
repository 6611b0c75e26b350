//! `KeyTable`: the keys that a conformance entry lists for its query classes, and what is wrong with them.

use std::collections::HashSet;
use std::ops::Range;

use super::sieve::class_of;
use crate::model::survey::{AttributeMeaning, ConformanceUse, KeyUse, Survey};
use crate::model::{Attribute, Matching, Role};
use crate::pairing::BESIDE_KEYS;
use crate::standard::attribute::{self, Tag};
use crate::standard::query_keys::{self, Level};
use crate::standard::sop_class::{InformationModel, SopClass};
use crate::standard::spelling::Agreement;
use crate::standard::worklist_keys::{self, MatchingKey, SCHEDULED_PROCEDURE_STEP_SEQUENCE, WorklistKey};

/// The keys of a conformance entry that is claimed.
#[derive(Debug)]
pub(crate) struct KeyTable {
    /// The entry, by its position in the survey.
    pub(super) conformance: usize,
    /// Its keys, as a range of those of the survey.
    pub(super) keys: Range<usize>,
    /// The classes that are asked with C-FIND.
    pub(super) queries: Vec<&'static SopClass>,
    /// The classes of C-MOVE and C-GET.
    pub(super) retrievals: Vec<&'static SopClass>,
    /// Whether the entity is asked.
    pub(super) is_provider: bool,
    /// Whether queries may name keys of any level (PS3.4, section C.4.1.2.2).
    pub(super) is_relational: bool,
    /// What is wrong with each of its keys, in their order.
    faults: Vec<Option<Fault>>,
}

impl KeyTable {
    /// The keys, each with what is wrong with it.
    pub(super) fn judged<'a, 's>(
        &'a self,
        survey: &'a Survey<'s>,
    ) -> impl Iterator<Item = (&'a KeyUse<'s>, Option<Fault>)> {
        survey.keys[self.keys.clone()].iter().zip(self.faults.iter().copied())
    }
}

/// What is wrong with a key; the first that applies.
#[derive(Debug, Clone, Copy)]
pub(super) enum Fault {
    /// The model does not have the level.
    NoSuchLevel(InformationModel),
    /// The key belongs to another level of the model.
    OtherLevel(InformationModel, Level),
    /// The tables give another type.
    WrongType(InformationModel, &'static str),
    /// A unique or required key that is not matched.
    Unmatched,
    /// The matching at this position is none that the value representation, or the worklist, allows.
    Unsuitable(usize),
}

impl Fault {
    const fn rank(self) -> u8 {
        match self {
            Self::NoSuchLevel(_) => 0,
            Self::OtherLevel(..) => 1,
            Self::WrongType(..) => 2,
            Self::Unmatched => 3,
            Self::Unsuitable(_) => 4,
        }
    }
}

/// The key tables of a statement.
pub(super) fn key_tables(survey: &Survey<'_>) -> Vec<KeyTable> {
    let relational = relational_classes(survey);
    let mut tables = Vec::new();
    let mut start = 0;
    for keys in survey.keys.chunk_by(|one, next| one.conformance == next.conformance) {
        let range = start..start + keys.len();
        start = range.end;
        let conformance = keys[0].conformance;
        let entry = &survey.conformances[conformance];
        let classes = || entry.sop_classes.iter().filter_map(|id| class_of(survey, *id));
        let is_negotiated = classes().any(|class| relational.contains(&(entry.entity, class.entry.uid)));
        if entry.is_claimed {
            let mut table = KeyTable {
                conformance,
                keys: range,
                queries: classes().filter(|class| class.is_query()).collect(),
                retrievals: classes().filter(|class| class.is_retrieve()).collect(),
                is_provider: entry.roles.iter().copied().any(Role::is_provider),
                is_relational: is_negotiated || relational_answer(entry).is_some(),
                faults: Vec::new(),
            };
            table.faults = keys.iter().map(|used| fault(survey, &table, used)).collect();
            tables.push(table);
        }
    }
    tables
}

/// The answer of an entry that says that relational queries or retrievals are supported.
pub(super) fn relational_answer<'s>(entry: &ConformanceUse<'s>) -> Option<&'s str> {
    let found = entry.conformance.answers.iter().find(|(name, answer)| {
        let answer = answer.as_str().to_lowercase();
        let is_yes =
            ["yes", "true", "support", "is support", "are support"].iter().any(|yes| answer.starts_with(yes));
        is_yes && name.to_lowercase().contains("relational")
    });
    found.map(|(name, _)| name.as_str())
}

/// The classes for which an entity negotiates relational queries or retrievals.
fn relational_classes<'a>(survey: &'a Survey<'_>) -> HashSet<(usize, &'a str)> {
    let negotiates = |text: &String| text.to_lowercase().contains("relational");
    let contexts = survey
        .claimed_contexts()
        .filter(|context| context.context.extended_negotiation.iter().any(negotiates));
    contexts
        .flat_map(|context| {
            context.abstract_syntaxes.iter().filter_map(|id| Some((context.entity, survey.uid(*id)?)))
        })
        .collect()
}

/// What is wrong with a key of a table; nothing where it is right for one of the table's models.
fn fault(survey: &Survey<'_>, table: &KeyTable, used: &KeyUse<'_>) -> Option<Fault> {
    let meaning = &survey.attributes[used.attribute].meaning;
    let mut last: Option<Fault> = None;
    for class in &table.queries {
        let model = class.information_model().unwrap_or(InformationModel::Other);
        let found = match model {
            InformationModel::ModalityWorklist => in_worklist(table, used, meaning),
            _ => in_model(model, table, used, meaning),
        }?;
        if last.is_none_or(|last| last.rank() < found.rank()) {
            last = Some(found);
        }
    }
    last
}

/// The entry of an attribute, if its name does not speak of another one.
pub(super) fn entry_of(
    meaning: &AttributeMeaning,
    written: &Attribute,
) -> Option<&'static attribute::Attribute> {
    let entry = meaning.entry?;
    let is_other = |name: &str| matches!(entry.agreement(name), Agreement::Other(_));
    let is_contradicted = written.tag.is_some() && written.name.as_deref().is_some_and(is_other);
    (!is_contradicted).then_some(entry)
}

fn in_model(
    model: InformationModel,
    table: &KeyTable,
    used: &KeyUse<'_>,
    meaning: &AttributeMeaning,
) -> Option<Fault> {
    let levels = query_keys::levels(model);
    if levels.is_empty() {
        return unsuitable(used, meaning);
    }
    let Some(level) = Level::by_name(used.level).filter(|level| levels.contains(level)) else {
        return Some(Fault::NoSuchLevel(model));
    };
    entry_of(meaning, &used.key.attribute)?;
    let path = meaning.path.as_slice();
    let tag = path.last().copied()?;
    let home = query_keys::mandatory_levels(model, tag).next().filter(|_| path.len() == 1);
    if let Some(home) = home.filter(|home| *home != level) {
        let is_repeated = query_keys::unique_key(home) == tag && home < level;
        let is_misplaced = !is_repeated && !table.is_relational;
        return if is_misplaced { Some(Fault::OtherLevel(model, home)) } else { unsuitable(used, meaning) };
    }
    let key_type = query_keys::by_path(model, level, path).map_or("O", |key| key.key_type.as_str());
    let is_wrong = used.key.key_type.is_some_and(|stated| stated.as_str() != key_type);
    if is_wrong && !BESIDE_KEYS.contains(&tag) {
        return Some(Fault::WrongType(model, key_type));
    }
    if table.is_provider && home.is_some() && is_unmatched(used) {
        return Some(Fault::Unmatched);
    }
    unsuitable(used, meaning)
}

/// The worklist's key of a path; a key of the step may be written without its sequence.
pub(super) fn worklist_key(path: &[Tag]) -> Option<&'static WorklistKey> {
    worklist_keys::by_path(path).or_else(|| match path {
        [tag] => worklist_keys::by_path(&[SCHEDULED_PROCEDURE_STEP_SEQUENCE, *tag]),
        _ => None,
    })
}

fn in_worklist(table: &KeyTable, used: &KeyUse<'_>, meaning: &AttributeMeaning) -> Option<Fault> {
    entry_of(meaning, &used.key.attribute)?;
    let tag = meaning.path.last().copied()?;
    let matching = worklist_key(&meaning.path).map_or(MatchingKey::Optional, |key| key.matching);
    let is_wrong = used.key.key_type.is_some_and(|stated| stated.as_str() != matching.as_str());
    if is_wrong && !BESIDE_KEYS.contains(&tag) {
        return Some(Fault::WrongType(InformationModel::ModalityWorklist, matching.as_str()));
    }
    if table.is_provider && matching == MatchingKey::Required && is_unmatched(used) {
        return Some(Fault::Unmatched);
    }
    let is_match = |matching: &Matching| !matches!(matching, Matching::None | Matching::Universal);
    match used.key.matching.iter().position(is_match).filter(|_| matching == MatchingKey::Never) {
        Some(position) => Some(Fault::Unsuitable(position)),
        None => unsuitable(used, meaning),
    }
}

/// Whether a key is said to be matched in no way that selects anything.
fn is_unmatched(used: &KeyUse<'_>) -> bool {
    let matching = &used.key.matching;
    !matching.is_empty()
        && matching.iter().all(|matching| matches!(matching, Matching::None | Matching::Universal))
}

/// A matching that the value representation does not allow.
fn unsuitable(used: &KeyUse<'_>, meaning: &AttributeMeaning) -> Option<Fault> {
    let vr = entry_of(meaning, &used.key.attribute)?.vr;
    let allowed = query_keys::matching_types(vr);
    let is_unsuitable = |matching: &Matching| {
        let goes_everywhere =
            matches!(matching, Matching::None | Matching::Universal | Matching::SingleValue);
        !goes_everywhere && !allowed.contains(&matching.as_str())
    };
    let position = used.key.matching.iter().position(is_unsuitable)?;
    (!vr.is_empty()).then_some(Fault::Unsuitable(position))
}
