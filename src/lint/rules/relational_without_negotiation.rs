//! `relational-without-negotiation`.

use std::collections::HashMap;

use crate::lint::edits::negotiate;
use crate::lint::findings::Findings;
use crate::lint::key_tables::relational_answer;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::sieve::Sieve;
use crate::model::PresentationContext;
use crate::model::survey::Survey;
use crate::standard::query_keys;
use crate::standard::sop_class::SopClass;

rule! {
    /// # What it does
    /// Reports relational queries or retrievals that the `answers` of a conformance entry declare, where no presentation
    /// context of the SOP class names an extended negotiation.
    ///
    /// # Why is this bad?
    /// A relational query may only be sent where both sides have agreed on it when the association was made. Without the
    /// negotiation nobody can use what is declared.
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
    ///             answers: {relational: yes}
    ///             keys: {Study: [PatientID: R, StudyInstanceUID: U]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///     activities:
    ///       Query:
    ///         initiates:
    ///           - StudyRootQueryRetrieveInformationModelFind as SCU in ImplicitVRLittleEndian negotiating relational queries
    ///         conformance:
    ///           - sop_classes: StudyRootQueryRetrieveInformationModelFind
    ///             answers: {relational: yes}
    ///             keys: {Study: [PatientID: R, StudyInstanceUID: U]}
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.5.1.1
    /// - PS3.4, section C.6.1.2.1.1
    /// - PS3.4, section C.6.2.2.1.1
    "relational-without-negotiation": QueryRetrieve, Error, Recommended, statement(check), fixable, since "0.1.0"
}

fn is_hierarchical(class: &SopClass) -> bool {
    class.information_model().is_some_and(|model| !query_keys::levels(model).is_empty())
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let entries = survey.conformances.iter().filter(|entry| entry.is_claimed);
    let mut declared = entries.filter_map(|entry| Some((entry, relational_answer(entry)?))).peekable();
    if declared.peek().is_none() {
        return;
    }
    let contexts = contexts(survey);
    let mut sieve = Sieve::new(survey, is_hierarchical);
    for (entry, answer) in declared {
        let classes = sieve.sift(&entry.sop_classes);
        let uids = classes.iter().filter_map(|id| survey.uid(*id));
        let mut found = uids.filter_map(|uid| contexts.get(&(entry.entity, uid)));
        if let Some((context, false)) = found.find(|(_, negotiates)| !negotiates) {
            let used = &survey.contexts[*context];
            let context = survey.route(used.trail);
            let route = survey.route(entry.trail).key("answers").key(answer);
            let wording = findings
                .at(route, format!("`{answer}` is supported, but no presentation context negotiates it"))
                .help("add `negotiating relational queries` to the presentation context")
                .related(context.clone(), "the presentation context")
                .rests_on(context);
            negotiate(survey, used, "relational queries", wording);
        }
    }
}

/// For every entity and class the first context, and whether any names an extended negotiation.
fn contexts<'a>(survey: &'a Survey<'_>) -> HashMap<(usize, &'a str), (usize, bool)> {
    let mut found = HashMap::new();
    let mut sieve = Sieve::new(survey, is_hierarchical);
    for (number, context) in survey.contexts.iter().enumerate().filter(|(_, context)| context.is_claimed) {
        for uid in sieve.sift(&context.abstract_syntaxes).iter().filter_map(|id| survey.uid(*id)) {
            let (_, negotiates) = found.entry((context.entity, uid)).or_insert((number, false));
            *negotiates |= negotiates_something(context.context);
        }
    }
    found
}

/// Whether a context names an extended negotiation beside that of roles; any free text may mean it.
fn negotiates_something(context: &PresentationContext) -> bool {
    let is_nothing = |text: &str| matches!(text, "" | "-" | "no" | "none" | "n/a" | "role selection");
    context.extended_negotiation.iter().any(|text| !is_nothing(text.trim().to_lowercase().as_str()))
}
