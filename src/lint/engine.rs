//! Asking the rules.

use super::findings::{Draft, Findings};
use super::rule::{Check, Rule, SiteSubject, StatementSubject};
use super::rules::RULES;
use crate::config::Config;
use crate::finding::{DocumentId, Finding, Severity};
use crate::model::survey::Survey;
use crate::model::{Content, Document, Project};
use crate::route::Route;

/// Examines the documents of a project. What was found while reading is passed in, gets the severities that the user
/// chose, and takes precedence: of a value that could not be read nothing more is said.
pub fn lint(project: &Project, config: &Config, read: Vec<Finding>) -> Vec<Finding> {
    let mut findings: Vec<Finding> =
        read.into_iter().filter_map(|finding| configured(finding, config)).collect();
    for document in project.documents.iter().filter(|document| !document.is_referenced) {
        let lost = lost_in(project, document.id);
        if !lost.contains(&&Route::root()) {
            examine(project, document, config, &lost, &mut findings);
        }
    }
    findings
}

/// The severity with which a rule is asked; `None` if it is not.
fn severity_of(rule: &Rule, config: &Config) -> Option<Severity> {
    match config.severities.get(rule.id) {
        Some(chosen) => *chosen,
        None => (rule.set <= config.rule_set).then_some(rule.severity),
    }
}

fn configured(mut finding: Finding, config: &Config) -> Option<Finding> {
    let rule = super::rule(finding.rule)?;
    finding.severity = severity_of(rule, config)?;
    Some(finding)
}

fn lost_in(project: &Project, document: DocumentId) -> Vec<&Route> {
    project.lost.iter().filter(|(of, _)| *of == document).map(|(_, route)| route).collect()
}

fn examine(
    project: &Project,
    document: &Document,
    config: &Config,
    lost: &[&Route],
    into: &mut Vec<Finding>,
) {
    let mut ask = |rule: &Rule, check: &dyn Fn(&mut Findings)| {
        let Some(severity) = severity_of(rule, config) else { return };
        let mut findings = Findings::new(rule.id, severity, document.id);
        check(&mut findings);
        into.extend(
            findings
                .drafts
                .into_iter()
                .filter(|draft| !rests_on_lost(draft, lost))
                .map(|draft| draft.finding),
        );
    };
    match &document.content {
        Content::Statement(statement) => {
            let subject = StatementSubject { statement, survey: Survey::of(statement) };
            for rule in RULES {
                if let Check::Statement(check) | Check::Both(check, _) = rule.check {
                    ask(rule, &|findings| check(&subject, findings));
                }
            }
        }
        Content::Site(site) => {
            let subject = SiteSubject { project, document, site };
            for rule in RULES {
                if let Check::Site(check) | Check::Both(_, check) = rule.check {
                    ask(rule, &|findings| check(&subject, findings));
                }
            }
        }
        Content::Unreadable => {}
    }
}

/// Whether something that a finding rests on could not be read, or what holds the place of the finding.
fn rests_on_lost(draft: &Draft, lost: &[&Route]) -> bool {
    let place = draft.finding.place.route();
    let is_in_lost = place.is_some_and(|route| lost.iter().any(|lost| route.is_within(lost)));
    is_in_lost
        || draft
            .rests_on
            .iter()
            .any(|route| lost.iter().any(|lost| lost.is_within(route) || route.is_within(lost)))
}
