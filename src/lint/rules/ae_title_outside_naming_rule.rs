//! `ae-title-outside-naming-rule`.

use crate::lint::findings::Findings;
use crate::lint::naming::{Breach, NamingRules};
use crate::lint::rule::{SiteSubject, rule};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports an AE title that does not match the pattern which the site has set for its titles, or which the site
    /// has reserved. Entities of other organizations are not bound by it.
    ///
    /// # Why is this bad?
    /// The standard allows nearly any 16 characters. A site that has agreed on more, so that titles tell where a
    /// system stands and what it is, relies on every title following the agreement.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// naming: {ae_title_pattern: "^[A-Z][A-Z0-9_]+$"}
    /// application_entities:
    ///   CT1: {ae_title: ct-room1, role: SCU, host: 10.0.0.7, port: 104, modality: CT}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// naming: {ae_title_pattern: "^[A-Z][A-Z0-9_]+$"}
    /// application_entities:
    ///   CT1: {ae_title: CT_ROOM1, role: SCU, host: 10.0.0.7, port: 104, modality: CT}
    /// ```
    ///
    /// # References
    /// - The `naming` of the site document
    "ae-title-outside-naming-rule": Governance, Error, Minimal, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    let naming = Route::root().key("naming");
    let rules = NamingRules::of(subject.site);
    for endpoint in subject.endpoints() {
        let title = endpoint.entity.ae_title.as_deref().unwrap_or_default().trim();
        let route = endpoint.route().key("ae_title");
        match rules.broken_by(&endpoint) {
            Some(Breach::Reserved(position)) => {
                findings
                    .at(route, format!("the AE title `{title}` is reserved"))
                    .related(naming.clone().key("reserved").index(position), "it must not be used")
                    .help("choose another title");
            }
            Some(Breach::Pattern) => {
                findings
                    .at(route, format!("the AE title `{title}` does not follow the naming rule of the site"))
                    .related(naming.clone().key("ae_title_pattern"), "titles match this pattern")
                    .help("choose a title that matches the pattern");
            }
            None => {}
        }
    }
}
