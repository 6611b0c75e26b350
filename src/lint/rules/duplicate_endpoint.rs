//! `duplicate-endpoint`.

use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};
use crate::model::{DeployedEntity, Endpoint, SiteEntity};

rule! {
    /// # What it does
    /// Reports two Application Entities of one organization with the same host and port, or the same endpoint URL.
    /// Entities of one functional CI, of one piece of equipment or of one product's statement may share a listener, and
    /// so may others where one of them says why in `shared_address`. Entities that are obsolete do not count.
    ///
    /// # Why is this bad?
    /// Two machines cannot listen at one address. Where both entities are deployed as written, one of them is not
    /// reached; most often an entry was copied and only half of it changed.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104, equipment: Archive A}
    ///   BACKUP: {ae_title: BACKUP, role: SCP, host: 10.0.0.5, port: 104, equipment: Archive B}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104, equipment: Archive A}
    ///   BACKUP: {ae_title: BACKUP, role: SCP, host: 10.0.0.6, port: 104, equipment: Archive B}
    /// ```
    ///
    /// # References
    /// - The governance model of Application Entities: address and port are unique in their organization
    /// - PS3.8, section 9.1.2
    "duplicate-endpoint": Governance, Warning, Recommended, site(check), since "0.1.0"
}

const HELP: &str = "correct one of them, name the `functional_ci` or `equipment` that both belong to, or say why in \
                    `shared_address`";

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for deployed in &subject.deployment.entities {
        let (endpoint, inventory) = (&deployed.endpoint, subject.inventory);
        for (key, holder) in [
            ("port", inventory.holder_of_port(endpoint)),
            ("endpoint_url", inventory.holder_of_url(endpoint)),
        ] {
            let Some(holder) = holder.filter(|holder| !share_a_machine(subject, deployed, holder)) else {
                continue;
            };
            let message = match key {
                "port" => {
                    format!("`{}` and `{}` listen at the same host and port", holder.name, endpoint.name)
                }
                _ => format!("`{}` and `{}` have the same endpoint URL", holder.name, endpoint.name),
            };
            findings
                .at(endpoint.route().key(key), message)
                .related_place(holder.place(key), format!("`{}` is found here too", holder.name))
                .help(HELP)
                .rests_on_keys(
                    &endpoint.route(),
                    &["organization", "functional_ci", "equipment", "implements", "status", "shared_address"],
                );
        }
    }
}

/// Whether two entities may well be one listener.
fn share_a_machine(subject: &SiteSubject<'_>, deployed: &DeployedEntity<'_>, holder: &Endpoint<'_>) -> bool {
    let (own, other) = (deployed.endpoint.entity, holder.entity);
    let same = |one: &Option<String>, other: &Option<String>| one.is_some() && one == other;
    let says_why = |entity: &SiteEntity| entity.shared_address.as_ref().is_some_and(|why| !why.is_empty());
    says_why(own)
        || says_why(other)
        || same(&own.functional_ci, &other.functional_ci)
        || same(&own.equipment, &other.equipment)
        || deployed.implemented().is_some_and(|own| {
            let other = subject.deployments.entity(holder).and_then(DeployedEntity::implemented);
            other.is_some_and(|other| other.document.id == own.document.id)
        })
}
