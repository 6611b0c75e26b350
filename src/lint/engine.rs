//! Asking the rules.

use std::collections::HashSet;
use std::rc::Rc;

use serde::Serialize;

use super::findings::{Draft, Findings};
use super::inventory::Inventory;
use super::losses::Losses;
use super::rule::{Check, Rule, SiteSubject, StatementSubject};
use super::rules::RULES;
use crate::config::{Config, RuleSet};
use crate::finding::{DocumentId, Finding, Place, Severity};
use crate::model::{Content, Deployments, Project, References, visit_texts};
use crate::pairing::Pairings;

/// Examines the documents of a project. What was found while reading is passed in, gets the severities that the user
/// chose, and takes precedence: of a value that could not be read nothing more is said.
pub fn lint(project: &Project, config: &Config, read: Vec<Finding>) -> Vec<Finding> {
    let mut findings: Vec<Finding> =
        read.into_iter().filter_map(|finding| configured(finding, config)).collect();
    let (losses, references) = (Losses::of(project), References::of(project));
    let deployments = Deployments::of(project, &references);
    let inventory = Inventory::of(project, &deployments);
    let pairings = Rc::new(Pairings::default());
    for document in project.documents.iter().filter(|document| !document.is_referenced) {
        if losses.hold_all_of(document.id) {
            continue;
        }
        let mut asked = Asked { document: document.id, config, losses: &losses, into: &mut findings };
        match &document.content {
            Content::Statement(statement) => {
                asked.about_statement(&StatementSubject::of(statement));
                asked.about_texts(&**statement);
            }
            Content::Site(site) => {
                let Some(deployment) = deployments.in_document(document.id) else { continue };
                let deployed = (deployment, &deployments);
                let pairings = Rc::clone(&pairings);
                let subject = SiteSubject::of((document, site), deployed, &references, &inventory, pairings);
                asked.about_site(&subject);
                asked.about_texts(&**site);
            }
            Content::Requirements(requirements) => {
                asked.about_requirements(&StatementSubject::wanted(&requirements.wanted()));
                asked.about_texts(&**requirements);
            }
            Content::Configuration(_) | Content::Unreadable => {}
        }
    }
    say_once_of_placeholders(&mut findings);
    findings
}

fn say_once_of_placeholders(findings: &mut Vec<Finding>) {
    let routes: HashSet<_> = findings
        .iter()
        .filter(|finding| finding.rule == "leftover-placeholder")
        .filter_map(|finding| Some((finding.place.document()?, finding.place.route()?.clone())))
        .collect();
    if routes.is_empty() {
        return;
    }
    let is_of_placeholder =
        |place: &Place| place.document().zip(place.route().cloned()).is_some_and(|of| routes.contains(&of));
    findings.retain(|finding| {
        !(SILENCED_BY_PLACEHOLDER.contains(&finding.rule) && is_of_placeholder(&finding.place))
    });
}

/// What a draft may have and a released document may not.
const UNFINISHED: &[&str] = &["leftover-placeholder"];

/// Who stays silent of a value that is a placeholder: what else is wrong with it goes when it is filled.
const SILENCED_BY_PLACEHOLDER: &[&str] = &[
    "malformed-uid",
    "placeholder-uid",
    "unresolved-name",
    "malformed-ae-title",
    "malformed-host",
    "unknown-modality",
];

/// The severity with which a rule is asked; `None` if it is not.
fn severity_of(rule: &Rule, config: &Config) -> Option<Severity> {
    if let Some(chosen) = config.severities.get(rule.id) {
        return *chosen;
    }
    let is_asked = rule.set <= config.rule_set || (config.release && rule.set == RuleSet::Release);
    let is_raised = config.release && UNFINISHED.contains(&rule.id);
    is_asked.then_some(if is_raised { Severity::Error } else { rule.severity })
}

fn configured(mut finding: Finding, config: &Config) -> Option<Finding> {
    let rule = super::rule(finding.rule)?;
    finding.severity = severity_of(rule, config)?;
    Some(finding)
}

/// The rules, asked about one document.
struct Asked<'a> {
    document: DocumentId,
    config: &'a Config,
    losses: &'a Losses<'a>,
    into: &'a mut Vec<Finding>,
}

impl Asked<'_> {
    fn about_statement(&mut self, subject: &StatementSubject<'_>) {
        for rule in RULES {
            if let Check::Statement(check) | Check::Product(check) | Check::Both(check, _) = rule.check {
                self.about(rule, |findings| check(subject, findings));
            }
        }
    }

    fn about_requirements(&mut self, subject: &StatementSubject<'_>) {
        for rule in RULES {
            if let Check::Requirements(check) | Check::Product(check) | Check::Both(check, _) = rule.check {
                self.about(rule, |findings| check(subject, findings));
            }
        }
    }

    fn about_site(&mut self, subject: &SiteSubject<'_>) {
        for rule in RULES {
            if let Check::Site(check) | Check::Both(_, check) = rule.check {
                self.about(rule, |findings| check(subject, findings));
            }
        }
    }

    /// Asks all rules about texts in one walk.
    fn about_texts(&mut self, document: &impl Serialize) {
        let (config, id) = (self.config, self.document);
        let mut asked: Vec<_> = RULES
            .iter()
            .filter_map(|rule| match rule.check {
                Check::Texts(check) => {
                    severity_of(rule, config).map(|severity| (check, Findings::new(rule.id, severity, id)))
                }
                _ => None,
            })
            .collect();
        visit_texts(document, &mut |text| {
            for (check, findings) in &mut asked {
                check(text, findings);
            }
        });
        for (_, findings) in asked {
            self.keep(findings);
        }
    }

    fn about(&mut self, rule: &Rule, check: impl FnOnce(&mut Findings)) {
        let Some(severity) = severity_of(rule, self.config) else { return };
        let mut findings = Findings::new(rule.id, severity, self.document);
        check(&mut findings);
        self.keep(findings);
    }

    /// Keeps what does not rest on something that could not be read.
    fn keep(&mut self, findings: Findings) {
        let losses = self.losses;
        let kept = findings.drafts.into_iter().filter(|draft| !rests_on_lost(draft, losses));
        self.into.extend(kept.map(|draft| draft.finding));
    }
}

/// Whether something that a finding rests on could not be read, or what holds the place of the finding.
fn rests_on_lost(draft: &Draft, losses: &Losses<'_>) -> bool {
    let place = &draft.finding.place;
    let is_in_lost = place.document().zip(place.route()).is_some_and(|(of, route)| losses.hold(of, route));
    is_in_lost || draft.rests_on.iter().any(|(document, route)| losses.touch(*document, route))
}
