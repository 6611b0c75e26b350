//! One cause, one finding: which rules stay silent of a value of which another one speaks.

use std::collections::{HashMap, HashSet};

use super::custom::FAILING;
use crate::finding::{DocumentId, Finding, Severity};
use crate::route::Route;

/// Leaves one finding of each cause: of a value with markup or a placeholder in it, and of a custom rule that fails of
/// many values.
///
/// What remains matters as much as the worst of what goes, or a document that fails would pass for being wrong in two
/// ways. Where somebody has chosen how much findings of the rule that speaks matter (`is_chosen`), that stays.
pub(super) fn say_once(findings: &mut Vec<Finding>, is_chosen: impl Fn(&Finding) -> bool) {
    let mut failing = HashSet::new();
    findings.retain(|finding| finding.rule != FAILING || failing.insert(finding.place.clone()));
    let mut worst: HashMap<Cause, Severity> =
        findings.iter().filter_map(|finding| Some((cause(finding)?, Severity::Info))).collect();
    if worst.is_empty() {
        return;
    }
    findings.retain(|finding| {
        let Some((document, route)) = finding.place.document().zip(finding.place.route()) else {
            return true;
        };
        let mut is_silenced = false;
        for (speaker, _) in SILENCERS.iter().filter(|(_, silenced)| silenced.contains(&&*finding.rule)) {
            if let Some(worst) = worst.get_mut(&(*speaker, document, route.clone())) {
                *worst = finding.severity.max(*worst);
                is_silenced = true;
            }
        }
        !is_silenced
    });
    for finding in findings {
        let Some(worst) = cause(finding).and_then(|cause| worst.get(&cause)) else { continue };
        if *worst > finding.severity && !is_chosen(finding) {
            finding.severity = *worst;
        }
    }
}

/// The rule that speaks, and the value that it speaks of.
type Cause = (&'static str, DocumentId, Route);

/// What a finding silences others of, if it does.
fn cause(finding: &Finding) -> Option<Cause> {
    let (speaker, _) = SILENCERS.iter().find(|(speaker, _)| *speaker == finding.rule)?;
    Some((speaker, finding.place.document()?, finding.place.route()?.clone()))
}

/// Who stays silent of a value of which another rule speaks: what else is wrong with it goes when that is mended.
const SILENCERS: &[(&str, &[&str])] =
    &[("leftover-placeholder", SILENCED_BY_PLACEHOLDER), ("markup-in-value", SILENCED_BY_MARKUP)];

/// Who stays silent of a value with markup in it.
const SILENCED_BY_MARKUP: &[&str] = &[
    "malformed-ae-title",
    "malformed-host",
    "malformed-implementation-version-name",
    "malformed-uid",
    "name-and-uid-in-one-value",
    "name-variant",
    "unknown-modality",
    "unregistered-name",
    "unresolved-name",
    "wildcard-abstract-syntax",
];

/// Who stays silent of a value that is a placeholder: what else is wrong with it goes when it is filled.
const SILENCED_BY_PLACEHOLDER: &[&str] = &[
    "malformed-uid",
    "placeholder-uid",
    "unresolved-name",
    "malformed-ae-title",
    "malformed-host",
    "malformed-url",
    "unknown-application-profile",
    "unknown-modality",
];
