//! The rules that say what the changes mean, each with its page.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::compare::ChangeRule;
use crate::document::prose;
use crate::render::html::part;
use crate::report::changes::Changes;
use crate::report::html::frame::{message, shown};
use crate::report::html::rules::sections;

pub(super) fn write(changes: &Changes<'_>, out: &mut impl Write) -> io::Result<()> {
    let rules = changes.diff.changes.iter().map(|change| (change.rule.id, change.rule));
    let rules: BTreeMap<&str, &ChangeRule> = rules.collect();
    writeln!(
        out,
        "<section aria-labelledby=\"rules\">\n<h2 id=\"rules\">Why a change means what it means</h2>"
    )?;
    for (id, rule) in rules {
        writeln!(
            out,
            "<details class=\"page\" id=\"rule-{id}\">\n<summary><code>{id}</code> <span>{}</span></summary>\n<div>\n\
             <p class=\"identity\">{} · {} · since {}</p>",
            message(&rule.summary()),
            rule.impact,
            rule.area,
            rule.since
        )?;
        for (title, text) in sections(&rule.linked_page()) {
            if !title.is_empty() {
                writeln!(out, "<h4>{}</h4>", shown(&title))?;
            }
            out.write_all(part(prose(&text)).as_bytes())?;
        }
        writeln!(out, "</div>\n</details>")?;
    }
    writeln!(out, "</section>")
}
