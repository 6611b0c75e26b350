//! `fixed-value-overridden`.

use std::collections::HashSet;

use crate::finding::Place;
use crate::lint::findings::Findings;
use crate::lint::fixed::FixedParameters;
use crate::lint::rule::{SiteSubject, rule};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports an AE title or a port of a deployed Application Entity that differs from the one the product has as
    /// delivered, although its statement says that the parameter cannot be configured.
    ///
    /// # Why is this bad?
    /// The product keeps the value it has. Peers that are configured after the inventory do not reach it, or are
    /// rejected.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// statements: {archive: archive.yaml}
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 11113, implements: archive#STORE}
    /// ```
    /// ```yaml archive.yaml
    /// application_entities:
    ///   STORE: {ae_title: STORE, port: 104, activities: {Receive: {accepts: [Verification as SCP in uncompressed]}}}
    /// configuration:
    ///   parameters: [{name: Port, application_entity: STORE, configurable: no, default: 104}]
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// statements: {archive: archive.yaml}
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104, implements: archive#STORE}
    /// ```
    /// ```yaml archive.yaml
    /// application_entities:
    ///   STORE: {ae_title: STORE, port: 104, activities: {Receive: {accepts: [Verification as SCP in uncompressed]}}}
    /// configuration:
    ///   parameters: [{name: Port, application_entity: STORE, configurable: no, default: 104}]
    /// ```
    ///
    /// # References
    /// - PS3.2, sections A.4.4.1.1 and A.4.4.2
    "fixed-value-overridden": Governance, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    let mut known = HashSet::new();
    let mut fixed = FixedParameters::default();
    for deployed in &subject.deployment.entities {
        let endpoint = &deployed.endpoint;
        let Some(implemented) = deployed.implemented() else {
            continue;
        };
        if known.insert(implemented.document.id) {
            fixed.collect(&implemented);
        }
        for parameter in fixed.of(&implemented) {
            let Some((key, own, kept)) = parameter.values(endpoint, &implemented) else { continue };
            if own == kept {
                continue;
            }
            let what = if key == "port" { "port" } else { "AE title" };
            let place = Route::root().key("configuration").key("parameters").index(parameter.index);
            findings
                .at(
                    endpoint.route().key(key),
                    format!(
                        "the {what} of `{}` is fixed at `{kept}` and cannot be `{own}`",
                        implemented.name
                    ),
                )
                .related_place(Place::value(implemented.document.id, place), "it is not configurable")
                .help(format!("write `{kept}`, or correct the statement"))
                .rests_on_keys(&endpoint.route(), &["protocol", "implements"]);
        }
    }
}
