//! What is wanted of SOP classes beyond their contexts: keys, levels of storage, and what is not compared.

use super::claims::{missing, untold};
use super::{Asked, Check};
use crate::model::survey::ConformanceUse;
use crate::model::{Conformance, Demand, Role};
use crate::pairing::{Cause, Key, Verdict, class_name, key_shortcomings};

impl<'c> Check<'c> {
    pub(super) fn conformances(&mut self) {
        let wanted = self.wanted;
        for entry in &wanted.conformances {
            let demand = wanted.demand_of_conformance(entry);
            for uid in entry.sop_classes.iter().filter_map(|id| wanted.uid(*id)) {
                for role in [Role::Scu, Role::Scp] {
                    if entry.roles.iter().any(|own| *own == role || *own == Role::Both) {
                        self.conformance(entry, uid, role, demand);
                    }
                }
            }
        }
    }

    fn conformance(&mut self, entry: &ConformanceUse<'c>, uid: &'c str, role: Role, demand: Demand) {
        let asked = |what: &str, this: &Self| Asked {
            demand,
            area: this.wanted.entities[entry.entity].name.to_owned(),
            name: format!("{} as {}: {what}", class_name(uid), role.as_str()),
            route: this.route(entry.trail),
        };
        let place = {
            let trail = self.product.conformances(uid, role).next().map(|other| other.trail);
            trail.map(|trail| self.offered_route(trail))
        };
        if demand == Demand::MustNot {
            // Keys that are forbidden are no shortcomings where they lack; whether some are there nobody looks.
            let reasons = vec![untold("what is forbidden of a SOP class is not compared; read both")];
            self.enter(asked("details", self), place, reasons);
            return;
        }
        if !entry.conformance.keys.is_empty() {
            let reasons =
                key_shortcomings(self.ideal, self.product, uid, role).into_iter().map(of_keys).collect();
            self.enter(asked("keys", self), place.clone(), reasons);
        }
        if let Some(level) = entry.conformance.storage_level {
            let found = self
                .product
                .conformances(uid, role)
                .filter_map(|other| other.conformance.storage_level)
                .max();
            let reasons = match found {
                Some(found) if found >= level => Vec::new(),
                Some(found) => vec![missing(&format!("instances are kept at level {found}"))],
                None => vec![untold("the statement does not say at which level instances are kept")],
            };
            self.enter(asked(&format!("storage level {level}"), self), place.clone(), reasons);
        }
        for what in beyond(entry.conformance) {
            let reasons = vec![untold("this is not compared; read both")];
            self.enter(asked(what, self), place.clone(), reasons);
        }
    }
}

/// What an entry asks for that is not compared.
fn beyond(entry: &Conformance) -> impl Iterator<Item = &'static str> {
    let asked = [
        ("signature level", entry.signature_level.is_some()),
        ("limits", !entry.limits.is_empty()),
        ("transcoding", !entry.transcoding.is_empty()),
        ("responses", !entry.responses.is_empty()),
        ("failure reasons", !entry.failure_reasons.is_empty()),
        ("services", !entry.services.is_empty()),
        ("members", !entry.members.is_empty()),
        ("answers", !entry.answers.is_empty()),
        ("behaviour", entry.text.is_some()),
    ];
    asked.into_iter().filter(|(_, is_asked)| *is_asked).map(|(what, _)| what)
}

fn of_keys(cause: Cause<'_>) -> (Verdict, &'static str, String) {
    let at = |key: &Key| format!("{}{}", key.name(), key.at_level());
    match cause {
        Cause::UnknownKeys(_) => untold("the statement lists no keys for it"),
        Cause::MissingLevel(level) => missing(&format!("no keys are listed at {level}")),
        Cause::UnmatchedKey(key) => missing(&format!("{} is not matched", at(&key))),
        Cause::OtherMatching(key, _) => missing(&format!("{} is matched in other ways only", at(&key))),
        Cause::UnreturnedKey(key) | Cause::BrokenHandOver(key, _) => {
            missing(&format!("{} is not returned", at(&key)))
        }
        other => (other.verdict(), "keys", "the keys differ".to_owned()),
    }
}
