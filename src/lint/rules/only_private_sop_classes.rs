//! `only-private-sop-classes`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::survey::{Initiation, Meaning};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a statement whose presentation contexts are all for private or specialized SOP classes.
    ///
    /// # Why is this bad?
    /// Conformance to the standard begins with one SOP class of the standard, be it extended. Products that exchange
    /// private classes only speak the protocol, and to nobody but themselves.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities: {Send: {initiates: [Example Volume Storage as SCU in ImplicitVRLittleEndian]}}
    /// private_sop_classes:
    ///   - {name: Example Volume Storage, uid: 1.2.826.0.1.3680043.10.999.1, text: A volume., iod: As CT., services: C-STORE}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send: {initiates: [Example Volume Storage | CT Image Storage as SCU in ImplicitVRLittleEndian]}
    /// private_sop_classes:
    ///   - {name: Example Volume Storage, uid: 1.2.826.0.1.3680043.10.999.1, text: A volume., iod: As CT., services: C-STORE}
    /// ```
    ///
    /// # References
    /// - PS3.2, section 7.1
    "only-private-sop-classes": Extension, Error, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    // Who accepts associations has to accept Verification, a class of the standard; that is said elsewhere.
    if survey.claimed_contexts().any(|context| context.initiation == Initiation::Accepts) {
        return;
    }
    let mut ours = None;
    for id in survey.claimed_contexts().flat_map(|context| context.abstract_syntaxes.iter()) {
        match survey.item(*id).meaning {
            Meaning::Declared { name, .. } => _ = ours.get_or_insert((*id, name)),
            _ => return,
        }
    }
    let Some((id, name)) = ours.filter(|_| survey.endless_sets.is_empty()) else { return };
    findings
        .at_key(
            Route::root().key("application_entities"),
            "no presentation context is for a SOP class of the standard",
        )
        .related(survey.route(survey.item(id).trail), format!("`{name}` is a private one"))
        .help(
            "list the SOP classes of the standard that are supported; a conforming product has one at least",
        )
        .rests_on(Route::root().key("application_entities"))
        .rests_on(Route::root().key("sop_classes"));
}
