//! Two trees, walked together.

use super::rules::CHANGE_RULES;
use super::tree::{Node, Tree, Value};
use super::{Change, Diff, Fact};

/// What changed from one tree to the other.
pub(super) fn changes(old: &Tree, new: &Tree) -> Diff {
    let mut walk = Walk { old, new, changes: Vec::new(), subject: Vec::new() };
    walk.nodes(Some(&old.root), Some(&new.root));
    Diff { changes: walk.changes }
}

struct Walk<'t> {
    old: &'t Tree,
    new: &'t Tree,
    changes: Vec<Change>,
    subject: Vec<String>,
}

fn shown(node: &Node) -> String {
    match &node.value {
        Value::Nothing => String::new(),
        Value::Bool(is) => if *is { "yes" } else { "no" }.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) | Value::Prose(text) => text.clone(),
        Value::Word(_, word) => (*word).to_owned(),
        Value::List(nodes) => nodes.iter().map(shown).collect::<Vec<_>>().join(", "),
        Value::Record(_, fields) => fields.iter().map(|(_, node)| shown(node)).collect::<Vec<_>>().join(", "),
        Value::Named(entries) => entries.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>().join(", "),
    }
}

impl Walk<'_> {
    fn nodes(&mut self, old: Option<&Node>, new: Option<&Node>) {
        match (old.map(|node| &node.value), new.map(|node| &node.value)) {
            (Some(Value::Record(_, before)), Some(Value::Record(_, after))) => {
                let before: Vec<_> = before.iter().map(|(key, node)| (*key, node)).collect();
                let after: Vec<_> = after.iter().map(|(key, node)| (*key, node)).collect();
                self.entries(&before, &after);
            }
            (Some(Value::Named(before)), Some(Value::Named(after))) => {
                let before: Vec<_> = before.iter().map(|(key, node)| (key.as_str(), node)).collect();
                let after: Vec<_> = after.iter().map(|(key, node)| (key.as_str(), node)).collect();
                self.entries(&before, &after);
            }
            (Some(Value::List(before)), Some(Value::List(after))) => {
                for position in 0..before.len().max(after.len()) {
                    self.nodes(before.get(position), after.get(position));
                }
            }
            _ => self.change(old, new),
        }
    }

    fn entries(&mut self, before: &[(&str, &Node)], after: &[(&str, &Node)]) {
        for (key, node) in before {
            let other = after.iter().find(|(other, _)| other == key).map(|(_, node)| *node);
            self.subject.push((*key).to_owned());
            self.nodes(Some(node), other);
            self.subject.pop();
        }
        for (key, node) in after.iter().filter(|(key, _)| before.iter().all(|(other, _)| other != key)) {
            self.subject.push((*key).to_owned());
            self.nodes(None, Some(node));
            self.subject.pop();
        }
    }

    fn change(&mut self, old: Option<&Node>, new: Option<&Node>) {
        let fact = match (old.map(shown), new.map(shown)) {
            (Some(before), Some(after)) if before == after => return,
            (Some(before), Some(after)) => Fact::Changed { before, after },
            (Some(before), None) => Fact::Removed { before },
            (None, Some(after)) => Fact::Added { after },
            (None, None) => return,
        };
        let Some(rule) = CHANGE_RULES.first() else { return };
        let message = format!("{} is {}", self.subject.join(" › "), fact.as_str());
        self.changes.push(Change {
            rule,
            impact: rule.impact,
            fact,
            is_prose: [old, new].iter().flatten().any(|node| matches!(node.value, Value::Prose(_))),
            subject: self.subject.clone(),
            old: old.map(|node| self.old.trails.route(node.trail)),
            new: new.map(|node| self.new.trails.route(node.trail)),
            message,
        });
    }
}
