//! `Listeners`: who accepts associations at an installation, for services that answer on an association of their own.

use std::collections::{BTreeMap, HashMap};

use crate::finding::DocumentId;
use crate::model::{Deployments, Endpoint, LifecycleStatus, LinkUse, Role};

/// What entities of a site have in common that are one installation: an entity is its own, and so are those of one device,
/// of one server and of one host.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Mark<'p> {
    Itself(&'p str),
    Equipment(&'p str),
    FunctionalCi(&'p str),
    Host(String),
}

/// An installation, by its number.
type Installation = u32;

/// A deployed entity, by its number.
type Number = u32;

/// How many entities of an installation are looked at: on the server of a large archive there may be hundreds.
const AT_MOST: usize = 16;

/// Who accepts associations at the sites of a project. It is told once for all of them, in time and memory that grow with
/// their entities and links.
#[derive(Debug, Default)]
pub struct Listeners<'p> {
    /// The number of the first entity of a site.
    first: BTreeMap<DocumentId, usize>,
    /// The entities, and the installations that each belongs to: its own first, then that of the device, of the server and
    /// of the host.
    entities: Vec<(Endpoint<'p>, [Option<Installation>; 4])>,
    /// The entities of each installation that accept associations at a known address.
    addressed: Vec<Vec<Number>>,
    /// The entities that accept associations, as far as is known: where a link starts, an installation to which the entity
    /// at its end belongs, and that entity. Sorted.
    linked: Vec<(Number, Installation, Number)>,
    /// The installations in which an entity accepts associations at a known address, behind an entity that a link joins to
    /// that one, whichever way it leads. Sorted.
    joined: Vec<(Number, Installation)>,
}

impl<'p> Listeners<'p> {
    /// Those of some sites.
    pub fn of(deployments: &Deployments<'p>) -> Self {
        let mut listeners = Self::default();
        listeners.settle(deployments);
        deployments.iter().flat_map(|deployment| &deployment.links).for_each(|link| listeners.join(link));
        // Those to which the same entity leads stay in the order of the links.
        listeners.linked.sort_by_key(|&(from, installation, _)| (from, installation));
        listeners.joined.sort_unstable();
        listeners.joined.dedup();
        listeners
    }

    /// Gives all entities and installations their numbers.
    fn settle(&mut self, deployments: &Deployments<'p>) {
        let mut numbers: HashMap<(DocumentId, Mark<'p>), Installation> = HashMap::new();
        for entity in deployments.iter().flat_map(|deployment| &deployment.entities) {
            let (endpoint, number) = (entity.endpoint, self.entities.len());
            self.first.entry(endpoint.document.id).or_insert(number);
            let installations = marks(&endpoint).map(|mark| {
                let next = narrow(numbers.len());
                Some(*numbers.entry((endpoint.document.id, mark?)).or_insert(next))
            });
            self.addressed.resize(numbers.len(), Vec::new());
            if is_addressed(&endpoint) {
                for installation in installations.into_iter().flatten() {
                    let known = &mut self.addressed[installation as usize];
                    if known.len() < AT_MOST {
                        known.push(narrow(number));
                    }
                }
            }
            self.entities.push((endpoint, installations));
        }
    }

    fn join(&mut self, link: &LinkUse<'p>) {
        let ends = link.ends().filter(|_| link.link.status() != LifecycleStatus::Obsolete);
        let Some((source, target)) = ends else { return };
        let (Some(from), Some(to)) = (self.number(&source), self.number(&target)) else { return };
        if accepts(&target) {
            self.linked
                .extend(installations(&self.entities, to).map(|installation| (from, installation, to)));
        }
        for (listener, number, peer) in [(source, from, to), (target, to, from)] {
            if is_addressed(&listener) {
                self.joined
                    .extend(installations(&self.entities, number).map(|installation| (peer, installation)));
            }
        }
    }

    /// The entity of an installation to which a provider would have to send, where it knows none of those that accept
    /// associations there: it has the addresses of those with whom a link joins it.
    pub fn unknown_to(&self, provider: &Endpoint<'p>, endpoint: &Endpoint<'p>) -> Option<Endpoint<'p>> {
        let (provider, number) = (self.number(provider)?, self.number(endpoint)?);
        let knows = |installation| self.joined.binary_search(&(provider, installation)).is_ok();
        if installations(&self.entities, number).any(knows) {
            return None;
        }
        let mut addressed = installations(&self.entities, number).flat_map(|at| &self.addressed[at as usize]);
        addressed.next().map(|number| self.entities[*number as usize].0)
    }

    /// Whether somebody of an installation accepts associations, at a known address or at the end of a link from the
    /// other side.
    pub fn are_there(&self, endpoint: &Endpoint<'p>, from: &Endpoint<'p>) -> bool {
        self.at(endpoint, from).next().is_some()
    }

    /// Who of an installation accepts associations: the entity itself first, then its neighbours, some more than once.
    pub fn at(&self, endpoint: &Endpoint<'p>, from: &Endpoint<'p>) -> impl Iterator<Item = Endpoint<'p>> {
        let from = self.number(from);
        let installations =
            self.number(endpoint).into_iter().flat_map(|end| installations(&self.entities, end));
        let numbers = installations.flat_map(move |installation| {
            let linked = from.map_or(&[][..], |from| self.linked(from, installation));
            let linked = linked.iter().take(AT_MOST).map(|(.., number)| number);
            self.addressed[installation as usize].iter().chain(linked)
        });
        numbers.map(|number| self.entities[*number as usize].0)
    }

    fn linked(&self, from: Number, installation: Installation) -> &[(Number, Installation, Number)] {
        let key = (from, installation);
        let start = self.linked.partition_point(|&(from, installation, _)| (from, installation) < key);
        let behind = &self.linked[start..];
        &behind[..behind.partition_point(|&(from, installation, _)| (from, installation) == key)]
    }

    fn number(&self, endpoint: &Endpoint<'p>) -> Option<Number> {
        let position = endpoint.site.application_entities.get_index_of(endpoint.name)?;
        Some(narrow(self.first.get(&endpoint.document.id)? + position))
    }
}

/// The installations that an entity belongs to.
fn installations(
    entities: &[(Endpoint<'_>, [Option<Installation>; 4])],
    number: Number,
) -> impl Iterator<Item = Installation> + use<> {
    let installations = entities.get(number as usize).map(|(_, installations)| *installations);
    installations.into_iter().flatten().flatten()
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

fn marks<'p>(endpoint: &Endpoint<'p>) -> [Option<Mark<'p>>; 4] {
    let entity = endpoint.entity;
    let written = |text: &'p Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    [
        Some(Mark::Itself(endpoint.name)),
        written(&entity.equipment).map(Mark::Equipment),
        written(&entity.functional_ci).map(Mark::FunctionalCi),
        written(&entity.host).map(|host| Mark::Host(host.to_ascii_lowercase())),
    ]
}

/// The number of values of a document is limited far below what a number can be.
fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
