//! Which links of a site are encrypted.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Ground;
use super::ends::Address;
use crate::model::{Endpoint, Protocol};

/// How many links are encrypted, of an organization or between network zones.
#[derive(Debug, Serialize)]
pub struct EncryptionRow {
    /// Of which links: those of an organization, within a zone or from zone to zone.
    pub scope: String,
    /// How many there are.
    pub links: usize,
    /// How many are encrypted.
    pub encrypted: usize,
    /// How many are not.
    pub unencrypted: usize,
    /// Of how many it is not known.
    pub unknown: usize,
}

/// A link that leaves its network zone and is not encrypted.
#[derive(Debug, Serialize)]
pub struct UnencryptedRow {
    /// Source and target.
    pub link: String,
    /// The zone of the source.
    pub from: String,
    /// The zone of the target.
    pub to: String,
    /// What is spoken.
    pub protocol: &'static str,
    /// The stage of life.
    pub status: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Scope<'p> {
    Organization(&'p str),
    Within(&'p str),
    Across(&'p str, &'p str),
}

/// Whether what two ends speak is encrypted; nothing where it is not known.
fn is_encrypted(ends: Option<[Endpoint<'_>; 2]>) -> Option<bool> {
    let [source, target] = ends?;
    let protocol = source.entity.protocol();
    if protocol != target.entity.protocol() {
        return None;
    }
    match protocol {
        Protocol::Dicom => Some(false),
        Protocol::DicomTls => Some(true),
        Protocol::Other => None,
        Protocol::DicomWeb => match Address::of(target.entity).protocol {
            "HTTPS" => Some(true),
            "HTTP" => Some(false),
            _ => None,
        },
    }
}

/// The zone of an entity; empty where it is not stated.
fn zone<'p>(end: &Endpoint<'p>) -> &'p str {
    end.entity.zone.as_deref().unwrap_or_default().trim()
}

/// How many links are encrypted: by organization, within zones and across them.
pub(super) fn rows(ground: &Ground<'_, '_>) -> Vec<EncryptionRow> {
    let mut counts: BTreeMap<Scope<'_>, [usize; 3]> = BTreeMap::new();
    for (link, ends, _) in ground.links() {
        let column = match is_encrypted(ends.found) {
            Some(true) => 0,
            Some(false) => 1,
            None => 2,
        };
        counts.entry(Scope::Organization(link.organization.unwrap_or_default())).or_default()[column] += 1;
        let Some([source, target]) = ends.found else { continue };
        let (from, to) = (zone(&source), zone(&target));
        let scope = if from == to { Scope::Within(from) } else { Scope::Across(from, to) };
        counts.entry(scope).or_default()[column] += 1;
    }
    let has_zones = counts.keys().any(|scope| !matches!(scope, Scope::Organization(_) | Scope::Within("")));
    let shown = counts.into_iter().filter(|(scope, _)| has_zones || matches!(scope, Scope::Organization(_)));
    shown
        .map(|(scope, [encrypted, unencrypted, unknown])| EncryptionRow {
            scope: named(scope),
            links: encrypted + unencrypted + unknown,
            encrypted,
            unencrypted,
            unknown,
        })
        .collect()
}

fn named(scope: Scope<'_>) -> String {
    let zone = |zone: &str| if zone.is_empty() { "no zone".to_owned() } else { zone.to_owned() };
    match scope {
        Scope::Organization("") => "All links".to_owned(),
        Scope::Organization(name) => name.to_owned(),
        Scope::Within("") => "Between entities without a zone".to_owned(),
        Scope::Within(name) => format!("Within {name}"),
        Scope::Across(from, to) => format!("{} → {}", zone(from), zone(to)),
    }
}

/// The links that leave their zone and are not encrypted.
pub(super) fn unencrypted(ground: &Ground<'_, '_>) -> Vec<UnencryptedRow> {
    let crossing = ground.links().filter_map(|(link, ends, _)| {
        let [source, target] = ends.found?;
        let (from, to) = (zone(&source), zone(&target));
        let crosses = !from.is_empty() && !to.is_empty() && from != to;
        (crosses && is_encrypted(ends.found) == Some(false)).then(|| UnencryptedRow {
            link: ends.label(link.link.direction),
            from: from.to_owned(),
            to: to.to_owned(),
            protocol: Address::of(target.entity).protocol,
            status: link.link.status().as_str(),
        })
    });
    crossing.collect()
}
