//! Long forms → short forms, wherever reading the short form gives the long one again.

use super::node::Node;
use crate::source::short_form::{self, Sprout};

/// A value with its records in their short forms, as far as they have some.
pub(super) fn shortened(node: Node) -> Node {
    match node {
        Node::List { elements, is_open } => {
            Node::List { elements: elements.into_iter().map(shortened).collect(), is_open }
        }
        Node::Mapping { record, entries } => short_record(record, &entries).unwrap_or_else(|| {
            let entries = entries.into_iter().map(|(key, value)| (key, shortened(value))).collect();
            Node::Mapping { record, entries }
        }),
        scalar => scalar,
    }
}

/// The short form of a record: a text, or a text and what follows it.
fn short_record(record: &'static str, entries: &[(String, Node)]) -> Option<Node> {
    if let Some(text) = text_of(record, entries) {
        return Some(Node::Text(text));
    }
    if !short_form::takes_value(record) {
        return None;
    }
    let (text, rest) = match (record, entries) {
        ("Link", [said @ .., last]) => (text_of(record, said)?, std::slice::from_ref(last)),
        (_, [head, rest @ ..]) => (text_of(record, std::slice::from_ref(head))?, rest),
        _ => return None,
    };
    // A text in lower case would be taken for a key.
    if text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') {
        return None;
    }
    let rest: Vec<(String, Node)> =
        rest.iter().map(|(key, value)| (key.clone(), shortened(value.clone()))).collect();
    let value = match rest.as_slice() {
        [(key, value)] if key == short_form::value_key(record) && value.text().is_some() => value.clone(),
        _ => Node::Mapping { record: "", entries: rest },
    };
    Some(Node::Mapping { record: "", entries: vec![(text, value)] })
}

/// The text that means the same as all entries of a record.
fn text_of(record: &str, entries: &[(String, Node)]) -> Option<String> {
    let text = match (record, entries) {
        ("PresentationContext", _) => context(entries)?,
        ("Link", _) => link(entries)?,
        ("Sequence", [(_, Node::List { elements, .. })]) => messages(elements)?,
        (_, [(_, Node::Mapping { record, entries })]) => text_of(record, entries)?,
        (_, [(_, only)]) => only.text()?,
        (_, [(key, tag), (_, name)]) if key == "tag" => format!("{} {}", tag.text()?, name.text()?),
        (_, [(_, name), (key, word)]) if key == "support" || key == "demand" => {
            format!("{} ({})", name.text()?, word.text()?)
        }
        _ => return None,
    };
    let read = short_form::parse(record, &text)?.ok()?;
    let is_demand = entry(entries, "demand").is_some();
    let read = if is_demand { short_form::demanding(read) } else { read };
    let Sprout::Mapping(parts) = read else { return None };
    means(&parts, &text, entries).then_some(text)
}

fn entry<'n>(entries: &'n [(String, Node)], key: &str) -> Option<&'n Node> {
    entries.iter().find(|(other, _)| other == key).map(|(_, node)| node)
}

/// `CT Image Storage | MR Image Storage as SCP in images negotiating role selection (option)`.
fn context(entries: &[(String, Node)]) -> Option<String> {
    let items = |key: &str| {
        let Some(Node::List { elements, .. }) = entry(entries, key) else { return None };
        let names = elements.iter().map(|element| match shortened(element.clone()) {
            Node::Text(text) => Some(text),
            _ => None,
        });
        Some(names.collect::<Option<Vec<_>>>()?.join(" | "))
    };
    let said = |key: &str, before: &str, after: &str| {
        let Some(node) = entry(entries, key) else { return Some(String::new()) };
        Some(format!("{before}{}{after}", only(node).text()?))
    };
    let classes = format!("{}{}", items("abstract_syntax")?, said("role", " as ", "")?);
    let syntaxes = match entry(entries, "transfer_syntaxes") {
        Some(_) => format!(" in {}", items("transfer_syntaxes")?),
        None => String::new(),
    };
    let rest = said("extended_negotiation", " negotiating ", "")?;
    let rest = rest + &said("support", " (", ")")? + &said("demand", " (", ")")?;
    Some(classes + &syntaxes + &rest)
}

/// The only element of a list that may be written as such.
fn only(node: &Node) -> &Node {
    match node {
        Node::List { elements, is_open: true } if elements.len() == 1 => &elements[0],
        other => other,
    }
}

/// `CT1 -> PACS push production`.
fn link(entries: &[(String, Node)]) -> Option<String> {
    let said = |key| entry(entries, key).and_then(Node::text);
    let status = said("status").map(|status| format!(" {status}")).unwrap_or_default();
    let direction = said("direction")?.to_lowercase();
    Some(format!("{} -> {} {direction}{status}", said("source")?, said("target")?))
}

/// `Modality -> STORAGE: C-STORE-RQ`, line by line.
fn messages(elements: &[Node]) -> Option<String> {
    let lines = elements.iter().map(|element| {
        let Node::Mapping { entries, .. } = element else { return None };
        let said = |key| entry(entries, key).and_then(Node::text);
        let label = said("label")?;
        if let Some(Node::List { elements, .. }) = entry(entries, "over") {
            let over: Option<Vec<String>> = elements.iter().map(Node::text).collect();
            return Some(format!("note over {}: {label}\n", over?.join(", ")));
        }
        let arrow = if said("is_response").is_some() { "-->" } else { "->" };
        Some(format!("{} {arrow} {}: {label}\n", said("from")?, said("to")?))
    });
    lines.collect()
}

/// Whether what was read from a text is what the entries of a record say.
fn means(parts: &[(&'static str, Sprout)], text: &str, entries: &[(String, Node)]) -> bool {
    parts.len() == entries.len()
        && parts.iter().all(|(key, sprout)| {
            entries.iter().any(|(other, node)| other == key && is_same(sprout, text, node))
        })
}

fn is_same(sprout: &Sprout, text: &str, node: &Node) -> bool {
    match (sprout, node) {
        (Sprout::Text { part, meant }, node) => {
            let said = meant.as_deref().or_else(|| text.get(part.clone()));
            let value = match only(node) {
                Node::Mapping { record, entries } => text_of(record, entries),
                other => other.text(),
            };
            value.is_some_and(|value| Some(value.as_str()) == said)
        }
        (Sprout::List(parts), Node::List { elements, .. }) => {
            parts.len() == elements.len()
                && parts.iter().zip(elements).all(|(part, element)| is_same(part, text, element))
        }
        (Sprout::Mapping(parts), Node::Mapping { entries, .. }) => means(parts, text, entries),
        _ => false,
    }
}
