//! How much was found, in one line.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use crate::finding::{Finding, Severity};
use crate::model::Project;

/// How much was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct Summary {
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that are advice.
    pub infos: usize,
    /// Findings that an author allows; they are not among the others.
    pub allowed: usize,
    /// Findings that a baseline knows; they are not among the others either.
    pub known: usize,
    /// Files under examination, those without findings included.
    pub files: usize,
}

impl Summary {
    pub(super) fn of(findings: &[Finding], project: &Project) -> Self {
        let counted = || findings.iter().filter(|finding| finding.counts());
        let count = |severity| counted().filter(|finding| finding.severity == severity).count();
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            infos: count(Severity::Info),
            allowed: findings.iter().filter(|finding| finding.allowed.is_some()).count(),
            known: findings.iter().filter(|finding| finding.allowed.is_none() && finding.is_known).count(),
            files: project.documents.iter().filter(|document| !document.is_referenced).count(),
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [(self.errors, "error"), (self.warnings, "warning"), (self.infos, "info")];
        let found: Vec<String> = counts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, noun)| counted(*count, noun))
            .collect();
        let found = if found.is_empty() { "no findings".to_owned() } else { found.join(", ") };
        write!(out, "{found} in {}", counted(self.files, "file"))?;
        let aside = [(self.allowed, "allowed"), (self.known, "known")];
        let aside: Vec<String> = aside
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, how)| format!("{count} {how}"))
            .collect();
        if aside.is_empty() { Ok(()) } else { write!(out, " ({})", aside.join(", ")) }
    }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
