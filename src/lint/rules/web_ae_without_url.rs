//! `web-ae-without-url`.

use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};
use crate::model::Protocol;

rule! {
    /// # What it does
    /// Reports an Application Entity that speaks DICOMweb and has no endpoint URL.
    ///
    /// # Why is this bad?
    /// A web service is found by its base URL. Host and port alone do not say whether it is encrypted, nor below which
    /// path its resources lie.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   WEB: {ae_title: PACS_WEB, role: SCP, protocol: DICOMweb, host: pacs.example.org, port: 8080}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   WEB: {ae_title: PACS_WEB, role: SCP, protocol: DICOMweb, endpoint_url: https://pacs.example.org/dicomweb}
    /// ```
    ///
    /// # References
    /// - The governance model of Application Entities: the endpoint URL is required with DICOMweb
    /// - PS3.18, section 8.2
    "web-ae-without-url": Governance, Error, Minimal, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for endpoint in subject.endpoints().filter(|endpoint| endpoint.entity.protocol() == Protocol::DicomWeb) {
        let url = endpoint.entity.endpoint_url.as_deref().unwrap_or_default();
        if url.trim().is_empty() {
            findings
                .at(
                    endpoint.route().key("protocol"),
                    format!("`{}` speaks DICOMweb and has no endpoint URL", endpoint.name),
                )
                .help("write `endpoint_url`, such as `https://pacs.example.org/dicomweb`")
                .rests_on(endpoint.route().key("endpoint_url"));
        }
    }
}
