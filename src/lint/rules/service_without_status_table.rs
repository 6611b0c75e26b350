//! `service-without-status-table`.

use std::collections::HashSet;
use std::sync::Arc;

use crate::lint::enumeration::enumeration;
use crate::lint::findings::Findings;
use crate::lint::grounds::conformance_of;
use crate::lint::responses::is_told;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::sieve::name_of;
use crate::model::Role;
use crate::model::survey::{ActivityUse, Survey};
use crate::standard::uids::VERIFICATION;

rule! {
    /// # What it does
    /// Reports the SOP classes of an activity that no conformance entry of the entity is about, in the role that is
    /// claimed, so that the document has no table of response statuses for them. Verification as SCP needs none.
    ///
    /// # Why is this bad?
    /// The table of statuses is the part of a statement that a person reads who looks for the cause of a failure: what
    /// the product does on which code, or why it sends one.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send:
    ///         initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND:
    ///     ae_title: SEND
    ///     activities:
    ///       Send:
    ///         initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]
    ///         conformance:
    ///           - {sop_classes: CT Image Storage, responses: standard}
    /// ```
    ///
    /// # References
    /// - PS3.2, sections A.4.2.1.3.1.3 and A.4.2.1.4.1.3
    "service-without-status-table": Networking, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let described = described(survey);
    for activity in survey.activities.iter().filter(|activity| activity.is_claimed) {
        let lacking = lacking(survey, activity, &described);
        if lacking.is_empty() {
            continue;
        }
        let message = format!(
            "`{}` lists no statuses for {}",
            activity.name,
            enumeration(lacking.iter().map(String::as_str))
        );
        let mut wording = findings.at_key(survey.route(activity.trail), message).help(
            "add `responses` to the conformance of the class; `responses: standard` has the standard's rows",
        );
        wording = wording.rests_on_all(|| conformance_of(survey, activity.entity));
    }
}

/// An entity, the UID of a class, and whether the entity is its user.
type Claim<'a> = (usize, &'a str, bool);

/// The two sides of a role: whether it is the user, for each of them.
fn sides(role: Role) -> impl Iterator<Item = bool> {
    [true, false]
        .into_iter()
        .filter(move |is_user| if *is_user { role.is_user() } else { role.is_provider() })
}

/// The claims for which some table is there.
fn described<'a>(survey: &'a Survey<'_>) -> HashSet<Claim<'a>> {
    let mut described = HashSet::new();
    for used in &survey.conformances {
        let roles = if used.roles.is_empty() { [Role::Both].as_slice() } else { &used.roles };
        for id in used.sop_classes.iter() {
            let told = survey.uid(*id).filter(|uid| is_told(used.conformance, uid));
            let Some(uid) = told else { continue };
            let claims = roles.iter().flat_map(|role| sides(*role));
            described.extend(claims.map(|is_user| (used.entity, uid, is_user)));
        }
    }
    described
}

/// The claims of an activity for which there is no table, in words.
fn lacking(survey: &Survey<'_>, activity: &ActivityUse<'_>, described: &HashSet<Claim<'_>>) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut lacking = Vec::new();
    for context in survey.contexts[activity.contexts.clone()].iter().filter(|context| context.is_claimed) {
        if !seen.insert((Arc::as_ptr(&context.abstract_syntaxes).addr(), context.role, "")) {
            continue; // The same set in the same role.
        }
        for (id, uid) in survey.claimed_uids(&context.abstract_syntaxes) {
            for is_user in sides(context.role) {
                let is_exempt = uid == VERIFICATION && !is_user;
                let role = if is_user { Role::Scu } else { Role::Scp };
                let is_new = !is_exempt && !described.contains(&(activity.entity, uid, is_user));
                if is_new && seen.insert((0, role, uid)) {
                    lacking.push(format!("{} as {role}", name_of(survey, id)));
                }
            }
        }
    }
    lacking
}
