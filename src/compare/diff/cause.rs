//! One cause, one change: differences that follow from another one are left out, and those of one cause are one.

use std::collections::{HashMap, HashSet};

use super::meaning::uid;
use super::tree::{Node, Trail, Tree, Value};
use super::turn::Turn;
use super::walk::Difference;

/// The differences without those that follow from others.
pub(super) fn without_consequences<'t>(
    mut differences: Vec<Difference<'t>>,
    old: &Tree,
    new: &Tree,
) -> Vec<Difference<'t>> {
    let activities = Activities::of(&differences, old, new);
    let mut emptied = HashSet::new();
    let mut kept = vec![true; differences.len()];
    for (at, difference) in differences.iter().enumerate() {
        if let Some(activity) = activities.of_lifted(difference) {
            emptied.insert((difference.turn, activity));
            kept[at] = false;
        } else if activities.explain_move(difference) {
            kept[at] = false;
        }
    }
    let classes: HashSet<_> = differences.iter().filter_map(class_of_context).collect();
    let roles: HashSet<_> = differences.iter().filter_map(role_of_context).collect();
    for (at, difference) in differences.iter().enumerate() {
        let follows = class_of_consequence(difference).is_some_and(|class| classes.contains(&class))
            || role_of_conformance(difference).is_some_and(|class| roles.contains(&class));
        kept[at] &= !follows;
    }
    for difference in &mut differences {
        if let Some(trail) = activity(difference) {
            let held = difference.old.or(difference.new).and_then(|node| node.get("holds"));
            let had_contexts =
                held.is_some_and(|held| ["initiates", "accepts"].iter().any(|key| held.get(key).is_some()));
            difference.is_regrouped = had_contexts && !emptied.contains(&(difference.turn, trail));
        }
    }
    let mut kept = kept.into_iter();
    differences.retain(|_| kept.next().unwrap_or(true));
    differences
}

/// The node of what was added or removed.
fn whole<'t>(difference: &Difference<'t>) -> Option<&'t Node> {
    match difference.turn {
        Turn::Added => difference.new,
        Turn::Removed => difference.old,
        _ => None,
    }
}

/// The place of an activity that was added or removed.
fn activity(difference: &Difference<'_>) -> Option<Trail> {
    let is_activity = matches!(difference.path.as_slice(), ["application_entities", "*", "activities", "*"]);
    whole(difference).filter(|_| is_activity).map(|node| node.trail)
}

/// What was lifted from the activities of an entity, by the key under which it stands.
fn lifted<'t>(difference: &Difference<'t>, keys: &[&str]) -> Option<&'t Node> {
    match difference.path.as_slice() {
        ["application_entities", "*", key, "*"] if keys.contains(key) => whole(difference),
        _ => None,
    }
}

/// The activities that come, go or get another name.
struct Activities<'t> {
    old: &'t Tree,
    new: &'t Tree,
    changed: HashSet<(Turn, Trail)>,
    renamed: HashSet<(Trail, Trail)>,
}

impl<'t> Activities<'t> {
    fn of(differences: &[Difference<'_>], old: &'t Tree, new: &'t Tree) -> Self {
        let changed = differences.iter().filter_map(|found| Some((found.turn, activity(found)?)));
        let renamed = differences.iter().filter(|found| {
            found.turn == Turn::Renamed && found.path.get(2).is_some_and(|key| *key == "activities")
        });
        let renamed = renamed.filter_map(|found| Some((found.old?.trail, found.new?.trail)));
        Self { old, new, changed: changed.collect(), renamed: renamed.collect() }
    }

    /// The activity with which something comes or goes.
    fn of_lifted(&self, difference: &Difference<'_>) -> Option<Trail> {
        let node = lifted(difference, &["initiates", "accepts", "conformance"])?;
        let trails = if difference.turn == Turn::Added { &self.new.trails } else { &self.old.trails };
        // Two steps up from an entry of a list of an activity is the activity.
        let activity = trails.parent(trails.parent(node.trail));
        self.changed.contains(&(difference.turn, activity)).then_some(activity)
    }

    /// Whether a context stands in another activity only because that one comes, goes or has another name.
    fn explain_move(&self, difference: &Difference<'_>) -> bool {
        if difference.path.last() != Some(&"activity") {
            return false;
        }
        let (Some(old), Some(new)) = (difference.old, difference.new) else { return false };
        self.renamed.contains(&(old.trail, new.trail))
            || self.changed.contains(&(Turn::Removed, old.trail))
            || self.changed.contains(&(Turn::Added, new.trail))
    }
}

/// An entity, a SOP class, and whether it comes or goes.
type ClassFact = (String, String, Turn);

fn class_fact(difference: &Difference<'_>, uid: &str) -> Option<ClassFact> {
    Some((difference.subject.first()?.text.clone(), uid.to_owned(), difference.turn))
}

fn class_of_context(difference: &Difference<'_>) -> Option<ClassFact> {
    lifted(difference, &["initiates", "accepts"]).and_then(|node| class_fact(difference, uid(node)))
}

/// What comes and goes with a presentation context: the conformance of its class, and that its instances are created.
fn class_of_consequence(difference: &Difference<'_>) -> Option<ClassFact> {
    if let Some(node) = lifted(difference, &["conformance"]) {
        return class_fact(difference, uid(node));
    }
    lifted(difference, &["creates"]).and_then(|node| class_fact(difference, node.said("uid")))
}

fn role_of(difference: &Difference<'_>, keys: &[&str]) -> Option<(String, String)> {
    let [_, _, key, _, "role"] = difference.path.as_slice() else { return None };
    let [entity, class, ..] = difference.subject.as_slice() else { return None };
    let class = class.text.rsplit_once(" as ").map_or(class.text.as_str(), |(class, _)| class);
    keys.contains(key).then(|| (entity.text.clone(), class.to_owned()))
}

fn role_of_context(difference: &Difference<'_>) -> Option<(String, String)> {
    role_of(difference, &["initiates", "accepts"])
}

fn role_of_conformance(difference: &Difference<'_>) -> Option<(String, String)> {
    role_of(difference, &["conformance"])
}

/// How many entries each entry that was written stands for, in a tree: one for each of its SOP classes.
pub(super) fn shares(tree: &Tree) -> HashMap<Trail, usize> {
    let mut shares = HashMap::new();
    let mut count = |list: Option<&Node>| {
        for node in list.map(Node::elements).unwrap_or_default() {
            *shares.entry(node.trail).or_default() += 1;
        }
    };
    count(tree.root.get("storage_functions"));
    for (_, entity) in tree.root.get("application_entities").map(Node::entries).unwrap_or_default() {
        for key in ["initiates", "accepts", "conformance"] {
            count(entity.get(key));
        }
    }
    shares
}

/// The place that says why something comes or goes: the entry where all of it does, else the SOP class in it.
pub(super) fn place(node: &Node, turned: &HashMap<Trail, usize>, shares: &HashMap<Trail, usize>) -> Trail {
    let class = node.get("sop_class").filter(|class| matches!(class.value, Value::Record(..)));
    let is_whole = turned.get(&node.trail) == shares.get(&node.trail);
    class.filter(|_| !is_whole).map_or(node.trail, |class| class.trail)
}
