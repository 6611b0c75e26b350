//! What hangs on an Application Entity of a site: what a change of it asks of every system that it has a link with.
//!
//! Who opens a connection follows from what a link carries; of a link of which nobody can tell, the source opens it, and
//! that is said. What the change itself would break is found by asking the rules about the site as it would be.

mod change;
mod find;
mod firewall;
mod loss;
mod objection;
mod own;
mod scene;
mod system;
mod task;
mod tie;

use crate::config::Config;
use crate::finding::Severity;
use crate::lint::Circumstances;
use crate::model::{Endpoint, LifecycleStatus, Project, Protocol};
use crate::pairing::Surroundings;

pub use self::change::{Alteration, Change};
pub use self::find::{Unfound, find};
pub use self::firewall::{FirewallRule, RuleAction};
pub use self::loss::Loss;
pub use self::system::{System, SystemKind};
pub use self::task::{Task, TaskKind};
pub use self::tie::{LinkSeen, Opener, ServiceSeen};

use self::scene::Scene;

/// What a change of an entity asks of whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consequences {
    /// The entity.
    pub entity: Deployed,
    /// The system that it belongs to.
    pub system: System,
    /// What of it changes, value by value; nothing where it is removed, or where nothing was asked.
    pub alterations: Vec<Alteration>,
    /// What is to become of it.
    pub fate: Fate,
    /// The rules that the change breaks which count as errors: it cannot be made so.
    pub objections: Vec<Objection>,
    /// What else the rules find doubtful about it.
    pub doubts: Vec<Objection>,
    /// What is to be done at the system itself, and in the inventory.
    pub own: Vec<Task>,
    /// The systems that it has links with, in the order of the links; those first that have something to do.
    pub peers: Vec<Peer>,
    /// What is to be opened and closed between them.
    pub firewall: Vec<FirewallRule>,
    /// How many links of it are obsolete, and not looked at.
    pub obsolete: usize,
}

/// What is to become of an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// It stays, with other values.
    Stays,
    /// It is taken away, or becomes obsolete.
    Leaves,
    /// Nothing was asked: what would happen if it were taken away.
    Questioned,
}

/// A system that an entity has links with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peer {
    /// The system.
    pub system: System,
    /// The organization that governs it.
    pub organization: Option<String>,
    /// Who answers for its entities, and how they are reached.
    pub owners: Vec<String>,
    /// The entities of it that have links with the entity.
    pub entities: Vec<Deployed>,
    /// The links, in the author's order.
    pub links: Vec<LinkSeen>,
    /// What is to be done there.
    pub tasks: Vec<Task>,
    /// The services that it loses, where the entity goes.
    pub losses: Vec<Loss>,
}

/// An entity as it is deployed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deployed {
    /// The path of the site.
    pub file: String,
    /// The author's name for it.
    pub name: String,
    /// Its AE title.
    pub ae_title: Option<String>,
    /// The organization that governs it.
    pub organization: Option<String>,
    /// What it speaks.
    pub protocol: Protocol,
    /// Host and port, or the base URL.
    pub address: Option<String>,
    /// Its stage of life.
    pub status: Option<LifecycleStatus>,
}

/// What a rule has against a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// The name of the rule.
    pub rule: String,
    /// The site in which something is wrong then.
    pub file: Option<String>,
    /// The address of what is wrong there, as the site would be.
    pub route: Option<String>,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
}

impl Consequences {
    /// Whether a rule stands against the change.
    pub const fn is_refused(&self) -> bool {
        !self.objections.is_empty()
    }

    /// How many things are to be done, those at the system itself aside.
    pub fn count(&self) -> usize {
        let at_peers: usize = self.peers.iter().map(|peer| peer.tasks.len() + peer.losses.len()).sum();
        let changed = self.firewall.iter().filter(|rule| rule.action != RuleAction::InUse);
        at_peers + changed.count()
    }

    /// The systems that have something to do or lose something.
    pub fn affected(&self) -> impl Iterator<Item = &Peer> + Clone {
        self.peers.iter().filter(|peer| peer.is_affected())
    }
}

impl Peer {
    /// Whether it has something to do, or loses something.
    pub const fn is_affected(&self) -> bool {
        !self.tasks.is_empty() || !self.losses.is_empty()
    }
}

impl Deployed {
    fn of(endpoint: &Endpoint<'_>) -> Self {
        let entity = endpoint.entity;
        Self {
            file: endpoint.document.path.clone(),
            name: endpoint.name.to_owned(),
            ae_title: entity.ae_title.clone(),
            organization: endpoint.organization().map(str::to_owned),
            protocol: entity.protocol(),
            address: firewall::shown_address(entity),
            status: entity.status,
        }
    }
}

/// What changes of an entity ask of whom; without changes, what hangs on it. The rules are asked as they are configured,
/// in the circumstances of the day.
pub fn impact<'p>(
    project: &'p Project,
    (config, circumstances): (&Config, &Circumstances),
    endpoint: Endpoint<'p>,
    changes: &[Change],
) -> Consequences {
    let surroundings = Surroundings::of(project);
    let scene = Scene::of(&surroundings, endpoint, changes);
    let ties = scene.ties();
    let (objections, doubts) = objection::objections(&scene, project, (config, circumstances));
    let mut peers = scene.peers(&ties);
    peers.sort_by_key(|peer| !peer.is_affected());
    Consequences {
        entity: Deployed::of(&endpoint),
        system: System::of(&endpoint),
        fate: scene.fate,
        objections,
        doubts,
        own: own::tasks(&scene, &ties),
        peers,
        firewall: firewall::rules(&scene, &ties),
        obsolete: scene.obsolete,
        alterations: scene.alterations,
    }
}
