//! What changes in a fleet as one HTML page, of the same style as that of a matrix.

use std::io::{self, Write};

use super::super::html::pairs::badge;
use super::super::html::{frame, mark};
use super::super::{named, words};
use super::{UpgradeReport, outcome};
use crate::compare::matrix::PairChange;
use crate::pairing::Verdict;
use crate::report::html::frame::shown;

pub(super) fn write(report: UpgradeReport<'_>, out: &mut impl Write) -> io::Result<()> {
    let title = report.title();
    let frame = frame(&title);
    frame.head(out)?;
    writeln!(
        out,
        "<div class=\"side\"><p class=\"bar\"><a href=\"#main\">Upgrade</a></p></div>\n<main id=\"main\" tabindex=\"-1\">\n\
         <header class=\"opening\">\n<p class=\"kind\">Upgrade by dicomply {}</p>\n<h1>{}</h1>\n<p class=\"beside\">{}</p>\n</header>",
        env!("CARGO_PKG_VERSION"),
        shown(&title),
        shown(&report.summary())
    )?;
    for change in &report.upgrade.changes {
        write_pair(report, change, out)?;
    }
    frame.foot(out)
}

fn write_pair(report: UpgradeReport<'_>, change: &PairChange, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "<section>\n<h2><bdi>{}</bdi></h2>\n<p>{} <span class=\"arrow\">→</span> {}</p>\n<table class=\"upgrade\">\n\
         <thead><tr><th scope=\"col\">Service</th><th scope=\"col\">Who asks</th><th scope=\"col\">Before</th>\
         <th scope=\"col\">After</th><th scope=\"col\">First cause</th></tr></thead>\n<tbody>",
        shown(&named(&change.other)),
        badge(change.before),
        badge(change.after)
    )?;
    for way in &change.ways {
        let cause = way.cause.as_deref().map_or_else(|| "–".to_owned(), |cause| shown(&words(cause)));
        writeln!(
            out,
            "<tr><th scope=\"row\"><bdi>{}</bdi></th><td><bdi>{}</bdi></td><td>{}</td><td><b>{}:</b> {}</td><td>{cause}</td></tr>",
            shown(&way.service.name),
            shown(&report.user(change, way)),
            cell(way.before, false),
            way.turn.as_str(),
            cell(way.after, true)
        )?;
    }
    writeln!(out, "</tbody>\n</table>\n</section>")
}

fn cell(verdict: Option<Verdict>, is_after: bool) -> String {
    let words = outcome(verdict, is_after);
    match verdict {
        Some(verdict) => format!("<span class=\"verdict {}\">{} {words}</span>", verdict.id(), mark(verdict)),
        None => format!("<span class=\"count\">{words}</span>"),
    }
}
