//! One finding: what is wrong, where, the lines, the remedy, what it has to do with.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::Page;
use super::frame::{message, shown};
use crate::render::html::escaped;
use crate::report::excerpt::{Excerpt, ShownLine};
use crate::report::{Located, Spot};

/// How many columns of a line are shown.
const COLUMNS: usize = 112;

/// How many other places are listed.
const MOST_RELATED: usize = 20;

/// Writes findings with their positions in the report. `shown_before` counts the excerpts of each rule.
pub(super) fn write_findings<'f>(
    page: &Page<'_>,
    findings: &[(usize, &'f Located<'_>)],
    shown_before: &mut BTreeMap<&'f str, usize>,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "<ol class=\"findings\">")?;
    for (order, located) in findings {
        let excerpts = shown_before.entry(&*located.finding.rule).or_default();
        *excerpts += 1;
        write_finding(page, *order, located, *excerpts <= page.excerpts, out)?;
    }
    writeln!(out, "</ol>")
}

fn write_finding(
    page: &Page<'_>,
    order: usize,
    located: &Located<'_>,
    has_excerpt: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    let (finding, report) = (located.finding, page.report);
    let (rule, severity, at) = (shown(&finding.rule), finding.severity, report.start(located));
    let (path, print) = (shown(report.path(located.spot.file)), escaped(report.fingerprint(located)));
    writeln!(
        out,
        "<li class=\"finding\" id=\"f-{print}\" data-order=\"{order}\" data-severity=\"{severity}\" data-rule=\"{rule}\" data-file=\"{path}\">\n\
         <p class=\"what\"><span class=\"severity {severity}\">{severity}</span> {}</p>",
        message(&finding.message)
    )?;
    write!(
        out,
        "<p class=\"where\"><a class=\"place\" href=\"#f-{print}\"><span class=\"path\"><bdi>{path}</bdi>:</span>{}:{}</a> \
         <a class=\"rule\" href=\"#rule-{rule}\">{rule}</a>",
        at.line, at.column
    )?;
    if let Some(route) = finding.place.route().map(ToString::to_string).filter(|route| !route.is_empty()) {
        write!(out, " <bdi class=\"route\">{}</bdi>", shown(&route))?;
    }
    writeln!(out, "</p>")?;
    if has_excerpt {
        write_excerpt(&Excerpt::of(report, located, COLUMNS).0, out)?;
    }
    if let Some(help) = &finding.help {
        writeln!(out, "<p class=\"help\"><b>help</b> {}</p>", message(help))?;
    }
    if let Some(reason) = finding.allowed.as_deref().filter(|reason| !reason.is_empty()) {
        writeln!(out, "<p class=\"help\"><b>allowed</b> {}</p>", message(reason))?;
    }
    write_related(page, located, out)?;
    writeln!(out, "</li>")
}

/// Writes lines of a file with their numbers and marks.
pub(in crate::report) fn write_excerpt(excerpt: &Excerpt, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "<pre class=\"excerpt\">")?;
    let mut next = None;
    for line in excerpt.lines() {
        let gap = if next.is_some_and(|next| next != line.number) { " gap" } else { "" };
        next = Some(line.number + 1);
        // The line ends inside its element: outside it would be a line of its own.
        write!(out, "<span class=\"line{gap}\" data-line=\"{}\">{}\n</span>", line.number, marked(&line))?;
    }
    writeln!(out, "</pre>")
}

/// The text of a line with its marks; a mark without width is a caret.
fn marked(line: &ShownLine<'_>) -> String {
    let mut written = String::with_capacity(line.text.len() + 32);
    let mut done = 0;
    for (range, is_own) in &line.marks {
        let (Some(before), Some(inside)) = (line.text.get(done..range.start), line.text.get(range.clone()))
        else {
            continue;
        };
        let class = match (is_own, inside.is_empty()) {
            (true, false) => "",
            (true, true) => " class=\"caret\"",
            (false, false) => " class=\"other\"",
            (false, true) => continue,
        };
        written.extend([escaped(before).as_str(), "<mark", class, ">", escaped(inside).as_str(), "</mark>"]);
        done = range.end;
    }
    written + &escaped(line.text.get(done..).unwrap_or_default())
}

fn write_related(page: &Page<'_>, located: &Located<'_>, out: &mut impl Write) -> io::Result<()> {
    let related = &located.finding.related;
    if related.is_empty() {
        return Ok(());
    }
    writeln!(out, "<ul class=\"related\">")?;
    for one in related.iter().take(MOST_RELATED) {
        let Spot { file, start, .. } = page.report.spot(&one.place);
        let at = page.report.position(file, start);
        let path = shown(page.report.path(file));
        writeln!(
            out,
            "<li><span class=\"place\"><bdi>{path}</bdi>:{}:{}</span> {}</li>",
            at.line,
            at.column,
            message(&one.message)
        )?;
    }
    if related.len() > MOST_RELATED {
        writeln!(out, "<li>and {} more places</li>", related.len() - MOST_RELATED)?;
    }
    writeln!(out, "</ul>")
}
