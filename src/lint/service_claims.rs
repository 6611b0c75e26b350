//! The services that a statement claims, role by role, with all that it says of them.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::model::survey::{ConformanceUse, ContextUse, ItemId, Survey};
use crate::model::{Prose, Service};
use crate::route::Route;
use crate::standard::service_point::{Evidence, Family, Point};
use crate::standard::sop_class;
use crate::standard::spelling::folded;

/// The tag of Specific Character Set.
const CHARACTER_SET: (u16, u16) = (0x0008, 0x0005);

/// A service in a role, with its contexts and its conformance entries throughout the statement.
pub(super) struct ServiceClaim<'v, 's> {
    pub(super) family: Family,
    pub(super) is_user: bool,
    survey: &'v Survey<'s>,
    contexts: Vec<&'v ContextUse<'s>>,
    conformances: Vec<(usize, &'v ConformanceUse<'s>)>,
}

/// The claims of a statement, in the order of the families.
pub(super) fn of<'v, 's>(survey: &'v Survey<'s>) -> Vec<ServiceClaim<'v, 's>> {
    let mut families = Families { survey, known: HashMap::new() };
    let mut claims: BTreeMap<(Family, bool), ServiceClaim<'v, 's>> = BTreeMap::new();
    for context in survey.claimed_contexts() {
        for family in families.of(&context.abstract_syntaxes).iter() {
            let sides = [(true, context.role.is_user()), (false, context.role.is_provider())];
            for (is_user, _) in sides.into_iter().filter(|(_, is_claimed)| *is_claimed) {
                let claim = claims.entry((*family, is_user)).or_insert_with(|| ServiceClaim {
                    family: *family,
                    is_user,
                    survey,
                    contexts: Vec::new(),
                    conformances: Vec::new(),
                });
                claim.contexts.push(context);
            }
        }
    }
    for (number, used) in survey.conformances.iter().enumerate().filter(|(_, used)| used.is_claimed) {
        for family in families.of(&used.sop_classes).iter() {
            for is_user in [true, false] {
                let speaks =
                    |role: &crate::model::Role| if is_user { role.is_user() } else { role.is_provider() };
                let is_about = used.roles.is_empty() || used.roles.iter().any(speaks);
                if let Some(claim) = claims.get_mut(&(*family, is_user)).filter(|_| is_about) {
                    claim.conformances.push((number, used));
                }
            }
        }
    }
    claims.into_values().collect()
}

/// The families of lists of classes; lists that are shared are looked at once.
struct Families<'v, 's> {
    survey: &'v Survey<'s>,
    known: HashMap<usize, Arc<[Family]>>,
}

impl Families<'_, '_> {
    fn of(&mut self, classes: &Arc<[ItemId]>) -> Arc<[Family]> {
        let survey = self.survey;
        let families = self.known.entry(Arc::as_ptr(classes).addr()).or_insert_with(|| {
            let uids = survey.claimed_uids(classes);
            let mut families: Vec<_> =
                uids.filter_map(|(_, uid)| Family::of(sop_class::by_uid(uid)?)).collect();
            families.sort_unstable();
            families.dedup();
            Arc::from(families)
        });
        Arc::clone(families)
    }
}

impl ServiceClaim<'_, '_> {
    /// The entry in which the service is described, or the first context where there is none.
    pub(super) fn place(&self) -> Route {
        let entry = self.conformances.first().map(|(_, used)| (used.trail, "sop_classes"));
        let context = || self.contexts.first().map(|context| (context.trail, "abstract_syntax"));
        entry.or_else(context).map_or_else(Route::root, |(trail, key)| self.survey.route(trail).key(key))
    }

    /// Whether the statement makes a point.
    pub(super) fn makes(&self, point: &Point) -> bool {
        self.is_answered(point.name) || self.is_evident(point.evidence)
    }

    fn is_answered(&self, name: &str) -> bool {
        let name = folded(name);
        let mut answers = self.conformances.iter().flat_map(|(_, used)| &used.conformance.answers);
        answers.any(|(key, answer)| folded(&key.replace('_', " ")) == name && !answer.is_empty())
    }

    fn is_evident(&self, evidence: Evidence) -> bool {
        let mut entries = self.conformances.iter().map(|(_, used)| used.conformance);
        match evidence {
            Evidence::None => false,
            Evidence::StorageLevel => entries.any(|entry| entry.storage_level.is_some()),
            Evidence::SignatureLevel => {
                let needs = |level: Option<i64>| level == Some(2);
                entries.all(|entry| !needs(entry.storage_level) || entry.signature_level.is_some())
            }
            Evidence::FullStorage => entries.any(|entry| entry.storage_level == Some(2)),
            Evidence::Negotiation => {
                self.contexts.iter().any(|context| !context.context.extended_negotiation.is_empty())
            }
            Evidence::CharacterSet => self.has_character_set(),
            Evidence::Attributes(name) => self
                .services()
                .any(|(service, said)| (name.is_empty() || service == name) && !said.attributes.is_empty()),
            Evidence::Event(id) => self.services().any(|(_, said)| {
                let told = |event: &crate::model::Event| {
                    event.behavior.as_ref().is_some_and(|text| !text.is_empty())
                };
                said.events.iter().any(|event| event.id == Some(i64::from(id)) && told(event))
            }),
        }
    }

    /// Whether the keys hold Specific Character Set, or there is a text on character sets.
    fn has_character_set(&self) -> bool {
        let survey = self.survey;
        let is_ours =
            |number: usize| self.conformances.binary_search_by_key(&number, |(ours, _)| *ours).is_ok();
        let mut keys = survey
            .keys
            .iter()
            .filter(|key| survey.attributes[key.attribute].meaning.path.last() == Some(&CHARACTER_SET));
        survey.statement.character_sets.text.as_ref().is_some_and(|text: &Prose| !text.is_empty())
            || keys.any(|key| is_ours(key.conformance))
    }

    /// The services that are described, those of members included, with their names.
    fn services(&self) -> impl Iterator<Item = (&str, &Service)> {
        let entries = self.conformances.iter().map(|(_, used)| used.conformance);
        entries.flat_map(|entry| {
            let members = entry.members.values().flat_map(|member| &member.services);
            entry.services.iter().chain(members).map(|(name, service)| (name.as_str(), service))
        })
    }
}
