//! `circular-set`.

use std::collections::HashSet;

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a named set that contains itself, directly or through other sets, or that is nested deeper than 64
    /// sets; and a named status table that does.
    ///
    /// # Why is this bad?
    /// A set stands for its members. One that stands for itself has no end; the reference that closes the circle adds
    /// nothing, and what was meant in its place is missing from every list that uses the set.
    ///
    /// # Example
    /// ```yaml
    /// transfer_syntaxes:
    ///   lossless: [images, JPEGLosslessSV1]
    ///   images: [ImplicitVRLittleEndian, lossless]
    /// ```
    /// Use instead:
    /// ```yaml
    /// transfer_syntaxes:
    ///   lossless: [JPEGLosslessSV1, RLELossless]
    ///   images: [ImplicitVRLittleEndian, lossless]
    /// ```
    ///
    /// # References
    /// - The language of dicomply: sets nest, and end
    "circular-set": Document, Error, Minimal, product(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for id in &survey.endless_sets {
        let set = survey.item(*id);
        let message = format!("the set `{}` leads back to where it is used, or too deep", set.item.label());
        findings
            .at(survey.route(set.trail), message)
            .help("name the members that were meant, or a smaller set");
    }
    for (table, row) in endless_tables(subject) {
        let route = Route::root().key("status_tables").key(table).index(row).key("table");
        let message = format!("the status table `{table}` leads back to where it is used");
        findings.at(route, message).help("write the rows that were meant");
    }
}

/// The rows of status tables whose table has the table of the row in it, each circle where it closes.
fn endless_tables<'s>(subject: &StatementSubject<'s>) -> Vec<(&'s str, usize)> {
    let tables = &subject.statement.status_tables;
    let mut done: HashSet<&str> = HashSet::new();
    let mut endless = Vec::new();
    for name in tables.keys() {
        // The tables that lead to one another, each with the number of the row that is looked at.
        let mut open: Vec<(&str, usize)> = vec![(name, 0)];
        let mut on_the_way: HashSet<&str> = HashSet::from([name.as_str()]);
        while let Some((table, row)) = open.last_mut() {
            let rows = tables.get(*table).filter(|_| !done.contains(table));
            let Some(response) = rows.and_then(|rows| rows.get(*row)) else {
                on_the_way.remove(table);
                done.insert(table);
                open.pop();
                continue;
            };
            let here = (*table, *row);
            *row += 1;
            match response.table.as_deref().filter(|inner| tables.contains_key(*inner)) {
                Some(inner) if on_the_way.contains(inner) => endless.push(here),
                Some(inner) if !done.contains(inner) => {
                    on_the_way.insert(inner);
                    open.push((inner, 0));
                }
                _ => {}
            }
        }
    }
    endless
}
