//! What is to be done at the entity itself, and in the inventory.

use super::Fate;
use super::scene::Scene;
use super::task::{Task, TaskKind, title};
use super::tie::{Opener, Tie, text};
use crate::model::{LifecycleStatus, Protocol};
use crate::pairing::LinkServiceKind;

/// How many links are named one by one.
const NAMED: usize = 12;

pub(super) fn tasks(scene: &Scene<'_, '_>, ties: &[Tie<'_, '_>]) -> Vec<Task> {
    match scene.fate {
        Fate::Stays => alterations(scene, ties),
        Fate::Leaves => departure(scene, ties),
        Fate::Questioned => Vec::new(),
    }
}

fn alterations(scene: &Scene<'_, '_>, ties: &[Tie<'_, '_>]) -> Vec<Task> {
    let own = scene.own;
    let mut tasks = Vec::new();
    for alteration in scene.alterations.iter().filter(|alteration| alteration.key != "status") {
        let before = alteration.before.as_ref().map(|before| format!(" instead of `{before}`"));
        let words = format!(
            "set {} of `{}` to `{}`{}",
            name_of(alteration.key),
            own.name,
            alteration.after,
            before.unwrap_or_default()
        );
        tasks.push(Task::new(TaskKind::Configuration, words));
    }
    for alteration in &scene.alterations {
        let words = format!(
            "write `{}: {}` at `{}` in {}",
            alteration.key,
            alteration.after,
            own.route(),
            own.document.path
        );
        tasks.push(Task::new(TaskKind::Inventory, words));
    }
    let is_secure = scene.after.protocol() == Protocol::DicomTls;
    if is_secure && (scene.alters("host") || scene.alters("protocol")) {
        let host = scene.after.host.as_deref().unwrap_or(own.name);
        tasks.push(Task::new(TaskKind::Certificate, format!("get a certificate for `{host}`")));
    }
    if scene.alters("ae_title") {
        tasks.extend(kept_title(scene));
        tasks.extend(stored_title(scene, ties));
    }
    if scene.alters("status") && scene.after.status == Some(LifecycleStatus::Deprecated) {
        let in_use = ties.iter().filter(|tie| tie.link.link.status() == LifecycleStatus::Production);
        tasks.extend(links(
            &in_use.collect::<Vec<_>>(),
            "decide when these links end, and what takes their place",
        ));
    }
    tasks
}

fn name_of(key: &str) -> &str {
    match key {
        "ae_title" => "the AE title",
        "endpoint_url" => "the base URL",
        "host" => "the host",
        "port" => "the port",
        "protocol" => "the protocol",
        key => key,
    }
}

/// What remains to be done when the entity is gone.
fn departure(scene: &Scene<'_, '_>, ties: &[Tie<'_, '_>]) -> Vec<Task> {
    let own = scene.own;
    let mut tasks = Vec::new();
    let all: Vec<&Tie<'_, '_>> = ties.iter().collect();
    tasks.extend(links(&all, "make these links obsolete"));
    let words = if scene.alters("status") {
        format!("write `status: obsolete` at `{}` in {}", own.route(), own.document.path)
    } else {
        format!("take `{}` out of {}", own.route(), own.document.path)
    };
    tasks.push(Task::new(TaskKind::Inventory, words));
    tasks.extend(kept_title(scene));
    tasks.extend(stored_title(scene, ties));
    tasks
}

fn links(ties: &[&Tie<'_, '_>], what: &str) -> Option<Task> {
    let names = ties.iter().take(NAMED).map(|tie| {
        let link = text(tie.link, tie.entity.document.id);
        format!(
            "`{link}` ({}, `links[{}]` in {})",
            tie.link.link.status(),
            tie.link.index,
            tie.link.document.path
        )
    });
    let mut names: Vec<String> = names.collect();
    if ties.len() > NAMED {
        names.push(format!("and {} more", ties.len() - NAMED));
    }
    (!names.is_empty()).then(|| Task::new(TaskKind::Inventory, format!("{what}: {}", names.join(", "))))
}

/// The old title is kept, so that what still calls it reaches nobody else.
fn kept_title(scene: &Scene<'_, '_>) -> Option<Task> {
    let before = scene.own.entity.ae_title.as_deref()?;
    let site = scene.own.site;
    let reservation =
        site.reservations.into_iter().find(|(_, kept)| kept.ae_title.as_deref() == Some(before));
    let words = match reservation {
        Some((name, kept)) if kept.r#for.as_deref() == Some(scene.own.name) => {
            format!("`reservations.{name}` keeps `{before}` for `{}`: keep it for nobody", scene.own.name)
        }
        Some(_) => return None,
        None => format!(
            "keep `{before}` under `reservations` in {} for as long as anybody may still call it",
            scene.own.document.path
        ),
    };
    Some(Task::new(TaskKind::Reservation, words))
}

/// Whoever has asked where instances are has stored the title.
fn stored_title(scene: &Scene<'_, '_>, ties: &[Tie<'_, '_>]) -> Option<Task> {
    let asked = |kind| ties.iter().any(|tie| tie.asks(Opener::Peer, kind));
    let is_stored = [LinkServiceKind::Query, LinkServiceKind::StorageCommitment].into_iter().any(asked);
    is_stored.then(|| {
        let words = format!(
            "look where peers have stored `{}` as Retrieve AE Title (0008,0054); what they retrieve from it later has to \
             be found elsewhere",
            title(scene)
        );
        Task::new(TaskKind::StoredTitle, words)
    })
}
