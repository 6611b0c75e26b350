//! `unencrypted-cross-organization-link`.

use crate::lint::exposure;
use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};

rule! {
    /// # What it does
    /// Reports an approved or production link between entities of different organizations of which one end speaks
    /// plain DICOM, or DICOMweb over http.
    ///
    /// # Why is this bad?
    /// Between organizations data crosses networks that neither of them controls. Images and the names of patients
    /// can be read and changed on the way.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// organization: North Hospital
    /// sites: {south: south.yaml}
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: ct1.example.org, port: 104, modality: CT}
    /// links:
    ///   - CT1 -> south#ARCHIVE push production
    /// ```
    /// ```yaml south.yaml
    /// kind: site
    /// organization: South Hospital
    /// application_entities:
    ///   ARCHIVE: {ae_title: ARCHIVE, role: SCP, host: archive.example.net, port: 104}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// organization: North Hospital
    /// sites: {south: south.yaml}
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, protocol: DICOM TLS, host: ct1.example.org, port: 2762, modality: CT}
    /// links:
    ///   - CT1 -> south#ARCHIVE push production
    /// ```
    /// ```yaml south.yaml
    /// kind: site
    /// organization: South Hospital
    /// application_entities:
    ///   ARCHIVE: {ae_title: ARCHIVE, role: SCP, protocol: DICOM TLS, host: archive.example.net, port: 2762}
    /// ```
    ///
    /// # References
    /// - PS3.15, section B.9
    /// - PS3.18, section 8.11
    "unencrypted-cross-organization-link": Link, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    let message =
        |[one, other]: [&str; 2]| format!("the link leaves `{one}` for `{other}` and is not encrypted");
    exposure::check(subject, exposure::organizations, message, findings);
}
