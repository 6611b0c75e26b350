//! The media types that the lists of an origin server lack.

use super::rule::StatementSubject;
use super::web_services::{TransactionClaim, WebClaim, is_claim};
use crate::model::{MediaType, WebRole};
use crate::route::Route;
use crate::standard::web_resource::{self, Meant};

/// What a list of media types lacks.
pub(super) struct Gap<'s> {
    /// The list: that of a transaction, or that of its service where the transaction has none.
    pub(super) list: Route,
    /// The media types.
    pub(super) absent: Vec<&'static str>,
    /// The transactions that have to support them, by the author's names.
    pub(super) transactions: Vec<&'s str>,
    /// The service.
    pub(super) service: Route,
}

/// The gaps of a statement, one for each list.
pub(super) fn gaps<'s>(subject: &'s StatementSubject<'_>) -> Vec<Gap<'s>> {
    let year = year(subject.statement.statement.edition.as_deref());
    let mut gaps: Vec<Gap<'s>> = Vec::new();
    for claim in subject.web_claims().iter().filter(|claim| claim.service.role == Some(WebRole::OriginServer))
    {
        for (transaction, known) in claim.known_transactions() {
            let own = &transaction.transaction.media_types;
            let Some(listed) = listed(own.iter().chain(claim.service.media_types.iter())) else { continue };
            let kind = claim.service.service.map(|kind| kind.as_str()).unwrap_or_default();
            let contents = contents(transaction, known.name);
            let mut absent = web_resource::required_media_types(kind, known.name, contents.as_deref(), year);
            absent.retain(|required| !listed.iter().any(|media_type| media_type == required));
            if !absent.is_empty() {
                note(&mut gaps, claim, transaction, absent);
            }
        }
    }
    gaps
}

fn note<'s>(
    gaps: &mut Vec<Gap<'s>>,
    claim: &WebClaim<'s>,
    transaction: &TransactionClaim<'s>,
    absent: Vec<&'static str>,
) {
    let is_own = !transaction.transaction.media_types.is_empty();
    let holder = if is_own { claim.transaction_route(transaction) } else { claim.route() };
    let list = holder.key("media_types");
    match gaps.iter_mut().find(|gap| gap.list == list) {
        Some(gap) => {
            gap.transactions.push(transaction.name);
            gap.absent.extend(
                absent.into_iter().filter(|media_type| !gap.absent.contains(media_type)).collect::<Vec<_>>(),
            );
        }
        None => gaps.push(Gap { list, absent, transactions: vec![transaction.name], service: claim.route() }),
    }
}

/// The media types that are listed; none where nothing is, or where an entry is no media type and may stand for any.
fn listed<'a>(media_types: impl Iterator<Item = &'a MediaType>) -> Option<Vec<String>> {
    let claimed = media_types.filter(|media_type| is_claim(media_type.support));
    let parts = |media_type: &MediaType| {
        web_resource::media_type_of_parts(media_type.name.as_deref().unwrap_or_default())
    };
    claimed.map(parts).collect::<Option<Vec<_>>>().filter(|listed| !listed.is_empty())
}

/// What the resources of a retrieval return; none where it lists no resources.
fn contents(transaction: &TransactionClaim<'_>, name: &str) -> Option<Vec<&'static str>> {
    let resources = &transaction.transaction.resources;
    let claimed = resources.iter().filter(|resource| is_claim(resource.support));
    let known = claimed.filter_map(|resource| {
        match web_resource::by_text(name, resource.path.as_deref().unwrap_or_default()) {
            Meant::Known(known) => Some(known.content),
            Meant::Other | Meant::Unclear => None,
        }
    });
    (!resources.is_empty()).then(|| known.collect())
}

/// The year of an edition such as `2024d`.
fn year(edition: Option<&str>) -> Option<u16> {
    edition?.trim().get(..4)?.parse().ok()
}
