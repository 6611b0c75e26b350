//! `required-key-unlisted`.

use crate::lint::edits::list_keys;
use crate::lint::enumeration::enumeration_up_to;
use crate::lint::findings::Findings;
use crate::lint::grounds;
use crate::lint::groups::grouped;
use crate::lint::key_tables::KeyTable;
use crate::lint::listed_keys::{Absent, ListedKeys};
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::Survey;
use crate::standard::query_keys::{self, Level};
use crate::standard::sop_class::{InformationModel, SopClass};

rule! {
    /// # What it does
    /// Reports a provider's table of keys without a unique or required key of its information model; for the worklist,
    /// without a required matching key or one of return type 1 or 2.
    ///
    /// # Why is this bad?
    /// Every provider supports these keys at every level, and users send them without asking. A table that leaves one out
    /// says either that the product does not conform, or less than the product does.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///     port: 104
    ///     activities:
    ///       Query:
    ///         accepts:
    ///           - Verification as SCP in ImplicitVRLittleEndian
    ///           - StudyRootQueryRetrieveInformationModelFind as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: StudyRootQueryRetrieveInformationModelFind
    ///             keys:
    ///               Study: [StudyInstanceUID: U, StudyDate: R, StudyTime: R, PatientName: R, PatientID: R, StudyID: R]
    ///               Series: [Modality: R, SeriesNumber: R, SeriesInstanceUID: U]
    ///               Image: [InstanceNumber: R, SOPInstanceUID: U]
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///     port: 104
    ///     activities:
    ///       Query:
    ///         accepts:
    ///           - Verification as SCP in ImplicitVRLittleEndian
    ///           - StudyRootQueryRetrieveInformationModelFind as SCP in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: StudyRootQueryRetrieveInformationModelFind
    ///             keys:
    ///               Study: [StudyInstanceUID: U, StudyDate: R, StudyTime: R, AccessionNumber: R, PatientName: R, PatientID: R, StudyID: R]
    ///               Series: [Modality: R, SeriesNumber: R, SeriesInstanceUID: U]
    ///               Image: [InstanceNumber: R, SOPInstanceUID: U]
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.2.2.1
    /// - PS3.4, section C.6.1.1
    /// - PS3.4, section C.6.2.1
    /// - PS3.4, section K.6.1.2.2, Table K.6-1
    "required-key-unlisted": QueryRetrieve, Error, Recommended, statement(check), fixable, since "0.1.0"
}

/// How many keys are named, and how many of them are written out.
const NAMED: usize = 8;
const ROWS: usize = 3;

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let provided = subject.key_tables().iter().filter(|table| table.is_provider);
    let queries = provided.flat_map(|table| table.queries.iter().map(move |class| (*class, table)));
    let entity = |table: &KeyTable| survey.conformances[table.conformance].entity;
    // The keys of a class may be spread over several entries of an entity, shared ones in one and others in another.
    for tables in grouped(queries, |(class, table)| (entity(table), class.entry.uid)) {
        report(survey, &tables, findings);
    }
}

fn report(survey: &Survey<'_>, tables: &[(&SopClass, &KeyTable)], findings: &mut Findings) {
    let Some(model) = tables.first().and_then(|(class, _)| class.information_model()) else { return };
    let listed = ListedKeys::of(survey, tables.iter().map(|(_, table)| *table));
    for level in query_keys::levels(model) {
        report_level(survey, tables, (model, Some(*level)), &listed.absent_at(model, *level), findings);
    }
    if model == InformationModel::ModalityWorklist {
        report_level(survey, tables, (model, None), &listed.absent_from_worklist(), findings);
    }
}

fn report_level(
    survey: &Survey<'_>,
    tables: &[(&SopClass, &KeyTable)],
    (model, level): (InformationModel, Option<Level>),
    absent: &[Absent],
    findings: &mut Findings,
) {
    let keys = tables.iter().flat_map(|(_, table)| &survey.keys[table.keys.clone()]);
    let at_level = keys.clone().find(|used| level.is_some() && Level::by_name(used.level) == level);
    let used = at_level.or_else(|| keys.clone().next()).filter(|_| !absent.is_empty());
    let Some(used) = used else { return };
    let entry = &survey.conformances[used.conformance];
    let keys = survey.route(entry.trail).key("keys");
    let route = if at_level.is_some() { keys.clone().key(used.level) } else { keys.clone() };
    let names = enumeration_up_to(NAMED, absent.iter().map(|key| key.name.as_str()));
    let place = level.map(|level| format!(" at level `{}`", level.as_str())).unwrap_or_default();
    let rows = enumeration_up_to(ROWS, absent.iter().map(|key| key.row.as_str()));
    let wording = findings
        .at_key(route, format!("{} lacks {names}{place}", model.as_str()))
        .help(format!("every provider supports these; add {rows} if the product does"));
    let wording = wording.rests_on_all(|| grounds::conformance_of(survey, entry.entity));
    let Some(level) = level else { return };
    list_keys(&keys.key(at_level.map_or(level.title(), |used| used.level)), absent, wording);
}
