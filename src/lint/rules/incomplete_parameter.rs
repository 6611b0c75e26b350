//! `incomplete-parameter`.

use crate::lint::findings::Findings;
use crate::lint::quantity::Quantity;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::settings::{Form, Owner, SettingUse, Subject, settings, speaks_of_peer};

rule! {
    /// # What it does
    /// Reports a parameter that can be configured and has no default, or whose default is a number while no range is
    /// stated. Time-outs are parameters too.
    ///
    /// What a remote system is called and where it is found has no default. A text that gives the default or the range in
    /// words is as good.
    ///
    /// # Why is this bad?
    /// The default is what the product does until somebody has changed it. The range says whether it can be made to work
    /// together with a peer that needs another value.
    ///
    /// # Example
    /// ```yaml
    /// configuration:
    ///   parameters:
    ///     - {name: Maximum PDU size received, application_entity: SEND, configurable: yes}
    ///     - {name: Retries, application_entity: SEND, configurable: yes, default: "3"}
    /// ```
    /// Use instead:
    /// ```yaml
    /// configuration:
    ///   parameters:
    ///     - name: Maximum PDU size received
    ///       application_entity: SEND
    ///       configurable: yes
    ///       default: "16384"
    ///       range: 4096 to 131072
    ///     - {name: Retries, application_entity: SEND, configurable: yes, default: "3", range: 0 to 10}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.2
    "incomplete-parameter": Configuration, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    for setting in settings(subject.statement) {
        let Some(absent) = absent(&setting).filter(|_| setting.is_configurable == Some(true)) else {
            continue;
        };
        let route = setting.route.clone();
        let what = if setting.form == Form::Key { "the time-out " } else { "" };
        let message = format!("{what}`{}` can be configured, but has no {absent}", setting.name);
        let wording = match setting.form {
            Form::Parameter => findings.at(route.clone().key("name"), message),
            Form::Key => findings.at_key(route.clone(), message),
        };
        let help = if absent == "default" {
            "state under `default` what the product has when it is delivered".to_owned()
        } else {
            format!("state under `range` what it may be set to, such as `{}`", range_like(&setting))
        };
        wording.help(help).rests_on_keys(&route, &["default", "range", "text"]);
    }
}

/// A range such as a setting might have.
fn range_like(setting: &SettingUse<'_>) -> &'static str {
    let mut words = setting.name.split(|letter: char| !letter.is_alphanumeric());
    match setting.subject {
        Subject::Timeout | Subject::OtherTimeout => "1 to 120 s",
        Subject::Port | Subject::TlsPort => "1024 to 65535",
        _ if words.any(|word| word.eq_ignore_ascii_case("port")) => "1024 to 65535",
        _ => "1 to 100",
    }
}

/// What a setting lacks.
fn absent(setting: &SettingUse<'_>) -> Option<&'static str> {
    let is_judged = match setting.form {
        Form::Parameter => true,
        // Other values with keys of their own are stated at the entity, or are those of a peer.
        Form::Key => matches!(setting.subject, Subject::Timeout | Subject::OtherTimeout),
    };
    let text = setting.text.unwrap_or_default();
    match setting.default {
        _ if !is_judged => None,
        None if is_address_of_peer(setting) || gives_default(text) => None,
        None => Some("default"),
        Some(default) => {
            let gives_range =
                setting.range.is_some() || text.contains(|letter: char| letter.is_ascii_digit());
            (Quantity::parse(default).is_some() && !gives_range).then_some("range")
        }
    }
}

/// Whether a parameter is a title, a host or an address that only the peer's own site knows.
fn is_address_of_peer(setting: &SettingUse<'_>) -> bool {
    let name = setting.name.to_lowercase();
    let is_of_peer = matches!(setting.owner, Owner::Remote(_)) || speaks_of_peer(&name);
    is_of_peer && ["title", "host", "address", "port", "url", "name"].iter().any(|word| name.contains(word))
}

fn gives_default(text: &str) -> bool {
    let text = text.to_lowercase();
    ["default", "deliver", "preset", "initial", "unless", "otherwise"].iter().any(|word| text.contains(word))
}
