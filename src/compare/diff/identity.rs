//! Which element of one version is which of the other: by what a peer would know it by, not by its position.

use super::tree::{Node, Value};

/// Lists of one value or several that are one value to their reader: another one in its place is a change of it.
const ONE_VALUE: &[&str] =
    &["versions", "value", "presence", "source", "value_source", "copied_to", "columns"];

/// Whether the only element of a list under a key is changed where another one takes its place.
pub(super) fn is_one_value(key: &str) -> bool {
    ONE_VALUE.contains(&key)
}

/// Whether the order of the elements says something.
pub(super) fn is_ordered(node: &Node) -> bool {
    matches!(node.value, Value::Prose(_)) || matches!(node.noun(), "TemplateRow" | "Message" | "Alternative")
}

/// By so many keys an element may be known, at most.
pub(super) const MOST_KEYS: usize = 4;

/// Whether an element that is known by no key is known by its place among the others.
pub(super) fn is_by_place(node: &Node) -> bool {
    match &node.value {
        Value::Record("Attribute" | "TemplateRow", _) => false,
        Value::Record(noun, _) => keys_of(noun).is_empty(),
        Value::Prose(_) => true,
        _ => false,
    }
}

/// What an element of a list is known by: the surest first; what is not found by one may be found by the next.
pub(super) fn key(node: &Node, round: usize) -> Option<String> {
    let Value::Record(noun, _) = &node.value else { return (round == 0).then(|| plain(node)) };
    match (*noun, round) {
        ("Attribute", 0) => Some(attribute(node)),
        ("TemplateRow", 0 | 1) => {
            let concept = node.get("concept").map(|code| joined(code, &["value", "scheme", "meaning"]));
            let concept = concept.unwrap_or_default();
            let row: &[&str] = if round == 0 { &["level", "relation", "value_type"] } else { &[] };
            Some(format!("{}|{concept}|{}", joined(node, row), joined(node, &["include"])))
        }
        _ => keys_of(noun).get(round).map(|keys| joined(node, keys)),
    }
}

/// A value in one line.
fn plain(node: &Node) -> String {
    match &node.value {
        Value::Text(text) | Value::Prose(text) => text.trim().to_owned(),
        Value::Word(_, word) => (*word).to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Bool(is) => is.to_string(),
        Value::List(nodes) => {
            let mut all: Vec<_> = nodes.iter().map(plain).collect();
            all.sort_unstable();
            all.join("\\")
        }
        Value::Record("Item", _) => node.said("uid").to_owned(),
        Value::Record("Attribute", _) => attribute(node),
        Value::Named(entries) => {
            let mut all: Vec<_> =
                entries.iter().map(|(name, node)| format!("{name}={}", plain(node))).collect();
            all.sort_unstable();
            all.join("\\")
        }
        Value::Record(..) | Value::Nothing => String::new(),
    }
}

fn attribute(node: &Node) -> String {
    let tag = node.said("tag");
    if tag.is_empty() { node.said("name").to_lowercase() } else { tag.to_uppercase() }
}

/// One key of what stands under several keys of a noun.
fn joined(node: &Node, keys: &[&str]) -> String {
    let parts = keys.iter().map(|key| node.get(key).map(plain).unwrap_or_default());
    parts.collect::<Vec<_>>().join("|")
}

/// The keys of a noun by which it is known, the surest first.
fn keys_of(noun: &str) -> &'static [&'static [&'static str]] {
    match noun {
        "Item" => &[&["uid"]],
        "PresentationContext" | "Conformance" => &[
            &["activity", "sop_class", "role"],
            &["sop_class", "role"],
            &["activity", "sop_class"],
            &["sop_class"],
        ],
        "StorageFunctions" => &[&["sop_class"]],
        "ExtendedSopClass" => &[&["sop_classes"], &["attributes"]],
        "OverviewService" => &[&["sop_class", "service", "transaction"]],
        "Key" | "AttributeUse" | "ReceivedAttribute" => &[&["attribute"]],
        "PrivateAttribute" => &[&["attribute", "sop_classes"], &["attribute"]],
        "ObjectAttribute" | "AddedAttribute" => {
            &[&["attribute", "creator", "module"], &["attribute", "creator"], &["attribute"]]
        }
        "Coercion" => &[
            &["attribute", "role", "sop_classes", "application_entities"],
            &["attribute", "role", "sop_classes"],
            &["attribute", "role"],
            &["attribute"],
        ],
        "MappedAttribute" => &[&["attribute", "attributes", "fields"], &["attribute"]],
        "Response" | "WebResponse" => &[&["table", "code", "meaning"], &["table", "code"]],
        "CommunicationFailure" => &[&["exception", "side"], &["exception"]],
        "Rejection" => &[&["result", "source", "reason"]],
        "Event" => &[&["id"], &["name"]],
        "Transcoding" => &[&["from", "to"], &["from"], &["to"]],
        "MediaProfile" => &[&["profile", "activity"], &["profile"]],
        "Resource" => &[&["path"]],
        "MediaType" => &[&["name", "category"], &["name"]],
        "WebParameter"
        | "PhysicalInterface"
        | "SystemManagementProfile"
        | "CharacterSet"
        | "SecurityProfile" => &[&["name"]],
        "FacadeOperation" => &[&["operation", "endpoint"], &["operation"], &["endpoint"]],
        "Parameter" => &[&["name", "application_entity"], &["name"]],
        "PortUse" => &[
            &["port", "protocol", "direction"],
            &["port", "protocol"],
            &["port"],
            &["protocol", "direction"],
        ],
        "PrivateSopClass" | "SpecializedSopClass" | "PrivateTransferSyntax" => &[&["uid"], &["name"]],
        "Code" => &[&["value", "scheme", "version"], &["value", "scheme"], &["value"], &["meaning"]],
        "Revision" => &[&["version", "date"], &["version"], &["date"]],
        "Link" => &[
            &["organization", "source", "target", "direction"],
            &["organization", "source", "target"],
            &["source", "target"],
        ],
        "ModuleUse" => &[&["module"]],
        "CharacterSetConversion" => &[&["incoming", "outgoing"], &["incoming"], &["outgoing"]],
        _ => &[],
    }
}
