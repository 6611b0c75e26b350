//! `web-ae-without-transaction`.

use crate::lint::enumeration::enumeration_up_to;
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::web_services::WebClaim;
use crate::model::WebServiceKind;
use crate::standard::nearest::nearest;
use crate::standard::web_transaction;

rule! {
    /// # What it does
    /// Reports a web service that lists no transaction of PS3.18: none at all, or only operations of the product's own.
    ///
    /// # Why is this bad?
    /// An interface of one's own in front of an archive is not DICOMweb, even if an archive that speaks DICOMweb is
    /// behind it: no other product can use it by the standard. What can be claimed are the transactions behind the
    /// operations, on the side on which the product is.
    ///
    /// # Example
    /// ```yaml
    /// web_services:
    ///   Exam service:
    ///     role: user_agent
    ///     service: studies
    ///     transactions: {Upload exam result: {}, Delete workitem: {}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// web_services:
    ///   Archive access:
    ///     role: user_agent
    ///     service: studies
    ///     transactions: {Store: {resources: [studies], media_types: [application/dicom]}}
    ///     facade: [{operation: Upload exam result, uses: Store}]
    /// ```
    ///
    /// # References
    /// - PS3.2, sections A.4.2.2.2 and A.4.2.2.3
    /// - PS3.18, chapter 6
    "web-ae-without-transaction": Web, Error, Recommended, statement(check), since "0.1.0"
}

/// How many names are written out.
const NAMED: usize = 12;

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    if subject.survey.claims_nothing() {
        return; // The statement as a whole claims nothing, which is said once.
    }
    for claim in subject.web_claims().iter().filter(|claim| claim.lists_no_transaction()) {
        // Of what the chapter on storage commitment calls its transactions too little is known.
        let is_open = claim.service.service == Some(WebServiceKind::StorageCommitment);
        let route = claim.route();
        let transactions = route.clone().key("transactions");
        let name = claim.name;
        let wording = if claim.transactions.is_empty() {
            findings.at_key(route.clone(), format!("`{name}` lists no transaction"))
        } else if is_open {
            continue;
        } else {
            findings.at_key(transactions.clone(), format!("`{name}` lists no transaction of PS3.18"))
        };
        let wording = wording.help(help(claim)).rests_on(transactions);
        if !claim.transactions.is_empty() {
            wording.rests_on(route.key("service"));
        }
    }
}

fn help(claim: &WebClaim<'_>) -> String {
    const OWN: &str =
        "operations of the product's own belong under `facade`, with the transaction behind each";
    let Some(kind) = claim.service.service else {
        return format!("say with `service` which service of PS3.18 it is, and list its transactions; {OWN}");
    };
    let names: Vec<_> = web_transaction::of_service(kind.as_str()).map(|known| known.name).collect();
    let near =
        claim.transactions.iter().find_map(|transaction| nearest(transaction.name, names.iter().copied()));
    if let Some(near) = near {
        return format!("did you mean `{near}`?");
    }
    format!("the transactions of `{kind}` are {}; {OWN}", enumeration_up_to(NAMED, names.iter().copied()))
}
