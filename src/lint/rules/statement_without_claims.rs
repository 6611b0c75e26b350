//! `statement-without-claims`.

use crate::lint::findings::Findings;
use crate::lint::rule::{StatementSubject, rule};
use crate::model::Support;
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a statement without any presentation context, transaction of a web service or media application
    /// profile that is supported.
    ///
    /// # Why is this bad?
    /// Conformance is claimed by what a product supports. A statement that names no SOP class and no profile
    /// claims conformance to nothing.
    ///
    /// # Example
    /// ```yaml
    /// application_entities: {}
    /// ```
    /// Use instead:
    /// ```yaml
    /// application_entities:
    ///   SEND: {ae_title: SEND, activities: {Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}}}
    /// ```
    ///
    /// # References
    /// - PS3.2, sections 7.1 and 7.2
    "statement-without-claims": Document, Error, Minimal, statement(check), since "0.1.0"
}

fn check(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let statement = subject.statement;
    let is_claim = |support: Option<Support>| support.is_none_or(Support::is_claim);
    let contexts = subject.survey.contexts.iter().any(|used| is_claim(used.context.support));
    let services = statement.web_services.values().filter(|service| is_claim(service.support));
    let mut transactions = services.flat_map(|service| service.transactions.values());
    let media = statement.media.application_entities.values();
    let mut profiles = media.flat_map(|entity| entity.profiles.iter());
    if contexts
        || transactions.any(|transaction| is_claim(transaction.support))
        || profiles.any(|profile| is_claim(profile.support))
    {
        return;
    }
    let mut wording = findings
        .at(Route::root().key("kind"), "the statement claims conformance to nothing")
        .help("say under `application_entities`, `web_services` or `media` what the product supports");
    for key in ["application_entities", "web_services", "media"] {
        wording = wording.rests_on(Route::root().key(key));
    }
}
