//! `confusable-ae-titles`.

use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};

rule! {
    /// # What it does
    /// Reports two AE titles of one organization that differ only in letter case, in blanks, hyphens and underscores,
    /// in O and 0, or in I and 1.
    ///
    /// # Why is this bad?
    /// To software these are two titles, as letter case and every character count. To the people who type them into
    /// configurations, often from a telephone call, they are one.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT_ROOM1, role: SCU, host: 10.0.0.7, port: 104, modality: CT}
    ///   CT2: {ae_title: CT-ROOM1, role: SCU, host: 10.0.0.8, port: 104, modality: CT}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT_ROOM1, role: SCU, host: 10.0.0.7, port: 104, modality: CT}
    ///   CT2: {ae_title: CT_ROOM2, role: SCU, host: 10.0.0.8, port: 104, modality: CT}
    /// ```
    ///
    /// # References
    /// - PS3.5, section 6.2 (value representation AE)
    "confusable-ae-titles": Governance, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for endpoint in subject.endpoints() {
        let Some(holder) = subject.inventory.holder_of_similar_title(&endpoint) else { continue };
        let [own, other] = [&endpoint, holder]
            .map(|endpoint| endpoint.entity.ae_title.as_deref().unwrap_or_default().trim());
        findings
            .at(endpoint.route().key("ae_title"), format!("`{own}` is easily mistaken for `{other}`"))
            .related_place(holder.place("ae_title"), format!("the title of `{}`", holder.name))
            .help("choose titles that differ in more than letter case, blanks, `-`, `_`, O and 0, or I and 1")
            .rests_on(endpoint.route().key("organization"));
    }
}
