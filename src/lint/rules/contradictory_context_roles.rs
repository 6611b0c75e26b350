//! `contradictory-context-roles`.

use crate::lint::context_roles::{Contradiction, contradictions};
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::sieve::name_of;

rule! {
    /// # What it does
    /// Reports two presentation contexts of one SOP class, in the same direction of one activity, with different roles.
    ///
    /// # Why is this bad?
    /// The role is negotiated once for a SOP class, whatever the number of its contexts. Two contexts cannot have roles
    /// of their own; what is meant is most often one context with the role BOTH, or two activities.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   STEPS:
    ///     ae_title: STEPS
    ///     activities:
    ///       Forward:
    ///         initiates:
    ///           - Modality Performed Procedure Step as SCU in Implicit VR Little Endian
    ///           - Modality Performed Procedure Step as SCP in Explicit VR Little Endian
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   STEPS:
    ///     ae_title: STEPS
    ///     activities:
    ///       Forward:
    ///         initiates:
    ///           - Modality Performed Procedure Step as SCU in Implicit VR Little Endian | Explicit VR Little Endian
    /// ```
    ///
    /// # References
    /// - PS3.7, section D.3.3.4
    "contradictory-context-roles": Networking, Warning, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for activity in &survey.activities {
        for Contradiction { first, second, class } in contradictions(survey, activity) {
            let (one, other) =
                (survey.route(first.trail).key("role"), survey.route(second.trail).key("role"));
            let message = format!(
                "`{}` has the role {} here, and {} before",
                name_of(survey, class),
                second.role,
                first.role
            );
            findings
                .at(other.clone(), message)
                .related(one.clone(), format!("the role {} stands here", first.role))
                .help(
                    "if both are meant, write one context with the role BOTH that negotiates role selection",
                )
                .rests_on(one)
                .rests_on(other);
        }
    }
}
