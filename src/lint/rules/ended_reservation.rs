//! `ended-reservation`.

use crate::lint::findings::Findings;
use crate::lint::reservations::Kept;
use crate::lint::rule::{SiteSubject, rule};

rule! {
    /// # What it does
    /// Reports a reservation of an AE title whose last day has passed. The day is that of the run, or of `--today`.
    ///
    /// # Why is this bad?
    /// Nobody knows whether the title is free. It ought to be given free, so that others can use it, or kept on.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// reservations:
    ///   New archive: {ae_title: ARCHIVE2, reason: Migration in spring, until: 2026-04-30}
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// reservations:
    ///   New archive: {ae_title: ARCHIVE2, reason: Migration in spring, until: 2027-04-30}
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    /// ```
    ///
    /// # References
    /// - The language of dicomply: the `reservations` of a site
    "ended-reservation": Governance, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for (name, reservation) in &subject.site.reservations {
        let Some(until) = reservation.until.filter(|until| subject.circumstances.is_past(*until)) else {
            continue;
        };
        let kept = Kept { document: subject.document, name, reservation };
        let title = reservation.ae_title.as_deref().unwrap_or_default().trim();
        let owner = reservation.owner.as_ref().map(|owner| format!("; `{owner}` answers for it"));
        findings
            .at(kept.route("until"), format!("the AE title `{title}` was kept until {until}"))
            .help(format!("remove the reservation, or prolong it{}", owner.unwrap_or_default()));
    }
}
