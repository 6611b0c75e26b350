//! `stray-endpoint-url`.

use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};

rule! {
    /// # What it does
    /// Reports an endpoint URL of an Application Entity that speaks DICOM or DICOM TLS.
    ///
    /// # Why is this bad?
    /// Associations are made to a host and a port; a URL says nothing about them. Readers are left to guess which of
    /// the two interfaces the entry is about.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS:
    ///     ae_title: PACS
    ///     role: SCP
    ///     protocol: DICOM
    ///     host: 10.0.0.5
    ///     port: 104
    ///     endpoint_url: https://pacs.example.org/dicomweb
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, protocol: DICOM, host: 10.0.0.5, port: 104}
    ///   PACS_WEB: {ae_title: PACS_WEB, role: SCP, protocol: DICOMweb, endpoint_url: https://pacs.example.org/dicomweb}
    /// ```
    ///
    /// # References
    /// - The governance model of Application Entities: no endpoint URL for DICOM or DICOM TLS
    "stray-endpoint-url": Governance, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for endpoint in subject.endpoints().filter(|endpoint| endpoint.entity.endpoint_url.is_some()) {
        let protocol = endpoint.entity.protocol();
        if !protocol.is_dimse() {
            continue;
        }
        let is_stated = endpoint.entity.protocol.is_some();
        let seen = if is_stated { "its protocol" } else { "no protocol is written, which means DICOM" };
        findings
            .at(
                endpoint.route().key("endpoint_url"),
                format!("`{}` speaks {protocol} and has an endpoint URL", endpoint.name),
            )
            .related(endpoint.route().key("protocol"), seen)
            .help("if DICOMweb was meant, write `protocol: DICOMweb`; describe a second interface as an entity of its own")
            .rests_on(endpoint.route().key("protocol"));
    }
}
