//! What must be so besides, for some rules.

use crate::compare::diff::tree::{Node, Value};
use crate::compare::diff::walk::Difference;

/// Whether it is about a text for readers.
pub(super) fn is_prose(difference: &Difference<'_>) -> bool {
    let nodes = [difference.old, difference.new];
    nodes.iter().flatten().any(|node| match &node.value {
        Value::Prose(_) => true,
        Value::List(nodes) => nodes.iter().any(|node| matches!(node.value, Value::Prose(_))),
        _ => false,
    })
}

/// Whether it is about a sequence of messages.
pub(super) fn is_sequence(difference: &Difference<'_>) -> bool {
    let nodes = [difference.old, difference.new];
    nodes.iter().flatten().any(|node| matches!(node.noun(), "Sequence" | "Message"))
}

/// Whether it is a word on how far something is supported, told as a feature.
pub(super) fn is_support(difference: &Difference<'_>) -> bool {
    let nodes = [difference.old, difference.new];
    nodes.iter().flatten().any(|node| matches!(node.value, Value::Word("Support", _)))
}

/// Whether less than full support is said now.
pub(super) fn is_not_full(difference: &Difference<'_>) -> bool {
    difference.new.and_then(Node::as_text) != Some("yes")
}

/// Whether a demand forbids.
pub(super) fn forbids(node: Option<&Node>) -> bool {
    node.and_then(Node::as_text) == Some("must_not")
}

/// Whether a user sends a key that is to narrow the answer.
pub(super) fn sends_matching_key(difference: &Difference<'_>) -> bool {
    let matching = difference.new.and_then(|key| key.get("matching")).map(Node::elements).unwrap_or_default();
    let narrows = matching.iter().filter_map(Node::as_text).any(|word| !matches!(word, "universal" | "none"));
    difference.role == "SCU" && narrows
}
