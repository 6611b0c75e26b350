//! From differences to changes: what each means, and which of them are one.

use std::collections::HashMap;

use super::rules::{CHANGE_RULES, DENIED};
use super::tree::{Node, Trail, Tree, Value};
use super::turn::Turn;
use super::walk::{Difference, differences};
use super::{Change, ChangeRule, Diff, Fact, cause, show};

/// What changed from one tree to the other.
pub(super) fn changes(old: &Tree, new: &Tree) -> Diff {
    let found = cause::without_consequences(differences(old, new), old, new);
    let places = Places::of(&found, old, new);
    let mut merged: Vec<Merged<'_>> = Vec::new();
    let mut known: HashMap<(&str, String, Option<Trail>, Option<Trail>), usize> = HashMap::new();
    for difference in found {
        let rule = rule_of(&difference, old);
        let (one, other) = (places.old(&difference), places.new(&difference));
        let holder = difference.subject.first().cloned().unwrap_or_default();
        match known.get(&(rule.id, holder.clone(), one, other)) {
            Some(at) => merged[*at].subjects.push(difference.subject),
            None => {
                known.insert((rule.id, holder, one, other), merged.len());
                let subjects = vec![difference.subject.clone()];
                merged.push(Merged { rule, difference, subjects, old: one, new: other });
            }
        }
    }
    Diff { changes: merged.into_iter().map(|merged| merged.told(old, new)).collect() }
}

/// The rule that explains a difference most exactly.
fn rule_of(difference: &Difference<'_>, tree: &Tree) -> &'static ChangeRule {
    if difference.is_denied {
        return DENIED;
    }
    let fitting = CHANGE_RULES.iter().filter_map(|rule| Some((rule.fits(difference, tree.kind)?, rule)));
    // Of equals the first one.
    let best = fitting.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map_or(DENIED, |(_, rule)| rule)
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

    fn old(&self, difference: &Difference<'_>) -> Option<Trail> {
        difference.old.map(|node| self.place(0, node, difference.turn == Turn::Removed))
    }

    fn new(&self, difference: &Difference<'_>) -> Option<Trail> {
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
    subjects: Vec<Vec<String>>,
    old: Option<Trail>,
    new: Option<Trail>,
}

impl Merged<'_> {
    fn told(self, old: &Tree, new: &Tree) -> Change {
        let Self { rule, difference, subjects, .. } = &self;
        let lists = merged(subjects);
        let subject: Vec<String> = lists.iter().map(|parts| show::few(parts.clone())).collect();
        let fact = fact(difference);
        let nodes = [difference.old, difference.new];
        let is_prose = nodes.iter().flatten().any(|node| matches!(node.value, Value::Prose(_)));
        Change {
            rule,
            impact: rule.impact,
            message: message(rule.says, &lists, &fact, is_prose),
            fact,
            is_prose,
            subject,
            old: self.old.map(|trail| old.trails.route(trail)),
            new: self.new.map(|trail| new.trails.route(trail)),
        }
    }
}

/// What several subjects have at each step.
fn merged(subjects: &[Vec<String>]) -> Vec<Vec<String>> {
    let Some(first) = subjects.first() else { return Vec::new() };
    let mut lists: Vec<Vec<String>> = first.iter().map(|part| vec![part.clone()]).collect();
    for subject in subjects.iter().skip(1).filter(|subject| subject.len() == first.len()) {
        for (list, part) in lists.iter_mut().zip(subject) {
            if !list.contains(part) {
                list.push(part.clone());
            }
        }
    }
    lists
}

fn fact(difference: &Difference<'_>) -> Fact {
    let value = |node: Option<&Node>| node.map(show::value).unwrap_or_default();
    match difference.turn {
        Turn::Added => Fact::Added { after: value(difference.new) },
        Turn::Removed => Fact::Removed { before: value(difference.old) },
        Turn::Renamed => Fact::Changed {
            before: difference.old_name.clone(),
            after: difference.subject.last().cloned().unwrap_or_default(),
        },
        _ => Fact::Changed { before: value(difference.old), after: value(difference.new) },
    }
}

/// Longer texts are not repeated in a message.
const LONGEST_SHOWN: usize = 80;

/// A message with its places filled in.
fn message(says: &str, lists: &[Vec<String>], fact: &Fact, is_prose: bool) -> String {
    let quoted = |parts: Option<&Vec<String>>| {
        let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
        show::few(parts.map(|part| format!("`{part}`")).collect())
    };
    let what = quoted(lists.last());
    let holder = quoted(lists.len().checked_sub(2).and_then(|at| lists.get(at)));
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
    let mut message = String::with_capacity(says.len() + what.len());
    // What stands in brackets is left out where one of its places cannot be filled in.
    for (position, piece) in says.split(['[', ']']).enumerate() {
        let values = [
            ("{what}", &what, !what.is_empty()),
            ("{in}", &holder, !holder.is_empty()),
            ("{before}", &before, tells_before),
            ("{after}", &after, tells_after),
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
