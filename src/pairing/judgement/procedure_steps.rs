//! Unified Procedure Step: the SOP classes that belong together (PS3.4 CC.2); and storage levels.

use super::Bench;
use crate::model::Role;
use crate::model::survey::Initiation;
use crate::pairing::service::{Step, StepKind};
use crate::pairing::{Cause, Side};
use crate::standard::sop_class::SopClass;

/// Unified Procedure Step - Watch, by which a user subscribes to reports.
const WATCH: &str = "1.2.840.10008.5.1.4.34.6.2";
/// Unified Procedure Step - Event, by which they are sent.
const EVENT: &str = "1.2.840.10008.5.1.4.34.6.4";

impl<'c> Bench<'_, 'c> {
    /// A subscription without reports: the user watches, and the provider does not send events (PS3.4 CC.2.3, CC.2.4).
    pub(super) fn set_of_steps(&self, user: Side) -> Option<Step<'c>> {
        let provider = self.product(user.opposite());
        let watched = self.negotiations.iter().find(|negotiation| {
            negotiation.user == user && negotiation.sop_class == WATCH && negotiation.verdict.is_working()
        })?;
        let sends = provider.has(EVENT, Initiation::Accepts) || provider.has(EVENT, Initiation::Initiates);
        let reason = Cause::IncompleteSet(EVENT).at(self.places_of(watched));
        (!sends).then(|| Step::of(StepKind::Set, vec![reason]))
    }

    /// A provider that does not keep all that it receives (PS3.4 B.4.1.1).
    pub(super) fn storage_level(&self, user: Side) -> Option<Step<'c>> {
        let provider = user.opposite();
        let kept = self.negotiations.iter().filter(|negotiation| {
            negotiation.user == user
                && negotiation.initiator == user
                && negotiation.verdict.is_working()
                && negotiation.class.is_some_and(SopClass::is_composite_storage)
        });
        let found = kept.filter_map(|negotiation| {
            let mut entries = self.conformances(provider, negotiation.sop_class, Role::Scp);
            entries.find_map(|entry| Some((negotiation, entry, entry.conformance.storage_level?)))
        });
        let (negotiation, entry, level) =
            found.min_by_key(|(.., level)| *level).filter(|(.., level)| *level < 2)?;
        let context = self.places_of(negotiation)[user as usize];
        let reason = Cause::StorageLevel(level).at(Self::places(user, context, Some(entry.trail)));
        Some(Step::of(StepKind::Association, vec![reason]))
    }
}
