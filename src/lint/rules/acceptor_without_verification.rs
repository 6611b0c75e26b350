//! `acceptor-without-verification`.

use crate::finding::Written;
use crate::lint::findings::Findings;
use crate::lint::grounds;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::Initiation;
use crate::standard::uids;

rule! {
    /// # What it does
    /// Reports a statement whose Application Entities accept associations, none of them for the Verification SOP
    /// Class as SCP.
    ///
    /// # Why is this bad?
    /// A product that accepts associations has to answer a C-ECHO: it is how the people who connect two systems find
    /// out whether address, port and AE title are right before anything else is tried.
    ///
    /// # Example
    /// ```yaml
    /// dicomply: 1
    /// kind: statement
    /// product: {name: Example Archive, versions: "1.0"}
    /// statement: {date: 2026-11-20}
    /// implementation: {class_uid: 2.25.181902416834275213489016231958337012347}
    /// application_entities:
    ///   STORE:
    ///     ae_title: STORE
    ///     port: 104
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    /// ```
    /// Use instead:
    /// ```yaml
    /// dicomply: 1
    /// kind: statement
    /// product: {name: Example Archive, versions: "1.0"}
    /// statement: {date: 2026-11-20}
    /// implementation: {class_uid: 2.25.181902416834275213489016231958337012347}
    /// application_entities:
    ///   STORE:
    ///     ae_title: STORE
    ///     port: 104
    ///     activities:
    ///       Receive:
    ///         accepts:
    ///           - Verification as SCP in ImplicitVRLittleEndian
    ///           - CT Image Storage as SCP in ImplicitVRLittleEndian
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.1
    "acceptor-without-verification": Networking, Error, Recommended, statement(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let accepted = || survey.claimed_contexts().filter(|context| context.initiation == Initiation::Accepts);
    let verified = accepted().any(|context| {
        let classes = &context.abstract_syntaxes;
        context.role.is_provider() && classes.iter().any(|id| survey.uid(*id) == Some(uids::VERIFICATION))
    });
    let mut acceptors: Vec<_> = accepted().map(|context| context.entity).collect();
    acceptors.dedup();
    let Some((first, others)) = acceptors.split_first().filter(|_| !verified) else { return };
    let name = |entity: &usize| survey.entities[*entity].name;
    let route = |entity: &usize| survey.route(survey.entities[*entity].trail);
    let message =
        format!("`{}` accepts associations, but no entity accepts Verification as SCP", name(first));
    let mut wording = findings
        .at_key(route(first), message)
        .help("add `Verification as SCP in …` to an `accepts` list, if the product answers C-ECHO");
    wording = wording.rests_on_all(|| grounds::contexts(survey, Initiation::Accepts));
    if let Some(list) = accepted().next().and_then(|context| survey.route(context.trail).parent()) {
        let context = "Verification as SCP in Implicit VR Little Endian".to_owned();
        wording = wording.append(list, Written::Text(context)).unsafely();
    }
    for other in others {
        wording = wording.related(route(other), format!("`{}` accepts associations too", name(other)));
    }
}
