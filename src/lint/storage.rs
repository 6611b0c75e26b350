//! Whether a list of SOP classes may hold one that is stored.

use super::sieve::{class_of, is_unknown};
use crate::model::survey::{ItemId, Survey};
use crate::standard::uids;

/// Whether a list holds a storage SOP class, or one of which it cannot be told.
pub(super) fn may_store(survey: &Survey<'_>, list: &[ItemId]) -> bool {
    list.iter().any(|id| {
        is_unknown(survey, *id)
            || survey.uid(*id) == Some(uids::STORAGE_SERVICE_CLASS)
            || class_of(survey, *id).is_some_and(crate::standard::sop_class::SopClass::is_storage)
    })
}
