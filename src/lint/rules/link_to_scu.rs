//! `link-to-scu`.

use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};
use crate::model::Role;

rule! {
    /// # What it does
    /// Reports a link whose target has the role SCU.
    ///
    /// # Why is this bad?
    /// The target of a link has to accept what the source proposes. A user accepts no associations; a link to it never
    /// carries anything.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: BOTH, host: 10.0.0.5, port: 104, modality: OT}
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT}
    /// links:
    ///   - PACS -> CT1 pull
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT}
    /// links:
    ///   - CT1 -> PACS push
    /// ```
    ///
    /// # References
    /// - The governance rules for communication links: the target is not SCU only
    "link-to-scu": Link, Error, Minimal, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for link in subject.deployment.links.iter().filter(|link| !link.is_self_link()) {
        let target = link.target.found().filter(|target| target.entity.role == Some(Role::Scu));
        let Some(target) = target else { continue };
        findings
            .at(link.route().key("target"), format!("the link leads to `{}`, whose role is SCU", target.name))
            .related_place(target.place("role"), "a user accepts nothing")
            .help(format!(
                "turn the link round, or write `role: BOTH` if `{}` also acts as SCP",
                target.name
            ));
    }
}
