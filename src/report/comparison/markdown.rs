//! A comparison as Markdown: for comments and wikis.

use std::io::{self, Write};

use super::{SideBySide, reasons, wording};
use crate::compare::together::{ComparedContext, ComparedWay, Explanation, Named, Topic};
use crate::pairing::{Side, Verdict};
use crate::report::markdown::{code, escaped, marked};
use crate::report::plain::{cropped, plain};

/// How long a text may be.
const LONGEST_TEXT: usize = 1_000;

/// How many presentation contexts are listed. GitHub takes comments of 65536 characters.
const MOST: usize = 100;

pub(super) fn write(view: &SideBySide<'_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "## {}\n", text(&wording::capitalized(&wording::answer(view))))?;
    writeln!(out, "Services: {}.\n", wording::total(&view.tally()))?;
    writeln!(out, "| | product | versions | statement |\n|---|---|---|---|")?;
    for side in [Side::One, Side::Other] {
        let product = &view.comparison.products[side as usize];
        let (versions, path) = (text(&product.versions.join(", ")), code(&plain(view.side(side).path())));
        writeln!(out, "| {} | {} | {versions} | {path} |", side.letter(), text(&product.name))?;
    }
    write_services(view, out)?;
    write_contexts(view, out)?;
    write_topics(view, out)
}

fn write_services(view: &SideBySide<'_>, out: &mut impl Write) -> io::Result<()> {
    for (workflow, services) in view.workflows() {
        writeln!(out, "\n### {}\n", workflow.as_str())?;
        let ways =
            services.iter().flat_map(|(_, service)| service.ways.iter().map(move |way| (service, way)));
        let (unasked, asked): (Vec<_>, Vec<_>) =
            ways.partition(|(_, way)| way.verdict == Verdict::NotClaimed);
        let has_table = !asked.is_empty();
        if has_table {
            writeln!(out, "| | service | verdict | why, and what would mend it |\n|---|---|---|---|")?;
        }
        for (service, way) in asked {
            let (direction, name) = (wording::direction(way.user), text(&service.name));
            writeln!(out, "| {direction} | {name} | {} | {} |", verdict(way.verdict), why(way))?;
        }
        if !unasked.is_empty() {
            let names: Vec<String> = unasked
                .iter()
                .map(|(service, way)| format!("{} ({})", text(&service.name), wording::direction(way.user)))
                .collect();
            let gap = if has_table { "\n" } else { "" };
            writeln!(out, "{gap}Not asked for: {}", names.join(", "))?;
        }
    }
    Ok(())
}

fn verdict(verdict: Verdict) -> String {
    format!("{} {}", wording::sign(verdict), verdict.as_str())
}

fn why(way: &ComparedWay) -> String {
    reasons(way).into_iter().map(told).collect::<Vec<_>>().join("<br>")
}

/// A reason in a cell.
pub(super) fn told(reason: &Explanation) -> String {
    let message = marked(&shown(&reason.message));
    let reference = reason.reference.map(|reference| format!(" ({reference})")).unwrap_or_default();
    let remedy = reason.remedy.as_ref().filter(|remedy| !remedy.is_empty());
    let remedy = remedy.map(|remedy| format!("; {}", marked(&shown(remedy)))).unwrap_or_default();
    format!("{message}{reference}{remedy}")
}

fn write_contexts(view: &SideBySide<'_>, out: &mut impl Write) -> io::Result<()> {
    let asked: Vec<&ComparedContext> =
        view.comparison.contexts.iter().filter(|context| context.verdict != Verdict::NotClaimed).collect();
    if asked.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n<details>\n<summary>Presentation contexts side by side ({})</summary>\n", asked.len())?;
    writeln!(out, "| SOP class | A | | agreed transfer syntaxes | B |\n|---|---|---|---|---|")?;
    for context in asked.iter().take(MOST) {
        let [one, other] = [Side::One, Side::Other].map(|side| offer(context, side));
        let agreed = names(&context.agreed);
        let agreed = if agreed.is_empty() { "–" } else { &agreed };
        let arrow = if context.initiator == Side::One { "→" } else { "←" };
        let sign = wording::sign(context.verdict);
        writeln!(out, "| {} | {one} | {sign} {arrow} | {agreed} | {other} |", text(&context.name))?;
    }
    if asked.len() > MOST {
        writeln!(out, "\nand {} more", asked.len() - MOST)?;
    }
    writeln!(out, "\n</details>")
}

fn offer(context: &ComparedContext, side: Side) -> String {
    let Some(offer) = &context.offers[side as usize] else { return "–".to_owned() };
    format!("{} {}: {}", text(&offer.entity), offer.role, names(&offer.transfer_syntaxes))
}

fn names(syntaxes: &[Named]) -> String {
    let one = |named: &Named| {
        let remarks = wording::remarks(&named.uid);
        let remarks = if remarks.is_empty() { String::new() } else { format!(" ({})", remarks.join(", ")) };
        format!("{}{remarks}", text(&named.name))
    };
    syntaxes.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn write_topics(view: &SideBySide<'_>, out: &mut impl Write) -> io::Result<()> {
    let topics = &view.comparison.topics;
    if topics.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n### Beside the services\n")?;
    writeln!(out, "| | verdict | A | B | what there is to know |\n|---|---|---|---|---|")?;
    topics.iter().try_for_each(|topic| write_topic(topic, out))
}

fn write_topic(topic: &Topic, out: &mut impl Write) -> io::Result<()> {
    let said = |side: Side| topic.said[side as usize].as_deref().map_or_else(|| "–".to_owned(), text);
    let reasons = topic.reasons.iter().map(told);
    let quotes = topic
        .quotes
        .iter()
        .map(|quote| format!("{}: “{}”", quote.evidence.side.letter(), text(quote.text.trim())));
    let known: Vec<String> = reasons.chain(quotes).collect();
    let (name, one, other) = (topic.name, said(Side::One), said(Side::Other));
    writeln!(out, "| {name} | {} | {one} | {other} | {} |", verdict(topic.verdict), known.join("<br>"))
}

/// A text of a document in which nothing means anything, in one line.
pub(super) fn text(text: &str) -> String {
    escaped(&shown(text))
}

/// The same with its backticks.
pub(super) fn shown(text: &str) -> String {
    plain(&cropped(text, LONGEST_TEXT).replace(['\n', '\r', '\t'], " "))
}
