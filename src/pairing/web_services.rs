//! The transactions of web services between two products, judged (PS3.18).

mod agreement;

use self::agreement::Exchange;
use super::service::{ServiceKind, Step, StepKind, Way};
use super::web_claim::WebClaim;
use super::{Cause, Product, Service, Side, Verdict, WebCause, WebPart};
use crate::model::survey::Trail;
use crate::model::{WebRole, WebServiceKind};

/// A transaction, by its service and its name as far as letter case does not matter.
type Transaction = (WebServiceKind, String);

/// The services, as far as they have been gathered.
#[derive(Default)]
struct Gathering<'c> {
    found: Vec<(Transaction, ServiceKind<'c>, [Option<Way<'c>>; 2])>,
}

impl<'c> Gathering<'c> {
    fn add(&mut self, asked: &'c WebClaim<'c>, way: Way<'c>) {
        let transaction = transaction(asked);
        let position = self.found.iter().position(|(known, ..)| *known == transaction).unwrap_or_else(|| {
            self.found.push((transaction, ServiceKind::Web(asked.service, asked.name), [None, None]));
            self.found.len() - 1
        });
        let (_, kind, ways) = &mut self.found[position];
        // Two may write the name of an unknown transaction differently.
        *kind = (*kind).min(ServiceKind::Web(asked.service, asked.name));
        let place = &mut ways[way.user as usize];
        if place.as_ref().is_none_or(|known| way.verdict < known.verdict) {
            *place = Some(way);
        }
    }
}

fn transaction(claim: &WebClaim<'_>) -> Transaction {
    (claim.service, claim.name.to_ascii_lowercase())
}

fn in_role<'c>(product: &'c Product<'c>, role: WebRole) -> impl Iterator<Item = &'c WebClaim<'c>> + Clone {
    product.web().claims.iter().filter(move |claim| claim.role == role)
}

/// The web services between two products.
pub(super) fn services<'c>(products: [&'c Product<'c>; 2], with_unasked: bool) -> Vec<Service<'c>> {
    let mut gathering = Gathering::default();
    for user in [Side::One, Side::Other] {
        for asked in in_role(products[user as usize], WebRole::UserAgent) {
            gathering.add(asked, way(products, user, asked));
        }
    }
    if with_unasked {
        for user in [Side::One, Side::Other] {
            unasked(products, user, &mut gathering);
        }
    }
    gathering.found.into_iter().map(|(_, kind, ways)| Service::of(kind, ways)).collect()
}

/// What only the origin server speaks of.
fn unasked<'c>(products: [&'c Product<'c>; 2], user: Side, gathering: &mut Gathering<'c>) {
    let asked: Vec<_> = in_role(products[user as usize], WebRole::UserAgent).map(transaction).collect();
    for answered in in_role(products[user.opposite() as usize], WebRole::OriginServer) {
        if !asked.contains(&transaction(answered)) {
            let reason = Cause::NobodyAsks(user).at(places(user, None, Some(answered.trail)));
            let step = Step::of(StepKind::Request, vec![reason]);
            gathering.add(answered, Way::of(user, vec![step], false));
        }
    }
}

fn places(user: Side, asked: Option<Trail>, answered: Option<Trail>) -> [Option<Trail>; 2] {
    match user {
        Side::One => [asked, answered],
        Side::Other => [answered, asked],
    }
}

/// What becomes of a transaction that a user agent asks for: the best over all services that answer it.
fn way<'c>(products: [&'c Product<'c>; 2], user: Side, asked: &'c WebClaim<'c>) -> Way<'c> {
    let server = products[user.opposite() as usize];
    let same =
        in_role(server, WebRole::OriginServer).filter(|claim| transaction(claim) == transaction(asked));
    let ways = same.map(|answered| met(user, asked, answered));
    ways.min_by_key(|way| way.verdict).unwrap_or_else(|| unmet(server, user, asked))
}

fn unmet<'c>(server: &'c Product<'c>, user: Side, asked: &'c WebClaim<'c>) -> Way<'c> {
    let claims = server.web();
    let denied = claims
        .denied
        .iter()
        .find(|(service, name, _)| *service == asked.service && name.eq_ignore_ascii_case(asked.name));
    let is_open = claims.open.iter().any(|(service, role)| {
        service.is_none_or(|service| service == asked.service)
            && role.is_none_or(|role| role == WebRole::OriginServer)
    });
    let cause = if denied.is_none() && is_open {
        WebCause::Unstated(user.opposite(), WebPart::Transactions)
    } else {
        WebCause::NoTransaction
    };
    let places = places(user, Some(asked.trail), denied.map(|(.., trail)| *trail));
    Way::of(user, vec![Step::of(StepKind::Request, vec![Cause::Web(cause).at(places)])], false)
}

fn met<'c>(user: Side, asked: &'c WebClaim<'c>, answered: &'c WebClaim<'c>) -> Way<'c> {
    let places = places(user, Some(asked.trail), Some(answered.trail));
    let mut causes = Exchange { user, asked, answered }.causes();
    for (side, claim) in [(user, asked.claim), (user.opposite(), answered.claim)] {
        causes.extend(Cause::of_claim(side, claim, ""));
    }
    let reasons = causes.into_iter().map(|cause| cause.at(places)).collect();
    let mut steps = vec![Step::of(StepKind::Request, reasons)];
    if asked.name == "Search" && steps[0].verdict != Verdict::DoesNotWork {
        let lacking = asked.keys.shortcomings(&answered.keys, user);
        steps.push(Step::of(
            StepKind::Keys,
            lacking.into_iter().map(|(cause, ..)| cause.at(places)).collect(),
        ));
    }
    Way::of(user, steps, true)
}
