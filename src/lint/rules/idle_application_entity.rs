//! `idle-application-entity`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};

rule! {
    /// # What it does
    /// Reports an Application Entity without an activity, and an activity that neither proposes nor accepts a
    /// presentation context.
    ///
    /// An entity under whose name there is a web service, or an entity that writes or reads media, is not idle.
    ///
    /// # Why is this bad?
    /// What an entity does on the network is told by its presentation contexts. Without them a reader knows that there
    /// is an entity, and nothing of what could be connected to it.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND: {ae_title: SEND, activities: {Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}}}
    ///   ROUTER: {ae_title: ROUTER, activities: {Forward images: {remote: Archive}}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND: {ae_title: SEND, activities: {Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}}}
    ///   ROUTER:
    ///     ae_title: ROUTER
    ///     activities:
    ///       Forward images: {remote: Archive, initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2
    /// - PS3.2, sections A.4.2.1.3.1.2 and A.4.2.1.4.1.2
    "idle-application-entity": Networking, Error, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let (statement, survey) = (subject.statement, &subject.survey);
    if survey.claims_nothing() {
        return; // The statement as a whole is idle, which is said once.
    }
    for used in survey.entities.iter().filter(|used| used.is_claimed && used.entity.activities.is_empty()) {
        let is_elsewhere = statement.web_services.contains_key(used.name)
            || statement.media.application_entities.contains_key(used.name);
        if !is_elsewhere {
            let route = survey.route(used.trail);
            findings
                .at_key(route.clone(), format!("`{}` has no activity", used.name))
                .help("add the activities for which it makes or accepts associations, or remove the entity")
                .rests_on(route.key("activities"));
        }
    }
    for used in survey.activities.iter().filter(|used| used.is_claimed && used.contexts.is_empty()) {
        let route = survey.route(used.trail);
        findings
            .at_key(
                route.clone(),
                format!("`{}` neither proposes nor accepts a presentation context", used.name),
            )
            .help("add `initiates` or `accepts`")
            .rests_on(route.clone().key("initiates"))
            .rests_on(route.key("accepts"));
    }
}
