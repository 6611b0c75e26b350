//! Whether two products work together → text for people, forms for programs.

mod assessment;
mod html;
mod json;
mod markdown;
mod statement;
pub(super) mod text;
pub(super) mod wording;

use std::io::{self, Write};

use self::statement::Located;
use super::Page;
use crate::compare::Comparison;
use crate::compare::together::{ComparedService, ComparedWay, Explanation};
use crate::model::Document;
use crate::pairing::{Side, Verdict, Workflow};
use crate::source::Sources;

pub use self::assessment::{AgainstRequirements, schema as assessment_schema};
pub use self::json::schema as comparison_schema;

/// A statement that is compared, and what is known of how it was read.
#[derive(Debug, Clone, Copy)]
pub struct ReadStatement<'r> {
    /// What it says.
    pub document: &'r Document,
    /// The files that it was read from.
    pub sources: &'r Sources,
    /// How much of it could not be understood.
    pub errors: usize,
}

/// Whether two products work together, with the places of their statements in files.
#[derive(Debug)]
pub struct SideBySide<'c> {
    comparison: &'c Comparison,
    sides: [Located<'c>; 2],
}

/// How many services there are of a verdict.
type Tally = [(Verdict, usize); 6];

impl<'c> SideBySide<'c> {
    /// What was compared, and the two statements of which that was done.
    pub fn new(comparison: &'c Comparison, statements: [ReadStatement<'c>; 2]) -> Self {
        Self { comparison, sides: statements.map(Located::of) }
    }

    /// Writes it for people: a line for each service by what people do with it, and the count as the last line. What is
    /// verbose says as well what it rests on and what would mend it.
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

    /// What a side is called: by its product without the vendor, where that tells one from the other.
    fn name(&self, side: Side) -> &'c str {
        let own = |side: Side| {
            let name = self.side(side).statement().and_then(|statement| statement.product.name.as_deref());
            name.map(str::trim).filter(|name| !name.is_empty())
        };
        match own(side) {
            Some(name) if own(side.opposite()) != Some(name) => name,
            _ if self.comparison.products[0].name != self.comparison.products[1].name => {
                &self.comparison.products[side as usize].name
            }
            _ if side == Side::One => "the first product",
            _ => "the second product",
        }
    }

    /// How many services there are of each verdict, the best first. One that both sides ask of each other counts for each
    /// of them, unless it goes one way.
    fn tally(&self) -> Tally {
        let verdicts: Vec<Verdict> = self.comparison.services.iter().flat_map(verdicts).collect();
        Verdict::ALL.map(|verdict| (verdict, verdicts.iter().filter(|one| **one == verdict).count()))
    }

    /// The services by what people do with them, with their positions; without workflows that have none.
    fn workflows(&self) -> Vec<(Workflow, Vec<(usize, &'c ComparedService)>)> {
        let of = |workflow: Workflow| {
            let services = self.comparison.services.iter().enumerate();
            (workflow, services.filter(|(_, service)| service.workflow == workflow).collect::<Vec<_>>())
        };
        Workflow::ALL.into_iter().map(of).filter(|(_, services)| !services.is_empty()).collect()
    }
}

/// What there is to count of a service.
fn verdicts(service: &ComparedService) -> Vec<Verdict> {
    match service.verdict {
        Verdict::OneWay => vec![Verdict::OneWay],
        _ => service.ways.iter().map(|way| way.verdict).collect(),
    }
}

/// Why something is as it is, what decides first.
fn reasons(way: &ComparedWay) -> Vec<&Explanation> {
    let mut reasons: Vec<&Explanation> = way.steps.iter().flat_map(|step| &step.reasons).collect();
    reasons.sort_by_key(|reason| match reason.verdict {
        Verdict::NotClaimed => 0,
        verdict => Verdict::ALL.len() - verdict as usize,
    });
    let mut known: Vec<&Explanation> = Vec::new();
    for reason in reasons {
        if !known.iter().any(|one| one.message == reason.message) {
            known.push(reason);
        }
    }
    known
}
