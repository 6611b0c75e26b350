//! `vanished-production-entry`.

use crate::lint::findings::Findings;
use crate::lint::history::Entry;
use crate::lint::rule::{SiteSubject, rule};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports an entity or a link that is gone from a site and was in production when it went, since the revision that
    /// `dicomply lint --since` names. An entity with another name and the same AE title is the same one, and so are its links.
    ///
    /// # Why is this bad?
    /// What patients were treated with has disappeared without anybody having announced it. Peers were not told to leave
    /// it, firewalls are still open, and the inventory no longer says for what.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    /// ```
    /// ```yaml at v1.0
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT, status: production}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT, status: deprecated}
    /// ```
    /// ```yaml at v1.0
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT, status: production}
    /// ```
    ///
    /// # References
    /// - The governance model of communication links: deprecated is planned for removal, obsolete no longer valid
    "vanished-production-entry": Governance, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for (entry, revision) in &subject.lifecycle().gone {
        let key = match entry {
            Entry::Entity(_) => "application_entities",
            Entry::Link { .. } => "links",
        };
        findings
            .at_key(
                Route::root().key(key),
                format!("`{}` was in production in `{revision}`, and is gone", entry.name()),
            )
            .help("bring it back as deprecated, and remove it when nobody depends on it any more")
            .rests_on(Route::root().key(key));
    }
}
