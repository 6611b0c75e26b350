//! The character sets that a statement says it supports, as they are written.

use std::ops::Range;

use crate::model::{CharacterSet, Statement, Support};
use crate::route::Route;
use crate::standard::character_set;

/// A term where it is written.
#[derive(Debug)]
pub(super) struct WrittenTerm<'s> {
    /// What is written, without blank space around it.
    pub(super) text: &'s str,
    /// The text that holds it.
    pub(super) whole: &'s str,
    /// Where it stands in that text.
    pub(super) part: Range<usize>,
    /// Where the text stands.
    pub(super) route: Route,
}

impl WrittenTerm<'_> {
    /// Whether the standard knows what is meant, as the author's readers do: by its defined term, or by its description.
    pub(super) fn is_known(&self) -> bool {
        character_set::by_term(self.text).is_some() || character_set::by_description(self.text).is_some()
    }
}

/// Values of Specific Character Set: the terms of each, one for most. A backslash stands between terms, as in the
/// attribute itself; the first of several may be empty.
pub(super) fn values(statement: &Statement) -> Vec<Vec<WrittenTerm<'_>>> {
    let sets = &statement.character_sets;
    let at = || Route::root().key("character_sets");
    let supported = sets.supported.iter().enumerate().filter_map(|(index, set)| {
        let name = set.name.as_deref()?;
        Some(terms(name, &at().key("supported").index(index).key("name")))
    });
    let combinations = sets.combinations.iter().enumerate().map(|(number, combination)| {
        let route = |index| at().key("combinations").index(number).index(index);
        let written = combination.iter().enumerate();
        written.flat_map(|(index, text)| terms(text, &route(index))).collect()
    });
    supported.chain(combinations).collect()
}

/// The terms of a text.
fn terms<'s>(whole: &'s str, route: &Route) -> Vec<WrittenTerm<'s>> {
    let mut start = 0;
    let mut found = Vec::new();
    for piece in whole.split('\\') {
        let text = piece.trim();
        let from = start + piece.len() - piece.trim_start().len();
        found.push(WrittenTerm { text, whole, part: from..from + text.len(), route: route.clone() });
        start += piece.len() + 1;
    }
    found
}

/// The sets that are claimed to be supported and that the default repertoire is not.
pub(super) fn extended(statement: &Statement) -> impl Iterator<Item = &CharacterSet> {
    statement.character_sets.supported.iter().filter(|set| {
        let is_default = |name: &str| {
            character_set::by_name(name).is_some_and(character_set::CharacterSet::is_default_repertoire)
        };
        let is_claimed = set.support.is_none_or(Support::is_claim);
        is_claimed && set.name.as_deref().is_some_and(|name| !name.trim().is_empty() && !is_default(name))
    })
}
