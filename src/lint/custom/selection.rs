//! `Selection`: what a custom rule looks at.

use std::ops::Range;

use cel::common::types::CelList;
use cel::common::value::Val;

use super::value::Mapping;
use crate::route::Route;

/// A route with `*` for every key and `[*]` for every element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Selection(Vec<Hop>);

/// One step of a selection.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Hop {
    Key(String),
    EveryKey,
    Index(usize),
    EveryElement,
}

/// Why a text is no selection: the part that is wrong, and what is wrong with it.
pub(super) type Fault = (Range<usize>, String);

impl Selection {
    /// The document itself.
    pub(super) const fn whole() -> Self {
        Self(Vec::new())
    }

    /// Reads a selection such as `application_entities.*.activities.*.accepts[*]`.
    pub(super) fn parse(text: &str) -> Result<Self, Fault> {
        let mut hops = Vec::new();
        let mut at = 0;
        while at < text.len() || hops.is_empty() {
            let (hop, end) = if text[at..].starts_with('[') {
                in_brackets(text, at)?
            } else {
                let dot = usize::from(!hops.is_empty());
                if dot == 1 && !text[at..].starts_with('.') {
                    return Err((letter(text, at), "a dot or a bracket belongs here".to_owned()));
                }
                key(text, at + dot)?
            };
            hops.push(hop);
            at = end;
        }
        Ok(Self(hops))
    }

    /// The key at the top of the document, where it is a certain one.
    pub(super) fn top_key(&self) -> Option<&str> {
        match self.0.first()? {
            Hop::Key(key) => Some(key),
            _ => None,
        }
    }

    /// The values of a document that are meant, with their routes.
    pub(super) fn of<'d>(&self, document: &'d dyn Val) -> Vec<(Route, &'d dyn Val)> {
        let mut found = vec![(Route::root(), document)];
        for hop in &self.0 {
            found = found.into_iter().flat_map(|(route, value)| hop.from(&route, value)).collect();
        }
        found
    }
}

impl Hop {
    fn from<'d>(&self, route: &Route, value: &'d dyn Val) -> Vec<(Route, &'d dyn Val)> {
        let (mapping, list) = (value.downcast_ref::<Mapping>(), value.downcast_ref::<CelList<'_>>());
        match (self, mapping, list) {
            (Self::Key(key), Some(mapping), _) => {
                mapping.value(key).map(|value| (route.clone().key(key), value)).into_iter().collect()
            }
            (Self::EveryKey, Some(mapping), _) => {
                mapping.entries().map(|(key, value)| (route.clone().key(key), value)).collect()
            }
            (Self::Index(index), _, Some(list)) => list
                .inner()
                .get(*index)
                .map(|value| (route.clone().index(*index), &**value))
                .into_iter()
                .collect(),
            (Self::EveryElement, _, Some(list)) => {
                let elements = list.inner().iter().enumerate();
                elements.map(|(index, value)| (route.clone().index(index), &**value)).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// `[*]` or `[0]`, and where it ends.
fn in_brackets(text: &str, at: usize) -> Result<(Hop, usize), Fault> {
    let rest = &text[at + 1..];
    let Some(length) = rest.find(']') else {
        return Err((at..text.len(), "a bracket is not closed".to_owned()));
    };
    let (inner, end) = (&rest[..length], at + 1 + length + 1);
    match inner.parse() {
        _ if inner == "*" => Ok((Hop::EveryElement, end)),
        Ok(index) => Ok((Hop::Index(index), end)),
        Err(_) => Err((at..end, "only `*` or the position of an element belongs into brackets".to_owned())),
    }
}

/// `*`, a key or a key in quotes, and where it ends.
fn key(text: &str, at: usize) -> Result<(Hop, usize), Fault> {
    let rest = &text[at..];
    if rest.starts_with('*') {
        return Ok((Hop::EveryKey, at + 1));
    }
    if let Some(quoted) = rest.strip_prefix('"') {
        return match quoted.find('"') {
            Some(length) => Ok((Hop::Key(quoted[..length].to_owned()), at + length + 2)),
            None => Err((at..text.len(), "a quoted key does not end".to_owned())),
        };
    }
    let is_plain = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '-';
    let length = rest.find(|letter| !is_plain(letter)).unwrap_or(rest.len());
    if length == 0 {
        return Err((letter(text, at), "a key or `*` belongs here".to_owned()));
    }
    Ok((Hop::Key(rest[..length].to_owned()), at + length))
}

/// The letter at a byte; the last one where the text has ended.
fn letter(text: &str, at: usize) -> Range<usize> {
    match text[at..].chars().next() {
        Some(letter) => at..at + letter.len_utf8(),
        None => text.char_indices().next_back().map_or(0, |(start, _)| start)..text.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selections_are_read() {
        let read = |text: &str| Selection::parse(text).map(|selection| selection.0);
        let key = |key: &str| Hop::Key(key.to_owned());
        assert_eq!(
            read(r#"a.*."b c"[*][0].d"#),
            Ok(vec![key("a"), Hop::EveryKey, key("b c"), Hop::EveryElement, Hop::Index(0), key("d")])
        );
        assert_eq!(read("[*]"), Ok(vec![Hop::EveryElement]));
    }

    #[test]
    fn what_is_wrong_is_named_at_its_place() {
        for (text, range) in [
            ("", 0..0),
            ("a.", 1..2),
            ("a..b", 2..3),
            ("a*", 1..2),
            ("a b", 1..2),
            ("a[*", 1..3),
            ("a[x]", 1..4),
            (".a", 0..1),
            ("a.\"b", 2..4),
            ("ä.é[", 5..6),
            ("é.ü!", 5..6),
        ] {
            assert_eq!(Selection::parse(text).map_err(|(range, _)| range), Err(range), "{text}");
        }
    }
}
