//! Character sets: what both can read, and what becomes of text outside of it (PS3.3 C.12.1.1.2).

use super::{BOTH, Gathering, Note, View, route, row, statement};
use crate::compare::together::Topic;
use crate::compare::together::wording::listed;
use crate::model::{Statement, Support};
use crate::pairing::{Side, Verdict};
use crate::standard::character_set;
use crate::standard::spelling::folded;

/// A set of a statement: how it is called, and what can be written with it.
struct Set {
    name: String,
    repertoire: String,
    is_default: bool,
}

fn sets(statement: &Statement) -> Vec<Set> {
    let mut sets: Vec<Set> = Vec::new();
    let supported = statement.character_sets.supported.iter();
    for written in supported.filter(|set| set.support.is_none_or(Support::is_claim)) {
        let name = written.name.as_deref().unwrap_or_default().trim();
        let set = match character_set::by_name(name) {
            Some(known) => Set {
                name: known.term.to_owned(),
                repertoire: known.repertoire.to_owned(),
                is_default: known.is_default_repertoire(),
            },
            None => Set { name: name.to_owned(), repertoire: folded(name), is_default: false },
        };
        if !sets.iter().any(|other| other.repertoire == set.repertoire) {
            sets.push(set);
        }
    }
    sets
}

pub(super) fn topic(view: &View<'_>) -> Option<Topic> {
    let sets = BOTH.map(|side| sets(statement(view, side)));
    let names = |sets: &[Set]| sets.iter().map(|set| set.name.clone()).collect::<Vec<_>>();
    let said = [0, 1].map(|side| row(&names(&sets[side])));
    let mut topic = Gathering::of(view, "Character sets", said)?;
    let supported = route(&["character_sets", "supported"]);
    topic.note_silence("the character sets that it supports", "PS3.2, section A.7", &supported);
    let are_both_said = topic.said.iter().all(Option::is_some);
    for side in BOTH.into_iter().filter(|_| are_both_said) {
        of_side(&mut topic, side, &sets);
    }
    Some(topic.topic())
}

/// What one side knows and the other one does not.
fn of_side(topic: &mut Gathering<'_, '_>, side: Side, sets: &[Vec<Set>; 2]) {
    let (ours, theirs) = (&sets[side as usize], &sets[side.opposite() as usize]);
    let is_known = |set: &&Set| theirs.iter().any(|other| other.repertoire == set.repertoire);
    // The default repertoire is part of every set.
    let beyond = || ours.iter().filter(|set| !set.is_default);
    let only: Vec<_> = beyond().filter(|set| !is_known(set)).map(|set| set.name.as_str()).collect();
    if only.is_empty() {
        return;
    }
    let (name, other) = (topic.view.name(side), topic.view.name(side.opposite()));
    let common = beyond().filter(is_known).map(|set| set.name.as_str()).collect::<Vec<_>>();
    let remedy = if common.is_empty() {
        format!("only letters without accents are safe between the two, unless {other} learns more")
    } else {
        format!("have {name} send to {other} in a common set: {}", listed(common.into_iter()))
    };
    let note = Note {
        cause: "text-outside",
        verdict: Verdict::WorksWithLimits,
        message: format!(
            "{name} supports {}, of which {other} does not speak: text in such a set may not be read there",
            listed(only.into_iter())
        ),
        remedy,
        reference: "PS3.3, section C.12.1.1.2",
    };
    let supported = route(&["character_sets", "supported"]);
    topic.note(note, vec![(side, supported.clone()), (side.opposite(), supported)]);
    let unsupported = topic.statement(side.opposite()).character_sets.unsupported.as_ref();
    topic.quote(side.opposite(), unsupported, route(&["character_sets", "unsupported"]));
}
