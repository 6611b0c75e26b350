//! `unknown-rule`.

use crate::lint::RULES;
use crate::lint::findings::Findings;
use crate::lint::rule::rule;
use crate::model::{Named, ProjectConfiguration, RuleLevel};
use crate::route::Route;
use crate::standard::nearest::nearest;

rule! {
    /// # What it does
    /// Reports a rule in the configuration of a project that there is not.
    ///
    /// # Why is this bad?
    /// What is configured for it has no effect: a rule that was to be switched off is asked, one that was to be an
    /// error is none.
    ///
    /// # Example
    /// ```yaml
    /// product: {name: Example Archive, vendor: Example Vendor, versions: "1.0"}
    /// ```
    /// with this configuration:
    /// ```yaml dicomply.yaml as written
    /// rules: {unresolved-nane: warning}
    /// ```
    /// Use instead:
    /// ```yaml
    /// product: {name: Example Archive, vendor: Example Vendor, versions: "1.0"}
    /// ```
    /// with this configuration:
    /// ```yaml dicomply.yaml as written
    /// rules: {unresolved-name: warning}
    /// ```
    ///
    /// # References
    /// - The configuration of a project: `rules` names rules of `dicomply rules`
    "unknown-rule": Upkeep, Error, Minimal, configuration(check), fixable, since "0.1.0"
}

fn check(configuration: &ProjectConfiguration, findings: &mut Findings) {
    let check_names =
        |rules, at: &Route, findings: &mut Findings| check_names(configuration, rules, at, findings);
    check_names(&configuration.rules, &Route::root().key("rules"), findings);
    for (position, some) in configuration.overrides.iter().enumerate() {
        let route = Route::root().key("overrides").index(position).key("rules");
        check_names(&some.rules, &route, findings);
    }
}

fn check_names(
    configuration: &ProjectConfiguration,
    rules: &Named<Option<RuleLevel>>,
    at: &Route,
    findings: &mut Findings,
) {
    let custom = &configuration.custom_rules;
    let is_known = |name: &str| crate::lint::rule(name).is_some() || custom.contains_key(name);
    for name in rules.keys().filter(|name| !is_known(name)) {
        let route = at.clone().key(name);
        let wording = findings.at_key(route.clone(), format!("there is no rule `{name}`"));
        let _ = match nearest(name, RULES.iter().map(|rule| rule.id).chain(custom.keys().map(String::as_str)))
        {
            Some(near) => wording.help(format!("did you mean `{near}`?")).edit_key(route, near),
            None => wording.help("`dicomply rules` lists them all"),
        };
    }
}
