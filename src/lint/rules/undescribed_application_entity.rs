//! `undescribed-application-entity`.

use crate::lint::enumeration::enumeration;
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::Prose;
use crate::model::survey::{EntityUse, Survey};
use crate::route::Route;
use crate::standard::sop_class::{self, ServiceClass};

rule! {
    /// # What it does
    /// Reports an Application Entity without a summary or without a description, and one that stores instances and also
    /// reports procedure steps or asks for storage commitment while nothing is said about the order of things.
    ///
    /// # Why is this bad?
    /// The summary is the entity's line in the overview of the implementation model, the description its functional
    /// definition. The order in which instances are stored, steps reported and commitment requested is what integration
    /// most often fails over.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     summary: Sends images to an archive.
    ///     description: A job of the send queue opens an association to its destination and sends its images one by one.
    ///     activities:
    ///       Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.1.1
    /// - PS3.2, section A.4.1.2
    /// - PS3.2, section A.4.1.3
    "undescribed-application-entity": Networking, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let is_blank = |text: &Option<Prose>| text.as_ref().is_none_or(Prose::is_empty);
    for used in survey.entities.iter().filter(|used| used.is_claimed && !used.contexts.is_empty()) {
        let (entity, mut absent) = (used.entity, Vec::new());
        if is_blank(&entity.summary) {
            absent.push("summary");
        }
        if is_blank(&entity.description) {
            absent.push("description");
        }
        if needs_sequencing(survey, used) && !has_sequencing(survey, used) {
            absent.push("sequencing");
        }
        if absent.is_empty() {
            continue;
        }
        let route = survey.route(used.trail);
        let mut wording = findings
            .at_key(route.clone(), format!("`{}` lacks {}", used.name, enumeration(absent.iter().copied())))
            .help("say in a sentence what the entity is for, then how it works, then in which order")
            .rests_on(Route::root().key("sequencing"))
            .rests_on(route.clone().key("activities"));
        for key in absent {
            wording = wording.rests_on(route.clone().key(key));
        }
    }
}

/// Whether an entity stores instances and also reports what was done, or has their storage committed.
fn needs_sequencing(survey: &Survey<'_>, used: &EntityUse<'_>) -> bool {
    let (mut stores, mut follows_up) = (false, false);
    for context in survey.claimed_contexts_of(used).filter(|context| context.role.is_user()) {
        for (_, uid) in survey.claimed_uids(&context.abstract_syntaxes) {
            match sop_class::by_uid(uid).map(|class| class.service_class) {
                Some(ServiceClass::Storage) => stores = true,
                Some(ServiceClass::ProcedureStep | ServiceClass::StorageCommitment) => follows_up = true,
                _ => {}
            }
            if stores && follows_up {
                return true;
            }
        }
    }
    false
}

fn has_sequencing(survey: &Survey<'_>, used: &EntityUse<'_>) -> bool {
    let mut activities = used.entity.activities.values();
    used.entity.sequencing.is_some()
        || !survey.statement.sequencing.is_empty()
        || activities.any(|activity| activity.sequencing.is_some())
}
