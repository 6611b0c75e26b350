//! Edits that several rules offer.

use super::findings::Wording;
use super::listed_keys::Absent;
use crate::finding::Written;
use crate::model::survey::{ContextUse, ItemId, Survey};
use crate::route::Route;

/// Takes an item out of the list that it stands in, unless nothing would be left of it.
pub(super) fn take_out<'f>(survey: &Survey<'_>, id: ItemId, wording: Wording<'f>) -> Wording<'f> {
    let trail = survey.item(id).trail;
    let list = survey.parent(trail);
    let others = survey.items.iter().filter(|item| item.trail != trail && survey.parent(item.trail) == list);
    if others.count() == 0 { wording } else { wording.remove(survey.route(trail)) }
}

/// Adds an extended negotiation to a context, which its product has to support.
pub(super) fn negotiate<'f>(
    survey: &Survey<'_>,
    context: &ContextUse<'_>,
    negotiation: &str,
    wording: Wording<'f>,
) -> Wording<'f> {
    const KEY: &str = "extended_negotiation";
    let said = &context.context.extended_negotiation;
    let is_nothing =
        |text: &String| matches!(text.trim().to_lowercase().as_str(), "" | "-" | "no" | "none" | "n/a");
    let (route, text) = (survey.route(context.trail), Written::Text(negotiation.to_owned()));
    let wording = match said.len() {
        0 => wording.insert(route, KEY, text),
        1 if said.iter().all(is_nothing) => wording.edit(route.key(KEY).index(0), negotiation),
        _ => wording.append(route.key(KEY), text),
    };
    wording.unsafely()
}

/// Adds rows to a list of keys, which its product has to support.
pub(super) fn list_keys<'f>(list: &Route, absent: &[Absent], wording: Wording<'f>) -> Wording<'f> {
    let row = |key: &Absent| match key.row.rsplit_once(": ") {
        Some((name, key_type)) => Written::Mapping(vec![(name.to_owned(), key_type.to_owned())]),
        None => Written::Text(key.row.clone()),
    };
    absent.iter().fold(wording, |wording, key| wording.append(list.clone(), row(key))).unsafely()
}
