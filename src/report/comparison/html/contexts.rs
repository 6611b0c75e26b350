//! The presentation contexts side by side; SOP classes of which both sides say the same share a row.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::{Page, badge};
use crate::compare::together::{ComparedContext, ComparedOffer, Named};
use crate::pairing::{Side, Verdict};
use crate::report::comparison::wording;
use crate::report::html::frame::{message, shown};

/// SOP classes of which both sides say the same.
#[derive(Debug)]
pub(super) struct Row {
    /// Their positions.
    contexts: Vec<usize>,
}

pub(super) fn write(page: &Page<'_, '_>, out: &mut impl Write) -> io::Result<()> {
    if page.rows.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "<section aria-labelledby=\"contexts\">\n<h2 id=\"contexts\">Presentation contexts side by side</h2>\n\
         <p class=\"remark\">What both sides share stands in full weight, marked ✓; what only one of them has is grey.</p>"
    )?;
    let verdict = |row: &Row| page.context(row).map(|context| context.verdict);
    let is_unasked = |row: &Row| verdict(row) == Some(Verdict::NotClaimed);
    let numbered = || page.rows.iter().enumerate().map(|(number, row)| (number + 1, row));
    let (unasked, asked): (Vec<_>, Vec<_>) = numbered().partition(|(_, row)| is_unasked(row));
    if !asked.is_empty() {
        write_table(page, &asked, out)?;
    }
    if !unasked.is_empty() {
        let count: usize = unasked.iter().map(|(_, row)| row.contexts.len()).sum();
        writeln!(
            out,
            "<details class=\"unasked table\">\n<summary>Accepted, and not asked for <span class=\"count\">{}</span></summary>",
            if count == 1 { "1 SOP class".to_owned() } else { format!("{count} SOP classes") }
        )?;
        write_table(page, &unasked, out)?;
        writeln!(out, "</details>")?;
    }
    writeln!(out, "</section>")
}

fn write_table(page: &Page<'_, '_>, rows: &[(usize, &Row)], out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "<table class=\"contexts\">\n<thead><tr><th scope=\"col\">SOP class</th><th scope=\"col\">{}</th><th scope=\"col\">Agreed</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>",
        page.product(Side::One),
        page.product(Side::Other)
    )?;
    for (number, row) in rows {
        write_row(page, *number, row, out)?;
    }
    writeln!(out, "</tbody>\n</table>")
}

fn write_row(page: &Page<'_, '_>, number: usize, row: &Row, out: &mut impl Write) -> io::Result<()> {
    let Some(context) = page.context(row) else { return Ok(()) };
    let services: BTreeSet<usize> =
        row.contexts.iter().filter_map(|one| page.services.get(*one)).flatten().copied().collect();
    let known = |one: &usize| page.view.comparison.services.get(*one);
    let workflows: BTreeSet<&str> = services.iter().filter_map(known).map(|one| one.workflow.id()).collect();
    let services: Vec<String> = services.iter().map(|one| format!("s{}", one + 1)).collect();
    writeln!(
        out,
        "<tr class=\"item\" id=\"c{number}\" data-verdict=\"{}\" data-workflow=\"{}\" data-service=\"{}\" data-entities=\"{}\">",
        context.verdict.id(),
        workflows.into_iter().collect::<Vec<_>>().join(" "),
        services.join(" "),
        page.entities_of(row.contexts.iter().copied(), std::iter::empty())
    )?;
    writeln!(out, "<th scope=\"row\"><ul>{}</ul></th>", classes(page, row))?;
    let agreed: BTreeSet<&str> = context.agreed.iter().map(|one| one.uid.as_str()).collect();
    for side in [Side::One, Side::Other] {
        if side == Side::Other {
            write_middle(context, out)?;
        }
        let label = format!("{} · {}", side.letter(), shown(page.view.name(side)));
        match &context.offers[side as usize] {
            Some(offer) => {
                let is_initiator = side == context.initiator;
                write!(out, "<td data-label=\"{label}\">{}", said(page, side, offer, is_initiator))?;
                writeln!(
                    out,
                    "<ul>{}</ul></td>",
                    syntaxes(&offer.transfer_syntaxes, &agreed, offer.is_complete)
                )?;
            }
            None => writeln!(out, "<td class=\"none\" data-label=\"{label}\">nothing</td>")?,
        }
    }
    writeln!(out, "</tr>")
}

fn classes(page: &Page<'_, '_>, row: &Row) -> String {
    let contexts = row.contexts.iter().filter_map(|number| page.view.comparison.contexts.get(*number));
    let items: Vec<_> =
        contexts.map(|context| format!("<li><bdi>{}</bdi></li>", shown(&context.name))).collect();
    items.concat()
}

/// What becomes of it: who proposes to whom, and what they agree on.
fn write_middle(context: &ComparedContext, out: &mut impl Write) -> io::Result<()> {
    let arrow = if context.initiator == Side::One { "A → B" } else { "A ← B" };
    write!(
        out,
        "<td class=\"middle\" data-label=\"Agreed\"><p><span class=\"arrow\">{arrow}</span> {}</p>",
        badge(context.verdict)
    )?;
    if !context.agreed.is_empty() {
        let agreed = context.agreed.iter().map(|one| one.uid.as_str()).collect();
        write!(out, "<ul>{}</ul>", syntaxes(&context.agreed, &agreed, true))?;
    }
    for reason in &context.reasons {
        write!(out, "<p class=\"because\">{}</p>", message(&reason.message))?;
    }
    writeln!(out, "</td>")
}

/// Which entity says it, and where.
fn said(page: &Page<'_, '_>, side: Side, offer: &ComparedOffer, is_initiator: bool) -> String {
    let title = offer.ae_title.as_deref().filter(|title| *title != offer.entity);
    let title = title.map(|title| format!(" <code>{}</code>", shown(title))).unwrap_or_default();
    let verb = if is_initiator { "proposes" } else { "accepts" };
    let found = page.view.side(side).find(&offer.route);
    let place = found.map(|found| format!(" <span class=\"place\">line {}</span>", found.start.line));
    format!(
        "<p class=\"offer\"><b><bdi>{}</bdi></b>{title} {verb} as {} <span class=\"place\">in <bdi>{}</bdi>,</span>{}</p>",
        shown(&offer.entity),
        offer.role,
        shown(&offer.activity),
        place.unwrap_or_default()
    )
}

/// Transfer syntaxes, the agreed ones in full weight.
fn syntaxes(named: &[Named], agreed: &BTreeSet<&str>, is_complete: bool) -> String {
    let one = |named: &Named| {
        let remarks = wording::remarks(&named.uid);
        let remarks: Vec<_> =
            remarks.iter().map(|remark| format!(" <span class=\"tag\">{remark}</span>")).collect();
        let remarks = remarks.concat();
        let class = if agreed.contains(named.uid.as_str()) { "agreed" } else { "alone" };
        format!("<li class=\"{class}\">{}{remarks}</li>", shown(&named.name))
    };
    let rest = if is_complete { "" } else { "<li class=\"alone\">others, which cannot be told</li>" };
    named.iter().map(one).collect::<String>() + rest
}

/// The presentation contexts in rows, and the number of the row of each.
pub(super) fn rows(contexts: &[ComparedContext]) -> (Vec<Row>, Vec<usize>) {
    let (mut rows, mut numbers): (Vec<Row>, Vec<usize>) = (Vec::new(), Vec::new());
    for (number, context) in contexts.iter().enumerate() {
        let same = rows.iter().position(|row| {
            row.contexts
                .first()
                .and_then(|first| contexts.get(*first))
                .is_some_and(|first| is_alike(first, context))
        });
        let row = same.unwrap_or(rows.len());
        match rows.get_mut(row) {
            Some(row) => row.contexts.push(number),
            None => rows.push(Row { contexts: vec![number] }),
        }
        numbers.push(row + 1);
    }
    (rows, numbers)
}

/// Whether both sides say the same of two SOP classes, and the same becomes of them.
fn is_alike(one: &ComparedContext, other: &ComparedContext) -> bool {
    let offers = one.offers.iter().zip(&other.offers).all(|pair| match pair {
        (None, None) => true,
        (Some(one), Some(other)) => {
            (&one.entity, &one.activity, one.role, one.is_complete)
                == (&other.entity, &other.activity, other.role, other.is_complete)
                && one.transfer_syntaxes == other.transfer_syntaxes
        }
        _ => false,
    });
    let reasons =
        || one.reasons.iter().map(|one| &one.message).eq(other.reasons.iter().map(|other| &other.message));
    (one.initiator, one.user, one.verdict) == (other.initiator, other.user, other.verdict)
        && offers
        && one.agreed == other.agreed
        && reasons()
}

impl<'c> Page<'_, 'c> {
    /// The first presentation context of a row, which speaks for all of them.
    fn context(&self, row: &Row) -> Option<&'c ComparedContext> {
        row.contexts.first().and_then(|number| self.view.comparison.contexts.get(*number))
    }

    /// The number of the row in which a presentation context stands.
    pub(super) fn row_of(&self, context: usize) -> Option<usize> {
        self.row_numbers.get(context).copied()
    }
}
