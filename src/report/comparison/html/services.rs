//! The services by what people do with them: their steps, and why they do not simply work.

use std::io::{self, Write};

use super::overview::heading;
use super::reasons::write_reasons;
use super::{Page, sign, way_id};
use crate::compare::together::{ComparedService, ComparedStep, ComparedWay};
use crate::pairing::{Side, Verdict};
use crate::report::html::frame::{counted, shown};

/// How many presentation contexts of a step are linked.
const MOST_LINKS: usize = 6;

pub(super) fn write(page: &Page<'_, '_>, out: &mut impl Write) -> io::Result<()> {
    if page.view.comparison.services.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "<section aria-labelledby=\"services\">\n<h2 id=\"services\">Services</h2>\n<div id=\"groups\">"
    )?;
    for (workflow, services) in page.view.workflows() {
        let ways = || {
            services
                .iter()
                .flat_map(|(number, service)| service.ways.iter().map(move |way| (*number, *service, way)))
        };
        writeln!(
            out,
            "<details class=\"group\" id=\"w-{}\" open>\n<summary><h3>{}</h3> <span class=\"count\">{}</span></summary>",
            workflow.id(),
            workflow.as_str(),
            counted(ways().count(), "service")
        )?;
        for (number, service, way) in ways().filter(|(.., way)| way.verdict != Verdict::NotClaimed) {
            write_way(page, number, service, way, out)?;
        }
        let unasked: Vec<_> = ways().filter(|(.., way)| way.verdict == Verdict::NotClaimed).collect();
        write_unasked(page, &unasked, out)?;
        writeln!(out, "</details>")?;
    }
    writeln!(out, "</div>\n</section>")
}

/// What a service can be filtered by.
fn attributes(page: &Page<'_, '_>, number: usize, service: &ComparedService, way: &ComparedWay) -> String {
    let contexts = way.steps.iter().flat_map(|step| step.contexts.iter().copied());
    let evidence = way.steps.iter().flat_map(|step| &step.reasons).flat_map(|reason| &reason.evidence);
    format!(
        "id=\"{}\" data-verdict=\"{}\" data-workflow=\"{}\" data-service=\"s{}\" data-entities=\"{}\"",
        way_id(number, way),
        way.verdict.id(),
        service.workflow.id(),
        number + 1,
        page.entities_of(contexts, evidence)
    )
}

fn write_way(
    page: &Page<'_, '_>,
    number: usize,
    service: &ComparedService,
    way: &ComparedWay,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "<section class=\"item way\" {}>", attributes(page, number, service, way))?;
    writeln!(out, "{}\n<ol class=\"steps\">", heading(page, service, way))?;
    for step in &way.steps {
        write_step(page, step, out)?;
    }
    writeln!(out, "</ol>\n</section>")
}

fn write_step(page: &Page<'_, '_>, step: &ComparedStep, out: &mut impl Write) -> io::Result<()> {
    let verdict = step.verdict;
    writeln!(
        out,
        "<li><p class=\"step\"><span class=\"verdict {0}\">{1}</span> <b>{2}</b> <span class=\"verdict {0}\">{3}</span>{4}</p>",
        verdict.id(),
        sign(verdict),
        step.kind.as_str(),
        verdict.as_str(),
        links(page, step)
    )?;
    write_reasons(&page.sides, &step.reasons, out)?;
    writeln!(out, "</li>")
}

/// Where the presentation contexts of a step stand side by side.
fn links(page: &Page<'_, '_>, step: &ComparedStep) -> String {
    let is_unasked = |number: &usize| {
        page.view.comparison.contexts.get(*number).is_none_or(|one| one.verdict == Verdict::NotClaimed)
    };
    // What nobody asks for stands at the end of the page.
    let asked =
        step.contexts.iter().filter(|number| step.verdict == Verdict::NotClaimed || !is_unasked(number));
    let asked: Vec<usize> = asked.copied().collect();
    let mut rows: Vec<usize> = asked.iter().filter_map(|number| page.row_of(*number)).collect();
    rows.sort_unstable();
    rows.dedup();
    let all = counted(asked.len(), "presentation context");
    match rows.as_slice() {
        [] => String::new(),
        [row] => format!(" <a class=\"contexts\" href=\"#c{row}\">{all}</a>"),
        rows => {
            let links = rows.iter().take(MOST_LINKS).map(|row| format!("<a href=\"#c{row}\">{row}</a>"));
            let more = if rows.len() > MOST_LINKS { " …" } else { "" };
            format!(
                " <span class=\"contexts\">{all}, rows {}{more}</span>",
                links.collect::<Vec<_>>().join(" ")
            )
        }
    }
}

/// What one side would do, and nobody asks for.
fn write_unasked(
    page: &Page<'_, '_>,
    ways: &[(usize, &ComparedService, &ComparedWay)],
    out: &mut impl Write,
) -> io::Result<()> {
    if ways.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "<details class=\"unasked\">\n<summary>Not asked for <span class=\"count\">{}</span></summary>\n<ul>",
        ways.len()
    )?;
    for (number, service, way) in ways {
        let provider = way.user.opposite();
        writeln!(
            out,
            "<li class=\"item\" {}>{} <bdi>{}</bdi> <span class=\"because\">{} would do it{}</span></li>",
            attributes(page, *number, service, way),
            sign(Verdict::NotClaimed),
            shown(&service.name),
            page.product(provider),
            place(page, provider, way)
        )?;
    }
    writeln!(out, "</ul>\n</details>")
}

/// Where a side says that it would do something.
fn place(page: &Page<'_, '_>, side: Side, way: &ComparedWay) -> String {
    let evidence = way.steps.iter().flat_map(|step| &step.reasons).flat_map(|reason| &reason.evidence);
    let mut of_side = evidence.filter(|one| one.side == side);
    let found = of_side.next().and_then(|one| page.view.side(side).find(&one.route));
    found
        .map(|found| format!(", <span class=\"place\"><bdi>{}</bdi></span>", shown(&found.shown())))
        .unwrap_or_default()
}
