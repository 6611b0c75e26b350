//! What the page says first, and how it is narrowed down.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::Page;
use super::frame::{counted, message, shown};
use crate::finding::Severity;
use crate::report::Summary;

/// How many rows a table has that is open from the start.
const MOST_ROWS: usize = 12;

const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

/// The answer, in words and colours.
pub(super) fn sentence(summary: Summary) -> String {
    let counts = [summary.errors, summary.warnings, summary.infos];
    let found: Vec<String> = SEVERITIES
        .iter()
        .zip(counts)
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| {
            format!("<span class=\"{severity}\">{}</span>", counted(count, severity.as_str()))
        })
        .collect();
    let found = if found.is_empty() { "No findings".to_owned() } else { found.join(", ") };
    format!("{found} in {}", counted(summary.files, "file"))
}

/// The findings of each severity in every file under examination.
fn files<'p>(page: &Page<'p>) -> BTreeMap<&'p str, [usize; 3]> {
    let report = page.report;
    let mut files: BTreeMap<&str, [usize; 3]> = report.examined_paths().map(|path| (path, [0; 3])).collect();
    for located in &report.findings {
        let counts = files.entry(report.path(located.spot.file)).or_default();
        let column = SEVERITIES.iter().position(|severity| *severity == located.finding.severity);
        if let Some(count) = column.and_then(|column| counts.get_mut(column)) {
            *count += 1;
        }
    }
    files
}

/// How the findings are distributed over files and over rules.
pub(super) fn write_tables(page: &Page<'_>, out: &mut impl Write) -> io::Result<()> {
    if page.report.findings.is_empty() {
        return Ok(());
    }
    let files = files(page);
    fold("By file", files.len(), out)?;
    writeln!(
        out,
        "<table id=\"files\">\n<thead><tr><th scope=\"col\">File</th><th scope=\"col\" class=\"end\">Errors</th>\
         <th scope=\"col\" class=\"end\">Warnings</th><th scope=\"col\" class=\"end\">Infos</th></tr></thead>\n<tbody>"
    )?;
    for (path, counts) in &files {
        let cells: String = counts.iter().map(|count| cell(*count)).collect();
        let path = shown(path);
        writeln!(out, "<tr><th scope=\"row\" data-name=\"{path}\"><bdi>{path}</bdi></th>{cells}</tr>")?;
    }
    writeln!(out, "</tbody>\n</table>\n</details>")?;
    fold("By rule", page.groups.len(), out)?;
    writeln!(
        out,
        "<table id=\"rules\">\n<thead><tr><th scope=\"col\">Rule</th><th scope=\"col\">Severity</th>\
         <th scope=\"col\" class=\"end\">Findings</th><th scope=\"col\" class=\"wide\">What it reports</th></tr></thead>\n<tbody>"
    )?;
    for group in &page.groups {
        let (id, severity, count) = (shown(group.id), group.severity, group.findings.len());
        writeln!(
            out,
            "<tr><th scope=\"row\"><a href=\"#rule-{id}\">{id}</a></th><td><span class=\"severity {severity}\">{severity}</span></td>\
             <td class=\"end\">{count}</td><td class=\"wide\">{}</td></tr>",
            message(&group.summary())
        )?;
    }
    writeln!(out, "</tbody>\n</table>\n</details>")
}

fn fold(title: &str, rows: usize, out: &mut impl Write) -> io::Result<()> {
    let open = if rows > MOST_ROWS { "" } else { " open" };
    writeln!(
        out,
        "<details class=\"table\"{open}>\n<summary><h2>{title}</h2> <span class=\"count\">{rows}</span></summary>"
    )
}

fn cell(count: usize) -> String {
    if count == 0 {
        "<td class=\"end none\">–</td>".to_owned()
    } else {
        format!("<td class=\"end\">{count}</td>")
    }
}

/// The filters; the script shows them.
pub(super) fn write_filters(page: &Page<'_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "<div class=\"side\">\n<p class=\"bar\"><a href=\"#main\">Lint report</a></p>\n<details id=\"filters\" hidden>\n<summary>Filters</summary>\n<form>\n\
         <label>Search<input type=\"search\" name=\"q\" autocomplete=\"off\" spellcheck=\"false\"></label>\n\
         <fieldset><legend>Group by</legend>\n\
         <label><input type=\"radio\" name=\"group\" value=\"rule\" checked> Rule</label>\n\
         <label><input type=\"radio\" name=\"group\" value=\"file\"> File</label></fieldset>\n\
         <fieldset><legend>Severity</legend>"
    )?;
    let summary = page.report.summary;
    for (severity, count) in SEVERITIES.iter().zip([summary.errors, summary.warnings, summary.infos]) {
        writeln!(
            out,
            "<label><input type=\"checkbox\" name=\"severity\" value=\"{severity}\" checked> <span class=\"severity {severity}\">{severity}</span> <span class=\"count\">{count}</span></label>"
        )?;
    }
    writeln!(out, "</fieldset>\n<label>Rule<select name=\"rule\"><option value=\"\">all rules</option>")?;
    let located = || page.report.findings.iter().chain(&page.report.suppressed);
    write_options(located().map(|located| &*located.finding.rule).collect(), out)?;
    writeln!(
        out,
        "</select></label>\n<label>File<select name=\"file\"><option value=\"\">all files</option>"
    )?;
    write_options(located().map(|located| page.report.path(located.spot.file)).collect(), out)?;
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
