//! `created-class-without-iod`.

use crate::lint::created;
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::sieve::name_of;
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a SOP class that an Application Entity creates and whose contents no object of the statement tells. The
    /// definition of a private or specialized SOP class may tell them as well.
    ///
    /// # Why is this bad?
    /// Whether a viewer, a planning system or a registry can use what a product makes depends on the attributes in it,
    /// of which most are optional in the standard. Without them the reader knows that something will arrive, and not
    /// what.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     creates: [CT Image Storage, Grayscale Softcopy Presentation State Storage]
    ///     activities:
    ///       Send:
    ///         initiates:
    ///           - CT Image Storage | Grayscale Softcopy Presentation State Storage as SCU in ImplicitVRLittleEndian
    /// objects:
    ///   CT Image:
    ///     sop_classes: CT Image Storage
    ///     modules: [Patient: [PatientID: {presence: ALWAYS, source: MWL}]]
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     creates: [CT Image Storage]
    ///     activities:
    ///       Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}
    /// objects:
    ///   CT Image:
    ///     sop_classes: CT Image Storage
    ///     modules: [Patient: [PatientID: {presence: ALWAYS, source: MWL}]]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.9.1.1
    /// - PS3.2, section N.9
    "created-class-without-iod": Iod, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for class in created::without_contents(survey) {
        let Some((entity, list)) = class.creation else { continue };
        let creator = survey.entities[entity].name;
        let message =
            format!("`{}` is created, but no object tells its contents", name_of(survey, class.item));
        let mut wording = findings
            .at(survey.route(survey.item(class.item).trail), message)
            .help("describe it under `objects`, module by module")
            .rests_on(Route::root().key("objects"))
            .rests_on(Route::root().key("sop_classes"));
        if !survey.is_written_in(class.item, list.trail) {
            wording = wording.related(survey.route(list.trail), format!("`{creator}` creates it"));
        }
        let _ = wording;
    }
}
