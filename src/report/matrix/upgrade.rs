//! What changes in a fleet when a product is replaced → text for people, forms for programs.

mod html;
mod json;

use std::io::{self, Write};

use super::csv::write_row;
use super::markdown::text as cell;
use super::text::shown;
use super::{named, verdict_of_pair, words};
use crate::compare::matrix::{PairChange, Turn, Upgrade, WayChange};
use crate::pairing::{Side, Verdict};
use crate::report::Page;
use crate::report::comparison::text::style;
use crate::report::comparison::wording::sign;
use crate::report::paragraph::{
    BOLD, GREEN, NONE, QUIET, RED, Style, YELLOW, fitting, painted, write_hanging,
};

pub use self::json::schema as upgrade_schema;

/// What changes in a fleet, for those who read it.
#[derive(Debug, Clone, Copy)]
pub struct UpgradeReport<'u> {
    upgrade: &'u Upgrade,
}

impl<'u> UpgradeReport<'u> {
    /// What is told.
    pub const fn new(upgrade: &'u Upgrade) -> Self {
        Self { upgrade }
    }

    /// Writes the pairs that change with what changes of them, what gets worst first, and the count as the last line.
    pub fn write_text(self, page: Page, out: &mut impl Write) -> io::Result<()> {
        let page = fitting(page);
        writeln!(out, "{}", painted(&self.title(), BOLD, page))?;
        for change in &self.upgrade.changes {
            self.write_pair(change, page, out)?;
        }
        writeln!(out, "\n{}", self.summary())
    }

    fn write_pair(self, change: &PairChange, page: Page, out: &mut impl Write) -> io::Result<()> {
        let lead = [
            (format!("{}: ", shown(&named(&change.other))), BOLD),
            (verdict_of_pair(change.before).to_owned(), style(change.before)),
            (" → ".to_owned(), NONE),
            (verdict_of_pair(change.after).to_owned(), style(change.after)),
        ];
        writeln!(out)?;
        write_hanging(&lead, ("", "  "), page, out)?;
        for way in &change.ways {
            let cause = way.cause.as_deref().map(|cause| format!(" ({})", words(cause))).unwrap_or_default();
            let parts = [
                (format!("{:<7} ", way.turn.as_str()), color(way.turn)),
                (format!(" {}: ", shown(&self.described(change, way))), NONE),
                (outcome(way.before, false), way.before.map_or(QUIET, style)),
                (" → ".to_owned(), NONE),
                (outcome(way.after, true), way.after.map_or(QUIET, style)),
                (cause, QUIET),
            ];
            write_hanging(&parts, ("  ", "    "), page, out)?;
        }
        Ok(())
    }

    /// Writes it as Markdown, for comments and wikis.
    pub fn write_markdown(self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "## {}\n\n{}.\n", cell(&self.title()), self.summary())?;
        if self.upgrade.changes.is_empty() {
            return Ok(());
        }
        writeln!(
            out,
            "| with | service | who asks | before | after | | first cause |\n|---|---|---|---|---|---|---|"
        )?;
        for change in &self.upgrade.changes {
            for way in &change.ways {
                let (other, user) = (cell(&named(&change.other)), cell(&self.user(change, way)));
                let [before, after] = [told(way.before, false), told(way.after, true)];
                let cause = way.cause.as_deref().map(words).unwrap_or_default();
                let (service, turn) = (cell(&way.service.name), way.turn.as_str());
                writeln!(out, "| {other} | {service} | {user} | {before} | {after} | {turn} | {cause} |")?;
            }
        }
        Ok(())
    }

    /// Writes a row for each service that changes, separated by commas (RFC 4180).
    pub fn write_csv(self, out: &mut impl Write) -> io::Result<()> {
        write_row(
            &["other", "other_file", "service", "sop_class", "user", "before", "after", "turn", "cause"],
            out,
        )?;
        for change in &self.upgrade.changes {
            for way in &change.ways {
                let user = self.user(change, way);
                let row = [
                    change.other.name.as_str(),
                    &change.other.path,
                    &way.service.name,
                    way.service.sop_class.as_deref().unwrap_or_default(),
                    &user,
                    way.before.map_or("", Verdict::id),
                    way.after.map_or("", Verdict::id),
                    way.turn.as_str(),
                    way.cause.as_deref().unwrap_or_default(),
                ];
                write_row(&row, out)?;
            }
        }
        Ok(())
    }

    /// Writes all of it as one JSON object.
    pub fn write_json(self, out: &mut impl Write) -> io::Result<()> {
        json::write(self, out)
    }

    /// Writes one HTML page that asks no network.
    pub fn write_html(self, out: &mut impl Write) -> io::Result<()> {
        html::write(self, out)
    }

    fn title(self) -> String {
        let Upgrade { old, new, .. } = self.upgrade;
        if old.name == new.name {
            let versions = |versions: &[String]| {
                if versions.is_empty() { "–".to_owned() } else { versions.join(", ") }
            };
            return format!(
                "{}: {} → {}",
                shown(&old.name),
                versions(&old.versions),
                versions(&new.versions)
            );
        }
        format!("{} → {}", shown(&named(old)), shown(&named(new)))
    }

    /// How many pairs change, in a sentence without its end.
    fn summary(self) -> String {
        let Upgrade { changes, unchanged, .. } = self.upgrade;
        if changes.is_empty() {
            let others = if *unchanged == 1 { "other product" } else { "other products" };
            return format!("nothing changes for {unchanged} {others}");
        }
        let count = |turn| changes.iter().filter(|change| change.turn() == turn).count();
        let counts = [
            (count(Turn::Worse), "worse"),
            (count(Turn::Missing), "with something newly asked for in vain"),
            (count(Turn::Better), "better"),
            (*unchanged, "unchanged"),
        ];
        let some = counts.into_iter().filter(|(count, _)| *count > 0);
        let some: Vec<String> = some.map(|(count, words)| format!("{count} {words}")).collect();
        format!("pairs: {}", some.join(", "))
    }

    /// What the user of a service is called.
    fn user(self, change: &PairChange, way: &WayChange) -> String {
        match way.user {
            Side::One => self.upgrade.new.name.clone(),
            Side::Other => change.other.name.clone(),
        }
    }

    fn described(self, change: &PairChange, way: &WayChange) -> String {
        format!("{}, asked for by {}", way.service.name, self.user(change, way))
    }
}

/// A verdict in words; where there is none, nobody asks.
fn outcome(verdict: Option<Verdict>, is_after: bool) -> String {
    match verdict {
        Some(verdict) => verdict.as_str().to_owned(),
        None if is_after => "no longer asked for".to_owned(),
        None => "not asked for".to_owned(),
    }
}

fn told(verdict: Option<Verdict>, is_after: bool) -> String {
    let words = outcome(verdict, is_after);
    verdict.map_or_else(|| words.clone(), |verdict| format!("{} {words}", sign(verdict)))
}

const fn color(turn: Turn) -> Style {
    match turn {
        Turn::Worse => RED,
        Turn::Missing => YELLOW,
        Turn::Better => GREEN,
    }
}
