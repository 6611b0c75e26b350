//! `fixed-remote-port`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::settings::{Form, Owner, SettingUse, Subject, is_port_of_peer, settings};
use crate::model::Statement;

rule! {
    /// # What it does
    /// Reports the port of a remote Application Entity that cannot be configured.
    ///
    /// # Why is this bad?
    /// On which port a peer listens is settled where the peer stands. A product that always calls port 104 reaches nobody
    /// who listens on 11112; the standard wants the port to be configurable.
    ///
    /// # Example
    /// ```yaml
    /// configuration:
    ///   remote:
    ///     Archive: {ae_title: {configurable: yes}, host: {configurable: yes}, port: {default: "104", configurable: no}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// configuration:
    ///   remote:
    ///     Archive: {ae_title: {configurable: yes}, host: {configurable: yes}, port: {default: "104", configurable: yes}}
    /// ```
    ///
    /// # References
    /// - PS3.8, section 9.1.1
    "fixed-remote-port": Configuration, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let settings = settings(subject.statement);
    let fixed = settings.iter().filter(|setting| setting.is_configurable == Some(false));
    for setting in fixed.filter(|setting| is_remote_port(setting, subject.statement)) {
        let whose = match setting.owner {
            Owner::Remote(name) => format!("the port of `{name}`"),
            _ => format!("`{}`", setting.name),
        };
        let key = if setting.configurable.is_some() { "configurable" } else { "changed_by" };
        findings
            .at(setting.route.clone().key(key), format!("{whose} cannot be configured"))
            .help("a product has to let its users set the ports of the systems that it calls");
    }
}

/// Whether a setting is the port on which a remote Application Entity listens.
fn is_remote_port(setting: &SettingUse<'_>, statement: &Statement) -> bool {
    let is_port = matches!(setting.subject, Subject::Port | Subject::TlsPort);
    match setting.owner {
        Owner::Remote(name) => {
            (is_port || is_port_of_peer(setting.name)) && !speaks_to_web_services_only(statement, name)
        }
        _ => setting.form == Form::Parameter && is_port_of_peer(setting.name),
    }
}

/// Whether a remote system is only known to web services of the product, which have other rules.
fn speaks_to_web_services_only(statement: &Statement, name: &str) -> bool {
    let Some(remote) = statement.configuration.remote.get(name) else { return false };
    let mut local = remote.application_entities.iter();
    !remote.application_entities.is_empty()
        && local.all(|name| statement.web_services.contains_key(name.as_str()))
}
