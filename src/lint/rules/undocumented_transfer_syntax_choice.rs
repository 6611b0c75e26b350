//! `undocumented-transfer-syntax-choice`.

use std::collections::{HashMap, HashSet};

use crate::lint::enumeration::RELATED;
use crate::lint::findings::Findings;
use crate::lint::groups::grouped;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::sieve::Sieve;
use crate::model::survey::{ContextUse, Initiation, ItemId, Survey};
use crate::standard::uids;

rule! {
    /// # What it does
    /// Reports an Application Entity that proposes, or accepts, presentation contexts with more than one transfer
    /// syntax in an activity that has no `transfer_syntax_policy`.
    ///
    /// # Why is this bad?
    /// Where several transfer syntaxes are possible, only the statement can tell which of them will be used: whether
    /// images arrive compressed, for example, or in what form a stored image is sent on.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send:
    ///         initiates:
    ///           - CT Image Storage as SCU in ImplicitVRLittleEndian | ExplicitVRLittleEndian
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send:
    ///         initiates:
    ///           - CT Image Storage as SCU in ImplicitVRLittleEndian | ExplicitVRLittleEndian
    ///         transfer_syntax_policy: Explicit VR Little Endian is used if it was accepted.
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.3.1.2
    /// - PS3.2, section A.4.2.1.4.1.2
    "undocumented-transfer-syntax-choice": TransferSyntax, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let mut several: HashMap<*const ItemId, bool> = HashMap::new();
    // What C-ECHO is encoded in makes no difference to anybody.
    let mut sieve = Sieve::new(survey, |class| class.entry.uid != uids::VERIFICATION);
    let mut is_open = |context: &&ContextUse<'_>| {
        let list = &context.transfer_syntaxes;
        let policy = &survey.activities[context.activity].activity.transfer_syntax_policy;
        policy.as_ref().is_none_or(|policy| policy.is_empty())
            && *several.entry(list.as_ptr()).or_insert_with(|| is_choice(survey, list))
            && sieve.any(&context.abstract_syntaxes)
    };
    let open: Vec<_> = survey.claimed_contexts().filter(|context| is_open(context)).collect();
    for contexts in grouped(open, |context| (context.entity, context.initiation)) {
        report(survey, &contexts, findings);
    }
}

fn is_choice(survey: &Survey<'_>, list: &[ItemId]) -> bool {
    let claimed = list.iter().filter(|id| survey.item(**id).item.is_claimed());
    claimed.filter_map(|id| survey.uid(*id)).collect::<HashSet<_>>().len() > 1
}

/// Reports the contexts of an entity in one direction, once for each activity.
fn report(survey: &Survey<'_>, contexts: &[&ContextUse<'_>], findings: &mut Findings) {
    let mut firsts = contexts.to_vec();
    firsts.dedup_by_key(|context| context.activity);
    let Some((first, others)) = firsts.split_first() else { return };
    let does = match first.initiation {
        Initiation::Initiates => "proposes",
        Initiation::Accepts => "accepts",
    };
    let entity = survey.entities[first.entity].name;
    let message =
        format!("`{entity}` {does} several transfer syntaxes and does not say which one it chooses");
    let route = |context: &ContextUse<'_>| survey.route(context.trail).key("transfer_syntaxes");
    let policy = |context: &ContextUse<'_>| {
        survey.route(survey.activities[context.activity].trail).key("transfer_syntax_policy")
    };
    let wording = findings
        .at(route(first), message)
        .help("say it in `transfer_syntax_policy` of the activity; `listed order` means the first that is listed")
        .rests_on(policy(first));
    others.iter().take(RELATED).fold(wording, |wording, context| {
        let activity = survey.activities[context.activity].name;
        wording.related(route(context), format!("nor in `{activity}`")).rests_on(policy(context))
    });
}
