//! `duplicate-reservation`.

use crate::lint::findings::Findings;
use crate::lint::reservations::Kept;
use crate::lint::rule::{SiteSubject, rule};

rule! {
    /// # What it does
    /// Reports an AE title that is kept twice in one organization. Reservations that have ended do not count.
    ///
    /// # Why is this bad?
    /// Two people have been promised the same title, or one promise stands in two places, of which one will be forgotten
    /// when it ends.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// reservations:
    ///   New archive: {ae_title: ARCHIVE2, reason: Migration in spring}
    ///   Second archive: {ae_title: ARCHIVE2, reason: Research}
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// reservations:
    ///   New archive: {ae_title: ARCHIVE2, reason: Migration in spring}
    ///   Second archive: {ae_title: ARCHIVE3, reason: Research}
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    /// ```
    ///
    /// # References
    /// - The governance model of Application Entities: the AE title is unique in its organization
    "duplicate-reservation": Governance, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for (name, reservation) in &subject.site.reservations {
        let kept = Kept { document: subject.document, name, reservation };
        let Some(first) = subject.inventory.first_reservation(&kept, subject.site) else { continue };
        let title = kept.title().unwrap_or_default();
        findings
            .at(kept.route("ae_title"), format!("the AE title `{title}` is kept by `{}` already", first.name))
            .related_place(first.place("ae_title"), format!("`{}` keeps it", first.name))
            .help("keep it once, or choose another title")
            .rests_on(kept.route("organization"))
            .rests_on(kept.route("until"));
    }
}
