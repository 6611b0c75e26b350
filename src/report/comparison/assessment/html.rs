//! Requirements and a product as one HTML page: the answer, the counts, then requirement by requirement.

use std::io::{self, Write};

use super::{AgainstRequirements, DEMANDS, verdict, word};
use crate::compare::Fulfilment;
use crate::compare::requirements::Requirement;
use crate::pairing::{Side, Verdict};
use crate::report::comparison::html::reasons::{Sides, write_evidence, write_reasons};
use crate::report::comparison::html::{POLICY, SCRIPT, STYLE, sign};
use crate::report::comparison::wording;
use crate::report::html::frame::{Frame, counted, message, shown};

/// How many requirements that are not met stand there unfolded.
const MOST_OPEN: usize = 40;

pub(super) fn write(view: &AgainstRequirements<'_>, out: &mut impl Write) -> io::Result<()> {
    let frame = Frame {
        title: &wording::capitalized(&view.answer()),
        policy: POLICY,
        style: STYLE,
        script: SCRIPT,
        skip: "Skip to the requirements",
    };
    let sides = Sides {
        documents: [&view.sides[0], &view.sides[1]],
        names: [&view.assessment.name, &view.assessment.product.name],
    };
    frame.head(out)?;
    write_filters(out)?;
    writeln!(out, "<main id=\"main\" tabindex=\"-1\">")?;
    write_opening(view, out)?;
    write_counts(view, out)?;
    write_unmet(view, out)?;
    writeln!(
        out,
        "<section aria-labelledby=\"services\">\n<h2 id=\"services\">Requirements</h2>\n<div id=\"groups\">"
    )?;
    for (number, (area, requirements)) in view.areas().into_iter().enumerate() {
        writeln!(
            out,
            "<details class=\"group\" id=\"a{}\" open>\n<summary><h3><bdi>{}</bdi></h3> <span class=\"count\">{}</span></summary>",
            number + 1,
            shown(area),
            counted(requirements.len(), "requirement")
        )?;
        for (number, requirement) in requirements {
            write_requirement(&sides, number, requirement, out)?;
        }
        writeln!(out, "</details>")?;
    }
    writeln!(out, "</div>\n</section>")?;
    frame.foot(out)
}

fn write_filters(out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "<div class=\"side\">\n<p class=\"bar\"><a href=\"#main\">Requirements</a></p>\n<details id=\"filters\" hidden>\n<summary>Filters</summary>\n<form data-word=\"requirement\">\n\
         <label>Search<input type=\"search\" name=\"q\" autocomplete=\"off\" spellcheck=\"false\"></label>\n\
         <fieldset><legend>Show</legend>\n\
         <label><input type=\"radio\" name=\"show\" value=\"all\" checked> Everything</label>\n\
         <label><input type=\"radio\" name=\"show\" value=\"problems\"> Only problems</label></fieldset>\n\
         <label>Demand<select name=\"workflow\"><option value=\"\">every demand</option>"
    )?;
    for demand in DEMANDS {
        writeln!(out, "<option value=\"{}\">{}</option>", demand.as_str(), word(demand))?;
    }
    writeln!(
        out,
        "</select></label>\n<p class=\"outcome\"><output></output> <button type=\"reset\">Show all</button></p>\n</form>\n</details>\n</div>"
    )
}

fn write_opening(view: &AgainstRequirements<'_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "<header class=\"opening\">\n<p class=\"kind\">Assessment by dicomply {}</p>\n<h1>{}</h1>",
        env!("CARGO_PKG_VERSION"),
        shown(&wording::capitalized(&view.answer()).replace('`', ""))
    )?;
    let product = &view.assessment.product;
    let names = [
        (Side::One, &view.assessment.name, String::new()),
        (Side::Other, &product.name, product.versions.join(", ")),
    ];
    for (side, name, versions) in names {
        let located = view.side(side);
        writeln!(
            out,
            "<p class=\"product\"><b class=\"side-letter\">{}</b> <bdi>{}</bdi> <span class=\"versions\"><bdi>{}</bdi></span> <span class=\"file\"><bdi>{}</bdi></span></p>",
            side.letter(),
            shown(name),
            shown(&versions),
            shown(located.path())
        )?;
        if located.read.errors > 0 {
            writeln!(
                out,
                "<p class=\"doubt\"><b>The assessment rests on what could be read:</b> <bdi>{}</bdi> has {}.</p>",
                shown(located.path()),
                counted(located.read.errors, "error")
            )?;
        }
    }
    writeln!(out, "</header>")
}

fn write_counts(view: &AgainstRequirements<'_>, out: &mut impl Write) -> io::Result<()> {
    write!(out, "<table id=\"counts\">\n<thead><tr><th scope=\"col\">Demand</th>")?;
    for fulfilment in Fulfilment::ALL {
        write!(out, "<th scope=\"col\" class=\"end\">{}</th>", badge(fulfilment))?;
    }
    writeln!(out, "</tr></thead>\n<tbody>")?;
    for demand in DEMANDS {
        let tally = view.tally(demand);
        if tally.iter().all(|(_, count)| *count == 0) {
            continue;
        }
        write!(out, "<tr><th scope=\"row\">{}</th>", word(demand))?;
        for (_, count) in tally {
            if count == 0 {
                write!(out, "<td class=\"end none\">–</td>")?;
            } else {
                write!(out, "<td class=\"end\">{count}</td>")?;
            }
        }
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</tbody>\n</table>")
}

/// What is not met, what must be first.
fn write_unmet(view: &AgainstRequirements<'_>, out: &mut impl Write) -> io::Result<()> {
    let all = || view.assessment.requirements.iter().enumerate();
    let unmet =
        |demand| all().filter(move |(_, one)| one.demand == demand && one.fulfilment == Fulfilment::NotMet);
    let unmet: Vec<_> = DEMANDS.into_iter().flat_map(unmet).collect();
    if unmet.is_empty() {
        return Ok(());
    }
    let open = if unmet.len() > MOST_OPEN { "" } else { " open" };
    writeln!(
        out,
        "<details class=\"table\" id=\"remedies\"{open}>\n<summary><h2>What is not met</h2> <span class=\"count\">{}</span></summary>\n<ul class=\"remedies\">",
        unmet.len()
    )?;
    for (number, requirement) in unmet {
        let reason = requirement.reasons.first().map(|reason| message(&reason.message)).unwrap_or_default();
        writeln!(
            out,
            "<li><span class=\"verdict does_not_work\">{} {}</span> <a href=\"#r{}\">{}</a> <span class=\"because\"><bdi>{}</bdi>: {reason}</span></li>",
            sign(Verdict::DoesNotWork),
            word(requirement.demand),
            number + 1,
            message(&requirement.name),
            shown(&requirement.area)
        )?;
    }
    writeln!(out, "</ul>\n</details>")
}

fn write_requirement(
    sides: &Sides<'_, '_>,
    number: usize,
    requirement: &Requirement,
    out: &mut impl Write,
) -> io::Result<()> {
    let verdict = verdict(requirement.fulfilment);
    writeln!(
        out,
        "<section class=\"item way\" id=\"r{}\" data-verdict=\"{}\" data-workflow=\"{}\">\n\
         <h4><span class=\"verdict {1}\">{}</span> {}</h4>\n<p class=\"direction\"><b>{}</b> {}</p>",
        number + 1,
        verdict.id(),
        requirement.demand.as_str(),
        sign(verdict),
        message(&requirement.name),
        word(requirement.demand),
        badge(requirement.fulfilment)
    )?;
    write_reasons(sides, &requirement.reasons, out)?;
    write_evidence(sides, &requirement.evidence, out)?;
    writeln!(out, "</section>")
}

/// A fulfilment as a sign and in words.
fn badge(fulfilment: Fulfilment) -> String {
    let verdict = verdict(fulfilment);
    format!("<span class=\"verdict {}\">{} {}</span>", verdict.id(), sign(verdict), fulfilment.as_str())
}
