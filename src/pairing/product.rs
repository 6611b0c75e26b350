//! `Product`: a statement with everything that its product offers to others.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use indexmap::IndexMap;

use super::keys::KeyTables;
use super::media_claim::MediaClaims;
use super::party::{Offer, Party};
use super::web_claim::WebClaims;
use crate::finding::DocumentId;
use crate::model::survey::{ConformanceUse, Initiation, Survey, Trail};
use crate::model::{Role, YesNo};
use crate::standard::attribute::Tag;
use crate::standard::sop_class::{self, SopClass};

/// A statement with everything that its product offers to others.
#[derive(Debug)]
pub struct Product<'s> {
    /// The document of the statement.
    pub document: DocumentId,
    /// The statement.
    pub survey: Arc<Survey<'s>>,
    /// The Application Entities that are looked at, in the author's order.
    pub parties: Vec<Party<'s>>,
    /// The offers of each SOP class, in the order of the statement.
    offers: IndexMap<&'s str, Vec<Offered<'s>>>,
    /// The web services that are looked at, by name.
    chosen_services: Vec<&'s str>,
    /// The media Application Entities that are looked at, by name.
    chosen_writers: Vec<&'s str>,
    web: OnceLock<WebClaims<'s>>,
    media: OnceLock<MediaClaims<'s>>,
    keys: OnceLock<KeyTables>,
    conformances: OnceLock<HashMap<&'s str, Vec<usize>>>,
    /// Which activities answer a C-MOVE, by their positions in the survey.
    pub(super) delivering: OnceLock<Vec<bool>>,
    requests: OnceLock<Requests<'s>>,
}

/// An offer and whose it is.
#[derive(Debug, Clone)]
pub struct Offered<'s> {
    /// The position of the party in [`Product::parties`].
    pub party: usize,
    /// The offer.
    pub offer: Offer<'s>,
    /// Its SOP class, where it is registered.
    pub class: Option<&'static SopClass>,
}

/// The attributes of the requests of DIMSE services, by where their conformance entry stands and by their names.
type Requests<'s> = HashMap<Trail, HashMap<&'s str, RequestAttributes>>;

/// The attributes of a request.
#[derive(Debug, Default)]
pub(super) struct RequestAttributes {
    /// All of them, by their paths, sorted.
    pub(super) sent: Vec<Vec<Tag>>,
    /// Those that are required, in the author's order.
    pub(super) required: Vec<Vec<Tag>>,
}

impl<'s> Product<'s> {
    /// The product of a statement, with those of its Application Entities that are chosen by their names.
    pub fn of(document: DocumentId, survey: Arc<Survey<'s>>, is_chosen: impl Fn(&str) -> bool) -> Self {
        let chosen = (0..survey.entities.len()).filter(|entity| {
            let entity = &survey.entities[*entity];
            entity.is_claimed && is_chosen(entity.name)
        });
        let parties: Vec<_> = chosen.map(|entity| Party::of(document, Arc::clone(&survey), entity)).collect();
        let mut offers: IndexMap<&'s str, Vec<Offered<'s>>> = IndexMap::new();
        for (party, offered) in parties.iter().enumerate() {
            for offer in offered.offers() {
                let class = sop_class::by_uid(offer.sop_class);
                let of_class = offers.entry(offer.sop_class).or_default();
                of_class.push(Offered { party, offer: offer.clone(), class });
            }
        }
        let statement = survey.statement;
        let services = statement.web_services.keys().map(String::as_str);
        let writers = statement.media.application_entities.keys().map(String::as_str);
        Self {
            document,
            chosen_services: services.filter(|name| is_chosen(name)).collect(),
            chosen_writers: writers.filter(|name| is_chosen(name)).collect(),
            web: OnceLock::new(),
            media: OnceLock::new(),
            survey,
            parties,
            offers,
            keys: OnceLock::new(),
            conformances: OnceLock::new(),
            delivering: OnceLock::new(),
            requests: OnceLock::new(),
        }
    }

    /// The SOP classes that it proposes or accepts, in the order of the statement.
    pub fn sop_classes(&self) -> impl Iterator<Item = &'s str> {
        self.offers.keys().copied()
    }

    /// The same, each with everything that it offers for it.
    pub fn by_class(&self) -> impl Iterator<Item = (&'s str, &[Offered<'s>])> {
        self.offers.iter().map(|(sop_class, offered)| (*sop_class, offered.as_slice()))
    }

    /// Everything that it offers for a SOP class.
    pub fn offered(&self, sop_class: &str) -> &[Offered<'s>] {
        self.offers.get(sop_class).map_or(&[], Vec::as_slice)
    }

    /// What it offers for a SOP class in one direction and role.
    pub fn offers_as<'a>(
        &'a self,
        sop_class: &str,
        initiation: Initiation,
        role: Role,
    ) -> impl Iterator<Item = &'a Offered<'s>> + Clone {
        of_kind(self.offered(sop_class), initiation, role)
    }

    /// Whether it offers something for a SOP class in one direction, in any role.
    pub fn has(&self, sop_class: &str, initiation: Initiation) -> bool {
        self.offered(sop_class).iter().any(|offered| offered.offer.initiation == initiation)
    }

    /// Whether all that its entities propose and accept is known.
    pub fn is_complete(&self) -> bool {
        self.parties.iter().all(Party::is_told)
    }

    /// The keys that its entities use or support.
    pub(super) fn keys(&self) -> &KeyTables {
        self.keys.get_or_init(|| {
            KeyTables::of(&self.survey, |entity| self.parties.iter().any(|party| party.entity == entity))
        })
    }

    /// The attributes that it lists for the request of a service in a conformance entry.
    pub(super) fn request(
        &self,
        conformance: &ConformanceUse<'_>,
        service: &str,
    ) -> Option<&RequestAttributes> {
        let requests = self.requests.get_or_init(|| requests(&self.survey));
        requests.get(&conformance.trail)?.get(service)
    }

    /// The web transactions that it asks for or answers.
    pub(super) fn web(&self) -> &WebClaims<'s> {
        self.web.get_or_init(|| WebClaims::of(&self.survey, &self.chosen_services))
    }

    /// The media that it writes or reads.
    pub(super) fn media(&self) -> &MediaClaims<'s> {
        self.media.get_or_init(|| MediaClaims::of(&self.survey, &self.chosen_writers))
    }

    /// What it says of a SOP class in a role.
    pub fn conformances(&self, sop_class: &str, role: Role) -> impl Iterator<Item = &ConformanceUse<'s>> {
        let by_class = self.conformances.get_or_init(|| by_class(&self.survey));
        let numbers = by_class.get(sop_class).map_or(&[][..], Vec::as_slice);
        let entries = numbers.iter().map(|number| &self.survey.conformances[*number]);
        entries.filter(move |entry| entry.roles.iter().any(|own| *own == role || *own == Role::Both))
    }
}

/// The offers in one direction and role.
pub(super) fn of_kind<'a, 's>(
    offered: &'a [Offered<'s>],
    initiation: Initiation,
    role: Role,
) -> impl Iterator<Item = &'a Offered<'s>> + Clone + use<'a, 's> {
    let is_it =
        move |offered: &&Offered<'s>| offered.offer.initiation == initiation && offered.offer.role == role;
    offered.iter().filter(is_it)
}

/// The attributes of all requests.
fn requests<'s>(survey: &Survey<'s>) -> Requests<'s> {
    let mut found = Requests::new();
    for entry in &survey.conformances {
        for (name, service) in &entry.conformance.services {
            let mut attributes = RequestAttributes::default();
            for used in &service.attributes {
                let path = Survey::meaning_of_attribute(&used.attribute).path;
                if used.required == Some(YesNo::Yes) && !path.is_empty() {
                    attributes.required.push(path.clone());
                }
                attributes.sent.push(path);
            }
            attributes.sent.sort_unstable();
            found.entry(entry.trail).or_default().insert(name.as_str(), attributes);
        }
    }
    found
}

/// The claimed conformance entries of each SOP class.
fn by_class<'s>(survey: &Survey<'s>) -> HashMap<&'s str, Vec<usize>> {
    let mut found: HashMap<&'s str, Vec<usize>> = HashMap::new();
    for (number, entry) in survey.conformances.iter().enumerate().filter(|(_, entry)| entry.is_claimed) {
        for uid in entry.sop_classes.iter().filter_map(|id| survey.uid(*id)) {
            found.entry(uid).or_default().push(number);
        }
    }
    found
}
