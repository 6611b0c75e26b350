//! `Scene`: the sites with an entity of them before and after the change, and the links that touch it.

use std::collections::{HashMap, HashSet};

use super::change::{Alteration, Change, alterations};
use super::loss::losses;
use super::system::{System, SystemId, SystemKind, system_id};
use super::task::tasks;
use super::tie::Tie;
use super::{Deployed, Fate, Peer};
use crate::model::{Endpoint, LifecycleStatus, LinkUse, SiteEntity};
use crate::pairing::{Carriage, Carriages, Side, Surroundings};

/// The sites, and what is to become of an entity of them.
pub(super) struct Scene<'g, 'p> {
    pub(super) own: Endpoint<'p>,
    system: SystemId,
    pub(super) after: SiteEntity,
    pub(super) alterations: Vec<Alteration>,
    pub(super) fate: Fate,
    /// How many links of the entity are obsolete.
    pub(super) obsolete: usize,
    surroundings: &'g Surroundings<'p>,
    carriages: Carriages<'g, 'p>,
}

/// The links of systems that are not obsolete.
pub(super) type LinksOfSystems<'s, 'p> = HashMap<SystemId, Vec<&'s LinkUse<'p>>>;

impl<'g, 'p> Scene<'g, 'p> {
    pub(super) fn of(surroundings: &'g Surroundings<'p>, own: Endpoint<'p>, changes: &[Change]) -> Self {
        let mut after = own.entity.clone();
        for change in changes {
            change.apply(&mut after);
        }
        let is_gone = changes.contains(&Change::Remove)
            || after.status == Some(LifecycleStatus::Obsolete) && own.entity.status != after.status;
        let fate = match (is_gone, changes.is_empty()) {
            (true, _) => Fate::Leaves,
            (false, true) => Fate::Questioned,
            (false, false) => Fate::Stays,
        };
        let mut scene = Self {
            own,
            system: system_id(&own),
            alterations: alterations(own.entity, &after),
            after,
            fate,
            obsolete: 0,
            surroundings,
            carriages: Carriages::of(surroundings),
        };
        scene.obsolete = scene.links().filter(|link| is_obsolete(link) && scene.side(link).is_some()).count();
        scene
    }

    /// Whether a value of the entity changes.
    pub(super) fn alters(&self, key: &str) -> bool {
        self.alterations.iter().any(|alteration| alteration.key == key)
    }

    /// Whether peers reach the entity at another place, or not at all.
    pub(super) fn moves(&self) -> bool {
        ["host", "port", "endpoint_url", "protocol"].into_iter().any(|key| self.alters(key))
    }

    /// All links of all sites.
    pub(super) fn links(&self) -> impl Iterator<Item = &'g LinkUse<'p>> {
        self.surroundings.deployments.iter().flat_map(|deployment| &deployment.links)
    }

    /// The side of a link at which the entity stands; none where it is at neither or at both.
    pub(super) fn side(&self, link: &LinkUse<'p>) -> Option<Side> {
        let is_own = |end: Option<Endpoint<'p>>| end.is_some_and(|end| end.is(&self.own));
        match (is_own(link.source.found()), is_own(link.target.found())) {
            (true, false) => Some(Side::One),
            (false, true) => Some(Side::Other),
            _ => None,
        }
    }

    /// The links that have to do with the entity and are not obsolete, in the author's order; its own site goes first.
    pub(super) fn ties(&self) -> Vec<Tie<'g, 'p>> {
        let links = self.links().filter(|link| !is_obsolete(link));
        let mut ties: Vec<Tie<'g, 'p>> = links.filter_map(|link| self.tie(link)).collect();
        ties.sort_by_key(|tie| tie.link.document.id != self.own.document.id);
        ties
    }

    fn tie(&self, link: &'g LinkUse<'p>) -> Option<Tie<'g, 'p>> {
        let (source, target) = (link.source.found(), link.target.found());
        let side = self.side(link);
        let is_neighbour = |end: Option<Endpoint<'p>>| {
            end.is_some_and(|end| !end.is(&self.own) && system_id(&end) == self.system)
        };
        // What a neighbour asks for may be answered to the entity.
        let own = side.or_else(|| match (is_neighbour(source), is_neighbour(target)) {
            (true, false) => Some(Side::One),
            (false, true) => Some(Side::Other),
            _ => None,
        })?;
        let peer = if own == Side::One { target } else { source };
        if peer.is_some_and(|peer| peer.is(&self.own)) {
            return None;
        }
        let (is_end, carriage) = (side.is_some(), self.carriage(link));
        let tie = Tie { link, entity: self.own, peer, own, is_end, carriage };
        (is_end || tie.is_known()).then_some(tie)
    }

    pub(super) fn carriage(&self, link: &LinkUse<'p>) -> Carriage<'p> {
        self.carriages.carriage(link)
    }

    /// What a peer's statement says of the calling AE titles that it checks.
    pub(super) fn check_of_titles(&self, peer: &Endpoint<'p>) -> Option<&'p str> {
        let implemented = self.surroundings.deployments.entity(peer)?.implemented()?;
        let level = &implemented.statement.security.association_level;
        level.calling_ae_title.as_ref().map(|prose| prose.as_str().trim())
    }

    /// The links of the systems at the other ends of ties.
    fn links_of_systems(&self, ties: &[Tie<'_, 'p>]) -> LinksOfSystems<'g, 'p> {
        let wanted: HashSet<SystemId> =
            ties.iter().filter_map(|tie| tie.peer.as_ref()).map(system_id).collect();
        let mut links = LinksOfSystems::new();
        for link in self.links().filter(|link| !is_obsolete(link)) {
            let ends = [link.source.found(), link.target.found()];
            for id in ends.iter().flatten().map(system_id).filter(|id| wanted.contains(id)) {
                links.entry(id).or_default().push(link);
            }
        }
        links
    }

    /// The systems at the other ends of ties, in the order of these.
    pub(super) fn peers(&self, ties: &[Tie<'_, 'p>]) -> Vec<Peer> {
        let links =
            if self.fate == Fate::Stays { LinksOfSystems::new() } else { self.links_of_systems(ties) };
        let mut systems: Vec<Vec<&Tie<'_, 'p>>> = Vec::new();
        let mut positions: HashMap<Result<SystemId, &str>, usize> = HashMap::new();
        for tie in ties {
            let id = tie.peer.as_ref().map(system_id).ok_or_else(|| tie.written());
            let position = *positions.entry(id).or_insert(systems.len());
            if position == systems.len() {
                systems.push(Vec::new());
            }
            systems[position].push(tie);
        }
        systems.into_iter().map(|ties| self.peer(&ties, &links)).collect()
    }

    fn peer(&self, ties: &[&Tie<'_, 'p>], links: &LinksOfSystems<'_, 'p>) -> Peer {
        let mut endpoints: Vec<Endpoint<'p>> = Vec::new();
        for endpoint in ties.iter().filter_map(|tie| tie.peer) {
            if !endpoints.iter().any(|known| known.is(&endpoint)) {
                endpoints.push(endpoint);
            }
        }
        let first = endpoints.first();
        let unknown = || ties.first().map_or("", |tie| tie.written()).to_owned();
        let mut owners: Vec<String> = endpoints.iter().filter_map(owner).collect();
        owners.dedup();
        Peer {
            system: first.map_or_else(|| System { kind: SystemKind::Entity, name: unknown() }, System::of),
            organization: first.and_then(|endpoint| endpoint.organization()).map(str::to_owned),
            owners,
            entities: endpoints.iter().map(Deployed::of).collect(),
            links: ties.iter().map(|tie| tie.seen()).collect(),
            tasks: endpoints.iter().flat_map(|endpoint| tasks(self, endpoint, ties)).collect(),
            losses: if self.fate == Fate::Stays { Vec::new() } else { losses(self, ties, links) },
        }
    }
}

pub(super) fn is_obsolete(link: &LinkUse<'_>) -> bool {
    link.link.status() == LifecycleStatus::Obsolete
}

/// Who answers for an entity, and how he is reached.
fn owner(endpoint: &Endpoint<'_>) -> Option<String> {
    match (endpoint.entity.owner.as_deref(), endpoint.entity.contact.as_deref()) {
        (Some(owner), Some(contact)) => Some(format!("{owner}, {contact}")),
        (Some(one), None) | (None, Some(one)) => Some(one.to_owned()),
        (None, None) => None,
    }
}
