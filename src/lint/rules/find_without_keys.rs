//! `find-without-keys`.

use std::collections::HashSet;

use crate::lint::enumeration::enumeration;
use crate::lint::findings::Findings;
use crate::lint::grounds;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::sieve::{Sieve, is_unknown, name_of};
use crate::model::Role;
use crate::model::survey::{ContextUse, ItemId, Survey};
use crate::standard::sop_class::SopClass;

rule! {
    /// # What it does
    /// Reports a SOP class that is queried with C-FIND and whose keys the statement does not list.
    ///
    /// # Why is this bad?
    /// A query is as good as its keys. Without a list of what can be asked for and what comes back, nobody can tell
    /// whether two systems will find anything in each other.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///     activities:
    ///       Query:
    ///         initiates:
    ///           - StudyRootQueryRetrieveInformationModelFind as SCU in ImplicitVRLittleEndian
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   ARCHIVE:
    ///     ae_title: ARCHIVE
    ///     activities:
    ///       Query:
    ///         initiates:
    ///           - StudyRootQueryRetrieveInformationModelFind as SCU in ImplicitVRLittleEndian
    ///         conformance:
    ///           - sop_classes: StudyRootQueryRetrieveInformationModelFind
    ///             keys:
    ///               Study: [PatientID: R, StudyInstanceUID: U]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.3.1.3
    /// - PS3.2, section A.4.2.1.4.1.3
    "find-without-keys": QueryRetrieve, Error, Recommended, statement(check), since "0.1.0"
}

/// An entity, a class and a role in which it has keys.
type Listed<'a> = HashSet<(usize, &'a str, Role)>;

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let (mut listed, doubtful) = with_keys(survey);
    let mut sieve = Sieve::new(survey, SopClass::is_query);
    for context in survey.claimed_contexts().filter(|context| !doubtful.contains(&context.entity)) {
        let mut lacking = sieve.sift(&context.abstract_syntaxes).to_vec();
        // What has been reported counts as listed, so that every class is reported once.
        lacking.retain(|id| lacks(survey, context, *id, &listed));
        for role in roles(context.role) {
            listed.extend(lacking.iter().filter_map(|id| Some((context.entity, survey.uid(*id)?, *role))));
        }
        if !lacking.is_empty() {
            report(survey, context, &lacking, findings);
        }
    }
}

const fn roles(role: Role) -> &'static [Role] {
    match role {
        Role::Scu => &[Role::Scu],
        Role::Scp => &[Role::Scp],
        Role::Both => &[Role::Scu, Role::Scp],
    }
}

/// What has keys, and the entities with a table of keys whose class cannot be told.
fn with_keys<'a>(survey: &'a Survey<'_>) -> (Listed<'a>, HashSet<usize>) {
    let (mut listed, mut doubtful) = (HashSet::new(), HashSet::new());
    for entry in survey.conformances.iter().filter(|entry| {
        entry.conformance.keys.is_standard
            || entry.conformance.keys.groups().values().any(|keys| !keys.is_empty())
    }) {
        let spoken: &[Role] = if entry.roles.is_empty() { &[Role::Both] } else { &entry.roles };
        for id in entry.sop_classes.iter() {
            let Some(uid) = survey.uid(*id).filter(|_| !is_unknown(survey, *id)) else {
                doubtful.insert(entry.entity);
                continue;
            };
            for role in spoken.iter().flat_map(|role| roles(*role)) {
                listed.insert((entry.entity, uid, *role));
            }
        }
    }
    (listed, doubtful)
}

fn lacks(survey: &Survey<'_>, context: &ContextUse<'_>, id: ItemId, listed: &Listed<'_>) -> bool {
    let uid = survey.uid(id).unwrap_or_default();
    !roles(context.role).iter().any(|role| listed.contains(&(context.entity, uid, *role)))
}

fn report(survey: &Survey<'_>, context: &ContextUse<'_>, classes: &[ItemId], findings: &mut Findings) {
    let names = enumeration(classes.iter().map(|id| name_of(survey, *id)));
    let message = format!("{names}: no keys are listed");
    let wording = findings
        .at(survey.route(context.trail).key("abstract_syntax"), message)
        .help("list the keys under `keys` in the `conformance` of the activity, by level or module");
    wording.rests_on_all(|| grounds::conformance_of(survey, context.entity));
}
