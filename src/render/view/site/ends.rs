//! What the ends of links are called, and where they are reached.

use crate::model::{Direction, Endpoint, LifecycleStatus, LinkUse, Protocol, SiteEntity};
use crate::notation::WebAddress;

/// How many names a cell lists before it only counts.
const AT_MOST: usize = 12;

/// The ends of a link, as readers know them.
pub(super) struct Ends<'p> {
    /// The name of the source; of another site's with its organization.
    pub(super) source: String,
    /// The name of the target.
    pub(super) target: String,
    /// Both, where they are found.
    pub(super) found: Option<[Endpoint<'p>; 2]>,
}

impl<'p> Ends<'p> {
    pub(super) fn of(link: &LinkUse<'p>) -> Self {
        Self {
            source: name(link, link.link.source.as_deref(), link.source.found()),
            target: name(link, link.link.target.as_deref(), link.target.found()),
            found: link.ends().map(|(source, target)| [source, target]),
        }
    }

    /// Both ends in one line: `CT1 → PACS`.
    pub(super) fn label(&self, direction: Option<Direction>) -> String {
        let arrow = match arrow(direction) {
            "" => "–",
            arrow => arrow,
        };
        format!("{} {arrow} {}", self.source, self.target)
    }
}

fn name(link: &LinkUse<'_>, written: Option<&str>, end: Option<Endpoint<'_>>) -> String {
    let written = written.unwrap_or_default();
    let other = end.filter(|end| end.document.id != link.document.id);
    match other.and_then(|end| end.organization()) {
        Some(organization) => format!("{written} ({organization})"),
        None => written.to_owned(),
    }
}

/// A direction as an arrow.
pub(super) const fn arrow(direction: Option<Direction>) -> &'static str {
    match direction {
        Some(Direction::Push) => "→",
        Some(Direction::Pull) => "←",
        Some(Direction::Bidir) => "↔",
        None => "",
    }
}

/// Whether a link is of no use any more.
pub(super) fn is_obsolete(link: &LinkUse<'_>) -> bool {
    link.link.status() == LifecycleStatus::Obsolete
}

/// Where an entity is reached.
pub(super) struct Address {
    /// The host; empty where it is not stated.
    pub(super) host: String,
    /// The port; empty where it is not stated.
    pub(super) port: String,
    /// What is spoken there.
    pub(super) protocol: &'static str,
}

impl Address {
    pub(super) fn of(entity: &SiteEntity) -> Self {
        let url = entity.endpoint_url.as_deref().and_then(WebAddress::parse);
        match (entity.protocol(), url) {
            (Protocol::DicomWeb, Some(address)) => Self {
                host: address.host.to_string(),
                port: address.port.to_string(),
                protocol: if address.is_secure { "HTTPS" } else { "HTTP" },
            },
            (protocol, _) => Self {
                host: entity.host.as_deref().unwrap_or_default().trim().to_owned(),
                port: entity.port.map(|port| port.to_string()).unwrap_or_default(),
                protocol: protocol.as_str(),
            },
        }
    }
}

/// The first of many names, and how many more there are.
pub(super) fn some_of(mut names: Vec<String>) -> Vec<String> {
    if names.len() > AT_MOST {
        let more = names.len() - AT_MOST;
        names.truncate(AT_MOST);
        names.push(format!("and {more} more"));
    }
    names
}
