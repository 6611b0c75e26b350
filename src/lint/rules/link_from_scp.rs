//! `link-from-scp`.

use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};
use crate::model::Role;

rule! {
    /// # What it does
    /// Reports a link whose source has the role SCP.
    ///
    /// # Why is this bad?
    /// The source of a link starts it, whether it pushes or pulls. A provider waits to be asked; a link from it never
    /// carries anything.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    ///   VIEWER: {ae_title: VIEWER, role: SCP, host: 10.0.0.9, port: 104}
    /// links:
    ///   - PACS -> VIEWER push
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    ///   VIEWER: {ae_title: VIEWER, role: SCU, host: 10.0.0.9, port: 104, modality: OT}
    /// links:
    ///   - VIEWER -> PACS pull
    /// ```
    ///
    /// # References
    /// - The governance rules for communication links: the source is not SCP only
    "link-from-scp": Link, Error, Minimal, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for link in subject.deployment.links.iter().filter(|link| !link.is_self_link()) {
        let source = link.source.found().filter(|source| source.entity.role == Some(Role::Scp));
        let Some(source) = source else { continue };
        findings
            .at(
                link.route().key("source"),
                format!("the link starts from `{}`, whose role is SCP", source.name),
            )
            .related_place(source.place("role"), "a provider starts nothing")
            .help(format!(
                "turn the link round, or write `role: BOTH` if `{}` also acts as SCU",
                source.name
            ));
    }
}
