//! Whether a product meets requirements → text for people, forms for programs.

mod html;
mod json;
mod markdown;
mod text;

use std::io::{self, Write};

use super::ReadStatement;
use super::statement::Located;
use crate::compare::requirements::Requirement;
use crate::compare::{Assessment, Fulfilment};
use crate::model::Demand;
use crate::pairing::{Side, Verdict};
use crate::report::Page;

pub use self::json::schema;

/// Whether a product meets requirements, with the places of both documents in files.
#[derive(Debug)]
pub struct AgainstRequirements<'c> {
    assessment: &'c Assessment,
    sides: [Located<'c>; 2],
}

/// The demands, the strongest first.
const DEMANDS: [Demand; 4] = [Demand::Must, Demand::MustNot, Demand::Should, Demand::May];

impl<'c> AgainstRequirements<'c> {
    /// What was assessed, the requirements and the statement of which that was done.
    pub fn new(assessment: &'c Assessment, documents: [ReadStatement<'c>; 2]) -> Self {
        Self { assessment, sides: documents.map(Located::of) }
    }

    /// Writes it for people: what is not met, and the count as the last line. What is verbose says all, and what it rests on.
    pub fn write_text(&self, page: Page, is_verbose: bool, out: &mut impl Write) -> io::Result<()> {
        text::write(self, page, is_verbose, out)
    }

    /// Writes it as Markdown, for comments and wikis.
    pub fn write_markdown(&self, out: &mut impl Write) -> io::Result<()> {
        markdown::write(self, out)
    }

    /// Writes all of it as one JSON object; lines and columns count from 1, columns in characters.
    pub fn write_json(&self, out: &mut impl Write) -> io::Result<()> {
        json::write(self, out)
    }

    /// Writes one HTML page that asks no network.
    pub fn write_html(&self, out: &mut impl Write) -> io::Result<()> {
        html::write(self, out)
    }

    fn side(&self, side: Side) -> &Located<'c> {
        match side {
            Side::One => &self.sides[0],
            Side::Other => &self.sides[1],
        }
    }

    /// How many requirements of a demand there are of each fulfilment, the best first.
    fn tally(&self, demand: Demand) -> [(Fulfilment, usize); 4] {
        let of = |fulfilment| {
            let all = self.assessment.requirements.iter();
            all.filter(|one| one.demand == demand && one.fulfilment == fulfilment).count()
        };
        Fulfilment::ALL.map(|fulfilment| (fulfilment, of(fulfilment)))
    }

    /// The requirements by what they belong to, with their positions, in the author's order.
    fn areas(&self) -> Vec<(&'c str, Vec<(usize, &'c Requirement)>)> {
        let mut areas: Vec<(&str, Vec<(usize, &Requirement)>)> = Vec::new();
        for (number, requirement) in self.assessment.requirements.iter().enumerate() {
            match areas.iter_mut().find(|(area, _)| *area == requirement.area) {
                Some((_, some)) => some.push((number, requirement)),
                None => areas.push((&requirement.area, vec![(number, requirement)])),
            }
        }
        areas
    }

    /// The answer in a sentence without its end.
    fn answer(&self) -> String {
        let Assessment { name, product, .. } = self.assessment;
        let product = &product.name;
        match self.assessment.of_must() {
            None => format!("`{name}` asks nothing that {product} must do"),
            Some(Fulfilment::Met) => format!("{product} meets every must of `{name}`"),
            Some(Fulfilment::MetWithLimits) => {
                format!("{product} meets every must of `{name}`, some with limits")
            }
            Some(Fulfilment::CannotTell) => {
                format!("it cannot be told whether {product} meets every must of `{name}`")
            }
            Some(Fulfilment::NotMet) => format!("{product} does not meet every must of `{name}`"),
        }
    }
}

/// The verdict that says of a service what a fulfilment says of a requirement: both share signs and colours.
const fn verdict(fulfilment: Fulfilment) -> Verdict {
    match fulfilment {
        Fulfilment::Met => Verdict::Works,
        Fulfilment::MetWithLimits => Verdict::WorksWithLimits,
        Fulfilment::CannotTell => Verdict::CannotTell,
        Fulfilment::NotMet => Verdict::DoesNotWork,
    }
}

/// The word of a demand for people.
const fn word(demand: Demand) -> &'static str {
    match demand {
        Demand::MustNot => "must not",
        other => other.as_str(),
    }
}

/// The word of a fulfilment for programs.
const fn id(fulfilment: Fulfilment) -> &'static str {
    match fulfilment {
        Fulfilment::Met => "met",
        Fulfilment::MetWithLimits => "met_with_limits",
        Fulfilment::CannotTell => "cannot_tell",
        Fulfilment::NotMet => "not_met",
    }
}

/// Counts in a line; nothing where there is none.
fn total(tally: &[(Fulfilment, usize)]) -> String {
    let some = tally.iter().filter(|(_, count)| *count > 0);
    let some: Vec<String> =
        some.map(|(fulfilment, count)| format!("{count} {}", fulfilment.as_str())).collect();
    some.join(", ")
}
