//! `Configuration`: what a system needs to know about its peers.

use std::collections::{HashMap, HashSet};

use super::{Format, dcm4chee, dcmtk, orthanc};
use crate::model::{Content, Document, Endpoint, LifecycleStatus, Project, Protocol, References, Role, Site};
use crate::standard::ae_title::{self, Malformation};

use super::export::Exported;

/// The other end of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Peer {
    /// The author's name for it.
    pub(super) name: String,
    pub(super) ae_title: String,
    pub(super) host: String,
    /// None where it only asks and never answers.
    pub(super) port: Option<u16>,
    pub(super) is_secure: bool,
    pub(super) role: Option<Role>,
    pub(super) description: Option<String>,
}

/// A system, and the peers that it has links with.
#[derive(Debug, Clone)]
pub struct Configuration {
    /// The author's name for the system.
    pub name: String,
    pub(super) peers: Vec<Peer>,
    /// What is left out, and why.
    pub(super) remarks: Vec<String>,
}

/// The peers of an entity of a site: the other ends of its links, as long as neither is obsolete. Nothing where the site
/// has no such entity.
pub fn peers(project: &Project, document: &Document, name: &str) -> Option<Configuration> {
    let Content::Site(site) = &document.content else { return None };
    site.application_entities.get(name)?;
    let mut configuration = Configuration { name: name.to_owned(), peers: Vec::new(), remarks: Vec::new() };
    let references = References::of(project);
    for (other, end) in other_ends(&references, document, site, name) {
        let Some(end) = end else {
            configuration.leave_out(&other, "there is no such entity");
            continue;
        };
        if end.entity.status != Some(LifecycleStatus::Obsolete) {
            configuration.take(&other, &end);
        }
    }
    Some(configuration)
}

/// The other ends of the links of an entity, each once, in the order of the links.
fn other_ends<'p>(
    references: &References<'p>,
    document: &'p Document,
    site: &'p Site,
    name: &str,
) -> Vec<(String, Option<Endpoint<'p>>)> {
    let mut ends: Vec<(String, Option<Endpoint<'p>>)> = Vec::new();
    let mut known: HashSet<&str> = HashSet::new();
    for link in site.links.iter().filter(|link| link.status() != LifecycleStatus::Obsolete) {
        let (source, target) = (link.source.as_deref(), link.target.as_deref());
        let found = [source, target].map(|end| references.end(document, site, end).found());
        let is_own = |end: &Option<Endpoint<'_>>| {
            end.is_some_and(|end| end.document.id == document.id && end.name == name)
        };
        let (written, other) = match (is_own(&found[0]), is_own(&found[1])) {
            (true, false) => (target, found[1]),
            (false, true) => (source, found[0]),
            _ => continue,
        };
        let written = written.unwrap_or_default();
        if known.insert(written) {
            ends.push((written.to_owned(), other));
        }
    }
    ends
}

impl Configuration {
    fn leave_out(&mut self, name: &str, why: &str) {
        self.remarks.push(left_out(name, why));
    }

    fn take(&mut self, name: &str, end: &Endpoint<'_>) {
        let entity = end.entity;
        if !entity.protocol().is_dimse() {
            return self.leave_out(name, &format!("it speaks {}", entity.protocol()));
        }
        let Some(title) = entity.ae_title.as_deref().map(str::trim) else {
            return self.leave_out(name, "it has no AE title");
        };
        if let Some(fault) = ae_title::malformation(title) {
            let why = match fault {
                Malformation::Forbidden(_) => "has a character that no title may have",
                Malformation::Blank => "is blank",
                Malformation::TooLong(_) => "has more than 16 characters",
            };
            return self.leave_out(name, &format!("its title `{title}` {why}"));
        }
        let Some(host) = entity.host.clone() else { return self.leave_out(name, "it has no host") };
        let port = entity.port.and_then(|port| u16::try_from(port).ok()).filter(|port| *port > 0);
        self.peers.push(Peer {
            name: name.replace('"', ""),
            ae_title: title.to_owned(),
            host,
            port,
            is_secure: entity.protocol() == Protocol::DicomTls,
            role: entity.role,
            description: entity.description.as_ref().map(|text| text.as_str().to_owned()),
        });
    }

    /// What a system of some format reads, and what it could not hold.
    pub fn written(&self, format: Format) -> Exported {
        let Written { mut exported, left_out } = match format {
            Format::Orthanc => orthanc::written(self),
            Format::Dcm4chee => dcm4chee::written(self),
            Format::Dcmtk => dcmtk::written(self),
        };
        let ignores_case = format == Format::Orthanc;
        let folded = |title: &str| if ignores_case { title.to_uppercase() } else { title.to_owned() };
        let mut titled: HashMap<String, &Peer> = HashMap::new();
        for peer in self.peers.iter().filter(|peer| !left_out.contains(peer.name.as_str())) {
            let other = *titled.entry(folded(&peer.ae_title)).or_insert(peer);
            if !std::ptr::eq(other, peer) {
                let message = format!(
                    "`{}` and `{}` have the titles `{}` and `{}`, by which the system cannot tell them apart",
                    other.name, peer.name, other.ae_title, peer.ae_title
                );
                exported.losses.push(message);
            }
        }
        exported.losses.splice(0..0, self.remarks.iter().cloned());
        exported
    }
}

/// What a system reads, and which peers it does not.
#[derive(Debug, Default)]
pub(super) struct Written<'c> {
    pub(super) exported: Exported,
    /// The names of the peers that are left out.
    left_out: HashSet<&'c str>,
}

impl<'c> Written<'c> {
    /// Says what is lost.
    pub(super) fn lose(&mut self, what: String) {
        self.exported.losses.push(what);
    }

    /// Leaves a peer out, and says why.
    pub(super) fn leave_out(&mut self, peer: &'c Peer, why: &str) {
        self.lose(left_out(&peer.name, why));
        self.left_out.insert(&peer.name);
    }
}

fn left_out(name: &str, why: &str) -> String {
    format!("`{name}` is left out: {why}")
}
