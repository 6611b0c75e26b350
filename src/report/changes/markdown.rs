//! Changes as Markdown: for release notes, comments and summaries.

use std::io::{self, Write};

use super::words::{Piece, abridged, pieces};
use super::{Changes, Subject, noun};
use crate::compare::{Change, Impact};
use crate::report::markdown::{code, escaped, marked};
use crate::report::plain::{cropped, plain};

/// How long a value may be.
const LONGEST_TEXT: usize = 2_000;

/// How many changes of one impact are listed. GitHub takes comments of 65536 characters.
const MOST: usize = 100;

pub(super) fn write(changes: &Changes<'_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "## {}\n", title(changes))?;
    let summary = changes.summary();
    let mut letters = summary.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    let (old, new) = (changes.old.path(), changes.new.path());
    writeln!(out, "{first}{} from {} to {}.", letters.as_str(), code(old), code(new))?;
    for finding in changes.version_findings {
        let help =
            finding.help.as_ref().map(|help| format!("; {}", marked(&one_line(help)))).unwrap_or_default();
        writeln!(out, "\n**Version:** {}{help}.", marked(&one_line(&finding.message)))?;
    }
    if let Some(doubtful) = changes.doubtful {
        writeln!(out, "\nAttention: {}.", super::told_doubts(doubtful))?;
    }
    for (impact, count) in changes.counts().into_iter().filter(|(_, count)| *count > 0) {
        // What means nothing to a peer is folded where Markdown has folds.
        let is_folded = impact == Impact::Editorial;
        let title = format!("{} ({count} {})", heading(impact), noun(count));
        if is_folded {
            writeln!(out, "\n<details>\n<summary>{title}</summary>\n")?;
        } else {
            writeln!(out, "\n### {title}\n")?;
        }
        let mut room = MOST;
        for Subject { line, changes: some } in changes.subjects(impact) {
            let shown = &some[..some.len().min(room)];
            room -= shown.len();
            write_subject(&line, shown, out)?;
        }
        if count > MOST {
            writeln!(out, "- and {} more", count - MOST)?;
        }
        if is_folded {
            writeln!(out, "\n</details>")?;
        }
    }
    Ok(())
}

/// What the page is about: the product and its versions, as far as they are told.
fn title(changes: &Changes<'_>) -> String {
    let ((_, old), (name, new)) = (changes.old.title(), changes.new.title());
    let name = name.map(|name| format!(" of {}", escaped(&one_line(name)))).unwrap_or_default();
    let versions = match (old, new) {
        (Some(old), Some(new)) if old == new => format!(" in version {}", escaped(&one_line(new))),
        (Some(old), Some(new)) => {
            format!(" from version {} to {}", escaped(&one_line(old)), escaped(&one_line(new)))
        }
        _ => String::new(),
    };
    format!("Changes{name}{versions}")
}

const fn heading(impact: Impact) -> &'static str {
    match impact {
        Impact::Breaking => "Breaking",
        Impact::Compatible => "Compatible",
        Impact::Editorial => "Editorial",
    }
}

fn write_subject(line: &str, changes: &[&Change], out: &mut impl Write) -> io::Result<()> {
    let subject = one_line(&cropped(line, LONGEST_TEXT));
    let subject = if subject.is_empty() { String::new() } else { format!("**{}**", escaped(&subject)) };
    match changes {
        [] => Ok(()),
        [change] if subject.is_empty() => writeln!(out, "- {}", told(change)),
        [change] => writeln!(out, "- {subject}: {}", told(change)),
        several if subject.is_empty() => {
            several.iter().try_for_each(|change| writeln!(out, "- {}", told(change)))
        }
        several => {
            writeln!(out, "- {subject}")?;
            several.iter().try_for_each(|change| writeln!(out, "  - {}", told(change)))
        }
    }
}

/// What changed, and the words of it where they are prose.
fn told(change: &Change) -> String {
    let message = marked(&one_line(&change.message));
    match (change.fact.before(), change.fact.after()) {
        (Some(before), Some(after)) if change.is_prose => {
            let pieces = abridged(pieces(before, after));
            let words: String = pieces.iter().map(piece).collect();
            format!("{message}: {}", words.trim())
        }
        _ => message,
    }
}

fn piece(piece: &Piece) -> String {
    let shown = |text: &str| escaped(&one_line(&cropped(text, LONGEST_TEXT)));
    let part = |tag: &str, text: &str| {
        let blank = if text.ends_with(char::is_whitespace) { " " } else { "" };
        format!("<{tag}>{}</{tag}>{blank}", shown(text).trim_end())
    };
    match piece {
        Piece::Same(text) => shown(text),
        Piece::Removed(text) => part("del", text),
        Piece::Added(text) => part("ins", text),
    }
}

/// A text without line ends, and without what a reader would not see.
fn one_line(text: &str) -> String {
    plain(&text.replace(['\n', '\r', '\t'], " "))
}
