//! `iod-without-sop-class`.

use std::collections::HashSet;

use crate::lint::enumeration::enumeration;
use crate::lint::findings::{Findings, Wording};
use crate::lint::listed_classes::ListedClasses;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::sieve::name_of;
use crate::model::Support;
use crate::model::survey::{ClassListPurpose, ItemPlace};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports contents of objects, a coercion or a column of an attribute mapping for a SOP class that no presentation
    /// context, web transaction or media profile of the statement lists.
    ///
    /// # Why is this bad?
    /// Either the class was left out of the tables by which people decide whether two products fit together, or its
    /// annex was copied from the statement of another product. The reader cannot know which.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities: {Send: {initiates: [DigitalXRayImageStorageForPresentation as SCU in ImplicitVRLittleEndian]}}
    /// objects:
    ///   Radiograph:
    ///     sop_classes: Computed Radiography Image Storage
    ///     modules: [Patient: [PatientID: {presence: ALWAYS, source: MWL}]]
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities: {Send: {initiates: [DigitalXRayImageStorageForPresentation as SCU in ImplicitVRLittleEndian]}}
    /// objects:
    ///   Radiograph:
    ///     sop_classes: Digital X-Ray Image Storage - For Presentation
    ///     modules: [Patient: [PatientID: {presence: ALWAYS, source: MWL}]]
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.3
    /// - PS3.2, sections A.4.2.1.1 and A.9.1.1
    "iod-without-sop-class": Iod, Warning, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let Some(listed) = ListedClasses::of(survey) else { return };
    let mut reported = HashSet::new();
    for list in &survey.class_lists {
        let is_judged = match list.purpose {
            ClassListPurpose::Contents(_, object) => object.support.is_none_or(Support::is_claim),
            ClassListPurpose::Coercion => true,
            ClassListPurpose::Creation(_) | ClassListPurpose::Extension(_) => false,
        };
        let unlisted = survey.claimed_uids(&list.sop_classes).filter(|(_, uid)| !listed.has(uid));
        let unlisted = unlisted.filter(|(_, uid)| is_judged && reported.insert((*uid).to_owned()));
        let (own, of_sets): (Vec<_>, Vec<_>) =
            unlisted.map(|(id, _)| id).partition(|id| survey.is_written_in(*id, list.trail));
        for id in own {
            let message = message(&format!("`{}`", name_of(survey, id)));
            complete(findings.at(survey.route(survey.item(id).trail), message));
        }
        if let Some(first) = of_sets.first() {
            let names = enumeration(of_sets.iter().map(|id| name_of(survey, *id)));
            let wording = findings.at(survey.route(list.trail), message(&names));
            complete(wording.related(survey.route(survey.item(*first).trail), "it comes from here"));
        }
    }
    for (name, mapping) in &subject.statement.attribute_mapping {
        for (position, column) in mapping.columns.iter().enumerate() {
            let meaning = survey.meaning_of(column, ItemPlace::SopClass);
            if meaning.uid().is_some_and(|uid| !listed.has(uid)) {
                let route = Route::root().key("attribute_mapping").key(name).key("columns").index(position);
                complete(findings.at(route, message(&format!("`{}`", column.trim()))));
            }
        }
    }
}

fn message(names: &str) -> String {
    format!("no presentation context, web transaction or media profile lists {names}")
}

/// Something that could not be read might list it.
fn complete(wording: Wording<'_>) {
    wording
        .help("list it where it is exchanged, or take it out here")
        .rests_on(Route::root().key("application_entities"))
        .rests_on(Route::root().key("web_services"))
        .rests_on(Route::root().key("media"))
        .rests_on(Route::root().key("sop_classes"));
}
