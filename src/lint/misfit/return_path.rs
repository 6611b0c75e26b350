//! Services that answer on an association of their own, and whether anybody accepts it.

use std::collections::{HashMap, HashSet};

use super::Reason;
use crate::finding::DocumentId;
use crate::lint::rule::SiteSubject;
use crate::lint::storage;
use crate::model::survey::Initiation;
use crate::model::{DeployedEntity, Direction, Endpoint, LifecycleStatus, LinkUse, Role};
use crate::pairing::{Agreement, Meeting, Pairing, Side};
use crate::standard::sop_class::{self, Operation};
use crate::standard::uids;

/// What entities have in common that are one installation: an entity is its own, and so are those of one device, of one
/// server and of one host.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Mark<'p> {
    Itself(&'p str),
    Equipment(&'p str),
    FunctionalCi(&'p str),
    Host(String),
}

/// An entity by its document and name.
type EndpointId<'p> = (DocumentId, &'p str);

/// Who accepts associations.
pub(super) struct Listeners<'p> {
    /// The installations in which an entity does, at a known address, with the first one of each.
    addressed: HashMap<(DocumentId, Mark<'p>), Endpoint<'p>>,
    /// The same installations, with the entities that a link joins to such an entity, whichever way it leads.
    joined: HashSet<(EndpointId<'p>, DocumentId, Mark<'p>)>,
    /// The installations in which an entity does, with the entities from which a link leads there.
    linked: HashSet<(EndpointId<'p>, DocumentId, Mark<'p>)>,
}

impl<'p> Listeners<'p> {
    /// Those of a site, and of the other ends of its links.
    pub(super) fn of(subject: &SiteSubject<'p>) -> Self {
        let mut listeners =
            Self { addressed: HashMap::new(), joined: HashSet::new(), linked: HashSet::new() };
        let documents: HashSet<DocumentId> = subject
            .deployment
            .links
            .iter()
            .filter_map(LinkUse::ends)
            .flat_map(|(source, target)| [source.document.id, target.document.id])
            .collect();
        let own = std::iter::once(subject.document.id);
        let others = documents.into_iter().filter(|document| *document != subject.document.id);
        for document in own.chain(others) {
            let deployment = subject.deployments.in_document(document);
            if let Some(deployment) = deployment {
                deployment.entities.iter().for_each(|entity| listeners.add(entity));
                deployment.links.iter().for_each(|link| listeners.join(link));
            }
        }
        for link in &subject.deployment.links {
            let ends = link.ends().filter(|(_, target)| accepts(target));
            let Some((source, target)) = ends.filter(|_| link.link.status() != LifecycleStatus::Obsolete)
            else {
                continue;
            };
            for mark in marks(&target) {
                listeners.linked.insert((id(&source), target.document.id, mark));
            }
        }
        listeners
    }

    fn add(&mut self, entity: &DeployedEntity<'p>) {
        let endpoint = entity.endpoint;
        if is_addressed(&endpoint) {
            for mark in marks(&endpoint) {
                self.addressed.entry((endpoint.document.id, mark)).or_insert(endpoint);
            }
        }
    }

    fn join(&mut self, link: &LinkUse<'p>) {
        let ends = link.ends().filter(|_| link.link.status() != LifecycleStatus::Obsolete);
        let Some((source, target)) = ends else { return };
        for (listener, peer) in [(source, target), (target, source)] {
            if is_addressed(&listener) {
                let document = listener.document.id;
                self.joined.extend(marks(&listener).map(|mark| (id(&peer), document, mark)));
            }
        }
    }

    /// The entity of an installation to which a provider would have to send, where it knows none of those that accept
    /// associations there: it has the addresses of those with whom a link joins it.
    fn unknown_to(&self, provider: &Endpoint<'p>, endpoint: &Endpoint<'p>) -> Option<Endpoint<'p>> {
        let document = endpoint.document.id;
        if marks(endpoint).any(|mark| self.joined.contains(&(id(provider), document, mark))) {
            return None;
        }
        marks(endpoint).find_map(|mark| self.addressed.get(&(document, mark)).copied())
    }

    /// Whether somebody of an installation accepts associations, at a known address or at the end of a link from the
    /// other side.
    fn are_there(&self, endpoint: &Endpoint<'p>, from: &Endpoint<'p>) -> bool {
        let document = endpoint.document.id;
        marks(endpoint).any(|mark| {
            self.addressed.contains_key(&(document, mark.clone()))
                || self.linked.contains(&(id(from), document, mark))
        })
    }
}

/// Whether an entity accepts associations, at a known address.
fn is_addressed(endpoint: &Endpoint<'_>) -> bool {
    accepts(endpoint) && endpoint.entity.host.is_some() && endpoint.entity.port.is_some()
}

/// Whether an entity accepts associations, as far as is known.
fn accepts(endpoint: &Endpoint<'_>) -> bool {
    let entity = endpoint.entity;
    entity.role.is_none_or(Role::is_provider)
        && entity.protocol().is_dimse()
        && entity.status != Some(LifecycleStatus::Obsolete)
}

const fn id<'p>(endpoint: &Endpoint<'p>) -> EndpointId<'p> {
    (endpoint.document.id, endpoint.name)
}

fn marks<'p>(endpoint: &Endpoint<'p>) -> impl Iterator<Item = Mark<'p>> {
    let entity = endpoint.entity;
    let written = |text: &'p Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let shared = [
        written(&entity.equipment).map(Mark::Equipment),
        written(&entity.functional_ci).map(Mark::FunctionalCi),
        written(&entity.host).map(|host| Mark::Host(host.to_ascii_lowercase())),
    ];
    std::iter::once(Mark::Itself(endpoint.name)).chain(shared.into_iter().flatten())
}

/// The service that a link needs a way back for, where there is none, or where the other side does not know it.
pub(super) fn missing<'p>(
    pairing: &Pairing<'p>,
    direction: Direction,
    link: &LinkUse<'p>,
    listeners: &Listeners<'p>,
) -> Option<Reason<'p>> {
    let (source, target) = link.ends()?;
    let retrieval = retrieval(pairing, direction);
    let reported = || commitment(pairing, direction).or_else(|| notification(pairing, direction));
    let position = retrieval.or_else(reported)?;
    if !listeners.are_there(&source, &target) {
        return Some(Reason::NoReturnPath(position));
    }
    let receiver = listeners.unknown_to(&target, &source)?;
    retrieval.map(|position| Reason::UnknownDestination(position, receiver))
}

/// The services that the source asks the target for.
fn asked<'a, 'p>(pairing: &'a Pairing<'p>) -> impl Iterator<Item = (usize, &'a Meeting<'p>)> + Clone {
    pairing.meetings.iter().enumerate().filter(|(_, meeting)| {
        meeting.user == Side::One && meeting.initiator == Side::One && meeting.agreement != Agreement::Nothing
    })
}

/// A C-MOVE by which the source has images sent to itself, where it has no other way to retrieve them.
fn retrieval(pairing: &Pairing<'_>, direction: Direction) -> Option<usize> {
    if direction == Direction::Push {
        return None;
    }
    let does = |meeting: &Meeting<'_>, operation| {
        sop_class::by_uid(meeting.sop_class).and_then(sop_class::SopClass::operation) == Some(operation)
    };
    let mut asked = asked(pairing);
    if asked.clone().any(|(_, meeting)| does(meeting, Operation::Get)) {
        return None;
    }
    let (position, meeting) = asked.find(|(_, meeting)| does(meeting, Operation::Move))?;
    let is_named = |name: &Option<String>| name.as_deref().is_some_and(|name| !name.trim().is_empty());
    let goes_elsewhere = is_named(&pairing.one.activity(&meeting.proposed).move_destination);
    let target = &pairing.other.survey;
    let mut stores = target.claimed_contexts().filter(|context| context.initiation == Initiation::Initiates);
    let is_sent = is_named(&pairing.other.activity(&meeting.accepted).delegate)
        || stores.any(|context| storage::may_store(target, &context.abstract_syntaxes));
    (is_sent && !goes_elsewhere).then_some(position)
}

/// A request for storage commitment, where the target reports on an association of its own (PS3.4 J.3.3.1.3).
fn commitment(pairing: &Pairing<'_>, direction: Direction) -> Option<usize> {
    if direction == Direction::Pull {
        return None;
    }
    let (position, meeting) =
        asked(pairing).find(|(_, meeting)| meeting.sop_class == uids::STORAGE_COMMITMENT)?;
    pairing.other.offer(meeting.sop_class, Initiation::Initiates, Role::Scp)?;
    Some(position)
}

/// A notification of performed procedure steps, which the target brings on an association that it makes (PS3.4 F.9.2).
fn notification(pairing: &Pairing<'_>, direction: Direction) -> Option<usize> {
    if direction == Direction::Push {
        return None;
    }
    pairing.meetings.iter().position(|meeting| {
        meeting.sop_class == uids::PROCEDURE_STEP_NOTIFICATION
            && (meeting.user, meeting.initiator) == (Side::One, Side::Other)
            && meeting.agreement != Agreement::Nothing
    })
}
