//! Findings as text, for people.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Write};

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode};

use super::excerpt::Excerpt;
use super::plain::{cropped, plain};
use super::{Located, Page, Report};
use crate::finding::Severity;
use crate::lint::rule;

/// How many findings are written out. Nobody reads more at once, and machine formats have them all.
const MOST: usize = 100;

/// How long a message or a help may be: enough for every one of ours, and for a quoted value of some length.
const LONGEST_TEXT: usize = 600;

/// The narrowest page that can be laid out.
const NARROWEST: usize = 40;

/// The widest page that reads well.
const WIDEST: usize = 120;

pub(super) fn write(report: &Report<'_>, page: Page, out: &mut impl Write) -> io::Result<()> {
    if report.sources.is_empty() {
        return Ok(()); // Whoever could not read a file says so; there is nothing to sum up.
    }
    let page = Page { width: page.width.clamp(NARROWEST, WIDEST), ..page };
    let handler = handler(page);
    let shown = most_severe(&report.findings);
    for located in &shown {
        let mut text = String::new();
        // Writing into a text cannot fail but for an excerpt that contradicts itself; the finding is said anyway.
        if handler.render_report(&mut text, &Shown::new(report, located, page)).is_err() {
            text = in_one_line(report, located);
        }
        writeln!(out, "{}\n", text.trim_end())?;
    }
    write_rest(report, shown.len(), out)?;
    writeln!(out, "{}{}", report.summary, next_step(report))
}

fn handler(page: Page) -> GraphicalReportHandler {
    let mut theme =
        if page.is_colored { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    // Words, so that colour and shape carry no meaning alone.
    Severity::Error.as_str().clone_into(&mut theme.characters.error);
    Severity::Warning.as_str().clone_into(&mut theme.characters.warning);
    Severity::Info.as_str().clone_into(&mut theme.characters.advice);
    GraphicalReportHandler::new_themed(theme)
        .with_links(false)
        .with_width(page.width)
        .without_cause_chain()
        .without_syntax_highlighting()
}

/// The findings that are written out, in their order; where there are too many, the most severe ones.
fn most_severe<'l, 'r>(findings: &'l [Located<'r>]) -> Vec<&'l Located<'r>> {
    let mut ranked: Vec<(usize, &Located<'r>)> = findings.iter().enumerate().collect();
    ranked.sort_by_key(|(position, located)| (std::cmp::Reverse(located.finding.severity), *position));
    ranked.truncate(MOST);
    ranked.sort_by_key(|(position, _)| *position);
    ranked.into_iter().map(|(_, located)| located).collect()
}

/// What is not written out, by rule.
fn write_rest(report: &Report<'_>, shown: usize, out: &mut impl Write) -> io::Result<()> {
    if shown == report.findings.len() {
        return Ok(());
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for located in &report.findings {
        *counts.entry(&located.finding.rule).or_default() += 1;
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(rule, count)| (std::cmp::Reverse(*count), *rule));
    writeln!(
        out,
        "the {shown} most severe of {} findings are shown; of each rule there are",
        report.findings.len()
    )?;
    for (rule, count) in counts {
        writeln!(out, "{count:>7}  {rule}")?;
    }
    writeln!(out, "`--only RULE` shows those of one rule, `--format json` writes all\n")
}

fn next_step(report: &Report<'_>) -> String {
    // What a project declares itself has no page.
    let mut built_in = report.findings.iter().filter_map(|located| rule(&located.finding.rule));
    let Some(first) = built_in.next() else { return String::new() };
    let is_one_rule = built_in.all(|rule| rule.id == first.id);
    format!("; dicomply explain {}", if is_one_rule { first.id } else { "<rule>" })
}

fn in_one_line(report: &Report<'_>, located: &Located<'_>) -> String {
    let (finding, spot) = (located.finding, &located.spot);
    let position = report.position(spot.file, spot.start);
    let message = plain(&finding.message);
    format!(
        "{}:{}:{}: {} {}: {message}",
        report.path(spot.file),
        position.line,
        position.column,
        finding.severity,
        finding.rule
    )
}

/// A finding as the terminal shows it.
#[derive(Debug)]
struct Shown {
    severity: Severity,
    message: String,
    help: Option<String>,
    excerpt: Excerpt,
}

impl Shown {
    fn new(report: &Report<'_>, located: &Located<'_>, page: Page) -> Self {
        let finding = located.finding;
        let (excerpt, elsewhere) = Excerpt::of(report, located, page.width);
        let mut help: Vec<String> =
            finding.help.iter().map(|help| cropped(&plain(help), LONGEST_TEXT)).collect();
        help.extend(elsewhere);
        Self {
            severity: finding.severity,
            message: format!("{}: {}", finding.rule, cropped(&plain(&finding.message), LONGEST_TEXT)),
            help: (!help.is_empty()).then(|| help.join("\n")),
            excerpt,
        }
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for Shown {}

impl Diagnostic for Shown {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Info => miette::Severity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.excerpt.labels()))
    }
}
