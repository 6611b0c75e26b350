//! `malformed-ae-title-pattern`.

use crate::lint::findings::Findings;
use crate::lint::naming::NamingRules;
use crate::lint::rule::{SiteSubject, rule};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a pattern for AE titles that is no regular expression.
    ///
    /// # Why is this bad?
    /// A pattern that cannot be read is no rule: no title is held against it.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// naming: {ae_title_pattern: "^[A-Z+$"}
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// naming: {ae_title_pattern: "^[A-Z]+$"}
    /// ```
    ///
    /// # References
    /// - The `naming` of the site document
    "malformed-ae-title-pattern": Governance, Error, Minimal, site(check), since "0.1.0"
}

fn check(subject: &SiteSubject<'_>, findings: &mut Findings) {
    if let Err(error) = NamingRules::of(subject.site).pattern {
        findings
            .at(
                Route::root().key("naming").key("ae_title_pattern"),
                format!("the pattern is no regular expression: {error}"),
            )
            .help("write a regular expression such as `^[A-Z][A-Z0-9_]+$`");
    }
}
