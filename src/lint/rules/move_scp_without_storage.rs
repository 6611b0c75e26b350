//! `move-scp-without-storage`.

use crate::lint::enumeration::{RELATED, enumeration};
use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::sieve::{Sieve, name_of};
use crate::lint::{grounds, storage};
use crate::model::survey::{ContextUse, Initiation};
use crate::standard::sop_class::Operation;

rule! {
    /// # What it does
    /// Reports a C-MOVE SOP class that is accepted as SCP while no Application Entity of the statement proposes a storage
    /// SOP class as SCU. An activity that names a `delegate` is left alone.
    ///
    /// # Why is this bad?
    /// To answer a C-MOVE is to send the images to a third system with C-STORE. What can be sent, and in which transfer
    /// syntaxes, is what the people at that system look for; a statement without it promises what it cannot keep.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///     port: 104
    ///     activities:
    ///       Retrieve:
    ///         accepts:
    ///           - Verification as SCP in ImplicitVRLittleEndian
    ///           - StudyRootQueryRetrieveInformationModelMove as SCP in ImplicitVRLittleEndian
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///     port: 104
    ///     activities:
    ///       Retrieve:
    ///         accepts:
    ///           - Verification as SCP in ImplicitVRLittleEndian
    ///           - StudyRootQueryRetrieveInformationModelMove as SCP in ImplicitVRLittleEndian
    ///         initiates:
    ///           - CT Image Storage as SCU in ImplicitVRLittleEndian
    /// ```
    ///
    /// # References
    /// - PS3.4, section C.1.4
    /// - PS3.4, section C.4.2.3.1
    /// - PS3.4, section C.6.1.2.2.2
    "move-scp-without-storage": QueryRetrieve, Error, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let mut sieve = Sieve::new(survey, |class| class.operation() == Some(Operation::Move));
    let is_open = |context: &&ContextUse<'_>| {
        let named = &survey.activities[context.activity].activity.delegate;
        context.initiation == Initiation::Accepts
            && context.role.is_provider()
            && named.as_deref().is_none_or(|name| name.trim().is_empty())
    };
    let mut moves =
        survey.claimed_contexts().filter(is_open).filter(|context| sieve.any(&context.abstract_syntaxes));
    let Some(first) = moves.next() else { return };
    let others: Vec<_> = moves.take(RELATED).collect();
    let stores =
        |context: &&ContextUse<'_>| context.initiation == Initiation::Initiates && context.role.is_user();
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
        .at(route(first), format!("{names} accepted as SCP, but no entity stores to a move destination as SCU"))
        .help("add the storage SOP classes to the `initiates` of an activity, or name in `delegate` who stores instead")
        .rests_on(survey.route(survey.activities[first.activity].trail).key("delegate"));
    let grounds = grounds::contexts(survey, Initiation::Initiates);
    let wording = grounds.into_iter().fold(wording, |wording, route| wording.rests_on(route));
    others.into_iter().fold(wording, |wording, context| wording.related(route(context), "and here"));
}
