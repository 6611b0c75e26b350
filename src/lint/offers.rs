//! `Offer`: the transfer syntaxes that an entity offers for a SOP class in one direction, over all its contexts.

use std::collections::HashMap;
use std::sync::Arc;

use super::sieve::Sieve;
use crate::model::survey::{ContextUse, Initiation, ItemId, Meaning, Survey};
use crate::standard::sop_class::{ServiceClass, SopClass};
use crate::standard::transfer_syntax::{
    self, JPEG_BASELINE, JPEG_EXTENDED, JPEG_LOSSLESS_SV1, JPEG_LS_LOSSLESS,
};

/// A family of transfer syntaxes of which one member has to be offered with the others (PS3.5, sections 10.2 to 10.5).
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Family {
    /// The first member that is offered and is not the baseline.
    pub(super) member: Option<ItemId>,
    /// Whether the baseline is offered.
    pub(super) has_baseline: bool,
}

/// What matters of some transfer syntaxes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Syntaxes {
    /// Whether one of them cannot be told or does not belong here, so that nothing more can be said.
    pub(super) is_doubtful: bool,
    /// Whether Implicit VR Little Endian is one of them.
    pub(super) has_default: bool,
    /// Lossless JPEG.
    pub(super) lossless_jpeg: Family,
    /// Lossy JPEG.
    pub(super) lossy_jpeg: Family,
    /// JPEG-LS; its member is a near-lossless one.
    pub(super) jpeg_ls: Family,
}

impl Syntaxes {
    /// What matters of a list.
    pub(super) fn of(survey: &Survey<'_>, list: &[ItemId]) -> Self {
        let mut syntaxes = Self { is_doubtful: list.is_empty(), ..Self::default() };
        for id in list {
            let used = survey.item(*id);
            if used.item.is_claimed() {
                syntaxes.add(*id, &used.meaning);
            }
        }
        syntaxes
    }

    fn add(&mut self, id: ItemId, meaning: &Meaning<'_>) {
        let entry = match meaning {
            Meaning::Registered { entry, .. } => *entry,
            Meaning::Declared { .. } | Meaning::Set(_) => return,
            Meaning::Misplaced(_)
            | Meaning::Contradictory { .. }
            | Meaning::UnknownUid(_)
            | Meaning::Unresolved => return self.is_doubtful = true,
        };
        let Some(syntax) = transfer_syntax::of(entry) else { return self.is_doubtful = true };
        self.is_doubtful |= syntax.is_real_time_only();
        self.has_default |= syntax.is_default();
        match entry.uid {
            JPEG_LOSSLESS_SV1 => self.lossless_jpeg.has_baseline = true,
            JPEG_BASELINE | JPEG_EXTENDED => self.lossy_jpeg.has_baseline = true,
            JPEG_LS_LOSSLESS => self.jpeg_ls.has_baseline = true,
            _ if syntax.is_lossless_jpeg() => self.lossless_jpeg.member = Some(id),
            _ if syntax.is_lossy_jpeg() => self.lossy_jpeg.member = Some(id),
            _ if syntax.is_near_lossless_jpeg_ls() => self.jpeg_ls.member = Some(id),
            _ => {}
        }
    }

    fn merge(&mut self, other: &Self) {
        self.is_doubtful |= other.is_doubtful;
        self.has_default |= other.has_default;
        let pairs = [
            (&mut self.lossless_jpeg, other.lossless_jpeg),
            (&mut self.lossy_jpeg, other.lossy_jpeg),
            (&mut self.jpeg_ls, other.jpeg_ls),
        ];
        for (family, other) in pairs {
            family.member = family.member.or(other.member);
            family.has_baseline |= other.has_baseline;
        }
    }
}

/// What an entity offers for a class in one direction.
#[derive(Debug)]
pub(super) struct Offer {
    /// The class, where the first of the contexts has it.
    pub(super) class: ItemId,
    /// The first of its contexts, by its position in the survey.
    pub(super) context: usize,
    /// The transfer syntaxes of all its contexts.
    pub(super) syntaxes: Syntaxes,
    /// Whether a context says why the default transfer syntax is not offered (PS3.5, section 10.1).
    pub(super) is_waived: bool,
}

/// The offers of all entities in which some list of transfer syntaxes is suspicious; only standard classes that are
/// for associations.
pub(super) fn offers(survey: &Survey<'_>, suspicious: fn(&Syntaxes) -> bool) -> Vec<Offer> {
    let mut lists: HashMap<*const ItemId, Syntaxes> = HashMap::new();
    let mut sieve = Sieve::new(survey, is_for_associations);
    let mut offers = Vec::new();
    for entity in survey.entities.iter().filter(|entity| entity.is_claimed) {
        for initiation in [Initiation::Initiates, Initiation::Accepts] {
            let contexts: Vec<_> = entity
                .contexts
                .clone()
                .filter(|number| survey.contexts[*number].is_claimed)
                .filter(|number| survey.contexts[*number].initiation == initiation)
                .map(|number| (number, syntaxes_of(survey, &mut lists, &survey.contexts[number])))
                .collect();
            if contexts.iter().any(|(_, syntaxes)| suspicious(syntaxes)) {
                offers_of(survey, &contexts, &mut sieve, &mut offers);
            }
        }
    }
    offers.retain(|offer| !offer.syntaxes.is_doubtful && suspicious(&offer.syntaxes));
    offers
}

fn is_for_associations(class: &SopClass) -> bool {
    !matches!(class.service_class, ServiceClass::MediaStorage | ServiceClass::RealTimeCommunication)
}

fn syntaxes_of(
    survey: &Survey<'_>,
    lists: &mut HashMap<*const ItemId, Syntaxes>,
    context: &ContextUse<'_>,
) -> Syntaxes {
    let list = &context.transfer_syntaxes;
    if Arc::strong_count(list) == 1 {
        return Syntaxes::of(survey, list);
    }
    *lists.entry(list.as_ptr()).or_insert_with(|| Syntaxes::of(survey, list))
}

/// The offers of some contexts, one for each class, in the order in which the classes appear.
fn offers_of(
    survey: &Survey<'_>,
    contexts: &[(usize, Syntaxes)],
    sieve: &mut Sieve<'_, '_>,
    offers: &mut Vec<Offer>,
) {
    let mut positions: HashMap<&str, usize> = HashMap::new();
    for (number, syntaxes) in contexts {
        let context = &survey.contexts[*number];
        let is_waived = context.context.lossy_only == Some(true) || context.context.too_large == Some(true);
        for class in sieve.sift(&context.abstract_syntaxes).iter() {
            let Some(uid) = survey.uid(*class) else { continue };
            let position = *positions.entry(uid).or_insert(offers.len());
            match offers.get_mut(position) {
                Some(offer) => {
                    offer.syntaxes.merge(syntaxes);
                    offer.is_waived |= is_waived;
                }
                None => {
                    offers.push(Offer { class: *class, context: *number, syntaxes: *syntaxes, is_waived });
                }
            }
        }
    }
}
