//! `ListedKeys`: the keys that tables list, and those that they leave out.

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

use super::key_tables::KeyTable;
use crate::model::Key;
use crate::model::survey::{KeyUse, Survey};
use crate::standard::attribute::{self, Tag};
use crate::standard::nearest::nearest;
use crate::standard::query_keys::{self, KeyType, Level};
use crate::standard::sop_class::InformationModel;
use crate::standard::spelling::Agreement;
use crate::standard::worklist_keys::{self, ALTERNATIVES, SCHEDULED_PROCEDURE_STEP_SEQUENCE};

/// A key that is left out.
#[derive(Debug)]
pub(super) struct Absent {
    /// What it is called.
    pub(super) name: String,
    /// How to list it.
    pub(super) row: String,
}

/// The keys of some tables.
pub(super) struct ListedKeys<'a, 's> {
    survey: &'a Survey<'s>,
    keys: Vec<&'a KeyUse<'s>>,
    at_levels: BTreeSet<(Option<Level>, Tag)>,
    paths: BTreeSet<&'a [Tag]>,
    /// The levels and modules in which the word `standard` lists what the standard requires.
    standard: HashSet<&'a str>,
}

impl<'a, 's> ListedKeys<'a, 's> {
    pub(super) fn of(survey: &'a Survey<'s>, tables: impl Iterator<Item = &'a KeyTable>) -> Self {
        let tables: Vec<_> = tables.collect();
        let keys: Vec<_> = tables.iter().flat_map(|table| &survey.keys[table.keys.clone()]).collect();
        let groups = tables.iter().flat_map(|table| {
            let entry = survey.conformances[table.conformance].conformance;
            entry.keys.groups().iter().filter(|(_, keys)| keys.iter().any(Key::is_standard))
        });
        let standard = groups.map(|(level, _)| level.as_str()).collect();
        let mut listed = Self { survey, keys, at_levels: BTreeSet::new(), paths: BTreeSet::new(), standard };
        for used in &listed.keys {
            let path = survey.attributes[used.attribute].meaning.path.as_slice();
            if let [tag] = path {
                listed.at_levels.insert((Level::by_name(used.level), *tag));
            }
            listed.paths.extend((1..=path.len()).map(|length| &path[..length]));
        }
        listed
    }

    /// The unique and required keys of a level that are left out. A required key counts wherever it is listed, a
    /// unique one not below its own level, where it is only repeated.
    pub(super) fn absent_at(&self, model: InformationModel, level: Level) -> Vec<Absent> {
        let is_listed = |tag: Tag, key_type: KeyType| {
            let levels =
                [None, Some(Level::Patient), Some(Level::Study), Some(Level::Series), Some(Level::Image)];
            let mut levels = levels
                .into_iter()
                .filter(|at| key_type != KeyType::Unique || at.is_none_or(|at| at <= level));
            levels.any(|at| self.at_levels.contains(&(at, tag)))
        };
        if self.standard.iter().any(|name| Level::by_name(name) == Some(level)) {
            return Vec::new();
        }
        let keys = query_keys::mandatory_keys(model, level).filter_map(|key| {
            let tag = key.path.last().copied()?;
            (!is_listed(tag, key.key_type))
                .then_some((key.path.as_slice(), format!(": {}", key.key_type.as_str())))
        });
        self.unless_misnamed(keys)
    }

    /// The keys that a provider of the worklist matches or returns, and that are left out.
    pub(super) fn absent_from_worklist(&self) -> Vec<Absent> {
        let keys = REQUIRED_OF_WORKLIST.iter().filter(|path| !self.is_in_worklist(path));
        let mut absent = self.unless_misnamed(keys.map(|path| (*path, String::new())));
        for [one, other] in ALTERNATIVES {
            if !self.is_in_worklist(one) && !self.is_in_worklist(other) {
                let rows = [(one, String::new()), (other, String::new())];
                if let [one, other] = self.unless_misnamed(rows.into_iter()).as_slice() {
                    let name = format!("{} or {}", one.name, other.name);
                    absent.push(Absent { name, row: one.row.clone() });
                }
            }
        }
        absent
    }

    /// Whether the worklist has a key; those of the step may be listed without their sequence, which is then implied.
    fn is_in_worklist(&self, path: &[Tag]) -> bool {
        let module = worklist_keys::by_path(path).map(|key| key.module);
        if module.is_some_and(|module| self.standard.iter().any(|name| name.eq_ignore_ascii_case(module))) {
            return true;
        }
        let is_listed = |path: &[Tag]| self.paths.contains(path);
        match path {
            [SCHEDULED_PROCEDURE_STEP_SEQUENCE, tag] => is_listed(path) || is_listed(&[*tag]),
            [SCHEDULED_PROCEDURE_STEP_SEQUENCE] => {
                is_listed(path) || worklist_keys::required_matching_keys().any(|key| {
                    matches!(key.path.as_slice(), [SCHEDULED_PROCEDURE_STEP_SEQUENCE, tag] if is_listed(&[*tag]))
                })
            }
            _ => is_listed(path),
        }
    }

    /// The keys as they are reported, without those that a row of another tag names, or whose name is misspelt.
    fn unless_misnamed<'k>(&self, keys: impl Iterator<Item = (&'k [Tag], String)>) -> Vec<Absent> {
        let mut keys: Vec<_> = keys
            .filter_map(|(path, suffix)| Some((path, attribute::by_tag(*path.last()?)?, suffix)))
            .collect();
        if keys.is_empty() {
            return Vec::new();
        }
        for used in &self.keys {
            let Some(name) = used.key.attribute.name.as_deref() else { continue };
            let name = name.rsplit('>').next().unwrap_or(name);
            let meaning = &self.survey.attributes[used.attribute].meaning;
            let meant = match meaning.entry.map(|entry| entry.agreement(name)) {
                None => nearest(name, keys.iter().flat_map(|(_, entry, _)| [entry.name, entry.keyword])),
                Some(Agreement::Other(other)) => Some(other.name),
                Some(_) => None,
            };
            if let Some(meant) = meant {
                keys.retain(|(_, entry, _)| entry.name != meant && entry.keyword != meant);
            }
        }
        keys.into_iter().map(|(path, entry, suffix)| absent(path, entry, &suffix)).collect()
    }
}

fn absent(path: &[Tag], entry: &attribute::Attribute, suffix: &str) -> Absent {
    Absent {
        name: entry.name.to_owned(),
        row: format!("{} {}{suffix}", attribute::written(path), entry.name),
    }
}

static REQUIRED_OF_WORKLIST: LazyLock<Vec<&'static [Tag]>> = LazyLock::new(|| {
    let mut seen = HashSet::new();
    let keys = worklist_keys::required_matching_keys().chain(worklist_keys::required_return_keys());
    keys.map(|key| key.path.as_slice()).filter(|path| seen.insert(*path)).collect()
});
