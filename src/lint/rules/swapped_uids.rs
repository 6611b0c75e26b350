//! `swapped-uids`.

use crate::lint::findings::Findings;
use crate::lint::identity::Fault;
use crate::lint::rule::{StatementSubject, rule};

rule! {
    /// # What it does
    /// Reports two entries of a statement of which each has the name that belongs to the UID of the other.
    ///
    /// # Why is this bad?
    /// Somebody mixed up two rows. Both entries look right one by one, and whoever goes by the names gets the wrong UID
    /// twice.
    ///
    /// # Example
    /// ```yaml
    /// sop_classes:
    ///   stored:
    ///     - {name: CT Image Storage, uid: 1.2.840.10008.5.1.4.1.1.4}
    ///     - {name: MR Image Storage, uid: 1.2.840.10008.5.1.4.1.1.2}
    /// ```
    /// Use instead:
    /// ```yaml
    /// sop_classes:
    ///   stored:
    ///     - {name: CT Image Storage, uid: 1.2.840.10008.5.1.4.1.1.2}
    ///     - {name: MR Image Storage, uid: 1.2.840.10008.5.1.4.1.1.4}
    /// ```
    ///
    /// # References
    /// - PS3.6, Annex A
    "swapped-uids": Registry, Error, Minimal, product(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for flaw in subject.flaws() {
        let Fault::Swapped { entry, other, with } = flaw.fault else { continue };
        let (first, second) = (other.short_name(), entry.short_name());
        let second_route = with.uid_route(survey);
        let wording = flaw
            .at(survey, findings, format!("the UIDs of {first} and {second} are exchanged"))
            .related(second_route.clone(), format!("this is the UID of {first}"))
            .help(format!("{first} has `{}`, {second} has `{}`", other.uid, entry.uid))
            .edit(second_route, entry.uid);
        flaw.edited(survey, wording, other.uid);
    }
}
