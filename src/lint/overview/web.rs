//! The table of web services: transactions by role.

use super::{Claim, Claims, Firmness, Row, Table};
use crate::model::survey::Survey;
use crate::model::{OverviewService, Support, WebRole, WebServiceKind};
use crate::route::Route;
use crate::standard::spelling::folded;
use crate::standard::web_transaction;

pub(super) fn table(survey: &Survey<'_>) -> Table {
    Table {
        columns: ["user_agent", "origin_server"],
        roles: ["user agent", "origin server"],
        supporter: "web service",
        article: "a",
        source: "web_services",
        is_by_name: true,
        claims: claims(survey),
        rows: rows(survey),
        row_of,
    }
}

/// The name of a claim begins with its service.
fn row_of(claim: &Claim) -> Vec<(String, String)> {
    let (service, transaction) = claim.name.split_once(' ').unwrap_or((&claim.name, ""));
    let cells = [("service", service), ("transaction", transaction)];
    cells.map(|(key, text)| (key.to_owned(), text.to_owned())).to_vec()
}

fn claims(survey: &Survey<'_>) -> Claims {
    let mut claims = Claims::default();
    let claimed = |support: Option<Support>| support.is_none_or(Support::is_claim);
    let services = survey.statement.web_services.iter();
    for (name, service) in services.filter(|(_, service)| claimed(service.support)) {
        let (Some(kind), Some(role)) = (service.service, service.role) else {
            claims.is_doubtful = true;
            continue;
        };
        // A service that lists no transaction may mean all of them.
        claims.is_doubtful |= service.transactions.is_empty();
        for (transaction, said) in &service.transactions {
            let firmness = Firmness::of(&[service.support, said.support]);
            let firmness = match role {
                WebRole::UserAgent => [firmness, Firmness::Absent],
                WebRole::OriginServer => [Firmness::Absent, firmness],
            };
            let place = || {
                let service = Route::root().key("web_services").key(name);
                service.key("transactions").key(transaction)
            };
            let transaction_name = canonical(kind, transaction);
            let shown = format!("{kind} {transaction_name}");
            claims.add(identity(kind, transaction), &shown, place, firmness);
            claims.add(kind.as_str().to_owned(), kind.as_str(), place, firmness);
        }
    }
    // A row for a whole service stands for its transactions, and the reverse; every service has its capabilities.
    let whole: Vec<_> = survey.statement.overview_services.iter().filter(|row| is_whole(row)).collect();
    for (identity, claim) in &mut claims.known {
        let is_of = |row: &&&OverviewService| {
            row.service.is_some_and(|kind| claim.name.split(' ').next() == Some(kind.as_str()))
        };
        let is_capabilities = claim.name.ends_with("Retrieve Capabilities");
        claim.is_optional = !identity.contains(' ') || is_capabilities || whole.iter().any(|row| is_of(&row));
    }
    claims
}

fn is_whole(row: &OverviewService) -> bool {
    row.service.is_some() && row.transaction.is_none()
}

fn rows(survey: &Survey<'_>) -> Vec<Row> {
    let rows = survey.overview.iter().zip(&survey.statement.overview_services);
    let row = |((trail, _), row): (&(_, _), &OverviewService)| {
        let kind = row.service?;
        let subject = match &row.transaction {
            Some(name) => (identity(kind, name), format!("{kind} {}", canonical(kind, name))),
            None => (kind.as_str().to_owned(), kind.as_str().to_owned()),
        };
        Some(Row {
            route: survey.route(*trail),
            key: if row.transaction.is_some() { "transaction" } else { "service" },
            subjects: vec![subject],
            said: [row.user_agent, row.origin_server],
            is_doubtful: false,
        })
    };
    rows.filter_map(row).collect()
}

/// The name that PS3.18 has for a transaction, or the author's own.
fn canonical(kind: WebServiceKind, name: &str) -> &str {
    web_transaction::by_name(kind.as_str(), name).map_or(name, |transaction| transaction.name)
}

fn identity(kind: WebServiceKind, name: &str) -> String {
    format!("{kind} {}", folded(canonical(kind, name)))
}
