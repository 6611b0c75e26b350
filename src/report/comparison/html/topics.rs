//! What surrounds the services: character sets, security, limits of associations.

use std::io::{self, Write};

use super::reasons::{write_evidence, write_reasons};
use super::{Page, badge};
use crate::compare::together::Topic;
use crate::pairing::Side;
use crate::report::html::frame::shown;

pub(super) fn write(page: &Page<'_, '_>, out: &mut impl Write) -> io::Result<()> {
    let topics = &page.view.comparison.topics;
    if topics.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "<section id=\"surroundings\" aria-labelledby=\"topics\">\n<h2 id=\"topics\">Beside the services</h2>"
    )?;
    for (number, topic) in topics.iter().enumerate() {
        write_topic(page, number, topic, out)?;
    }
    writeln!(out, "</section>")
}

fn write_topic(page: &Page<'_, '_>, number: usize, topic: &Topic, out: &mut impl Write) -> io::Result<()> {
    let evidence = topic.reasons.iter().flat_map(|reason| &reason.evidence);
    let evidence = evidence.chain(topic.quotes.iter().map(|quote| &quote.evidence));
    writeln!(
        out,
        "<section class=\"item topic\" id=\"t{}\" data-verdict=\"{}\" data-workflow=\"\" data-service=\"\" data-entities=\"{}\">\n\
         <h3>{} {}</h3>\n<div class=\"sides\">",
        number + 1,
        topic.verdict.id(),
        page.entities_of(std::iter::empty(), evidence),
        topic.name,
        badge(topic.verdict)
    )?;
    for side in [Side::One, Side::Other] {
        let said = match topic.said[side as usize].as_deref() {
            Some(said) => format!("<p class=\"value\">{}</p>", shown(said)),
            None => "<p class=\"silent\">Nothing is said.</p>".to_owned(),
        };
        writeln!(out, "<div><p class=\"version\">{}</p>{said}</div>", page.product(side))?;
    }
    writeln!(out, "</div>")?;
    write_reasons(&page.sides, &topic.reasons, out)?;
    for quote in &topic.quotes {
        writeln!(
            out,
            "<blockquote><p><b class=\"side-letter\">{}</b> {}</p></blockquote>",
            quote.evidence.side.letter(),
            shown(quote.text.trim())
        )?;
        write_evidence(&page.sides, std::slice::from_ref(&quote.evidence), out)?;
    }
    writeln!(out, "</section>")
}
