//! `irregular-status-change`.

use crate::lint::findings::Findings;
use crate::lint::history::Entry;
use crate::lint::lifecycle::Lapse;
use crate::lint::rule::{SiteSubject, rule};
use crate::model::LifecycleStatus;

rule! {
    /// # What it does
    /// Reports an entity or a link that has skipped a stage of life or gone back, since the revision that `dicomply lint
    /// --since` names. The stages follow one another: planned, approved, production, deprecated, obsolete. What is new begins
    /// as planned or approved; in a document that is new itself it may begin at any stage. A step that is taken back is none.
    ///
    /// # Why is this bad?
    /// Each stage is somebody's decision. What goes from planned to production has not been approved by anybody, and what
    /// comes back from deprecated is used by peers who have been told to leave it.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT, status: production}
    /// ```
    /// ```yaml at v1.0
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT, status: planned}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT, status: approved}
    /// ```
    /// ```yaml at v1.0
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT, status: planned}
    /// ```
    ///
    /// # References
    /// - The governance model of communication links: planned, approved, production, deprecated, obsolete
    "irregular-status-change": Governance, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    let lifecycle = subject.lifecycle();
    if lifecycle.is_regular() {
        return;
    }
    for endpoint in subject.endpoints() {
        if let Some(lapse) = lifecycle.lapse(&Entry::Entity(endpoint.name.to_owned())) {
            report(endpoint.name, lapse, endpoint.route(), findings);
        }
    }
    for used in &subject.deployment.links {
        let Some(entry) = Entry::of_link(subject.site, used.link) else { continue };
        let is_first = subject.inventory.first_of_link(used).is_none();
        if let Some(lapse) = lifecycle.lapse(&entry).filter(|_| is_first) {
            report(&entry.name(), lapse, used.route(), findings);
        }
    }
}

fn report(name: &str, lapse: &Lapse, route: crate::route::Route, findings: &mut Findings) {
    let Lapse { from, at, to, by } = lapse;
    let (stage, to) = (stands, stands(*to));
    let message = match (from, by) {
        (None, None) => format!("`{name}` is new since `{at}`, and {to} already"),
        (None, Some(by)) => format!("`{name}` was new in `{by}`, and {to} already"),
        (Some(from), None) => format!("`{name}` is {to}, and was {} in `{at}`", stage(*from)),
        (Some(from), Some(by)) => format!("`{name}` was {} in `{at}`, and {to} in `{by}`", stage(*from)),
    };
    let remedy = match from {
        None => "what is new begins as planned or approved".to_owned(),
        Some(from) => match next(*from) {
            Some(next) => format!("behind {from} comes {next}, each stage with a commit of its own"),
            None => "what is obsolete stays so; what takes its place gets an entry of its own".to_owned(),
        },
    };
    let help = format!("{remedy}; or say in a comment that allows it why not");
    findings.at(route.key("status"), message).help(help);
}

const fn stands(stage: LifecycleStatus) -> &'static str {
    match stage {
        LifecycleStatus::Production => "in production",
        other => other.as_str(),
    }
}

const fn next(stage: LifecycleStatus) -> Option<LifecycleStatus> {
    match stage {
        LifecycleStatus::Planned => Some(LifecycleStatus::Approved),
        LifecycleStatus::Approved => Some(LifecycleStatus::Production),
        LifecycleStatus::Production => Some(LifecycleStatus::Deprecated),
        LifecycleStatus::Deprecated => Some(LifecycleStatus::Obsolete),
        LifecycleStatus::Obsolete => None,
    }
}
