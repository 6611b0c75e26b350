//! A matrix as Markdown: for comments, summaries of jobs, and wikis.

use std::io::{self, Write};

use super::{Line, MatrixReport, named, place, total, verdict_of_pair, words};
use crate::compare::matrix::Pair;
use crate::pairing::{Side, Verdict};
use crate::report::comparison::wording::sign;
use crate::report::markdown::{code, escaped};
use crate::report::plain::{cropped, plain};

/// The largest number of products of which a table has a column for each.
const MOST_COLUMNS: usize = 30;

/// How many pairs are listed. GitHub takes comments of 65536 characters.
const MOST_PAIRS: usize = 60;

/// How long a text may be.
const LONGEST_TEXT: usize = 200;

pub(super) fn write(report: MatrixReport<'_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "## {}\n\n{}.\n", report.about(), total(&report.tally()))?;
    let legend = Verdict::ALL.map(|verdict| format!("{} {}", sign(verdict), verdict_of_pair(verdict)));
    writeln!(out, "{}\n", legend.join(" · "))?;
    write_products(report, out)?;
    write_pairs(report, out)
}

fn write_products(report: MatrixReport<'_>, out: &mut impl Write) -> io::Result<()> {
    let size = report.matrix.members.len();
    if size > MOST_COLUMNS {
        return write_tallies(report, out);
    }
    let numbers: Vec<String> = (1..=size).map(|number| number.to_string()).collect();
    writeln!(out, "| | product | statement | {} |", numbers.join(" | "))?;
    writeln!(out, "|---:|---|---|{}", ":-:|".repeat(size))?;
    let square = report.square();
    for (row, member) in report.matrix.members.iter().enumerate() {
        let cells: Vec<&str> = (0..size).map(|column| square.at(row, column).map_or("", sign)).collect();
        let (name, path) = (text(&named(member)), code(&plain(&place(member))));
        writeln!(out, "| {} | {name} | {path} | {} |", row + 1, cells.join(" | "))?;
    }
    writeln!(out)
}

/// How many pairs of each verdict a product has, those first for whom most is bad.
fn write_tallies(report: MatrixReport<'_>, out: &mut impl Write) -> io::Result<()> {
    let tallies = report.tallies();
    writeln!(out, "| product | statement | {} |", Verdict::ALL.map(sign).join(" | "))?;
    writeln!(out, "|---|---|{}", "---:|".repeat(Verdict::ALL.len()))?;
    let members = report.worst_members();
    for number in members.iter().take(MOST_PAIRS) {
        let member = &report.matrix.members[*number];
        let counts = tallies[*number].map(|count| count.to_string()).join(" | ");
        writeln!(out, "| {} | {} | {counts} |", text(&named(member)), code(&plain(&place(member))))?;
    }
    match members.len().saturating_sub(MOST_PAIRS) {
        0 => writeln!(out),
        more => writeln!(out, "\nand {more} more\n"),
    }
}

/// The pairs with what does not simply work, the worst first; of links all, with all that they carry.
fn write_pairs(report: MatrixReport<'_>, out: &mut impl Write) -> io::Result<()> {
    let is_shown = |pair: &&Pair| {
        report.matrix.is_of_links || !matches!(pair.verdict, Verdict::Works | Verdict::NotClaimed)
    };
    let pairs: Vec<&Pair> = report.matrix.worst_first().into_iter().filter(is_shown).collect();
    if pairs.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "| {} | service | who asks | verdict | first cause |\n|---|---|---|---|---|",
        report.noun()
    )?;
    for pair in pairs.iter().take(MOST_PAIRS) {
        let [one, other] = pair.members.map(|member| report.member(member));
        let title = format!("{} {} – {}", sign(pair.verdict), text(&one.name), text(&other.name));
        let lines = report.lines(pair);
        let is_told = |line: &&Line<'_>| report.matrix.is_of_links || line.way.verdict != Verdict::Works;
        for (number, line) in lines.iter().filter(is_told).enumerate() {
            let title = if number == 0 { title.as_str() } else { "" };
            let user = text(if line.user == Side::One { &one.name } else { &other.name });
            let (sign, verdict) = (sign(line.way.verdict), line.way.verdict.as_str());
            let cause = line.cause.map(words).unwrap_or_default();
            writeln!(out, "| {title} | {} | {user} | {sign} {verdict} | {cause} |", text(line.name))?;
        }
        if lines.is_empty() {
            writeln!(out, "| {title} | | | {} | |", verdict_of_pair(pair.verdict))?;
        }
    }
    match pairs.len().saturating_sub(MOST_PAIRS) {
        0 => Ok(()),
        more => writeln!(out, "\nand {more} more"),
    }
}

/// A text of a document in which nothing means anything, in one line.
pub(super) fn text(text: &str) -> String {
    escaped(&plain(&cropped(text, LONGEST_TEXT).replace(['\n', '\r', '\t'], " ")))
}
