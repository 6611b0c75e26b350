//! `shared-ae-title`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::shared_titles::{is_explained, shared_titles};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports Application Entities of one product that have the same default AE title, where no text says so:
    /// `shared_title` in the `policies` of one of them, a description of one of them, or the `local` or `text` of
    /// `configuration`.
    ///
    /// # Why is this bad?
    /// Peers know an Application Entity by its title. Whoever reads of two entities expects two titles to configure, and
    /// cannot tell whether one title for both is meant or was copied by mistake.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   STORE:
    ///     ae_title: EXAMPLE
    ///     port: 104
    ///     activities: {Receive: {accepts: [Verification | CT Image Storage as SCP in ImplicitVRLittleEndian]}}
    ///   SEND:
    ///     ae_title: EXAMPLE
    ///     activities: {Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   STORE:
    ///     ae_title: EXAMPLE
    ///     port: 104
    ///     activities: {Receive: {accepts: [Verification | CT Image Storage as SCP in ImplicitVRLittleEndian]}}
    ///   SEND:
    ///     ae_title: EXAMPLE
    ///     policies: {shared_title: The product calls with the title under which it is called.}
    ///     activities: {Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1 (note)
    "shared-ae-title": Configuration, Warning, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for holders in shared_titles(survey) {
        let [first, second, others @ ..] = holders.as_slice() else { continue };
        if is_explained(survey, &holders) {
            continue;
        }
        let title = |trail| survey.route(trail).key("ae_title");
        let message = format!("`{}` has the AE title of `{}`", second.name, first.name);
        let others: Vec<_> = others.iter().map(|used| title(used.trail)).collect();
        let mut wording = findings
            .at(title(second.trail), message)
            .related(title(first.trail), format!("the title of `{}`", first.name))
            .also(others.into_iter())
            .help("give it a title of its own, or say under `policies.shared_title` why both have one")
            .rests_on_keys(&Route::root().key("configuration"), &["local", "text"]);
        for used in &holders {
            let entity = survey.route(used.trail);
            wording = wording.rests_on_keys(&entity, &["ae_title", "policies", "summary", "description"]);
        }
    }
}
