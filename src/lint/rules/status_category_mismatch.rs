//! `status-category-mismatch`.

use crate::lint::findings::Findings;
use crate::lint::responses::{answered, is_ruled_out};
use crate::lint::rule::{StatementSubject, rule};
use crate::notation::StatusCodes;
use crate::standard::status::{Category, category};

rule! {
    /// # What it does
    /// Reports a status whose category is not that of its code. Refused and Error are kinds of Failure.
    ///
    /// # Why is this bad?
    /// Peers take the category from the code alone. One that counts B000 as a failure sends again what has been stored.
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
    ///             responses: [standard, {code: B000, category: Failure, behavior: The meaning is logged.}]
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
    ///             responses: [standard, {code: B000, category: Warning, behavior: The meaning is logged.}]
    /// ```
    ///
    /// # References
    /// - PS3.7, Annex C
    "status-category-mismatch": Networking, Error, Minimal, statement(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for (table, answered) in survey.tables.iter().zip(answered(survey)) {
        for (index, row) in table.rows.iter().enumerate() {
            let (Some(codes), Some(stated)) = (row.code, row.category) else { continue };
            let Some(right) = category_of(codes.0).filter(|_| !is_ruled_out(codes.0, &answered)) else {
                continue;
            };
            if Category::by_word(stated.as_str()) == Some(right) {
                continue;
            }
            let route = survey.route(table.trail).index(index);
            let place = route.clone().key("category");
            findings
                .at(place.clone(), format!("`{codes}` is not of the category {stated}"))
                .related(route.key("code"), format!("the category of this code is {}", right.as_str()))
                .help(format!("write {}, or leave the category out: it is known", right.as_str()))
                .edit(place, right.as_str());
        }
    }
}

/// The category that all codes of a row have.
fn category_of(codes: StatusCodes) -> Option<Category> {
    let first = category(codes.first()?.0)?;
    (category(codes.last()?.0)? == first).then_some(first)
}
