//! `claim-beyond-statement`.

use crate::finding::Place;
use crate::lint::claims::beyond_statement;
use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a role or a protocol of a deployed Application Entity that the entity of the statement it implements
    /// cannot serve: SCP where it accepts nothing, SCU where it initiates nothing, DICOM TLS where the statement has no
    /// secure transport, DICOMweb where it has no web service.
    ///
    /// # Why is this bad?
    /// A product does what its statement says. Either the inventory promises what the product does not have, or the
    /// entry points at the wrong entity.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// statements: {ct: ct.yaml}
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCP, host: 10.0.0.7, port: 104, modality: CT, implements: ct#SEND}
    /// ```
    /// ```yaml ct.yaml
    /// application_entities:
    ///   SEND: {ae_title: SEND, activities: {Send: {initiates: [CT Image Storage as SCU in uncompressed]}}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// statements: {ct: ct.yaml}
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT, implements: ct#SEND}
    /// ```
    /// ```yaml ct.yaml
    /// application_entities:
    ///   SEND: {ae_title: SEND, activities: {Send: {initiates: [CT Image Storage as SCU in uncompressed]}}}
    /// ```
    ///
    /// # References
    /// - PS3.2, chapter 6
    /// - The governance model of Application Entities: role and protocol
    "claim-beyond-statement": Governance, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for deployed in &subject.deployment.entities {
        let endpoint = &deployed.endpoint;
        let Some(implemented) = deployed.implemented() else {
            continue;
        };
        for excess in beyond_statement(deployed) {
            let statement = implemented.document.id;
            let message =
                format!("`{}` {}", endpoint.name, excess.message(&implemented, endpoint.entity.protocol()));
            let mut wording = findings
                .at(endpoint.route().key(excess.key()), message)
                .related_place(Place::key(statement, implemented.route()), "the entity that it implements")
                .help(format!("correct `{}`, or `implements`", excess.key()))
                .rests_on(endpoint.route().key("protocol"))
                .rests_on_in(statement, implemented.route());
            for key in ["security", "web_services", "transfer_syntaxes", "sop_classes"] {
                wording = wording.rests_on_in(statement, Route::root().key(key));
            }
        }
    }
}
