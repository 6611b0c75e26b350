//! `contradictory-default`.

use crate::lint::findings::Findings;
use crate::lint::quantity::{Bounds, Quantity};
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::settings::{SettingUse, Subject, settings};
use crate::lint::shared_titles::{is_title, shared_titles};
use crate::lint::stated_settings::stated_elsewhere;

rule! {
    /// # What it does
    /// Reports a default in `configuration` that lies outside of its own range, or differs from what the same Application
    /// Entity states as its AE title, its port, its maximum PDU size or its number of associations.
    ///
    /// # Why is this bad?
    /// Only one of the two values can be the one that the product is delivered with. A peer that is set up by the other
    /// one cannot connect.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   STORE:
    ///     ae_title: STORE
    ///     port: 104
    ///     activities: {Receive: {accepts: [Verification | CT Image Storage as SCP in ImplicitVRLittleEndian]}}
    /// configuration:
    ///   parameters:
    ///     - {name: Port, application_entity: STORE, configurable: yes, default: "11112", range: 1-65535}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   STORE:
    ///     ae_title: STORE
    ///     port: 11112
    ///     activities: {Receive: {accepts: [Verification | CT Image Storage as SCP in ImplicitVRLittleEndian]}}
    /// configuration:
    ///   parameters:
    ///     - {name: Port, application_entity: STORE, configurable: yes, default: "11112", range: 1-65535}
    /// ```
    ///
    /// # References
    /// - PS3.2, sections A.4.4.1.1 and A.4.4.2
    "contradictory-default": Configuration, Error, Recommended, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let statement = subject.statement;
    let settings = settings(statement);
    let mut judged = settings.iter().filter(|setting| setting.default.is_some()).peekable();
    if judged.peek().is_none() {
        return;
    }
    let shared = shared_titles(&subject.survey);
    let is_shared = |name: &str| shared.iter().flatten().any(|used| used.name == name);
    for setting in judged {
        let default = setting.default.unwrap_or_default();
        if is_no_value(setting, default) {
            continue;
        }
        let route = setting.route.clone().key("default");
        if let Some(range) = setting.range.filter(|range| is_outside(default, range)) {
            findings
                .at(route, format!("the default `{default}` of `{}` lies outside of its range", setting.name))
                .related(setting.route.clone().key("range"), format!("`{range}`"))
                .help("mend the default or the range");
            continue;
        }
        let Some(entity) = setting.entity(statement) else { continue };
        let Some(stated) = stated_elsewhere(statement, entity, setting) else { continue };
        // Of two entities with one title, one has it by mistake.
        if setting.subject == Subject::Title && is_shared(entity) {
            continue;
        }
        let (before, behind) = stated.what;
        findings
            .at(route, format!("`{default}` is not the {before} `{entity}`{behind}"))
            .related(stated.route, format!("here it is {}", stated.value))
            .help("state the same value in both places, or in one of them only");
    }
}

/// Whether a default is none, or is judged by another rule: a port that does not exist, the place of a title.
fn is_no_value(setting: &SettingUse<'_>, default: &str) -> bool {
    match setting.subject {
        Subject::Title => !is_title(default),
        Subject::Port | Subject::TlsPort => {
            Quantity::bare(default).is_some_and(|port| !(1..=65535).contains(&port))
        }
        _ => false,
    }
}

fn is_outside(default: &str, range: &str) -> bool {
    let bounds = Bounds::parse(range);
    bounds.zip(Quantity::parse(default)).is_some_and(|(bounds, value)| bounds.exclude(&value))
}
