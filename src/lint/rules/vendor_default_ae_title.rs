//! `vendor-default-ae-title`.

use crate::lint::findings::Findings;
use crate::lint::naming::NamingRules;
use crate::lint::rule::{SiteSubject, rule};
use crate::standard::ae_title;

rule! {
    /// # What it does
    /// Reports an AE title in an inventory that is the well-known factory setting of some software.
    ///
    /// # Why is this bad?
    /// The next installation of the same software brings the same title, and then two entities of one organization
    /// have it. Anybody can guess it too, where titles are all that keeps strangers out.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: ORTHANC, role: SCP, host: 10.0.0.5, port: 104}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: NORTH_PACS, role: SCP, host: 10.0.0.5, port: 104}
    /// ```
    ///
    /// # References
    /// - PS3.15, section H.1
    "vendor-default-ae-title": Governance, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    let rules = NamingRules::of(subject.site);
    for endpoint in subject.endpoints() {
        let title = endpoint.entity.ae_title.as_deref().unwrap_or_default().trim();
        let Some(factory) = ae_title::factory_title(title) else { continue };
        // What breaks the site's own rule or is taken already gets another title anyway.
        if rules.broken_by(&endpoint).is_some() || subject.inventory.holder_of_title(&endpoint).is_some() {
            continue;
        }
        findings
            .at(
                endpoint.route().key("ae_title"),
                format!("`{title}` is a factory setting: {}", factory.origin),
            )
            .help("choose a title of your own, and configure the product and its peers with it");
    }
}
