//! `wrong-uid-type`.

use crate::lint::findings::Findings;
use crate::lint::identity::Fault;
use crate::lint::rule::{StatementSubject, rule};
use crate::standard::uids::{self, UidEntry};

rule! {
    /// # What it does
    /// Reports a thing of another type than its place asks for: a transfer syntax in the place of a SOP class, a SOP
    /// class among transfer syntaxes, a well-known SOP instance or a coding scheme as an abstract syntax.
    ///
    /// # Why is this bad?
    /// Only an abstract syntax can be proposed as one. The mistake often comes from a neighbouring row of the registry,
    /// such as the well-known instance of a service in place of its class, and no peer will accept it.
    ///
    /// # Example
    /// ```yaml
    /// sop_classes:
    ///   requested: [1.2.840.10008.1.20.1.1]
    /// ```
    /// Use instead:
    /// ```yaml
    /// sop_classes:
    ///   requested: [1.2.840.10008.1.20.1]
    /// ```
    ///
    /// # References
    /// - PS3.6, Annex A
    /// - PS3.4, section J.3.5
    "wrong-uid-type": Registry, Error, Minimal, product(check), fixable, since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for flaw in subject.flaws() {
        let what = match flaw.fault {
            Fault::WrongType(entry) => format!("registered as {}", phrase(entry)),
            Fault::WrongDeclaration => format!("declared as a private {}", flaw.unwanted()),
            _ => continue,
        };
        let message = format!("`{}` is {what}, where a {} belongs", flaw.text(), flaw.wanted());
        let wording = flaw.at(&subject.survey, findings, message);
        let named = flaw.uid.and(flaw.name).and_then(|name| uids::resolve(name, flaw.place.in_registry()));
        match (named, &flaw.fault) {
            (Some(named), _) => {
                let (name, uid) = (named.entry.plain_name(), named.entry.uid);
                let wording = wording.help(format!("the UID of {name} is `{uid}`"));
                flaw.edited(&subject.survey, wording, uid);
            }
            (None, Fault::WrongType(entry)) if flaw.uid.is_some() => {
                wording.help(format!(
                    "it is {}; write the {} that is meant",
                    entry.short_name(),
                    flaw.wanted()
                ));
            }
            _ => {
                wording.help(format!("write the {} that is meant", flaw.wanted()));
            }
        }
    }
}

/// The type with its article.
fn phrase(entry: &UidEntry) -> String {
    let kind = entry.kind.as_str();
    let article = if kind.starts_with(['A', 'L']) { "an" } else { "a" };
    format!("{article} {kind}")
}
