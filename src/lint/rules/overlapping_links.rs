//! `overlapping-links`.

use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};
use crate::model::{Direction, LifecycleStatus, LinkUse};

rule! {
    /// # What it does
    /// Reports a link that pushes or pulls beside a BIDIR link of the same organization between the same two
    /// entities, and a second BIDIR link that starts from the other end. Obsolete links do not count.
    ///
    /// # Why is this bad?
    /// A BIDIR link covers both ways. A second link for what is covered has a stage of life of its own, and the two
    /// drift apart.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: BOTH, host: 10.0.0.5, port: 104, modality: OT}
    ///   VIEWER: {ae_title: VIEWER, role: BOTH, host: 10.0.0.9, port: 104, modality: OT}
    /// links:
    ///   - PACS -> VIEWER bidir production
    ///   - VIEWER -> PACS pull production
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: BOTH, host: 10.0.0.5, port: 104, modality: OT}
    ///   VIEWER: {ae_title: VIEWER, role: BOTH, host: 10.0.0.9, port: 104, modality: OT}
    /// links:
    ///   - PACS -> VIEWER bidir production
    /// ```
    ///
    /// # References
    /// - The governance model of communication links: BIDIR is communication in both directions
    "overlapping-links": Link, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for link in subject.deployment.links.iter().filter(|link| !link.is_self_link()) {
        let is_obsolete = link.link.status() == LifecycleStatus::Obsolete;
        if is_obsolete || subject.inventory.first_of_link(link).is_some() {
            continue;
        }
        let Some(other) = subject.inventory.two_way_link(link).filter(|other| is_covered(link, other)) else {
            continue;
        };
        let (Some((source, target)), Some(direction)) = (link.ends(), link.link.direction) else { continue };
        findings
            .at(
                link.route(),
                format!("`{}` -> `{}` {direction} is covered by a BIDIR link", source.name, target.name),
            )
            .related_place(other.place(), "it covers both directions")
            .help("remove one of them")
            .rests_on(link.route().key("organization"))
            .rests_on(link.route().key("status"));
    }
}

/// Whether a BIDIR link says all that this one says; the same words in another order do, the same words are a
/// duplicate.
fn is_covered(link: &LinkUse<'_>, two_way: &LinkUse<'_>) -> bool {
    let same_source =
        link.source.found().zip(two_way.source.found()).is_some_and(|(one, other)| one.is(&other));
    match link.link.direction {
        Some(Direction::Push | Direction::Pull) => true,
        Some(Direction::Bidir) => !same_source,
        None => false,
    }
}
