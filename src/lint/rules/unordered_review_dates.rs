//! `unordered-review-dates`.

use crate::lint::findings::Findings;
use crate::lint::reviews::reviews;
use crate::lint::rule::{SiteSubject, rule};

rule! {
    /// # What it does
    /// Reports an entity or a link whose next review is due before the day of its last one.
    ///
    /// # Why is this bad?
    /// One of the two days is wrong; most often the review was done and the next one was not planned. A calendar of
    /// reviews cannot be kept with it.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104, reviewed: 2026-11-01, review_by: 2026-06-01}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104, reviewed: 2026-11-01, review_by: 2027-06-01}
    /// ```
    ///
    /// # References
    /// - The language of dicomply: `reviewed` and `review_by` of entities and links
    "unordered-review-dates": Governance, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for review in reviews(subject).filter(|review| review.is_out_of_order()) {
        let (Some(reviewed), Some(day)) = (review.reviewed, review.due) else { continue };
        let message = format!("`{}` is to be reviewed by {day}, and was on {reviewed}", review.name);
        findings
            .at(review.route.clone().key("review_by"), message)
            .related(review.route.key("reviewed"), "it was reviewed on this day")
            .help("write the day of the next review, or correct that of the last one");
    }
}
