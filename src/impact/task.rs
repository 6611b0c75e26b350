//! `Task`: one thing that somebody has to do.

use super::Fate;
use super::find::name_from;
use super::firewall::shown_address;
use super::scene::Scene;
use super::tie::{Opener, Tie};
use crate::model::{Endpoint, Protocol};
use crate::pairing::LinkServiceKind;

/// What a task is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TaskKind {
    /// The entity itself gets another value.
    Configuration,
    /// The inventory is changed.
    Inventory,
    /// A title is kept.
    Reservation,
    /// A certificate is made or trusted.
    Certificate,
    /// The entry by which the entity is called is changed.
    PeerTable,
    /// The entry by which calls of the entity are accepted is changed.
    Caller,
    /// The destination of C-MOVE is changed.
    Destination,
    /// The title of a station is changed.
    Station,
    /// The two no longer speak the same protocol.
    Protocol,
    /// An entry goes.
    Entry,
    /// A title that is stored in instances or databases.
    StoredTitle,
}

impl TaskKind {
    /// The word for programs.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Configuration => "configuration",
            Self::Inventory => "inventory",
            Self::Reservation => "reservation",
            Self::Certificate => "certificate",
            Self::PeerTable => "peer_table",
            Self::Caller => "caller",
            Self::Destination => "destination",
            Self::Station => "station",
            Self::Protocol => "protocol",
            Self::Entry => "entry",
            Self::StoredTitle => "stored_title",
        }
    }

    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Configuration,
        Self::Inventory,
        Self::Reservation,
        Self::Certificate,
        Self::PeerTable,
        Self::Caller,
        Self::Destination,
        Self::Station,
        Self::Protocol,
        Self::Entry,
        Self::StoredTitle,
    ];
}

/// One thing that somebody has to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What it is about.
    pub kind: TaskKind,
    /// What is to be done: lower case, no full stop, values in backticks.
    pub text: String,
    /// The services that depend on it; none where nobody can tell, or where it is about no service.
    pub services: Vec<String>,
}

impl Task {
    pub(super) fn new(kind: TaskKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), services: Vec::new() }
    }

    fn serving(self, services: Vec<String>) -> Self {
        Self { services, ..self }
    }
}

/// What is to be done at an entity of a peer.
pub(super) fn tasks<'p>(scene: &Scene<'_, 'p>, peer: &Endpoint<'p>, ties: &[&Tie<'_, 'p>]) -> Vec<Task> {
    let own: Vec<&Tie<'_, 'p>> =
        ties.iter().copied().filter(|tie| tie.peer.is_some_and(|end| end.is(peer))).collect();
    let calls = opened(&own, Opener::Peer);
    let called = opened(&own, Opener::Entity);
    if scene.fate != Fate::Stays {
        return removals(scene, peer, calls, called);
    }
    let mut tasks = Vec::new();
    if scene.alters("protocol") && peer.entity.protocol() != scene.after.protocol() {
        tasks.push(other_protocol(scene, peer));
    }
    if let Some(services) = calls.filter(|_| scene.moves() || scene.alters("ae_title")) {
        tasks.push(peer_table(scene, peer, services));
    }
    if let Some(services) = called {
        tasks.extend(caller(scene, peer, services));
    }
    if scene.alters("ae_title") {
        tasks.extend(titles(scene, peer, &own));
    }
    let is_secure = scene.after.protocol() == Protocol::DicomTls && peer.entity.protocol().is_dimse();
    if is_secure && (scene.alters("host") || scene.alters("protocol")) {
        let text = format!("let `{}` trust the certificate of `{}`", name_of(scene, peer), place_of(scene));
        tasks.push(Task::new(TaskKind::Certificate, text));
    }
    tasks
}

/// The services for which somebody opens a connection over any of the ties; `None` where he never does.
pub(super) fn opened(ties: &[&Tie<'_, '_>], opener: Opener) -> Option<Vec<String>> {
    let mut found: Option<Vec<String>> = None;
    for services in ties.iter().filter_map(|tie| tie.opened_by(opener)) {
        let all = found.get_or_insert_with(Vec::new);
        for service in services {
            if !all.contains(&service) {
                all.push(service);
            }
        }
    }
    found
}

/// What a peer is called in a task.
fn name_of(scene: &Scene<'_, '_>, peer: &Endpoint<'_>) -> String {
    name_from(peer, scene.own.document.id)
}

/// The title of the entity as it was, or its name.
pub(super) fn title<'p>(scene: &Scene<'_, 'p>) -> &'p str {
    scene.own.entity.ae_title.as_deref().unwrap_or(scene.own.name)
}

/// Where the entity will be.
fn place_of(scene: &Scene<'_, '_>) -> String {
    scene.after.host.clone().unwrap_or_else(|| scene.own.name.to_owned())
}

fn removals(
    scene: &Scene<'_, '_>,
    peer: &Endpoint<'_>,
    calls: Option<Vec<String>>,
    called: Option<Vec<String>>,
) -> Vec<Task> {
    if scene.own.entity.protocol() == Protocol::DicomWeb {
        let text = format!("take the base URL of `{}` out of `{}`", scene.own.name, name_of(scene, peer));
        let entry = |services| Task::new(TaskKind::Entry, text).serving(services);
        return calls.map(entry).into_iter().collect();
    }
    let mut tasks = Vec::new();
    if let Some(services) = calls {
        let text = format!("take `{}` out of the peers that `{}` calls", title(scene), name_of(scene, peer));
        tasks.push(Task::new(TaskKind::Entry, text).serving(services));
    }
    if let Some(services) = called {
        let text =
            format!("take `{}` out of the callers that `{}` accepts", title(scene), name_of(scene, peer));
        tasks.push(Task::new(TaskKind::Entry, text).serving(services));
    }
    tasks
}

/// The peer calls the entity: its entry changes.
fn peer_table(scene: &Scene<'_, '_>, peer: &Endpoint<'_>, services: Vec<String>) -> Task {
    let keys = ["ae_title", "host", "port", "endpoint_url"];
    let altered = scene.alterations.iter().filter(|alteration| keys.contains(&alteration.key));
    let mut values: Vec<String> = altered
        .map(|alteration| {
            let name = match alteration.key {
                "ae_title" => "the called AE title",
                "endpoint_url" => "the base URL",
                "host" => "the host",
                _ => "the port",
            };
            match &alteration.before {
                Some(before) => format!("{name} `{before}` becomes `{}`", alteration.after),
                None => format!("{name} becomes `{}`", alteration.after),
            }
        })
        .collect();
    if scene.alters("protocol") {
        values.push(format!("it is called over {}", scene.after.protocol()));
    }
    let (peer, values) = (name_of(scene, peer), values.join(", "));
    let text = if scene.after.protocol() == Protocol::DicomWeb {
        format!("change `{}` where `{peer}` calls it: {values}", scene.own.name)
    } else {
        format!("change `{}` among the peers that `{peer}` calls: {values}", title(scene))
    };
    Task::new(TaskKind::PeerTable, text).serving(services)
}

/// The entity calls the peer: who is allowed to call changes.
fn caller<'p>(scene: &Scene<'_, 'p>, peer: &Endpoint<'p>, services: Vec<String>) -> Vec<Task> {
    let mut tasks = Vec::new();
    if let (true, Some(after)) = (scene.alters("ae_title"), scene.after.ae_title.as_deref()) {
        let check = match scene.check_of_titles(peer) {
            Some(said) => format!("; its statement says of calling titles: {}", one_line(said)),
            None => ", where it checks calling titles".to_owned(),
        };
        let text = format!(
            "let `{}` accept calls of `{after}` instead of `{}`{check}",
            name_of(scene, peer),
            title(scene)
        );
        tasks.push(Task::new(TaskKind::Caller, text).serving(services.clone()));
    }
    if let (true, Some(after)) = (scene.alters("host"), scene.after.host.as_deref()) {
        let before = scene.own.entity.host.as_deref().unwrap_or("another host");
        let text = format!(
            "let `{}` accept calls of `{}` from `{after}` instead of `{before}`, where it checks addresses",
            name_of(scene, peer),
            scene.after.ae_title.as_deref().unwrap_or(scene.own.name)
        );
        tasks.push(Task::new(TaskKind::Caller, text).serving(services));
    }
    tasks
}

/// Titles that are no address: destinations and stations.
fn titles(scene: &Scene<'_, '_>, peer: &Endpoint<'_>, ties: &[&Tie<'_, '_>]) -> Vec<Task> {
    let Some(after) = scene.after.ae_title.as_deref() else { return Vec::new() };
    let (before, name) = (title(scene), name_of(scene, peer));
    let asks = |kind| ties.iter().any(|tie| tie.asks(Opener::Entity, kind));
    let mut tasks = Vec::new();
    if asks(LinkServiceKind::Move) {
        let place = shown_address(&scene.after).map(|place| format!(" (`{place}`)")).unwrap_or_default();
        let text =
            format!("let `{name}` know `{after}`{place} as destination of C-MOVE instead of `{before}`");
        tasks.push(Task::new(TaskKind::Destination, text).serving(vec!["C-MOVE".to_owned()]));
    }
    if asks(LinkServiceKind::Worklist) {
        let text = format!(
            "give planned examinations of this station the Scheduled Station AE Title (0040,0001) `{after}` instead of \
             `{before}` at `{name}`"
        );
        tasks.push(Task::new(TaskKind::Station, text).serving(vec!["Worklist".to_owned()]));
    }
    if asks(LinkServiceKind::PerformedProcedureStep) {
        let text = format!(
            "expect `{after}` as Performed Station AE Title (0040,0241) at `{name}`, where it tells stations by it"
        );
        tasks.push(Task::new(TaskKind::Station, text).serving(vec!["MPPS".to_owned()]));
    }
    tasks
}

fn other_protocol(scene: &Scene<'_, '_>, peer: &Endpoint<'_>) -> Task {
    let (own, other) = (scene.after.protocol(), peer.entity.protocol());
    let remedy = if own.is_dimse() && other.is_dimse() {
        format!(
            "set `{}` to {own}, or lead its links to another entity that speaks {other}",
            name_of(scene, peer)
        )
    } else {
        format!("lead the links of `{}` to another entity", name_of(scene, peer))
    };
    let text = format!(
        "`{}` speaks {other}, and `{}` will speak {own}: {remedy}",
        name_of(scene, peer),
        scene.own.name
    );
    Task::new(TaskKind::Protocol, text)
}

/// A text as one line, without the full stop at its end.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_owned()
}
