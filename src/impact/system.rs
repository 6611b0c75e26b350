//! `System`: what one person switches on and off, however many entities it has.

use crate::finding::DocumentId;
use crate::model::Endpoint;

/// By what entities are known to be one system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SystemKind {
    /// The server or virtual machine.
    FunctionalCi,
    /// The physical device.
    Equipment,
    /// The host.
    Host,
    /// Nothing but the entity itself.
    Entity,
}

impl SystemKind {
    /// The name for programs: the key that it is read from.
    pub const fn id(self) -> &'static str {
        match self {
            Self::FunctionalCi => "functional_ci",
            Self::Equipment => "equipment",
            Self::Host => "host",
            Self::Entity => "entity",
        }
    }
}

/// A system of one or several entities.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct System {
    /// By what its entities are known to belong together.
    pub kind: SystemKind,
    /// What it is called.
    pub name: String,
}

/// A system, and the site that it stands in.
pub(super) type SystemId = (DocumentId, System);

impl System {
    /// The system of an entity: its functional CI, else its equipment, else its host, else itself.
    pub fn of(endpoint: &Endpoint<'_>) -> Self {
        let entity = endpoint.entity;
        let kinds = [
            (SystemKind::FunctionalCi, &entity.functional_ci),
            (SystemKind::Equipment, &entity.equipment),
            (SystemKind::Host, &entity.host),
        ];
        let found = kinds.into_iter().find_map(|(kind, name)| {
            let name = name.as_deref()?.trim();
            (!name.is_empty()).then(|| Self { kind, name: name.to_owned() })
        });
        found.unwrap_or_else(|| Self { kind: SystemKind::Entity, name: endpoint.name.to_owned() })
    }
}

/// The system of an entity, told from those of other sites.
pub(super) fn system_id(endpoint: &Endpoint<'_>) -> SystemId {
    (endpoint.document.id, System::of(endpoint))
}
