//! Short forms → the mapping that means the same, with every part at its place in the text.

use std::ops::Range;

use super::tree::{Entry, Kind, NodeId, Span, Tree};
use crate::notation::{self, FragmentKind, Part, SequenceLine, SyntaxError};
use crate::standard::rejection;

/// A value that a short form stands for, not yet part of a tree.
#[derive(Debug, Clone)]
pub(crate) enum Sprout {
    /// A part of the text, as written or as it is meant.
    Text { part: Range<usize>, meant: Option<String> },
    /// Several values.
    List(Vec<Sprout>),
    /// Keys and values.
    Mapping(Vec<(&'static str, Sprout)>),
}

/// Reads the short form of a record; `None` if the record has none.
pub(crate) fn parse(record: &str, text: &str) -> Option<Result<Sprout, Vec<SyntaxError>>> {
    let read = match record {
        "PresentationContext" => notation::Context::parse(text).map(presentation_context),
        "Item" => notation::Item::parse(text).map(item),
        "Attribute" => notation::Attribute::parse(text).map(|parsed| attribute(&parsed, text)),
        "Key" | "AttributeUse" | "ObjectAttribute" | "ReceivedAttribute" | "MappedAttribute" | "Coercion"
        | "PrivateAttribute" | "AddedAttribute" => notation::Attribute::parse(text)
            .map(|parsed| Sprout::Mapping(vec![("attribute", attribute(&parsed, text))])),
        "Link" => notation::Link::parse(text).map(link),
        "Sequence" => return Some(sequence(text)),
        "Response" | "WebResponse" => Ok(Sprout::Mapping(vec![("table", whole(text))])),
        "Limit" => Ok(Sprout::Mapping(vec![("value", whole(text))])),
        "CommunicationFailure" => Ok(Sprout::Mapping(vec![("exception", whole(text))])),
        "Rejection" => rejection(text),
        "WebParameter" => Ok(Sprout::Mapping(vec![("name", whole(text))])),
        "Resource" => notation::Item::parse(text).map(|item| claim("path", item)),
        "MediaType"
        | "SecurityProfile"
        | "CharacterSet"
        | "PhysicalInterface"
        | "SystemManagementProfile" => notation::Item::parse(text).map(|item| claim("name", item)),
        "Setting" => Ok(Sprout::Mapping(vec![("default", whole(text))])),
        "MediaActivity" => Ok(Sprout::Mapping(vec![("description", whole(text))])),
        "ModuleUse" => Ok(Sprout::Mapping(vec![("module", whole(text))])),
        "CodeDefinition" => Ok(Sprout::Mapping(vec![("meaning", whole(text))])),
        "Code" => notation::Code::parse(text).map(code),
        _ if is_prose(record) => Ok(Sprout::Mapping(vec![("text", whole(text))])),
        _ => return None,
    };
    Some(read.map_err(|error| vec![error]))
}

/// What is wrong with a text that is read as a value of this type; `None` for types that are no notation.
pub(crate) fn mistake(value_type: &str, text: &str) -> Option<SyntaxError> {
    match value_type {
        "StatusCodes" => notation::StatusCodes::parse(text).err(),
        "TagPath" => notation::TagPath::parse(text).err(),
        _ => None,
    }
}

/// The key under which a value that follows a short form stands in the long form.
pub(crate) fn value_key(record: &str) -> &'static str {
    match record {
        "Key" => "type",
        "Link" | "PrivateAttribute" | "AddedAttribute" => "description",
        "WebParameter" => "values",
        "ModuleUse" => "presence",
        "ReceivedAttribute" => "use",
        "MappedAttribute" => "remark",
        "Resource"
        | "MediaType"
        | "SecurityProfile"
        | "CharacterSet"
        | "PhysicalInterface"
        | "SystemManagementProfile" => "text",
        "CommunicationFailure" => "behavior",
        "Rejection" => "explanation",
        _ => "value",
    }
}

/// The key under which a list that follows a short form stands, where that is another one.
pub(crate) fn list_key(record: &str) -> &'static str {
    if record == "ModuleUse" { "attributes" } else { value_key(record) }
}

/// Whether a short form of this record may be followed by a value, as in `(0008,0020) Study Date: R`.
pub(crate) fn takes_value(record: &str) -> bool {
    value_key(record) != "value" || matches!(record, "AttributeUse" | "ObjectAttribute" | "Coercion")
}

/// Whether the short form of a record is what there is to say in general, in prose.
fn is_prose(record: &str) -> bool {
    matches!(
        record,
        "RemoteConfiguration"
            | "CharacterSetQueries"
            | "AssociationSecurity"
            | "TransportSecurity"
            | "UserIdentity"
            | "AuditTrail"
            | "WebSecurity"
            | "ConnectionPolicy"
            | "DirectoryAugmentation"
            | "MediaConfiguration"
            | "Cda"
            | "Grayscale"
    )
}

fn whole(text: &str) -> Sprout {
    Sprout::Text { part: 0..text.len(), meant: None }
}

fn text(part: Part<String>) -> Sprout {
    Sprout::Text { part: part.range, meant: Some(part.value) }
}

/// What a short form of requirements stands for: the word at its end says what is demanded, not what is supported.
pub(crate) fn demanding(sprout: Sprout) -> Sprout {
    let Sprout::Mapping(parts) = sprout else { return sprout };
    let demanding = |(key, part)| (if key == "support" { "demand" } else { key }, part);
    Sprout::Mapping(parts.into_iter().map(demanding).collect())
}

fn presentation_context(context: notation::Context) -> Sprout {
    let items = |items: Vec<Part<String>>| Sprout::List(items.into_iter().map(text).collect());
    let mut entries =
        vec![("abstract_syntax", items(context.abstract_syntaxes)), ("role", text(context.role))];
    if !context.transfer_syntaxes.is_empty() {
        entries.push(("transfer_syntaxes", items(context.transfer_syntaxes)));
    }
    entries.extend(context.negotiation.map(|part| ("extended_negotiation", text(part))));
    entries.extend(context.qualifier.map(|part| ("support", text(part))));
    Sprout::Mapping(entries)
}

/// A thing under one key, with the support that may follow it.
fn claim(key: &'static str, item: notation::Item) -> Sprout {
    let mut entries = vec![(key, text(item.text))];
    entries.extend(item.qualifier.map(|part| ("support", text(part))));
    Sprout::Mapping(entries)
}

fn item(item: notation::Item) -> Sprout {
    let key = if notation::looks_like_uid(&item.text.value) { "uid" } else { "name" };
    let mut entries = vec![(key, text(item.text))];
    entries.extend(item.qualifier.map(|part| ("support", text(part))));
    Sprout::Mapping(entries)
}

fn code(code: notation::Code) -> Sprout {
    let mut entries = vec![("value", text(code.value)), ("scheme", text(code.scheme))];
    entries.extend(code.meaning.map(|part| ("meaning", text(part))));
    Sprout::Mapping(entries)
}

fn attribute(attribute: &notation::Attribute, written: &str) -> Sprout {
    let mut entries = Vec::new();
    entries.extend(
        attribute
            .tag_path()
            .map(|part| ("tag", Sprout::Text { part: part.range, meant: Some(part.value.to_string()) })),
    );
    if entries.is_empty() && attribute.steps.len() > 1 {
        // A path of names is resolved step by step, where names mean something.
        return Sprout::Mapping(vec![("name", whole(written))]);
    }
    entries.extend(attribute.name().map(|part| ("name", text(part.clone()))));
    Sprout::Mapping(entries)
}

fn link(link: notation::Link) -> Sprout {
    let mut entries = vec![
        ("source", reference(link.source)),
        ("target", reference(link.target)),
        ("direction", text(link.direction)),
    ];
    entries.extend(link.status.map(|part| ("status", text(part))));
    Sprout::Mapping(entries)
}

fn reference(part: Part<notation::Reference>) -> Sprout {
    Sprout::Text { part: part.range, meant: Some(part.value.to_string()) }
}

/// A reason that one source alone gives, with the result that it has.
fn rejection(text: &str) -> Result<Sprout, SyntaxError> {
    let Some(known) = rejection::by_reason(text.trim()) else {
        let reasons: Vec<_> = rejection::NAMED.iter().map(|known| format!("`{}`", known.text)).collect();
        let what = format!("`{text}` is not a reason that tells its source");
        let help =
            format!("write {}, or the codes: `{{result: 1, source: 1, reason: 1}}`", reasons.join(", "));
        return Err(SyntaxError::new(0..text.len(), what).help(&help));
    };
    let code = |code: u8| Sprout::Text { part: 0..text.len(), meant: Some(code.to_string()) };
    let entries =
        vec![("result", code(known.result)), ("source", code(known.source)), ("reason", code(known.reason))];
    Ok(Sprout::Mapping(entries))
}

/// A diagram is read whole or not at all.
fn sequence(source: &str) -> Result<Sprout, Vec<SyntaxError>> {
    let (lines, errors) = notation::messages(source);
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut lines = lines.into_iter();
    Ok(Sprout::Mapping(vec![("messages", messages(&mut lines).0)]))
}

/// The messages up to the end of their fragment, and the line that ends it.
fn messages(lines: &mut std::vec::IntoIter<SequenceLine>) -> (Sprout, Option<notation::Fragment>) {
    let mut messages = Vec::new();
    while let Some(line) = lines.next() {
        messages.push(match line {
            SequenceLine::Message(sent) => message(sent),
            SequenceLine::Note(note) => {
                let over = Sprout::List(note.over.into_iter().map(text).collect());
                Sprout::Mapping(vec![("over", over), ("label", text(note.text))])
            }
            SequenceLine::Fragment(fragment) => match fragment.kind {
                FragmentKind::Loop => enclosed("repeated", fragment, lines),
                FragmentKind::Optional => enclosed("optional", fragment, lines),
                FragmentKind::Alternative => alternatives(fragment, lines),
                FragmentKind::Else | FragmentKind::End => return (Sprout::List(messages), Some(fragment)),
            },
        });
    }
    (Sprout::List(messages), None)
}

fn message(message: notation::Message) -> Sprout {
    let mut entries =
        vec![("from", text(message.from)), ("to", text(message.to)), ("label", text(message.text))];
    if message.arrow == notation::Arrow::Return {
        entries.push(("is_response", Sprout::Text { part: message.range, meant: Some("true".to_owned()) }));
    }
    Sprout::Mapping(entries)
}

fn guarded(key: &'static str, fragment: notation::Fragment) -> Vec<(&'static str, Sprout)> {
    fragment.guard.map(|guard| (key, text(guard))).into_iter().collect()
}

fn enclosed(
    key: &'static str,
    fragment: notation::Fragment,
    lines: &mut std::vec::IntoIter<SequenceLine>,
) -> Sprout {
    let mut entries = guarded(key, fragment);
    entries.push(("messages", messages(lines).0));
    Sprout::Mapping(entries)
}

fn alternatives(first: notation::Fragment, lines: &mut std::vec::IntoIter<SequenceLine>) -> Sprout {
    let mut ways = Vec::new();
    let mut next = Some(first);
    while let Some(fragment) = next.filter(|fragment| fragment.kind != FragmentKind::End) {
        let mut entries = guarded("condition", fragment);
        let (messages, last) = messages(lines);
        entries.push(("messages", messages));
        ways.push(Sprout::Mapping(entries));
        next = last;
    }
    Sprout::Mapping(vec![("alternatives", Sprout::List(ways))])
}

/// Adds to the tree what the text of `short` stands for, with the value that follows it.
pub(crate) fn graft(
    tree: &mut Tree,
    source: &str,
    short: NodeId,
    sprout: &Sprout,
    value: Option<(&'static str, NodeId)>,
) -> NodeId {
    let Some((record, value)) = value else {
        return plant(tree, source, short, sprout);
    };
    let mut entries = Vec::new();
    if let Sprout::Mapping(parts) = sprout {
        entries = plant_entries(tree, source, short, parts);
    }
    match tree.kind(value) {
        Kind::Empty => {}
        Kind::Mapping { .. } => entries.extend_from_slice(tree.entries(value)),
        Kind::Sequence { .. } => entries.push(Entry { key: tree.keyword(list_key(record)), value }),
        _ => {
            entries.push(Entry { key: tree.keyword(value_key(record)), value });
        }
    }
    let span = Span { start: tree.span(short).start, end: tree.span(value).end.max(tree.span(short).end) };
    tree.add_mapping(&entries, span)
}

fn plant(tree: &mut Tree, source: &str, short: NodeId, sprout: &Sprout) -> NodeId {
    match sprout {
        Sprout::Text { part, meant } => plant_text(tree, source, short, part, meant.as_deref()),
        Sprout::List(elements) => {
            let nodes: Vec<_> = elements.iter().map(|element| plant(tree, source, short, element)).collect();
            let span = cover(tree, nodes.iter().copied(), short);
            tree.add_sequence(&nodes, span)
        }
        Sprout::Mapping(parts) => {
            let entries = plant_entries(tree, source, short, parts);
            let span = cover(tree, entries.iter().map(|entry| entry.value), short);
            tree.add_mapping(&entries, span)
        }
    }
}

fn plant_entries(
    tree: &mut Tree,
    source: &str,
    short: NodeId,
    parts: &[(&'static str, Sprout)],
) -> Vec<Entry> {
    parts
        .iter()
        .map(|(key, sprout)| {
            let value = plant(tree, source, short, sprout);
            Entry { key: tree.keyword(key), value }
        })
        .collect()
}

fn plant_text(
    tree: &mut Tree,
    source: &str,
    short: NodeId,
    part: &Range<usize>,
    meant: Option<&str>,
) -> NodeId {
    let span = tree.part_span(source, short, part);
    let Some(meant) = meant else {
        let text = tree.text(source, short).and_then(|text| text.get(part.clone())).unwrap_or_default();
        let is_spelt_out = source.get(span.range()) == Some(text);
        let text = if is_spelt_out { String::new() } else { text.to_owned() };
        return if is_spelt_out {
            tree.add(Kind::Text(span), span)
        } else {
            tree.add_kept(&text, span, false)
        };
    };
    if source.get(span.range()) == Some(meant) {
        return tree.add(Kind::Text(span), span);
    }
    tree.add_kept(meant, span, false)
}

/// The stretch from the first of some nodes to the last.
fn cover(tree: &Tree, nodes: impl Iterator<Item = NodeId>, fallback: NodeId) -> Span {
    let spans = nodes.map(|node| tree.span(node));
    spans
        .reduce(|a, b| Span { start: a.start.min(b.start), end: a.end.max(b.end) })
        .unwrap_or_else(|| tree.span(fallback))
}
