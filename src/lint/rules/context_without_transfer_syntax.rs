//! `context-without-transfer-syntax`.

use crate::lint::enumeration::{RELATED, enumeration};
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::sieve::name_of;
use crate::model::Item;
use crate::model::survey::{ContextUse, Survey};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports presentation contexts without a transfer syntax. The contexts of one activity share one finding.
    ///
    /// # Why is this bad?
    /// A presentation context is a SOP class together with one or more transfer syntaxes. Without any, nothing can be
    /// negotiated, and a reader cannot tell whether two products have an encoding in common.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send: {initiates: [CT Image Storage as SCU]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}
    /// ```
    ///
    /// # References
    /// - PS3.8, section 9.3.2.2
    /// - PS3.2, sections A.4.2.1.3.1.2 and A.4.2.1.4.1.2
    "context-without-transfer-syntax": Networking, Error, Minimal, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for activity in survey.activities.iter().filter(|activity| activity.is_claimed) {
        let contexts = survey.contexts[activity.contexts.clone()].iter();
        let mut bare = contexts.filter(|context| context.is_claimed && is_bare(survey, context));
        let Some(first) = bare.next() else { continue };
        let message = format!("the presentation context of {} has no transfer syntax", named(survey, first));
        let route = |context: &ContextUse<'_>| survey.route(context.trail).key("abstract_syntax");
        let mut wording = findings
            .at(route(first), message)
            .help("add the transfer syntaxes: `… in Implicit VR Little Endian | Explicit VR Little Endian`")
            .rests_on(Route::root().key("transfer_syntaxes"))
            .rests_on(survey.route(first.trail).key("transfer_syntaxes"));
        for other in bare.take(RELATED) {
            wording = wording
                .related(route(other), format!("neither has that of {}", named(survey, other)))
                .rests_on(survey.route(other.trail).key("transfer_syntaxes"));
        }
    }
}

/// Whether a context has no transfer syntax: none is written, or only sets with nothing in them. What does not resolve
/// takes no part.
fn is_bare(survey: &Survey<'_>, context: &ContextUse<'_>) -> bool {
    let is_empty_set = |item: &Item| {
        let set = item.name.as_deref().and_then(|name| survey.statement.transfer_syntaxes.get(name.trim()));
        set.is_some_and(|set| set.is_empty())
    };
    context.transfer_syntaxes.is_empty()
        && context.context.transfer_syntaxes.iter().all(is_empty_set)
        && survey.claimed_uids(&context.abstract_syntaxes).next().is_some()
}

/// The first SOP class of a context, and whether there are more.
fn named(survey: &Survey<'_>, context: &ContextUse<'_>) -> String {
    enumeration(context.abstract_syntaxes.iter().map(|id| name_of(survey, *id)))
}
