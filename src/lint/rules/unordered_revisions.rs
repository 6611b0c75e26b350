//! `unordered-revisions`.

use crate::finding::Change;
use crate::lint::findings::Findings;
use crate::lint::revisions::{Revisions, compared};
use crate::lint::rule::{StatementSubject, rule};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports revisions that are neither in ascending nor in descending order of their dates, and a version that goes
    /// down while the date goes up.
    ///
    /// # Why is this bad?
    /// The history tells which document is the newest and what has changed since the one at hand. A revision out of its
    /// place is overlooked, or was given a wrong date or number.
    ///
    /// # Example
    /// ```yaml
    /// statement:
    ///   version: "1.2"
    ///   date: 2023-06-30
    ///   revisions:
    ///     - {version: "1.0", date: 2022-05-01}
    ///     - {version: "1.2", date: 2023-06-30}
    ///     - {version: "1.1", date: 2022-11-15}
    /// ```
    /// Use instead:
    /// ```yaml
    /// statement:
    ///   version: "1.2"
    ///   date: 2023-06-30
    ///   revisions:
    ///     - {version: "1.0", date: 2022-05-01}
    ///     - {version: "1.1", date: 2022-11-15}
    ///     - {version: "1.2", date: 2023-06-30}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.3.1
    "unordered-revisions": Upkeep, Warning, Recommended, statement(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let revisions = Revisions::of(subject.statement);
    let list = Route::root().key("statement").key("revisions");
    let at = |number: usize, key: &str| list.clone().index(number).key(key);
    if let Some((first, second)) = revisions.out_of_order() {
        let message = format!("the revision of {} stands after that of {}", second.date, first.date);
        let wording = findings
            .at(at(second.number, "date"), message)
            .help("order the revisions by date")
            .related(at(first.number, "date"), "its neighbour")
            .rests_on(list.clone());
        if revisions.are_all_dated() {
            let _ = wording.change(list, Change::Reorder(revisions.by_date()));
        }
        return;
    }
    for (older, newer) in revisions.neighbours() {
        let versions = older.version.zip(newer.version);
        if older.date < newer.date
            && let Some((before, after)) = versions
            && compared(before, after) == Some(std::cmp::Ordering::Greater)
        {
            let message = format!(
                "version `{after}` of {} comes after version `{before}` of {}",
                newer.date, older.date
            );
            let _ = findings
                .at(at(newer.number, "version"), message)
                .help("a version or a date is wrong")
                .related(at(older.number, "version"), "its neighbour")
                .rests_on(list.clone());
            return;
        }
    }
}
