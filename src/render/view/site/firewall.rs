//! Which connections the links of a site need: who opens them, to where, and what for.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Ground;
use super::ends::{Address, Ends, some_of};
use crate::model::{Direction, Endpoint, LifecycleStatus, LinkUse, Role};
use crate::pairing::{Carriage, Landing, LinkService, LinkServiceKind, Side};

/// Which connections the links of a site need.
#[derive(Debug, Default, Serialize)]
pub struct FirewallView {
    /// The connections, sorted by where they lead.
    pub rows: Vec<FirewallRow>,
    /// How many links stay on one host, and need nothing.
    pub number_local: usize,
    /// How many links carry nothing by the statements of their ends, so that nothing is to be opened for them.
    pub number_idle: usize,
}

/// A connection that links need.
#[derive(Debug, Serialize)]
pub struct FirewallRow {
    /// The host that opens it; the name of the entity in parentheses where its host is not stated.
    pub source: String,
    /// The host that is called.
    pub destination: String,
    /// The port that is called; empty where it is not stated.
    pub port: String,
    /// What is spoken.
    pub protocol: &'static str,
    /// What it is for.
    pub services: Vec<String>,
    /// `statements` where the services follow from them, `as declared` where only the link says that there is something.
    pub basis: &'static str,
    /// `in use`, or `planned` where all links that need it are.
    pub state: &'static str,
    /// The links that need it.
    pub links: Vec<String>,
}

/// Where a connection begins and leads, the destination first, as the table is sorted by it.
type Way = (String, String, String, &'static str);

/// What a connection is needed for.
#[derive(Default)]
struct Need {
    services: BTreeSet<(LinkServiceKind, bool)>,
    is_shown: bool,
    is_declared: bool,
    is_in_use: bool,
    links: Vec<String>,
}

#[derive(Default)]
struct Gathering {
    needs: BTreeMap<Way, Need>,
    number_local: usize,
    number_idle: usize,
}

/// The connections that the links need which are not obsolete.
pub(super) fn firewall(ground: &Ground<'_, '_>) -> FirewallView {
    let mut gathering = Gathering::default();
    for (link, ends, carriage) in ground.links() {
        gathering.add(link, ends, carriage);
    }
    let rows = gathering.needs.into_iter().map(|((destination, port, source, protocol), need)| FirewallRow {
        source,
        destination,
        port,
        protocol,
        services: need.services.iter().map(|(kind, is_way_back)| named(*kind, *is_way_back)).collect(),
        basis: match (need.is_shown, need.is_declared) {
            (true, true) => "statements, as declared",
            (true, false) => "statements",
            _ => "as declared",
        },
        state: if need.is_in_use { "in use" } else { "planned" },
        links: some_of(need.links),
    });
    FirewallView {
        rows: rows.collect(),
        number_local: gathering.number_local,
        number_idle: gathering.number_idle,
    }
}

fn named(kind: LinkServiceKind, is_way_back: bool) -> String {
    match (kind, is_way_back) {
        (kind, false) => kind.as_str().to_owned(),
        (LinkServiceKind::Storage, true) => "Storage that C-MOVE asked for".to_owned(),
        (kind, true) => format!("{} reports", kind.as_str()),
    }
}

/// A connection of a link: who calls whom.
struct Call {
    from: (String, bool),
    to: (String, bool),
    port: String,
    protocol: &'static str,
}

impl Gathering {
    fn add(&mut self, link: &LinkUse<'_>, ends: &Ends<'_>, carriage: &Carriage<'_>) {
        let Some(found) = ends.found else { return };
        if carriage.is_mere_claim() {
            self.number_idle += 1;
            return;
        }
        let names = [ends.source.as_str(), ends.target.as_str()];
        let label = ends.label(link.link.direction);
        let is_in_use = link.link.status() != LifecycleStatus::Planned;
        let services: Vec<_> = carriage.services.iter().filter(|service| service.is_carried()).collect();
        let mut is_local = true;
        for service in &services {
            let call = call(found, names, service);
            is_local &= !self.need(call, &label, is_in_use, Some(service));
        }
        if services.is_empty() {
            for opener in declared_openers(link.link.direction, found) {
                let bare = between(found, names, opener);
                is_local &= !self.need(bare, &label, is_in_use, None);
            }
        }
        self.number_local += usize::from(is_local);
    }

    /// Notes that a connection is needed; whether it leaves its host.
    fn need(&mut self, call: Call, label: &str, is_in_use: bool, service: Option<&LinkService<'_>>) -> bool {
        let ((source, is_source_known), (destination, is_known)) = (call.from, call.to);
        if is_source_known && is_known && source.eq_ignore_ascii_case(&destination) {
            return false;
        }
        let need = self.needs.entry((destination, call.port, source, call.protocol)).or_default();
        match service {
            Some(service) => {
                need.services.insert((service.kind, service.is_way_back()));
                need.is_shown = true;
            }
            None => need.is_declared = true,
        }
        need.is_in_use |= is_in_use;
        if need.links.last().is_none_or(|last| last != label) {
            need.links.push(label.to_owned());
        }
        true
    }
}

/// Who opens connections, as far as a link itself tells: its source, and of a link in both directions its target too,
/// where the roles of the two allow for that.
fn declared_openers(direction: Option<Direction>, [source, target]: [Endpoint<'_>; 2]) -> Vec<Side> {
    let is_web = !source.entity.protocol().is_dimse();
    let both = direction == Some(Direction::Bidir)
        && !is_web
        && source.entity.role.is_some_and(Role::is_provider)
        && target.entity.role.is_none_or(Role::is_user);
    if both { vec![Side::One, Side::Other] } else { vec![Side::One] }
}

fn between(ends: [Endpoint<'_>; 2], names: [&str; 2], opener: Side) -> Call {
    let (from, to) = (opener as usize, opener.opposite() as usize);
    let address = Address::of(ends[to].entity);
    Call {
        from: host(Address::of(ends[from].entity).host, names[from]),
        to: host(address.host, names[to]),
        port: address.port,
        protocol: address.protocol,
    }
}

/// The connection over which a service goes.
fn call(ends: [Endpoint<'_>; 2], names: [&str; 2], service: &LinkService<'_>) -> Call {
    let plain = between(ends, names, service.opener);
    match &service.lands_at {
        None => plain,
        Some(Landing::Elsewhere(place)) => {
            Call { to: (format!("({place})"), false), port: String::new(), ..plain }
        }
        Some(Landing::Nobody) => Call { port: String::new(), ..plain },
        Some(Landing::Neighbour(name)) => {
            let address = service.acceptor(ends).map(|acceptor| Address::of(acceptor.entity));
            let Some(address) = address else { return Call { port: String::new(), ..plain } };
            Call { to: host(address.host, name), port: address.port, protocol: address.protocol, ..plain }
        }
    }
}

/// A host; the name of the entity where it is not stated, and whether it is.
fn host(host: String, name: &str) -> (String, bool) {
    if host.is_empty() { (format!("({name})"), false) } else { (host, true) }
}
