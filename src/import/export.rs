//! A site → tables.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::cells;
use super::columns::{CMDB_ENTITIES, CMDB_LINKS, NAME};
use super::csv;
use super::{Columns, Subject};
use crate::model::Site;

/// What is written for another system, or for a sheet program.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exported {
    /// The text of the file.
    pub text: String,
    /// What it does not hold, or what the system would refuse.
    pub losses: Vec<String>,
}

/// The modalities that the other system knows.
const CMDB_MODALITIES: [&str; 10] = ["CT", "MR", "US", "XA", "NM", "CR", "DX", "PT", "SC", "OT"];

/// A table of a site, its first line the names of the columns. Reservations have columns of our own only.
pub fn table(site: &Site, subject: Subject, columns: Columns) -> Exported {
    match columns {
        Columns::Cmdb => cmdb(site, subject),
        Columns::Own => own(site, subject),
    }
}

/// What a site says of each entity, link or reservation, with its name.
fn said(site: &Site, subject: Subject) -> Vec<(String, Map<String, Value>)> {
    match subject {
        Subject::Entities => {
            let entities = site.application_entities.iter();
            entities.map(|(name, entity)| (name.clone(), cells::values(entity))).collect()
        }
        Subject::Reservations => {
            let reservations = site.reservations.iter();
            reservations.map(|(name, kept)| (name.clone(), cells::values(kept))).collect()
        }
        Subject::Links => {
            let text = |end: &Option<String>| end.clone().unwrap_or_else(|| "?".to_owned());
            let links = site.links.iter();
            links
                .map(|link| {
                    (format!("{} -> {}", text(&link.source), text(&link.target)), cells::values(link))
                })
                .collect()
        }
    }
}

fn own(site: &Site, subject: Subject) -> Exported {
    let is_named = subject.is_named();
    let mut headings: Vec<String> = is_named.then(|| NAME.to_owned()).into_iter().collect();
    headings.extend(subject.keys().iter().map(|key| (*key).to_owned()));
    let mut exported = Exported::default();
    let mut records = vec![headings];
    for (name, values) in said(site, subject) {
        let mut record: Vec<String> = is_named.then(|| name.clone()).into_iter().collect();
        for key in subject.keys() {
            let value = values.get(*key);
            let text = value.and_then(cells::text);
            if value.is_some() && text.is_none() {
                exported.losses.push(format!("`{name}`: `{key}` does not fit into a cell"));
            }
            record.push(text.unwrap_or_default());
        }
        records.push(record);
    }
    exported.text = csv::written(&records);
    exported
}

fn cmdb(site: &Site, subject: Subject) -> Exported {
    let columns = match subject {
        Subject::Entities => CMDB_ENTITIES,
        Subject::Links => CMDB_LINKS,
        // The database has none.
        Subject::Reservations => return own(site, subject),
    };
    let mut exported = Exported::default();
    let mut records = vec![columns.iter().map(|(heading, _)| (*heading).to_owned()).collect::<Vec<_>>()];
    for (name, values) in said(site, subject) {
        let mut losses = Vec::new();
        let record = columns.iter().map(|(_, key)| cell(site, subject, key, &values, &mut losses)).collect();
        records.push(record);
        let held: BTreeSet<&str> = columns.iter().map(|(_, key)| *key).collect();
        let lost = values.iter().filter(|(key, _)| !held.contains(key.as_str()));
        losses.extend(lost.map(|(key, _)| format!("there is no column for `{key}`")));
        if subject == Subject::Entities && values.get("ae_title").and_then(Value::as_str) != Some(&name) {
            losses.push("there is no column for its name, which is not its title".to_owned());
        }
        exported.losses.extend(losses.into_iter().map(|loss| format!("`{name}`: {loss}")));
    }
    if subject == Subject::Entities {
        let titles = site.reservations.iter().map(|(name, kept)| kept.ae_title.as_ref().unwrap_or(name));
        let loss = |title| format!("the title `{title}` is reserved, and there is no table of reservations");
        exported.losses.extend(titles.map(loss));
    }
    exported.text = csv::written(&records);
    exported
}

/// What the other system gets of a value.
fn cell(
    site: &Site,
    subject: Subject,
    key: &str,
    values: &Map<String, Value>,
    losses: &mut Vec<String>,
) -> String {
    let text = values.get(key).and_then(cells::text).unwrap_or_default();
    match (subject, key) {
        (_, "organization") if text.is_empty() => site.organization.clone().unwrap_or_default(),
        (Subject::Entities, "ae_title") => {
            let is_taken = |sign: char| sign.is_ascii_uppercase() || sign.is_ascii_digit() || sign == '_';
            if let Some(sign) = text.chars().find(|sign| !is_taken(*sign)) {
                losses.push(format!("the title `{text}` would be refused: it has `{sign}`"));
            }
            text
        }
        (Subject::Entities, "status") => {
            let (word, is_same) = match text.as_str() {
                "planned" => ("implementation", true),
                "approved" => ("implementation", false),
                "deprecated" => ("production", false),
                other => (other, true),
            };
            if !is_same {
                losses.push(format!("the status `{text}` becomes `{word}`"));
            }
            word.to_owned()
        }
        (Subject::Entities, "modality") if !text.is_empty() && !CMDB_MODALITIES.contains(&text.as_str()) => {
            losses.push(format!("the modality `{text}` is not in its list, and the cell stays blank"));
            String::new()
        }
        (Subject::Entities, "protocol") if text.is_empty() => "DICOM".to_owned(),
        (Subject::Links, "status") if text.is_empty() => "planned".to_owned(),
        (Subject::Links, "source" | "target") => {
            let entity = site.application_entities.get(text.trim_matches('"'));
            let title = entity.and_then(|entity| entity.ae_title.clone());
            if title.is_none() {
                losses.push(format!("the {key} `{text}` has no title in this site"));
            }
            title.unwrap_or(text)
        }
        _ => text,
    }
}
