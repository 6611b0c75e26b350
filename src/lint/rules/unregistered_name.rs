//! `unregistered-name`.

use crate::lint::attribute_identity::AttributeFault;
use crate::lint::findings::Findings;
use crate::lint::identity::Fault;
use crate::lint::likeness::is_far;
use crate::lint::rule::{StatementSubject, rule};

rule! {
    /// # What it does
    /// Reports a name beside a known UID or tag that is no name of the registry at all. A name of an earlier edition, or
    /// one without ` SOP Class`, `(Retired)` or the part after a colon, counts as registered.
    ///
    /// # Why is this bad?
    /// The names of the registry are what people search for when they compare two statements. A shortened or home-made
    /// name makes them wonder whether something else is meant.
    ///
    /// # Example
    /// ```yaml
    /// sop_classes:
    ///   stored:
    ///     - {name: Enhanced MR Color Storage, uid: 1.2.840.10008.5.1.4.1.1.4.3}
    /// ```
    /// Use instead:
    /// ```yaml
    /// sop_classes:
    ///   stored:
    ///     - {name: Enhanced MR Color Image Storage, uid: 1.2.840.10008.5.1.4.1.1.4.3}
    /// ```
    ///
    /// # References
    /// - PS3.2, sections A.1 and A.4.2.1.1
    /// - PS3.6, chapter 6 and Annex A
    "unregistered-name": Registry, Warning, Recommended, product(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for flaw in subject.flaws() {
        if let (Fault::Unregistered(entry), Some(name)) = (&flaw.fault, flaw.name) {
            let message = format!("`{name}` is not the registered name of `{}`", entry.uid);
            let right = entry.usual_name();
            let wording = flaw.at_name(survey, findings, message).help(help(name, &right, "UID"));
            let wording = flaw.renamed(survey, wording, &right);
            if is_far(name, &right) {
                wording.unsafely();
            }
        }
    }
    for flaw in subject.attribute_flaws() {
        if let AttributeFault::Unregistered(entry) = flaw.fault {
            let message =
                format!("`{}` is not the registered name of `{}`", flaw.name(survey), entry.written_tag());
            let name = flaw.name(survey);
            let wording = flaw.at("name", survey, findings, message).help(help(name, entry.name, "tag"));
            let wording = flaw.edited("name", survey, wording, entry.name);
            if is_far(name, entry.name) {
                wording.unsafely();
            }
        }
    }
}

/// What is registered. Where the name has little to do with it, the other of the two may be wrong.
fn help(name: &str, registered: &str, other: &str) -> String {
    if is_far(name, registered) {
        return format!(
            "the registered name is `{registered}`; if that is not what is meant, the {other} is wrong"
        );
    }
    format!("the registered name is `{registered}`")
}
