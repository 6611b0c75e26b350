//! `unreleased-statement`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a statement that does not say of itself that it is released, and a released one that has no version.
    /// Only a release asks for it.
    ///
    /// # Why is this bad?
    /// A draft is marked as one on every page, so it cannot be given away as the statement of a product. Without a
    /// version nobody can tell two issues of the document apart.
    ///
    /// # Example
    /// ```yaml
    /// statement: {version: "1.0", date: 2026-11-20, status: draft}
    /// ```
    /// Use instead:
    /// ```yaml
    /// statement: {version: "1.0", date: 2026-11-20, status: released}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.0
    /// - PS3.2, section A.3.1
    "unreleased-statement": Document, Error, Release, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let identification = &subject.statement.statement;
    let route = Route::root().key("statement");
    if !subject.statement.says_released() {
        let message = match identification.status {
            Some(_) => "the statement is a draft",
            None => "the statement does not say that it is released, so it is a draft",
        };
        findings.at(route.clone().key("status"), message).help("when it is, write `status: released`");
    }
    if identification.version.as_deref().is_none_or(|version| version.trim().is_empty()) {
        findings
            .at(route.clone().key("version"), "the version of the document is not said")
            .help("add `version` to `statement`")
            .rests_on(route);
    }
}
