//! `unstated-security`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::{Security, Support};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a statement with network or web services that says nothing under `security`.
    ///
    /// # Why is this bad?
    /// A hospital has to know what protects a connection before it opens a port. That nothing does is an answer too:
    /// then the network around the product has to.
    ///
    /// # Example
    /// ```yaml
    /// application_entities:
    ///   SEND: {ae_title: SEND, activities: {Send: {initiates: [CT Image Storage as SCU in uncompressed]}}}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND: {ae_title: SEND, activities: {Send: {initiates: [CT Image Storage as SCU in uncompressed]}}}
    /// security: {association_level: None. The product is meant for a protected network.}
    /// ```
    ///
    /// # References
    /// - PS3.2, sections A.8.1 and A.8.2
    /// - PS3.18, chapter 6
    "unstated-security": Security, Error, Strict, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let statement = subject.statement;
    if statement.security != Security::default() {
        return;
    }
    let has_web =
        statement.web_services.values().any(|service| service.support.is_none_or(Support::is_claim));
    if !has_web && subject.survey.claimed_contexts().next().is_none() {
        return;
    }
    let help = if has_web {
        "say under `security` what protects associations and requests: TLS, authentication and authorization \
         (PS3.18 8.11), or that nothing does"
    } else {
        "say under `security` what protects associations, or that nothing does: `association_level: None.`"
    };
    findings
        .at(Route::root().key("kind"), "the statement says nothing about security")
        .help(help)
        .rests_on(Route::root().key("security"));
}
