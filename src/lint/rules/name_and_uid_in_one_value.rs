//! `name-and-uid-in-one-value`.

use crate::lint::findings::Findings;
use crate::lint::identity::Fault;
use crate::lint::rule::{StatementSubject, rule};
use crate::standard::spelling::Agreement;
use crate::standard::uids;

rule! {
    /// # What it does
    /// Reports a text that holds a name and a UID at once.
    ///
    /// # Why is this bad?
    /// Name and UID are two columns of every table of a conformance statement. Together in one text they can neither be
    /// checked against the registry nor be printed where they belong.
    ///
    /// # Example
    /// ```yaml
    /// sop_classes:
    ///   stored: ["CT Image Storage: 1.2.840.10008.5.1.4.1.1.2"]
    /// ```
    /// Use instead:
    /// ```yaml
    /// sop_classes:
    ///   stored: [CT Image Storage]
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.3.1.2
    "name-and-uid-in-one-value": Registry, Warning, Recommended, product(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for flaw in subject.flaws() {
        let Fault::NameAndUid { name, uid } = flaw.fault else { continue };
        let message = format!("a name and a UID stand in one text: `{}`", flaw.text());
        let agrees =
            uids::by_uid(uid).is_some_and(|entry| matches!(entry.agreement(name), Agreement::Same(_)));
        let wording = flaw.at(&subject.survey, findings, message);
        if agrees {
            // Either says all there is to say, so the shorter text loses nothing.
            let help = format!("write `{name}`, or `{{name: {name}, uid: {uid}}}`");
            flaw.edited(&subject.survey, wording.help(help), name);
        } else {
            wording.help(format!("write `{{name: {name}, uid: {uid}}}`"));
        }
    }
}
