//! `move-scu-without-receiver`.

use crate::lint::enumeration::{RELATED, enumeration};
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::sieve::{Sieve, name_of};
use crate::lint::{grounds, storage};
use crate::model::survey::{ContextUse, Initiation};
use crate::standard::sop_class::Operation;

rule! {
    /// # What it does
    /// Reports a C-MOVE SOP class that is proposed as SCU while no Application Entity of the statement accepts a storage
    /// SOP class as SCP. An activity that names a `move_destination` is left alone.
    ///
    /// # Why is this bad?
    /// A C-MOVE tells the other side to send images to an AE title. If that is the product itself, it has to accept them;
    /// if it is somebody else, the reader wants to know whom.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   VIEWER:
    ///     ae_title: VIEWER
    ///     activities:
    ///       Retrieve:
    ///         initiates:
    ///           - StudyRootQueryRetrieveInformationModelMove as SCU in ImplicitVRLittleEndian
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   VIEWER:
    ///     ae_title: VIEWER
    ///     activities:
    ///       Retrieve:
    ///         initiates:
    ///           - StudyRootQueryRetrieveInformationModelMove as SCU in ImplicitVRLittleEndian
    ///         move_destination: The archive of the department
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.1.4
    /// - PS3.4, section C.4.2.2.1
    "move-scu-without-receiver": QueryRetrieve, Warning, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let mut sieve = Sieve::new(survey, |class| class.operation() == Some(Operation::Move));
    let is_open = |context: &&ContextUse<'_>| {
        let named = &survey.activities[context.activity].activity.move_destination;
        context.initiation == Initiation::Initiates
            && context.role.is_user()
            && named.as_deref().is_none_or(|name| name.trim().is_empty())
    };
    let mut moves =
        survey.claimed_contexts().filter(is_open).filter(|context| sieve.any(&context.abstract_syntaxes));
    let Some(first) = moves.next() else { return };
    let others: Vec<_> = moves.take(RELATED).collect();
    let stores =
        |context: &&ContextUse<'_>| context.initiation == Initiation::Accepts && context.role.is_provider();
    if survey
        .claimed_contexts()
        .filter(stores)
        .any(|context| storage::may_store(survey, &context.abstract_syntaxes))
    {
        return;
    }
    let names = enumeration(sieve.sift(&first.abstract_syntaxes).iter().map(|id| name_of(survey, *id)));
    let route = |context: &ContextUse<'_>| survey.route(context.trail).key("abstract_syntax");
    let wording = findings
        .at(route(first), format!("{names} proposed as SCU, but no entity receives what is sent then"))
        .help("add the storage SOP classes to the `accepts` of an activity, or name in `move_destination` who receives")
        .rests_on(survey.route(survey.activities[first.activity].trail).key("move_destination"));
    let grounds = grounds::contexts(survey, Initiation::Accepts);
    let wording = grounds.into_iter().fold(wording, |wording, route| wording.rests_on(route));
    others.into_iter().fold(wording, |wording, context| wording.related(route(context), "and here"));
}
