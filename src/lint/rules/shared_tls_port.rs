//! `shared-tls-port`.

use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, StatementSubject, rule};
use crate::lint::secure_ports;
use crate::model::Support;

rule! {
    /// # What it does
    /// Reports a TLS port that serves both associations and DICOMweb: in a statement a `tls_port` and the port of an
    /// `https` address of a web service of its own, in a site two entities on one host.
    ///
    /// # Why is this bad?
    /// Under TLS both look alike until the first bytes are decrypted, and one listener cannot tell them apart. So the
    /// standard asks for different ports.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, protocol: DICOM TLS, host: pacs.example.org, port: 443}
    ///   WEB:
    ///     ae_title: PACS_WEB
    ///     role: SCP
    ///     protocol: DICOMweb
    ///     endpoint_url: https://pacs.example.org/dicomweb
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   PACS: {ae_title: PACS, role: SCP, protocol: DICOM TLS, host: pacs.example.org, port: 2762}
    ///   WEB:
    ///     ae_title: PACS_WEB
    ///     role: SCP
    ///     protocol: DICOMweb
    ///     endpoint_url: https://pacs.example.org/dicomweb
    /// ```
    ///
    /// # References
    /// - PS3.15, sections B.9, B.10 and B.11
    "shared-tls-port": Security, Error, Recommended, both(check_statement, check_site), since "0.1.0"
}

const HELP: &str = "give one of them another port; 2762 is registered for associations over TLS";

fn check_statement(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let claimed = |support: Option<Support>| support.is_none_or(Support::is_claim);
    let entities: Vec<_> = survey.entities.iter().filter(|used| claimed(used.entity.support)).collect();
    for (port, route) in secure_ports::of_web_services(subject.statement) {
        let holder = entities.iter().find(|used| used.entity.tls_port == Some(i64::from(port)));
        if let Some(holder) = holder {
            let tls_port = survey.route(holder.trail).key("tls_port");
            findings
                .at(route, format!("TLS port {port} serves DICOMweb and associations of `{}`", holder.name))
                .related(tls_port, "associations over TLS are accepted here")
                .help(HELP);
        }
    }
}

fn check_site(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for endpoint in subject.endpoints() {
        let Some(other) = subject.inventory.other_on_secure_port(&endpoint) else { continue };
        let is_web = !endpoint.entity.protocol().is_dimse();
        // One finding for a pair: at the web service, unless nothing is said of its document.
        if !is_web && !other.document.is_referenced {
            continue;
        }
        let (key, other_key) = if is_web { ("endpoint_url", "port") } else { ("port", "endpoint_url") };
        let message = format!("`{}` and `{}` share a host and a TLS port", other.name, endpoint.name);
        findings
            .at(endpoint.route().key(key), message)
            .related_place(other.place(other_key), format!("`{}` is found here", other.name))
            .help(HELP)
            .rests_on_keys(&endpoint.route(), &["protocol", "host", "port", "endpoint_url", "status"])
            .rests_on_in(other.document.id, other.route());
    }
}
