//! A matrix as one HTML page: the map first, then the pairs with their services.
//!
//! As on the page of findings, nothing that a document says becomes markup, and nothing but the page's own style and
//! script loads or runs.

mod map;
pub(super) mod pairs;

use std::io::{self, Write};

use super::{MatrixReport, named, verdict_of_pair};
use crate::compare::matrix::Pair;
use crate::pairing::{Verdict, Workflow};
use crate::report::comparison::wording::sign;
use crate::report::html::frame::{Frame, shown};

/// What the page may do. Written by `DICOMPLY_BLESS=1 cargo test`.
const POLICY: &str = include_str!("html/policy.txt");

/// How many pairs are shown with their services, the worst first.
const MOST_PAIRS: usize = 800;

pub(super) fn write(
    report: MatrixReport<'_>,
    address: &dyn Fn(usize) -> Option<String>,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut pairs = report.matrix.worst_first();
    let left_out = pairs.len().saturating_sub(MOST_PAIRS);
    pairs.truncate(MOST_PAIRS);
    let title = format!("How {} work together", report.about());
    let frame = frame(&title);
    let mut page = Vec::new();
    frame.head(&mut page)?;
    write_filters(report, &mut page)?;
    writeln!(page, "<main id=\"main\" tabindex=\"-1\">")?;
    write_opening(report, &mut page)?;
    map::write(report, &pairs, &mut page)?;
    pairs::write(report, &pairs, left_out, address, &mut page)?;
    frame.foot(&mut page)?;
    out.write_all(&page)
}

/// The frame of a page with this title.
pub(super) fn frame(title: &str) -> Frame<'_> {
    Frame {
        title,
        policy: POLICY,
        style: include_str!("html/style.css"),
        script: include_str!("html/script.js"),
        skip: "Skip to the matrix",
    }
}

fn write_opening(report: MatrixReport<'_>, out: &mut impl Write) -> io::Result<()> {
    let counts = report.tally().into_iter().filter(|(_, count)| *count > 0);
    let counts = counts.map(|(verdict, count)| {
        format!(
            "<span class=\"verdict {}\">{} {count} {}</span>",
            verdict.id(),
            mark(verdict),
            verdict_of_pair(verdict)
        )
    });
    writeln!(
        out,
        "<header class=\"opening\">\n<p class=\"kind\">Matrix by dicomply {}</p>\n<h1>{}</h1>\n\
         <p class=\"tally\"><span>{}s by their worst service:</span> {}</p>\n</header>",
        env!("CARGO_PKG_VERSION"),
        shown(&report.about()),
        if report.matrix.is_of_links { "Link" } else { "Pair" },
        counts.collect::<Vec<_>>().join(" ")
    )
}

/// The filters; the script shows them.
fn write_filters(report: MatrixReport<'_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "<div class=\"side\">\n<p class=\"bar\"><a href=\"#main\">Matrix</a></p>\n<details id=\"filters\" hidden>\n<summary>Filters</summary>\n<form>\n\
         <label>Search<input type=\"search\" name=\"q\" autocomplete=\"off\" spellcheck=\"false\"></label>\n\
         <fieldset><legend>Show</legend>\n\
         <label><input type=\"radio\" name=\"show\" value=\"all\" checked> Everything</label>\n\
         <label><input type=\"radio\" name=\"show\" value=\"problems\"> Only problems</label></fieldset>\n\
         <label>Product<select name=\"product\"><option value=\"\">all products</option>"
    )?;
    for (number, member) in report.matrix.members.iter().enumerate() {
        writeln!(out, "<option value=\"{}\">{} {}</option>", number + 1, number + 1, shown(&named(member)))?;
    }
    writeln!(
        out,
        "</select></label>\n<label>Service<select name=\"service\"><option value=\"\">all services</option>"
    )?;
    for workflow in Workflow::ALL {
        let services = report.matrix.services.iter().enumerate();
        for (number, service) in services.filter(|(_, service)| service.workflow == workflow) {
            writeln!(out, "<option value=\"s{}\">{}</option>", number + 1, shown(&service.name))?;
        }
    }
    writeln!(
        out,
        "</select></label>\n<p class=\"outcome\"><output></output> <button type=\"reset\">Show all</button></p>\n</form>\n</details>\n</div>"
    )
}

/// How a pair is called in the page.
fn pair_id(pair: &Pair) -> String {
    format!("p{}-{}", pair.members[0] + 1, pair.members[1] + 1)
}

/// A verdict as a sign.
pub(super) fn mark(verdict: Verdict) -> String {
    format!("<span class=\"sign\">{}</span>", sign(verdict))
}
