//! `Inventory`: the deployed Application Entities and links of all sites of a project, found by what must not occur
//! twice.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::address;
use super::circumstances::Circumstances;
use super::reservations::Kept;
use super::secure_ports::SecureListener;
use crate::finding::DocumentId;
use crate::model::{
    Content, Deployments, Direction, Document, Endpoint, LifecycleStatus, LinkUse, Project, Site, SiteEntity,
    Target,
};
use crate::notation::{Host, WebAddress};
use crate::standard::ae_title;

/// Within what something must be unique: an organization, or a document that names none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Scope<'p> {
    Organization(&'p str),
    Document(DocumentId),
}

/// Where an endpoint listens.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Address {
    Port(Host, i64),
    Web(WebAddress),
}

/// An endpoint by its document and name.
type EndpointId<'p> = (DocumentId, &'p str);

/// The first holder of each title and address, in every organization. Documents that are only referred to come
/// first: what is under examination is measured by them.
#[derive(Debug, Default)]
pub(crate) struct Inventory<'p> {
    titles: HashMap<(Scope<'p>, &'p str), Endpoint<'p>>,
    folded_titles: HashMap<(Scope<'p>, String), Endpoint<'p>>,
    addresses: HashMap<(Scope<'p>, Address), Endpoint<'p>>,
    shared_addresses: HashSet<(Scope<'p>, Address)>,
    reservations: HashMap<(Scope<'p>, &'p str), Vec<Kept<'p>>>,
    secure_listeners: HashMap<SecureListener, Endpoint<'p>>,
    links_of: HashMap<EndpointId<'p>, Vec<&'p LinkUse<'p>>>,
    links: HashMap<(Scope<'p>, EndpointId<'p>, EndpointId<'p>, Direction), &'p LinkUse<'p>>,
    two_way_links: HashMap<(Scope<'p>, EndpointId<'p>, EndpointId<'p>), &'p LinkUse<'p>>,
}

impl<'p> Inventory<'p> {
    pub(super) fn of(
        project: &'p Project,
        deployments: &'p Deployments<'p>,
        circumstances: &Circumstances,
    ) -> Self {
        let mut inventory = Self::default();
        let (referenced, examined): (Vec<_>, Vec<_>) =
            project.documents.iter().partition(|document| document.is_referenced);
        let documents: Vec<_> = referenced.into_iter().chain(examined).collect();
        // Whom a title is kept for has it before others, wherever it stands.
        for document in &documents {
            if let Content::Site(site) = &document.content {
                inventory.reserve(document, site, circumstances);
            }
        }
        for document in documents {
            let Some(deployment) = deployments.in_document(document.id) else { continue };
            deployment.entities.iter().for_each(|entity| inventory.add(entity.endpoint));
            deployment.links.iter().for_each(|link| inventory.add_link(link));
        }
        inventory
    }

    fn add(&mut self, endpoint: Endpoint<'p>) {
        let scope = scope(&endpoint);
        if let Some(title) = title(&endpoint) {
            let is_new = keep_first(&mut self.titles, (scope, title), endpoint);
            if is_new {
                keep_first(&mut self.folded_titles, (scope, ae_title::folded(title)), endpoint);
            }
        }
        if let Some(listener) = in_use(&endpoint).and_then(SecureListener::of) {
            keep_first(&mut self.secure_listeners, listener, endpoint);
        }
        for address in [listener(&endpoint), web_address(&endpoint)].into_iter().flatten() {
            let is_new = keep_first(&mut self.addresses, (scope, address.clone()), endpoint);
            if !is_new {
                self.shared_addresses.insert((scope, address));
            }
        }
    }

    fn reserve(&mut self, document: &'p Document, site: &'p Site, circumstances: &Circumstances) {
        for (name, reservation) in &site.reservations {
            let kept = Kept { document, name, reservation };
            let has_ended = reservation.until.is_some_and(|until| circumstances.is_past(until));
            let Some(title) = kept.title().filter(|_| !has_ended) else { continue };
            let key = (scope_of_reservation(&kept, site), title);
            self.reservations.entry(key).or_default().push(kept);
            let named = reservation.r#for.as_deref();
            let named = named.and_then(|name| site.application_entities.get_key_value(name));
            let beneficiary = named.map(|(name, entity)| Endpoint { document, site, name, entity });
            let has_it =
                |endpoint: &Endpoint<'p>| (scope(endpoint), self::title(endpoint)) == (key.0, Some(title));
            if let Some(endpoint) = beneficiary.filter(has_it) {
                keep_first(&mut self.titles, key, endpoint);
            }
        }
    }

    fn add_link(&mut self, link: &'p LinkUse<'p>) {
        for end in [&link.source, &link.target].into_iter().filter_map(Target::found) {
            self.links_of.entry(id(&end)).or_default().push(link);
        }
        let (Some((source, target)), Some(direction)) = (link.ends(), link.link.direction) else { return };
        let (scope, source, target) = (scope_of_link(link), id(&source), id(&target));
        self.links.entry((scope, source, target, direction)).or_insert(link);
        if direction == Direction::Bidir && link.link.status() != LifecycleStatus::Obsolete {
            let pair = (scope, source.min(target), source.max(target));
            self.two_way_links.entry(pair).or_insert(link);
        }
    }

    /// The links that start from an endpoint or lead to it, in all documents.
    pub(crate) fn links_of(&self, endpoint: &Endpoint<'p>) -> &[&'p LinkUse<'p>] {
        self.links_of.get(&id(endpoint)).map_or(&[], Vec::as_slice)
    }

    /// The link that says the same as this one, and said it first.
    pub(crate) fn first_of_link(&self, link: &LinkUse<'p>) -> Option<&'p LinkUse<'p>> {
        let (source, target) = link.ends()?;
        let key = (scope_of_link(link), id(&source), id(&target), link.link.direction?);
        self.links.get(&key).copied().filter(|first| !first.is(link))
    }

    /// The first link in both directions between the ends of this one that is not obsolete.
    pub(crate) fn two_way_link(&self, link: &LinkUse<'p>) -> Option<&'p LinkUse<'p>> {
        let (source, target) = link.ends()?;
        let (source, target) = (id(&source), id(&target));
        let pair = (scope_of_link(link), source.min(target), source.max(target));
        self.two_way_links.get(&pair).copied().filter(|first| !first.is(link))
    }

    /// The entity that has the AE title of this one, and had it first.
    pub(crate) fn holder_of_title(&self, endpoint: &Endpoint<'p>) -> Option<&Endpoint<'p>> {
        let holder = self.titles.get(&(scope(endpoint), title(endpoint)?))?;
        (!holder.is(endpoint)).then_some(holder)
    }

    /// The entity that had a title before this one which differs from its title in what is easily mistaken only.
    pub(crate) fn holder_of_similar_title(&self, endpoint: &Endpoint<'p>) -> Option<&Endpoint<'p>> {
        let own = title(endpoint)?;
        let holder = self.folded_titles.get(&(scope(endpoint), ae_title::folded(own)))?;
        let is_first_of_its_title = self.holder_of_title(endpoint).is_none();
        (is_first_of_its_title && !holder.is(endpoint)).then_some(holder)
    }

    /// The entity that listens at the host and port of this one, and did so first.
    pub(crate) fn holder_of_port(&self, endpoint: &Endpoint<'p>) -> Option<&Endpoint<'p>> {
        self.holder_of(endpoint, listener(endpoint)?)
    }

    /// The entity that has the endpoint URL of this one, and had it first.
    pub(crate) fn holder_of_url(&self, endpoint: &Endpoint<'p>) -> Option<&Endpoint<'p>> {
        self.holder_of(endpoint, web_address(endpoint)?)
    }

    /// The entity that speaks DIMSE over TLS where this one is a web service over TLS, or the reverse; of whatever
    /// organization.
    pub(crate) fn other_on_secure_port(&self, endpoint: &Endpoint<'p>) -> Option<&Endpoint<'p>> {
        let listener = in_use(endpoint).and_then(SecureListener::of)?;
        self.secure_listeners.get(&listener.other())
    }

    /// Whether somebody else in the organization is found at the address of an endpoint; nothing where it has none.
    pub(crate) fn shares_address(&self, endpoint: &Endpoint<'p>) -> Option<bool> {
        let address = listener(endpoint).or_else(|| web_address(endpoint))?;
        Some(self.shared_addresses.contains(&(scope(endpoint), address)))
    }

    /// The reservations in force of the AE title of an endpoint, in its organization.
    pub(crate) fn reservations_of_title(&self, endpoint: &Endpoint<'p>) -> &[Kept<'p>] {
        let Some(title) = title(endpoint) else { return &[] };
        self.reservations.get(&(scope(endpoint), title)).map_or(&[], Vec::as_slice)
    }

    /// The reservation in force that has the title of this one, which is in force too, and had it first.
    pub(crate) fn first_reservation(&self, kept: &Kept<'p>, site: &'p Site) -> Option<&Kept<'p>> {
        let of_title = self.reservations.get(&(scope_of_reservation(kept, site), kept.title()?))?;
        let first = of_title.first().filter(|_| of_title.iter().any(|other| other.is(kept)))?;
        (!first.is(kept)).then_some(first)
    }

    fn holder_of(&self, endpoint: &Endpoint<'p>, address: Address) -> Option<&Endpoint<'p>> {
        let holder = self.addresses.get(&(scope(endpoint), address))?;
        (!holder.is(endpoint)).then_some(holder)
    }
}

fn keep_first<'p, K: Eq + Hash>(map: &mut HashMap<K, Endpoint<'p>>, key: K, endpoint: Endpoint<'p>) -> bool {
    map.entry(key).or_insert(endpoint).is(&endpoint)
}

const fn id<'p>(endpoint: &Endpoint<'p>) -> EndpointId<'p> {
    (endpoint.document.id, endpoint.name)
}

fn scope_of_link<'p>(link: &LinkUse<'p>) -> Scope<'p> {
    link.organization.map_or(Scope::Document(link.document.id), Scope::Organization)
}

fn scope_of_reservation<'p>(kept: &Kept<'p>, site: &'p Site) -> Scope<'p> {
    site.organization_of_reservation(kept.reservation)
        .map_or(Scope::Document(kept.document.id), Scope::Organization)
}

fn scope<'p>(endpoint: &Endpoint<'p>) -> Scope<'p> {
    endpoint.organization().map_or(Scope::Document(endpoint.document.id), Scope::Organization)
}

/// The AE title, blanks around it aside; none where it is malformed, of which nothing more is said.
fn title<'p>(endpoint: &Endpoint<'p>) -> Option<&'p str> {
    endpoint.entity.ae_title.as_deref().map(str::trim).filter(|title| ae_title::malformation(title).is_none())
}

/// Host and port of what is still there.
fn listener(endpoint: &Endpoint<'_>) -> Option<Address> {
    let entity = in_use(endpoint)?;
    // `localhost` is another machine for everybody.
    let host = Host::parse(entity.host.as_deref()?).filter(|host| host.unreachable().is_none())?;
    Some(Address::Port(host, entity.port?))
}

fn web_address(endpoint: &Endpoint<'_>) -> Option<Address> {
    let entity = in_use(endpoint)?;
    // The URL of an entity that speaks DIMSE has no business there, and is not judged.
    let url = entity.endpoint_url.as_deref().filter(|_| !entity.protocol().is_dimse())?;
    let address = address::web_address(entity, url).filter(|address| address.host.unreachable().is_none())?;
    Some(Address::Web(address))
}

fn in_use<'p>(endpoint: &Endpoint<'p>) -> Option<&'p SiteEntity> {
    (endpoint.entity.status != Some(LifecycleStatus::Obsolete)).then_some(endpoint.entity)
}
