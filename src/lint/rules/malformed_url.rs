//! `malformed-url`.

use crate::lint::base_url::fault;
use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, StatementSubject, rule};
use crate::model::Protocol;
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a base URL of a web service, or the endpoint URL of a deployed entity that speaks DICOMweb, that is no
    /// absolute `http` or `https` URL, has a query or a fragment, or ends in the path of a resource such as `/studies`.
    ///
    /// In a statement a part in braces, such as `https://{host}/dicomweb`, stands for what differs from site to site.
    ///
    /// # Why is this bad?
    /// Peers put the paths of resources behind the URL as it is written. Behind any other text they do not make an
    /// address.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   WEB: {ae_title: WEB, role: SCP, protocol: DICOMweb, endpoint_url: "https://pacs.example.org/dicom-web/studies"}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   WEB: {ae_title: WEB, role: SCP, protocol: DICOMweb, endpoint_url: "https://pacs.example.org/dicom-web"}
    /// ```
    ///
    /// # References
    /// - PS3.18, section 8.2
    /// - The governance model of Application Entities: the endpoint URL is the base URL of the service
    "malformed-url": Web, Error, Minimal, both(check_statement, check_site), since "0.1.0"
}

fn check_statement(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for (name, service) in &subject.statement.web_services {
        let urls = [("base_url", &service.base_url), ("secured_url", &service.secured_url)];
        for (key, url) in urls {
            let Some(url) = url else { continue };
            let route = || Route::root().key("web_services").key(name).key(key);
            report(url, true, route, findings);
        }
    }
}

fn check_site(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for endpoint in subject.endpoints().filter(|endpoint| endpoint.entity.protocol() == Protocol::DicomWeb) {
        let Some(url) = &endpoint.entity.endpoint_url else { continue };
        report(url, false, || endpoint.route().key("endpoint_url"), findings);
    }
}

fn report(url: &str, may_vary: bool, route: impl Fn() -> Route, findings: &mut Findings) {
    if let Some(fault) = fault(url, may_vary) {
        findings.within(route(), fault.part, fault.message).help(fault.help);
    }
}
