//! Entries that stand twice in a list in which order and number mean nothing.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use super::rule::StatementSubject;
use crate::model::survey::{Initiation, ItemUse, KeyUse, Meaning, Survey};
use crate::model::{AttributeUse, PresentationContext, Response, Statement, StatusCodes, TagPath};
use crate::route::Route;

/// An entry that stands twice.
#[derive(Debug)]
pub(crate) struct Repetition {
    /// What it is, as its author wrote it.
    pub(crate) label: String,
    /// Where it stands first.
    pub(crate) first: Route,
    /// Where it stands again.
    pub(crate) second: Route,
}

/// Everything that stands twice in a statement.
pub(crate) fn repetitions(subject: &StatementSubject<'_>) -> Vec<Repetition> {
    let mut found = Vec::new();
    let survey = &subject.survey;
    items(survey, &mut found);
    contexts(survey, &mut found);
    keys(survey, &mut found);
    attributes(survey, &mut found);
    statuses(survey, &mut found);
    plain_lists(subject.statement, &mut found);
    found
}

/// The pairs of equal elements of a list, the first one and a later one; what has no key is passed over.
fn pairs<'a, T, K: Hash + Eq>(
    elements: &'a [T],
    key: impl Fn(&'a T) -> Option<K>,
    is_same: impl Fn(&T, &T) -> bool,
) -> Vec<(usize, usize)> {
    if elements.len() < 2 {
        return Vec::new();
    }
    let mut first = HashMap::with_capacity(elements.len());
    let mut found = Vec::new();
    for (position, element) in elements.iter().enumerate() {
        let Some(key) = key(element) else { continue };
        let before = *first.entry(key).or_insert(position);
        if before != position && is_same(&elements[before], element) {
            found.push((before, position));
        }
    }
    found
}

/// SOP classes and transfer syntaxes of one list.
fn items(survey: &Survey<'_>, found: &mut Vec<Repetition>) {
    let one_list = |a: &ItemUse<'_>, b: &ItemUse<'_>| survey.parent(a.trail) == survey.parent(b.trail);
    for list in survey.items.chunk_by(one_list) {
        for (first, second) in
            pairs(list, identity, |a, b| (a.item.support, a.item.demand) == (b.item.support, b.item.demand))
        {
            found.push(Repetition {
                label: list[second].item.label().to_owned(),
                first: survey.route(list[first].trail),
                second: survey.route(list[second].trail),
            });
        }
    }
}

/// The set or the UID; what is not resolved has neither.
fn identity<'a>(used: &'a ItemUse<'_>) -> Option<(bool, &'a str)> {
    match &used.meaning {
        Meaning::Set(name) => Some((true, name)),
        meaning => meaning.uid().map(|uid| (false, uid)),
    }
}

/// Presentation contexts of one activity.
fn contexts(survey: &Survey<'_>, found: &mut Vec<Repetition>) {
    let mut first: HashMap<(usize, bool, u64), usize> = HashMap::new();
    for (number, used) in survey.contexts.iter().enumerate() {
        let Some(class) = used.context.abstract_syntax.first() else { continue };
        let side = used.initiation == Initiation::Accepts;
        let before = *first.entry((used.activity, side, digest(used.context))).or_insert(number);
        if before != number && survey.contexts[before].context == used.context {
            found.push(Repetition {
                label: format!("{} as {}", class.label(), used.role),
                first: survey.route(survey.contexts[before].trail),
                second: survey.route(used.trail),
            });
        }
    }
}

/// A number that equal contexts share and others hardly do.
fn digest(context: &PresentationContext) -> u64 {
    let mut hasher = DefaultHasher::new();
    for item in context.abstract_syntax.iter().chain(&context.transfer_syntaxes) {
        item.label().hash(&mut hasher);
    }
    (context.abstract_syntax.len(), context.role, context.support, context.demand).hash(&mut hasher);
    for negotiated in &context.extended_negotiation {
        negotiated.hash(&mut hasher);
    }
    hasher.finish()
}

/// Keys of one level or module, whatever is said of them.
fn keys(survey: &Survey<'_>, found: &mut Vec<Repetition>) {
    for level in survey.keys.chunk_by(|a, b| survey.parent(a.trail) == survey.parent(b.trail)) {
        let path = |number: usize| survey.attributes[number].meaning.path.as_slice();
        let key = |used: &KeyUse<'_>| Some(path(used.attribute)).filter(|path| !path.is_empty());
        for (first, second) in pairs(level, key, |_, _| true) {
            let meaning = &survey.attributes[level[second].attribute].meaning;
            found.push(Repetition {
                label: meaning.entry.map(ToString::to_string).unwrap_or_default(),
                first: survey.route(level[first].trail),
                second: survey.route(level[second].trail),
            });
        }
    }
}

/// Attributes of one service of which the same is said.
fn attributes(survey: &Survey<'_>, found: &mut Vec<Repetition>) {
    for used in &survey.services {
        let list = &used.service.attributes;
        for (first, second) in pairs(list, written, |a, b| a == b) {
            let attribute = &list[second].attribute;
            let label = attribute.name.clone().or_else(|| attribute.tag.as_ref().map(ToString::to_string));
            let route = survey.route(used.trail).key("attributes");
            found.push(repeated(label.unwrap_or_default(), &route, (first, second)));
        }
    }
}

/// The attribute as its author wrote it.
fn written(used: &AttributeUse) -> Option<(Option<&TagPath>, Option<&str>)> {
    let (tag, name) = (used.attribute.tag.as_ref(), used.attribute.name.as_deref());
    (tag.is_some() || name.is_some()).then_some((tag, name))
}

/// Equal rows of one status table.
fn statuses(survey: &Survey<'_>, found: &mut Vec<Repetition>) {
    for table in &survey.tables {
        for (first, second) in pairs(table.rows, row_identity, |a, b| a == b) {
            let row = &table.rows[second];
            let label = row.table.clone().or_else(|| row.code.map(|code| code.to_string()));
            found.push(repeated(label.unwrap_or_default(), &survey.route(table.trail), (first, second)));
        }
    }
}

/// The code of a row, or the table that stands there.
fn row_identity(row: &Response) -> Option<(Option<StatusCodes>, Option<&str>)> {
    (row.code.is_some() || row.table.is_some()).then_some((row.code, row.table.as_deref()))
}

/// Lists of words and of the vendor's own definitions.
fn plain_lists(statement: &Statement, found: &mut Vec<Repetition>) {
    let root = Route::root;
    let sets = &statement.character_sets.supported;
    equals(sets, |set| set.name.as_deref(), &root().key("character_sets").key("supported"), found);
    words(&statement.product.versions, &root().key("product").key("versions"), found);
    for (name, service) in &statement.web_services {
        for (transaction, said) in &service.transactions {
            let route = || root().key("web_services").key(name).key("transactions").key(transaction);
            equals(&said.resources, |said| said.path.as_deref(), &route().key("resources"), found);
            equals(&said.media_types, |said| said.name.as_deref(), &route().key("media_types"), found);
        }
    }
    let classes = &statement.private_sop_classes;
    equals(classes, |class| class.name.as_deref(), &root().key("private_sop_classes"), found);
    let classes = &statement.specialized_sop_classes;
    equals(classes, |class| class.name.as_deref(), &root().key("specialized_sop_classes"), found);
    let syntaxes = &statement.private_transfer_syntaxes;
    equals(syntaxes, |syntax| syntax.name.as_deref(), &root().key("private_transfer_syntaxes"), found);
    let profiles = &statement.security.profiles;
    equals(profiles, |profile| profile.name.as_deref(), &root().key("security").key("profiles"), found);
}

fn words(list: &[String], route: &Route, found: &mut Vec<Repetition>) {
    for pair in pairs(list, |word| Some(word.as_str()).filter(|word| !word.is_empty()), |_, _| true) {
        found.push(repeated(list[pair.1].clone(), route, pair));
    }
}

fn equals<T: PartialEq>(
    list: &[T],
    name: impl Fn(&T) -> Option<&str> + Copy,
    route: &Route,
    found: &mut Vec<Repetition>,
) {
    for pair in pairs(list, name, |a, b| a == b) {
        found.push(repeated(name(&list[pair.1]).unwrap_or_default().to_owned(), route, pair));
    }
}

fn repeated(label: String, list: &Route, (first, second): (usize, usize)) -> Repetition {
    Repetition { label, first: list.clone().index(first), second: list.clone().index(second) }
}
