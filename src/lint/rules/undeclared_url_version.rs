//! `undeclared-url-version`.

use std::collections::BTreeSet;

use crate::lint::findings::Findings;
use crate::lint::groups::grouped;
use crate::lint::rule::{StatementSubject, rule};
use crate::lint::url_version::{UrlVersion, versions_in, versions_of_base};
use crate::model::visit_texts;
use crate::notation::{Host, WebAddress};
use crate::route::{Route, Step};

rule! {
    /// # What it does
    /// Reports a URL or a path of a resource in the texts of a web service whose version, such as `/v1/`, no base URL of the
    /// statement has, while base URLs do have one.
    ///
    /// URLs of other hosts, paths of something else than resources, and sentences about a former version are not meant.
    ///
    /// # Why is this bad?
    /// The text was written for the version before. Who copies the address from it talks to the wrong version, or to
    /// nobody.
    ///
    /// # Example
    /// ```yaml
    /// web_services:
    ///   Studies:
    ///     role: user_agent
    ///     service: studies
    ///     base_url: https://server.example.org/v2
    ///     description: "Asks with GET https://server.example.org/v1/studies for all studies."
    ///     transactions: {Search: {resources: [studies]}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// web_services:
    ///   Studies:
    ///     role: user_agent
    ///     service: studies
    ///     base_url: https://server.example.org/v2
    ///     description: "Asks with GET https://server.example.org/v2/studies for all studies."
    ///     transactions: {Search: {resources: [studies]}}
    /// ```
    ///
    /// # References
    /// - PS3.18, section 8.2
    "undeclared-url-version": Web, Warning, Recommended, statement(check), since "0.1.0"
}

/// The base URLs that have a version.
#[derive(Default)]
struct Declared {
    versions: BTreeSet<String>,
    hosts: Vec<Host>,
    first: Option<Route>,
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let services = || Route::root().key("web_services");
    let mut declared = Declared::default();
    for (name, service) in &subject.statement.web_services {
        for (key, url) in [("base_url", &service.base_url), ("secured_url", &service.secured_url)] {
            let Some(url) = url else { continue };
            let known = declared.versions.len();
            declared.versions.extend(versions_of_base(url).map(str::to_lowercase));
            declared.hosts.extend(WebAddress::parse(url).map(|address| address.host));
            if declared.versions.len() > known && declared.first.is_none() {
                declared.first = Some(services().key(name).key(key));
            }
        }
    }
    let Some(base) = &declared.first else { return };
    let mut undeclared: Vec<(Route, UrlVersion, String)> = Vec::new();
    visit_texts(&subject.statement.web_services, &mut |text| {
        if text.is_key || ["base_url", "secured_url", "endpoint"].contains(&text.key()) {
            return;
        }
        for found in versions_in(text.text) {
            let version = text.text[found.part.clone()].to_lowercase();
            let is_elsewhere = found.host.as_ref().is_some_and(|host| !declared.hosts.contains(host));
            if !is_elsewhere && !declared.versions.contains(&version) {
                let steps = text.route().steps().to_vec();
                let route = services().steps().iter().cloned().chain(steps).collect::<Vec<Step>>();
                undeclared.push((route.into_iter().collect(), found, version));
            }
        }
    });
    for same in grouped(undeclared, |(_, _, version)| version.clone()) {
        let Some(((route, found, version), others)) = same.split_first() else { continue };
        let message = format!("no base URL has the version `{version}`");
        findings
            .within(route.clone(), found.part.clone(), message)
            .related(base.clone(), "the base URL")
            .also(others.iter().map(|(route, ..)| route.clone()))
            .help("write the version that the statement is about")
            .rests_on(services());
    }
}
