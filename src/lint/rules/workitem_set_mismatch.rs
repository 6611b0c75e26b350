//! `workitem-set-mismatch`.

use std::collections::BTreeSet;

use crate::lint::enumeration::{RELATED, enumeration};
use crate::lint::findings::Findings;
use crate::lint::groups::grouped;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::web_services::by_service;
use crate::model::WebServiceKind;
use crate::standard::web_transaction::{WORKITEM_SETS, WebTransaction, WorkitemSet};

rule! {
    /// # What it does
    /// Reports a transaction of the Worklist Service of an origin server that belongs to no SOP class of the unified
    /// procedure step (UPS) of which the service has all that a provider must have.
    ///
    /// # Why is this bad?
    /// The sets are made so that a workflow can be carried through. Who can change the state of a workitem and cannot
    /// update it is unable to report what was done.
    ///
    /// # Example
    /// ```yaml
    /// web_services:
    ///   Worklist:
    ///     role: origin_server
    ///     service: worklist
    ///     transactions:
    ///       Search: {resources: [workitems]}
    ///       Change State: {resources: ["workitems/{workitem}/state"]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// web_services:
    ///   Worklist:
    ///     role: origin_server
    ///     service: worklist
    ///     transactions:
    ///       Search: {resources: [workitems]}
    ///       Retrieve: {resources: ["workitems/{workitem}"]}
    ///       Update: {resources: ["workitems/{workitem}"]}
    ///       Change State: {resources: ["workitems/{workitem}/state"]}
    /// ```
    ///
    /// # References
    /// - PS3.18, section 11.2
    /// - PS3.4, section CC.2
    "workitem-set-mismatch": Web, Error, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for (parts, listed) in by_service(subject.web_claims()) {
        let servers = parts.iter().filter(|claim| claim.is_origin_server_of(WebServiceKind::Worklist));
        let transactions = servers
            .flat_map(|claim| claim.known_transactions().map(move |(used, known)| (*claim, used, known)));
        let astray =
            transactions.filter_map(|(claim, used, known)| Some((claim, used, nearest_set(known, &listed)?)));
        // What lacks the same has one cause.
        for group in grouped(astray, |(.., (set, _))| set.class) {
            let Some(((claim, first, (set, absent)), others)) = group.split_first() else { continue };
            let message = format!(
                "`{}` belongs to {}, which also needs {}",
                first.name,
                set.class,
                enumeration(absent.iter().copied())
            );
            let mut wording = findings
                .at_key(claim.transaction_route(first), message)
                .help("add what is absent if the product supports it; such transactions come only as a set");
            for (other, transaction, _) in others.iter().take(RELATED) {
                wording = wording.related_key(other.transaction_route(transaction), "this one too");
            }
            for part in &parts {
                wording = wording.rests_on_keys(&part.route(), &["transactions", "base_url"]);
            }
        }
    }
}

/// The set to which a transaction belongs and that lacks the least, with what it lacks; none where one is complete, or
/// where there is none.
fn nearest_set(
    known: &WebTransaction,
    listed: &BTreeSet<&str>,
) -> Option<(&'static WorkitemSet, Vec<&'static str>)> {
    let has = |set: &&WorkitemSet| set.mandatory.iter().chain(set.others).any(|name| *name == known.name);
    let absent = |set: &'static WorkitemSet| {
        let absent = set.mandatory.iter().copied().filter(|name| !listed.contains(name));
        (set, absent.collect::<Vec<_>>())
    };
    let nearest = WORKITEM_SETS.iter().filter(has).map(absent).min_by_key(|(_, absent)| absent.len())?;
    (!nearest.1.is_empty()).then_some(nearest)
}
