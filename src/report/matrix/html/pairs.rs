//! The pairs, each with the services that one asks the other for.

use std::io::{self, Write};

use super::super::{Line, MatrixReport, failing, named, verdict_of_pair, words};
use super::{mark, pair_id};
use crate::compare::matrix::{Member, Pair};
use crate::pairing::{Side, Verdict};
use crate::report::html::frame::{counted, shown};

pub(super) fn write(
    report: MatrixReport<'_>,
    pairs: &[&Pair],
    left_out: usize,
    address: &dyn Fn(usize) -> Option<String>,
    out: &mut impl Write,
) -> io::Result<()> {
    let title = if report.matrix.is_of_links { "Links" } else { "Pairs" };
    writeln!(
        out,
        "<section aria-labelledby=\"pairs\">\n<h2 id=\"pairs\">{title}, the worst first</h2>\n<div id=\"groups\">"
    )?;
    for pair in pairs {
        let position = report.matrix.pairs.iter().position(|one| std::ptr::eq(one, *pair));
        write_pair(report, pair, position.and_then(address), out)?;
    }
    writeln!(out, "</div>")?;
    if left_out > 0 {
        writeln!(
            out,
            "<p class=\"remark\">The {} worst are shown with their services. Of the other {left_out} {}s, the map has the \
             verdicts, and <code>--format csv</code> has everything.</p>",
            pairs.len(),
            report.noun()
        )?;
    }
    writeln!(out, "</section>")
}

fn write_pair(
    report: MatrixReport<'_>,
    pair: &Pair,
    address: Option<String>,
    out: &mut impl Write,
) -> io::Result<()> {
    let [one, other] = pair.members.map(|member| report.member(member));
    let cells = report.matrix.cells(pair);
    let services: Vec<String> = cells.iter().map(|cell| format!("s{}", cell.service + 1)).collect();
    let (failing, all) = failing(cells);
    let count = match (failing, all) {
        (_, 0) => String::new(),
        (0, all) => counted(all, "service"),
        (1, all) => format!("1 of {} falls short", counted(all, "service")),
        (failing, all) => format!("{failing} of {} fall short", counted(all, "service")),
    };
    let (id, verdict) = (pair_id(pair), pair.verdict.id());
    let [a, b] = pair.members.map(|member| member + 1);
    let services = services.join(" ");
    writeln!(
        out,
        "<details class=\"pair item\" id=\"{id}\" data-verdict=\"{verdict}\" data-products=\"{a} {b}\" \
         data-services=\"{services}\">\n<summary>{} <h3><a class=\"number\" href=\"#{id}\">{a} × {b}</a> <bdi>{}</bdi> – \
         <bdi>{}</bdi></h3> <span class=\"count\">{count}</span></summary>",
        badge(pair.verdict),
        shown(&named(one)),
        shown(&named(other)),
    )?;
    write_services(report, pair, out)?;
    write_way_on([one, other], address, out)?;
    writeln!(out, "</details>")
}

fn write_services(report: MatrixReport<'_>, pair: &Pair, out: &mut impl Write) -> io::Result<()> {
    let lines = report.lines(pair);
    if lines.is_empty() {
        return writeln!(out, "<p class=\"remark\">Neither asks the other for anything.</p>");
    }
    writeln!(
        out,
        "<table class=\"services\">\n<thead><tr><th scope=\"col\">Service</th><th scope=\"col\">Who asks whom</th>\
         <th scope=\"col\">Verdict</th><th scope=\"col\">First cause</th></tr></thead>\n<tbody>"
    )?;
    for Line { name, user, way, cause } in lines {
        let numbers = if user == Side::One { pair.members } else { [pair.members[1], pair.members[0]] };
        let cause = cause.map_or_else(
            || "<td class=\"none\">–</td>".to_owned(),
            |cause| format!("<td>{}</td>", shown(&words(cause))),
        );
        writeln!(
            out,
            "<tr><th scope=\"row\"><bdi>{}</bdi></th><td>{} <span class=\"arrow\">→</span> {}</td>\
             <td><span class=\"verdict {}\">{} {}</span></td>{cause}</tr>",
            shown(name),
            numbers[0] + 1,
            numbers[1] + 1,
            way.verdict.id(),
            mark(way.verdict),
            way.verdict.as_str()
        )?;
    }
    writeln!(out, "</tbody>\n</table>")
}

/// Where one learns more: the page of the comparison, or the command that makes it.
fn write_way_on(members: [&Member; 2], address: Option<String>, out: &mut impl Write) -> io::Result<()> {
    match address {
        Some(address) => {
            writeln!(out, "<p class=\"way-on\"><a href=\"{}\">The whole comparison</a></p>", shown(&address))
        }
        None => writeln!(
            out,
            "<p class=\"way-on\">The whole comparison: <code>{}</code></p>",
            shown(&command(members))
        ),
    }
}

/// The command that compares two members.
pub(in crate::report::matrix) fn command([one, other]: [&Member; 2]) -> String {
    let mut command = format!("dicomply compare {} {}", argument(&one.path), argument(&other.path));
    let entities = [(Side::One, one), (Side::Other, other)]
        .into_iter()
        .filter_map(|(side, member)| Some(format!("{}#{}", side.letter(), member.entity.as_ref()?)));
    let entities: Vec<String> = entities.collect();
    if !entities.is_empty() {
        command.extend([" --ae ", argument(&entities.join(",")).as_str()]);
    }
    command
}

/// A path as a shell takes it.
pub(super) fn argument(path: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "_./-,".contains(letter);
    if !path.is_empty() && path.chars().all(is_plain) && !path.starts_with('-') {
        return path.to_owned();
    }
    let path = if path.starts_with('-') { format!("./{path}") } else { path.to_owned() };
    format!("'{}'", path.replace('\'', "'\\''"))
}

/// The verdict of a pair as a sign and in words.
pub(in crate::report::matrix) fn badge(verdict: Verdict) -> String {
    format!("<span class=\"verdict {}\">{} {}</span>", verdict.id(), mark(verdict), verdict_of_pair(verdict))
}
