//! `structured-report-without-template`.

use crate::lint::created;
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::sieve::name_of;
use crate::model::{Object, Prose};
use crate::route::Route;
use crate::standard::sop_class::{self, Object as Kind};

rule! {
    /// # What it does
    /// Reports a structured report among the created SOP classes whose object neither names a root template nor says
    /// that there is none.
    ///
    /// # Why is this bad?
    /// The SOP class of a structured report says little about what is in it, the template says nearly everything. Without
    /// it nobody can tell whether another product finds the measurements.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     creates: [X-Ray Radiation Dose SR Storage]
    ///     activities: {Send: {initiates: [X-Ray Radiation Dose SR Storage as SCU in ImplicitVRLittleEndian]}}
    /// objects:
    ///   Dose Report:
    ///     sop_classes: X-Ray Radiation Dose SR Storage
    ///     modules: [Patient: [PatientID: {presence: ALWAYS, source: MWL}]]
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     creates: [X-Ray Radiation Dose SR Storage]
    ///     activities: {Send: {initiates: [X-Ray Radiation Dose SR Storage as SCU in ImplicitVRLittleEndian]}}
    /// objects:
    ///   Dose Report:
    ///     sop_classes: X-Ray Radiation Dose SR Storage
    ///     root_templates: TID 10011
    ///     modules: [Patient: [PatientID: {presence: ALWAYS, source: MWL}]]
    /// ```
    ///
    /// # References
    /// - PS3.2, sections A.9.3.2 and N.10
    /// - PS3.4, section O.4.1
    "structured-report-without-template": Iod, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for class in created::classes(survey) {
        let is_report = sop_class::by_uid(class.uid)
            .is_some_and(|class| class.is_storage() && class.object == Some(Kind::StructuredReport));
        let is_told = class.objects.iter().any(|(_, object)| tells_template(object));
        // Where nothing describes the class at all, that has been said.
        let Some((name, _)) = class.objects.first().filter(|_| is_report && !is_told) else { continue };
        let object = Route::root().key("objects").key(*name);
        let message = format!("`{}` is created, but no root template is named", name_of(survey, class.item));
        let mut wording = findings
            .at(survey.route(survey.item(class.item).trail), message)
            .help("name it in `root_templates` of the object, such as `TID 1500`, or write `none` there");
        if class.creation.is_some() {
            wording = wording.related_key(object, "its contents are told here");
        }
        for (name, _) in &class.objects {
            let object = Route::root().key("objects").key(*name);
            wording = wording.rests_on_keys(&object, &["root_templates", "text"]);
        }
    }
}

/// Whether an object names its templates, be it in its text.
fn tells_template(object: &Object) -> bool {
    let mentions = |text: &Prose| {
        let text = text.as_str().to_lowercase();
        text.contains("template") || text.contains("tid ")
    };
    object.root_templates.iter().any(|name| !name.trim().is_empty())
        || object.text.as_ref().is_some_and(mentions)
}
