//! `non-unique-retrieve-key`.

use crate::lint::findings::Findings;
use crate::lint::key_tables::{KeyTable, entry_of};
use crate::lint::rule::{StatementSubject, rule};
use crate::standard::attribute::Tag;
use crate::standard::query_keys::{self, Level};

rule! {
    /// # What it does
    /// Reports a key in the table of a C-MOVE or C-GET SOP class that is not the unique key of a level.
    ///
    /// # Why is this bad?
    /// A retrieval names what it wants by unique keys: these patients, studies, series or images. Other attributes are
    /// not matched there, and a provider may refuse a request that holds them.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///     activities:
    ///       Query:
    ///         initiates:
    ///           - StudyRootQueryRetrieveInformationModelMove as SCU in ImplicitVRLittleEndian
    ///         move_destination: VIEWER
    ///         conformance:
    ///           - sop_classes: StudyRootQueryRetrieveInformationModelMove
    ///             keys:
    ///               Study: [StudyInstanceUID: U, StudyDate: R]
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///     activities:
    ///       Query:
    ///         initiates:
    ///           - StudyRootQueryRetrieveInformationModelMove as SCU in ImplicitVRLittleEndian
    ///         move_destination: VIEWER
    ///         conformance:
    ///           - sop_classes: StudyRootQueryRetrieveInformationModelMove
    ///             keys:
    ///               Study: [StudyInstanceUID: U]
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.2.2.1.2
    /// - PS3.4, section C.2.2.1.3
    "non-unique-retrieve-key": QueryRetrieve, Error, Recommended, statement(check), fixable, since "0.1.0"
}

/// Specific Character Set and Query/Retrieve Level, which are no keys.
const BESIDE_KEYS: [Tag; 2] = [(0x0008, 0x0005), (0x0008, 0x0052)];

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for table in subject.key_tables().iter().filter(|table| is_for_retrieval(table)) {
        for used in &survey.keys[table.keys.clone()] {
            let meaning = &survey.attributes[used.attribute].meaning;
            let Some(entry) = entry_of(meaning, &used.key.attribute) else { continue };
            let is_unique = |tag: &Tag| Level::ALL.iter().any(|level| query_keys::unique_key(*level) == *tag);
            let is_allowed = |tag: &Tag| is_unique(tag) || BESIDE_KEYS.contains(tag);
            if !(meaning.path.len() == 1 && meaning.path.iter().all(is_allowed)) {
                findings
                    .at(
                        survey.route(used.trail).key("attribute"),
                        format!("`{}` is no unique key, so it has no place in C-MOVE and C-GET", entry.name),
                    )
                    .help("remove the row; what is retrieved is named by unique keys only")
                    .remove(survey.route(used.trail));
            }
        }
    }
}

/// Whether a table is for C-MOVE or C-GET in models of patients, studies, series and images alone.
fn is_for_retrieval(table: &KeyTable) -> bool {
    let mut models = table.retrievals.iter().map(|class| class.information_model());
    let is_hierarchical =
        models.all(|model| model.is_some_and(|model| !query_keys::levels(model).is_empty()));
    table.queries.is_empty() && !table.retrievals.is_empty() && is_hierarchical
}
