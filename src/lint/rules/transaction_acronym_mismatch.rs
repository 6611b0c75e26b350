//! `transaction-acronym-mismatch`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::web_acronym::{wrong_acronym, wrong_acronym_in_name};
use crate::model::Prose;
use crate::route::Route;
use crate::standard::web_transaction::{WebTransaction, acronym, of_service};

rule! {
    /// # What it does
    /// Reports a transaction that is given the acronym of another one, and not its own: in its name, or beside its name in
    /// a text of the web service. Retrieve is WADO-RS, Store is STOW-RS and Search is QIDO-RS; the transactions of the URI
    /// Service are WADO-URI and those of the Worklist Service UPS-RS.
    ///
    /// A text that speaks of another transaction is not meant.
    ///
    /// # Why is this bad?
    /// Many readers know the acronyms only, and look for the wrong thing under the wrong heading.
    ///
    /// # Example
    /// ```yaml
    /// web_services:
    ///   Archive access:
    ///     role: user_agent
    ///     service: studies
    ///     transactions: {Store: {resources: [studies], text: The Store transaction (QIDO-RS) sends reports.}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// web_services:
    ///   Archive access:
    ///     role: user_agent
    ///     service: studies
    ///     transactions: {Store: {resources: [studies], text: The Store transaction (STOW-RS) sends reports.}}
    /// ```
    ///
    /// # References
    /// - PS3.18, section 10.3
    /// - PS3.18, section 11.1
    "transaction-acronym-mismatch": Web, Warning, Recommended, statement(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for claim in subject.web_claims() {
        let service = claim.route();
        let kind = claim.service.service.map(|kind| kind.as_str()).unwrap_or_default();
        let texts = [("summary", &claim.service.summary), ("description", &claim.service.description)];
        // In the texts of a worklist, `Search (QIDO-RS)` can be that of the Studies Service.
        let has_own_names = kind != "worklist";
        for (key, text) in texts {
            for transaction in of_service(kind).filter(|_| has_own_names) {
                judge(text.as_ref(), || service.clone().key(key), transaction, findings);
            }
        }
        for used in &claim.transactions {
            let Some(known) = used.known else { continue };
            let route = claim.transaction_route(used);
            if has_own_names {
                judge(used.transaction.text.as_ref(), || route.clone().key("text"), known, findings);
            }
            if let Some(own) = wrong_acronym_in_name(used.name, known) {
                let message = format!("`{}` carries the acronym of another transaction", used.name);
                findings
                    .at_key(route.clone(), message)
                    .help(format!("`{}` is {own}", known.name))
                    .edit_key(route, known.name);
            }
        }
    }
}

fn judge(
    text: Option<&Prose>,
    route: impl Fn() -> Route,
    transaction: &WebTransaction,
    findings: &mut Findings,
) {
    let Some(text) = text.map(|prose| prose.0.as_str()) else { return };
    let Some(part) = wrong_acronym(text, transaction) else { return };
    let own = acronym(transaction);
    let message = format!("`{}` is the acronym of another transaction", &text[part.clone()]);
    findings
        .within(route(), part.clone(), message)
        .help(format!("`{}` is {own}", transaction.name))
        .edit_within(route(), part, own);
}
