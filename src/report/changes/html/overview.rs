//! What the page says first, and how it is narrowed down.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::{entity, title};
use crate::compare::Impact;
use crate::report::changes::{Changes, Located, noun, told_doubts};
use crate::report::html::frame::{message, shown};

/// The answer, in words and colours, and which versions it is about.
pub(super) fn write_opening(changes: &Changes<'_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "<header class=\"opening\">\n<p class=\"kind\">Changes, told by dicomply {}</p>\n<h1>{}</h1>",
        env!("CARGO_PKG_VERSION"),
        sentence(changes)
    )?;
    match changes.doubtful {
        Some(doubtful) => {
            writeln!(out, "<p class=\"remark error\">Attention: {}.</p>", told_doubts(doubtful))?;
        }
        None if changes.diff.is_empty() => {
            writeln!(out, "<p class=\"beside\">The two versions say the same.</p>")?;
        }
        None => {}
    }
    for finding in changes.version_findings {
        let help = finding.help.as_deref().map(message).unwrap_or_default();
        writeln!(
            out,
            "<p class=\"unmoved\"><b class=\"error\">Version</b> {} <span class=\"help\"><b>help</b> {help}</span></p>",
            message(&finding.message),
        )?;
    }
    write_versions(changes, out)?;
    writeln!(out, "</header>")
}

fn sentence(changes: &Changes<'_>) -> String {
    let counts = changes.counts();
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    if all == 0 {
        return "No changes".to_owned();
    }
    let some = counts.iter().filter(|(_, count)| *count > 0);
    let some: Vec<String> =
        some.map(|(impact, count)| format!("<span class=\"{impact}\">{count} {impact}</span>")).collect();
    format!("{} {}", some.join(", "), noun(all))
}

fn write_versions(changes: &Changes<'_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "<table id=\"versions\">\n<thead><tr><th scope=\"col\">Version</th><th scope=\"col\">Old</th><th scope=\"col\">New</th></tr></thead>\n<tbody>"
    )?;
    let (old, new) = (rows(&changes.old), rows(&changes.new));
    for ((name, old), (_, new)) in
        old.into_iter().zip(new).filter(|((_, old), (_, new))| old.is_some() || new.is_some())
    {
        let cell = |text: Option<String>| {
            text.map_or("<td class=\"none\">–</td>".to_owned(), |text| {
                format!("<td><bdi>{}</bdi></td>", shown(&text))
            })
        };
        writeln!(out, "<tr><th scope=\"row\">{name}</th>{}{}</tr>", cell(old), cell(new))?;
    }
    writeln!(out, "</tbody>\n</table>")
}

/// What tells one version from the other.
fn rows(version: &Located<'_>) -> [(&'static str, Option<String>); 5] {
    let statement = version.statement();
    let (name, number) = version.title();
    let versions =
        statement.map(|one| one.product.versions.join(", ")).filter(|versions| !versions.is_empty());
    let date = statement.and_then(|one| one.statement.date).map(|date| date.to_string());
    [
        (if statement.is_some() { "Product" } else { "Organization" }, name.map(str::to_owned)),
        ("Product versions", versions),
        ("Document version", number.map(str::to_owned)),
        ("Date", date),
        ("File", Some(version.path().to_owned())),
    ]
}

/// How the changes are distributed over what they are about.
pub(super) fn write_areas(changes: &Changes<'_>, out: &mut impl Write) -> io::Result<()> {
    let mut areas: BTreeMap<_, [usize; 3]> = BTreeMap::new();
    for change in &changes.diff.changes {
        let counts = areas.entry(change.rule.area).or_default();
        let column = Impact::ALL.iter().position(|impact| *impact == change.impact);
        if let Some(count) = column.and_then(|column| counts.get_mut(column)) {
            *count += 1;
        }
    }
    writeln!(
        out,
        "<details class=\"table\" open>\n<summary><h2>By area</h2> <span class=\"count\">{}</span></summary>\n<table id=\"areas\">\n<thead><tr><th scope=\"col\">Area</th>",
        areas.len()
    )?;
    for impact in Impact::ALL {
        writeln!(out, "<th scope=\"col\" class=\"end\">{}</th>", title(impact))?;
    }
    writeln!(out, "</tr></thead>\n<tbody>")?;
    for (area, counts) in areas {
        let cells: String = counts.iter().map(|count| cell(*count)).collect();
        writeln!(out, "<tr><th scope=\"row\">{area}</th>{cells}</tr>")?;
    }
    writeln!(out, "</tbody>\n</table>\n</details>")
}

fn cell(count: usize) -> String {
    if count == 0 {
        "<td class=\"end none\">–</td>".to_owned()
    } else {
        format!("<td class=\"end\">{count}</td>")
    }
}

/// The filters; the script shows them.
pub(super) fn write_filters(changes: &Changes<'_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "<div class=\"side\">\n<p class=\"bar\"><a href=\"#main\">Changes</a></p>\n<details id=\"filters\" hidden>\n<summary>Filters</summary>\n<form>\n\
         <label>Search<input type=\"search\" name=\"q\" autocomplete=\"off\" spellcheck=\"false\"></label>\n\
         <fieldset><legend>Impact</legend>"
    )?;
    for (impact, count) in changes.counts() {
        writeln!(
            out,
            "<label><input type=\"checkbox\" name=\"impact\" value=\"{impact}\" checked> <span class=\"severity {impact}\">{impact}</span> <span class=\"count\">{count}</span></label>"
        )?;
    }
    writeln!(out, "</fieldset>\n<label>About<select name=\"about\"><option value=\"\">everything</option>")?;
    let all = || changes.diff.changes.iter();
    write_options(all().map(entity).filter(|entity| !entity.is_empty()).collect(), out)?;
    writeln!(
        out,
        "</select></label>\n<label>Rule<select name=\"rule\"><option value=\"\">all rules</option>"
    )?;
    write_options(all().map(|change| change.rule.id).collect(), out)?;
    writeln!(
        out,
        "</select></label>\n<p class=\"outcome\"><output></output> <button type=\"reset\">Show all</button></p>\n</form>\n</details>\n</div>"
    )
}

fn write_options(mut names: Vec<&str>, out: &mut impl Write) -> io::Result<()> {
    names.sort_unstable();
    names.dedup();
    for name in names {
        let name = shown(name);
        writeln!(out, "<option value=\"{name}\">{name}</option>")?;
    }
    Ok(())
}
