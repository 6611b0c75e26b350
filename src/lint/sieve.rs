//! `Sieve`: the SOP classes of a list that pass a test, found once for every list however often it is used.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::survey::{ItemId, Meaning, Survey};
use crate::standard::sop_class::{self, SopClass};
use crate::standard::transfer_syntax::{self, TransferSyntax};

/// The SOP class of an item, where it is a registered one and not said to be unsupported.
pub(super) fn class_of(survey: &Survey<'_>, id: ItemId) -> Option<&'static SopClass> {
    let used = survey.item(id);
    let is_claimed = used.item.is_claimed();
    let entry = used.meaning.entry().filter(|_| is_claimed)?;
    sop_class::of(entry)
}

/// The transfer syntax of an item, where it is a registered one and not said to be unsupported.
pub(super) fn syntax_of(survey: &Survey<'_>, id: ItemId) -> Option<&'static TransferSyntax> {
    let used = survey.item(id);
    let is_claimed = used.item.is_claimed();
    let entry = used.meaning.entry().filter(|_| is_claimed)?;
    transfer_syntax::of(entry)
}

/// What an item is called, as short as it is clear.
pub(super) fn name_of<'a>(survey: &'a Survey<'_>, id: ItemId) -> &'a str {
    let used = survey.item(id);
    used.meaning.entry().map_or_else(|| used.item.label(), |entry| entry.short_name())
}

/// Whether an item may be a SOP class that the standard does not know, or that the author did not mean to write.
pub(super) fn is_unknown(survey: &Survey<'_>, id: ItemId) -> bool {
    !matches!(survey.item(id).meaning, Meaning::Registered { .. })
}

/// The members of lists of SOP classes that pass a test.
pub(super) struct Sieve<'a, 's> {
    survey: &'a Survey<'s>,
    test: fn(&SopClass) -> bool,
    known: HashMap<*const ItemId, Arc<[ItemId]>>,
}

impl<'a, 's> Sieve<'a, 's> {
    pub(super) fn new(survey: &'a Survey<'s>, test: fn(&SopClass) -> bool) -> Self {
        Self { survey, test, known: HashMap::new() }
    }

    /// The members of a list that pass.
    pub(super) fn sift(&mut self, list: &Arc<[ItemId]>) -> Arc<[ItemId]> {
        let (survey, test) = (self.survey, self.test);
        let passing = || list.iter().copied().filter(|id| class_of(survey, *id).is_some_and(test)).collect();
        if Arc::strong_count(list) == 1 {
            return passing();
        }
        Arc::clone(self.known.entry(list.as_ptr()).or_insert_with(passing))
    }

    /// Whether any member of a list passes.
    pub(super) fn any(&mut self, list: &Arc<[ItemId]>) -> bool {
        !self.sift(list).is_empty()
    }
}
