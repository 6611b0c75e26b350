//! What rows say → edits, in the short form where there is one.

use super::rows::Said;
use crate::finding::{Change, DocumentId, Edit, Place, Written};
use crate::notation;
use crate::route::Route;

/// The keys and texts that cells say.
pub(super) fn pairs(said: &[Said]) -> Vec<(String, String)> {
    said.iter().map(|said| (said.key.to_owned(), said.text.clone())).collect()
}

/// Adds an entry.
pub(super) fn insert(document: DocumentId, route: Route, name: &str, pairs: Vec<(String, String)>) -> Edit {
    let change = Change::Insert(name.to_owned(), Written::Mapping(pairs));
    Edit { place: Place::value(document, route), change, is_unsafe: false }
}

/// Gives a key a value, whether it has one or not.
pub(super) fn set(document: DocumentId, holder: &Route, said: &Said, is_written: bool) -> Edit {
    let text = said.text.clone();
    let (route, change) = if is_written {
        (holder.clone().key(said.key), Change::Replace(text))
    } else {
        (holder.clone(), Change::Insert(said.key.to_owned(), Written::Text(text)))
    };
    Edit { place: Place::value(document, route), change, is_unsafe: false }
}

/// Adds a link.
pub(super) fn append_link(document: DocumentId, links: Route, said: &[Said]) -> Edit {
    let written = short_link(said).unwrap_or_else(|| Written::Mapping(pairs(said)));
    Edit { place: Place::value(document, links), change: Change::Append(written), is_unsafe: false }
}

/// A link as one line, and its description behind it; nothing if the line cannot say all of it.
fn short_link(said: &[Said]) -> Option<Written> {
    let text = |key: &str| said.iter().find(|said| said.key == key).map(|said| said.text.as_str());
    let is_sayable =
        |said: &Said| matches!(said.key, "source" | "target" | "direction" | "status" | "description");
    if !said.iter().all(is_sayable) {
        return None;
    }
    let (source, target, direction) = (text("source")?, text("target")?, text("direction")?);
    let status = text("status").map(|status| format!(" {status}")).unwrap_or_default();
    let line = format!("{source} -> {target} {}{status}", direction.to_lowercase());
    let read = notation::Link::parse(&line).ok()?;
    let is_same = read.source.value.to_string() == source
        && read.target.value.to_string() == target
        && read.direction.value == direction
        && read.status.map(|part| part.value).as_deref() == text("status");
    is_same.then(|| match text("description") {
        Some(description) => Written::Mapping(vec![(line, description.to_owned())]),
        None => Written::Text(line),
    })
}
