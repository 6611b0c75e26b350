//! `placeholder-uid`.

use crate::lint::findings::Findings;
use crate::lint::identity::Fault;
use crate::lint::rule::{StatementSubject, rule};

rule! {
    /// # What it does
    /// Reports a UID that only holds the place of one that is still to be assigned: under a root that examples use,
    /// counting up from 1.2.3, or with three zeros in a row.
    ///
    /// # Why is this bad?
    /// A UID is unique because whoever owns its root sees to it. One that was made up, or copied from an example, will
    /// sooner or later meet its double.
    ///
    /// # Example
    /// ```yaml
    /// implementation: {class_uid: 1.2.3.4.5.6.7.8, version_name: EXAMPLE_10}
    /// ```
    /// Use instead:
    /// ```yaml
    /// implementation: {class_uid: 2.25.181902416834275213489016231958337012347, version_name: EXAMPLE_10}
    /// ```
    ///
    /// # References
    /// - PS3.5, section 9.2
    /// - PS3.2, section 7.1
    "placeholder-uid": Registry, Error, Minimal, product(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for flaw in subject.flaws() {
        if matches!(flaw.fault, Fault::Placeholder) {
            let message = format!("`{}` stands in for a UID that is not yet assigned", flaw.text());
            flaw.at(&subject.survey, findings, message)
                .help("write the UID that the product uses; `dicomply uid new` makes one");
        }
    }
}
