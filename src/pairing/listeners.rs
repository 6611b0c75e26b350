//! `Listeners`: who accepts associations at an installation, for services that answer on an association of their own.

use std::collections::{HashMap, HashSet};

use crate::finding::DocumentId;
use crate::model::{DeployedEntity, Deployments, Document, Endpoint, LifecycleStatus, LinkUse, Role};

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

/// How many entities of an installation are looked at: on the server of a large archive there may be hundreds.
const AT_MOST: usize = 16;

/// Who accepts associations.
#[derive(Debug, Default)]
pub struct Listeners<'p> {
    /// The entities of an installation that do, at a known address.
    addressed: HashMap<(DocumentId, Mark<'p>), Vec<Endpoint<'p>>>,
    /// The entities of an installation that do, by the entities from which a link leads there.
    linked: HashMap<(EndpointId<'p>, DocumentId, Mark<'p>), Vec<Endpoint<'p>>>,
    /// The installations in which an entity does, at a known address, with the entities that a link joins to it, whichever
    /// way it leads.
    joined: HashSet<(EndpointId<'p>, DocumentId, Mark<'p>)>,
}

impl<'p> Listeners<'p> {
    /// Those of a site, and of the other ends of its links.
    pub fn of(document: &Document, deployments: &Deployments<'p>) -> Self {
        let mut listeners = Self::default();
        let Some(deployment) = deployments.in_document(document.id) else { return listeners };
        let ends = deployment.links.iter().flat_map(|link| [link.source.found(), link.target.found()]);
        let documents: HashSet<DocumentId> = ends.flatten().map(|end| end.document.id).collect();
        // Who provides and who asks, by their documents: only links between these are asked for.
        let asked: HashSet<[DocumentId; 2]> = deployment
            .links
            .iter()
            .filter_map(LinkUse::ends)
            .map(|(source, target)| [target.document.id, source.document.id])
            .collect();
        let own = std::iter::once(document.id);
        let others = documents.into_iter().filter(|other| *other != document.id);
        for document in own.chain(others) {
            let deployment = deployments.in_document(document);
            if let Some(deployment) = deployment {
                deployment.entities.iter().for_each(|entity| listeners.add(entity));
                deployment.links.iter().for_each(|link| listeners.join(link, &asked));
            }
        }
        for link in &deployment.links {
            let ends = link.ends().filter(|(_, target)| accepts(target));
            let Some((source, target)) = ends.filter(|_| link.link.status() != LifecycleStatus::Obsolete)
            else {
                continue;
            };
            for mark in marks(&target) {
                let key = (id(&source), target.document.id, mark);
                keep(listeners.linked.entry(key).or_default(), target);
            }
        }
        listeners
    }

    fn add(&mut self, entity: &DeployedEntity<'p>) {
        let endpoint = entity.endpoint;
        if is_addressed(&endpoint) {
            for mark in marks(&endpoint) {
                keep(self.addressed.entry((endpoint.document.id, mark)).or_default(), endpoint);
            }
        }
    }

    fn join(&mut self, link: &LinkUse<'p>, asked: &HashSet<[DocumentId; 2]>) {
        let ends = link.ends().filter(|_| link.link.status() != LifecycleStatus::Obsolete);
        let Some((source, target)) = ends else { return };
        for (listener, peer) in [(source, target), (target, source)] {
            if asked.contains(&[peer.document.id, listener.document.id]) && is_addressed(&listener) {
                let document = listener.document.id;
                self.joined.extend(marks(&listener).map(|mark| (id(&peer), document, mark)));
            }
        }
    }

    /// The entity of an installation to which a provider would have to send, where it knows none of those that accept
    /// associations there: it has the addresses of those with whom a link joins it.
    pub fn unknown_to(&self, provider: &Endpoint<'p>, endpoint: &Endpoint<'p>) -> Option<Endpoint<'p>> {
        let document = endpoint.document.id;
        if marks(endpoint).any(|mark| self.joined.contains(&(id(provider), document, mark))) {
            return None;
        }
        marks(endpoint).find_map(|mark| self.addressed.get(&(document, mark))?.first().copied())
    }

    /// Whether somebody of an installation accepts associations, at a known address or at the end of a link from the
    /// other side.
    pub fn are_there(&self, endpoint: &Endpoint<'p>, from: &Endpoint<'p>) -> bool {
        self.at(endpoint, from).next().is_some()
    }

    /// Who of an installation accepts associations: the entity itself first, then its neighbours, some more than once.
    pub fn at(&self, endpoint: &Endpoint<'p>, from: &Endpoint<'p>) -> impl Iterator<Item = Endpoint<'p>> {
        let document = endpoint.document.id;
        let from = id(from);
        marks(endpoint).flat_map(move |mark| {
            let addressed = self.addressed.get(&(document, mark.clone())).into_iter().flatten();
            addressed.chain(self.linked.get(&(from, document, mark)).into_iter().flatten()).copied()
        })
    }
}

fn keep<'p>(known: &mut Vec<Endpoint<'p>>, endpoint: Endpoint<'p>) {
    if known.len() < AT_MOST {
        known.push(endpoint);
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
