//! `unencrypted-cross-zone-link`.

use crate::lint::exposure;
use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};

rule! {
    /// # What it does
    /// Reports an approved or production link between entities of different network zones of which one end speaks plain
    /// DICOM, or DICOMweb over http. Of a link between organizations another rule speaks.
    ///
    /// # Why is this bad?
    /// Zones are kept apart because not everybody in one of them is trusted with what the other one holds. Whoever listens
    /// at the border reads images and the names of patients.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT, zone: modalities}
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.1.0.5, port: 104, zone: data centre}
    /// links:
    ///   - CT1 -> PACS push production
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, protocol: DICOM TLS, host: 10.0.0.7, port: 2762, modality: CT, zone: modalities}
    ///   PACS: {ae_title: PACS, role: SCP, protocol: DICOM TLS, host: 10.1.0.5, port: 2762, zone: data centre}
    /// links:
    ///   - CT1 -> PACS push production
    /// ```
    ///
    /// # References
    /// - PS3.15, section B.9
    /// - PS3.18, section 8.11
    "unencrypted-cross-zone-link": Link, Warning, Recommended, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    let message = |[one, other]: [&str; 2]| {
        format!("the link leaves the zone `{one}` for `{other}` and is not encrypted")
    };
    exposure::check(subject, exposure::zones, message, findings);
}
