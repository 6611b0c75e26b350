//! `duplicate-link`.

use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};

rule! {
    /// # What it does
    /// Reports a link with the organization, source, target and direction of another one, whatever the status of the
    /// two; the other one may stand in another site document.
    ///
    /// # Why is this bad?
    /// A link has one stage of life. Two entries for the same link contradict each other sooner or later, and nobody
    /// can tell which of them is governed.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT}
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    /// links:
    ///   - CT1 -> PACS push production
    ///   - CT1 -> PACS push deprecated
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT}
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    /// links:
    ///   - CT1 -> PACS push deprecated
    /// ```
    ///
    /// # References
    /// - The governance rules for communication links: one link for an organization, source, target and direction
    "duplicate-link": Link, Error, Minimal, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for link in subject.deployment.links.iter().filter(|link| !link.is_self_link()) {
        let Some(first) = subject.inventory.first_of_link(link) else { continue };
        let (Some((source, target)), Some(direction)) = (link.ends(), link.link.direction) else { continue };
        let message =
            format!("`{}` -> `{}` {direction} is governed by another link already", source.name, target.name);
        let stages = [first, link].map(|link| link.link.status());
        let help = if stages[0] == stages[1] {
            "remove one of them".to_owned()
        } else {
            format!("keep one of them, {} or {}", stages[0], stages[1])
        };
        findings
            .at(link.route(), message)
            .related_place(first.place(), "the same link")
            .help(help)
            .rests_on(link.route().key("organization"));
    }
}
