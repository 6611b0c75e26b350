//! `unregistered-name`.

use crate::lint::attribute_identity::AttributeFault;
use crate::lint::findings::Findings;
use crate::lint::identity::Fault;
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
            let wording = flaw.at_name(survey, findings, message);
            flaw.renamed(survey, wording.help(format!("the registered name is `{right}`")), &right);
        }
    }
    for flaw in subject.attribute_flaws() {
        if let AttributeFault::Unregistered(entry) = flaw.fault {
            let message =
                format!("`{}` is not the registered name of `{}`", flaw.name(survey), entry.written_tag());
            let wording = flaw.at("name", survey, findings, message);
            let wording = wording.help(format!("the registered name is `{}`", entry.name));
            flaw.edited("name", survey, wording, entry.name);
        }
    }
}
