//! `Fresh`: a value that an edit adds, and how it is written.

use super::spelling::{Spot, spelt};
use crate::finding::Written;

/// Characters of a line, at most, as far as it can be broken.
const WIDEST: usize = 100;

/// A value that is added.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
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

    /// An entry of a mapping on lines of its own; a value that is long, or a list of more than texts, has a line for each part.
    pub(super) fn entry(&self, key: &str, indentation: &str) -> Vec<String> {
        let key = spelt(key, Spot::BLOCK.key(), None);
        let line = format!("{indentation}{key}: {}", self.inline(Spot::BLOCK));
        let is_list_of_more = matches!(self, Self::List(_)) && self.holds_more_than_texts();
        if line.chars().count() <= WIDEST && !is_list_of_more {
            return vec![line];
        }
        match self.lines(&format!("{indentation}  ")) {
            Some(lines) => std::iter::once(format!("{indentation}{key}:")).chain(lines).collect(),
            None => vec![line],
        }
    }

    /// A line for each part, or more; nothing for a text.
    pub(super) fn lines(&self, indentation: &str) -> Option<Vec<String>> {
        match self {
            Self::Text(_) => None,
            Self::List(elements) => {
                Some(elements.iter().map(|element| format!("{indentation}- {}", element.element())).collect())
            }
            Self::Mapping(entries) => {
                Some(entries.iter().flat_map(|(key, value)| value.entry(key, indentation)).collect())
            }
        }
    }

    /// Whether it reads better on lines of its own than between brackets.
    pub(super) fn is_worth_lines(&self) -> bool {
        self.holds_more_than_texts() || self.inline(Spot::BLOCK).chars().count() > WIDEST
    }

    fn holds_more_than_texts(&self) -> bool {
        let is_text = |value: &Self| matches!(value, Self::Text(_));
        match self {
            Self::Text(_) => false,
            Self::List(elements) => !elements.iter().all(is_text),
            Self::Mapping(entries) => !entries.iter().all(|(_, value)| is_text(value)),
        }
    }

    /// Whether another value can be added to the same place: lists and mappings grow, a text is there once.
    pub(super) fn goes_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::List(_), Self::List(_)) => true,
            (Self::Mapping(own), Self::Mapping(entries)) => entries.iter().all(|(key, value)| {
                own.iter().find(|(known, _)| known == key).is_none_or(|(_, own)| own.goes_with(value))
            }),
            _ => self == other,
        }
    }
}

fn pair((key, value): &(String, Fresh), spot: Spot) -> String {
    format!("{}: {}", spelt(key, spot.key(), None), value.inline(spot))
}
