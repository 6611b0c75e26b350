//! `service-class-as-abstract-syntax`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::{ContextUse, Initiation};
use crate::standard::uids::UidKind;

rule! {
    /// # What it does
    /// Reports a presentation context for a whole service class, such as 1.2.840.10008.4.2 for storage, that says
    /// neither on which condition it is proposed nor, where it is accepted, that the SOP class common extended
    /// negotiation is supported.
    ///
    /// # Why is this bad?
    /// A service class stands for classes that the statement does not list, private ones among them. What is really
    /// accepted is settled by the common extended negotiation, and what is really proposed by a condition; without them
    /// the claim has no limits.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   STORE:
    ///     ae_title: STORE
    ///     port: 104
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - Verification as SCP in Implicit VR Little Endian
    ///           - 1.2.840.10008.4.2 as SCP in Implicit VR Little Endian
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   STORE:
    ///     ae_title: STORE
    ///     port: 104
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - Verification as SCP in Implicit VR Little Endian
    ///           - 1.2.840.10008.4.2 as SCP in Implicit VR Little Endian negotiating SOP Class Common Extended Negotiation
    /// ```
    ///
    /// # References
    /// - PS3.2, sections A.4.2.1.3.1.2 and A.4.2.1.4.1.2
    /// - PS3.7, section D.3.3.6
    "service-class-as-abstract-syntax": Networking, Error, Recommended, product(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for context in survey.claimed_contexts().filter(|context| !is_limited(context)) {
        let mut classes = survey.meanings(&context.abstract_syntaxes);
        let service_class = classes
            .find_map(|(_, meaning)| meaning.entry().filter(|entry| entry.kind == UidKind::ServiceClass));
        let Some(entry) = service_class else { continue };
        let (absent, help, key) = match context.initiation {
            Initiation::Initiates => (
                "a condition",
                "say under `condition` for which SOP classes the context is proposed",
                "condition",
            ),
            Initiation::Accepts => (
                "SOP class common extended negotiation",
                "add `negotiating SOP Class Common Extended Negotiation`, or list the SOP classes",
                "extended_negotiation",
            ),
        };
        let route = survey.route(context.trail);
        findings
            .at(
                route.clone().key("abstract_syntax"),
                format!("the whole {} stands here without {absent}", entry.plain_name()),
            )
            .help(help)
            .rests_on(route.key(key));
    }
}

/// Whether a context says what a service class in it stands for.
fn is_limited(context: &ContextUse<'_>) -> bool {
    let written = context.context;
    match context.initiation {
        Initiation::Initiates => written.condition.as_ref().is_some_and(|condition| !condition.is_empty()),
        Initiation::Accepts => {
            let is_common = |text: &String| text.to_ascii_lowercase().contains("common");
            written.extended_negotiation.iter().any(is_common)
        }
    }
}
