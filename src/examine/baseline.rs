//! `Baseline`: the findings that a project lives with, so that only new ones count.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::Examination;
use crate::config::Config;
use crate::lint::Configurations;
use crate::model::Document;

/// The version of the form in which baselines are written.
const VERSION: u32 = 1;

/// The findings that a project lives with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    dicomply_baseline: u32,
    findings: Vec<Entry>,
}

/// A finding of a baseline. All but the fingerprint is for people.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The file, as seen from the root of the project.
    pub file: String,
    /// The rule.
    pub rule: String,
    /// What was wrong.
    pub message: String,
    /// By which the finding is known again.
    pub fingerprint: String,
}

/// Why a text is no baseline.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It is not of the form.
    #[error("line {}, column {}: {}", .0.line(), .0.column(), reason(.0))]
    Malformed(#[from] serde_json::Error),
    /// It is of a later form.
    #[error("it is of version {0}, and this program reads version {VERSION}")]
    Version(u32),
}

/// What is wrong, without the place, which stands in front.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.clone(), |(reason, _)| reason.to_owned())
}

impl Baseline {
    /// Reads what was written.
    pub fn read(text: &str) -> Result<Self, Error> {
        let baseline: Self = serde_json::from_str(text)?;
        if baseline.dicomply_baseline == VERSION {
            Ok(baseline)
        } else {
            Err(Error::Version(baseline.dicomply_baseline))
        }
    }

    /// The findings of an examination, those aside that an author allows.
    pub fn of(examination: &Examination) -> Self {
        let Examination { reading, findings } = examination;
        let fingerprints = reading.sources.fingerprints(findings, &reading.project);
        let live = findings.iter().zip(fingerprints).filter(|(finding, _)| finding.allowed.is_none());
        let mut findings: Vec<Entry> = live
            .map(|(finding, fingerprint)| {
                let location = reading.sources.locate(&finding.place);
                let path = |file| reading.sources.path_in_project(file, &reading.project);
                Entry {
                    file: location.map(|location| path(location.file)).unwrap_or_default(),
                    rule: finding.rule.to_string(),
                    message: finding.message.clone(),
                    fingerprint,
                }
            })
            .collect();
        findings.sort();
        Self { dicomply_baseline: VERSION, findings }
    }

    /// The text of the file, an entry on a few lines, in an order that changes little from one version to the next.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// How many findings there are.
    pub fn len(&self) -> usize {
        self.findings.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// Marks the findings that are known, and tells which entries no longer occur, as far as that can be told: of files
    /// that were examined, and of rules that were asked.
    pub fn mark(&self, examination: &mut Examination, config: &Config) -> Vec<&Entry> {
        let Examination { reading, findings } = examination;
        let fingerprints = reading.sources.fingerprints(findings, &reading.project);
        let mut missing: HashMap<&str, &Entry> =
            self.findings.iter().map(|entry| (entry.fingerprint.as_str(), entry)).collect();
        for (finding, fingerprint) in findings.iter_mut().zip(&fingerprints) {
            if missing.remove(fingerprint.as_str()).is_some() {
                finding.is_known = true;
            }
        }
        let configurations = Configurations::of(&reading.project, config);
        let examined: HashMap<&str, &Document> = reading
            .project
            .documents
            .iter()
            .filter(|document| !document.is_referenced)
            .map(|document| (document.path_in_project.as_str(), document))
            .collect();
        let was_asked = |entry: &Entry| {
            let main = entry.file.split_once('>').map_or(entry.file.as_str(), |(main, _)| main);
            let Some(document) = examined.get(main) else { return false };
            let settings = configurations.for_document(Some(document));
            settings.is_asked(&entry.rule).unwrap_or(true)
        };
        self.findings
            .iter()
            .filter(|entry| missing.contains_key(entry.fingerprint.as_str()) && was_asked(entry))
            .collect()
    }
}
