//! A comparison as text, for people at a terminal.

use std::io::{self, Write};

use super::{SideBySide, reasons, wording};
use crate::compare::together::{ComparedService, ComparedWay, Evidence, Explanation, Topic};
use crate::pairing::{Side, Verdict};
use crate::report::Page;
use crate::report::paragraph::{
    BOLD, GREEN, NONE, QUIET, RED, Style, YELLOW, fitting, painted, write_hanging, write_wrapped,
};
use crate::report::plain::{cropped, plain};

/// How long a message or a name may be.
const LONGEST_TEXT: usize = 600;

/// How many reasons of a service are told at once. The verbose form has all.
const MOST_REASONS: usize = 2;

/// How many services that nobody asks for are named.
const MOST_UNASKED: usize = 8;

/// How much of a line is quoted.
const LONGEST_QUOTE: usize = 60;

/// Where the reasons of a service stand.
const BELOW: &str = "             ";

pub(super) fn write(
    view: &SideBySide<'_>,
    page: Page,
    is_verbose: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    let page = fitting(page);
    Text { view, page, is_verbose }.write(out)
}

/// What is written, and how.
struct Text<'t, 'c> {
    view: &'t SideBySide<'c>,
    page: Page,
    is_verbose: bool,
}

impl Text<'_, '_> {
    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        for side in [Side::One, Side::Other] {
            self.product(side, out)?;
        }
        let verdict = self.view.comparison.verdict;
        let answer = format!("{}.", wording::capitalized(&shown(&wording::answer(self.view))));
        writeln!(out)?;
        write_wrapped(&[(answer, style(verdict))], "", self.page, out)?;
        for (workflow, services) in self.view.workflows() {
            writeln!(out, "\n{}", painted(workflow.as_str(), BOLD, self.page))?;
            let ways = || services.iter().flat_map(|(_, one)| one.ways.iter().map(move |way| (*one, way)));
            for (service, way) in ways().filter(|(_, way)| way.verdict != Verdict::NotClaimed) {
                self.way(service, way, out)?;
            }
            let unasked = ways().filter(|(_, way)| way.verdict == Verdict::NotClaimed);
            self.unasked(&unasked.collect::<Vec<_>>(), out)?;
        }
        self.topics(out)?;
        writeln!(out)?;
        write_wrapped(&[(self.last_line(), NONE)], "", self.page, out)
    }

    fn product(&self, side: Side, out: &mut impl Write) -> io::Result<()> {
        let product = &self.view.comparison.products[side as usize];
        let versions = product.versions.join(", ");
        let name =
            if versions.is_empty() { product.name.clone() } else { format!("{} {versions}", product.name) };
        let path = format!("({})", shown(self.view.side(side).path()));
        let parts = [(shown(&name), BOLD), (" ".to_owned(), NONE), (path, QUIET)];
        write_hanging(&parts, (&format!("{}  ", side.letter()), "   "), self.page, out)
    }

    fn way(&self, service: &ComparedService, way: &ComparedWay, out: &mut impl Write) -> io::Result<()> {
        let lead = format!(
            "  {} {}  ",
            painted(wording::sign(way.verdict), style(way.verdict), self.page),
            wording::direction(way.user)
        );
        let name = format!("{}: ", shown(&service.name));
        let verdict = (way.verdict.as_str().to_owned(), style(way.verdict));
        write_hanging(&[(name, NONE), verdict], (&lead, BELOW), self.page, out)?;
        if self.is_verbose {
            return self.steps(way, out);
        }
        let all = reasons(way);
        for reason in all.iter().take(MOST_REASONS) {
            write_wrapped(&[(shown(&reason.message), QUIET)], BELOW, self.page, out)?;
        }
        match all.len().saturating_sub(MOST_REASONS) {
            0 => Ok(()),
            1 => writeln!(out, "{BELOW}and for another reason"),
            more => writeln!(out, "{BELOW}and for {more} other reasons"),
        }
    }

    fn steps(&self, way: &ComparedWay, out: &mut impl Write) -> io::Result<()> {
        for step in &way.steps {
            if way.steps.len() > 1 {
                let verdict = painted(step.verdict.as_str(), style(step.verdict), self.page);
                writeln!(out, "{BELOW}{}: {verdict}", step.kind.as_str())?;
            }
            step.reasons.iter().try_for_each(|reason| self.reason(reason, out))?;
        }
        Ok(())
    }

    fn reason(&self, reason: &Explanation, out: &mut impl Write) -> io::Result<()> {
        let indent = format!("{BELOW}  ");
        let inner = format!("{indent}  ");
        let message = [(format!("{}: ", reason.cause), BOLD), (shown(&reason.message), NONE)];
        write_hanging(&message, (&format!("{BELOW}- "), &indent), self.page, out)?;
        if let Some(reference) = reason.reference {
            write_hanging(&[(reference.to_owned(), QUIET)], (&indent, &inner), self.page, out)?;
        }
        if let Some(remedy) = reason.remedy.as_ref().filter(|remedy| !remedy.is_empty()) {
            let help = [("help: ".to_owned(), BOLD), (shown(remedy), NONE)];
            write_hanging(&help, (&indent, &inner), self.page, out)?;
        }
        reason.evidence.iter().try_for_each(|evidence| self.evidence(evidence, &indent, out))
    }

    fn evidence(&self, evidence: &Evidence, indent: &str, out: &mut impl Write) -> io::Result<()> {
        let located = self.view.side(evidence.side);
        let letter = evidence.side.letter();
        let Some(found) = located.find(&evidence.route) else {
            let parts = [(shown(&evidence.route.to_string()), QUIET)];
            return write_hanging(&parts, (&format!("{indent}{letter} "), indent), self.page, out);
        };
        let quote = located.quote(&found, LONGEST_QUOTE).unwrap_or_default();
        let parts = [(found.shown(), QUIET), (" ".to_owned(), NONE), (quote, NONE)];
        write_hanging(&parts, (&format!("{indent}{letter} "), &format!("{indent}  ")), self.page, out)
    }

    /// What one side would do, and nobody asks for.
    fn unasked(&self, ways: &[(&ComparedService, &ComparedWay)], out: &mut impl Write) -> io::Result<()> {
        for user in [Side::One, Side::Other] {
            let names = ways.iter().filter(|(_, way)| way.user == user);
            let names: Vec<String> = names.map(|(service, _)| shown(&service.name)).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            if !names.is_empty() {
                let most = if self.is_verbose { names.len() } else { MOST_UNASKED };
                let lead = format!("  {} {}  ", wording::sign(Verdict::NotClaimed), wording::direction(user));
                let text = format!("not asked for: {}", wording::listed(&names, most));
                write_hanging(&[(text, QUIET)], (&lead, BELOW), self.page, out)?;
            }
        }
        Ok(())
    }

    /// What surrounds the services; what goes together by itself is told in one line.
    fn topics(&self, out: &mut impl Write) -> io::Result<()> {
        let topics = &self.view.comparison.topics;
        if topics.is_empty() {
            return Ok(());
        }
        writeln!(out, "\n{}", painted("Beside the services", BOLD, self.page))?;
        let is_plain = |topic: &&Topic| topic.verdict == Verdict::Works && topic.reasons.is_empty();
        let (plain, telling): (Vec<_>, Vec<_>) =
            topics.iter().partition(|topic| is_plain(topic) && !self.is_verbose);
        telling.into_iter().try_for_each(|topic| self.topic(topic, out))?;
        if plain.is_empty() {
            return Ok(());
        }
        let names: Vec<&str> = plain.iter().map(|topic| topic.name).collect();
        let parts = [
            (format!("{} ", wording::sign(Verdict::Works)), GREEN),
            (format!("{}: ", names.join(", ")), NONE),
            (Verdict::Works.as_str().to_owned(), GREEN),
        ];
        write_hanging(&parts, ("  ", "    "), self.page, out)
    }

    fn topic(&self, topic: &Topic, out: &mut impl Write) -> io::Result<()> {
        let style = style(topic.verdict);
        let parts = [
            (format!("{} ", wording::sign(topic.verdict)), style),
            (format!("{}: ", topic.name), NONE),
            (topic.verdict.as_str().to_owned(), style),
        ];
        write_hanging(&parts, ("  ", "    "), self.page, out)?;
        for side in [Side::One, Side::Other] {
            let said =
                topic.said[side as usize].as_deref().map_or_else(|| "nothing is said".to_owned(), shown);
            let lead = format!("    {}  ", side.letter());
            write_hanging(&[(said, QUIET)], (&lead, "       "), self.page, out)?;
        }
        for reason in &topic.reasons {
            if self.is_verbose {
                self.reason(reason, out)?;
            } else {
                write_wrapped(&[(shown(&reason.message), NONE)], "    ", self.page, out)?;
            }
        }
        for quote in topic.quotes.iter().filter(|_| self.is_verbose) {
            write_wrapped(&[(format!("“{}”", shown(quote.text.trim())), NONE)], "    ", self.page, out)?;
            self.evidence(&quote.evidence, "    ", out)?;
        }
        Ok(())
    }

    /// How many services work, and what to do next.
    fn last_line(&self) -> String {
        let tally = self.view.tally();
        let is_explained = self.is_verbose
            || tally.iter().all(|(verdict, count)| {
                *count == 0 || matches!(verdict, Verdict::Works | Verdict::NotClaimed)
            });
        let next = if is_explained { "" } else { "; --verbose tells where, and what would mend it" };
        format!("services: {}{next}", wording::total(&tally))
    }
}

/// A text of a document as a terminal may show it.
pub(super) fn shown(text: &str) -> String {
    plain(&cropped(text, LONGEST_TEXT))
}

/// The colour of a verdict.
pub(in crate::report) const fn style(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Works => GREEN,
        Verdict::WorksWithLimits | Verdict::OneWay | Verdict::CannotTell => YELLOW,
        Verdict::DoesNotWork => RED,
        Verdict::NotClaimed => QUIET,
    }
}
