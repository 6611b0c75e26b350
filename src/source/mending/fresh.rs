//! `Fresh`: a value that an edit adds, and how it is written.

use super::spelling::{Spot, spelt};
use crate::finding::Written;

/// A value that is added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fresh {
    Text(String),
    List(Vec<Fresh>),
    Mapping(Vec<(String, Fresh)>),
}

impl From<&Written> for Fresh {
    fn from(written: &Written) -> Self {
        match written {
            Written::Text(text) => Self::Text(text.clone()),
            Written::List(texts) => Self::List(texts.iter().cloned().map(Self::Text).collect()),
            Written::Mapping(pairs) => {
                let entry = |(key, value): &(String, String)| (key.clone(), Self::Text(value.clone()));
                Self::Mapping(pairs.iter().map(entry).collect())
            }
        }
    }
}

impl Fresh {
    /// The value in brackets, or a text as its place needs it.
    pub(super) fn inline(&self, spot: Spot) -> String {
        match self {
            Self::Text(text) => spelt(text, spot, None),
            Self::List(elements) => {
                let elements: Vec<_> = elements.iter().map(|element| element.inline(Spot::FLOW)).collect();
                format!("[{}]", elements.join(", "))
            }
            Self::Mapping(entries) => {
                let entries: Vec<_> = entries.iter().map(|entry| pair(entry, Spot::FLOW)).collect();
                format!("{{{}}}", entries.join(", "))
            }
        }
    }

    /// The value behind the dash of a list on lines of its own: a short form with its value needs no braces.
    pub(super) fn element(&self) -> String {
        match self {
            Self::Mapping(entries) => match entries.as_slice() {
                [entry @ (_, Self::Text(_))] => pair(entry, Spot::BLOCK),
                _ => self.inline(Spot::BLOCK),
            },
            _ => self.inline(Spot::BLOCK),
        }
    }

    /// An entry of a mapping on lines of its own; a list that is long has a line for each element.
    pub(super) fn entry(&self, key: &str, indentation: &str) -> Vec<String> {
        const WIDEST: usize = 100;
        let key = spelt(key, Spot::BLOCK.key(), None);
        let line = format!("{indentation}{key}: {}", self.inline(Spot::BLOCK));
        match self {
            Self::List(elements) if line.chars().count() > WIDEST => {
                let elements =
                    elements.iter().map(|element| format!("{indentation}  - {}", element.element()));
                std::iter::once(format!("{indentation}{key}:")).chain(elements).collect()
            }
            Self::Mapping(entries) if line.chars().count() > WIDEST => {
                let indented = format!("{indentation}  ");
                let entries = entries.iter().flat_map(|(key, value)| value.entry(key, &indented));
                std::iter::once(format!("{indentation}{key}:")).chain(entries).collect()
            }
            _ => vec![line],
        }
    }

    /// Takes over what another value adds to the same place; `None` if the two do not go together.
    pub(super) fn merged(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            _ if self == other => Some(self.clone()),
            (Self::List(one), Self::List(two)) => {
                let new = two.iter().filter(|element| !one.contains(element));
                Some(Self::List(one.iter().chain(new).cloned().collect()))
            }
            (Self::Mapping(one), Self::Mapping(two)) => {
                let mut entries = one.clone();
                for (key, value) in two {
                    match entries.iter_mut().find(|(known, _)| known == key) {
                        Some((_, known)) => *known = known.merged(value)?,
                        None => entries.push((key.clone(), value.clone())),
                    }
                }
                Some(Self::Mapping(entries))
            }
            _ => None,
        }
    }
}

fn pair((key, value): &(String, Fresh), spot: Spot) -> String {
    format!("{}: {}", spelt(key, spot.key(), None), value.inline(spot))
}
