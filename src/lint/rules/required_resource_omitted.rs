//! `required-resource-omitted`.

use crate::lint::enumeration::enumeration;
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::web_services::{TransactionClaim, is_claim};
use crate::model::{Prose, WebServiceKind};
use crate::standard::web_resource::{self, Meant, Usage, WebResource};

rule! {
    /// # What it does
    /// Reports resources of the Studies Service of an origin server that lack a mandatory one.
    ///
    /// A server that is a proxy, as its `proxy` says, need not search for all series, all instances or the instances of a
    /// study. Where an entry is neither a path nor a name of PS3.18, nothing is said.
    ///
    /// # Why is this bad?
    /// A user agent takes the mandatory resources for granted. Some viewers show nothing at all where the metadata of a
    /// series cannot be had.
    ///
    /// # Example
    /// ```yaml
    /// web_services:
    ///   Studies:
    ///     role: origin_server
    ///     service: studies
    ///     transactions: {Store: {resources: ["studies/{study}"]}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// web_services:
    ///   Studies:
    ///     role: origin_server
    ///     service: studies
    ///     transactions: {Store: {resources: [studies, "studies/{study}"]}}
    /// ```
    ///
    /// # References
    /// - PS3.18, section 10.3, Table 10.3-2
    /// - PS3.18, section 10.6.1.1, Table 10.6.1-1
    "required-resource-omitted": Web, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let servers =
        subject.web_claims().iter().filter(|claim| claim.is_origin_server_of(WebServiceKind::Studies));
    for claim in servers {
        let is_native = is_native(claim.service.proxy.as_ref());
        for (transaction, known) in claim.known_transactions() {
            let Some(listed) = listed(transaction, known.name) else { continue };
            let absent = web_resource::of_transaction(known.name).filter(|resource| {
                let is_required = match resource.usage {
                    Usage::Mandatory => true,
                    Usage::MandatoryForNative => is_native,
                    Usage::Optional => false,
                };
                is_required && !listed.contains(resource)
            });
            let absent: Vec<_> = absent.map(|resource| resource.path).collect();
            if !absent.is_empty() {
                let resources = claim.transaction_route(transaction).key("resources");
                let message = format!("`{}` lacks {}", transaction.name, enumeration(absent.iter().copied()));
                findings
                    .at_key(resources.clone(), message)
                    .help("every origin server has these resources; add them if the product does")
                    .rests_on(resources)
                    .rests_on_keys(&claim.route(), &["role", "service", "proxy"]);
            }
        }
    }
}

/// The resources that a transaction lists; none where it lists nothing, or something that may stand for any.
fn listed(transaction: &TransactionClaim<'_>, name: &str) -> Option<Vec<&'static WebResource>> {
    let resources = &transaction.transaction.resources;
    let mut listed = Vec::new();
    for resource in resources {
        match web_resource::by_text(name, resource.path.as_deref().unwrap_or_default()) {
            Meant::Unclear => return None,
            Meant::Known(known) if is_claim(resource.support) => listed.push(known),
            Meant::Known(_) | Meant::Other => {}
        }
    }
    (!resources.is_empty()).then_some(listed)
}

/// Whether the service works on data of its own, as far as it says.
fn is_native(proxy: Option<&Prose>) -> bool {
    const NATIVE: [&str; 7] = ["no", "none", "native", "is no proxy", "not a proxy", "no proxy", "itself"];
    let Some(text) = proxy.filter(|text| !text.is_empty()).map(|text| text.as_str().to_lowercase()) else {
        return true;
    };
    let (exact, parts) = NATIVE.split_at(2);
    exact.contains(&text.trim_end_matches('.')) || parts.iter().any(|part| text.contains(part))
}
