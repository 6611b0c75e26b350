//! What the page says first, and how it is narrowed down.

use std::io::{self, Write};

use super::{Page, badge, sign, way_id};
use crate::compare::together::{ComparedService, ComparedWay};
use crate::pairing::{Side, Verdict, Workflow};
use crate::report::comparison::{reasons, wording};
use crate::report::html::frame::{counted, message, shown};
use crate::report::plain::cropped;

/// How long a reason may be where it stands in brief.
const LONGEST_REASON: usize = 160;

/// The answer, in words and signs, and what it is about.
pub(super) fn write_opening(page: &Page<'_, '_>, out: &mut impl Write) -> io::Result<()> {
    let answer = wording::capitalized(&wording::answer(page.view));
    writeln!(
        out,
        "<header class=\"opening\">\n<p class=\"kind\">Comparison by dicomply {}</p>\n<h1>{}</h1>",
        env!("CARGO_PKG_VERSION"),
        shown(&answer)
    )?;
    for side in [Side::One, Side::Other] {
        write_product(page, side, out)?;
    }
    let counts = page.view.tally().into_iter().filter(|(_, count)| *count > 0);
    let counts = counts.map(|(verdict, count)| {
        let (id, words) = (verdict.id(), wording::counted(verdict, count));
        format!("<span class=\"verdict {id}\">{} {words}</span>", sign(verdict))
    });
    writeln!(out, "<p class=\"tally\"><span>Services:</span> {}</p>", counts.collect::<Vec<_>>().join(" "))?;
    write_doubts(page, out)?;
    writeln!(out, "</header>")
}

/// What is compared, in a line.
fn write_product(page: &Page<'_, '_>, side: Side, out: &mut impl Write) -> io::Result<()> {
    let product = &page.view.comparison.products[side as usize];
    writeln!(
        out,
        "<p class=\"product\"><b class=\"side-letter\">{}</b> <bdi>{}</bdi> <span class=\"versions\"><bdi>{}</bdi></span> <span class=\"file\"><bdi>{}</bdi></span></p>",
        side.letter(),
        shown(&product.name),
        shown(&product.versions.join(", ")),
        shown(page.view.side(side).path())
    )
}

/// Which statement has errors.
fn write_doubts(page: &Page<'_, '_>, out: &mut impl Write) -> io::Result<()> {
    for side in [Side::One, Side::Other] {
        let located = page.view.side(side);
        if located.read.errors > 0 {
            writeln!(
                out,
                "<p class=\"doubt\"><b>The comparison rests on what could be read:</b> <bdi>{}</bdi> has {}.</p>",
                shown(located.path()),
                counted(located.read.errors, "error")
            )?;
        }
    }
    Ok(())
}

/// What tells the two statements apart.
pub(super) fn write_products(page: &Page<'_, '_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "<details class=\"table\">\n<summary><h2>The two statements</h2></summary>\n<table id=\"products\">\n<thead><tr><th scope=\"col\"></th><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead>\n<tbody>"
    )?;
    let [one, other] = [Side::One, Side::Other].map(|side| rows(page, side));
    for ((name, one), (_, other)) in one.into_iter().zip(other) {
        if one.is_empty() && other.is_empty() {
            continue;
        }
        let cell = |text: String| {
            if text.is_empty() {
                "<td class=\"none\">–</td>".to_owned()
            } else {
                format!("<td><bdi>{}</bdi></td>", shown(&text))
            }
        };
        writeln!(out, "<tr><th scope=\"row\">{name}</th>{}{}</tr>", cell(one), cell(other))?;
    }
    writeln!(out, "</tbody>\n</table>\n</details>")
}

fn rows(page: &Page<'_, '_>, side: Side) -> [(&'static str, String); 5] {
    let (product, located) = (&page.view.comparison.products[side as usize], page.view.side(side));
    let statement = located.statement().map(|one| &one.statement);
    let version = statement.and_then(|one| one.version.clone());
    let date = statement.and_then(|one| one.date).map(|date| date.to_string());
    let stated = version.into_iter().chain(date).collect::<Vec<_>>().join(", ");
    let entities = located.statement().into_iter().flat_map(|one| one.application_entities.iter());
    let entities = entities.map(|(name, entity)| match &entity.ae_title {
        Some(title) if title != name => format!("{name} ({title})"),
        _ => name.clone(),
    });
    [
        ("Product", product.name.clone()),
        ("Versions", product.versions.join(", ")),
        ("Application Entities", entities.collect::<Vec<_>>().join(", ")),
        ("Statement", stated),
        ("File", located.path().to_owned()),
    ]
}

/// What works and what does not, by what people do and by who asks whom.
pub(super) fn write_glance(page: &Page<'_, '_>, out: &mut impl Write) -> io::Result<()> {
    if page.view.comparison.services.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "<section aria-labelledby=\"glance\">\n<h2 id=\"glance\">What works, and what does not</h2>\n<table class=\"glance\">\n\
         <thead><tr><th scope=\"col\"></th><th scope=\"col\">{} <span class=\"because\">what A asks of B</span></th>\
         <th scope=\"col\">{} <span class=\"because\">what B asks of A</span></th></tr></thead>\n<tbody>",
        page.direction(Side::One),
        page.direction(Side::Other)
    )?;
    for (workflow, services) in page.view.workflows() {
        write!(out, "<tr><th scope=\"row\"><a href=\"#w-{}\">{}</a></th>", workflow.id(), workflow.as_str())?;
        for user in [Side::One, Side::Other] {
            write_cell(workflow, &services, user, out)?;
        }
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</tbody>\n</table>\n</section>")
}

fn write_cell(
    workflow: Workflow,
    services: &[(usize, &ComparedService)],
    user: Side,
    out: &mut impl Write,
) -> io::Result<()> {
    let ways = services.iter().flat_map(|(number, service)| {
        let ways = service.ways.iter().filter(|way| way.user == user);
        ways.map(|way| (*number, *service, way))
    });
    let (unasked, asked): (Vec<_>, Vec<_>) = ways.partition(|(.., way)| way.verdict == Verdict::NotClaimed);
    if asked.is_empty() && unasked.is_empty() {
        return write!(out, "<td class=\"none\">–</td>");
    }
    write!(out, "<td data-label=\"{}\"><ul>", wording::direction(user))?;
    for (number, service, way) in asked {
        write_way(number, service, way, out)?;
    }
    if !unasked.is_empty() {
        write!(
            out,
            "<li class=\"not_claimed\">{} <span class=\"because\"><a href=\"#w-{}\">{} not asked for</a></span></li>",
            sign(Verdict::NotClaimed),
            workflow.id(),
            unasked.len()
        )?;
    }
    write!(out, "</ul></td>")
}

fn write_way(
    number: usize,
    service: &ComparedService,
    way: &ComparedWay,
    out: &mut impl Write,
) -> io::Result<()> {
    let (verdict, id) = (way.verdict, way_id(number, way));
    let because = reasons(way)
        .first()
        .filter(|_| verdict != Verdict::Works)
        .map(|reason| format!(": {}", message(&cropped(&reason.message, LONGEST_REASON))));
    write!(
        out,
        "<li class=\"{0}\">{1} <a href=\"#{id}\"><bdi>{2}</bdi></a> \
         <span class=\"because\"><span class=\"verdict {0}\">{3}</span>{4}</span></li>",
        verdict.id(),
        sign(verdict),
        shown(&service.name),
        verdict.as_str(),
        because.unwrap_or_default()
    )
}

/// The filters; the script shows them.
pub(super) fn write_filters(page: &Page<'_, '_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "<div class=\"side\">\n<p class=\"bar\"><a href=\"#main\">Comparison</a></p>\n<details id=\"filters\" hidden>\n<summary>Filters</summary>\n<form data-word=\"service\">\n\
         <label>Search<input type=\"search\" name=\"q\" autocomplete=\"off\" spellcheck=\"false\"></label>\n\
         <fieldset><legend>Show</legend>\n\
         <label><input type=\"radio\" name=\"show\" value=\"all\" checked> Everything</label>\n\
         <label><input type=\"radio\" name=\"show\" value=\"problems\"> Only problems</label></fieldset>\n\
         <label>What people do<select name=\"workflow\"><option value=\"\">everything</option>"
    )?;
    for (workflow, _) in page.view.workflows() {
        writeln!(out, "<option value=\"{}\">{}</option>", workflow.id(), workflow.as_str())?;
    }
    writeln!(
        out,
        "</select></label>\n<label>Service<select name=\"service\"><option value=\"\">all services</option>"
    )?;
    for (number, service) in page.view.comparison.services.iter().enumerate() {
        let name = shown(&service.name);
        writeln!(out, "<option value=\"{name}\" data-id=\"s{}\">{name}</option>", number + 1)?;
    }
    writeln!(
        out,
        "</select></label>\n<label>Application Entity<select name=\"ae\"><option value=\"\">all of both</option>"
    )?;
    for (side, name) in &page.entities {
        let id = page.entity_id(*side, name).unwrap_or_default();
        let (letter, name) = (side.letter(), shown(name));
        writeln!(out, "<option value=\"{letter}#{name}\" data-id=\"{id}\">{letter} · {name}</option>")?;
    }
    writeln!(
        out,
        "</select></label>\n<p class=\"outcome\"><output></output> <button type=\"reset\">Show all</button></p>\n</form>\n</details>\n</div>"
    )
}

/// The heading of a service, with who asks whom.
pub(super) fn heading(page: &Page<'_, '_>, service: &ComparedService, way: &ComparedWay) -> String {
    let one_way = if service.verdict == Verdict::OneWay {
        format!(" {}", badge(Verdict::OneWay))
    } else {
        String::new()
    };
    let uid = service.sop_class.as_deref().filter(|uid| *uid != service.name);
    let uid = uid.map(|uid| format!(" <code class=\"uid\">{}</code>", shown(uid))).unwrap_or_default();
    format!(
        "<h4><span class=\"verdict {}\">{}</span> <bdi>{}</bdi></h4>\n<p class=\"direction\">{} {}{one_way}{uid}</p>",
        way.verdict.id(),
        sign(way.verdict),
        shown(&service.name),
        page.direction(way.user),
        badge(way.verdict),
    )
}
