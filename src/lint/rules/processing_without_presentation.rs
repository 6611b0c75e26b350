//! `processing-without-presentation`.

use std::cell::LazyCell;
use std::collections::HashSet;

use crate::lint::commitment::has_doubtful;
use crate::lint::findings::Findings;
use crate::lint::grounds;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::sieve::{Sieve, name_of};
use crate::model::Role;
use crate::model::survey::{ContextUse, Initiation, ItemId, Survey};
use crate::standard::sop_class;
use crate::standard::uids::STORAGE_SERVICE_CLASS;

rule! {
    /// # What it does
    /// Reports a SOP class for images *for processing* in a role in which no entity of the statement supports the SOP
    /// class for the same images *for presentation*: of digital X-ray, mammography, intra-oral X-ray, breast projection
    /// X-ray and intravascular optical coherence tomography.
    ///
    /// # Why is this bad?
    /// Images for processing are raw; nobody can show them as they are. So the standard asks everybody who supports
    /// them to support those for presentation too. The reverse is not asked for.
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
    ///           - Digital X-Ray Image Storage - For Processing as SCP in uncompressed
    ///           - Verification as SCP in uncompressed
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
    ///           - Digital X-Ray Image Storage - For Processing as SCP in uncompressed
    ///           - Digital X-Ray Image Storage - For Presentation as SCP in uncompressed
    ///           - Verification as SCP in uncompressed
    /// ```
    ///
    /// # References
    /// - PS3.4, sections B.5.1.1, B.5.1.2, B.5.1.3, B.5.1.13 and B.5.1.18
    "processing-without-presentation": Workflow, Error, Recommended, statement(check), since "0.1.0"
}

/// The UIDs of the classes for processing, each with that of its sibling for presentation.
const SIBLINGS: [(&str, &str); 5] = [
    ("1.2.840.10008.5.1.4.1.1.1.1.1", "1.2.840.10008.5.1.4.1.1.1.1"),
    ("1.2.840.10008.5.1.4.1.1.1.2.1", "1.2.840.10008.5.1.4.1.1.1.2"),
    ("1.2.840.10008.5.1.4.1.1.1.3.1", "1.2.840.10008.5.1.4.1.1.1.3"),
    ("1.2.840.10008.5.1.4.1.1.13.1.5", "1.2.840.10008.5.1.4.1.1.13.1.4"),
    ("1.2.840.10008.5.1.4.1.1.14.2", "1.2.840.10008.5.1.4.1.1.14.1"),
];

fn sibling(uid: &str) -> Option<&'static str> {
    SIBLINGS.iter().find(|(processing, _)| *processing == uid).map(|(_, presentation)| *presentation)
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    let mut processing = Sieve::new(survey, |class| sibling(class.entry.uid).is_some());
    let mut presentation =
        Sieve::new(survey, |class| SIBLINGS.iter().any(|(_, uid)| *uid == class.entry.uid));
    let (mut told, mut told_items) = (HashSet::new(), HashSet::new());
    for role in [Role::Scu, Role::Scp] {
        let contexts = || {
            let claimed = survey.claimed_contexts();
            claimed.filter(move |context| context.role == role || context.role == Role::Both)
        };
        let supported: HashSet<&str> = contexts()
            .flat_map(|context| presentation.sift(&context.abstract_syntaxes).to_vec())
            .filter_map(|id| survey.uid(id))
            .collect();
        let is_open = LazyCell::new(|| contexts().any(|other| may_hold_all(survey, other)));
        for context in contexts() {
            for id in processing.sift(&context.abstract_syntaxes).iter().copied() {
                let Some(wanted) = survey.uid(id).and_then(sibling) else { continue };
                // One finding for an entity and a family; the entry of a set is one however often the set is used.
                if supported.contains(wanted)
                    || told_items.contains(&id)
                    || *is_open
                    || !told.insert((context.entity, wanted))
                {
                    continue;
                }
                told_items.insert(id);
                report(survey, id, role, wanted, findings);
            }
        }
    }
}

/// Whether a context is about every storage class, or about something of which it cannot be told what it is.
fn may_hold_all(survey: &Survey<'_>, context: &ContextUse<'_>) -> bool {
    let mut uids = survey.claimed_uids(&context.abstract_syntaxes);
    uids.any(|(_, uid)| uid == STORAGE_SERVICE_CLASS) || has_doubtful(survey, &context.abstract_syntaxes)
}

fn report(survey: &Survey<'_>, id: ItemId, role: Role, wanted: &str, findings: &mut Findings) {
    let Some(class) = sop_class::by_uid(wanted) else { return };
    let message = format!("`{}` as {role} without its sibling for presentation", name_of(survey, id));
    let wording = findings
        .at(survey.route(survey.item(id).trail), message)
        .help(format!("add `{}` in the same role", class.entry.short_name()));
    let sides = [Initiation::Initiates, Initiation::Accepts];
    wording.rests_on_all(|| sides.into_iter().flat_map(|side| grounds::contexts(survey, side)));
}
