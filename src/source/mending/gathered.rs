//! `Gathered`: what several edits add to one place. Adding costs what is added, however much is there already.

use std::collections::HashSet;

use indexmap::IndexMap;

use super::fresh::Fresh;

/// A value that grows.
#[derive(Debug, Clone)]
pub(super) enum Gathered {
    /// What one edit adds.
    One(Fresh),
    /// Elements that several edits add to a list, and the same ones to be found by.
    List { elements: Vec<Fresh>, known: HashSet<Fresh> },
    /// Entries that several edits add to a mapping.
    Mapping(IndexMap<String, Gathered>),
}

impl Gathered {
    /// Whether another value can be added to the same place.
    pub(super) fn goes_with(&self, other: &Fresh) -> bool {
        match (self, other) {
            (Self::One(own), _) => own.goes_with(other),
            (Self::List { .. }, Fresh::List(_)) => true,
            (Self::Mapping(own), Fresh::Mapping(entries)) => {
                entries.iter().all(|(key, value)| own.get(key).is_none_or(|own| own.goes_with(value)))
            }
            _ => false,
        }
    }

    /// Adds another value, or takes it instead where the two do not go together.
    pub(super) fn take(&mut self, other: Fresh) {
        if !self.goes_with(&other) {
            *self = Self::One(other);
            return;
        }
        self.open();
        match (self, other) {
            (Self::List { elements, known }, Fresh::List(others)) => {
                let new: Vec<Fresh> = others.into_iter().filter(|element| !known.contains(element)).collect();
                known.extend(new.iter().cloned());
                elements.extend(new);
            }
            (Self::Mapping(own), Fresh::Mapping(entries)) => {
                for (key, value) in entries {
                    match own.get_mut(&key) {
                        Some(own) => own.take(value),
                        None => _ = own.insert(key, Self::One(value)),
                    }
                }
            }
            // Two texts that go together are the same.
            _ => {}
        }
    }

    /// Makes a list or a mapping of one edit ready for those of others.
    fn open(&mut self) {
        *self = match std::mem::replace(self, Self::One(Fresh::List(Vec::new()))) {
            Self::One(Fresh::List(elements)) => {
                Self::List { known: elements.iter().cloned().collect(), elements }
            }
            Self::One(Fresh::Mapping(entries)) => {
                Self::Mapping(entries.into_iter().map(|(key, value)| (key, Self::One(value))).collect())
            }
            other => other,
        };
    }

    /// All of it as one value.
    pub(super) fn value(&self) -> Fresh {
        match self {
            Self::One(value) => value.clone(),
            Self::List { elements, .. } => Fresh::List(elements.clone()),
            Self::Mapping(entries) => {
                Fresh::Mapping(entries.iter().map(|(key, value)| (key.clone(), value.value())).collect())
            }
        }
    }
}
