//! `Tie`: a link as the entity sees it: who is at its other end, what it carries, and who opens the connection.

use crate::model::{Direction, Endpoint, LifecycleStatus, LinkUse};
use crate::pairing::{Carriage, Carried, CarriedKind, Ignorance, Side};

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

    const fn of(side: Side, own: Side) -> Self {
        if side as usize == own as usize { Self::Entity } else { Self::Peer }
    }
}

/// A link, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkSeen {
    /// The link in the short form, without its note.
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
    /// Who asks for the service.
    pub user: Opener,
    /// Whether it works for one SOP class at least, as far as is known.
    pub works: bool,
    /// The UIDs of the SOP classes.
    pub sop_classes: Vec<String>,
    /// The UIDs of the transfer syntaxes that are agreed.
    pub transfer_syntaxes: Vec<String>,
}

/// A link with the entity at one of its ends.
#[derive(Debug, Clone)]
pub(super) struct Tie<'t, 'p> {
    pub(super) link: &'t LinkUse<'p>,
    /// The other end, where it leads to an entity.
    pub(super) peer: Option<Endpoint<'p>>,
    /// The side of the entity; the source is the first one.
    pub(super) own: Side,
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
        if !self.is_known() {
            let is_source = (opener == Opener::Entity) == (self.own == Side::One);
            let both = self.link.link.direction.is_none_or(|direction| direction == Direction::Bidir);
            return (is_source || both).then(Vec::new);
        }
        let opened = self.services().filter(|carried| Opener::of(carried.opener, self.own) == opener);
        let mut names: Vec<String> = opened.map(name).collect();
        names.dedup();
        (!names.is_empty()).then_some(names)
    }

    /// Whether the statements tell what goes over the link, and that is something.
    pub(super) fn is_known(&self) -> bool {
        self.services().next().is_some()
    }

    /// What goes over it beside the attempt whether somebody is there.
    pub(super) fn services(&self) -> impl Iterator<Item = &Carried<'p>> + Clone {
        self.carriage.services().iter().filter(|carried| carried.kind != CarriedKind::Verification)
    }

    /// Whether a side asks for a service.
    pub(super) fn asks(&self, user: Opener, kind: CarriedKind<'_>) -> bool {
        self.services().any(|carried| carried.kind == kind && Opener::of(carried.user, self.own) == user)
    }

    /// Who asks for a service.
    pub(super) fn user(&self, carried: &Carried<'_>) -> Opener {
        Opener::of(carried.user, self.own)
    }

    pub(super) fn seen(&self) -> LinkSeen {
        let services = self.services().map(|carried| ServiceSeen {
            name: name(carried),
            opener: Opener::of(carried.opener, self.own),
            user: self.user(carried),
            works: carried.works(),
            sop_classes: carried.sop_classes.iter().map(ToString::to_string).collect(),
            transfer_syntaxes: carried.transfer_syntaxes.iter().map(ToString::to_string).collect(),
        });
        LinkSeen {
            text: text(self.link),
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
        match self.carriage.ignorance() {
            None => "the statements of its ends have no service in common that goes this way".to_owned(),
            Some(Ignorance::NoEntity(side)) => format!("{} leads to no entity", name(side)),
            Some(Ignorance::NoStatement(side)) => format!("{} implements no statement", name(side)),
            Some(Ignorance::NoStatements) => "neither end implements a statement".to_owned(),
            Some(Ignorance::NoDirection) => "it does not say which way data goes".to_owned(),
            Some(Ignorance::DifferentProtocols) => "its ends speak different protocols".to_owned(),
            Some(Ignorance::OtherProtocol) => "its ends speak a protocol of which DICOM says nothing".to_owned(),
            Some(Ignorance::IncompleteStatement(side)) => {
                format!("the statement of {} does not list all that it does", name(side))
            }
        }
    }
}

/// A link in the short form, without its note.
pub(super) fn text(link: &LinkUse<'_>) -> String {
    let end = |end: &Option<String>| end.as_deref().unwrap_or("?").to_owned();
    let direction = link.link.direction.map(|direction| format!(" {}", direction.as_str().to_lowercase()));
    format!("{} -> {}{}", end(&link.link.source), end(&link.link.target), direction.unwrap_or_default())
}

/// What a service is called.
pub(super) fn name(carried: &Carried<'_>) -> String {
    match carried.answers {
        Some(CarriedKind::RetrievalByMove) => "delivery of C-MOVE".to_owned(),
        Some(_) => format!("{} result", carried.kind.name()),
        None => carried.kind.name().to_owned(),
    }
}
