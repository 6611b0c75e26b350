//! A matrix as text, for people at a terminal: a map, the worst pairs, and the count.

use std::io::{self, Write};

use super::{Line, MatrixReport, Square, failing, named, place, total, verdict_of_pair, words};
use crate::compare::matrix::Pair;
use crate::pairing::Verdict;
use crate::report::Page;
use crate::report::comparison::text::style;
use crate::report::comparison::wording::{direction, sign};
use crate::report::paragraph::{BOLD, NONE, QUIET, fitting, painted, write_hanging};
use crate::report::plain::{cropped, plain};

/// How long a name may be.
const LONGEST_NAME: usize = 60;

/// How many pairs are told.
const MOST_PAIRS: usize = 12;

/// How many services of a pair are told.
const MOST_SERVICES: usize = 4;

/// How many products are counted one by one, where the map does not fit.
const MOST_MEMBERS: usize = 20;

pub(super) fn write(report: MatrixReport<'_>, page: Page, out: &mut impl Write) -> io::Result<()> {
    let page = fitting(page);
    let text = Text { report, page };
    writeln!(out, "{}\n", painted(&report.about(), BOLD, page))?;
    let size = report.matrix.members.len();
    if Map::width(size) <= page.width {
        text.key(out)?;
        Map { square: report.square(), page }.write(out)?;
    } else {
        text.tallies(out)?;
    }
    let legend = Verdict::ALL.map(|verdict| {
        let comma = if verdict == Verdict::NotClaimed { "" } else { ", " };
        let words = verdict_of_pair(verdict).replace(' ', "\u{a0}");
        (format!("{}\u{a0}{words}{comma}", sign(verdict)), style(verdict))
    });
    write_hanging(&legend, ("", ""), page, out)?;
    text.pairs(out)?;
    writeln!(out)?;
    let last = format!("{}s: {}{}", report.noun(), total(&report.tally()), text.advice());
    write_hanging(&[(last, NONE)], ("", ""), page, out)
}

struct Text<'m> {
    report: MatrixReport<'m>,
    page: Page,
}

impl Text<'_> {
    /// Which product has which number.
    fn key(&self, out: &mut impl Write) -> io::Result<()> {
        for (number, member) in self.report.matrix.members.iter().enumerate() {
            let parts = [(shown(&named(member)), NONE), (format!(" ({})", plain(&place(member))), QUIET)];
            write_hanging(&parts, (&format!("{:>3}  ", number + 1), "     "), self.page, out)?;
        }
        writeln!(out)
    }

    /// How many pairs of each verdict a product has, those first for whom most is bad.
    fn tallies(&self, out: &mut impl Write) -> io::Result<()> {
        let (members, tallies) = (self.report.worst_members(), self.report.tallies());
        let head =
            Verdict::ALL.map(|verdict| painted(&format!("{:>5}", sign(verdict)), style(verdict), self.page));
        writeln!(out, "{}  product", head.concat())?;
        for member in members.iter().take(MOST_MEMBERS) {
            let counts = tallies[*member].map(|count| format!("{count:>5}")).concat();
            let room = self.page.width.saturating_sub(counts.len() + 2);
            let name = plain(&cropped(&named(&self.report.matrix.members[*member]), room.saturating_sub(1)));
            writeln!(out, "{counts}  {name}")?;
        }
        match members.len().saturating_sub(MOST_MEMBERS) {
            0 => writeln!(out),
            more => writeln!(out, "and {more} more products\n"),
        }
    }

    /// The pairs with what does not simply work, the worst first; of links all, with all that they carry.
    fn pairs(&self, out: &mut impl Write) -> io::Result<()> {
        let matrix = self.report.matrix;
        let is_told = |pair: &&Pair| {
            matrix.is_of_links || !matches!(pair.verdict, Verdict::Works | Verdict::NotClaimed)
        };
        let pairs: Vec<&Pair> = matrix.worst_first().into_iter().filter(is_told).collect();
        let most = if matrix.is_of_links { usize::MAX } else { MOST_PAIRS };
        for pair in pairs.iter().take(most) {
            self.pair(pair, out)?;
        }
        match pairs.len().saturating_sub(most) {
            0 => Ok(()),
            more => writeln!(out, "\nand {more} more that do not simply work"),
        }
    }

    fn pair(&self, pair: &Pair, out: &mut impl Write) -> io::Result<()> {
        let matrix = self.report.matrix;
        let [one, other] = pair.members.map(|member| shown(&self.report.member(member).name));
        let [first, second] = pair.members.map(|member| member + 1);
        let (failing, all) = failing(matrix.cells(pair));
        let summary = match (pair.verdict, failing, all) {
            (Verdict::NotClaimed, ..) => "nothing is asked for".to_owned(),
            (verdict, 0, _) | (verdict, 1, 1) => verdict.as_str().to_owned(),
            (verdict, 1, all) => format!("{}, 1 of {all} services does not simply work", verdict.as_str()),
            (verdict, failing, all) => {
                format!("{}, {failing} of {all} services do not simply work", verdict.as_str())
            }
        };
        let parts = [
            (sign(pair.verdict).to_owned(), style(pair.verdict)),
            (format!("  {first} × {second}  "), BOLD),
            (format!("{one} (A) – {other} (B): "), BOLD),
            (summary, style(pair.verdict)),
        ];
        writeln!(out)?;
        write_hanging(&parts, ("", "   "), self.page, out)?;
        let lines = self.report.lines(pair);
        let is_told = |line: &&Line<'_>| matrix.is_of_links || line.way.verdict != Verdict::Works;
        let told: Vec<&Line<'_>> = lines.iter().filter(is_told).collect();
        let most = if matrix.is_of_links { told.len() } else { MOST_SERVICES };
        for line in told.iter().take(most) {
            self.line(line, out)?;
        }
        match told.len().saturating_sub(most) {
            0 => Ok(()),
            more => writeln!(out, "   and {more} more"),
        }
    }

    fn line(&self, line: &Line<'_>, out: &mut impl Write) -> io::Result<()> {
        let verdict = line.way.verdict;
        let cause = line.cause.map(|cause| format!(" ({})", words(cause))).unwrap_or_default();
        let parts = [
            (sign(verdict).to_owned(), style(verdict)),
            (format!(" {}  {}: ", direction(line.user), shown(line.name)), NONE),
            (verdict.as_str().to_owned(), style(verdict)),
            (cause, QUIET),
        ];
        write_hanging(&parts, ("   ", "     "), self.page, out)
    }

    /// What to do next.
    fn advice(&self) -> &'static str {
        let is_fine = |verdict| matches!(verdict, Verdict::Works | Verdict::NotClaimed);
        if is_fine(self.report.matrix.verdict()) { "" } else { "; `dicomply compare A B` tells why" }
    }
}

/// A cell for each pair.
struct Map {
    square: Square,
    page: Page,
}

impl Map {
    /// How many columns it needs.
    const fn width(size: usize) -> usize {
        3 + 2 * size
    }

    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let size = self.square.size;
        for tens in [true, false] {
            let digit = |number: usize| match (tens, number) {
                (true, 0..10) => " ".to_owned(),
                (true, number) => (number / 10).to_string(),
                (false, number) => (number % 10).to_string(),
            };
            let digits: Vec<String> = (1..=size).map(digit).collect();
            let line = format!("    {}", digits.join(" "));
            if !line.trim().is_empty() {
                writeln!(out, "{}", painted(line.trim_end(), QUIET, self.page))?;
            }
        }
        for row in 0..size {
            let cells: Vec<String> = (0..size).map(|column| self.cell(row, column)).collect();
            writeln!(out, "{:>3} {}", row + 1, cells.join(" ").trim_end())?;
        }
        writeln!(out)
    }

    fn cell(&self, row: usize, column: usize) -> String {
        match self.square.at(row, column) {
            Some(verdict) => painted(sign(verdict), style(verdict), self.page),
            None if row == column => "\\".to_owned(),
            None => " ".to_owned(),
        }
    }
}

/// A name as a terminal may show it.
pub(super) fn shown(text: &str) -> String {
    plain(&cropped(text, LONGEST_NAME))
}
