//! `undescribed-attribute`.

use crate::lint::attribute_rows::{has_attribute, label};
use crate::lint::findings::Findings;
use crate::lint::groups::grouped;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::Support;
use crate::model::survey::{AttributeRow, ModuleTable, RowUse};

rule! {
    /// # What it does
    /// Reports attributes of created instances of which it is not said whether they are always present with a value. The
    /// attributes of one module share a finding.
    ///
    /// # Why is this bad?
    /// A receiver that sorts, matches or computes by an attribute has to know whether it can count on it. Most
    /// attributes may be empty or absent by the standard, so the standard does not answer the question.
    ///
    /// # Example
    /// ```yaml
    /// objects:
    ///   CT Image:
    ///     sop_classes: CT Image Storage
    ///     modules:
    ///       - Patient:
    ///           - (0010,0020) Patient ID: {source: MWL}
    /// ```
    /// Use instead:
    /// ```yaml
    /// objects:
    ///   CT Image:
    ///     sop_classes: CT Image Storage
    ///     modules:
    ///       - Patient:
    ///           - (0010,0020) Patient ID: {presence: ALWAYS, source: MWL}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.1
    "undescribed-attribute": Iod, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let objects = &subject.statement.objects;
    let is_claimed = |table: &ModuleTable<'_>| {
        let object = table.object.and_then(|name| objects.get(name));
        object.is_none_or(|object| object.support.is_none_or(Support::is_claim))
    };
    let open = survey.rows.iter().filter_map(|used| match used.row {
        AttributeRow::Created(row, table) if row.presence.is_empty() && is_claimed(&table) => {
            has_attribute(survey, used).then_some((used, table))
        }
        _ => None,
    });
    let route = |used: &RowUse<'_>| survey.route(used.trail).key("attribute");
    for rows in grouped(open, |(used, _)| survey.parent(used.trail)) {
        let Some(((first, table), others)) = rows.split_first() else { continue };
        let name = label(survey, first);
        let message = match (others.len(), table.module) {
            (0, _) => format!("it is not said whether `{name}` is always present"),
            (more, "") => format!("it is not said whether `{name}` and {more} more are always present"),
            (more, module) => {
                format!("it is not said whether `{name}` and {more} more of `{module}` are always present")
            }
        };
        let mut wording = findings
            .at(route(first), message)
            .help("give the `presence`: `ALWAYS`, `VNAP`, `ANAP` or `EMPTY`")
            .also(others.iter().map(|(used, _)| route(used)));
        for (used, _) in &rows {
            wording = wording.rests_on(survey.route(used.trail).key("presence"));
        }
    }
}
