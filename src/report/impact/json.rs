//! Things to do as JSON, for programs.

mod form;

use std::io::{self, Write};

use schemars::generate::SchemaSettings;

use self::form::{
    AlterationRow, EntityRow, LinkRow, LossRow, Object, ObjectionRow, PeerRow, RuleRow, ServiceRow,
    SystemRow, TaskRow, VERSION,
};
use crate::impact::{
    Consequences, Deployed, Fate, FirewallRule, LinkSeen, Loss, Objection, Peer, System, Task,
};

/// The JSON Schema (draft 2020-12) of what [`write_json`](super::ImpactReport::write_json) writes; pretty, with a line
/// end.
pub fn schema() -> String {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let schema = generator.into_root_schema_for::<Object<'_>>();
    // A value that holds text keys only is always written.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

pub(super) fn write(consequences: &Consequences, out: &mut impl Write) -> io::Result<()> {
    let alterations = consequences.alterations.iter().map(|one| AlterationRow {
        key: one.key,
        before: one.before.as_deref(),
        after: &one.after,
    });
    let object = Object {
        version: VERSION,
        entity: entity(&consequences.entity),
        system: system(&consequences.system),
        fate: match consequences.fate {
            Fate::Stays => "stays",
            Fate::Leaves => "leaves",
            Fate::Questioned => "questioned",
        },
        alterations: alterations.collect(),
        is_refused: consequences.is_refused(),
        objections: consequences.objections.iter().map(objection).collect(),
        doubts: consequences.doubts.iter().map(objection).collect(),
        tasks: consequences.own.iter().map(task).collect(),
        peers: consequences.peers.iter().map(peer).collect(),
        firewall: consequences.firewall.iter().map(rule).collect(),
        obsolete_links: consequences.obsolete,
    };
    serde_json::to_writer_pretty(&mut *out, &object)?;
    writeln!(out)
}

fn entity(deployed: &Deployed) -> EntityRow<'_> {
    EntityRow {
        file: &deployed.file,
        name: &deployed.name,
        ae_title: deployed.ae_title.as_deref(),
        organization: deployed.organization.as_deref(),
        protocol: deployed.protocol.as_str(),
        address: deployed.address.as_deref(),
        status: deployed.status.map(crate::model::LifecycleStatus::as_str),
    }
}

fn system(system: &System) -> SystemRow<'_> {
    SystemRow { name: &system.name, known_by: system.kind.id() }
}

fn objection(objection: &Objection) -> ObjectionRow<'_> {
    ObjectionRow {
        rule: &objection.rule,
        file: objection.file.as_deref(),
        route: objection.route.as_deref(),
        severity: objection.severity.as_str(),
        message: &objection.message,
        help: objection.help.as_deref(),
    }
}

fn task(task: &Task) -> TaskRow<'_> {
    TaskRow { kind: task.kind.id(), text: &task.text, services: &task.services }
}

fn peer(peer: &Peer) -> PeerRow<'_> {
    PeerRow {
        system: system(&peer.system),
        organization: peer.organization.as_deref(),
        owners: &peer.owners,
        entities: peer.entities.iter().map(entity).collect(),
        links: peer.links.iter().map(link).collect(),
        tasks: peer.tasks.iter().map(task).collect(),
        losses: peer.losses.iter().map(loss).collect(),
    }
}

fn link(link: &LinkSeen) -> LinkRow<'_> {
    let services = link.services.iter().map(|service| ServiceRow {
        name: &service.name,
        opener: service.opener.id(),
        is_answer: service.is_answer,
        works: service.works,
        sop_classes: &service.sop_classes,
        transfer_syntaxes: &service.transfer_syntaxes,
    });
    LinkRow {
        text: &link.text,
        file: &link.file,
        route: format!("links[{}]", link.index),
        status: link.status.as_str(),
        is_inbound: link.is_inbound,
        services: services.collect(),
        unknown: link.unknown.as_deref(),
    }
}

fn loss(loss: &Loss) -> LossRow<'_> {
    LossRow {
        service: &loss.service,
        entity: &loss.entity,
        is_user: loss.is_user,
        alternatives: &loss.alternatives,
    }
}

fn rule(rule: &FirewallRule) -> RuleRow<'_> {
    RuleRow {
        action: rule.action.as_str(),
        from: &rule.from,
        from_zone: rule.from_zone.as_deref(),
        to: &rule.to,
        to_zone: rule.to_zone.as_deref(),
        port: rule.port,
        protocol: rule.protocol.as_str(),
        links: &rule.links,
        services: &rule.services,
    }
}
