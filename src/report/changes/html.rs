//! Changes as one HTML page: the answer first, then the two versions side by side.
//!
//! As on the page of findings, nothing that a document says becomes markup, and nothing but the page's own style and
//! script loads or runs.

mod change;
mod overview;
mod rules;

use std::io::{self, Write};

use self::change::write_change;
use super::{Changes, Subject};
use crate::compare::{Change, Impact};
use crate::report::html::frame::{Frame, counted, shown};

/// What the page may do. Written by `DICOMPLY_BLESS=1 cargo test`.
const POLICY: &str = include_str!("html/policy.txt");

/// How many changes a page has whose editorial changes are open from the start.
const MOST_OPEN: usize = 300;

pub(super) fn write(changes: &Changes<'_>, out: &mut impl Write) -> io::Result<()> {
    let frame = Frame {
        title: &changes.summary(),
        policy: POLICY,
        style: include_str!("html/style.css"),
        script: include_str!("html/script.js"),
        skip: "Skip to the changes",
    };
    frame.head(out)?;
    overview::write_filters(changes, out)?;
    writeln!(out, "<main id=\"main\" tabindex=\"-1\">")?;
    overview::write_opening(changes, out)?;
    if !changes.diff.is_empty() {
        overview::write_areas(changes, out)?;
        write_changes(changes, out)?;
        rules::write(changes, out)?;
    }
    frame.foot(out)
}

fn write_changes(changes: &Changes<'_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "<section aria-labelledby=\"changes\">\n<h2 id=\"changes\">Changes</h2>\n<div id=\"groups\">"
    )?;
    let mut number = 0;
    for (impact, count) in changes.counts().into_iter().filter(|(_, count)| *count > 0) {
        let is_open = changes.diff.changes.len() <= MOST_OPEN || impact != Impact::Editorial;
        let open = if is_open { " open" } else { "" };
        writeln!(
            out,
            "<details class=\"group\" id=\"impact-{impact}\" data-name=\"{impact}\"{open}>\n\
             <summary><h3 class=\"{impact}\">{}</h3> <span class=\"count\">{}</span></summary>\n<p class=\"about\">{}</p>",
            title(impact),
            counted(count, "change"),
            about(impact),
        )?;
        for subject in changes.subjects(impact) {
            write_subject(changes, &subject, &mut number, out)?;
        }
        writeln!(out, "</details>")?;
    }
    writeln!(out, "</div>\n</section>")
}

fn write_subject(
    changes: &Changes<'_>,
    subject: &Subject<'_>,
    number: &mut usize,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "<div class=\"subject\">")?;
    if !subject.line.is_empty() {
        writeln!(out, "<h4><bdi>{}</bdi></h4>", shown(&subject.line))?;
    }
    writeln!(out, "<ol class=\"findings\">")?;
    for change in &subject.changes {
        *number += 1;
        write_change(changes, change, *number, out)?;
    }
    writeln!(out, "</ol>\n</div>")
}

const fn title(impact: Impact) -> &'static str {
    match impact {
        Impact::Breaking => "Breaking",
        Impact::Compatible => "Compatible",
        Impact::Editorial => "Editorial",
    }
}

const fn about(impact: Impact) -> &'static str {
    match impact {
        Impact::Breaking => "What a peer could rely on is gone or narrower.",
        Impact::Compatible => "More is supported or less is asked for; what worked goes on working.",
        Impact::Editorial => "The same is said in other words.",
    }
}

/// The outermost of what a change is about: an entity, a part of the document.
fn entity(change: &Change) -> &str {
    change.subject.first().map_or("", String::as_str)
}
