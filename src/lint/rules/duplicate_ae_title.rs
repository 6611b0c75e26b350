//! `duplicate-ae-title`.

use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};

rule! {
    /// # What it does
    /// Reports a deployed Application Entity whose AE title belongs to another entity of the same organization, blanks
    /// around the title aside; the other one may stand in another site document.
    ///
    /// # Why is this bad?
    /// The AE title is what peers know an entity by. Where two have the same one, a retrieval goes to the wrong
    /// machine, and nobody can tell from a log which of them asked.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: ARCHIVE, role: SCP, host: 10.0.0.5, port: 104}
    ///   BACKUP: {ae_title: ARCHIVE, role: SCP, host: 10.0.0.6, port: 104}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: ARCHIVE, role: SCP, host: 10.0.0.5, port: 104}
    ///   BACKUP: {ae_title: BACKUP, role: SCP, host: 10.0.0.6, port: 104}
    /// ```
    ///
    /// # References
    /// - The governance model of Application Entities: the AE title is unique in its organization
    /// - PS3.15, section H.1
    "duplicate-ae-title": Governance, Error, Minimal, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for endpoint in subject.endpoints() {
        let Some(holder) = subject.inventory.holder_of_title(&endpoint) else { continue };
        let title = endpoint.entity.ae_title.as_deref().unwrap_or_default().trim();
        let message = format!("the AE title `{title}` belongs to `{}` already", holder.name);
        findings
            .at(endpoint.route().key("ae_title"), message)
            .related_place(holder.place("ae_title"), format!("`{}` has it", holder.name))
            .help("give each entity of the organization a title of its own")
            .rests_on(endpoint.route().key("organization"));
    }
}
