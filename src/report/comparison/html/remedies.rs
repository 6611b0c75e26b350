//! What would make it work, each remedy once with the services that it is good for.

use std::io::{self, Write};

use super::{Page, way_id};
use crate::compare::together::ComparedService;
use crate::pairing::{Side, Verdict};
use crate::report::html::frame::{message, shown};

/// How many remedies stand there unfolded.
const MOST_OPEN: usize = 12;

/// How many services of a remedy are named.
const MOST_SERVICES: usize = 8;

/// Something to change or to find out.
struct Remedy<'c> {
    text: &'c str,
    verdict: Verdict,
    services: Vec<(String, &'c ComparedService, Side)>,
}

pub(super) fn write(page: &Page<'_, '_>, out: &mut impl Write) -> io::Result<()> {
    let remedies = remedies(page);
    if remedies.is_empty() {
        return Ok(());
    }
    let open = if remedies.len() > MOST_OPEN { "" } else { " open" };
    writeln!(
        out,
        "<details class=\"table\" id=\"remedies\"{open}>\n<summary><h2>What would make it work</h2> <span class=\"count\">{}</span></summary>\n<ul class=\"remedies\">",
        remedies.len()
    )?;
    for Remedy { text, verdict, services } in &remedies {
        let shown_services = services.iter().take(MOST_SERVICES).map(|(id, service, user)| {
            format!(
                "<a href=\"#{id}\"><bdi>{}</bdi></a> ({})",
                shown(&service.name),
                super::wording::direction(*user)
            )
        });
        let more = services.len().saturating_sub(MOST_SERVICES);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        writeln!(
            out,
            "<li>{} {}<br><span class=\"because\">for {}{more}</span></li>",
            super::badge(*verdict),
            message(text),
            shown_services.collect::<Vec<_>>().join(", ")
        )?;
    }
    writeln!(out, "</ul>\n</details>")
}

/// The remedies, what does not work at all first.
fn remedies<'c>(page: &Page<'_, 'c>) -> Vec<Remedy<'c>> {
    let mut remedies: Vec<Remedy<'c>> = Vec::new();
    for (number, service) in page.view.comparison.services.iter().enumerate() {
        for way in &service.ways {
            for reason in way.steps.iter().flat_map(|step| &step.reasons) {
                let text = reason.remedy.as_deref().unwrap_or_default();
                if text.is_empty() || matches!(reason.verdict, Verdict::Works | Verdict::NotClaimed) {
                    continue;
                }
                let entry = (way_id(number, way), service, way.user);
                match remedies.iter_mut().find(|one| one.text == text && one.verdict == reason.verdict) {
                    Some(one) if one.services.iter().any(|(id, ..)| *id == entry.0) => {}
                    Some(one) => one.services.push(entry),
                    None => remedies.push(Remedy { text, verdict: reason.verdict, services: vec![entry] }),
                }
            }
        }
    }
    remedies.sort_by_key(|one| std::cmp::Reverse(one.verdict));
    remedies
}
