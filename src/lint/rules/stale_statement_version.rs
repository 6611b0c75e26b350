//! `stale-statement-version`.

use std::cmp::Ordering;

use crate::lint::findings::Findings;
use crate::lint::revisions::{Revisions, compared};
use crate::lint::rule::{StatementSubject, rule};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a version or a date of the document that is not that of its newest revision. A draft may be ahead of its
    /// revisions.
    ///
    /// # Why is this bad?
    /// The cover says which issue of the document this is. If the history knows a newer one, or does not know this one,
    /// a reader cannot tell which of them is at hand.
    ///
    /// # Example
    /// ```yaml
    /// statement:
    ///   version: "2.0"
    ///   date: 2022-05-01
    ///   revisions: [{version: "2.0", date: 2022-05-01}, {version: "2.1", date: 2023-06-30}]
    /// ```
    /// Use instead:
    /// ```yaml
    /// statement:
    ///   version: "2.1"
    ///   date: 2023-06-30
    ///   revisions: [{version: "2.0", date: 2022-05-01}, {version: "2.1", date: 2023-06-30}]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.0
    /// - PS3.2, section A.3.1
    "stale-statement-version": Upkeep, Warning, Recommended, statement(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let document = &subject.statement.statement;
    let revisions = Revisions::of(subject.statement);
    let Some(newest) = revisions.newest().filter(|_| revisions.are_in_order()) else { return };
    let version = document.version.as_deref().zip(newest.version);
    let version = version.filter(|(own, newest)| compared(own, newest) != Some(Ordering::Equal));
    let date = document.date.filter(|date| *date != newest.date);
    let is_ahead = date.map_or_else(
        || version.is_some_and(|(own, newest)| compared(own, newest) == Some(Ordering::Greater)),
        |date| date > newest.date,
    );
    if is_ahead && !subject.statement.says_released() {
        return;
    }
    let root = Route::root().key("statement");
    let list = root.clone().key("revisions");
    let newest_route = list.clone().index(newest.number);
    let (key, says) = match (version, date) {
        (Some((own, _)), _) => ("version", format!("the document is version `{own}`")),
        (None, Some(date)) => ("date", format!("the document is of {date}")),
        (None, None) => return,
    };
    let told = match version {
        Some((_, version)) => format!("version `{version}`"),
        None => format!("of {}", newest.date),
    };
    let wording = findings
        .at(root.clone().key(key), format!("{says}, its newest revision is {told}"))
        .related(newest_route.key(key), "the newest revision")
        .rests_on(list);
    if is_ahead {
        let _ = wording.help("add a revision for this issue of the document");
        return;
    }
    let mut wording = wording.help("take version and date from the newest revision");
    if let Some((_, newest)) = version {
        wording = wording.edit(root.clone().key("version"), newest);
    }
    if date.is_some() {
        let _ = wording.edit(root.key("date"), newest.date.to_string());
    }
}
