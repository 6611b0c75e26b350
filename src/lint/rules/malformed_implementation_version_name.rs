//! `malformed-implementation-version-name`.

use crate::lint::findings::Findings;
use crate::lint::placeholder::is_placeholder;
use crate::lint::rule::{StatementSubject, rule};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports an implementation version name that is blank, has more than 16 characters, or a character outside ISO
    /// 646.
    ///
    /// # Why is this bad?
    /// The name is sent at the start of every association in a field of 1 to 16 such characters. A longer one never
    /// leaves the product as it stands in the statement.
    ///
    /// # Example
    /// ```yaml
    /// implementation:
    ///   class_uid: 2.25.181902416834275213489016231958337012347
    ///   version_name: EXAMPLE_SERVER_RELEASE_3
    /// ```
    /// Use instead:
    /// ```yaml
    /// implementation:
    ///   class_uid: 2.25.181902416834275213489016231958337012347
    ///   version_name: EXAMPLE_SERVER_3
    /// ```
    ///
    /// # References
    /// - PS3.7, section D.3.3.2.3
    "malformed-implementation-version-name": Networking, Error, Minimal, statement(check), since "0.1.0"
}

const MAX_LENGTH: usize = 16;

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let name = subject.statement.implementation.version_name.as_deref();
    let Some(name) = name.filter(|name| !is_placeholder(name)) else { return };
    let foreign = name.chars().find(|character| !matches!(character, ' '..='~'));
    let (message, help) = if let Some(character) = foreign {
        let code = u32::from(character);
        let message = format!("the implementation version name holds the character U+{code:04X}");
        (message, "it is made of characters of ISO 646".to_owned())
    } else if name.trim().is_empty() {
        let message = "the implementation version name is blank".to_owned();
        (message, "write the name that the product sends, or leave the key out".to_owned())
    } else if name.len() > MAX_LENGTH {
        let message = format!("the implementation version name has {} characters", name.len());
        (message, format!("it has at most {MAX_LENGTH}"))
    } else {
        return;
    };
    findings.at(Route::root().key("implementation").key("version_name"), message).help(help);
}
