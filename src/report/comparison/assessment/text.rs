//! Requirements and a product as text, for people at a terminal.

use std::io::{self, Write};

use super::{AgainstRequirements, DEMANDS, total, verdict, word};
use crate::compare::Fulfilment;
use crate::compare::requirements::Requirement;
use crate::compare::together::Evidence;
use crate::pairing::Side;
use crate::report::Page;
use crate::report::comparison::text::{shown, style};
use crate::report::comparison::wording;
use crate::report::paragraph::{BOLD, NONE, QUIET, fitting, write_hanging, write_wrapped};

/// How much of a line is quoted.
const LONGEST_QUOTE: usize = 60;

/// Where the reasons of a requirement stand.
const BELOW: &str = "      ";

pub(super) fn write(
    view: &AgainstRequirements<'_>,
    page: Page,
    is_verbose: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    let page = fitting(page);
    let product = &view.assessment.product;
    let versions = product.versions.join(", ");
    let name =
        if versions.is_empty() { product.name.clone() } else { format!("{} {versions}", product.name) };
    for (side, name) in [(Side::One, view.assessment.name.clone()), (Side::Other, name)] {
        let path = format!("({})", shown(view.side(side).path()));
        let parts = [(shown(&name), BOLD), (" ".to_owned(), NONE), (path, QUIET)];
        write_hanging(&parts, (&format!("{}  ", side.letter()), "   "), page, out)?;
    }
    let answer = format!("{}.", wording::capitalized(&shown(&view.answer())));
    let worst = view.assessment.of_must().unwrap_or(Fulfilment::Met);
    writeln!(out)?;
    write_wrapped(&[(answer, style(verdict(worst)))], "", page, out)?;
    for (area, requirements) in view.areas() {
        let told = |one: &&(usize, &Requirement)| is_verbose || one.1.fulfilment != Fulfilment::Met;
        let mut told = requirements.iter().filter(told).peekable();
        if told.peek().is_some() {
            writeln!(out)?;
            write_wrapped(&[(shown(area), BOLD)], "", page, out)?;
        }
        for (_, requirement) in told {
            write_requirement(view, requirement, page, is_verbose, out)?;
        }
    }
    writeln!(out)?;
    for demand in DEMANDS {
        let counts = total(&view.tally(demand));
        if !counts.is_empty() {
            writeln!(out, "{}: {counts}", word(demand))?;
        }
    }
    let next = if is_verbose { "" } else { "; --verbose tells where, and what is met" };
    writeln!(out, "requirements: {}{next}", view.assessment.requirements.len())
}

fn write_requirement(
    view: &AgainstRequirements<'_>,
    requirement: &Requirement,
    page: Page,
    is_verbose: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    let verdict = verdict(requirement.fulfilment);
    let parts = [
        (format!("{} ", wording::sign(verdict)), style(verdict)),
        (format!("{} ", word(requirement.demand)), BOLD),
        (format!("{}: ", shown(&requirement.name)), NONE),
        (requirement.fulfilment.as_str().to_owned(), style(verdict)),
    ];
    write_hanging(&parts, ("  ", "    "), page, out)?;
    for reason in &requirement.reasons {
        write_wrapped(&[(shown(&reason.message), QUIET)], BELOW, page, out)?;
        if let Some(remedy) = reason.remedy.as_ref().filter(|remedy| is_verbose && !remedy.is_empty()) {
            let help = [("help: ".to_owned(), BOLD), (shown(remedy), NONE)];
            write_hanging(&help, (BELOW, &format!("{BELOW}  ")), page, out)?;
        }
    }
    if is_verbose {
        requirement.evidence.iter().try_for_each(|evidence| write_evidence(view, evidence, page, out))?;
    }
    Ok(())
}

fn write_evidence(
    view: &AgainstRequirements<'_>,
    evidence: &Evidence,
    page: Page,
    out: &mut impl Write,
) -> io::Result<()> {
    let located = view.side(evidence.side);
    let found = located.find(&evidence.route);
    let place = found.as_ref().map_or_else(|| shown(&evidence.route.to_string()), |found| found.shown());
    let quote = found.and_then(|found| located.quote(&found, LONGEST_QUOTE)).unwrap_or_default();
    let parts = [(place, QUIET), (" ".to_owned(), NONE), (quote, NONE)];
    let lead = format!("{BELOW}{} ", evidence.side.letter());
    write_hanging(&parts, (&lead, &format!("{BELOW}  ")), page, out)
}
