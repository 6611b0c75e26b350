//! Symbolic places → bytes of a file.

use std::ops::Range;

use super::Sources;
use super::tree::{NodeId, Tree};
use crate::finding::{Aspect, FileId, Place};
use crate::route::{Route, Step};

/// A stretch of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The file.
    pub file: FileId,
    /// The bytes, in the text of the file: a byte order mark is not counted.
    pub range: Range<usize>,
}

impl Sources {
    /// Where a place is. A route that leads to something that is not written leads to what would hold it.
    pub fn locate(&self, place: &Place) -> Option<Location> {
        match place {
            Place::Bytes { file, start, end } => Some(Location { file: *file, range: *start..*end }),
            Place::Symbolic { document, route, aspect } => {
                let origin = self.documents.get(document.0)?;
                let whole = origin.text.as_deref();
                let text = whole.or_else(|| Some(self.files.file(origin.main)?.text()))?;
                let (file, range) = origin.layout.located(&range_of(&origin.tree, text, route, aspect)?)?;
                Some(Location { file, range })
            }
        }
    }
}

/// The bytes that a route leads to, relative to the text that was parsed.
fn range_of(tree: &Tree, source: &str, route: &Route, aspect: &Aspect) -> Option<Range<usize>> {
    let mut found = Found { key: None, value: tree.root?, is_exact: true };
    for step in route.steps() {
        let Some(next) = descend(tree, source, found.value, step) else {
            found.is_exact = false;
            break;
        };
        found = next;
    }
    let span = match (aspect, found.key) {
        (Aspect::Key, Some(key)) => tree.span(key),
        (Aspect::Within(part), _) if found.is_exact => {
            tree.part_span(source, found.value, &(part.start..part.end))
        }
        (Aspect::Value | Aspect::Within(_), Some(key))
            if !found.is_exact || is_collection(tree, found.value) =>
        {
            tree.span(key)
        }
        (Aspect::Key, None) | (Aspect::Value | Aspect::Within(_), _) => tree.span(found.value),
    };
    Some(span.range())
}

struct Found {
    key: Option<NodeId>,
    value: NodeId,
    is_exact: bool,
}

fn is_collection(tree: &Tree, node: NodeId) -> bool {
    !tree.entries(node).is_empty() || !tree.elements(node).is_empty()
}

fn descend(tree: &Tree, source: &str, node: NodeId, step: &Step) -> Option<Found> {
    match step {
        Step::Index(index) => {
            let elements = tree.elements(node);
            if elements.is_empty() {
                // A single value that stands for a list of one.
                return (*index == 0).then_some(Found { key: None, value: node, is_exact: true });
            }
            elements.get(*index).map(|element| Found { key: None, value: *element, is_exact: true })
        }
        Step::Key(key) => {
            let written = tree.long_form(node).unwrap_or(node);
            entry(tree, source, written, key, 0)
        }
    }
}

/// The entry of a mapping, merged mappings included.
fn entry(tree: &Tree, source: &str, node: NodeId, key: &str, depth: usize) -> Option<Found> {
    const DEEPEST_MERGE: usize = 32;
    if let Some(entry) = tree.entry(source, node, key) {
        let key = Some(entry.key).filter(|key| tree.is_written(*key));
        return Some(Found { key, value: entry.value, is_exact: true });
    }
    if depth == DEEPEST_MERGE || tree.entry(source, node, "<<").is_none() {
        return None;
    }
    let merged = tree.entries(node).iter().filter(|entry| tree.text(source, entry.key) == Some("<<"));
    merged
        .flat_map(|merge| {
            let several = tree.elements(merge.value);
            if several.is_empty() { vec![merge.value] } else { several.to_vec() }
        })
        .find_map(|source_mapping| entry(tree, source, source_mapping, key, depth + 1))
}
