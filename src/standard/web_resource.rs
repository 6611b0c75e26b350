//! The resources of web services, and the media types in which an origin server has to have them (PS3.18).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::spelling::folded;
use super::{columns, rows};

/// A resource of a transaction of the Studies Service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebResource {
    /// The transaction.
    pub transaction: &'static str,
    /// The name.
    pub name: &'static str,
    /// The path below the base address.
    pub path: &'static str,
    /// What a retrieval returns (`instances`, `metadata`, `bulk data`, `rendered` or `thumbnail`), or the level of what
    /// a search finds; empty for what is stored.
    pub content: &'static str,
    /// Who has to have it.
    pub usage: Usage,
}

/// Which origin servers have to have a resource (PS3.18, Tables 10.3-2 and 10.6.1-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Usage {
    /// All of them.
    Mandatory,
    /// All but those that ask other systems over DIMSE.
    MandatoryForNative,
    /// Nobody.
    Optional,
}

/// What an author means by a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    /// This one.
    Known(&'static WebResource),
    /// One that PS3.18 does not list for the transaction.
    Other,
    /// What is written may stand for several, or for anything.
    Unclear,
}

/// What may follow the base address of a service.
pub const ROOTS: [&str; 10] = [
    "studies",
    "series",
    "instances",
    "workitems",
    "color-palettes",
    "defined-procedure-protocols",
    "hanging-protocols",
    "implant-templates",
    "inventories",
    "modality-scheduled-procedure-steps",
];

static RESOURCES: LazyLock<Vec<WebResource>> = LazyLock::new(|| {
    let resource = |row| {
        let [transaction, name, path, content, usage] = columns(row);
        let usage = match usage {
            "M" => Usage::Mandatory,
            "N" => Usage::MandatoryForNative,
            _ => Usage::Optional,
        };
        WebResource { transaction, name, path, content, usage }
    };
    rows(include_str!("tables/web_resources.tsv")).map(resource).collect()
});

/// The resources of a transaction of the Studies Service.
pub fn of_transaction(transaction: &str) -> impl Iterator<Item = &'static WebResource> {
    RESOURCES.iter().filter(move |resource| resource.transaction == transaction)
}

static BY_NAME: LazyLock<HashMap<(&str, String), &WebResource>> = LazyLock::new(|| {
    RESOURCES.iter().map(|known| ((known.transaction, folded(known.name)), known)).collect()
});

static BY_TEMPLATE: LazyLock<HashMap<(&str, String), &WebResource>> = LazyLock::new(|| {
    let templates = RESOURCES.iter().filter_map(|known| Some((known, template(known.path)?)));
    templates.map(|(known, template)| ((known.transaction, template), known)).collect()
});

/// The resource of a transaction of the Studies Service that is meant by a path such as `/studies/{StudyInstanceUID}`,
/// or by a name such as `All Studies`.
pub fn by_text(transaction: &str, text: &str) -> Meant {
    if let Some(known) = BY_NAME.get(&(transaction, folded(text))) {
        return Meant::Known(known);
    }
    let Some(template) = template(text) else { return Meant::Unclear };
    BY_TEMPLATE.get(&(transaction, template)).map_or(Meant::Other, |known| Meant::Known(known))
}

/// A path from its root on with all variables made alike; none for what is no path of single resources.
pub fn template(text: &str) -> Option<String> {
    let text = text.trim();
    let text = ["GET ", "POST "].iter().find_map(|method| text.strip_prefix(method)).unwrap_or(text);
    let path = &text[..text.find(['?', '#']).unwrap_or(text.len())];
    let path = path.strip_suffix('{').unwrap_or(path); // That of `{?query}`.
    let mut segments = Vec::new();
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        let is_enclosed = |open, close| segment.starts_with(open) && segment.ends_with(close);
        let inner = segment.trim_matches(['{', '}', '<', '>', ':']);
        let is_plain =
            |text: &str| text.chars().all(|next| next.is_ascii_alphanumeric() || "-_.+&".contains(next));
        if !is_plain(inner) {
            return None;
        }
        let is_variable = is_enclosed('{', '}') || is_enclosed('<', '>') || segment.starts_with(':');
        segments.push(if is_variable { "{}".to_owned() } else { segment.to_ascii_lowercase() });
    }
    let root = segments.iter().position(|segment| ROOTS.contains(&segment.as_str())).unwrap_or(0);
    Some(segments[root..].join("/"))
}

/// The media types that an origin server has to support in a transaction, for the contents of some resources (for
/// all, where none are named), as an edition of some year has it.
///
/// Those of a retrieval are in PS3.18, Table 10.4.4-1; those of the worklist in section 11.1.3. Those of a search, in
/// section 10.6.4, are written from memory.
pub fn required_media_types(
    service: &str,
    transaction: &str,
    contents: Option<&[&str]>,
    year: Option<u16>,
) -> Vec<&'static str> {
    let mut required = Vec::new();
    for row in rows(include_str!("tables/web_media_types.tsv")) {
        let [of, needs, content, media_type, since] = columns(row);
        let is_asked = content.is_empty() || contents.is_none_or(|contents| contents.contains(&content));
        let is_in_force = since.parse().ok().zip(year).is_none_or(|(since, year): (u16, _)| since <= year);
        let is_of_it = of == service && needs == transaction;
        if is_of_it && is_asked && is_in_force && !required.contains(&media_type) {
            required.push(media_type);
        }
    }
    required
}

/// The media type of the single parts: `application/dicom` of `multipart/related; type="application/dicom"`; none for
/// a text that is no media type.
pub fn media_type_of_parts(text: &str) -> Option<String> {
    let text = text.trim().to_ascii_lowercase();
    let (name, parameters) = text.split_once(';').unwrap_or((&text, ""));
    let part = parameters.split(';').find_map(|parameter| parameter.trim().strip_prefix("type="));
    let name = match (name.trim(), part) {
        ("multipart/related", Some(part)) => part.trim_matches(['"', '\'', ' ']),
        (name, _) => name,
    };
    let is_media_type = name.contains('/') && !name.contains(['*', ' ', '|', ',']);
    is_media_type.then(|| name.to_owned())
}
