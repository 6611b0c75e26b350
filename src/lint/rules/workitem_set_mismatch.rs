//! `workitem-set-mismatch`.

use crate::lint::enumeration::enumeration;
use crate::lint::findings::Findings;
use crate::lint::groups::grouped;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::web_services::{TransactionClaim, listed_by_parts};
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
    let claims = subject.web_claims();
    for (position, claim) in claims.iter().enumerate() {
        if !claim.is_origin_server_of(WebServiceKind::Worklist) {
            continue;
        }
        let (_, listed) = listed_by_parts(claims, position);
        let astray = claim
            .known_transactions()
            .filter_map(|(transaction, known)| Some((transaction, nearest_set(known, &listed)?)));
        // What lacks the same has one cause.
        for group in grouped(astray, |(_, (set, _))| set.class) {
            let Some(((first, (set, absent)), others)) = group.split_first() else { continue };
            let message = format!(
                "`{}` belongs to {}, which also needs {}",
                first.name,
                set.class,
                enumeration(absent.iter().copied())
            );
            let others =
                others.iter().map(|(other, _): &(&TransactionClaim<'_>, _)| claim.transaction_route(other));
            let wording = findings
                .at_key(claim.transaction_route(first), message)
                .help("add what is absent if the product supports it; such transactions come only as a set");
            others
                .fold(wording, |wording, route| wording.related_key(route, "this one too"))
                .rests_on_keys(&claim.route(), &["transactions", "base_url"]);
        }
    }
}

/// The set to which a transaction belongs and that lacks the least, with what it lacks; none where one is complete, or
/// where there is none.
fn nearest_set(known: &WebTransaction, listed: &[&str]) -> Option<(&'static WorkitemSet, Vec<&'static str>)> {
    let has = |set: &&WorkitemSet| set.mandatory.iter().chain(set.others).any(|name| *name == known.name);
    let absent = |set: &'static WorkitemSet| {
        let absent = set.mandatory.iter().copied().filter(|name| !listed.contains(name));
        (set, absent.collect::<Vec<_>>())
    };
    let nearest = WORKITEM_SETS.iter().filter(has).map(absent).min_by_key(|(_, absent)| absent.len())?;
    (!nearest.1.is_empty()).then_some(nearest)
}
