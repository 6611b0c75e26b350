//! `Product`: a statement with everything that its product offers to others.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::keys::KeyTables;
use super::media_claim::MediaClaims;
use super::party::{Offer, Party};
use super::web_claim::WebClaims;
use crate::finding::DocumentId;
use crate::model::Role;
use crate::model::survey::{ConformanceUse, Initiation, Survey};

/// A statement with everything that its product offers to others.
#[derive(Debug)]
pub struct Product<'s> {
    /// The document of the statement.
    pub document: DocumentId,
    /// The statement.
    pub survey: Arc<Survey<'s>>,
    /// The Application Entities that are looked at, in the author's order.
    pub parties: Vec<Party<'s>>,
    /// The offers of each SOP class: the party and the offer, by position.
    offers: HashMap<&'s str, Vec<Offered<'s>>>,
    /// The SOP classes in the order of the statement.
    sop_classes: Vec<&'s str>,
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
}

/// An offer and whose it is.
#[derive(Debug, Clone)]
pub struct Offered<'s> {
    /// The position of the party in [`Product::parties`].
    pub party: usize,
    /// The offer.
    pub offer: Offer<'s>,
}

impl<'s> Product<'s> {
    /// The product of a statement, with those of its Application Entities that are chosen by their names.
    pub fn of(document: DocumentId, survey: Arc<Survey<'s>>, is_chosen: impl Fn(&str) -> bool) -> Self {
        let chosen = (0..survey.entities.len()).filter(|entity| {
            let entity = &survey.entities[*entity];
            entity.is_claimed && is_chosen(entity.name)
        });
        let parties: Vec<_> = chosen.map(|entity| Party::of(document, Arc::clone(&survey), entity)).collect();
        let mut offers: HashMap<&'s str, Vec<Offered<'s>>> = HashMap::new();
        let mut sop_classes = Vec::new();
        for (party, offered) in parties.iter().enumerate() {
            for offer in offered.offers() {
                let of_class = offers.entry(offer.sop_class).or_insert_with(|| {
                    sop_classes.push(offer.sop_class);
                    Vec::new()
                });
                of_class.push(Offered { party, offer: offer.clone() });
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
            sop_classes,
            keys: OnceLock::new(),
            conformances: OnceLock::new(),
            delivering: OnceLock::new(),
        }
    }

    /// The SOP classes that it proposes or accepts, in the order of the statement.
    pub fn sop_classes(&self) -> &[&'s str] {
        &self.sop_classes
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
        let is_it = move |offered: &&Offered<'s>| {
            offered.offer.initiation == initiation && offered.offer.role == role
        };
        self.offered(sop_class).iter().filter(is_it)
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
