//! What an impact is as JSON: the records of which its schema is made.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use crate::impact::TaskKind;

/// The version of this form; it changes when a reader of it would have to.
pub(super) const VERSION: u32 = 1;

/// What `dicomply impact --format json` writes: what a change of an Application Entity asks of whom. Keys may be added;
/// `version` changes when one goes or means something else.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Impact of dicomply")]
pub(super) struct Object<'c> {
    /// The version of this form.
    #[schemars(extend("const" = VERSION))]
    pub(super) version: u32,
    /// The entity, as it is today.
    pub(super) entity: EntityRow<'c>,
    /// The system that it belongs to.
    pub(super) system: SystemRow<'c>,
    /// Whether it stays with other values, leaves, or nothing was asked, which is answered as if it left.
    #[schemars(extend("enum" = ["stays", "leaves", "questioned"]))]
    pub(super) fate: &'static str,
    /// The values that change.
    pub(super) alterations: Vec<AlterationRow<'c>>,
    /// Whether the change breaks a rule that counts as an error.
    pub(super) is_refused: bool,
    /// Those rules.
    pub(super) objections: Vec<ObjectionRow<'c>>,
    /// What else would be doubtful.
    pub(super) doubts: Vec<ObjectionRow<'c>>,
    /// What is to be done at the entity itself, and in the inventory.
    pub(super) tasks: Vec<TaskRow<'c>>,
    /// The systems that it has links with; those first that have something to do.
    pub(super) peers: Vec<PeerRow<'c>>,
    /// What firewalls have to open and close, or what is in use.
    pub(super) firewall: Vec<RuleRow<'c>>,
    /// How many links of the entity are obsolete, and not looked at.
    pub(super) obsolete_links: usize,
}

/// A deployed entity.
#[derive(Serialize, JsonSchema)]
pub(super) struct EntityRow<'c> {
    /// The path of the site.
    pub(super) file: &'c str,
    /// Its name there.
    pub(super) name: &'c str,
    /// Its AE title.
    pub(super) ae_title: Option<&'c str>,
    /// The organization that governs it.
    pub(super) organization: Option<&'c str>,
    /// What it speaks.
    pub(super) protocol: &'static str,
    /// Host and port, or the base URL.
    pub(super) address: Option<&'c str>,
    /// Its stage of life.
    pub(super) status: Option<&'static str>,
}

/// A system of one or several entities.
#[derive(Serialize, JsonSchema)]
pub(super) struct SystemRow<'c> {
    /// What it is called.
    pub(super) name: &'c str,
    /// The key by which its entities are known to belong together.
    #[schemars(extend("enum" = ["functional_ci", "equipment", "host", "entity"]))]
    pub(super) known_by: &'static str,
}

/// A value that changes.
#[derive(Serialize, JsonSchema)]
pub(super) struct AlterationRow<'c> {
    /// Its key in the inventory.
    pub(super) key: &'static str,
    /// What it was.
    pub(super) before: Option<&'c str>,
    /// What it becomes.
    pub(super) after: &'c str,
}

/// What a rule has against a change.
#[derive(Serialize, JsonSchema)]
pub(super) struct ObjectionRow<'c> {
    /// The name of the rule.
    pub(super) rule: &'c str,
    /// The path of the site in which something is wrong then.
    pub(super) file: Option<&'c str>,
    /// The address of what is wrong there, as the site would be.
    pub(super) route: Option<&'c str>,
    /// How much it matters.
    #[schemars(extend("enum" = ["error", "warning", "info"]))]
    pub(super) severity: &'static str,
    /// What is wrong.
    pub(super) message: &'c str,
    /// How to mend it.
    pub(super) help: Option<&'c str>,
}

/// One thing to do.
#[derive(Serialize, JsonSchema)]
pub(super) struct TaskRow<'c> {
    /// What it is about.
    #[schemars(schema_with = "kinds")]
    pub(super) kind: &'static str,
    /// What is to be done; values stand in backticks.
    pub(super) text: &'c str,
    /// The services that depend on it; none where nobody can tell, or where it is about no service.
    pub(super) services: &'c [String],
}

/// A system that the entity has links with.
#[derive(Serialize, JsonSchema)]
pub(super) struct PeerRow<'c> {
    /// The system.
    pub(super) system: SystemRow<'c>,
    /// The organization that governs it.
    pub(super) organization: Option<&'c str>,
    /// Who answers for it, and how they are reached.
    pub(super) owners: &'c [String],
    /// Its entities that have links with the entity.
    pub(super) entities: Vec<EntityRow<'c>>,
    /// The links.
    pub(super) links: Vec<LinkRow<'c>>,
    /// What is to be done there.
    pub(super) tasks: Vec<TaskRow<'c>>,
    /// The services that it loses.
    pub(super) losses: Vec<LossRow<'c>>,
}

/// A link.
#[derive(Serialize, JsonSchema)]
pub(super) struct LinkRow<'c> {
    /// The link in the short form, without status and note; its ends are named by their site where it is another one.
    pub(super) text: &'c str,
    /// The path of the site that governs it.
    pub(super) file: &'c str,
    /// Its address there.
    pub(super) route: String,
    /// Its stage of life.
    pub(super) status: &'static str,
    /// Whether it leads to the entity.
    pub(super) is_inbound: bool,
    /// What it carries.
    pub(super) services: Vec<ServiceRow<'c>>,
    /// Why that is not known.
    pub(super) unknown: Option<&'c str>,
}

/// A service that a link carries.
#[derive(Serialize, JsonSchema)]
pub(super) struct ServiceRow<'c> {
    /// What it is called.
    pub(super) name: &'c str,
    /// Who opens the connection.
    #[schemars(extend("enum" = ["peer", "entity"]))]
    pub(super) opener: &'static str,
    /// Whether it answers on a connection of its own what the other side has asked for.
    pub(super) is_answer: bool,
    /// Whether it works for one SOP class at least, as far as is known.
    pub(super) works: bool,
    /// The UIDs of the SOP classes.
    pub(super) sop_classes: &'c [String],
    /// The UIDs of the transfer syntaxes that both sides support.
    pub(super) transfer_syntaxes: &'c [String],
}

/// A service that a system loses.
#[derive(Serialize, JsonSchema)]
pub(super) struct LossRow<'c> {
    /// What it is called.
    pub(super) service: &'c str,
    /// The entity of the system that loses it.
    pub(super) entity: &'c str,
    /// Whether that entity asks for it; else it gets something by it.
    pub(super) is_user: bool,
    /// Other links over which the system asks for it; none are named for what it gets.
    pub(super) alternatives: &'c [String],
}

/// What has to be let through between two hosts.
#[derive(Serialize, JsonSchema)]
pub(super) struct RuleRow<'c> {
    /// What is done about it.
    #[schemars(extend("enum" = ["open", "close", "in_use"]))]
    pub(super) action: &'static str,
    /// The host that opens the connection; the name of the entity in backticks where no host is known.
    pub(super) from: &'c str,
    /// The network zone of it.
    pub(super) from_zone: Option<&'c str>,
    /// The host that accepts it.
    pub(super) to: &'c str,
    /// The network zone of that.
    pub(super) to_zone: Option<&'c str>,
    /// The TCP port.
    pub(super) port: Option<u16>,
    /// What is spoken.
    pub(super) protocol: &'static str,
    /// The links for which it is needed.
    pub(super) links: &'c [String],
    /// The services for which it is needed, as far as they are known.
    pub(super) services: &'c [String],
}

fn kinds(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": TaskKind::ALL.map(TaskKind::id) })
}
