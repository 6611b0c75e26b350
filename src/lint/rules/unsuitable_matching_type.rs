//! `unsuitable-matching-type`.

use crate::lint::findings::Findings;
use crate::lint::key_tables::Fault;
use crate::lint::rule::{StatementSubject, rule};

use crate::model::Matching;
use crate::model::survey::{KeyUse, Survey};

rule! {
    /// # What it does
    /// Reports a type of matching that the value representation of a key does not allow: ranges are for dates and times,
    /// wild cards for text, lists of UIDs for UIDs, sequence matching for sequences. Also reports matching of an attribute
    /// that the worklist only returns.
    ///
    /// # Why is this bad?
    /// Such a query means something else than its author believes: a `*` in a UID is an invalid UID, and a hyphen in a
    /// number is no range. The peer refuses it, or finds nothing.
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
    ///             keys: {Study: [{attribute: StudyInstanceUID, type: U, matching: wildcard}]}
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
    ///             keys: {Study: [{attribute: StudyInstanceUID, type: U, matching: list_of_uid}]}
    /// ```
    ///
    /// # References
    /// - PS3.4, sections C.2.2.2.1 to C.2.2.2.6
    /// - PS3.4, section K.6.1.2.2
    "unsuitable-matching-type": QueryRetrieve, Error, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for table in subject.key_tables() {
        for (used, fault) in table.judged(survey) {
            if let Some(Fault::Unsuitable(position)) = fault {
                report(survey, used, position, findings);
            }
        }
    }
}

fn report(survey: &Survey<'_>, used: &KeyUse<'_>, position: usize, findings: &mut Findings) {
    let Some(entry) = survey.attributes[used.attribute].meaning.entry else { return };
    let matching = used.key.matching[position];
    let (message, help) = match allowed(matching) {
        Some(allowed) if !allowed.split(", ").any(|vr| vr == entry.vr) => (
            format!(
                "`{}` has the value representation {}, which `{matching}` does not match",
                entry.name, entry.vr
            ),
            format!("`{matching}` is for {allowed}"),
        ),
        _ => (
            format!("`{}` is not for matching in the worklist", entry.name),
            "say `matching: none`; the attribute is returned only".to_owned(),
        ),
    };
    let route = survey.route(used.trail).key("matching");
    let place = if used.key.matching.len() > 1 { route.clone().index(position) } else { route.clone() };
    findings.at(place, message).help(help).rests_on(route);
}

/// The value representations that a type of matching is for, where it is not for all.
const fn allowed(matching: Matching) -> Option<&'static str> {
    match matching {
        Matching::Range => Some("DA, TM, DT"),
        Matching::Wildcard => Some("AE, CS, LO, LT, PN, SH, ST, UC, UR, UT"),
        Matching::ListOfUid => Some("UI"),
        Matching::Sequence => Some("SQ"),
        Matching::SingleValue | Matching::Universal | Matching::None => None,
    }
}
