//! `overdue-review`.

use crate::lint::findings::Findings;
use crate::lint::reviews::reviews;
use crate::lint::rule::{SiteSubject, rule};

rule! {
    /// # What it does
    /// Reports an entity or a link that was to be reviewed by a day that has passed. What is obsolete needs no review. The
    /// day is that of the run, or of `--today`.
    ///
    /// # Why is this bad?
    /// The review was promised when the entry was approved. Until it has been done nobody vouches for it: the system may
    /// be gone, and the way through the firewall still open.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104, reviewed: 2025-06-01, review_by: 2026-06-01}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104, reviewed: 2026-06-01, review_by: 2027-06-01}
    /// ```
    ///
    /// # References
    /// - The language of dicomply: `reviewed` and `review_by` of entities and links
    "overdue-review": Governance, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for review in reviews(subject).filter(|review| !review.is_obsolete && !review.is_out_of_order()) {
        let day = review.due.filter(|day| subject.circumstances.is_past(*day));
        let Some(day) = day else { continue };
        findings
            .at(
                review.route.clone().key("review_by"),
                format!("`{}` was to be reviewed by {day}", review.name),
            )
            .help("review it, then write the day as `reviewed` and the next one as `review_by`")
            .rests_on(review.route.clone().key("status"))
            .rests_on(review.route.key("reviewed"));
    }
}
