//! `self-link`.

use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};

rule! {
    /// # What it does
    /// Reports a communication link whose source and target are the same Application Entity.
    ///
    /// # Why is this bad?
    /// A governed link is an agreement between two systems. One that leads back to where it starts governs nothing;
    /// most often one of its ends is mistyped.
    ///
    /// # Example
    /// ```yaml
    /// dicomply: 1
    /// kind: site
    /// organization: North Hospital
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: BOTH, host: 10.0.0.5, port: 104, modality: OT}
    /// links:
    ///   - PACS -> PACS push
    /// ```
    /// Use instead:
    /// ```yaml
    /// dicomply: 1
    /// kind: site
    /// organization: North Hospital
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: BOTH, host: 10.0.0.5, port: 104, modality: OT}
    ///   CT1: {ae_title: CT1, role: BOTH, host: 10.0.0.7, port: 104, modality: CT}
    /// links:
    ///   - CT1 -> PACS bidir
    /// ```
    ///
    /// # References
    /// - The governance rules for communication links: source and target must not be identical
    "self-link": Link, Error, Minimal, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for link in subject.deployment.links.iter().filter(|link| link.is_self_link()) {
        let Some(source) = link.source.found() else { continue };
        findings
            .at(link.route().key("target"), format!("the link leads from `{}` back to itself", source.name))
            .related(link.route().key("source"), "it starts here")
            .help("name the other entity as source or target, or remove the link");
    }
}
