//! From differences to changes: what each means, and which of them are one.

use std::collections::HashMap;

use super::rules::{CHANGE_RULES, DENIED};
use super::tree::{Node, Trail, Tree, Value};
use super::turn::Turn;
use super::walk::{Difference, Part, differences};
use super::{Change, ChangeRule, Diff, Fact, cause, show, turn};
use crate::model::DocumentKind;

/// What changed from one tree to the other.
pub(super) fn changes(old: &Tree, new: &Tree) -> Diff {
    let found = cause::without_consequences(differences(old, new), old, new);
    let places = Places::of(&found, old, new);
    let mut explaining = Explaining::default();
    let mut merged: Vec<Merged<'_>> = Vec::new();
    let mut known: HashMap<Cause, usize> = HashMap::new();
    for difference in found {
        let rule = explaining.rule_of(&difference, old.kind);
        let (one, other) = (places.in_old(&difference), places.in_new(&difference));
        let holder = difference.subject.first().map(|part| part.text.clone()).unwrap_or_default();
        let cause = (rule.id, holder, one, other);
        if let Some(at) = known.get(&cause) {
            merged[*at].subjects.push(difference.subject);
            continue;
        }
        known.insert(cause, merged.len());
        let subjects = vec![difference.subject.clone()];
        merged.push(Merged { rule, difference, subjects, old: one, new: other });
    }
    Diff { changes: merged.into_iter().map(|merged| merged.told(old, new)).collect() }
}

/// What makes several differences one: the rule, the entity or section, and the places in both versions.
type Cause = (&'static str, String, Option<Trail>, Option<Trail>);

/// Rules, each with how exactly it looks somewhere.
type Looking = Vec<(usize, &'static ChangeRule)>;

/// Which rules look where, found once for each turn and path.
#[derive(Default)]
struct Explaining(HashMap<(Turn, Vec<&'static str>), Looking>);

impl Explaining {
    /// The rule that explains a difference most exactly.
    fn rule_of(&mut self, difference: &Difference<'_>, kind: DocumentKind) -> &'static ChangeRule {
        if difference.is_denied {
            return DENIED;
        }
        let place = (difference.turn, difference.path.clone());
        let looking = self.0.entry(place).or_insert_with(|| looking(difference, kind));
        let holds = |rule: &ChangeRule| rule.condition.is_none_or(|condition| condition(difference));
        looking.iter().find(|(_, rule)| holds(rule)).map_or(DENIED, |(_, rule)| rule)
    }
}

/// The rules that look where something differs, the most exact ones first.
fn looking(difference: &Difference<'_>, kind: DocumentKind) -> Looking {
    let looking = CHANGE_RULES.iter().filter_map(|rule| Some((rule.exactness(difference, kind)?, rule)));
    let mut looking: Looking = looking.collect();
    looking.sort_by_key(|(exact, _)| std::cmp::Reverse(*exact));
    looking
}

/// The places that say why something changed.
struct Places {
    turned: [HashMap<Trail, usize>; 2],
    shares: [HashMap<Trail, usize>; 2],
}

impl Places {
    fn of(differences: &[Difference<'_>], old: &Tree, new: &Tree) -> Self {
        let mut turned: [HashMap<Trail, usize>; 2] = Default::default();
        for difference in differences {
            let (at, node) = match difference.turn {
                Turn::Removed => (0, difference.old),
                Turn::Added => (1, difference.new),
                _ => continue,
            };
            if let Some(node) = node {
                *turned[at].entry(node.trail).or_default() += 1;
            }
        }
        Self { turned, shares: [cause::shares(old), cause::shares(new)] }
    }

    fn in_old(&self, difference: &Difference<'_>) -> Option<Trail> {
        difference.old.map(|node| self.place(0, node, difference.turn == Turn::Removed))
    }

    fn in_new(&self, difference: &Difference<'_>) -> Option<Trail> {
        difference.new.map(|node| self.place(1, node, difference.turn == Turn::Added))
    }

    fn place(&self, version: usize, node: &Node, is_whole: bool) -> Trail {
        if !is_whole {
            return node.trail;
        }
        cause::place(node, &self.turned[version], &self.shares[version])
    }
}

/// Differences of one cause.
struct Merged<'t> {
    rule: &'static ChangeRule,
    difference: Difference<'t>,
    subjects: Vec<Vec<Part>>,
    old: Option<Trail>,
    new: Option<Trail>,
}

impl Merged<'_> {
    fn told(self, old: &Tree, new: &Tree) -> Change {
        let Self { rule, difference, subjects, .. } = &self;
        let lists = merged(subjects);
        let shown: Vec<(String, bool)> = lists
            .iter()
            .zip(&difference.subject)
            .map(|(list, part)| (quoted(list, part.is_key), part.is_key))
            .collect();
        let subject: Vec<String> = lists.iter().map(|parts| show::few(parts.clone())).collect();
        let fact = fact(difference);
        let nodes = [difference.old, difference.new];
        let is_prose = nodes.iter().flatten().any(|node| matches!(node.value, Value::Prose(_)));
        Change {
            rule,
            impact: rule.impact,
            message: message(rule.says, &Named::of(&shown), &fact, is_prose),
            fact,
            is_prose,
            subject,
            old: self.old.map(|trail| old.trails.route(trail)),
            new: self.new.map(|trail| new.trails.route(trail)),
        }
    }
}

/// What several subjects have at each step.
fn merged(subjects: &[Vec<Part>]) -> Vec<Vec<String>> {
    let Some(first) = subjects.first() else { return Vec::new() };
    let mut lists: Vec<Vec<String>> = first.iter().map(|part| vec![part.text.clone()]).collect();
    for subject in subjects.iter().skip(1).filter(|subject| subject.len() == first.len()) {
        for (list, part) in lists.iter_mut().zip(subject) {
            if !list.contains(&part.text) {
                list.push(part.text.clone());
            }
        }
    }
    lists
}

fn fact(difference: &Difference<'_>) -> Fact {
    let key = difference.path.last().copied().unwrap_or_default();
    // What says nothing of its support is supported, and what is wanted without another word must be.
    let default = match key {
        "support" => "yes",
        "demand" => "must",
        _ => "",
    };
    let value = |node: Option<&Node>| match node {
        None => default.to_owned(),
        Some(node) if turn::is_unbounded(key, node) => "unlimited".to_owned(),
        Some(node) => show::value(node),
    };
    let (before, after) = (value(difference.old), value(difference.new));
    match difference.turn {
        Turn::Added if default.is_empty() => Fact::Added { after },
        Turn::Removed if default.is_empty() => Fact::Removed { before },
        Turn::Renamed => Fact::Changed {
            before: difference.old_name.clone(),
            after: difference.subject.last().map(|part| part.text.clone()).unwrap_or_default(),
        },
        _ => Fact::Changed { before, after },
    }
}

/// Longer texts are not repeated in a message.
const LONGEST_SHOWN: usize = 80;

/// Texts of a step of a subject as a message shows them; keys are plain words.
fn quoted(texts: &[String], is_key: bool) -> String {
    let texts = texts.iter().filter(|text| !text.is_empty());
    show::few(texts.map(|text| if is_key { text.clone() } else { format!("`{text}`") }).collect())
}

/// What a message may name of a subject.
struct Named<'s> {
    /// The last step.
    what: &'s str,
    /// The step before it, if there is one.
    part: &'s str,
    /// The last thing, which is no key.
    thing: &'s str,
    /// The last thing before the last step.
    holder: &'s str,
}

impl<'s> Named<'s> {
    fn of(steps: &'s [(String, bool)]) -> Self {
        let what = steps.last().map(|(text, _)| text.as_str()).unwrap_or_default();
        let before = steps.split_last().map(|(_, before)| before).unwrap_or_default();
        let thing_of = |steps: &'s [(String, bool)]| {
            let found = steps.iter().rev().find(|(text, is_key)| !is_key && !text.is_empty());
            found.map_or(what, |(text, _)| text.as_str())
        };
        Self {
            what,
            part: before.last().map_or(what, |(text, _)| text.as_str()),
            thing: thing_of(steps),
            holder: thing_of(before),
        }
    }
}

/// A message with its places filled in.
fn message(says: &str, named: &Named<'_>, fact: &Fact, is_prose: bool) -> String {
    let shown = |text: Option<&str>, missing: &str| match text {
        None | Some("") => (missing.to_owned(), false),
        Some(text) if is_prose || text.len() > LONGEST_SHOWN || text.contains('\n') => {
            ("another one".to_owned(), false)
        }
        Some(text) => (format!("`{text}`"), true),
    };
    let (before, tells_before) = shown(fact.before(), "not stated");
    let (after, tells_after) = shown(fact.after(), "not stated any more");
    let tells_before = tells_before && fact.after().is_some();
    let mut message = String::with_capacity(says.len() + named.what.len());
    // What stands in brackets is left out where one of its places cannot be filled in.
    for (position, piece) in says.split(['[', ']']).enumerate() {
        let values = [
            ("{what}", named.what, true),
            ("{part}", named.part, true),
            ("{thing}", named.thing, true),
            ("{in}", named.holder, true),
            ("{before}", before.as_str(), tells_before),
            ("{after}", after.as_str(), tells_after),
        ];
        let lacks = values.iter().any(|(name, _, is_told)| piece.contains(name) && !is_told);
        if position % 2 == 1 && lacks {
            continue;
        }
        let filled = values.iter().fold(piece.to_owned(), |text, (name, value, _)| text.replace(name, value));
        message.push_str(&filled);
    }
    message.trim().to_owned()
}
