//! `unnegotiated-role`.

use std::collections::HashSet;

use crate::lint::context_roles::contradictions;
use crate::lint::edits::negotiate;
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::{ContextUse, Initiation, Survey};

rule! {
    /// # What it does
    /// Reports a proposed presentation context with the role SCP or BOTH, or an accepted one with the role SCU or BOTH,
    /// whose extended negotiation does not name the role selection.
    ///
    /// # Why is this bad?
    /// Who opens the association is the user, who accepts it the provider, unless both sides agree on something else by
    /// SCP/SCU role selection. Without it the role that is claimed does not come about.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   RETRIEVE:
    ///     ae_title: RETRIEVE
    ///     activities:
    ///       Get:
    ///         initiates:
    ///           - StudyRootQueryRetrieveInformationModelGet as SCU in Implicit VR Little Endian
    ///           - CT Image Storage as SCP in Implicit VR Little Endian negotiating none
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   RETRIEVE:
    ///     ae_title: RETRIEVE
    ///     activities:
    ///       Get:
    ///         initiates:
    ///           - StudyRootQueryRetrieveInformationModelGet as SCU in Implicit VR Little Endian
    ///           - CT Image Storage as SCP in Implicit VR Little Endian negotiating role selection
    /// ```
    ///
    /// # References
    /// - PS3.7, section D.3.3.4
    /// - PS3.4, sections C.5.3 and J.2.1
    "unnegotiated-role": Networking, Error, Recommended, statement(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for activity in survey.activities.iter().filter(|activity| activity.is_claimed) {
        let contexts = &survey.contexts[activity.contexts.clone()];
        if !contexts.iter().any(is_unnegotiated) {
            continue;
        }
        let pairs = contradictions(survey, activity);
        let contradictory: HashSet<_> = pairs.iter().filter_map(|pair| survey.uid(pair.class)).collect();
        for context in contexts.iter().filter(|context| is_unnegotiated(context)) {
            let mut uids = survey.claimed_uids(&context.abstract_syntaxes);
            if uids.any(|(_, uid)| contradictory.contains(uid)) {
                continue;
            }
            report(survey, context, findings);
        }
    }
}

/// Whether a context has another role than the default one, of which its extended negotiation does not speak.
fn is_unnegotiated(context: &ContextUse<'_>) -> bool {
    let names_role = |text: &String| text.to_ascii_lowercase().contains("role");
    context.is_claimed
        && context.role != context.initiation.default_role()
        && !context.context.extended_negotiation.iter().any(names_role)
}

fn report(survey: &Survey<'_>, context: &ContextUse<'_>, findings: &mut Findings) {
    // What does not resolve takes no part.
    if survey.claimed_uids(&context.abstract_syntaxes).next().is_none() {
        return;
    }
    let side = match context.initiation {
        Initiation::Initiates => "proposed",
        Initiation::Accepts => "accepted",
    };
    let (role, default) = (context.role, context.initiation.default_role());
    let route = survey.route(context.trail);
    let wording = findings
        .at(route.clone().key("role"), format!("the role {role} is {side} without role selection"))
        .help(format!("add `negotiating role selection`, or write {default} if that is what is meant"))
        .rests_on(route.key("extended_negotiation"));
    negotiate(survey, context, "role selection", wording);
}
