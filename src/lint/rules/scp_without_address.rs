//! `scp-without-address`.

use crate::lint::address::absent_address;
use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};
use crate::model::{Endpoint, LifecycleStatus, Role};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports an Application Entity with the role SCP that speaks DICOM or DICOM TLS and has no host or no port,
    /// unless all links to it, or the entity itself, are planned or obsolete.
    ///
    /// # Why is this bad?
    /// It is the provider that listens. Without its address no peer can be configured to reach it.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, protocol: DICOM, host: 10.0.0.5}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, protocol: DICOM, host: 10.0.0.5, port: 104}
    /// ```
    ///
    /// # References
    /// - The governance model of Application Entities: address and port are documented where applicable
    /// - PS3.8, section 9.1.2
    "scp-without-address": Governance, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for endpoint in subject.endpoints().filter(|endpoint| endpoint.entity.role == Some(Role::Scp)) {
        let Some(absent) = absent_address(endpoint.entity) else { continue };
        if is_not_yet_reached(subject, &endpoint) {
            continue;
        }
        findings
            .at(
                endpoint.route().key("ae_title"),
                format!("`{}` has the role SCP and {}", endpoint.name, absent.message()),
            )
            .help(format!("write {}, where peers reach it", absent.keys()))
            .rests_on_keys(&endpoint.route(), &["protocol", "host", "port", "status"])
            .rests_on(Route::root().key("links"));
    }
}

/// Whether all that is known of an entity is intended only, or over.
fn is_not_yet_reached(subject: &SiteSubject<'_>, endpoint: &Endpoint<'_>) -> bool {
    let is_idle =
        |status: LifecycleStatus| matches!(status, LifecycleStatus::Planned | LifecycleStatus::Obsolete);
    let links = subject.inventory.links_of(endpoint);
    endpoint.entity.status.is_some_and(is_idle)
        || (!links.is_empty() && links.iter().all(|link| is_idle(link.link.status())))
}
