//! `required-transaction-omitted`.

use crate::lint::enumeration::enumeration;
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::web_services::by_service;
use crate::model::{WebRole, WebServiceKind};

rule! {
    /// # What it does
    /// Reports a RESTful service of an origin server without Retrieve Capabilities, and a Non-Patient Instance Service
    /// without Retrieve or Search.
    ///
    /// What two web services of one kind at one address list counts for both. The URI Service is not RESTful.
    ///
    /// # Why is this bad?
    /// These are not left to choice. By the capabilities a user agent learns what a server offers before it asks for it.
    ///
    /// # Example
    /// ```yaml
    /// web_services:
    ///   Palettes:
    ///     role: origin_server
    ///     service: non_patient_instance
    ///     transactions:
    ///       Retrieve: {resources: ["color-palettes/{instance}"]}
    ///       Retrieve Capabilities: {}
    /// ```
    /// Use instead:
    /// ```yaml
    /// web_services:
    ///   Palettes:
    ///     role: origin_server
    ///     service: non_patient_instance
    ///     transactions:
    ///       Retrieve: {resources: ["color-palettes/{instance}"]}
    ///       Search: {resources: [color-palettes]}
    ///       Retrieve Capabilities: {}
    /// ```
    ///
    /// # References
    /// - PS3.18, section 8.9
    /// - PS3.18, section 12.2, Table 12.2-1
    "required-transaction-omitted": Web, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for (parts, listed) in by_service(subject.web_claims()) {
        let Some(claim) = parts.iter().find(|claim| !claim.lists_no_transaction()) else { continue };
        let kind = claim.service.service.filter(|_| claim.service.role == Some(WebRole::OriginServer));
        let Some(kind) = kind else { continue };
        let absent: Vec<_> = required(kind).iter().copied().filter(|name| !listed.contains(name)).collect();
        if absent.is_empty() {
            continue;
        }
        let route = claim.route();
        let message = format!("`{}` lacks {}", claim.name, enumeration(absent.iter().copied()));
        let mut wording = findings
            .at(route.key("service"), message)
            .help(format!("every origin server of `{kind}` supports this; add it if the product does"));
        for part in &parts {
            wording = wording.rests_on_keys(&part.route(), &["role", "transactions", "base_url"]);
        }
    }
}

const fn required(kind: WebServiceKind) -> &'static [&'static str] {
    match kind {
        WebServiceKind::Uri | WebServiceKind::Notification => &[],
        WebServiceKind::NonPatientInstance => &["Retrieve Capabilities", "Retrieve", "Search"],
        _ => &["Retrieve Capabilities"],
    }
}
