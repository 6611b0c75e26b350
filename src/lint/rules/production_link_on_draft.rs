//! `production-link-on-draft`.

use crate::finding::Place;
use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};
use crate::model::{DeployedEntity, LifecycleStatus, LinkUse, Target};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a production link one end of which implements a statement that is a draft.
    ///
    /// # Why is this bad?
    /// Patients are treated with what goes over the link, and what the product does is not settled yet. A document
    /// that does not say that it is released is a draft.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// statements: {ct: ct.yaml}
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT, implements: ct#SEND}
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    /// links:
    ///   - CT1 -> PACS push production
    /// ```
    /// ```yaml ct.yaml
    /// statement: {version: "1.0", date: 2026-11-20, status: draft}
    /// application_entities:
    ///   SEND: {ae_title: SEND, activities: {Send: {initiates: [CT Image Storage as SCU in uncompressed]}}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// statements: {ct: ct.yaml}
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT, implements: ct#SEND}
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    /// links:
    ///   - CT1 -> PACS push approved
    /// ```
    /// ```yaml ct.yaml
    /// statement: {version: "1.0", date: 2026-11-20, status: draft}
    /// application_entities:
    ///   SEND: {ae_title: SEND, activities: {Send: {initiates: [CT Image Storage as SCU in uncompressed]}}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.0
    /// - The governance model of communication links: production is active clinical use
    "production-link-on-draft": Link, Warning, Strict, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for link in &subject.deployment.links {
        let drafts = if link.link.status() == LifecycleStatus::Production {
            drafts_behind(subject, link)
        } else {
            Vec::new()
        };
        let Some((first, _)) = drafts.first() else { continue };
        let mut wording = findings
            .at(
                link.route().key("status"),
                format!("the link is in production, the statement of `{first}` a draft"),
            )
            .help(
                "wait for the released statement, or say in a comment that allows it why the draft will do",
            );
        for (name, place) in drafts {
            let (document, route) = (place.document(), place.route().cloned());
            wording =
                wording.related_place(place, format!("what `{name}` implements is no released statement"));
            if let Some((document, route)) = document.zip(route) {
                wording = wording.rests_on_in(document, route);
            }
        }
    }
}

/// The ends of a link whose statements are drafts, with the status of the statement; one statement counts once.
fn drafts_behind<'p>(subject: &SiteSubject<'p>, link: &LinkUse<'p>) -> Vec<(&'p str, Place)> {
    let mut drafts: Vec<(&str, Place)> = Vec::new();
    for end in [&link.source, &link.target].into_iter().filter_map(Target::found) {
        let implemented = subject.deployments.entity(&end).and_then(DeployedEntity::implemented);
        if let Some(implemented) = implemented.filter(|implemented| !implemented.statement.says_released()) {
            let route = Route::root().key("statement").key("status");
            let place = Place::value(implemented.document.id, route);
            if drafts.iter().all(|(_, known)| *known != place) {
                drafts.push((end.name, place));
            }
        }
    }
    drafts
}
