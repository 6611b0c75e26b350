//! `unstated-modality`.

use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, rule};
use crate::model::Role;

rule! {
    /// # What it does
    /// Reports an Application Entity with the role SCU or BOTH whose modality is not stated.
    ///
    /// # Why is this bad?
    /// The modality tells what kind of objects a sender makes, and it is what worklists are asked for. Without it an
    /// inventory cannot be searched for, say, all CT scanners.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT}
    /// ```
    ///
    /// # References
    /// - The governance model of Application Entities: the modality is recommended for SCU and BOTH
    /// - PS3.3, section C.7.3.1.1.1
    "unstated-modality": Governance, Info, Strict, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for endpoint in subject.endpoints().filter(|endpoint| endpoint.entity.modality.is_none()) {
        let Some(role) = endpoint.entity.role.filter(|role| matches!(role, Role::Scu | Role::Both)) else {
            continue;
        };
        findings
            .at(
                endpoint.route().key("role"),
                format!("`{}` has the role {role} and no modality", endpoint.name),
            )
            .help("write `modality`, such as `CT`; `OT` for what is none of the listed ones")
            .rests_on(endpoint.route().key("modality"));
    }
}
