//! `idle-shared-address`.

use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports an entity that says why it shares its address while no other entity of its organization has that host and
    /// port, or that base URL.
    ///
    /// # Why is this bad?
    /// The reason excuses any entity that gets the same address later, be it by mistake. Most often it was written for one
    /// that has gone, or the address of one of the two was corrected.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104, shared_address: One listener for both titles}
    ///   BACKUP: {ae_title: BACKUP, role: SCP, host: 10.0.0.6, port: 104}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104, shared_address: One listener for both titles}
    ///   BACKUP: {ae_title: BACKUP, role: SCP, host: 10.0.0.5, port: 104}
    /// ```
    ///
    /// # References
    /// - The governance model of Application Entities: address and port are unique in their organization
    "idle-shared-address": Governance, Info, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for endpoint in subject.endpoints() {
        let says = endpoint.entity.shared_address.as_ref().is_some_and(|reason| !reason.is_empty());
        if says && subject.inventory.shares_address(&endpoint) == Some(false) {
            findings
                .at(
                    endpoint.route().key("shared_address"),
                    format!("nobody shares the address of `{}`", endpoint.name),
                )
                .help("leave it out, or correct the address of the one that shares it")
                .rests_on(Route::root().key("application_entities"));
        }
    }
}
