//! Asking the rules.

use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;

use super::circumstances::Circumstances;
use super::custom::{CustomRules, FAILING};
use super::findings::{Draft, Findings};
use super::in_force::{Configurations, Settings};
use super::inventory::Inventory;
use super::losses::Losses;
use super::passage::Passage;
use super::rule::{Check, Rule, SiteSubject, StatementSubject};
use super::rules::RULES;
use super::silence::say_once;
use crate::config::Config;
use crate::finding::{DocumentId, Finding, Place, Severity};
use crate::model::{Content, Deployments, Document, Project, ProjectConfiguration, References, visit_texts};
use crate::pairing::{Listeners, Pairings};

/// Examines the documents of a project. What was found while reading is passed in, gets the severities that the user
/// chose, and takes precedence: of a value that could not be read nothing more is said. What the documents do not tell
/// themselves, the day and their earlier versions, is told by the circumstances.
///
/// Documents need not come from files. A site that a program has built is asked by the same rules:
///
/// ```
/// use dicomply::config::Config;
/// use dicomply::finding::{DocumentId, FileId};
/// use dicomply::lint::{Circumstances, lint};
/// use dicomply::model::{Content, Direction, Document, Link, Project, Role, Site, SiteEntity};
///
/// let entity = |role| SiteEntity {
///     ae_title: Some("ARCHIVE".to_owned()),
///     role: Some(role),
///     host: Some("10.0.0.5".to_owned()),
///     port: Some(70104),
///     ..SiteEntity::default()
/// };
/// let entities = [("PACS", Role::Scp), ("CT1", Role::Scu)];
/// let link = Link {
///     source: Some("PACS".to_owned()),
///     target: Some("CT1".to_owned()),
///     direction: Some(Direction::Push),
///     ..Link::default()
/// };
/// let site = Site {
///     organization: Some("Example Hospital".to_owned()),
///     application_entities: entities.map(|(name, role)| (name.to_owned(), entity(role))).into_iter().collect(),
///     links: [link].into_iter().collect(),
///     ..Site::default()
/// };
/// let document = Document {
///     id: DocumentId(0),
///     path: "inventory".to_owned(),
///     is_referenced: false,
///     configuration: None,
///     path_in_project: "inventory".to_owned(),
///     file: FileId(0),
///     content: Content::Site(Box::new(site)),
/// };
/// let project = Project { documents: vec![document], lost: Vec::new() };
/// let findings = lint(&project, &Config::default(), Vec::new(), &Circumstances::default());
/// let has = |rule: &str| findings.iter().any(|finding| finding.rule == rule);
/// assert!(has("duplicate-ae-title") && has("link-from-scp") && has("link-to-scu") && has("out-of-range-port"));
/// ```
pub fn lint(
    project: &Project,
    config: &Config,
    read: Vec<Finding>,
    circumstances: &Circumstances,
) -> Vec<Finding> {
    let configurations = Configurations::of(project, config);
    let read = read.into_iter();
    let mut findings: Vec<Finding> =
        read.filter_map(|finding| configured(finding, project, &configurations)).collect();
    let (losses, references) = (Losses::of(project), References::of(project));
    let deployments = Deployments::of(project, &references);
    let listeners = Listeners::of(&deployments);
    let inventory = Inventory::of(project, &deployments, circumstances);
    let hearing = Hearing {
        project,
        configurations,
        custom: CustomRules::of(project),
        losses,
        references: &references,
        deployments: &deployments,
        listeners: &listeners,
        inventory,
        circumstances,
    };
    let documents = project.documents.iter().filter(|document| document.is_examined());
    let (sites, others): (Vec<&Document>, Vec<_>) =
        documents.partition(|document| matches!(document.content, Content::Site(_)));
    let documents: Vec<&Document> = sites.into_iter().chain(others).collect();
    let pairings = Arc::new(Pairings::default());
    let hear = |document| hearing.of(document, &pairings);
    if documents.len() < MANY {
        findings.extend(documents.into_iter().flat_map(hear));
    } else {
        let found: Vec<Vec<Finding>> = documents.into_par_iter().map(hear).collect();
        findings.extend(found.into_iter().flatten());
    }
    say_once(&mut findings, |finding| hearing.has_chosen_severity(finding));
    findings
}

/// How many documents are worth the trouble of several threads.
const MANY: usize = 4;

/// What rules are asked with, whatever the document.
struct Hearing<'p> {
    project: &'p Project,
    custom: CustomRules<'p>,
    configurations: Configurations<'p>,
    losses: Losses<'p>,
    references: &'p References<'p>,
    deployments: &'p Deployments<'p>,
    listeners: &'p Listeners<'p>,
    inventory: Inventory<'p>,
    circumstances: &'p Circumstances,
}

impl Hearing<'_> {
    /// What the rules find in a document.
    fn of<'d>(&'d self, document: &'d Document, pairings: &Arc<Pairings<'d>>) -> Vec<Finding> {
        let mut findings = Vec::new();
        if self.losses.hold_all_of(document.id) {
            return findings;
        }
        let settings = self.configurations.for_document(Some(document));
        let asked = Asked { document: document.id, settings, losses: &self.losses };
        match &document.content {
            Content::Statement(statement) => {
                let subject = StatementSubject::of(statement);
                let (of_statement, of_texts) = both(
                    &subject,
                    || asked.about_statement(&subject),
                    || asked.about_texts(&**statement, Some(&subject)),
                );
                findings.extend(of_statement.into_iter().chain(of_texts));
            }
            Content::Site(site) => {
                if let Some(deployment) = self.deployments.in_document(document.id) {
                    let deployed = (deployment, self.deployments, self.listeners);
                    let pairings = Arc::clone(pairings);
                    let known = (self.references, &self.inventory, self.circumstances);
                    let subject = SiteSubject::of((document, site), deployed, known, pairings);
                    findings.extend(asked.about_site(&subject));
                    findings.extend(asked.about_texts(&**site, None));
                }
            }
            Content::Requirements(requirements) => {
                let wanted = requirements.wanted();
                let subject = StatementSubject::wanted(&wanted);
                findings.extend(asked.about_requirements(&subject));
                findings.extend(asked.about_texts(&**requirements, None));
            }
            Content::Configuration(configuration) => {
                findings.extend(asked.about_configuration(configuration));
            }
            Content::Unreadable => {}
        }
        let failing = self.severity_of_failing(document);
        for found in self.custom.examine(document, &asked.settings, failing) {
            findings.extend(asked.kept(found));
        }
        findings
    }

    /// Whether somebody has chosen how much it matters what the rule of a finding finds.
    fn has_chosen_severity(&self, finding: &Finding) -> bool {
        let document = finding.place.document().and_then(|id| self.project.document(id));
        self.configurations.for_document(document).has_chosen_severity(&finding.rule)
    }

    /// How much it matters that a custom rule of the project of a document cannot be asked.
    fn severity_of_failing(&self, document: &Document) -> Option<Severity> {
        let configuration = self.project.document(document.configuration?);
        self.configurations.for_document(configuration).severity(super::rule(FAILING)?).0
    }
}

/// A finding of the reader with the severity that its document gives it; `None` if nobody wants to know.
fn configured(
    mut finding: Finding,
    project: &Project,
    configurations: &Configurations<'_>,
) -> Option<Finding> {
    let rule = super::rule(&finding.rule)?;
    let document = match &finding.place {
        Place::Symbolic { document, .. } => project.document(*document),
        Place::Bytes { file, .. } => project.documents.iter().find(|document| document.file == *file),
    };
    finding.severity = configurations.for_document(document).severity(rule).0?;
    Some(finding)
}

/// The rules, asked about one document.
struct Asked<'a> {
    document: DocumentId,
    settings: Settings<'a>,
    losses: &'a Losses<'a>,
}

/// How many places of a statement are worth the trouble of several threads.
const LARGE: usize = 10_000;

impl Asked<'_> {
    fn about_statement(&self, subject: &StatementSubject<'_>) -> Vec<Finding> {
        let ask = |check: Check, findings: &mut Findings| {
            if let Check::Statement(check) | Check::Product(check) | Check::Both(check, _) = check {
                check(subject, findings);
            }
        };
        if is_large(subject) {
            let found: Vec<_> = RULES.par_iter().map(|rule| self.found(rule, ask)).collect();
            return found.into_iter().flatten().collect();
        }
        self.about(ask)
    }

    fn about_requirements(&self, subject: &StatementSubject<'_>) -> Vec<Finding> {
        self.about(|check, findings| {
            if let Check::Requirements(check) | Check::Product(check) | Check::Both(check, _) = check {
                check(subject, findings);
            }
        })
    }

    fn about_site(&self, subject: &SiteSubject<'_>) -> Vec<Finding> {
        self.about(|check, findings| {
            if let Check::Site(check) | Check::Both(_, check) = check {
                check(subject, findings);
            }
        })
    }

    fn about_configuration(&self, configuration: &ProjectConfiguration) -> Vec<Finding> {
        self.about(|check, findings| {
            if let Check::Configuration(check) = check {
                check(configuration, findings);
            }
        })
    }

    /// Asks one rule after the other; `ask` passes over those that are asked in another way.
    fn about(&self, ask: impl Fn(Check, &mut Findings)) -> Vec<Finding> {
        RULES.iter().flat_map(|rule| self.found(rule, &ask)).collect()
    }

    fn found(&self, rule: &Rule, ask: impl FnOnce(Check, &mut Findings)) -> Vec<Finding> {
        let Some(mut findings) = self.findings(rule) else { return Vec::new() };
        ask(rule.check, &mut findings);
        self.kept(findings).collect()
    }

    /// Asks all rules about texts in one walk.
    fn about_texts(
        &self,
        document: &impl Serialize,
        statement: Option<&StatementSubject<'_>>,
    ) -> Vec<Finding> {
        let mut asked: Vec<_> = RULES
            .iter()
            .filter(|rule| matches!(rule.check, Check::Texts(_) | Check::Prose(_)))
            .filter_map(|rule| Some((rule.check, self.findings(rule)?)))
            .collect();
        visit_texts(document, &mut |text| {
            // The words of closed lists are ours.
            if !text.list.is_empty() {
                return;
            }
            let passage = Passage::new(text, statement);
            for (check, findings) in &mut asked {
                match check {
                    Check::Texts(check) => check(&passage, findings),
                    Check::Prose(check) if text.is_prose => check(&passage, findings),
                    _ => {}
                }
            }
        });
        asked.into_iter().flat_map(|(_, findings)| self.kept(findings)).collect()
    }

    /// Room for what a rule finds, if anybody wants to know.
    fn findings(&self, rule: &Rule) -> Option<Findings> {
        let findings = Findings::new(rule.id, self.settings.severity(rule).0?, self.document);
        Some(if self.losses.is_empty() { findings.without_grounds() } else { findings })
    }

    /// What does not rest on something that could not be read.
    fn kept(&self, findings: Findings) -> impl Iterator<Item = Finding> {
        let is_lost = |draft: &Draft| !self.losses.is_empty() && rests_on_lost(draft, self.losses);
        let kept = findings.drafts.into_iter().filter(move |draft| !is_lost(draft));
        kept.map(|draft| draft.finding)
    }
}

/// Whether a statement is so large that its rules are asked by several threads.
fn is_large(subject: &StatementSubject<'_>) -> bool {
    subject.survey.place_count() > LARGE
}

/// Both of two things, of a large statement at once.
fn both<A: Send, B: Send>(
    subject: &StatementSubject<'_>,
    first: impl FnOnce() -> A + Send,
    second: impl FnOnce() -> B + Send,
) -> (A, B) {
    if is_large(subject) { rayon::join(first, second) } else { (first(), second()) }
}

/// Whether something that a finding rests on could not be read, or what holds the place of the finding.
fn rests_on_lost(draft: &Draft, losses: &Losses<'_>) -> bool {
    let place = &draft.finding.place;
    let is_in_lost = place.document().zip(place.route()).is_some_and(|(of, route)| losses.hold(of, route));
    is_in_lost || draft.rests_on.iter().any(|(document, route)| losses.touch(*document, route))
}
