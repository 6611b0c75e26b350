//! `key-at-wrong-level`.

use std::collections::HashSet;

use crate::lint::enumeration::enumeration;
use crate::lint::findings::Findings;
use crate::lint::key_tables::{Fault, KeyTable};
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::{KeyUse, Survey};
use crate::standard::query_keys::{self, Level};
use crate::standard::sop_class::InformationModel;

rule! {
    /// # What it does
    /// Reports a key at a level that its information model does not have, a required key at another level than its own,
    /// and a unique key above its own level. Unique keys may be repeated at the levels below.
    ///
    /// # Why is this bad?
    /// A hierarchical query goes down level by level: at each one, only the keys of that level are matched. A key at
    /// another level is either ignored by the provider or refused.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///     activities:
    ///       Query:
    ///         initiates:
    ///           - StudyRootQueryRetrieveInformationModelFind as SCU in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: StudyRootQueryRetrieveInformationModelFind
    ///             keys:
    ///               Patient: [PatientName: R]
    ///               Study: [PatientID: R, StudyInstanceUID: U]
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///     activities:
    ///       Query:
    ///         initiates:
    ///           - StudyRootQueryRetrieveInformationModelFind as SCU in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: StudyRootQueryRetrieveInformationModelFind
    ///             keys:
    ///               Study: [PatientName: R, PatientID: R, StudyInstanceUID: U]
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.4.1.3.1.1
    /// - PS3.4, section C.6.1.1
    /// - PS3.4, section C.6.2.1
    "key-at-wrong-level": QueryRetrieve, Error, Recommended, product(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for table in subject.key_tables() {
        let mut levels = HashSet::new();
        for (used, fault) in table.judged(survey) {
            match fault.or_else(|| in_retrieval(table, used)) {
                Some(Fault::NoSuchLevel(model)) if levels.insert(used.level) => {
                    report_level(survey, used, model, findings);
                }
                Some(Fault::OtherLevel(model, home)) => report_key(survey, used, model, home, findings),
                _ => {}
            }
        }
    }
}

/// The level of a key of C-MOVE or C-GET, where no model of the table has it.
fn in_retrieval(table: &KeyTable, used: &KeyUse<'_>) -> Option<Fault> {
    let mut models = table.retrievals.iter().filter_map(|class| class.information_model());
    let level = Level::by_name(used.level);
    let lacks = |model: &InformationModel| {
        let levels = query_keys::levels(*model);
        !levels.is_empty() && level.is_none_or(|level| !levels.contains(&level))
    };
    let first = models.next().filter(|_| table.queries.is_empty())?;
    (lacks(&first) && models.all(|model| lacks(&model))).then_some(Fault::NoSuchLevel(first))
}

fn report_level(survey: &Survey<'_>, used: &KeyUse<'_>, model: InformationModel, findings: &mut Findings) {
    let table = survey.conformances[used.conformance].trail;
    let route = survey.route(table).key("keys").key(used.level);
    let has_patient = !query_keys::levels(model).contains(&Level::Patient);
    let help = if has_patient && Level::by_name(used.level) == Some(Level::Patient) {
        "in Study Root the keys of the patient belong to `Study`".to_owned()
    } else {
        let levels = enumeration(query_keys::levels(model).iter().map(|level| level.as_str()));
        format!("the levels are {levels}")
    };
    findings.at_key(route, format!("{} has no level `{}`", model.as_str(), used.level)).help(help);
}

fn report_key(
    survey: &Survey<'_>,
    used: &KeyUse<'_>,
    model: InformationModel,
    home: Level,
    findings: &mut Findings,
) {
    let name = survey.attributes[used.attribute].meaning.entry.map_or("", |entry| entry.name);
    let (model, home) = (model.as_str(), home.as_str());
    findings
        .at(
            survey.route(used.trail).key("attribute"),
            format!("`{name}` is a key of level `{home}` in {model}, here it stands at `{}`", used.level),
        )
        .help(format!("list it at `{home}`, or say that relational queries are negotiated"));
}
