//! `Side`: one of the two versions, wherever it is from.

use std::path::Path;

use dicomply::compare::{Diff, Strictness, version_findings};
use dicomply::finding::{Finding, Severity};
use dicomply::model::{Content, Document, ProjectConfiguration};
use dicomply::report::{Report, Version};
use dicomply::route::Route;
use dicomply::source::{Input, Reading, read};

use crate::console::Console;
use crate::failure::Failure;
use crate::git::{self, Snapshot};
use crate::{disk::Disk, files};

/// A version of a document.
pub(crate) struct Side {
    reading: Reading,
    /// What could not be understood.
    errors: Vec<Finding>,
}

impl Side {
    /// Reads a file, standard input, or a file at a revision of git.
    pub(crate) fn read(argument: &Path) -> Result<Self, Failure> {
        if let Some(named) = git::named(argument) {
            let (snapshot, input) = Snapshot::of(named)?;
            let mut reading = read(vec![input], &snapshot);
            reading.prefix_paths(&snapshot.prefix());
            return Ok(Self::of(reading));
        }
        if argument.is_dir() {
            let message = format!("`{}` is a folder, and two documents are compared", files::shown(argument));
            return Err(Failure::Told { message, help: Some("name a document in it".to_owned()) });
        }
        let mut gathered = files::gather(&[argument.to_owned()], None);
        match gathered.failures.pop() {
            Some(failure) => Err(failure),
            None => Ok(Self::of(read(gathered.inputs, &gathered.disk))),
        }
    }

    /// Reads bytes that stand for a file of the project.
    pub(super) fn of_bytes(path: &str, bytes: Vec<u8>) -> Self {
        Self::of(read(vec![Input { path: path.to_owned(), bytes }], &Disk::naming(path)))
    }

    fn of(mut reading: Reading) -> Self {
        let errors = std::mem::take(&mut reading.findings);
        let errors = errors.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
        Self { reading, errors }
    }

    /// How much could not be understood.
    pub(crate) fn errors(&self) -> usize {
        self.errors.len()
    }

    /// The same in words.
    pub(crate) fn told_errors(&self) -> String {
        let path = self.reading.project.documents.first().map_or("", |document| document.path.as_str());
        format!("`{path}` has {}", files::counted(self.errors(), "error"))
    }

    /// Says what could not be understood.
    pub(crate) fn report(&self, console: &Console) {
        if !self.errors.is_empty() {
            let Reading { project, sources, .. } = &self.reading;
            console.report_aside(&Report::new(&self.errors, project, sources));
        }
    }

    /// The document, if it can be compared at all.
    pub(crate) fn document(&self) -> Result<&Document, Failure> {
        let document = self.reading.project.documents.first();
        match document {
            Some(document) if self.is_understood(document) => Ok(document),
            _ => {
                let path = document.map_or("", |document| document.path.as_str());
                let message = format!("`{path}` is not compared: it cannot be understood");
                let help = "nothing is said of what is gone and what is new before it can be".to_owned();
                Err(Failure::Told { message, help: Some(help) })
            }
        }
    }

    /// Whether there is something in it that is certain.
    fn is_understood(&self, document: &Document) -> bool {
        !matches!(document.content, Content::Unreadable) && !self.lost().contains(&Route::root())
    }

    /// What kind of document it is, with its article.
    pub(crate) fn kind(&self) -> &'static str {
        match self.reading.project.documents.first().map(|document| &document.content) {
            Some(Content::Statement(_)) => "a statement",
            Some(Content::Site(_)) => "a site",
            Some(Content::Requirements(_)) => "a document of requirements",
            Some(Content::Configuration(_)) => "a configuration",
            Some(Content::Unreadable) | None => "no document",
        }
    }

    /// The addresses of what could not be read.
    pub(super) fn lost(&self) -> Vec<Route> {
        let project = &self.reading.project;
        let own = project.documents.first().map(|document| document.id);
        let lost = project.lost.iter().filter(|(document, _)| Some(*document) == own);
        lost.map(|(_, route)| route.clone()).collect()
    }

    /// What its project asks of its documents.
    pub(super) fn configuration(&self) -> Option<&ProjectConfiguration> {
        let project = &self.reading.project;
        project.documents.first().and_then(|document| project.configuration_of(document))
    }

    /// What is wrong with the version of this statement, by what changed since the old one.
    pub(super) fn version_findings(&self, old: &Self, diff: &Diff, strictness: Strictness) -> Vec<Finding> {
        let documents = &self.reading.project.documents;
        match (old.reading.project.documents.first(), documents.first()) {
            (Some(Document { content: Content::Statement(old), .. }), Some(document)) => {
                match &document.content {
                    Content::Statement(new) => version_findings(diff, old, new, document.id, strictness),
                    _ => Vec::new(),
                }
            }
            _ => Vec::new(),
        }
    }

    /// Whether it is made of several files.
    pub(super) fn is_split(&self) -> bool {
        let document = self.reading.project.documents.first();
        document.is_some_and(|document| self.reading.sources.is_split(document.id))
    }

    /// The version as reports show it.
    pub(crate) fn version(&self) -> Result<Version<'_>, Failure> {
        Ok(Version { document: self.document()?, sources: &self.reading.sources })
    }
}
