//! What is in force for a document: by the command line, the configuration of its project, and the rules themselves.

use std::collections::HashMap;

use super::rule::Rule;
use crate::config::{Config, RuleSet, Threshold};
use crate::finding::{DocumentId, Severity};
use crate::model::{Content, Document, FailOn, Named, Project, ProjectConfiguration, RuleLevel, RuleSetName};
use crate::route::Route;

/// What a draft may have and a released document may not.
const UNFINISHED: &[&str] = &["leftover-placeholder"];

/// Who has decided something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Origin {
    /// Nobody: it is so unless somebody says otherwise.
    #[default]
    Default,
    /// The rule set that is in force, which holds the rule or does not.
    RuleSet(RuleSet),
    /// The command line, by this option.
    CommandLine(&'static str),
    /// The configuration of the project, at this place.
    Configuration(DocumentId, Route),
}

type IsMeant = Box<dyn Fn(&str) -> bool + Send + Sync>;

/// The configurations of the projects that documents belong to, with their patterns of paths made ready.
pub struct Configurations<'p> {
    config: &'p Config,
    by_id: HashMap<DocumentId, Prepared<'p>>,
}

struct Prepared<'p> {
    said: &'p ProjectConfiguration,
    /// For each override, what its patterns match.
    overrides: Vec<Vec<IsMeant>>,
}

impl<'p> Configurations<'p> {
    /// The configurations among the documents of a project; `config` is what the user asks for.
    pub fn of(project: &'p Project, config: &'p Config) -> Self {
        let said = project.documents.iter().filter_map(|document| match &document.content {
            Content::Configuration(said) => Some((document.id, Prepared::of(said))),
            _ => None,
        });
        Self { config, by_id: said.collect() }
    }

    /// What is in force for a document; for what belongs to none, what the user asks for.
    pub fn for_document(&self, document: Option<&Document>) -> Settings<'_> {
        let settings = Settings { config: self.config, project: None };
        let Some((document, id)) = document.and_then(|document| Some((document, document.configuration?)))
        else {
            return settings;
        };
        let Some(prepared) = self.by_id.get(&id) else { return settings };
        let is_meant =
            |matchers: &Vec<IsMeant>| matchers.iter().any(|meant| meant(&document.path_in_project));
        let overrides = prepared.overrides.iter().enumerate().filter(|(_, matchers)| is_meant(matchers));
        let overrides = overrides.map(|(position, _)| position).collect();
        Settings { project: Some(ProjectSettings { id, said: prepared.said, overrides }), ..settings }
    }
}

impl<'p> Prepared<'p> {
    fn of(said: &'p ProjectConfiguration) -> Self {
        let matchers = |paths: &crate::model::OneOrMany<crate::model::PathPattern>| {
            paths.iter().map(|pattern| Box::new(pattern.matcher()) as IsMeant).collect()
        };
        Self { said, overrides: said.overrides.iter().map(|holds| matchers(&holds.paths)).collect() }
    }
}

/// What is in force for one document.
pub struct Settings<'c> {
    config: &'c Config,
    project: Option<ProjectSettings<'c>>,
}

struct ProjectSettings<'c> {
    id: DocumentId,
    said: &'c ProjectConfiguration,
    /// The overrides that mean the document, in their order.
    overrides: Vec<usize>,
}

impl ProjectSettings<'_> {
    /// The last override that says something, else what the configuration says for all.
    fn find<T>(
        &self,
        key: &'static str,
        of_override: impl Fn(&crate::model::Override) -> Option<T>,
        of_all: impl Fn(&ProjectConfiguration) -> Option<T>,
    ) -> Option<(T, Route)> {
        let overrides = self.overrides.iter().rev();
        let mut said = overrides.filter_map(|position| {
            let found = of_override(self.said.overrides.get(*position)?)?;
            Some((found, Route::root().key("overrides").index(*position).key(key)))
        });
        said.next().or_else(|| Some((of_all(self.said)?, Route::root().key(key))))
    }
}

impl Settings<'_> {
    /// The rules that are asked.
    pub fn rule_set(&self) -> (RuleSet, Origin) {
        if let Some(set) = self.config.rule_set {
            return (set, Origin::CommandLine("--rule-set"));
        }
        let project = self.project.as_ref();
        let said = project.and_then(|project| {
            let (name, route) = project.find("rule_set", |some| some.rule_set, |all| all.rule_set)?;
            Some((set_of(name), Origin::Configuration(project.id, route)))
        });
        said.unwrap_or_default()
    }

    /// From which severity on findings make a run fail.
    pub fn fail_on(&self) -> (Threshold, Origin) {
        if let Some(threshold) = self.config.fail_on {
            return (threshold, Origin::CommandLine("--fail-on"));
        }
        let project = self.project.as_ref();
        let said = project.and_then(|project| {
            let threshold = threshold_of(project.said.fail_on?);
            Some((threshold, Origin::Configuration(project.id, Route::root().key("fail_on"))))
        });
        said.unwrap_or_default()
    }

    /// The severity with which a rule is asked; `None` if it is not.
    pub fn severity(&self, rule: &Rule) -> (Option<Severity>, Origin) {
        self.chosen(rule.id, rule.severity).unwrap_or_else(|| self.by_set(rule))
    }

    /// The same for a rule that the project declares itself; `None` if there is none of that name.
    pub fn custom_severity(&self, id: &str) -> Option<(Option<Severity>, Origin)> {
        let project = self.project.as_ref()?;
        let declared = project.said.custom_rules.get(id)?;
        let severity = declared.severity.map_or(Some(Severity::Warning), severity_of);
        let route = Route::root().key("custom_rules").key(id).key("severity");
        let declared = || (severity, Origin::Configuration(project.id, route));
        Some(self.chosen(id, severity.unwrap_or(Severity::Warning)).unwrap_or_else(declared))
    }

    /// Whether the rule of that name is asked, be it built in or not; `None` if there is none.
    pub fn is_asked(&self, id: &str) -> Option<bool> {
        match super::rule(id) {
            Some(rule) => Some(self.severity(rule).0.is_some()),
            None => Some(self.custom_severity(id)?.0.is_some()),
        }
    }

    /// The names of the rules that the project declares itself.
    pub fn custom_rules(&self) -> impl Iterator<Item = &str> {
        let said = self.project.as_ref().map(|project| project.said);
        said.into_iter().flat_map(|said| said.custom_rules.keys().map(String::as_str))
    }

    /// The severity that somebody has chosen for a rule, whatever the set; `severity` is its own.
    fn chosen(&self, id: &str, severity: Severity) -> Option<(Option<Severity>, Origin)> {
        let config = self.config;
        if config.skip.contains(id) {
            return Some((None, Origin::CommandLine("--skip")));
        }
        if let Some(chosen) = config.severities.get(id) {
            return Some((*chosen, Origin::Default));
        }
        let said = self.said(id);
        if !config.only.is_empty() {
            let is_asked = config.only.contains(id);
            let severity = said.and_then(|(severity, _)| severity).unwrap_or(severity);
            return Some((is_asked.then_some(severity), Origin::CommandLine("--only")));
        }
        said
    }

    /// Whether somebody has chosen how much it matters what a rule finds.
    pub(super) fn has_chosen_severity(&self, id: &str) -> bool {
        self.config.severities.contains_key(id) || self.said(id).is_some()
    }

    /// The severity that the configuration of the project gives a rule.
    fn said(&self, id: &str) -> Option<(Option<Severity>, Origin)> {
        let project = self.project.as_ref()?;
        let level = |rules: &Named<Option<RuleLevel>>| rules.get(id).copied().flatten();
        let (level, route) = project.find("rules", |some| level(&some.rules), |all| level(&all.rules))?;
        Some((severity_of(level), Origin::Configuration(project.id, route.key(id))))
    }

    /// The severity of a rule as far as rule sets decide.
    fn by_set(&self, rule: &Rule) -> (Option<Severity>, Origin) {
        let is_for_release = self.config.release && rule.set == RuleSet::Release;
        let is_raised = self.config.release && UNFINISHED.contains(&rule.id);
        if is_for_release || is_raised {
            return (Some(Severity::Error), Origin::CommandLine("--release"));
        }
        let (set, _) = self.rule_set();
        ((rule.set <= set).then_some(rule.severity), Origin::RuleSet(set))
    }
}

const fn set_of(name: RuleSetName) -> RuleSet {
    match name {
        RuleSetName::Minimal => RuleSet::Minimal,
        RuleSetName::Recommended => RuleSet::Recommended,
        RuleSetName::Strict => RuleSet::Strict,
    }
}

const fn threshold_of(word: FailOn) -> Threshold {
    match word {
        FailOn::Error => Threshold::Errors,
        FailOn::Warning => Threshold::At(Severity::Warning),
        FailOn::Info => Threshold::At(Severity::Info),
        FailOn::Never => Threshold::Never,
    }
}

const fn severity_of(level: RuleLevel) -> Option<Severity> {
    match level {
        RuleLevel::Error => Some(Severity::Error),
        RuleLevel::Warning => Some(Severity::Warning),
        RuleLevel::Info => Some(Severity::Info),
        RuleLevel::Off => None,
    }
}
