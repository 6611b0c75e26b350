//! The media types that the lists of an origin server lack.

use std::collections::HashSet;

use super::rule::StatementSubject;
use super::web_services::{TransactionClaim, WebClaim, is_claim};
use crate::model::{MediaType, WebRole, WebServiceKind};
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
    let servers =
        subject.web_claims().iter().filter(|claim| claim.service.role == Some(WebRole::OriginServer));
    servers.flat_map(|claim| gaps_of(claim, year)).collect()
}

fn gaps_of<'s>(claim: &WebClaim<'s>, year: Option<u16>) -> Vec<Gap<'s>> {
    let Some(shared) = listed(&claim.service.media_types) else { return Vec::new() };
    let kind = claim.service.service.map(WebServiceKind::as_str).unwrap_or_default();
    let service = claim.route();
    let mut of_service: Option<Gap<'s>> = None;
    let mut gaps = Vec::new();
    for (used, known) in claim.known_transactions() {
        let Some(own) = listed(&used.transaction.media_types) else { continue };
        let contents = contents(used, known.name);
        let mut absent = web_resource::required_media_types(kind, known.name, contents.as_deref(), year);
        absent.retain(|required| !own.contains(*required) && !shared.contains(*required));
        if absent.is_empty() || (own.is_empty() && shared.is_empty()) {
            continue;
        }
        let gap = |holder: Route, absent| Gap {
            list: holder.key("media_types"),
            absent,
            transactions: vec![used.name],
            service: service.clone(),
        };
        match &mut of_service {
            _ if !own.is_empty() => gaps.push(gap(claim.transaction_route(used), absent)),
            None => of_service = Some(gap(service.clone(), absent)),
            Some(known) => {
                absent.retain(|media_type| !known.absent.contains(media_type));
                known.absent.extend(absent);
                known.transactions.push(used.name);
            }
        }
    }
    gaps.extend(of_service);
    gaps
}

/// The media types that a list has; none where an entry is no media type and may stand for any.
fn listed(media_types: &[MediaType]) -> Option<HashSet<String>> {
    let claimed = media_types.iter().filter(|media_type| is_claim(media_type.support));
    let parts = |media_type: &MediaType| {
        web_resource::media_type_of_parts(media_type.name.as_deref().unwrap_or_default())
    };
    claimed.map(parts).collect()
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
