//! `dangling-reference`.

use crate::lint::findings::{Findings, Wording};
use crate::lint::identity::Fault;
use crate::lint::reference::{Dangling, dangling_in_site, dangling_in_statement};
use crate::lint::rule::{SiteSubject, StatementSubject, rule};
use crate::route::Route;

rule! {
    /// # What it does
    /// Reports a reference to something that is not declared: a set that is nearly one of those declared, a
    /// status table, the Application Entity of a configuration parameter, the transaction behind an endpoint, the
    /// end of a link.
    ///
    /// # Why is this bad?
    /// A table that is referred to has to be there. A link to an entity that nobody declared is no agreement
    /// between two systems.
    ///
    /// # Example
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT}
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    /// links:
    ///   - CT1 -> PACSS push
    /// ```
    /// Use instead:
    /// ```yaml
    /// kind: site
    /// application_entities:
    ///   CT1: {ae_title: CT1, role: SCU, host: 10.0.0.7, port: 104, modality: CT}
    ///   PACS: {ae_title: PACS, role: SCP, host: 10.0.0.5, port: 104}
    /// links:
    ///   - CT1 -> PACS push
    /// ```
    ///
    /// # References
    /// - PS3.2, section A.4.2.1.3.1.2
    /// - The governance model of communication links: source and target are Application Entities
    "dangling-reference": Document, Error, Minimal, both(check_statement, check_site), fixable, since "0.1.0"
}

fn check_statement(subject: &StatementSubject<'_>, findings: &mut Findings) {
    let survey = &subject.survey;
    for flaw in subject.flaws() {
        let Fault::NearSet(set) = flaw.fault else { continue };
        let message = format!("`{}` is neither the name of a {} nor of a set", flaw.text(), flaw.wanted());
        let wording = flaw.at_name(survey, findings, message).help(format!("did you mean the set `{set}`?"));
        flaw.edited(survey, wording, set);
    }
    report(dangling_in_statement(subject), findings);
}

fn check_site(subject: &SiteSubject<'_>, findings: &mut Findings) {
    report(dangling_in_site(subject), findings);
}

fn report(dangling: Vec<Dangling>, findings: &mut Findings) {
    for Dangling { message, help, near, declared_at, routes } in dangling {
        let Some((first, others)) = routes.split_first() else { continue };
        let wording = findings.at(first.clone(), message).help(help).rests_on(declared_at);
        let wording = wording.also(others.iter().cloned());
        // Among short names the nearest is easily another one.
        if let Some(near) = near.filter(|near| near.len() > 4) {
            routes.iter().fold(wording, |wording, route| edit(wording, route, &near));
        }
    }
}

/// What configuration says of an entity stands under its name.
fn edit<'f>(wording: Wording<'f>, route: &Route, near: &str) -> Wording<'f> {
    let of_entities = Route::root().key("configuration").key("application_entities");
    if route.parent() == Some(of_entities) {
        wording.edit_key(route.clone(), near)
    } else {
        wording.edit(route.clone(), near)
    }
}
