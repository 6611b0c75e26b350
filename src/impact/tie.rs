//! `Tie`: a link as the entity sees it: who is at its other end, what it carries, and who opens the connection.

use std::collections::HashSet;

use super::find::stem;
use crate::finding::DocumentId;
use crate::model::{Direction, Endpoint, LifecycleStatus, LinkUse};
use crate::pairing::{Carriage, Gap, LinkService, LinkServiceKind, Side};

/// Who opens a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Opener {
    /// The other system.
    Peer,
    /// The entity.
    Entity,
}

impl Opener {
    /// The word for programs.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Peer => "peer",
            Self::Entity => "entity",
        }
    }
}

/// A link, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkSeen {
    /// The link in the short form, without status and note; its ends are named by their site where it is another one.
    pub text: String,
    /// The path of the site that governs it.
    pub file: String,
    /// Its position in the list of that site.
    pub index: usize,
    /// Its stage of life.
    pub status: LifecycleStatus,
    /// Whether it leads to the entity.
    pub is_inbound: bool,
    /// What it carries.
    pub services: Vec<ServiceSeen>,
    /// Why that is not known.
    pub unknown: Option<String>,
}

/// A service that a link carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceSeen {
    /// What it is called.
    pub name: String,
    /// Who opens the connection.
    pub opener: Opener,
    /// Whether it answers on a connection of its own what the other side has asked for.
    pub is_answer: bool,
    /// Whether it works for one SOP class at least, as far as is known.
    pub works: bool,
    /// The UIDs of the SOP classes.
    pub sop_classes: Vec<String>,
    /// The UIDs of the transfer syntaxes that are agreed.
    pub transfer_syntaxes: Vec<String>,
}

/// A link that has to do with the entity: it stands at an end, or what is answered over the link comes to it.
#[derive(Debug, Clone)]
pub(super) struct Tie<'t, 'p> {
    pub(super) link: &'t LinkUse<'p>,
    /// The entity.
    pub(super) entity: Endpoint<'p>,
    /// The other end, where it leads to an entity.
    pub(super) peer: Option<Endpoint<'p>>,
    /// The side of the entity; the source is the first one.
    pub(super) own: Side,
    /// Whether the entity itself stands at that end, or another one of its system.
    pub(super) is_end: bool,
    pub(super) carriage: Carriage<'p>,
}

impl<'p> Tie<'_, 'p> {
    /// What the other end is called in the link.
    pub(super) fn written(&self) -> &'p str {
        let end = match self.own {
            Side::One => &self.link.link.target,
            Side::Other => &self.link.link.source,
        };
        end.as_deref().unwrap_or_default()
    }

    /// The services for which somebody opens a connection, by what they are called; `None` where he opens none. It is an
    /// empty list where nobody can tell the services.
    pub(super) fn opened_by(&self, opener: Opener) -> Option<Vec<String>> {
        let found = self.acceptors(opener);
        (!found.is_empty()).then(|| {
            let mut names: Vec<String> = found.into_iter().flat_map(|(_, names)| names).collect();
            let mut seen = HashSet::new();
            names.retain(|name| seen.insert(name.clone()));
            names
        })
    }

    /// Where the connections lead that somebody opens, each with what it is for. What is answered to a neighbour of the
    /// entity does not lead to it.
    pub(super) fn acceptors(&self, opener: Opener) -> Vec<(Endpoint<'p>, Vec<String>)> {
        if !self.is_known() {
            return self.presumed(opener).into_iter().collect();
        }
        let Some((source, target)) = self.link.ends() else { return Vec::new() };
        let mut acceptors: Vec<(Endpoint<'p>, Vec<String>)> = Vec::new();
        for service in self.services().filter(|service| self.opener(service) == opener) {
            let Some(acceptor) = service.acceptor([source, target]) else { continue };
            if opener == Opener::Peer && !acceptor.is(&self.entity) {
                continue;
            }
            let position = acceptors.iter().position(|(known, _)| known.is(&acceptor)).unwrap_or_else(|| {
                acceptors.push((acceptor, Vec::new()));
                acceptors.len() - 1
            });
            let (name, names) = (name(service), &mut acceptors[position].1);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        acceptors
    }

    /// Where nobody can tell what a link carries: its source opens the connection, of a link in both directions either.
    fn presumed(&self, opener: Opener) -> Option<(Endpoint<'p>, Vec<String>)> {
        let is_source = (opener == Opener::Entity) == (self.own == Side::One);
        let both = self.link.link.direction.is_none_or(|direction| direction == Direction::Bidir);
        let acceptor = if opener == Opener::Entity { self.peer } else { Some(self.entity) };
        acceptor.filter(|_| self.is_end && (is_source || both)).map(|acceptor| (acceptor, Vec::new()))
    }

    /// Whether the statements tell what goes over the link, and that is something.
    pub(super) fn is_known(&self) -> bool {
        self.services().next().is_some()
    }

    /// What goes over it and has to do with the entity, the attempt whether somebody is there aside.
    pub(super) fn services(&self) -> impl Iterator<Item = &LinkService<'p>> + Clone {
        let ends = self.link.ends();
        let concerns = move |service: &&LinkService<'p>| {
            let acceptor = || ends.and_then(|(source, target)| service.acceptor([source, target]));
            self.is_end || acceptor().is_some_and(|acceptor| acceptor.is(&self.entity))
        };
        let services = self.carriage.services.iter();
        services.filter(|service| service.kind != LinkServiceKind::Verification).filter(concerns)
    }

    /// Whether a side asks for a service.
    pub(super) fn asks(&self, user: Opener, kind: LinkServiceKind) -> bool {
        let asked = self.services().filter(|service| !service.is_way_back() && service.kind == kind);
        self.is_end && asked.clone().any(|service| self.opener(service) == user)
    }

    /// Who opens the connections of a service.
    pub(super) fn opener(&self, service: &LinkService<'_>) -> Opener {
        if service.opener == self.own { Opener::Entity } else { Opener::Peer }
    }

    pub(super) fn seen(&self) -> LinkSeen {
        let services = self.services().map(|service| ServiceSeen {
            name: name(service),
            opener: self.opener(service),
            is_answer: service.is_way_back(),
            works: service.is_carried(),
            sop_classes: service.sop_classes.iter().map(ToString::to_string).collect(),
            transfer_syntaxes: service.transfer_syntaxes.iter().map(ToString::to_string).collect(),
        });
        LinkSeen {
            text: text(self.link, self.entity.document.id),
            file: self.link.document.path.clone(),
            index: self.link.index,
            status: self.link.link.status(),
            is_inbound: self.own == Side::Other,
            services: services.collect(),
            unknown: (!self.is_known()).then(|| self.ignorance()),
        }
    }

    /// Why nobody can tell what it carries.
    fn ignorance(&self) -> String {
        let name = |side: Side| {
            let end = if side == Side::One { &self.link.link.source } else { &self.link.link.target };
            format!("`{}`", end.as_deref().unwrap_or_default())
        };
        match self.carriage.gap {
            None => "the statements of its ends have no service in common that goes this way".to_owned(),
            Some(Gap::Link) => "an end or the direction is missing, or leads nowhere".to_owned(),
            Some(Gap::NoStatement { source: true, target: true }) => {
                "neither end implements a statement".to_owned()
            }
            Some(Gap::NoStatement { source, .. }) => {
                let side = if source { Side::One } else { Side::Other };
                format!("{} implements no statement", name(side))
            }
            Some(Gap::NotFound(side)) => format!("what {} implements is not to be found", name(side)),
            Some(Gap::Protocols) => "its ends speak different protocols".to_owned(),
            Some(Gap::OtherProtocol) => "its ends speak a protocol of which DICOM says nothing".to_owned(),
            Some(Gap::Incomplete(side)) => {
                format!("the statement of {} does not list all that it does", name(side))
            }
        }
    }
}

/// A link in the short form, without its note, as it is told from a document: ends in its own site are named by that site
/// if it is another one.
pub(super) fn text(link: &LinkUse<'_>, from: DocumentId) -> String {
    let end = |end: &Option<String>| {
        let end = end.as_deref().unwrap_or("?");
        if link.document.id == from || end.contains('#') {
            return end.to_owned();
        }
        format!("{}#{end}", stem(&link.document.path))
    };
    let direction = link.link.direction.map(|direction| format!(" {}", direction.as_str().to_lowercase()));
    format!("{} -> {}{}", end(&link.link.source), end(&link.link.target), direction.unwrap_or_default())
}

/// What a service is called.
pub(super) fn name(service: &LinkService<'_>) -> String {
    match service.answers {
        Some(LinkServiceKind::Move) => "delivery of C-MOVE".to_owned(),
        Some(_) => format!("{} result", service.kind.as_str()),
        None => service.kind.as_str().to_owned(),
    }
}
