//! Requirements and a product as Markdown: for comments and wikis.

use std::io::{self, Write};

use super::{AgainstRequirements, DEMANDS, total, verdict, word};
use crate::compare::requirements::Requirement;
use crate::report::comparison::markdown::{shown, text, told};
use crate::report::comparison::wording;
use crate::report::markdown::marked;

pub(super) fn write(view: &AgainstRequirements<'_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "## {}\n", marked(&shown(&wording::capitalized(&view.answer()))))?;
    writeln!(out, "| demand | requirements |\n|---|---|")?;
    for demand in DEMANDS {
        let counts = total(&view.tally(demand));
        if !counts.is_empty() {
            writeln!(out, "| {} | {counts} |", word(demand))?;
        }
    }
    for (area, requirements) in view.areas() {
        writeln!(out, "\n### {}\n", text(area))?;
        writeln!(out, "| | demand | requirement | why |\n|---|---|---|---|")?;
        for (_, requirement) in requirements {
            write_requirement(requirement, out)?;
        }
    }
    Ok(())
}

fn write_requirement(requirement: &Requirement, out: &mut impl Write) -> io::Result<()> {
    let reasons: Vec<String> = requirement.reasons.iter().map(told).collect();
    writeln!(
        out,
        "| {} {} | {} | {} | {} |",
        wording::sign(verdict(requirement.fulfilment)),
        requirement.fulfilment.as_str(),
        word(requirement.demand),
        text(&requirement.name),
        reasons.join("<br>")
    )
}
