//! Whether a product meets requirements: each that is asked for, held against what its statement says.

mod claims;
mod contexts;
mod keys;
mod rest;
mod surroundings;
mod web;

use std::sync::Arc;

use serde::Serialize;

use super::together::{Compared, ComparedProduct, Evidence, Explanation};
use crate::model::survey::{Survey, Trail};
use crate::model::{Demand, Requirements};
use crate::pairing::{Product, Side, Verdict};
use crate::route::Route;

/// How far a requirement is met, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fulfilment {
    /// It is met.
    Met,
    /// It is met, within limits that are named.
    MetWithLimits,
    /// The statement does not say enough.
    CannotTell,
    /// It is not met.
    NotMet,
}

/// Whether a product meets requirements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Assessment {
    /// What the requirements are for.
    pub name: String,
    /// The product.
    pub product: ComparedProduct,
    /// The requirements, by area, in the author's order.
    pub requirements: Vec<Requirement>,
}

/// A requirement, and whether it is met. In its evidence side A are the requirements, side B is the statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Requirement {
    /// How much it is wanted.
    pub demand: Demand,
    /// What it belongs to: an activity, a web service, `Character sets`, …
    pub area: String,
    /// What is asked for.
    pub name: String,
    /// How far it is met.
    pub fulfilment: Fulfilment,
    /// Why it is not simply met.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Explanation>,
    /// Where it is asked for, and where the statement says something of it.
    pub evidence: Vec<Evidence>,
}

impl Fulfilment {
    /// All of them, best first.
    pub const ALL: [Self; 4] = [Self::Met, Self::MetWithLimits, Self::CannotTell, Self::NotMet];

    /// The words for people.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::MetWithLimits => "met with limits",
            Self::CannotTell => "cannot tell",
            Self::NotMet => "not met",
        }
    }

    const fn of(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Works => Self::Met,
            Verdict::WorksWithLimits => Self::MetWithLimits,
            Verdict::CannotTell => Self::CannotTell,
            Verdict::OneWay | Verdict::DoesNotWork | Verdict::NotClaimed => Self::NotMet,
        }
    }
}

impl Assessment {
    /// How far the worst of those requirements is met that must be; nothing where nothing must be.
    pub fn of_must(&self) -> Option<Fulfilment> {
        let musts = self
            .requirements
            .iter()
            .filter(|requirement| matches!(requirement.demand, Demand::Must | Demand::MustNot));
        musts.map(|requirement| requirement.fulfilment).max()
    }
}

/// Whether a product meets requirements.
pub fn assess(wanted: (crate::finding::DocumentId, &Requirements), offered: Compared<'_>) -> Assessment {
    let (document, requirements) = wanted;
    let statement = requirements.wanted();
    let ideal = Product::of(document, Arc::new(Survey::of(&statement)), |_| true);
    let survey = Arc::new(Survey::of(offered.statement));
    let product = Product::of(offered.document, survey, |_| true);
    let mut check = Check { ideal: &ideal, wanted: &ideal.survey, product: &product, found: Vec::new() };
    check.contexts();
    check.conformances();
    check.web();
    check.media();
    check.surroundings();
    check.rest();
    let found = check.found;
    let name = requirements.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    Assessment {
        name: name.unwrap_or("Requirements").to_owned(),
        product: ComparedProduct::of(offered),
        requirements: found,
    }
}

/// Requirements that are held against a product, as far as that has come.
struct Check<'c> {
    /// The product that would meet them all.
    ideal: &'c Product<'c>,
    wanted: &'c Survey<'c>,
    product: &'c Product<'c>,
    found: Vec<Requirement>,
}

/// What is being said of one requirement.
struct Asked {
    demand: Demand,
    area: String,
    name: String,
    /// Where it is asked for.
    route: Route,
}

impl Check<'_> {
    /// Enters a requirement with what the product says of it.
    fn enter(&mut self, asked: Asked, place: Option<Route>, reasons: Vec<(Verdict, &'static str, String)>) {
        let Asked { demand, area, name, route } = asked;
        let verdict = reasons.iter().map(|(verdict, ..)| *verdict).max().unwrap_or(Verdict::Works);
        let mut evidence = vec![Evidence { side: Side::One, route }];
        evidence.extend(place.map(|route| Evidence { side: Side::Other, route }));
        let reasons = reasons.into_iter().map(|(verdict, cause, message)| Explanation {
            cause,
            verdict,
            message,
            remedy: None,
            reference: None,
            evidence: Vec::new(),
        });
        let reasons = reasons.collect();
        let fulfilment = Fulfilment::of(verdict);
        self.found.push(Requirement { demand, area, name, fulfilment, reasons, evidence });
    }

    /// Enters what must not be there: met where it is not, not met where it is.
    fn enter_forbidden(&mut self, asked: Asked, place: Option<Route>, is_complete: bool) {
        let reasons = match (&place, is_complete) {
            (Some(_), _) => vec![(Verdict::DoesNotWork, "forbidden", "the product supports it".to_owned())],
            (None, true) => Vec::new(),
            (None, false) => {
                let message = "not all that the statement says can be understood".to_owned();
                vec![(Verdict::CannotTell, "unknown-contexts", message)]
            }
        };
        self.enter(asked, place, reasons);
    }

    fn route(&self, trail: Trail) -> Route {
        self.wanted.route(trail)
    }

    fn offered_route(&self, trail: Trail) -> Route {
        self.product.survey.route(trail)
    }
}
