//! The facts as one screen of text.

use std::fmt::{Result, Write};

use super::Answer;
use super::facts::{AttributeFacts, ServiceFacts, SopClassFacts, TransferSyntaxFacts, UidFacts};

/// What was found, or what may have been meant.
pub(super) fn text(answer: &Answer<'_>) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write(answer, &mut out);
    out
}

fn write(answer: &Answer<'_>, out: &mut String) -> Result {
    if let Some(facts) = &answer.uid {
        uid(facts, out)?;
    }
    if let Some(facts) = &answer.attribute {
        attribute(facts, out)?;
    }
    if answer.uid.is_none() && answer.attribute.is_none() {
        return not_found(answer, out);
    }
    if answer.spelling == Some("variant") {
        writeln!(out, "\n`{}` is another spelling of the registered name", shown(answer.query))?;
    }
    Ok(())
}

fn not_found(answer: &Answer<'_>, out: &mut String) -> Result {
    writeln!(out, "nothing in the registry is called `{}`", shown(answer.query))?;
    if !answer.nearest.is_empty() {
        writeln!(out, "did you mean")?;
    }
    for suggestion in &answer.nearest {
        writeln!(out, "  {:<30} {}", suggestion.identifier, suggestion.name)?;
    }
    Ok(())
}

/// The text without characters that a terminal would obey.
fn shown(text: &str) -> String {
    text.chars()
        .map(|character| if character.is_control() { char::REPLACEMENT_CHARACTER } else { character })
        .collect()
}

/// One labelled line; what is empty is left out.
fn line(out: &mut String, label: &str, value: &str) -> Result {
    if value.is_empty() { Ok(()) } else { writeln!(out, "  {label:<15} {value}") }
}

fn uid(facts: &UidFacts, out: &mut String) -> Result {
    writeln!(out, "{}", facts.name)?;
    line(out, "UID", facts.uid)?;
    line(out, "keyword", facts.keyword)?;
    line(out, "type", facts.kind)?;
    line(out, "retired", if facts.retired { "yes" } else { "no" })?;
    line(out, "formerly", &facts.former_names.join(", "))?;
    line(out, "same name", &facts.namesakes.join(", "))?;
    if let Some(class) = &facts.sop_class {
        sop_class(class, out)?;
    }
    facts.transfer_syntax.as_ref().map_or(Ok(()), |syntax| transfer_syntax(syntax, out))
}

fn sop_class(facts: &SopClassFacts, out: &mut String) -> Result {
    line(out, "service class", facts.service_class)?;
    line(out, "category", facts.category.unwrap_or_default())?;
    line(out, "stores", facts.object.unwrap_or_default())?;
    line(out, "Pixel Data", facts.pixel_data)?;
    for member in &facts.members {
        line(out, "stands for", &format!("{} ({})", member.name, member.uid))?;
    }
    if !facts.keys.is_empty() {
        writeln!(out, "\nkeys a provider supports")?;
    }
    for key in &facts.keys {
        writeln!(out, "  {:<24} {:<24} {} {}", key.group, key.tag, key.key_type, key.name)?;
    }
    facts.services.iter().try_for_each(|facts| service(facts, out))
}

fn service(facts: &ServiceFacts, out: &mut String) -> Result {
    writeln!(out, "\n{}", facts.service)?;
    for event in &facts.events {
        writeln!(out, "  event {:<3} {}", event.id, event.name)?;
    }
    for response in &facts.responses {
        writeln!(out, "  {:<9} {:<8} {}", response.code, response.status, response.meaning)?;
    }
    Ok(())
}

fn transfer_syntax(facts: &TransferSyntaxFacts, out: &mut String) -> Result {
    line(out, "encoding", facts.encoding)?;
    line(out, "compression", facts.compression)?;
    line(out, "pixels", facts.fidelity)?;
    line(out, "traits", &facts.traits.join(", "))
}

fn attribute(facts: &AttributeFacts, out: &mut String) -> Result {
    writeln!(out, "{}", if facts.name.is_empty() { "retired without a name" } else { facts.name })?;
    line(out, "tag", &facts.tag)?;
    line(out, "keyword", facts.keyword)?;
    line(out, "VR", facts.vr)?;
    line(out, "VM", facts.vm)?;
    line(out, "retired", if facts.retired { "yes" } else { "no" })?;
    facts.keys.iter().try_for_each(|key| {
        let returned =
            key.return_type.map(|returned| format!(", return type {returned}")).unwrap_or_default();
        let path = if key.path == facts.tag { String::new() } else { format!(" as {}", key.path) };
        line(out, "key", &format!("{}, {}: {}{returned}{path}", key.model, key.group, key.key_type))
    })
}
