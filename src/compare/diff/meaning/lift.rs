//! What an entity does, whatever the activity under which its author tells it: a peer negotiates SOP classes with an
//! entity, and knows nothing of activities.

use crate::compare::diff::tree::{Node, Value};

/// What is lifted from the activities to their entity.
const LIFTED: &[&str] = &["initiates", "accepts", "conformance"];

/// An entity with its presentation contexts and its SOP specific conformance beside its activities, one entry for each
/// SOP class.
pub(super) fn lifted(entity: &Node) -> Node {
    let Some(activities) = entity.get("activities") else { return entity.clone() };
    let mut kept = Vec::with_capacity(activities.entries().len());
    let mut lifted: [Vec<Node>; 3] = Default::default();
    for (name, activity) in activities.entries() {
        let (taken, mut rest): (Vec<_>, Vec<_>) =
            activity.fields().iter().cloned().partition(|(key, _)| LIFTED.contains(key));
        let first = [lifted[0].len(), lifted[1].len()];
        for (key, list) in &taken {
            let Some(at) = LIFTED.iter().position(|lifted| lifted == key) else { continue };
            let held = (Node::text(activity.trail, name), activity);
            if *key == "conformance" {
                let contexts = [&lifted[0][first[0]..], &lifted[1][first[1]..]].concat();
                let found = list.elements().iter().flat_map(|node| conformances(node, &held, &contexts));
                lifted[at].extend(found.collect::<Vec<_>>());
            } else {
                let role = if *key == "initiates" { "SCU" } else { "SCP" };
                lifted[at].extend(list.elements().iter().flat_map(|node| contexts(node, &held, role)));
            }
        }
        // By all that it holds an activity is found again under another name.
        rest.push(("holds", activity.clone()));
        kept.push((name.clone(), Node::record(activity.trail, "Activity", rest)));
    }
    let activities = Node { trail: activities.trail, value: Value::Named(kept.into()) };
    let mut fields: Vec<_> =
        entity.fields().iter().filter(|(key, _)| *key != "activities").cloned().collect();
    for (key, nodes) in LIFTED.iter().zip(lifted).filter(|(_, nodes)| !nodes.is_empty()) {
        fields.push((*key, Node::list(activities.trail, nodes)));
    }
    fields.push(("activities", activities));
    Node::record(entity.trail, "ApplicationEntity", fields)
}

/// A node for each SOP class under a key; itself where it has none.
pub(super) fn by_class(node: &Node, key: &str) -> Vec<Node> {
    let classes = node.get(key).map(Node::elements).unwrap_or_default();
    if classes.is_empty() {
        return vec![node.clone()];
    }
    let rest: Vec<_> = node.fields().iter().filter(|(name, _)| *name != key).cloned().collect();
    let of_class = |class: &Node| {
        let mut fields = Vec::with_capacity(rest.len() + 2);
        fields.push(("sop_class", class.clone()));
        // What is said of a class goes before what is said of the entry, unless that is not claimed at all.
        let own = |key: &str| class.get(key).filter(|_| node.is_claimed());
        fields.extend(rest.iter().filter(|(key, _)| own(key).is_none()).cloned());
        let own = ["support", "demand"].map(|key| own(key).map(|said| (key, said.clone())));
        fields.extend(own.into_iter().flatten());
        Node::record(node.trail, node.noun(), fields)
    };
    classes.iter().map(of_class).collect()
}

/// The presentation contexts of an entry, one for each SOP class, with the role and the activity.
fn contexts(node: &Node, held: &(Node, &Node), default: &'static str) -> Vec<Node> {
    let mut found = by_class(node, "abstract_syntax");
    for context in &mut found {
        let mut more = vec![("activity", held.0.clone())];
        if context.get("role").is_none() {
            more.push(("role", Node { trail: node.trail, value: Value::Word("Role", default) }));
        }
        *context = with(context, more, held.1);
    }
    found
}

/// The entries of SOP specific conformance, one for each SOP class, with the activity and the role: the one that is
/// stated, or the one in which the contexts of the activity have the class.
fn conformances(node: &Node, held: &(Node, &Node), contexts: &[Node]) -> Vec<Node> {
    let mut found = by_class(node, "sop_classes");
    for conformance in &mut found {
        let mut more = vec![("activity", held.0.clone())];
        if conformance.get("role").is_none() {
            let role = role_of(uid(conformance), contexts);
            more.extend(
                role.map(|role| ("role", Node { trail: node.trail, value: Value::Word("Role", role) })),
            );
        }
        *conformance = with(conformance, more, held.1);
    }
    found
}

/// The role in which contexts have a SOP class.
fn role_of(uid: &str, contexts: &[Node]) -> Option<&'static str> {
    let of_class = contexts.iter().filter(|context| uid.is_empty() || self::uid(context) == uid);
    let roles = of_class.filter_map(|context| match context.get("role")?.value {
        Value::Word(_, role) => Some(role),
        _ => None,
    });
    roles.reduce(|one, other| if one == other { one } else { "BOTH" })
}

/// The UID of the SOP class that a node is about.
pub(in crate::compare::diff) fn uid(node: &Node) -> &str {
    node.get("sop_class").map(|class| class.said("uid")).unwrap_or_default()
}

/// A node with more fields; what is not claimed of the activity is not claimed of it.
fn with(node: &Node, more: Vec<(&'static str, Node)>, activity: &Node) -> Node {
    let mut fields = node.fields().to_vec();
    fields.extend(more);
    if !activity.is_claimed()
        && let Some(said) = activity.get("support")
    {
        fields.retain(|(key, _)| *key != "support");
        fields.push(("support", said.clone()));
    }
    Node::record(node.trail, node.noun(), fields)
}
