//! Why something does not simply work, what would mend it, and the lines of both statements that it rests on.

use std::io::{self, Write};

use crate::compare::together::{Evidence, Explanation};
use crate::pairing::Side;
use crate::report::comparison::statement::Located;
use crate::report::html::finding::write_excerpt;
use crate::report::html::frame::{message, shown};

/// How many columns of a line are shown.
const COLUMNS: usize = 160;

/// The two documents, and what they are called on the page.
#[derive(Debug, Clone, Copy)]
pub(in crate::report::comparison) struct Sides<'s, 'c> {
    pub(in crate::report::comparison) documents: [&'s Located<'c>; 2],
    pub(in crate::report::comparison) names: [&'s str; 2],
}

impl<'s, 'c> Sides<'s, 'c> {
    fn document(&self, side: Side) -> &'s Located<'c> {
        match side {
            Side::One => self.documents[0],
            Side::Other => self.documents[1],
        }
    }

    /// The name of a side with the letter that it has on the page.
    pub(in crate::report::comparison) fn party(&self, side: Side) -> String {
        let (letter, name) = (side.letter(), shown(self.names[side as usize]));
        format!("<span class=\"party\"><b class=\"side-letter\">{letter}</b> <bdi>{name}</bdi></span>")
    }
}

pub(in crate::report::comparison) fn write_reasons(
    sides: &Sides<'_, '_>,
    reasons: &[Explanation],
    out: &mut impl Write,
) -> io::Result<()> {
    if reasons.is_empty() {
        return Ok(());
    }
    writeln!(out, "<ul class=\"reasons\">")?;
    for reason in reasons {
        writeln!(out, "<li>\n<p class=\"what\">{}</p>", message(&reason.message))?;
        if let Some(remedy) = reason.remedy.as_ref().filter(|remedy| !remedy.is_empty()) {
            writeln!(out, "<p class=\"help\"><b>to do</b> {}</p>", message(remedy))?;
        }
        let reference =
            reason.reference.map(|reference| format!("<span>{reference}</span> ")).unwrap_or_default();
        writeln!(out, "<p class=\"where\">{reference}<code>{}</code></p>", reason.cause)?;
        write_evidence(sides, &reason.evidence, out)?;
        writeln!(out, "</li>")?;
    }
    writeln!(out, "</ul>")
}

/// The places, and behind a fold the lines that stand there.
pub(in crate::report::comparison) fn write_evidence(
    sides: &Sides<'_, '_>,
    evidence: &[Evidence],
    out: &mut impl Write,
) -> io::Result<()> {
    if evidence.is_empty() {
        return Ok(());
    }
    let places = evidence.iter().map(|one| {
        format!(
            "<span class=\"place\">{}\u{a0}<bdi>{}</bdi></span>",
            one.side.letter(),
            shown(&place(sides, one))
        )
    });
    writeln!(
        out,
        "<details class=\"evidence\">\n<summary>Evidence {}</summary>\n<div class=\"sides\">",
        places.collect::<Vec<_>>().join(" ")
    )?;
    for side in [Side::One, Side::Other] {
        writeln!(out, "<div><p class=\"version\">{}</p>", sides.party(side))?;
        let mut is_silent = true;
        for one in evidence.iter().filter(|one| one.side == side) {
            is_silent = false;
            write_lines(sides, one, out)?;
        }
        if is_silent {
            writeln!(out, "<p class=\"silent\">Nothing in its statement speaks of it.</p>")?;
        }
        writeln!(out, "</div>")?;
    }
    writeln!(out, "</div>\n</details>")
}

fn place(sides: &Sides<'_, '_>, evidence: &Evidence) -> String {
    let found = sides.document(evidence.side).find(&evidence.route);
    found.map_or_else(|| evidence.route.to_string(), |found| found.shown())
}

fn write_lines(sides: &Sides<'_, '_>, evidence: &Evidence, out: &mut impl Write) -> io::Result<()> {
    let located = sides.document(evidence.side);
    writeln!(
        out,
        "<p class=\"where\"><span class=\"place\"><bdi>{}</bdi></span> <bdi class=\"route\">{}</bdi></p>",
        shown(&place(sides, evidence)),
        shown(&evidence.route.to_string())
    )?;
    let excerpt = located.find(&evidence.route).and_then(|found| located.excerpt(&found, COLUMNS));
    excerpt.map_or(Ok(()), |excerpt| write_excerpt(&excerpt, out))
}
