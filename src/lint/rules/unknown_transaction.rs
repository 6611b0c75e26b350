//! `unknown-transaction`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::WebServiceKind;
use crate::standard::nearest::nearest;
use crate::standard::web_transaction::{self, WebTransaction};

rule! {
    /// # What it does
    /// Reports a transaction of a web service that PS3.18 does not have in that service, beside others that it has.
    ///
    /// Of the transactions of storage commitment nothing is said. Names from before 2019 are left to
    /// `outdated-web-service`.
    ///
    /// # Why is this bad?
    /// What is said of a misspelt transaction is held against nothing and shown under its wrong name, and the right one
    /// is missed. An operation of the product's own is no transaction, so no other product will ask for it.
    ///
    /// # Example
    /// ```yaml
    /// web_services:
    ///   Archive access:
    ///     role: user_agent
    ///     service: studies
    ///     transactions: {Store: {resources: [studies]}, Serach: {resources: [studies]}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// web_services:
    ///   Archive access:
    ///     role: user_agent
    ///     service: studies
    ///     transactions: {Store: {resources: [studies]}, Search: {resources: [studies]}}
    /// ```
    ///
    /// # References
    /// - PS3.18, sections 9.2, 10.3, 11.2 and 12.2
    /// - PS3.2, sections A.4.2.2.2 and A.4.2.2.3
    "unknown-transaction": Web, Warning, Recommended, product(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for claim in subject.web_claims().iter().filter(|claim| !claim.lists_no_transaction()) {
        let kind = claim.service.service.filter(|kind| *kind != WebServiceKind::StorageCommitment);
        let Some(kind) = kind.map(WebServiceKind::as_str) else { continue };
        let own: Vec<_> = web_transaction::of_service(kind).map(|known| known.name).collect();
        for used in claim.transactions.iter().filter(|used| used.is_claimed && used.known.is_none()) {
            if web_transaction::former_name(used.name).is_some() {
                continue;
            }
            let route = claim.transaction_route(used);
            let wording = findings
                .at_key(route.clone(), message(used.name, kind))
                .rests_on(claim.route().key("service"));
            let is_free = |name: &&str| claim.transactions.iter().all(|other| other.name != *name);
            match nearest(used.name, own.iter().copied()).filter(is_free) {
                Some(near) => {
                    wording.help(format!("did you mean `{near}`?")).edit_key(route, near).unsafely()
                }
                None => {
                    wording.help("an operation of the product's own belongs in its text, or under `facade`")
                }
            };
        }
    }
}

fn message(name: &str, kind: &str) -> String {
    match web_transaction::of_any_service(name).map(|known: &WebTransaction| known.service) {
        Some(other) if !other.is_empty() => {
            format!("`{name}` is a transaction of `{other}`, not of `{kind}`")
        }
        _ => format!("`{name}` is no transaction of `{kind}`"),
    }
}
