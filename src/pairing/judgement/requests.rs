//! What requests carry: members of a Meta SOP class, and attributes that a provider requires.

use super::Bench;
use crate::model::{Role, Support};
use crate::pairing::negotiation::Negotiation;
use crate::pairing::service::{Step, StepKind};
use crate::pairing::{Cause, Key};
use crate::standard::attribute::Tag;
use crate::standard::sop_class::SopClass;
use crate::standard::uids;

impl<'c> Bench<'_, 'c> {
    /// The members of a Meta SOP class that the user describes and the provider denies or leaves out, where the
    /// provider describes any (PS3.4 H.3.2).
    pub(super) fn members(&self, negotiation: &Negotiation<'c>, class: &SopClass) -> Option<Step<'c>> {
        let (user, provider) = (negotiation.user, negotiation.user.opposite());
        let uid = class.entry.uid;
        let claimed = |support: Option<Support>| support.is_none_or(Support::is_claim);
        let mut reasons = Vec::new();
        for entry in self.conformances(user, uid, Role::Scu) {
            for other in self.conformances(provider, uid, Role::Scp) {
                let answered = &other.conformance.members;
                let described = entry.conformance.members.iter();
                let missing = described.filter(|(_, member)| claimed(member.support)).filter(|(name, _)| {
                    let mut same = answered.iter().filter(|(other, _)| member(name) == member(other));
                    !answered.is_empty() && !same.any(|(_, member)| claimed(member.support))
                });
                let places = Self::places(user, Some(entry.trail), Some(other.trail));
                reasons.extend(missing.map(|(name, _)| Cause::MissingMember(name).at(places)));
            }
        }
        (!reasons.is_empty()).then(|| Step::of(StepKind::Members, reasons))
    }

    /// The attributes that the provider requires in a request, where the user lists what it sends and they are not
    /// among it.
    pub(super) fn attributes(&self, negotiation: &Negotiation<'c>, class: &SopClass) -> Option<Step<'c>> {
        let (user, provider) = (negotiation.user, negotiation.user.opposite());
        let uid = class.entry.uid;
        let mut reasons = Vec::new();
        for entry in self.conformances(user, uid, Role::Scu) {
            for other in self.conformances(provider, uid, Role::Scp) {
                let places = Self::places(user, Some(entry.trail), Some(other.trail));
                for name in other.conformance.services.keys() {
                    let sent = self.product(user).request(entry, name);
                    let wanted = self.product(provider).request(other, name);
                    let (Some(sent), Some(wanted)) = (sent, wanted) else { continue };
                    let is_missing =
                        |path: &&Vec<Tag>| !sent.sent.is_empty() && sent.sent.binary_search(path).is_err();
                    reasons.extend(wanted.required.iter().filter(is_missing).map(|path| {
                        Cause::MissingAttribute(Key { level: name.clone(), path: path.clone() }).at(places)
                    }));
                }
            }
        }
        (!reasons.is_empty()).then(|| Step::of(StepKind::Attributes, reasons))
    }
}

/// The UID of a member, however its name is written; the name where nobody knows it.
fn member(name: &str) -> &str {
    uids::resolve(name, uids::Place::AbstractSyntax).map_or(name, |found| found.entry.uid)
}
