//! `commitment-without-return-association`.

use std::collections::HashSet;

use crate::lint::commitment;
use crate::lint::context_roles::contradictions;
use crate::lint::enumeration::RELATED;
use crate::lint::findings::Findings;
use crate::lint::grounds;
use crate::lint::groups::grouped;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::{ContextUse, Initiation, Survey};

rule! {
    /// # What it does
    /// Reports Storage Commitment that is proposed as SCU by an entity under whose AE title no association is accepted
    /// for it in that role, or accepted as SCP by one under whose AE title none is proposed in that role.
    ///
    /// # Why is this bad?
    /// The result may come hours after the request, when its association is long closed. The provider then opens
    /// another one, to the title that asked; where either side knows nothing of it, the result is never delivered.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   CT:
    ///     ae_title: CT_A
    ///     activities:
    ///       Commit:
    ///         initiates: [Storage Commitment Push Model as SCU in uncompressed]
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   CT:
    ///     ae_title: CT_A
    ///     port: 104
    ///     activities:
    ///       Commit:
    ///         initiates: [Storage Commitment Push Model as SCU in uncompressed]
    ///       Receive the result:
    ///         accepts:
    ///           - Storage Commitment Push Model as SCU in uncompressed negotiating role selection
    ///           - Verification as SCP in uncompressed
    /// ```
    ///
    /// # References
    /// - PS3.4, section J.3.3.1.2
    /// - PS3.4, section J.3.3.1.3
    "commitment-without-return-association": Workflow, Error, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let all: Vec<_> = commitment::contexts(survey)
        .into_iter()
        .filter(|context| commitment::has_default_role(context))
        .collect();
    let requests = all.iter().copied().filter(|context| !commitment::is_way_back(survey, context, &all));
    for contexts in grouped(requests, |context| (context.entity, context.initiation)) {
        let clashing = clashing(survey, contexts[0].entity);
        let is_clear = |context: &&&ContextUse<'_>| {
            !commitment::item_of(survey, context).is_some_and(|id| clashing.contains(&survey.uid(id)))
        };
        let contexts: Vec<_> = contexts.iter().filter(is_clear).copied().collect();
        if let Some(first) = contexts.first()
            && !survey.claimed_contexts().any(|other| commitment::may_be_return(survey, first, other))
        {
            report(survey, &contexts, findings);
        }
    }
}

/// The classes whose roles contradict one another in an activity of an entity; that has been said.
fn clashing<'v>(survey: &'v Survey<'_>, entity: usize) -> HashSet<Option<&'v str>> {
    let activities = grounds::activities_of(survey, entity).iter();
    activities.flat_map(|used| contradictions(survey, used)).map(|clash| survey.uid(clash.class)).collect()
}

fn report(survey: &Survey<'_>, contexts: &[&ContextUse<'_>], findings: &mut Findings) {
    let (first, others) = (contexts[0], &contexts[1..]);
    let (message, key, role) = match first.initiation {
        Initiation::Initiates => {
            ("proposed as SCU, but no association is accepted for the result", "accepts", "SCU")
        }
        Initiation::Accepts => {
            ("accepted as SCP, but no association is proposed for the result", "initiates", "SCP")
        }
    };
    let back = if key == "accepts" { Initiation::Accepts } else { Initiation::Initiates };
    let route = |context: &ContextUse<'_>| survey.route(context.trail).key("abstract_syntax");
    let help = format!(
        "add `{key}: [Storage Commitment Push Model as {role} in … negotiating role selection]` under the same AE title"
    );
    let wording = findings
        .at(route(first), format!("Storage Commitment is {message}"))
        .help(help)
        .rests_on(route(first));
    let titles = || survey.entities.iter().map(|entity| survey.route(entity.trail).key("ae_title"));
    let wording = wording.rests_on_all(|| grounds::contexts(survey, back).into_iter().chain(titles()));
    others.iter().take(RELATED).fold(wording, |wording, context| wording.related(route(context), "and here"));
}
