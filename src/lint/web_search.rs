//! The attributes by which a search of the Studies Service has to match, and does not.

use std::collections::HashSet;

use super::web_services::is_claim;
use crate::model::survey::Survey;
use crate::model::{Attribute, Key, Matching, Transaction};
use crate::standard::attribute::{self, Tag};
use crate::standard::web_resource::{self, Meant};
use crate::standard::web_transaction::{SEARCH_LEVELS, search_keys};

/// What a level lacks.
pub(super) struct Absent<'s> {
    /// The level.
    pub(super) level: &'static str,
    /// The author's name for it; none where the author does not list it.
    pub(super) group: Option<&'s str>,
    /// What the attributes are called.
    pub(super) names: Vec<&'static str>,
    /// How to list those that are not listed.
    pub(super) rows: Vec<String>,
}

/// The attributes that each level of a search lacks.
pub(super) fn absent_attributes(search: &Transaction) -> Vec<Absent<'_>> {
    if search.keys.is_standard || search.keys.is_empty() {
        return Vec::new();
    }
    let listed = listed(search);
    let levels = SEARCH_LEVELS.into_iter().filter(|level| covers(search, level));
    levels.filter_map(|level| absent_at(search, level, &listed)).collect()
}

fn absent_at<'s>(search: &'s Transaction, level: &'static str, listed: &Listed) -> Option<Absent<'s>> {
    let group = group(search, level);
    if group.is_some_and(|(_, keys)| keys.iter().any(Key::is_standard)) {
        return None;
    }
    let mut absent =
        Absent { level, group: group.map(|(name, _)| name), names: Vec::new(), rows: Vec::new() };
    for path in search_keys(level).iter().copied().filter(|path| !listed.is_matched(path)) {
        let Some(entry) = path.last().and_then(|tag| attribute::by_tag(*tag)) else { continue };
        absent.names.push(entry.name);
        if !listed.all.contains(path) {
            absent.rows.push(format!("{} {}", attribute::written(path), entry.name));
        }
    }
    (!absent.names.is_empty()).then_some(absent)
}

/// What a search lists, at whatever level.
struct Listed {
    all: HashSet<Vec<Tag>>,
    matched: HashSet<Vec<Tag>>,
}

impl Listed {
    /// Whether an attribute is matched; a sequence is where something in it is.
    fn is_matched(&self, path: &[Tag]) -> bool {
        self.matched.contains(path)
            || self.matched.iter().any(|other| other.len() > path.len() && other.starts_with(path))
    }
}

fn listed(search: &Transaction) -> Listed {
    let mut listed = Listed { all: HashSet::new(), matched: HashSet::new() };
    for key in search.keys.groups().values().flat_map(|keys| keys.iter()).filter(|key| !key.is_standard()) {
        let path = Survey::meaning_of_attribute(&key.attribute).path;
        let is_unmatched = |matching: &Matching| *matching == Matching::None;
        let is_matched = key.matching.is_empty() || !key.matching.iter().all(is_unmatched);
        for path in named_otherwise(&key.attribute, &path).into_iter().chain([path]) {
            if is_matched {
                listed.matched.insert(path.clone());
            }
            listed.all.insert(path);
        }
    }
    // Attributes may also be written as the parameters that they are.
    for parameter in search.query_parameters.iter().filter(|parameter| is_claim(parameter.support)) {
        let name = parameter.name.as_deref().unwrap_or_default();
        let path: Option<Vec<Tag>> =
            name.split('.').map(|step| attribute::resolve(step).map(|found| found.attribute.tag)).collect();
        listed.matched.extend(path.clone());
        listed.all.extend(path);
    }
    listed
}

/// The path that is meant by the name of an attribute, where the tag beside it is another one; that has been said.
fn named_otherwise(written: &Attribute, path: &[Tag]) -> Option<Vec<Tag>> {
    let (last, sequences) = path.split_last()?;
    let named = written.name.as_deref().and_then(attribute::resolve)?.attribute.tag;
    (written.tag.is_some() && named != *last).then(|| [sequences, &[named]].concat())
}

/// The attributes that the author lists at a level.
fn group<'s>(search: &'s Transaction, level: &str) -> Option<(&'s str, &'s [Key])> {
    let is = |name: &str| {
        let name = name.trim().to_ascii_lowercase();
        let name = name.strip_suffix("level").map_or(name.as_str(), str::trim);
        name.eq_ignore_ascii_case(level) || (level == "Instance" && name == "image")
    };
    let found = search.keys.groups().iter().find(|(name, _)| is(name));
    found.map(|(name, keys)| (name.as_str(), &**keys))
}

/// Whether the resources of a search find things of a level; where there are none, whether it has attributes of it.
fn covers(search: &Transaction, level: &str) -> bool {
    if search.resources.is_empty() {
        return group(search, level).is_some();
    }
    search.resources.iter().filter(|resource| is_claim(resource.support)).any(|resource| {
        let path = resource.path.as_deref().unwrap_or_default();
        matches!(web_resource::by_text("Search", path), Meant::Known(known) if known.content == level)
    })
}
