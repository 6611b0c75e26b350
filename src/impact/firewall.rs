//! `FirewallRule`: what has to be let through between two hosts.

use super::Fate;
use super::scene::Scene;
use super::tie::{Opener, Tie, text};
use crate::model::{Endpoint, Protocol, SiteEntity};
use crate::notation::WebAddress;

/// What is done about a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleAction {
    /// It is needed before the change.
    Open,
    /// It is needed no longer.
    Close,
    /// It is needed today.
    InUse,
}

impl RuleAction {
    /// The word for people and programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Close => "close",
            Self::InUse => "in_use",
        }
    }
}

/// What has to be let through between two hosts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirewallRule {
    /// What is done about it.
    pub action: RuleAction,
    /// Who opens the connection: the host, or the entity where its host is not known.
    pub from: String,
    /// The network zone of it.
    pub from_zone: Option<String>,
    /// Where it leads.
    pub to: String,
    /// The TCP port, where it is known.
    pub port: Option<u16>,
    /// The network zone of that.
    pub to_zone: Option<String>,
    /// What is spoken.
    pub protocol: Protocol,
    /// The links for which it is needed.
    pub links: Vec<String>,
    /// The services for which it is needed, as far as they are known.
    pub services: Vec<String>,
}

/// Host and port, or the base URL, as it is written.
pub(super) fn shown_address(entity: &SiteEntity) -> Option<String> {
    if entity.protocol() == Protocol::DicomWeb {
        return entity.endpoint_url.clone();
    }
    let host = entity.host.clone()?;
    let host = if host.contains(':') { format!("[{host}]") } else { host };
    Some(entity.port.map_or(host.clone(), |port| format!("{host}:{port}")))
}

/// The host and the port at which an entity is reached.
fn address(entity: &SiteEntity) -> (Option<String>, Option<u16>) {
    if entity.protocol() == Protocol::DicomWeb {
        let url = entity.endpoint_url.as_deref().and_then(WebAddress::parse);
        return url.map_or((None, None), |url| (Some(url.host.to_string()), Some(url.port)));
    }
    (entity.host.clone(), entity.port.and_then(|port| u16::try_from(port).ok()))
}

/// The rules that open, close or are in use, each once.
pub(super) fn rules(scene: &Scene<'_, '_>, ties: &[Tie<'_, '_>]) -> Vec<FirewallRule> {
    let mut rules: Vec<FirewallRule> = Vec::new();
    for tie in ties.iter().filter(|tie| tie.peer.is_some()) {
        for opener in [Opener::Peer, Opener::Entity] {
            for (acceptor, services) in tie.acceptors(opener) {
                for rule in rules_of(scene, tie, (opener, &acceptor), &services) {
                    add(&mut rules, rule);
                }
            }
        }
    }
    rules.sort_by_key(|rule| rule.action);
    rules
}

/// Puts a rule to the others, or its links to one that is the same.
fn add(rules: &mut Vec<FirewallRule>, rule: FirewallRule) {
    let is_same = |known: &FirewallRule| {
        known.action == rule.action
            && known.from == rule.from
            && known.to == rule.to
            && known.port == rule.port
    };
    let Some(position) = rules.iter().position(is_same) else { return rules.push(rule) };
    let known = &mut rules[position];
    for link in rule.links {
        if !known.links.contains(&link) {
            known.links.push(link);
        }
    }
    for service in rule.services {
        if !known.services.contains(&service) {
            known.services.push(service);
        }
    }
}

/// What of one opener over one tie is to be let through, before and after.
fn rules_of(
    scene: &Scene<'_, '_>,
    tie: &Tie<'_, '_>,
    (opener, acceptor): (Opener, &Endpoint<'_>),
    services: &[String],
) -> Vec<FirewallRule> {
    let Some(peer) = tie.peer else { return Vec::new() };
    let rule = |own: &SiteEntity, action: RuleAction| {
        let (from, to) = match opener {
            Opener::Peer => ((peer.entity, peer.name), (own, scene.own.name)),
            Opener::Entity => ((own, scene.own.name), (acceptor.entity, acceptor.name)),
        };
        let (host, port) = address(to.0);
        FirewallRule {
            action,
            from: address(from.0).0.unwrap_or_else(|| format!("`{}`", from.1)),
            from_zone: from.0.zone.clone(),
            to: host.unwrap_or_else(|| format!("`{}`", to.1)),
            port,
            to_zone: to.0.zone.clone(),
            protocol: to.0.protocol(),
            links: vec![text(tie.link, tie.entity.document.id)],
            services: services.to_vec(),
        }
    };
    let (before, after) = (scene.own.entity, &scene.after);
    let mut rules = match scene.fate {
        Fate::Leaves => vec![rule(before, RuleAction::Close)],
        Fate::Questioned => vec![rule(before, RuleAction::InUse)],
        Fate::Stays => {
            let (old, new) = (rule(before, RuleAction::Close), rule(after, RuleAction::Open));
            let is_same = old.from == new.from && old.to == new.to && old.port == new.port;
            if is_same || !fits(after, &peer) { Vec::new() } else { vec![new, old] }
        }
    };
    rules.retain(|rule| rule.from != rule.to);
    rules
}

/// Whether two can still speak to each other.
fn fits(after: &SiteEntity, peer: &Endpoint<'_>) -> bool {
    let (own, other) = (after.protocol(), peer.entity.protocol());
    own == other || own.is_dimse() && other.is_dimse()
}
