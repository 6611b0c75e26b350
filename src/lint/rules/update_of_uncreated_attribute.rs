//! `update-of-uncreated-attribute`.

use std::collections::{HashMap, HashSet};

use crate::finding::Written;
use crate::lint::findings::Findings;
use crate::lint::grounds;
use crate::lint::procedure_steps::{AttributeRow, lists};
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::Survey;

rule! {
    /// # What it does
    /// Reports an attribute that a Modality Performed Procedure Step user sets with N-SET and does not list among those
    /// that it creates with N-CREATE. What stands inside a sequence goes with the sequence.
    ///
    /// # Why is this bad?
    /// A procedure step is created with all attributes that will ever be set, empty where they are not yet known. A
    /// provider may refuse an N-SET of any other attribute, and the step is never completed.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   CT:
    ///     ae_title: CT
    ///     activities:
    ///       Report:
    ///         initiates: [Modality Performed Procedure Step as SCU in uncompressed]
    ///         conformance:
    ///           - sop_classes: Modality Performed Procedure Step
    ///             services:
    ///               N-CREATE: {attributes: [PerformedProcedureStepID]}
    ///               N-SET: {attributes: [PerformedSeriesSequence]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   CT:
    ///     ae_title: CT
    ///     activities:
    ///       Report:
    ///         initiates: [Modality Performed Procedure Step as SCU in uncompressed]
    ///         conformance:
    ///           - sop_classes: Modality Performed Procedure Step
    ///             services:
    ///               N-CREATE: {attributes: [PerformedProcedureStepID, PerformedSeriesSequence]}
    ///               N-SET: {attributes: [PerformedSeriesSequence]}
    /// ```
    ///
    /// # References
    /// - PS3.4, section F.7.2.2.2
    "update-of-uncreated-attribute": Workflow, Error, Recommended, statement(check), fixable, since "0.1.0"
}

/// Specific Character Set belongs to each message, whatever was created.
const CHARACTER_SET: (u16, u16) = (0x0008, 0x0005);

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let lists = lists(survey);
    let mut created: HashMap<usize, HashSet<(u16, u16)>> = HashMap::new();
    let mut doubtful = HashSet::new();
    for row in lists.iter().filter(|row| row.service == "N-CREATE") {
        match row.attribute {
            Some(tag) => _ = created.entry(row.entity).or_default().insert(tag),
            // What does not resolve may be what is set.
            None => _ = doubtful.insert(row.entity),
        }
    }
    let mut told = HashSet::new();
    for row in lists.iter().filter(|row| row.service == "N-SET" && !doubtful.contains(&row.entity)) {
        let (Some(tag), Some(created)) = (row.attribute, created.get(&row.entity)) else { continue };
        if tag != CHARACTER_SET && !created.contains(&tag) && told.insert((row.entity, tag)) {
            let list = lists.iter().find(|of| of.service == "N-CREATE" && of.entity == row.entity);
            report(survey, row, list, findings);
        }
    }
}

fn report(survey: &Survey<'_>, row: &AttributeRow, created: Option<&AttributeRow>, findings: &mut Findings) {
    let Some(created) = created else { return };
    let list = survey.route(created.list);
    let wording = findings
        .at(survey.route(row.trail), format!("`{}` is set by N-SET, but not created by N-CREATE", row.name))
        .related_key(list.clone(), "what is created is listed here")
        .help("create it with N-CREATE, empty where its value is not yet known")
        .append(list, Written::Text(row.name.clone()))
        .unsafely();
    wording.rests_on_all(|| grounds::conformance_of(survey, row.entity));
}
