//! Findings as one HTML page: it asks no network, reads as a grouped list, and sorts and filters where scripts run.
//!
//! Nothing that a document says becomes markup: every text goes through [`shown`]. The page's own policy lets nothing run
//! or load but its style and its script, by their hashes.

pub(in crate::report) mod finding;
pub(in crate::report) mod frame;
mod overview;
pub(in crate::report) mod rules;

use std::collections::BTreeMap;
use std::io::{self, Write};

use self::finding::write_findings;
use self::frame::{Frame, shown};
use self::overview::{write_filters, write_tables};
use self::rules::{RuleGroup, groups, write_group, write_page};
use super::{Located, Report};

const SCRIPT: &str = include_str!("html/script.js");

/// What the page may do: the hashes of its style and its script. Written by `DICOMPLY_BLESS=1 cargo test`.
const POLICY: &str = include_str!("html/policy.txt");

/// How many findings show lines of their files. More would make a page that no browser likes.
const MOST_EXCERPTS: usize = 2_000;

/// How many findings of each rule show lines at least, however many rules there are.
const LEAST_EXCERPTS: usize = 10;

/// How many findings a page has whose groups are open from the start.
const MOST_OPEN: usize = 300;

pub(super) fn write(report: &Report<'_>, out: &mut impl Write) -> io::Result<()> {
    let page = Page::of(report);
    let frame = Frame {
        title: &report.summary.to_string(),
        policy: POLICY,
        style: "",
        script: SCRIPT,
        skip: "Skip to the findings",
    };
    frame.head(out)?;
    write_filters(&page, out)?;
    writeln!(out, "<main id=\"main\" class=\"by-rule\" tabindex=\"-1\">")?;
    page.opening(out)?;
    write_tables(&page, out)?;
    page.findings(out)?;
    page.aside(out)?;
    frame.foot(out)
}

/// What is written, in order.
struct Page<'p> {
    report: &'p Report<'p>,
    groups: Vec<RuleGroup<'p>>,
    /// How many findings of each rule show lines of their files.
    excerpts: usize,
}

impl<'p> Page<'p> {
    fn of(report: &'p Report<'p>) -> Self {
        let mut rules: Vec<&str> = report.findings.iter().map(|located| &*located.finding.rule).collect();
        rules.extend(report.suppressed.iter().map(|located| &*located.finding.rule));
        let all = rules.len();
        rules.sort_unstable();
        rules.dedup();
        let excerpts =
            if all <= MOST_EXCERPTS { all } else { (MOST_EXCERPTS / rules.len().max(1)).max(LEAST_EXCERPTS) };
        Self { report, groups: groups(report), excerpts }
    }

    fn is_large(&self) -> bool {
        self.report.findings.len() > MOST_OPEN
    }

    /// The answer: one sentence, and what does not count.
    fn opening(&self, out: &mut impl Write) -> io::Result<()> {
        let summary = self.report.summary;
        writeln!(
            out,
            "<header class=\"opening\">\n<p class=\"kind\">Findings of dicomply {}</p>",
            env!("CARGO_PKG_VERSION")
        )?;
        writeln!(out, "<h1>{}</h1>", overview::sentence(summary))?;
        if summary.allowed + summary.known > 0 {
            writeln!(out, "<p class=\"beside\"><a href=\"#aside\">{}</a></p>", aside_title(self.report))?;
        }
        if self.report.findings.is_empty() {
            writeln!(
                out,
                "<p class=\"beside\">A clean report is no proof of conformance: it says what a document claims, not what the product does.</p>"
            )?;
        }
        writeln!(out, "</header>")
    }

    fn findings(&self, out: &mut impl Write) -> io::Result<()> {
        if self.report.findings.is_empty() {
            return Ok(());
        }
        writeln!(out, "<section aria-labelledby=\"findings\">\n<h2 id=\"findings\">Findings</h2>")?;
        if self.excerpts < self.report.findings.len() {
            writeln!(
                out,
                "<p class=\"remark\">Lines of the files are shown for the first {} findings of each rule.</p>",
                self.excerpts
            )?;
        }
        writeln!(out, "<div id=\"groups\">")?;
        for group in &self.groups {
            write_group(self, group, out)?;
        }
        writeln!(out, "</div>\n</section>")
    }

    /// What does not count, in a fold of its own, with the pages of rules that occur nowhere else.
    fn aside(&self, out: &mut impl Write) -> io::Result<()> {
        let report = self.report;
        if report.suppressed.is_empty() {
            return Ok(());
        }
        let (allowed, known): (Vec<_>, Vec<_>) =
            report.suppressed.iter().partition(|located| located.finding.allowed.is_some());
        writeln!(out, "<details id=\"aside\">\n<summary><h2>{}</h2></summary>", aside_title(report))?;
        let mut shown_before: BTreeMap<&str, usize> = BTreeMap::new();
        for group in &self.groups {
            shown_before.insert(group.id, group.findings.len());
        }
        for (title, some) in [("Allowed by the author", allowed), ("Known to the baseline", known)] {
            if !some.is_empty() {
                writeln!(out, "<h3>{title}</h3>")?;
                let numbered: Vec<(usize, &Located<'_>)> = some.into_iter().enumerate().collect();
                write_findings(self, &numbered, &mut shown_before, out)?;
            }
        }
        let mut rules: Vec<&str> = report.suppressed.iter().map(|located| &*located.finding.rule).collect();
        rules.sort_unstable();
        rules.dedup();
        for id in rules.into_iter().filter(|id| self.groups.iter().all(|group| group.id != *id)) {
            write_page(id, &format!(" id=\"rule-{}\"", shown(id)), out)?;
        }
        writeln!(out, "</details>")
    }
}

/// What does not count, in words.
fn aside_title(report: &Report<'_>) -> String {
    let summary = report.summary;
    let allowed = (summary.allowed > 0).then(|| format!("{} allowed by the author", summary.allowed));
    let known = (summary.known > 0).then(|| format!("{} known to the baseline", summary.known));
    let parts: Vec<String> = allowed.into_iter().chain(known).collect();
    format!("Not counted: {}", parts.join(", "))
}
