//! What the standard says of keys, and the rows for which the word `standard` stands.

use std::collections::HashSet;

use crate::model::{Key, Keys, Matching, Named, OneOrMany};
use crate::render::view::place::Place;
use crate::render::view::scope::Scope;
use crate::standard::attribute::Tag;
use crate::standard::query_keys::{self, Level};
use crate::standard::sop_class::{InformationModel, SopClass};
use crate::standard::web_transaction;
use crate::standard::worklist_keys::{self, MODULES};

/// A row before its cells are filled.
pub(super) enum Line<'m> {
    /// A key of the author.
    Written(&'m Key, Place),
    /// A key for which the word `standard` stands.
    Standard(Place),
}

impl Line<'_> {
    pub(super) const fn place(&self) -> &Place {
        match self {
            Self::Written(_, place) | Self::Standard(place) => place,
        }
    }
}

/// What the standard says of a key.
#[derive(Default)]
pub(super) struct Facts {
    pub(super) key_type: String,
    pub(super) return_type: String,
    /// How a provider matches it.
    pub(super) matching: Vec<Matching>,
}

/// The information model that keys belong to, seen from one side.
pub(super) struct Model {
    kind: Option<InformationModel>,
    is_retrieve: bool,
    is_provider: bool,
    /// Whether the keys are those of a search of the Studies Service.
    is_search: bool,
}

impl Model {
    pub(super) fn of(class: Option<&SopClass>, is_provider: bool) -> Self {
        Self {
            kind: class.and_then(SopClass::information_model),
            is_retrieve: class.is_some_and(SopClass::is_retrieve),
            is_provider,
            is_search: false,
        }
    }

    /// The model of a search over the web: of studies, or of something else.
    pub(super) const fn of_search(is_search: bool, is_provider: bool) -> Self {
        Self { kind: None, is_retrieve: false, is_provider, is_search }
    }

    pub(super) fn is_worklist(&self) -> bool {
        self.kind == Some(InformationModel::ModalityWorklist)
    }

    /// The levels or modules with their rows, `standard` replaced by what it stands for.
    pub(super) fn groups<'m>(&self, scope: &Scope<'_>, keys: &'m Keys) -> Vec<(String, Vec<Line<'m>>)> {
        if keys.is_standard {
            let titles = self.titles().into_iter();
            let groups = titles.map(|title| (title.to_owned(), self.standard_lines(title)));
            return groups.filter(|(_, lines)| !lines.is_empty()).collect();
        }
        self.written(scope, keys.groups())
    }

    /// The same for keys by level or module.
    pub(super) fn written<'m>(
        &self,
        scope: &Scope<'_>,
        groups: &'m Named<OneOrMany<Key>>,
    ) -> Vec<(String, Vec<Line<'m>>)> {
        let groups = groups.iter().map(|(title, keys)| {
            let mut lines: Vec<Line<'m>> = Vec::with_capacity(keys.len());
            let mut of_standard: HashSet<Vec<Tag>> = HashSet::new();
            for key in keys {
                if key.is_standard() {
                    let standard = self.standard_lines(title);
                    of_standard.extend(standard.iter().map(|line| line.place().path.clone()));
                    lines.extend(standard);
                } else {
                    put(&mut lines, &mut of_standard, key, Place::of(scope, &key.attribute));
                }
            }
            (title.clone(), lines)
        });
        groups.collect()
    }

    fn titles(&self) -> Vec<&'static str> {
        if self.is_worklist() {
            return MODULES.to_vec();
        }
        if self.is_search {
            return web_transaction::SEARCH_LEVELS.to_vec();
        }
        let levels = self.kind.map(query_keys::levels).unwrap_or_default();
        let title = |level: &Level| match level {
            Level::Patient => "Patient",
            Level::Study => "Study",
            Level::Series => "Series",
            Level::Image => "Image",
        };
        levels.iter().map(title).collect()
    }

    fn standard_lines<'m>(&self, title: &str) -> Vec<Line<'m>> {
        let paths: Vec<&[Tag]> = match (self.kind, Level::by_name(title)) {
            (Some(InformationModel::ModalityWorklist), _) => {
                worklist_keys::supported_keys(title).map(|key| key.path.as_slice()).collect()
            }
            (Some(model), Some(level)) => {
                let keys = query_keys::mandatory_keys(model, level);
                let unique = query_keys::unique_key(level);
                keys.map(|key| key.path.as_slice())
                    .filter(|path| !self.is_retrieve || *path == [unique])
                    .collect()
            }
            _ if self.is_search => web_transaction::search_keys(title).to_vec(),
            _ => Vec::new(),
        };
        paths.into_iter().filter_map(Place::registered).map(Line::Standard).collect()
    }

    /// What the standard says of a key at a level or in a module.
    pub(super) fn facts(&self, title: &str, place: &Place) -> Facts {
        if self.is_worklist() {
            return if self.is_provider { worklist_facts(place) } else { Facts::default() };
        }
        let can_match = self.is_provider && !self.is_retrieve;
        let matching = if can_match { query_keys::matching_types(&place.vr) } else { &[] };
        // Every key is matched universally; that goes without saying.
        let matching = matching.iter().copied().filter_map(matching_of);
        let matching: Vec<_> = matching.filter(|one| *one != Matching::Universal).collect();
        if self.is_search && web_transaction::search_keys(title).contains(&place.path.as_slice()) {
            return Facts { matching, ..Facts::default() };
        }
        let known = self.kind.zip(Level::by_name(title));
        let known = known.and_then(|(model, level)| query_keys::by_path(model, level, &place.path));
        let Some(known) = known else { return Facts::default() };
        Facts { key_type: known.key_type.as_str().to_owned(), return_type: String::new(), matching }
    }
}

fn worklist_facts(place: &Place) -> Facts {
    let Some(known) = worklist_keys::by_path(&place.path) else { return Facts::default() };
    let matching = worklist_keys::required_matching(&place.path);
    Facts {
        key_type: known.matching.as_str().to_owned(),
        return_type: known.returned.as_str().to_owned(),
        matching: matching.iter().copied().filter_map(matching_of).collect(),
    }
}

/// Puts a key of the author in the place of the standard's row of the same attribute, else behind those of the standard
/// in the same sequence, else at the end.
fn put<'m>(lines: &mut Vec<Line<'m>>, of_standard: &mut HashSet<Vec<Tag>>, key: &'m Key, place: Place) {
    if of_standard.remove(&place.path)
        && let Some(line) = lines.iter_mut().find(|line| line.place().path == place.path)
    {
        *line = Line::Written(key, place);
        return;
    }
    let parent = &place.path[..place.path.len().saturating_sub(1)];
    let is_beside = |line: &Line<'_>| line.place().path.starts_with(parent);
    let last = of_standard.contains(parent).then(|| lines.iter().rposition(is_beside)).flatten();
    let at = last.map_or(lines.len(), |last| last + 1);
    lines.insert(at, Line::Written(key, place));
}

fn matching_of(word: &str) -> Option<Matching> {
    const ALL: [Matching; 6] = [
        Matching::SingleValue,
        Matching::ListOfUid,
        Matching::Universal,
        Matching::Wildcard,
        Matching::Range,
        Matching::Sequence,
    ];
    ALL.into_iter().find(|matching| matching.as_str() == word)
}
