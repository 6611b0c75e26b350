//! `get-without-storage`.

use crate::lint::enumeration::{RELATED, enumeration};
use crate::lint::findings::Findings;
use crate::lint::groups::grouped;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::sieve::{Sieve, name_of};
use crate::lint::{grounds, storage};
use crate::model::survey::{ContextUse, Initiation, Survey};
use crate::standard::sop_class::Operation;

rule! {
    /// # What it does
    /// Reports a C-GET SOP class that is proposed without storage SOP classes as SCP in the same activity, or accepted
    /// without storage SOP classes as SCU in the same entity.
    ///
    /// # Why is this bad?
    /// A C-GET brings the images back on the association it was sent on. For that the storage SOP classes are negotiated
    /// there too, with the roles turned around; otherwise nothing can be returned.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   VIEWER:
    ///     ae_title: VIEWER
    ///     activities:
    ///       Retrieve:
    ///         initiates:
    ///           - StudyRootQueryRetrieveInformationModelGet as SCU in ImplicitVRLittleEndian
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   VIEWER:
    ///     ae_title: VIEWER
    ///     activities:
    ///       Retrieve:
    ///         initiates:
    ///           - StudyRootQueryRetrieveInformationModelGet as SCU in ImplicitVRLittleEndian
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian negotiating role selection
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.4.3.2.1
    /// - PS3.4, section C.4.3.3.1
    /// - PS3.4, section C.5.3
    "get-without-storage": QueryRetrieve, Error, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let mut sieve = Sieve::new(survey, |class| class.operation() == Some(Operation::Get));
    let is_get = |context: &&ContextUse<'_>| match context.initiation {
        Initiation::Initiates => context.role.is_user(),
        Initiation::Accepts => context.role.is_provider(),
    };
    let gets: Vec<_> = survey
        .claimed_contexts()
        .filter(is_get)
        .filter(|context| sieve.any(&context.abstract_syntaxes))
        .collect();
    let proposed_in = |context: &&ContextUse<'_>| {
        (context.entity, (context.initiation == Initiation::Initiates).then_some(context.activity))
    };
    for contexts in grouped(gets, proposed_in) {
        if !contexts.iter().take(1).any(|context| is_served(survey, context)) {
            report(survey, &contexts, &mut sieve, findings);
        }
    }
}

/// Whether storage goes the other way on the same associations: in the same activity where they are proposed, in any
/// of the entity's where they are accepted.
fn is_served(survey: &Survey<'_>, get: &ContextUse<'_>) -> bool {
    let range = match get.initiation {
        Initiation::Initiates => survey.activities[get.activity].contexts.clone(),
        Initiation::Accepts => survey.entities[get.entity].contexts.clone(),
    };
    survey.contexts[range].iter().filter(|context| context.is_claimed).any(|context| {
        let is_negotiated = context.context.extended_negotiation.iter().any(|text| text.contains("role"));
        let goes_back = match get.initiation {
            Initiation::Initiates => context.role.is_provider(),
            Initiation::Accepts => context.role.is_user(),
        };
        context.initiation == get.initiation
            && (goes_back || is_negotiated)
            && storage::may_store(survey, &context.abstract_syntaxes)
    })
}

fn report(
    survey: &Survey<'_>,
    contexts: &[&ContextUse<'_>],
    sieve: &mut Sieve<'_, '_>,
    findings: &mut Findings,
) {
    let Some((first, others)) = contexts.split_first() else { return };
    let names = enumeration(sieve.sift(&first.abstract_syntaxes).iter().map(|id| name_of(survey, *id)));
    let (does, role) = match first.initiation {
        Initiation::Initiates => ("proposed", "SCP"),
        Initiation::Accepts => ("accepted", "SCU"),
    };
    let route = |context: &ContextUse<'_>| survey.route(context.trail).key("abstract_syntax");
    let wording = findings
        .at(route(first), format!("{names} {does} without a storage SOP class as {role} beside it"))
        .help(format!(
            "add the storage SOP classes to the same list, `as {role} … negotiating role selection`"
        ));
    let wording = wording.rests_on_all(|| grounds::contexts_of(survey, first.entity, first.initiation));
    others.iter().take(RELATED).fold(wording, |wording, context| wording.related(route(context), "and here"));
}
