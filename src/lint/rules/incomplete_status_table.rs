//! `incomplete-status-table`.

use crate::lint::enumeration::enumeration;
use crate::lint::findings::Findings;
use crate::lint::responses::{Coverage, absent_failures, answered};
use crate::lint::rule::{StatementSubject, rule};
use crate::model::Role;
use crate::model::survey::{ConformanceUse, Survey, TableUse};
use crate::route::Route;
use crate::standard::sop_class::{self, SopClass};
use crate::standard::status::Service;

rule! {
    /// # What it does
    /// Reports a table of response statuses without Success; one of a user without a row for all other codes; one of a
    /// storage provider without A7xx and A9xx; and the conformance of a user that does not say what happens on a
    /// timeout and when the association is aborted.
    ///
    /// `responses: standard` is complete.
    ///
    /// # Why is this bad?
    /// The codes that are not listed are those that come when something is wrong. What the product does then must not
    /// depend on who asks.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send:
    ///         initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             responses: [{code: 0000, behavior: The job is marked as done.}]
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send:
    ///         initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]
    ///         conformance:
    ///           - sop_classes: CT Image Storage
    ///             responses:
    ///               - {code: 0000, behavior: The job is marked as done.}
    ///               - {code: other, behavior: The job is marked as failed.}
    ///             communication_failures:
    ///               - {exception: Timeout, behavior: The job is marked as failed.}
    ///               - {exception: Association aborted, behavior: The job is marked as failed.}
    /// ```
    ///
    /// # References
    /// - PS3.2, sections A.4.2.1.3.1.3 and A.4.2.1.4.1.3
    /// - PS3.7, Annex C
    "incomplete-status-table": Networking, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let mut asked = None;
    for (table, answered) in survey.tables.iter().zip(answered(survey)) {
        let Some(number) = table.conformance else { continue };
        let used = &survey.conformances[number];
        let is_user = used.roles == [Role::Scu] && sends(answered.as_deref());
        let rows = absent_rows(survey, table, used, is_user);
        let mut failures = Vec::new();
        if is_user && asked != Some(number) {
            asked = Some(number); // Failures of the communication belong to the entry, not to one of its tables.
            failures = absent_failures(survey, used);
        }
        if !used.is_claimed || (rows.is_empty() && failures.is_empty()) {
            continue;
        }
        let help = if rows.is_empty() {
            "say under `communication_failures`, of the entry or its entity, what the product does then"
        } else {
            "add the rows, or put `standard` first in the list for what the standard itself says"
        };
        let absent = [rows, failures].concat();
        let message = format!("these statuses lack {}", enumeration(absent.iter().copied()));
        let route = survey.route(used.trail);
        findings
            .at(survey.route(table.trail), message)
            .help(help)
            .rests_on(Route::root().key("status_tables"))
            .rests_on(survey.route(survey.entities[used.entity].trail).key("communication_failures"))
            .rests_on(route.clone().key("communication_failures"))
            .rests_on(route.key("services"));
    }
}

/// Whether the user of a class sends the requests to which these are the responses.
fn sends(services: Option<&[Service]>) -> bool {
    services.is_some_and(|list| !list.is_empty() && list.iter().all(|service| service.is_invoked_by_user()))
}

fn absent_rows(
    survey: &Survey<'_>,
    table: &TableUse<'_>,
    used: &ConformanceUse<'_>,
    is_user: bool,
) -> Vec<&'static str> {
    let coverage = Coverage::of(survey, table.rows);
    let is_storage = || {
        let mut classes = used.sop_classes.iter().filter_map(|id| sop_class::by_uid(survey.uid(*id)?));
        classes.any(SopClass::is_composite_storage)
    };
    let refuses = used.roles == [Role::Scp] && table.member.is_none() && is_storage();
    let rows = [
        ("0000", coverage.touches(0, 0)),
        ("A7xx", !refuses || coverage.touches(0xA700, 0xA7FF)),
        ("A9xx", !refuses || coverage.touches(0xA900, 0xA9FF)),
        ("other", !is_user || coverage.has_other),
    ];
    let absent = rows.into_iter().filter(|(_, is_there)| !is_there && !coverage.is_open);
    absent.map(|(row, _)| row).collect()
}
