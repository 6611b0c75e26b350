//! The map: a cell for each pair. A small one is a table of signs that lead to the pairs, a large one is drawn.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::io::{self, Write};

use super::super::{MatrixReport, Square, named, verdict_of_pair};
use super::mark;
use crate::compare::matrix::Pair;
use crate::pairing::Verdict;
use crate::report::comparison::wording::sign;
use crate::report::html::frame::shown;

/// The largest number of products whose map is a table.
const MOST_COLUMNS: usize = 40;

pub(super) fn write(report: MatrixReport<'_>, told: &[&Pair], out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "<section aria-labelledby=\"map\">\n<h2 id=\"map\">Who works with whom</h2>")?;
    let legend = Verdict::ALL.map(|verdict| {
        format!(
            "<span class=\"verdict {}\">{} {}</span>",
            verdict.id(),
            mark(verdict),
            verdict_of_pair(verdict)
        )
    });
    writeln!(out, "<p class=\"tally legend\">{}</p>", legend.join(" "))?;
    if report.matrix.members.len() <= MOST_COLUMNS {
        write_table(report, told, out)?;
    } else {
        write_drawing(report, out)?;
        write_members(report, out)?;
    }
    writeln!(out, "</section>")
}

fn write_table(report: MatrixReport<'_>, told: &[&Pair], out: &mut impl Write) -> io::Result<()> {
    let told: HashSet<[u32; 2]> = told.iter().map(|pair| pair.members).collect();
    let square = report.square();
    write!(out, "<div class=\"scroll\"><table class=\"map\">\n<thead><tr><th scope=\"col\"></th>")?;
    for number in 1..=square.size {
        write!(out, "<th scope=\"col\">{number}</th>")?;
    }
    writeln!(out, "</tr></thead>\n<tbody>")?;
    for (row, member) in report.matrix.members.iter().enumerate() {
        let name = shown(&named(member));
        write!(out, "<tr><th scope=\"row\"><span class=\"count\">{}</span> <bdi>{name}</bdi></th>", row + 1)?;
        for column in 0..square.size {
            let number = |position: usize| u32::try_from(position).unwrap_or(u32::MAX);
            let members = [number(row), number(column)];
            let told = [members, [members[1], members[0]]].into_iter().find(|members| told.contains(members));
            write_cell(&square, (row, column), told, out)?;
        }
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</tbody>\n</table></div>")
}

fn write_cell(
    square: &Square,
    (row, column): (usize, usize),
    told: Option<[u32; 2]>,
    out: &mut impl Write,
) -> io::Result<()> {
    let Some(verdict) = square.at(row, column) else {
        let class = if row == column { "self" } else { "none" };
        return write!(out, "<td class=\"{class}\"></td>");
    };
    let (id, words, sign) = (verdict.id(), verdict_of_pair(verdict), sign(verdict));
    let title = format!("{} × {}: {words}", row + 1, column + 1);
    match told {
        Some([one, other]) => write!(
            out,
            "<td class=\"{id}\"><a href=\"#p{}-{}\" title=\"{title}\">{sign}</a></td>",
            one + 1,
            other + 1
        ),
        None => write!(out, "<td class=\"{id}\" title=\"{title}\">{sign}</td>"),
    }
}

/// A square for each pair, all of a verdict in one path.
fn write_drawing(report: MatrixReport<'_>, out: &mut impl Write) -> io::Result<()> {
    let square = report.square();
    let size = square.size;
    let letters: String = (0..size)
        .flat_map(|row| (0..size).map(move |column| (row, column)))
        .filter(|(row, column)| row < column)
        .map(|(row, column)| square.at(row, column).map_or("-", |verdict| LETTERS[verdict as usize]))
        .collect();
    writeln!(
        out,
        "<div class=\"drawing\">\n<svg viewBox=\"0 0 {size} {size}\" role=\"img\" aria-label=\"{}\" data-pairs=\"{letters}\">",
        shown(&report.about())
    )?;
    for verdict in Verdict::ALL {
        let mut path = String::new();
        for row in 0..size {
            stretches(&square, row, verdict, &mut path);
        }
        writeln!(out, "<path class=\"{}\" d=\"{path}\"/>", verdict.id())?;
    }
    writeln!(out, "</svg>\n<p class=\"pointed\" hidden></p>\n</div>")
}

/// What the script knows verdicts by, in the order of [`Verdict::ALL`].
const LETTERS: [&str; 6] = ["w", "l", "t", "o", "x", "n"];

/// The cells of a row that have a verdict, neighbours in one stretch.
fn stretches(square: &Square, row: usize, verdict: Verdict, path: &mut String) {
    let mut column = 0;
    while column < square.size {
        let end =
            (column..square.size).find(|at| square.at(row, *at) != Some(verdict)).unwrap_or(square.size);
        if end > column {
            // A text takes whatever is written.
            let _ = write!(path, "M{column} {row}h{}v1h-{}z", end - column, end - column);
        }
        column = end.max(column + 1);
    }
}

/// How many pairs of each verdict a product has, those first for whom most is bad.
fn write_members(report: MatrixReport<'_>, out: &mut impl Write) -> io::Result<()> {
    let tallies = report.tallies();
    writeln!(
        out,
        "<details class=\"table\" open><summary><h2>By product</h2></summary>\n<table class=\"members\">\n<thead><tr><th scope=\"col\">Product</th>"
    )?;
    for verdict in Verdict::ALL {
        writeln!(out, "<th scope=\"col\" class=\"end verdict {}\">{}</th>", verdict.id(), mark(verdict))?;
    }
    writeln!(out, "</tr></thead>\n<tbody>")?;
    for number in report.worst_members() {
        let member = &report.matrix.members[number];
        let counts = tallies[number].map(|count| format!("<td class=\"end\">{count}</td>")).concat();
        writeln!(
            out,
            "<tr data-number=\"{}\" data-file=\"{}\"><th scope=\"row\"><span class=\"count\">{}</span> <bdi>{}</bdi></th>{counts}</tr>",
            number + 1,
            shown(&super::pairs::argument(&member.path)),
            number + 1,
            shown(&named(member))
        )?;
    }
    writeln!(out, "</tbody>\n</table></details>")
}
