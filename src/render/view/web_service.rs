//! Web services and what hides them (PS3.2 A.4.2.2, PS3.18).

mod responses;
mod transaction;

use std::collections::HashMap;

use serde::Serialize;

use super::conformance::exceptional;
use super::entity::{LimitView, limit};
use super::scope::{Anchors, Scope, support_words};
use crate::model::{ConnectionPolicy, FacadeOperation, Support, WebRole, WebService, WebServiceKind};
use crate::standard::{character_set, web_transaction};

pub use responses::{WebReasonRow, WebResponseRow};
pub use transaction::{MediaTypeRow, ResourceRow, TransactionView, WebParameterRow, WebParameterTable};

/// A web service.
#[allow(clippy::struct_excessive_bools)] // Each tells a template whether to draw something.
#[derive(Debug, Serialize)]
pub struct WebServiceView {
    /// The author's name for it.
    pub name: String,
    /// The address of its section in the document.
    pub anchor: String,
    /// The service of PS3.18.
    pub service: &'static str,
    /// `origin server` or `user agent`.
    pub role: &'static str,
    /// Whether the product is the side that asks.
    pub is_user_agent: bool,
    /// Whether it is the URI Service, which PS3.2 gives a section of its own.
    pub is_uri: bool,
    /// `Option` or the like where the claim is no plain yes.
    pub support: Option<&'static str>,
    /// What it is for; prose.
    pub summary: Option<String>,
    /// What it does; prose.
    pub description: Option<String>,
    /// The address below which resources are found; empty where it is not stated.
    pub base_url: String,
    /// The address below which resources are found over a secured connection; empty where it is not stated.
    pub secured_url: String,
    /// The media types of all transactions (PS3.2 Table N.5-61).
    pub media_types: Vec<MediaTypeRow>,
    /// Whether one of these media types has transfer syntaxes.
    pub has_media_type_syntaxes: bool,
    /// Whether there is something to say about one of these media types.
    pub has_media_type_remarks: bool,
    /// The character sets of requests and responses.
    pub character_sets: Vec<String>,
    /// The transactions.
    pub transactions: Vec<TransactionView>,
    /// Whether one of the transactions names its resources.
    pub has_resources: bool,
    /// Whether one of the transactions names its media types.
    pub has_media_types: bool,
    /// Whether the method of one of the transactions is known.
    pub has_methods: bool,
    /// Whether one of the transactions is no plain yes.
    pub has_support: bool,
    /// The address of the table of transactions.
    pub transactions_anchor: String,
    /// How bulk data is referred to and retrieved; prose.
    pub bulk_data: Option<String>,
    /// Whether the service asks other systems over DIMSE; prose.
    pub proxy: Option<String>,
    /// Notifications over WebSocket; prose.
    pub notifications: Option<String>,
    /// How connections are made, kept and limited.
    pub connections: ConnectionView,
    /// The endpoints of the product's own.
    pub facade: Vec<FacadeRow>,
    /// The address of the table of these endpoints.
    pub facade_anchor: String,
    /// Whether one of the endpoints is stated.
    pub has_facade_endpoints: bool,
    /// Whether one of the endpoints has a remark.
    pub has_facade_remarks: bool,
}

/// How connections are made, kept and limited.
#[derive(Debug, Serialize)]
pub struct ConnectionView {
    /// What there is to say in general; prose.
    pub text: Option<String>,
    /// How many connections there are at a time; none where it is not stated.
    pub max_connections: Option<LimitView>,
    /// Whether requests are pipelined; none where it is not stated.
    pub pipelining: Option<&'static str>,
    /// The versions of HTTP.
    pub http_versions: Vec<String>,
    /// How the user or the system is authenticated.
    pub authentication: Vec<String>,
    /// After which time a request or a connection is given up; empty where it is not stated.
    pub timeout: String,
    /// Whether there is something for a table.
    pub has_facts: bool,
}

/// An endpoint of the product's own.
#[derive(Debug, Serialize)]
pub struct FacadeRow {
    /// What it is for.
    pub operation: String,
    /// Method and path; empty where it is not stated.
    pub endpoint: String,
    /// The transactions behind it; empty where there is none.
    pub uses: Vec<UseView>,
    /// What else there is to say; prose.
    pub text: String,
}

/// A transaction behind an endpoint.
#[derive(Debug, Serialize)]
pub struct UseView {
    /// The transaction, as the author names it.
    pub name: String,
    /// The address of its section; empty where the service has no such transaction.
    pub anchor: String,
}

/// The web services of a statement.
pub(super) fn views(scope: &Scope<'_>, anchors: &mut Anchors) -> Vec<WebServiceView> {
    let services = scope.statement().web_services.iter();
    services.map(|(name, service)| view(scope, name, service, anchors)).collect()
}

fn view(scope: &Scope<'_>, name: &str, service: &WebService, anchors: &mut Anchors) -> WebServiceView {
    let anchor = anchors.of("web", name);
    let transactions = service.transactions.iter().map(|(key, transaction)| {
        let anchor = anchors.of(&anchor, key);
        TransactionView::of(scope, service, name, (key, transaction), anchor)
    });
    let transactions: Vec<_> = transactions.collect();
    let keys = service.transactions.keys().map(String::as_str);
    let named: HashMap<&str, &TransactionView> = keys.zip(&transactions).collect();
    let facade: Vec<_> =
        service.facade.iter().map(|operation| facade_row(scope, operation, &named)).collect();
    let media_types = transaction::media_types(scope, &service.media_types);
    WebServiceView {
        name: name.to_owned(),
        service: service_title(service.service),
        role: if service.role == Some(WebRole::OriginServer) { "origin server" } else { "user agent" },
        is_user_agent: service.role != Some(WebRole::OriginServer),
        is_uri: service.service == Some(WebServiceKind::Uri),
        support: exceptional(service.support),
        summary: scope.prose(service.summary.as_ref()),
        description: scope.prose(service.description.as_ref()),
        base_url: service.base_url.clone().unwrap_or_default(),
        secured_url: service.secured_url.clone().unwrap_or_default(),
        has_media_type_syntaxes: media_types.iter().any(|row| !row.transfer_syntaxes.is_empty()),
        has_media_type_remarks: media_types.iter().any(|row| !row.text.is_empty()),
        media_types,
        character_sets: character_sets(&service.character_sets),
        has_support: transactions.iter().any(|transaction| transaction.support.is_some()),
        has_resources: transactions.iter().any(|transaction| !transaction.resources.is_empty()),
        has_media_types: transactions.iter().any(|transaction| !transaction.media_types.is_empty()),
        has_methods: transactions.iter().any(|transaction| !transaction.method.is_empty()),
        transactions_anchor: format!("transactions-{anchor}"),
        transactions,
        bulk_data: scope.prose(service.bulk_data.as_ref()),
        proxy: scope.prose(service.proxy.as_ref()),
        notifications: scope.prose(service.notifications.as_ref()),
        connections: connections(scope, &service.connection_policy),
        has_facade_endpoints: facade.iter().any(|row| !row.endpoint.is_empty()),
        has_facade_remarks: facade.iter().any(|row| !row.text.is_empty()),
        facade,
        facade_anchor: format!("facade-{anchor}"),
        anchor,
    }
}

/// Character sets by their defined terms, where DICOM has one; web services may know others (PS3.18 8.8).
fn character_sets(written: &[String]) -> Vec<String> {
    let name = |written: &String| match character_set::by_name(written) {
        Some(set) if set.term != written => format!("{written} ({})", set.term),
        _ => written.clone(),
    };
    written.iter().map(name).collect()
}

fn connections(scope: &Scope<'_>, policy: &ConnectionPolicy) -> ConnectionView {
    let mut view = ConnectionView {
        text: scope.prose(policy.text.as_ref()),
        max_connections: limit(scope, &policy.max_connections, false),
        pipelining: policy.pipelining.map(support_words),
        http_versions: policy.http_versions.to_vec(),
        authentication: policy.authentication.to_vec(),
        timeout: policy.timeout.clone().unwrap_or_default(),
        has_facts: false,
    };
    view.has_facts = view.max_connections.is_some()
        || view.pipelining.is_some()
        || !view.http_versions.is_empty()
        || !view.authentication.is_empty()
        || !view.timeout.is_empty();
    view
}

fn facade_row(
    scope: &Scope<'_>,
    operation: &FacadeOperation,
    named: &HashMap<&str, &TransactionView>,
) -> FacadeRow {
    let uses = operation.uses.iter().filter(|used| !used.eq_ignore_ascii_case("none"));
    let uses = uses.map(|used| {
        let known = named.get(used.as_str());
        UseView {
            name: known.map_or_else(|| used.clone(), |known| known.name.clone()),
            anchor: known
                .filter(|known| known.has_section)
                .map(|known| known.anchor.clone())
                .unwrap_or_default(),
        }
    });
    FacadeRow {
        operation: operation.operation.clone().unwrap_or_default(),
        endpoint: operation.endpoint.clone().unwrap_or_default(),
        uses: uses.collect(),
        text: scope.prose(operation.text.as_ref()).unwrap_or_default(),
    }
}

/// The name that PS3.18 gives a transaction of a service, or the author's own.
pub(super) fn transaction_name(service: &WebService, name: &str) -> String {
    let service = service.service.map(WebServiceKind::as_str).unwrap_or_default();
    web_transaction::by_name(service, name).map_or(name, |known| known.name).to_owned()
}

/// The name that PS3.18 gives a service.
pub(super) fn service_title(kind: Option<WebServiceKind>) -> &'static str {
    kind.map_or("Web Service", WebServiceKind::title)
}

/// The transactions of a service; one row for the service where it names none.
pub(super) fn transactions_or_all(service: &WebService) -> Vec<(String, Option<Support>)> {
    if service.transactions.is_empty() {
        return vec![("All transactions".to_owned(), None)];
    }
    let transactions = service.transactions.iter();
    transactions.map(|(name, said)| (transaction_name(service, name), said.support)).collect()
}
