//! `undescribed-web-service`.

use crate::lint::enumeration::enumeration;
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::web_services::{TransactionClaim, WebClaim};
use crate::route::Route;
use crate::standard::web_transaction::WebTransaction;

rule! {
    /// # What it does
    /// Reports a transaction of a web service that does not state its resources or its media types, and one that
    /// retrieves or stores instances without its SOP classes.
    ///
    /// Media types may stand at the service. Retrieve Capabilities, and transactions that carry no data, need none of
    /// this; the URI Service has no resources to choose from.
    ///
    /// # Why is this bad?
    /// PS3.18 asks a statement for these, transaction by transaction: they decide whether a request of the other side is
    /// answered at all.
    ///
    /// # Example
    /// ```yaml
    /// web_services:
    ///   Viewer: {role: user_agent, service: studies, transactions: {Store: {}}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// web_services:
    ///   Viewer:
    ///     role: user_agent
    ///     service: studies
    ///     transactions:
    ///       Store: {resources: [studies], media_types: [application/dicom], sop_classes: [CT Image Storage]}
    /// ```
    ///
    /// # References
    /// - PS3.18, sections 9.2, 10.4.5, 10.5.5, 10.6.5, 11.2 and 12.2
    /// - PS3.2, section A.4.2.2.3
    "undescribed-web-service": Web, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for claim in subject.web_claims() {
        for (transaction, known) in claim.known_transactions() {
            let absent = absent(claim, transaction, known);
            if absent.is_empty() {
                continue;
            }
            let (service, route) = (claim.route(), claim.transaction_route(transaction));
            let message = format!("`{}` lacks {}", transaction.name, enumeration(absent.iter().copied()));
            let wording = findings
                .at_key(route.clone(), message)
                .help("say what the product exchanges in this transaction");
            wording
                .rests_on_keys(&service, &["service", "media_types"])
                .rests_on_keys(&route, &absent)
                .rests_on(Route::root().key("sop_classes"));
        }
    }
}

/// The keys under which nothing is said of a transaction, in their order.
fn absent(
    claim: &WebClaim<'_>,
    TransactionClaim { transaction, .. }: &TransactionClaim<'_>,
    known: &WebTransaction,
) -> Vec<&'static str> {
    let has_media_types = !transaction.media_types.is_empty() || !claim.service.media_types.is_empty();
    let points = [
        ("resources", known.service != "uri", !transaction.resources.is_empty()),
        ("media_types", true, has_media_types),
        ("sop_classes", moves_instances(known), !transaction.sop_classes.is_empty()),
    ];
    let asked = points.iter().filter(|_| carries_data(known));
    asked.filter(|(_, is_asked, is_said)| *is_asked && !is_said).map(|(key, ..)| *key).collect()
}

/// Whether requests or responses carry what DICOM has an encoding for.
fn carries_data(known: &WebTransaction) -> bool {
    const WITHOUT: [&str; 6] = [
        "Request Cancellation",
        "Subscribe",
        "Unsubscribe",
        "Suspend Global Subscription",
        "Workitem Event Report",
        "Retrieve Capabilities",
    ];
    known.service != "notification" && !WITHOUT.contains(&known.name)
}

fn moves_instances(known: &WebTransaction) -> bool {
    match known.service {
        "uri" => true,
        "studies" | "non_patient_instance" => matches!(known.name, "Retrieve" | "Store"),
        _ => false,
    }
}
