//! Web services and what hides them (PS3.2 A.4.2.2, PS3.18).

use std::collections::HashMap;

use serde::Serialize;

use super::conformance::exceptional;
use super::contexts::TransferSyntaxLine;
use super::scope::{Anchors, Scope};
use crate::model::{
    FacadeOperation, Support, Transaction, WebParameter, WebRole, WebService, WebServiceKind,
};

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
    /// The transactions.
    pub transactions: Vec<TransactionView>,
    /// Whether one of the transactions is no plain yes.
    pub has_support: bool,
    /// The address of the table of transactions.
    pub transactions_anchor: String,
    /// How connections are made, kept and limited; prose.
    pub connection_policy: Option<String>,
    /// The endpoints of the product's own.
    pub facade: Vec<FacadeRow>,
    /// The address of the table of these endpoints.
    pub facade_anchor: String,
    /// Whether one of the endpoints is stated.
    pub has_facade_endpoints: bool,
    /// Whether one of the endpoints has a remark.
    pub has_facade_remarks: bool,
}

/// A transaction.
#[derive(Debug, Serialize)]
pub struct TransactionView {
    /// The name.
    pub name: String,
    /// The address of its section in the document.
    pub anchor: String,
    /// `Option` or the like where the claim is no plain yes.
    pub support: Option<&'static str>,
    /// What else there is to say; prose.
    pub text: Option<String>,
    /// The resources.
    pub resources: Vec<String>,
    /// The media types.
    pub media_types: Vec<String>,
    /// Whether there is more to say than what the table of transactions tells.
    pub has_section: bool,
    /// The SOP classes.
    pub sop_classes: Vec<TransferSyntaxLine>,
    /// The transfer syntaxes.
    pub transfer_syntaxes: Vec<TransferSyntaxLine>,
    /// The query parameters.
    pub query_parameters: Vec<WebParameterRow>,
    /// The header fields.
    pub headers: Vec<WebParameterRow>,
    /// The HTTP status codes.
    pub responses: Vec<WebResponseRow>,
}

/// A query parameter or a header field.
#[derive(Debug, Serialize)]
pub struct WebParameterRow {
    /// The name.
    pub name: String,
    /// The values.
    pub values: Vec<String>,
    /// What else there is to say; prose.
    pub text: String,
}

/// An HTTP status.
#[derive(Debug, Serialize)]
pub struct WebResponseRow {
    /// The code with its words, such as `202 Accepted`.
    pub status: String,
    /// When it is sent, or what is done on it; prose.
    pub behavior: String,
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
    let transactions = service.transactions.iter().map(|(name, transaction)| {
        let anchor = anchors.of(&anchor, name);
        transaction_view(scope, name, transaction, anchor)
    });
    let transactions: Vec<_> = transactions.collect();
    let sections: HashMap<&str, &str> = transactions
        .iter()
        .filter(|transaction| transaction.has_section)
        .map(|transaction| (transaction.name.as_str(), transaction.anchor.as_str()))
        .collect();
    let facade: Vec<_> =
        service.facade.iter().map(|operation| facade_row(scope, operation, &sections)).collect();
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
        has_support: transactions.iter().any(|transaction| transaction.support.is_some()),
        transactions_anchor: format!("transactions-{anchor}"),
        transactions,
        connection_policy: scope.prose(service.connection_policy.text.as_ref()),
        has_facade_endpoints: facade.iter().any(|row| !row.endpoint.is_empty()),
        has_facade_remarks: facade.iter().any(|row| !row.text.is_empty()),
        facade,
        facade_anchor: format!("facade-{anchor}"),
        anchor,
    }
}

fn transaction_view(scope: &Scope<'_>, name: &str, written: &Transaction, anchor: String) -> TransactionView {
    let lines = |ids: Vec<_>| {
        let line = |id| TransferSyntaxLine { name: scope.name(id), uid: scope.uid(id) };
        ids.into_iter().map(line).collect()
    };
    let responses = written.responses.iter().map(|response| WebResponseRow {
        status: response
            .code
            .map(|code| match code {
                crate::model::HttpStatus::Code(code) => status_words(code.into()),
                other => other.to_string(),
            })
            .unwrap_or_default(),
        behavior: scope.prose(response.behavior.as_ref()).unwrap_or_default(),
    });
    let mut view = TransactionView {
        name: name.to_owned(),
        anchor,
        support: exceptional(written.support),
        text: scope.prose(written.text.as_ref()),
        resources: written.resources.iter().filter_map(|resource| resource.path.clone()).collect(),
        media_types: written.media_types.iter().filter_map(|kind| kind.name.clone()).collect(),
        has_section: false,
        sop_classes: lines(scope.expanded(&written.sop_classes)),
        transfer_syntaxes: lines(scope.expanded(&written.transfer_syntaxes)),
        query_parameters: parameters(scope, &written.query_parameters),
        headers: parameters(scope, &written.headers),
        responses: responses.collect(),
    };
    view.has_section = view.text.is_some()
        || !view.sop_classes.is_empty()
        || !view.transfer_syntaxes.is_empty()
        || !view.query_parameters.is_empty()
        || !view.headers.is_empty()
        || !view.responses.is_empty();
    view
}

fn parameters(scope: &Scope<'_>, written: &[WebParameter]) -> Vec<WebParameterRow> {
    let rows = written.iter().map(|parameter| WebParameterRow {
        name: parameter.name.clone().unwrap_or_default(),
        values: parameter.values.to_vec(),
        text: scope.prose(parameter.text.as_ref()).unwrap_or_default(),
    });
    rows.collect()
}

fn facade_row(scope: &Scope<'_>, operation: &FacadeOperation, sections: &HashMap<&str, &str>) -> FacadeRow {
    let uses = operation.uses.iter().filter(|used| !used.eq_ignore_ascii_case("none"));
    FacadeRow {
        operation: operation.operation.clone().unwrap_or_default(),
        endpoint: operation.endpoint.clone().unwrap_or_default(),
        uses: uses
            .map(|used| UseView {
                name: used.clone(),
                anchor: (*sections.get(used.as_str()).unwrap_or(&"")).to_owned(),
            })
            .collect(),
        text: scope.prose(operation.text.as_ref()).unwrap_or_default(),
    }
}

/// The name that PS3.18 gives a service.
pub(super) const fn service_title(kind: Option<WebServiceKind>) -> &'static str {
    match kind {
        Some(WebServiceKind::Uri) => "URI Service",
        Some(WebServiceKind::Studies) => "Studies Service",
        Some(WebServiceKind::Worklist) => "Worklist Service",
        Some(WebServiceKind::NonPatientInstance) => "Non-Patient Instance Service",
        Some(WebServiceKind::Notification) => "Notification Service",
        Some(WebServiceKind::StorageCommitment) => "Storage Commitment Service",
        Some(WebServiceKind::ModalityScheduledProcedureStep) => "Modality Scheduled Procedure Step Service",
        Some(WebServiceKind::ModalityPerformedProcedureStep) => "Modality Performed Procedure Step Service",
        None => "Web Service",
    }
}

/// The transactions of a service; one row for the service where it names none.
pub(super) fn transactions_or_all(service: &WebService) -> Vec<(String, Option<Support>)> {
    if service.transactions.is_empty() {
        return vec![("All transactions".to_owned(), None)];
    }
    service.transactions.iter().map(|(name, transaction)| (name.clone(), transaction.support)).collect()
}

/// A status code of HTTP with its words.
fn status_words(code: i64) -> String {
    let words = match code {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        204 => "No Content",
        206 => "Partial Content",
        301 => "Moved Permanently",
        304 => "Not Modified",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        406 => "Not Acceptable",
        409 => "Conflict",
        410 => "Gone",
        413 => "Payload Too Large",
        415 => "Unsupported Media Type",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => "",
    };
    format!("{code} {words}").trim_end().to_owned()
}
