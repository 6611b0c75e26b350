//! `reserved-title-in-use`.

use crate::lint::findings::Findings;
use crate::lint::naming::{Breach, NamingRules};
use crate::lint::reservations::Kept;
use crate::lint::rule::{SiteSubject, rule};
use crate::model::{Content, Endpoint, LifecycleStatus};

rule! {
    /// # What it does
    /// Reports an entity with an AE title that its organization keeps for another entity, or for nobody. An entity that is
    /// obsolete keeps its title, and a reservation that has ended keeps none.
    ///
    /// # Why is this bad?
    /// A title is kept because peers still call it, or are going to. Whoever takes it gets their associations: images are
    /// stored in the wrong place, and a retrieval is answered by a stranger.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// reservations:
    ///   New archive: {ae_title: ARCHIVE2, reason: Migration in spring}
    /// application_entities:
    ///   VIEWER: {ae_title: ARCHIVE2, role: SCP, host: 10.0.0.9, port: 104}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// reservations:
    ///   New archive: {ae_title: ARCHIVE2, reason: Migration in spring}
    /// application_entities:
    ///   VIEWER: {ae_title: VIEWER, role: SCP, host: 10.0.0.9, port: 104}
    /// ```
    ///
    /// # References
    /// - The governance model of Application Entities: the AE title is unique in its organization
    /// - PS3.15, section H.1
    "reserved-title-in-use": Governance, Error, Minimal, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    let rules = NamingRules::of(subject.site);
    for endpoint in subject.endpoints() {
        let kept = subject.inventory.reservations_of_title(&endpoint);
        let is_for_it = |kept: &Kept<'_>| {
            kept.document.id == endpoint.document.id
                && kept.reservation.r#for.as_deref() == Some(endpoint.name)
        };
        let Some(first) = kept.first().filter(|_| !kept.iter().any(is_for_it)) else { continue };
        let is_obsolete = endpoint.entity.status == Some(LifecycleStatus::Obsolete);
        // That two have one title is said of them, and so is what the site has ruled out.
        if is_obsolete
            || is_said_elsewhere(first)
            || matches!(rules.broken_by(&endpoint), Some(Breach::Reserved(_)))
        {
            continue;
        }
        report(&endpoint, first, findings);
    }
}

fn report(endpoint: &Endpoint<'_>, kept: &Kept<'_>, findings: &mut Findings) {
    let (title, reservation) = (kept.title().unwrap_or_default(), kept.reservation);
    let beneficiary = reservation.r#for.as_ref().map(|name| format!(" for `{name}`")).unwrap_or_default();
    let owner = reservation.owner.as_ref().map(|owner| format!(", or ask `{owner}`")).unwrap_or_default();
    findings
        .at(endpoint.route().key("ae_title"), format!("the AE title `{title}` is kept{beneficiary}"))
        .related_place(kept.place("ae_title"), format!("`{}` keeps it", kept.name))
        .help(format!("choose another title{owner}; `for` of a reservation names the entity that may use it"))
        .rests_on_keys(&endpoint.route(), &["organization", "status"])
        .rests_on_in(kept.document.id, kept.route("for"))
        .rests_on_in(kept.document.id, kept.route("organization"))
        .rests_on_in(kept.document.id, kept.route("until"));
}

/// Whether something else is to be said first: the entity for which a title is kept has it, or is not there.
fn is_said_elsewhere(kept: &Kept<'_>) -> bool {
    let Content::Site(site) = &kept.document.content else { return false };
    let Some(name) = kept.reservation.r#for.as_deref() else { return false };
    let owner = site.application_entities.get(name);
    owner.is_none_or(|owner| owner.ae_title.as_deref().map(str::trim) == kept.title())
}
