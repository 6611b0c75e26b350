//! How what a document says is shown: labels of things, values in a line.

use std::borrow::Cow;

use super::tree::{Node, Value};

/// Elements that are shown of a list, at most.
const MOST_SHOWN: usize = 6;

/// Words that are written otherwise than keys have them.
const WORDS: &[(&str, &str)] = &[
    ("ae", "AE"),
    ("artim", "ARTIM"),
    ("cda", "CDA"),
    ("dimse", "DIMSE"),
    ("http", "HTTP"),
    ("ihe", "IHE"),
    ("ip", "IP"),
    ("ipv4", "IPv4"),
    ("ipv6", "IPv6"),
    ("max", "maximum"),
    ("pdu", "PDU"),
    ("scp", "SCP"),
    ("scu", "SCU"),
    ("sop", "SOP"),
    ("sr", "SR"),
    ("tcp", "TCP"),
    ("tid", "TID"),
    ("tls", "TLS"),
    ("uid", "UID"),
    ("url", "URL"),
    ("vm", "VM"),
    ("vr", "VR"),
];

/// A key as words.
pub(super) fn key(key: &str) -> String {
    match key {
        "max_accepted" => return "maximum of accepted associations".to_owned(),
        "max_initiated" => return "maximum of initiated associations".to_owned(),
        "max_pdu_received" => return "maximum PDU size received".to_owned(),
        "max_pdu_sent" => return "maximum PDU size sent".to_owned(),
        _ => {}
    }
    let written = |word: &str| WORDS.iter().find(|(key, _)| *key == word).map(|(_, word)| *word);
    let words: Vec<&str> = key.split('_').map(|word| written(word).unwrap_or(word)).collect();
    words.join(" ")
}

/// Whether what stands under a key says of itself what it is, so that the key need not be named.
pub(super) fn is_holder(node: &Node, key: &str) -> bool {
    match &node.value {
        Value::Named(_) => {
            matches!(key, "application_entities" | "activities" | "web_services" | "transactions")
        }
        Value::List(nodes) => matches!(
            nodes.first().map(Node::noun),
            Some("Item" | "PresentationContext" | "Conformance" | "MediaProfile" | "Link")
        ),
        Value::Record(..) => matches!(key, "associations" | "product" | "implementation" | "statement"),
        _ => false,
    }
}

/// In which role a noun does what it says.
pub(super) fn role(node: &Node) -> Option<&'static str> {
    let Value::Word(_, word) = node.get("role")?.value else { return None };
    Some(match word {
        "user_agent" => "SCU",
        "origin_server" => "SCP",
        word => word,
    })
}

/// What a thing is called.
pub(super) fn label(node: &Node) -> String {
    match &node.value {
        Value::Record(noun, _) => label_of_noun(noun, node),
        Value::List(_) | Value::Named(_) | Value::Prose(_) => String::new(),
        _ => value(node),
    }
}

fn label_of_noun(noun: &str, node: &Node) -> String {
    let said = |keys: &[&str]| {
        let parts = keys.iter().filter_map(|key| node.get(key)).map(label_or_value);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let label = match noun {
        "Item" => node.said("name").to_owned(),
        "Attribute" => said(&["tag", "name"]),
        "PresentationContext" | "Conformance" => {
            let class = node.get("sop_class").map(label).unwrap_or_default();
            match node.said("role") {
                "" => class,
                role => format!("{class} as {role}"),
            }
        }
        "StorageFunctions" => said(&["sop_class"]),
        "ExtendedSopClass" => said(&["sop_classes"]),
        "Response" | "WebResponse" => said(&["code", "table"]),
        "Rejection" => format!("{}/{}/{}", said(&["result"]), said(&["source"]), said(&["reason"])),
        "Event" => said(&["id", "name"]),
        "Code" => said(&["value", "scheme", "meaning"]),
        "TemplateRow" => match node.get("concept").map(label).unwrap_or_default() {
            concept if concept.is_empty() => said(&["relation", "value_type", "include"]),
            concept => concept,
        },
        "Link" => format!("{} -> {}", said(&["source"]), said(&["target"])),
        "Revision" => said(&["version"]),
        "Transcoding" => format!("{} to {}", said(&["from"]), said(&["to"])),
        "CharacterSetConversion" => format!("{} to {}", said(&["incoming"]), said(&["outgoing"])),
        "OverviewService" => said(&["sop_class", "service", "transaction"]),
        _ => said(first_of(
            node,
            &["attribute", "exception", "operation", "path", "port", "profile", "module", "name"],
        )),
    };
    if label.is_empty() { said(&["name"]) } else { label }
}

/// The first key of which anything is said.
fn first_of(node: &Node, keys: &'static [&'static str]) -> &'static [&'static str] {
    let found = keys.iter().position(|key| node.get(key).is_some());
    found.and_then(|at| keys.get(at..=at)).unwrap_or_default()
}

/// A value in one line.
pub(super) fn value(node: &Node) -> String {
    match &node.value {
        Value::Nothing => String::new(),
        Value::Bool(is) => if *is { "yes" } else { "no" }.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) | Value::Prose(text) => text.trim().to_owned(),
        Value::Word(_, word) => (*word).to_owned(),
        Value::List(nodes) => few(nodes.iter().map(label_or_value).collect()),
        Value::Record("Sequence" | "Message", _) => "in another order or with other messages".to_owned(),
        Value::Record("PresentationContext", _) => context(node),
        Value::Record(..) => noun(node),
        Value::Named(entries) => few(entries.iter().map(|(name, _)| name.to_string()).collect()),
    }
}

fn label_or_value(node: &Node) -> String {
    let label = label(node);
    if label.is_empty() { value(node) } else { label }
}

/// A presentation context in its short form.
fn context(node: &Node) -> String {
    let syntaxes = node.get("transfer_syntaxes").map(value).unwrap_or_default();
    format!("{} in {syntaxes}", label(node))
}

/// A noun: what it is called, and the short things that it says.
fn noun(node: &Node) -> String {
    let label = label(node);
    let is_shown = |key: &str, node: &Node| {
        let is_short = matches!(node.value, Value::Word(..) | Value::Number(_) | Value::Bool(_))
            || matches!(&node.value, Value::Text(text) if text.len() < 60)
            || matches!(&node.value, Value::List(_))
                && matches!(key, "matching" | "functions" | "presence" | "value" | "roles");
        is_short && !matches!(key, "role" | "uid" | "tag" | "activity") && !label.contains(&value(node))
    };
    let said = node.fields().iter().filter(|(key, node)| is_shown(key, node));
    let said: Vec<_> = said.map(|(key, node)| format!("{}: {}", self::key(key), value(node))).collect();
    match (label.is_empty(), said.is_empty()) {
        (_, true) => label,
        (true, false) => said.join(", "),
        (false, false) => format!("{label} ({})", said.join(", ")),
    }
}

/// A list of which not all is shown.
pub(super) fn few(mut all: Vec<String>) -> String {
    all.retain(|one| !one.is_empty());
    let more = all.len().saturating_sub(MOST_SHOWN);
    // One more than fits is shown, too: `and 1 more` is no shorter.
    if more <= 1 {
        return all.join(", ");
    }
    all.truncate(MOST_SHOWN);
    format!("{} and {more} more", all.join(", "))
}

/// Prose without the ends of its lines, except before what begins a block of its own.
pub(super) fn flowing(text: &str) -> Cow<'_, str> {
    if !text.contains(['\n', '\t']) && !text.contains("  ") {
        return Cow::Borrowed(text.trim());
    }
    let mut flowing = String::with_capacity(text.len());
    for line in text.trim().lines() {
        let line = line.trim();
        let begins_block = line.is_empty()
            || line.starts_with(['-', '*', '+', '|', '#', '>', '`', '~'])
            || line.starts_with(|letter: char| letter.is_ascii_digit());
        match flowing.chars().last() {
            None | Some('\n') => {}
            Some(_) => flowing.push(if begins_block { '\n' } else { ' ' }),
        }
        for (position, word) in line.split_whitespace().enumerate() {
            if position > 0 {
                flowing.push(' ');
            }
            flowing.push_str(word);
        }
        if line.is_empty() {
            flowing.push('\n');
        }
    }
    Cow::Owned(flowing)
}
