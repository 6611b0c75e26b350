//! The web transactions that a product asks for or answers (PS3.18).

use super::{Flow, Party, Request, Side};
use crate::model::survey::{Survey, Trail};
use crate::model::{Demand, Support, WebRole, WebServiceKind};
use crate::standard::web_transaction;

/// A web transaction that a product asks for, or answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebOffer<'s> {
    /// The service of PS3.18.
    pub service: WebServiceKind,
    /// The transaction, by the name of PS3.18 where it has one.
    pub transaction: &'s str,
    /// Whether the product asks for it or answers it.
    pub role: WebRole,
    /// Where it stands.
    pub trail: Trail,
}

impl WebOffer<'_> {
    /// Whether it only tells what the other side can do.
    pub fn is_about_capabilities(&self) -> bool {
        self.transaction == CAPABILITIES
    }

    /// Which way its data goes.
    pub fn flow(&self) -> Flow {
        Flow::of_transaction(self.transaction)
    }
}

/// The transaction that asks what a service can do (PS3.18 8.9).
const CAPABILITIES: &str = "Retrieve Capabilities";

/// What a statement offers over the web, and whether that is all.
pub(super) fn web_offers<'s>(survey: &Survey<'s>) -> (Vec<WebOffer<'s>>, bool) {
    let services = &survey.statement.web_services;
    let is_claimed = |support: Option<Support>, demand: Option<Demand>| {
        support.is_none_or(Support::is_claim) && demand != Some(Demand::MustNot)
    };
    let is_told =
        services.values().filter(|service| is_claimed(service.support, service.demand)).all(|service| {
            service.role.is_some() && service.service.is_some() && !service.transactions.is_empty()
        });
    let offers = survey.transactions.iter().filter(|used| used.is_claimed).filter_map(|used| {
        let service = services.get(used.service)?;
        let kind = service.service?;
        let known = web_transaction::by_name(kind.as_str(), used.name);
        let transaction = known.map_or(used.name, |known| known.name);
        Some(WebOffer { service: kind, transaction, role: service.role?, trail: used.trail })
    });
    (offers.collect(), is_told)
}

/// The transactions that the first of two asks for and the second one answers.
pub(super) fn requests<'s>((asking, answering): (&Party<'s>, &Party<'s>), user: Side) -> Vec<Request<'s>> {
    let asked = asking.web_offers().iter().filter(|offer| offer.role == WebRole::UserAgent);
    let request = |asked: &WebOffer<'s>| {
        let answered = answering.web_offers().iter().find(|offer| {
            offer.role == WebRole::OriginServer
                && offer.service == asked.service
                && offer.transaction.eq_ignore_ascii_case(asked.transaction)
        })?;
        Some(Request { user, asked: asked.clone(), answered: answered.clone() })
    };
    asked.filter_map(request).collect()
}
