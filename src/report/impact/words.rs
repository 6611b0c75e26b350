//! What all forms for people say in the same words; values stand in backticks.

use crate::impact::{
    Consequences, Deployed, Fate, FirewallRule, LinkSeen, Loss, Objection, Opener, Peer, RuleAction,
    SystemKind, Task,
};

/// How many names stand in a line.
const NAMED: usize = 6;

/// What the whole is about.
pub(super) fn title(consequences: &Consequences) -> String {
    let entity = &consequences.entity;
    let title = entity.ae_title.as_ref().map(|title| format!(" (AE title `{title}`)")).unwrap_or_default();
    format!("`{}`{title}", entity.name)
}

/// What is to become of it, in a sentence.
pub(super) fn fate(consequences: &Consequences) -> String {
    match consequences.fate {
        Fate::Questioned => {
            "no change is named: this is what would have to be done if it were taken away".to_owned()
        }
        Fate::Leaves if consequences.alterations.is_empty() => "it is taken away".to_owned(),
        Fate::Leaves => "it becomes obsolete".to_owned(),
        Fate::Stays if consequences.alterations.is_empty() => {
            "nothing changes: it has these values already".to_owned()
        }
        Fate::Stays => {
            let changes = consequences.alterations.iter().map(|one| match &one.before {
                Some(before) => format!("{} `{before}` becomes `{}`", name_of(one.key), one.after),
                None => format!("{} becomes `{}`", name_of(one.key), one.after),
            });
            changes.collect::<Vec<_>>().join(", ")
        }
    }
}

fn name_of(key: &str) -> &str {
    match key {
        "ae_title" => "AE title",
        "endpoint_url" => "base URL",
        key => key,
    }
}

/// Where the entity stands.
pub(super) fn place(consequences: &Consequences) -> String {
    let entity = &consequences.entity;
    let parts = [
        entity.organization.clone(),
        (consequences.system.kind != SystemKind::Entity).then(|| format!("`{}`", consequences.system.name)),
        Some(address(entity)),
        entity.status.map(|status| status.to_string()),
        Some(format!("`{}`", entity.file)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn address(entity: &Deployed) -> String {
    let place = entity.address.as_ref().map(|address| format!(" at `{address}`"));
    format!("{}{}", entity.protocol, place.unwrap_or_default())
}

/// The system of a peer, its organization where that is another one, and whom to ask.
pub(super) fn peer(consequences: &Consequences, peer: &Peer) -> (String, String) {
    let names: Vec<&str> = peer.entities.iter().map(|entity| entity.name.as_str()).collect();
    let is_named = peer.system.kind != SystemKind::Entity;
    let entities = if is_named && !names.is_empty() { names.join(", ") } else { String::new() };
    let other = peer.organization.clone().filter(|_| peer.organization != consequences.entity.organization);
    let parts = [Some(entities).filter(|names| !names.is_empty()), other];
    let beside: Vec<String> = parts
        .into_iter()
        .flatten()
        .chain((!peer.owners.is_empty()).then(|| peer.owners.join("; ")))
        .collect();
    (peer.system.name.clone(), beside.join(" · "))
}

/// A link, and what goes over it.
pub(super) fn link(consequences: &Consequences, peer: &Peer, link: &LinkSeen) -> String {
    let head = format!("`{}` ({})", link.text, link.status);
    if let Some(unknown) = &link.unknown {
        return format!("{head}: not known what it carries, as {unknown}");
    }
    let opened = |opener: Opener| {
        let services = link.services.iter().filter(|service| service.opener == opener);
        let names: Vec<String> = services
            .map(|service| {
                let failing = if service.works { "" } else { " (no transfer syntax in common)" };
                format!("{}{failing}", service.name)
            })
            .collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let other = match peer.entities.as_slice() {
        [only] if only.file == consequences.entity.file => format!("`{}`", only.name),
        [only] => format!("`{}#{}`", stem(&only.file), only.name),
        _ => "the other side".to_owned(),
    };
    let by_peer = opened(Opener::Peer).map(|names| format!("{other} opens {names}"));
    let by_entity =
        opened(Opener::Entity).map(|names| format!("`{}` opens {names}", consequences.entity.name));
    let parts: Vec<String> = by_peer.into_iter().chain(by_entity).collect();
    format!("{head}: {}", parts.join("; "))
}

/// A thing to do, and for what.
pub(super) fn task(task: &Task) -> String {
    if task.services.is_empty() {
        task.text.clone()
    } else {
        format!("{} ({})", task.text, task.services.join(", "))
    }
}

/// A service that is lost, and where else it is had.
pub(super) fn loss(consequences: &Consequences, loss: &Loss) -> String {
    let gone = if loss.is_user {
        format!("`{}` has `{}` no longer for {}", loss.entity, consequences.entity.name, loss.service)
    } else {
        format!("`{}` gets nothing more from `{}` by {}", loss.entity, consequences.entity.name, loss.service)
    };
    if !loss.is_user {
        return gone;
    }
    match loss.alternatives.as_slice() {
        [] => format!("{gone}: no other link carries it"),
        some if some.len() <= NAMED => {
            format!("{gone}: other links of the system carry it, {}", some.join(", "))
        }
        some => format!(
            "{gone}: other links of the system carry it, {} and {} more",
            some[..NAMED].join(", "),
            some.len() - NAMED
        ),
    }
}

/// What a firewall has to let through.
pub(super) fn rule(rule: &FirewallRule) -> String {
    let action = match rule.action {
        RuleAction::Open => "open",
        RuleAction::Close => "close",
        RuleAction::InUse => "in use:",
    };
    let port = rule.port.map_or_else(|| "unknown port".to_owned(), |port| format!("TCP {port}"));
    let zones = match (&rule.from_zone, &rule.to_zone) {
        (Some(from), Some(to)) if from == to => format!(", inside zone {from}"),
        (Some(from), Some(to)) => format!(", from zone {from} to zone {to}"),
        _ => String::new(),
    };
    let purpose = if rule.services.is_empty() {
        let links: Vec<String> = rule.links.iter().take(NAMED).map(|link| format!("`{link}`")).collect();
        format!("for {}", links.join(", "))
    } else {
        format!("for {}", rule.services.join(", "))
    };
    format!("{action} {} → {} {port}, {}{zones}; {purpose}", host(&rule.from), host(&rule.to), rule.protocol)
}

fn host(name: &str) -> String {
    if name.starts_with('`') { format!("the host of {name}") } else { format!("`{name}`") }
}

/// What there is in all.
pub(super) fn summary(consequences: &Consequences) -> String {
    if consequences.is_refused() {
        return format!(
            "the change is refused: {} against it",
            counted(consequences.objections.len(), "error")
        );
    }
    if consequences.peers.is_empty() {
        return match consequences.obsolete {
            0 => "it has no links".to_owned(),
            count => format!("it has no links but {}", counted(count, "obsolete link")),
        };
    }
    let affected = consequences.affected().count();
    let unknown =
        consequences.peers.iter().flat_map(|peer| &peer.links).filter(|link| link.unknown.is_some());
    let mut parts =
        vec![format!("{} of {} concerned", affected, counted(consequences.peers.len(), "peer system"))];
    let tasks: usize = consequences.peers.iter().map(|peer| peer.tasks.len()).sum();
    parts.push(format!("{} there", counted(tasks, "thing to do")));
    let losses = consequences.peers.iter().flat_map(|peer| &peer.losses).filter(|loss| loss.is_user);
    let (lost, stranded) = losses.fold((0, 0), |(lost, stranded), loss| {
        (lost + 1, stranded + usize::from(loss.alternatives.is_empty()))
    });
    if lost > 0 {
        parts
            .push(format!("{}, {stranded} of them without another link", counted(lost, "service") + " lost"));
    }
    match unknown.count() {
        0 => {}
        1 => parts.push("what 1 link carries is not known".to_owned()),
        count => parts.push(format!("what {count} links carry is not known")),
    }
    if consequences.obsolete > 0 {
        parts.push(format!("{} left aside", counted(consequences.obsolete, "obsolete link")));
    }
    parts.join(", ")
}

pub(super) fn counted(count: usize, noun: &str) -> String {
    match (count, noun) {
        (1, _) => format!("1 {noun}"),
        (_, "thing to do") => format!("{count} things to do"),
        _ => format!("{count} {noun}s"),
    }
}

/// Where a rule finds something wrong.
pub(super) fn spot(objection: &Objection) -> String {
    match (&objection.route, &objection.file) {
        (Some(route), Some(file)) => format!("`{route}` in {file}"),
        _ => String::new(),
    }
}

/// A sign for a service that is lost: without another link, with one, or that is merely asked no longer.
pub(super) fn sign(loss: &Loss) -> &'static str {
    match (loss.is_user, loss.alternatives.is_empty()) {
        (true, true) => "✕",
        (true, false) => "◐",
        (false, _) => "·",
    }
}

/// The name of a file without its folders and its ending, by which its entities are told from others.
fn stem(path: &str) -> &str {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}
