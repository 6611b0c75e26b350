//! `unencrypted-cross-organization-link`.

use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};
use crate::model::{Endpoint, LifecycleStatus, Protocol};
use crate::notation::WebAddress;

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
    for link in &subject.deployment.links {
        let is_in_force =
            matches!(link.link.status(), LifecycleStatus::Approved | LifecycleStatus::Production);
        let Some((source, target)) = link.ends().filter(|_| is_in_force) else { continue };
        let Some((one, other)) = source.organization().zip(target.organization()) else { continue };
        let plain: Vec<_> =
            [&source, &target].into_iter().filter_map(|end| Some((end, unencrypted_key(end)?))).collect();
        if one == other || plain.is_empty() {
            continue;
        }
        let message = format!("the link leaves `{one}` for `{other}` and is not encrypted");
        let mut wording = findings.at(link.route(), message).help(
            "speak DICOM TLS or https, or say in a comment that allows it how the way between is protected",
        );
        for (end, key) in plain {
            let what = if key == "protocol" { "speaks DICOM without TLS" } else { "is reached over http" };
            wording = wording
                .related_place(end.place(key), format!("`{}` {what}", end.name))
                .rests_on_in(end.document.id, end.route().key(key))
                .rests_on_in(end.document.id, end.route().key("organization"));
        }
    }
}

/// The key that shows that an end is not encrypted.
fn unencrypted_key(end: &Endpoint<'_>) -> Option<&'static str> {
    match end.entity.protocol() {
        Protocol::Dicom => Some("protocol"),
        Protocol::DicomWeb => {
            let address = end.entity.endpoint_url.as_deref().and_then(WebAddress::parse)?;
            (!address.is_secure).then_some("endpoint_url")
        }
        Protocol::DicomTls | Protocol::Other => None,
    }
}
