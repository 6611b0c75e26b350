//! `ae-without-address`.

use crate::lint::address::absent_address;
use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};
use crate::model::Role;

rule! {
    /// # What it does
    /// Reports an Application Entity with the role SCU or BOTH that speaks DICOM or DICOM TLS and has no host or no
    /// port.
    ///
    /// # Why is this bad?
    /// Who administers the peers and the firewalls between has to know from where associations come. The governance
    /// model asks for address and port of every entity that initiates.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, protocol: DICOM, host: 10.0.0.7, modality: CT}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, protocol: DICOM, host: 10.0.0.7, port: 104, modality: CT}
    /// ```
    ///
    /// # References
    /// - The governance model of Application Entities: SCU and BOTH with DICOM or DICOM TLS have address and port
    "ae-without-address": Governance, Error, Minimal, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for endpoint in subject.endpoints() {
        let role = endpoint.entity.role.filter(|role| matches!(role, Role::Scu | Role::Both));
        let (Some(role), Some(absent)) = (role, absent_address(endpoint.entity)) else { continue };
        let message = format!("`{}` has the role {role} and {}", endpoint.name, absent.message());
        findings
            .at(endpoint.route().key("ae_title"), message)
            .help(format!("write {}, or another `protocol` if it makes no associations", absent.keys()))
            .rests_on_keys(&endpoint.route(), &["protocol", "host", "port"]);
    }
}
