//! What changed between two versions of a document → text for people, forms for programs.

mod history;
mod html;
mod json;
mod markdown;
mod text;
mod words;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::io::{self, Write};

use super::lines::LineIndex;
use super::{Page, Position};
use crate::compare::{Change, Diff, Impact};
use crate::finding::{FileId, Finding, Place};
use crate::model::{Content, Document, Statement};
use crate::route::Route;
use crate::source::{SourceFile, Sources};

pub use self::json::schema as changes_schema;

/// One of the two versions of a document.
#[derive(Debug, Clone, Copy)]
pub struct Version<'v> {
    /// What it says.
    pub document: &'v Document,
    /// The files that it was read from.
    pub sources: &'v Sources,
}

/// The changes between two versions of a document, with their places in files.
#[derive(Debug)]
pub struct Changes<'c> {
    diff: &'c Diff,
    old: Located<'c>,
    new: Located<'c>,
    /// How many changes are left out, if one of the versions could not be read as a whole.
    doubtful: Option<usize>,
    /// What is wrong with the move of the version.
    version_findings: &'c [Finding],
}

/// A version, and the lines of its files as far as somebody has asked for them.
#[derive(Debug)]
struct Located<'c> {
    version: Version<'c>,
    lines: BTreeMap<FileId, OnceCell<LineIndex>>,
}

/// A place in a file of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Spot<'c> {
    path: &'c str,
    start: Position,
    end: Position,
}

/// Changes about the same thing, in the order of the document.
struct Subject<'c> {
    line: String,
    changes: Vec<&'c Change>,
}

impl<'c> Changes<'c> {
    /// Changes that lead from one version to another.
    pub fn new(diff: &'c Diff, old: Version<'c>, new: Version<'c>) -> Self {
        Self { diff, old: Located::of(old), new: Located::of(new), doubtful: None, version_findings: &[] }
    }

    /// Says what is wrong with the move of the statement's version; places are those of the new version.
    #[must_use]
    pub const fn with_version_findings(mut self, findings: &'c [Finding]) -> Self {
        self.version_findings = findings;
        self
    }

    /// Says that one of the versions could not be read as a whole, and that so many changes are left out for it.
    #[must_use]
    pub const fn in_part(mut self, doubtful: usize) -> Self {
        self.doubtful = Some(doubtful);
        self
    }

    /// Writes the changes for people: what matters most first, and the summary as the last line.
    pub fn write_text(&self, page: Page, out: &mut impl Write) -> io::Result<()> {
        text::write(self, page, out)
    }

    /// Writes the changes as Markdown, for release notes and comments.
    pub fn write_markdown(&self, out: &mut impl Write) -> io::Result<()> {
        markdown::write(self, out)
    }

    /// Writes all changes as one JSON object; lines and columns count from 1, columns in characters.
    pub fn write_json(&self, out: &mut impl Write) -> io::Result<()> {
        json::write(self, out)
    }

    /// Writes one HTML page that asks no network: the two versions side by side.
    pub fn write_html(&self, out: &mut impl Write) -> io::Result<()> {
        html::write(self, out)
    }

    /// Writes rows for the revision history of the new version, as YAML to be pasted below `statement.revisions`.
    pub fn write_history_yaml(&self, out: &mut impl Write) -> io::Result<()> {
        history::write_yaml(self, out)
    }

    /// Writes the same rows as a table of Markdown.
    pub fn write_history_markdown(&self, out: &mut impl Write) -> io::Result<()> {
        history::write_markdown(self, out)
    }

    /// Writes the same rows as a list of JSON, with the keys of the language.
    pub fn write_history_json(&self, out: &mut impl Write) -> io::Result<()> {
        history::write_json(self, out)
    }

    /// How many changes there are of each impact, the worst first.
    fn counts(&self) -> [(Impact, usize); 3] {
        Impact::ALL.map(|impact| (impact, self.diff.of_impact(impact).count()))
    }

    /// The changes of an impact by what they are about.
    fn subjects(&self, impact: Impact) -> Vec<Subject<'c>> {
        let mut subjects: Vec<Subject<'c>> = Vec::new();
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for change in self.diff.of_impact(impact) {
            let line = change.subject_line();
            let at = *known.entry(line.clone()).or_insert_with(|| {
                subjects.push(Subject { line, changes: Vec::new() });
                subjects.len() - 1
            });
            if let Some(subject) = subjects.get_mut(at) {
                subject.changes.push(change);
            }
        }
        subjects
    }

    fn old_spot(&self, change: &Change) -> Option<Spot<'c>> {
        change.old.as_ref().and_then(|route| self.old.spot(route))
    }

    fn new_spot(&self, change: &Change) -> Option<Spot<'c>> {
        change.new.as_ref().and_then(|route| self.new.spot(route))
    }

    /// What changed in how much, as a sentence without its end.
    fn summary(&self) -> String {
        let counts = self.counts();
        let some: Vec<String> = counts
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(impact, count)| format!("{count} {impact}"))
            .collect();
        let all: usize = counts.iter().map(|(_, count)| count).sum();
        let told =
            if all == 0 { "no changes".to_owned() } else { format!("{} {}", some.join(", "), noun(all)) };
        if self.doubtful.is_some() { format!("{told} in what could be read,") } else { told }
    }
}

/// What is left out, as a sentence without its end.
fn told_doubts(doubtful: usize) -> String {
    match doubtful {
        0 => "not everything could be read".to_owned(),
        1 => "not everything could be read: a change that rests on it is left out".to_owned(),
        _ => format!("not everything could be read: {doubtful} changes that rest on it are left out"),
    }
}

const fn noun(count: usize) -> &'static str {
    if count == 1 { "change" } else { "changes" }
}

impl<'c> Located<'c> {
    fn of(version: Version<'c>) -> Self {
        let files = (0..version.sources.len()).map(|number| (FileId(number), OnceCell::new()));
        Self { version, lines: files.collect() }
    }

    fn path(&self) -> &'c str {
        &self.version.document.path
    }

    fn statement(&self) -> Option<&'c Statement> {
        match &self.version.document.content {
            Content::Statement(statement) => Some(statement),
            _ => None,
        }
    }

    /// The name of what the document is about, and the version that it states.
    fn title(&self) -> (Option<&'c str>, Option<&'c str>) {
        match &self.version.document.content {
            Content::Statement(one) => (one.product.name.as_deref(), one.statement.version.as_deref()),
            Content::Site(site) => (site.organization.as_deref(), None),
            _ => (None, None),
        }
    }

    fn spot(&self, route: &Route) -> Option<Spot<'c>> {
        self.spot_of(&Place::value(self.version.document.id, route.clone()))
    }

    fn spot_of(&self, place: &Place) -> Option<Spot<'c>> {
        let found = self.version.sources.locate(place)?;
        let file = self.version.sources.file(found.file)?;
        let index = self.lines.get(&found.file)?.get_or_init(|| LineIndex::new(file.text()));
        let at = |byte| index.position(file.text(), byte);
        Some(Spot { path: SourceFile::path(file), start: at(found.range.start), end: at(found.range.end) })
    }
}

impl Spot<'_> {
    /// The place as editors and compilers write it.
    fn shown(&self) -> String {
        format!("{}:{}:{}", super::plain::plain(self.path), self.start.line, self.start.column)
    }
}
