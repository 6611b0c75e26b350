//! Changes as text, for people at a terminal.

use std::io::{self, Write};

use super::words::{Piece, abridged, pieces};
use super::{Changes, Subject};
use crate::compare::{Change, Impact};
use crate::report::Page;
use crate::report::paragraph::{BOLD, GREEN, NONE, QUIET, RED, Style, YELLOW, fitting, write_wrapped};
use crate::report::plain::{cropped, plain};

/// How many changes are written out. Nobody reads more at once, and the other forms have them all.
const MOST: usize = 100;

/// How long a message or a value may be.
const LONGEST_TEXT: usize = 600;

pub(super) fn write(changes: &Changes<'_>, page: Page, out: &mut impl Write) -> io::Result<()> {
    let page = fitting(page);
    let mut room = MOST;
    for (impact, _) in changes.counts().into_iter().filter(|(_, count)| *count > 0) {
        if room > 0 {
            write_wrapped(&[(impact.as_str().to_owned(), style(impact))], "", page, out)?;
            writeln!(out)?;
        }
        for Subject { line, changes: some } in changes.subjects(impact) {
            let some = &some[..some.len().min(room)];
            room -= some.len();
            if some.is_empty() {
                break;
            }
            if !line.is_empty() {
                write_wrapped(&[(shown(&line), BOLD)], "  ", page, out)?;
            }
            for change in some {
                write_change(changes, change, page, out)?;
            }
            writeln!(out)?;
        }
    }
    let rest = changes.diff.changes.len().saturating_sub(MOST);
    if rest > 0 {
        let verb = if rest == 1 { "is" } else { "are" };
        writeln!(out, "{rest} more {verb} not shown; `--format html=FILE` and `--format json` have all\n")?;
    }
    write_version_findings(changes, page, out)?;
    writeln!(out, "{}", last_line(changes))
}

/// What is wrong with the move of the version.
fn write_version_findings(changes: &Changes<'_>, page: Page, out: &mut impl Write) -> io::Result<()> {
    for finding in changes.version_findings {
        let message = format!("error {}: {}", finding.rule, shown(&finding.message));
        write_wrapped(&[(message, BOLD)], "", page, out)?;
        if let Some(help) = &finding.help {
            write_wrapped(&[(format!("help: {}", shown(help)), NONE)], "  ", page, out)?;
        }
        let place = changes.new.spot_of(&finding.place).map(|spot| spot.shown()).unwrap_or_default();
        write_wrapped(&[(place, QUIET)], "  ", page, out)?;
        writeln!(out)?;
    }
    Ok(())
}

/// How much changed, from where to where, and what to do next.
fn last_line(changes: &Changes<'_>) -> String {
    let (old, new) = (plain(changes.old.path()), plain(changes.new.path()));
    let between = if old == new { format!("in {new}") } else { format!("from {old} to {new}") };
    let rules = changes.diff.changes.iter().map(|change| change.rule.id);
    let mut rules = rules.chain(changes.version_findings.iter().map(|finding| &*finding.rule));
    let next = match rules.next() {
        None => String::new(),
        Some(first) if rules.all(|rule| rule == first) => format!("; dicomply explain {first}"),
        Some(_) => "; dicomply explain <rule>".to_owned(),
    };
    format!("{} {between}{next}", changes.summary())
}

fn write_change(changes: &Changes<'_>, change: &Change, page: Page, out: &mut impl Write) -> io::Result<()> {
    let message = shown(&change.message);
    write_wrapped(&[(message.clone(), NONE)], "    ", page, out)?;
    let value = value(change, &message);
    if !value.is_empty() {
        write_wrapped(&value, "      ", page, out)?;
    }
    let places = places(changes, change).join(" → ");
    write_wrapped(&[(format!("{} {places}", change.rule.id), QUIET)], "      ", page, out)
}

/// Where it stood and where it stands; once, where that reads the same.
fn places(changes: &Changes<'_>, change: &Change) -> Vec<String> {
    let spots = [changes.old_spot(change), changes.new_spot(change)];
    let mut places: Vec<String> = spots.iter().flatten().map(|spot| spot.shown()).collect();
    places.dedup();
    places
}

/// What was said and what is said, unless the message says it already; marked as git marks words that differ, so that
/// colour says nothing alone.
fn value(change: &Change, message: &str) -> Vec<(String, Style)> {
    // Whoever reads a message on a terminal knows what is meant by a name without its UID.
    let is_said = |text: Option<&str>| {
        text.is_none_or(|text| message.contains(shown(text.split(" (uid: ").next().unwrap_or(text)).trim()))
    };
    let (before, after) = (change.fact.before(), change.fact.after());
    if is_said(before) && is_said(after) {
        return Vec::new();
    }
    let pieces = match (before, after) {
        (Some(before), Some(after)) => abridged(pieces(before, after)),
        (before, after) => {
            let removed = before.map(|text| Piece::Removed(text.to_owned()));
            removed.into_iter().chain(after.map(|text| Piece::Added(text.to_owned()))).collect()
        }
    };
    let mut marked: Vec<(String, Style)> = Vec::new();
    for piece in pieces {
        let (text, style) = match &piece {
            Piece::Same(text) => (shown(text), NONE),
            Piece::Removed(text) => (format!("[-{}-]", shown(text).trim_end()), RED),
            Piece::Added(text) => (format!("{{+{}+}}", shown(text).trim_end()), GREEN),
        };
        marked.push((text, style));
        // A blank at the end of a piece parts it from the next one.
        if matches!(&piece, Piece::Removed(text) | Piece::Added(text) if text.ends_with(char::is_whitespace))
        {
            marked.push((" ".to_owned(), NONE));
        }
    }
    marked
}

fn shown(text: &str) -> String {
    plain(&cropped(text, LONGEST_TEXT).replace(['\n', '\r', '\t'], " "))
}

const fn style(impact: Impact) -> Style {
    match impact {
        Impact::Breaking => "\x1b[1;31m",
        Impact::Compatible => GREEN,
        Impact::Editorial => YELLOW,
    }
}
