//! One change: what it is, where, and the two versions beside each other.

use std::io::{self, Write};

use super::entity;
use crate::compare::Change;
use crate::render::html::escaped;
use crate::report::changes::words::{Piece, pieces};
use crate::report::changes::{Changes, Spot};
use crate::report::html::frame::{message, shown};
use crate::report::plain::{cropped, plain};

/// How long a value may be.
const LONGEST_TEXT: usize = 20_000;

pub(super) fn write_change(
    changes: &Changes<'_>,
    change: &Change,
    number: usize,
    out: &mut impl Write,
) -> io::Result<()> {
    let (impact, rule, about) = (change.impact, change.rule.id, shown(entity(change)));
    writeln!(
        out,
        "<li class=\"finding change\" id=\"change-{number}\" data-impact=\"{impact}\" data-rule=\"{rule}\" data-about=\"{about}\">\n\
         <p class=\"what\">{}</p>\n<p class=\"where\"><a class=\"place\" href=\"#change-{number}\">{}</a> \
         <a class=\"rule\" href=\"#rule-{rule}\">{rule}</a>{}</p>",
        message(&change.message),
        change.fact.as_str(),
        route(change),
    )?;
    let (before, after) = sides(change);
    writeln!(out, "<div class=\"sides\">")?;
    write_side("old", changes.old_spot(change), before, out)?;
    write_side("new", changes.new_spot(change), after, out)?;
    writeln!(out, "</div>\n</li>")
}

/// The address, that of the new version first.
fn route(change: &Change) -> String {
    let route = change.new.as_ref().or(change.old.as_ref()).map(ToString::to_string);
    let route = route.filter(|route| !route.is_empty());
    route.map(|route| format!(" <bdi class=\"route\">{}</bdi>", shown(&route))).unwrap_or_default()
}

/// The values of both sides with what differs marked word by word; one side alone is not marked.
fn sides(change: &Change) -> (Option<String>, Option<String>) {
    let text = |text: &str| escaped(&readable(&cropped(text, LONGEST_TEXT)));
    match (change.fact.before(), change.fact.after()) {
        (Some(before), Some(after)) => {
            let (before, after) = (cropped(before, LONGEST_TEXT), cropped(after, LONGEST_TEXT));
            let (mut left, mut right) = (String::new(), String::new());
            for piece in pieces(&before, &after) {
                match piece {
                    Piece::Same(same) => {
                        left += &text(&same);
                        right += &text(&same);
                    }
                    Piece::Removed(gone) => left.extend(["<del>", text(&gone).as_str(), "</del>"]),
                    Piece::Added(come) => right.extend(["<ins>", text(&come).as_str(), "</ins>"]),
                }
            }
            (Some(left), Some(right))
        }
        (before, after) => (before.map(text), after.map(text)),
    }
}

/// A text without what a reader would not see; its lines stay.
fn readable(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.split(['\n', '\r']).map(plain).collect::<Vec<_>>().join("\n")
}

fn write_side(
    name: &str,
    spot: Option<Spot<'_>>,
    value: Option<String>,
    out: &mut impl Write,
) -> io::Result<()> {
    let label = if name == "old" { "Old" } else { "New" };
    write!(out, "<div class=\"{name}\"><p class=\"version\"><b>{label}</b>")?;
    if let Some(spot) = spot {
        let path = shown(spot.path);
        write!(
            out,
            " <span class=\"spot\"><bdi>{path}</bdi>:{}:{}</span>",
            spot.start.line, spot.start.column
        )?;
    }
    match value {
        Some(value) if value.trim().is_empty() => writeln!(out, "</p></div>"),
        Some(value) => writeln!(out, "</p><div class=\"value\">{value}</div></div>"),
        None => writeln!(out, "</p><div class=\"value none\">– <span>not in this version</span></div></div>"),
    }
}
