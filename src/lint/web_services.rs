//! `WebClaim`: a web service that a statement claims, with what PS3.18 knows of its transactions.

use std::collections::BTreeSet;

use super::groups::grouped;
use crate::model::{Statement, Support, Transaction, WebRole, WebService, WebServiceKind};
use crate::route::Route;
use crate::standard::web_transaction::{self, WebTransaction};

/// A web service that is not said to be unsupported.
#[derive(Debug)]
pub(crate) struct WebClaim<'p> {
    /// The author's name for it.
    pub(super) name: &'p str,
    /// What is said of it.
    pub(super) service: &'p WebService,
    /// Its transactions, in the author's order.
    pub(super) transactions: Vec<TransactionClaim<'p>>,
}

/// A transaction of a web service that is claimed.
#[derive(Debug)]
pub(crate) struct TransactionClaim<'p> {
    /// The author's name for it.
    pub(super) name: &'p str,
    /// What is said of it.
    pub(super) transaction: &'p Transaction,
    /// The transaction of PS3.18, by a name of today or of old.
    pub(super) known: Option<&'static WebTransaction>,
    /// Whether it is not said to be unsupported.
    pub(super) is_claimed: bool,
}

/// The web services that a statement claims.
pub(super) fn web_claims(statement: &Statement) -> Vec<WebClaim<'_>> {
    let claimed = statement.web_services.iter().filter(|(_, service)| is_claim(service.support));
    claimed.map(|(name, service)| WebClaim::of(name, service)).collect()
}

pub(super) fn is_claim(support: Option<Support>) -> bool {
    support.is_none_or(Support::is_claim)
}

impl<'p> WebClaim<'p> {
    fn of(name: &'p str, service: &'p WebService) -> Self {
        let transactions = service.transactions.iter().map(|(name, transaction)| TransactionClaim {
            name,
            transaction,
            known: match service.service {
                Some(kind) => web_transaction::by_name(kind.as_str(), name),
                None => web_transaction::of_any_service(name),
            },
            is_claimed: is_claim(transaction.support),
        });
        Self { name, service, transactions: transactions.collect() }
    }

    /// Where it stands.
    pub(super) fn route(&self) -> Route {
        Route::root().key("web_services").key(self.name)
    }

    /// Where one of its transactions stands.
    pub(super) fn transaction_route(&self, transaction: &TransactionClaim<'_>) -> Route {
        self.route().key("transactions").key(transaction.name)
    }

    /// Whether it is a certain service, on the side that answers.
    pub(super) fn is_origin_server_of(&self, kind: WebServiceKind) -> bool {
        self.service.role == Some(WebRole::OriginServer) && self.service.service == Some(kind)
    }

    /// Whether none of what it lists is a transaction of PS3.18.
    pub(super) fn lists_no_transaction(&self) -> bool {
        let is_of_standard = |transaction: &TransactionClaim<'_>| {
            transaction.known.is_some() || web_transaction::former_name(transaction.name).is_some()
        };
        !self.transactions.iter().any(is_of_standard)
    }

    /// The transactions of PS3.18 that it claims.
    pub(super) fn known_transactions(
        &self,
    ) -> impl Iterator<Item = (&TransactionClaim<'p>, &'static WebTransaction)> {
        let claimed = self.transactions.iter().filter(|transaction| transaction.is_claimed);
        claimed.filter_map(|transaction| Some((transaction, transaction.known?)))
    }
}

/// The claims about one service at one address, which may be written in several parts, and what they list together.
pub(super) fn by_service<'c, 'p>(
    claims: &'c [WebClaim<'p>],
) -> Vec<(Vec<&'c WebClaim<'p>>, BTreeSet<&'static str>)> {
    let address =
        |claim: &WebClaim<'p>| claim.service.base_url.as_deref().map(|url| url.trim_end_matches('/'));
    let parts = grouped(claims, |claim| (claim.service.role, claim.service.service, address(claim)));
    let listed = |parts: &[&WebClaim<'p>]| {
        let transactions = parts.iter().flat_map(|claim| claim.known_transactions());
        transactions.map(|(_, known)| known.name).collect()
    };
    parts.into_iter().map(|parts| (parts.clone(), listed(&parts))).collect()
}
