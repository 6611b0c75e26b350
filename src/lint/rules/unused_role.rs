//! `unused-role`.

use crate::lint::claims::is_beyond_statement;
use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};
use crate::model::{DeployedEntity, Direction, LifecycleStatus, LinkUse, Protocol, Role};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports an Application Entity with the role BOTH that the links use in one role only: it is always the source,
    /// or always the target, of links that push, and its statement, if it names one, does not show both roles.
    ///
    /// # Why is this bad?
    /// Every role is a door. BOTH is meant for entities that need it; a scanner that only sends has no reason to
    /// accept associations.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: BOTH, host: 10.0.0.7, port: 104, modality: CT}
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    /// links:
    ///   - CT1 -> PACS push production
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT}
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    /// links:
    ///   - CT1 -> PACS push production
    /// ```
    ///
    /// # References
    /// - The governance model of Application Entities: BOTH acts as user and as provider
    "unused-role": Governance, Info, Recommended, site(check), fixable, since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    // An end that leads nowhere may have meant any entity.
    if subject.deployment.links.iter().any(|link| link.leads_astray()) {
        return;
    }
    for deployed in &subject.deployment.entities {
        let endpoint = &deployed.endpoint;
        let Some((role, link)) = used_role(subject, deployed) else { continue };
        let end = if role == Role::Scu { "source" } else { "target" };
        let route = endpoint.route().key("role");
        findings
            .at(
                route.clone(),
                format!("`{}` has the role BOTH and is the {end} of all its links", endpoint.name),
            )
            .related_place(link.place(), format!("here it is the {end}"))
            .help(format!("write `{role}`, unless it needs both"))
            .edit(route, role.as_str())
            .rests_on_keys(&endpoint.route(), &["protocol", "implements"])
            .rests_on(Route::root().key("links"));
    }
}

/// The only role in which an entity with both is used, and a link that shows it.
fn used_role<'p>(
    subject: &SiteSubject<'p>,
    deployed: &DeployedEntity<'p>,
) -> Option<(Role, &'p LinkUse<'p>)> {
    let endpoint = &deployed.endpoint;
    let links = subject.inventory.links_of(endpoint).iter();
    let links: Vec<_> = links.filter(|link| link.link.status() != LifecycleStatus::Obsolete).collect();
    let is_source = |link: &&&LinkUse<'_>| link.source.found().is_some_and(|source| source.is(endpoint));
    let first = links.first()?;
    let role = if is_source(first) { Role::Scu } else { Role::Scp };
    let is_plain = endpoint.entity.role == Some(Role::Both)
        && links.iter().all(|link| one_way(link, endpoint.entity.protocol()))
        && links.iter().all(|link| is_source(link) == (role == Role::Scu))
        && !may_need_both(deployed);
    is_plain.then_some((role, **first))
}

/// Whether data and associations of a link go one way. A retrieval by C-MOVE makes both ends users and providers.
fn one_way(link: &LinkUse<'_>, protocol: Protocol) -> bool {
    match link.link.direction {
        // A link to oneself was meant for another entity.
        Some(_) if link.is_self_link() => false,
        Some(Direction::Push) => true,
        Some(Direction::Pull) => protocol == Protocol::DicomWeb,
        Some(Direction::Bidir) | None => false,
    }
}

fn may_need_both(deployed: &DeployedEntity<'_>) -> bool {
    match &deployed.implements {
        None => false,
        Some(target) => target.found().is_none_or(|implemented| {
            let roles = crate::lint::claims::roles_of(&implemented, deployed.endpoint.entity.protocol());
            roles.user == roles.provider || is_beyond_statement(deployed)
        }),
    }
}
