//! `malformed-custom-rule`.

use crate::lint::custom::flaws;
use crate::lint::findings::Findings;
use crate::lint::rule::rule;
use crate::model::ProjectConfiguration;

rule! {
    /// # What it does
    /// Reports a rule of the project's own that cannot be meant: an expression that is none, that speaks of things that
    /// there are not or is too large, an address of nothing, a name that is taken or is none.
    ///
    /// # Why is this bad?
    /// The rule is not asked, so that its silence is taken for praise.
    ///
    /// # Example
    /// ```yaml
    /// product: {name: Example Archive, vendor: Example Vendor, versions: "1.0"}
    /// ```
    /// with this configuration:
    /// ```yaml dicomply.yaml as written
    /// custom_rules:
    ///   acme-titles:
    ///     for: application_entities.*
    ///     require: has(it.ae_title
    ///     message: "`{name}` has no AE title"
    /// ```
    /// Use instead:
    /// ```yaml
    /// product: {name: Example Archive, vendor: Example Vendor, versions: "1.0"}
    /// ```
    /// with this configuration:
    /// ```yaml dicomply.yaml as written
    /// custom_rules:
    ///   acme-titles:
    ///     for: application_entities.*
    ///     require: has(it.ae_title)
    ///     message: "`{name}` has no AE title"
    /// ```
    ///
    /// # References
    /// - The configuration of a project: `custom_rules`
    "malformed-custom-rule": Upkeep, Error, Minimal, configuration(check), since "0.1.0"
}

fn check(configuration: &ProjectConfiguration, findings: &mut Findings) {
    for flaw in flaws(configuration) {
        let wording = match flaw.part {
            Some(part) => findings.within(flaw.route, part, flaw.message),
            None => findings.at_key(flaw.route, flaw.message),
        };
        let _ = wording.help(flaw.help);
    }
}
