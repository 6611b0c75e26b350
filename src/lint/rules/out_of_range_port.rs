//! `out-of-range-port`.

use std::ops::Range;

use crate::lint::findings::Findings;
use crate::lint::rule::{SiteSubject, StatementSubject, rule};
use crate::lint::settings::settings;
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a port number below 1 or above 65535: of an Application Entity, in a URL, or as the default of a
    /// setting.
    ///
    /// # Why is this bad?
    /// TCP has no such ports. Most often a digit was typed twice.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   STORE:
    ///     ae_title: STORE
    ///     port: 70104
    ///     activities:
    ///       Receive: {accepts: [Verification | CT Image Storage as SCP in ImplicitVRLittleEndian]}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   STORE:
    ///     ae_title: STORE
    ///     port: 7104
    ///     activities:
    ///       Receive: {accepts: [Verification | CT Image Storage as SCP in ImplicitVRLittleEndian]}
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.4.1.1
    /// - PS3.8, section 9.1.1
    "out-of-range-port": Networking, Error, Minimal, both(check_statement, check_site), since "0.1.0"
}

const HELP: &str = "ports are the numbers from 1 to 65535";

fn check_statement(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let statement = subject.statement;
    for (name, entity) in &statement.application_entities {
        let route = || Route::root().key("application_entities").key(name);
        judge(entity.port, || route().key("port"), findings);
        judge(entity.tls_port, || route().key("tls_port"), findings);
    }
    for (name, service) in &statement.web_services {
        let route = || Route::root().key("web_services").key(name);
        judge_url(service.base_url.as_deref(), || route().key("base_url"), findings);
        judge_url(service.secured_url.as_deref(), || route().key("secured_url"), findings);
    }
    for setting in settings(statement) {
        let mut words = setting.name.split(|letter: char| !letter.is_alphanumeric());
        let is_port = words.any(|word| word.eq_ignore_ascii_case("port"));
        let number = setting.default.and_then(|default| default.parse::<i64>().ok());
        // As a default, 0 says that the port is not used.
        let route = || setting.route.clone().key("default");
        judge(number.filter(|number| is_port && *number != 0), route, findings);
    }
}

fn check_site(subject: &SiteSubject<'_>, findings: &mut Findings) {
    for (name, entity) in &subject.site.application_entities {
        let route = || Route::root().key("application_entities").key(name);
        judge(entity.port, || route().key("port"), findings);
        judge_url(entity.endpoint_url.as_deref(), || route().key("endpoint_url"), findings);
    }
}

fn judge(port: Option<i64>, route: impl Fn() -> Route, findings: &mut Findings) {
    if let Some(port) = port.filter(|port| !(1..=65535).contains(port)) {
        findings.at(route(), format!("there is no port {port}")).help(HELP);
    }
}

fn judge_url(url: Option<&str>, route: impl Fn() -> Route, findings: &mut Findings) {
    let Some((url, part)) = url.and_then(|url| Some((url, port_of(url)?))) else { return };
    let number = &url[part.clone()];
    if number.parse().ok().is_none_or(|port: u16| port == 0) {
        findings.within(route(), part, format!("there is no port {number}")).help(HELP);
    }
}

/// Where the digits of the port stand in a URL.
fn port_of(url: &str) -> Option<Range<usize>> {
    let start = url.find("://")? + 3;
    let end = url[start..].find(['/', '?', '#']).map_or(url.len(), |length| start + length);
    let colon = start + url[start..end].rfind(':')?;
    let number = &url[colon + 1..end];
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(colon + 1..end)
}
