//! `unmatched-required-key`.

use crate::lint::findings::Findings;
use crate::lint::key_tables::Fault;
use crate::lint::rule::{StatementSubject, rule};

rule! {
    /// # What it does
    /// Reports a unique or required key in the table of a provider that is matched universally only, or not at all.
    ///
    /// # Why is this bad?
    /// Providers match every unique and every required key; users count on it and do not ask first. A query that names
    /// such a key and gets everything back may flood the user, or put the wrong patient on the screen.
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
    ///               Study:
    ///                 - StudyInstanceUID: U
    ///                 - PatientID: R
    ///                 - {attribute: AccessionNumber, type: R, matching: none}
    ///                 - {attribute: PatientName, type: R}
    ///                 - {attribute: StudyDate, type: R}
    ///                 - {attribute: StudyTime, type: R}
    ///                 - {attribute: StudyID, type: R}
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
    /// - PS3.4, section C.2.2.1.1
    /// - PS3.4, section C.2.2.1.2
    /// - PS3.4, section K.2.2.1
    "unmatched-required-key": QueryRetrieve, Error, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for table in subject.key_tables().iter().filter(|table| table.is_provider) {
        for (used, fault) in table.judged(survey) {
            if let Some(Fault::Unmatched) = fault {
                let name = survey.attributes[used.attribute].meaning.entry.map_or("", |entry| entry.name);
                findings
                    .at(
                        survey.route(used.trail).key("matching"),
                        format!("`{name}` is a key that providers match, but is not matched here"),
                    )
                    .help("say how it is matched, such as `single_value`");
            }
        }
    }
}
