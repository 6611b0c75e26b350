//! Findings → text for people, forms for programs.
//!
//! The one room that joins a route with the bytes of a file. It writes into what it is given and never prints.

mod changes;
mod comparison;
mod excerpt;
mod fixes;
mod github;
mod gitlab;
mod html;
mod impact;
mod json;
mod junit;
mod lines;
mod markdown;
mod matrix;
mod paragraph;
mod plain;
mod sarif;
mod short;
mod summary;
mod text;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::io::{self, Write};

use self::lines::LineIndex;
use crate::finding::{FileId, Finding, Place};
use crate::model::Project;
use crate::source::{SourceFile, Sources};

pub use self::changes::{Changes, Version, changes_schema};
pub use self::comparison::{
    AgainstRequirements, ReadStatement, SideBySide, assessment_schema, comparison_schema,
};
pub use self::impact::{ImpactReport, impact_schema};
pub use self::json::schema as findings_schema;
pub use self::lines::Position;
pub use self::matrix::{MatrixReport, NoMatrix, UpgradeReport, matrix_schema, read_matrix, upgrade_schema};
pub use self::summary::Summary;

/// Findings with their places in files, sorted by file, place and rule.
#[derive(Debug)]
pub struct Report<'r> {
    findings: Vec<Located<'r>>,
    /// Those that do not count.
    suppressed: Vec<Located<'r>>,
    lines: BTreeMap<FileId, LineIndex>,
    sources: &'r Sources,
    summary: Summary,
    project: &'r Project,
    /// All findings, as they were handed over.
    given: &'r [Finding],
    fingerprints: OnceCell<Vec<String>>,
    has_baseline: bool,
}

/// How a text for people is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Whether it has colours, as ANSI escapes.
    pub is_colored: bool,
    /// How many columns it has.
    pub width: usize,
}

/// A finding and the bytes it points at.
#[derive(Debug)]
struct Located<'r> {
    finding: &'r Finding,
    spot: Spot,
    /// Its position among the findings as they were handed over.
    number: usize,
}

/// A stretch of a file's text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Spot {
    file: FileId,
    start: usize,
    end: usize,
}

impl Spot {
    /// Whether two places of a file have something in common, or begin together.
    const fn touches(&self, other: &Self) -> bool {
        self.start == other.start || self.start < other.end && other.start < self.end
    }
}

impl<'r> Report<'r> {
    /// Finds the places of findings.
    pub fn new(findings: &'r [Finding], project: &'r Project, sources: &'r Sources) -> Self {
        let mut located: Vec<Located<'r>> = findings
            .iter()
            .enumerate()
            .map(|(number, finding)| Located { finding, spot: spot_of(sources, &finding.place), number })
            .collect();
        located.sort_by(|left, right| order(sources, left).cmp(&order(sources, right)));
        let (located, suppressed): (Vec<_>, Vec<_>) =
            located.into_iter().partition(|located| located.finding.counts());
        let all = || located.iter().chain(&suppressed);
        let related = all().flat_map(|located| &located.finding.related);
        let related: Vec<FileId> = related.map(|related| spot_of(sources, &related.place).file).collect();
        let mut lines = BTreeMap::new();
        for file in all().map(|located| located.spot.file).chain(related) {
            lines
                .entry(file)
                .or_insert_with(|| LineIndex::new(sources.file(file).map_or("", SourceFile::text)));
        }
        let summary = Summary::of(findings, project);
        let fingerprints = OnceCell::new();
        Self {
            findings: located,
            suppressed,
            lines,
            sources,
            summary,
            project,
            given: findings,
            fingerprints,
            has_baseline: false,
        }
    }

    /// How much was found.
    pub const fn summary(&self) -> Summary {
        self.summary
    }

    /// Writes the findings for people: excerpts, at most a hundred, and the summary as the last line.
    pub fn write_text(&self, page: Page, out: &mut impl Write) -> io::Result<()> {
        text::write(self, page, out)
    }

    /// Writes all findings as one JSON object; lines and columns count from 1, columns in characters.
    pub fn write_json(&self, out: &mut impl Write) -> io::Result<()> {
        json::write(self, out)
    }

    /// By what a finding is known again in another run.
    fn fingerprint(&self, located: &Located<'_>) -> &str {
        let all = self.fingerprints.get_or_init(|| self.sources.fingerprints(self.given, self.project));
        all.get(located.number).map_or("", String::as_str)
    }

    /// Says that a baseline was laid beside the findings: what it does not know is new.
    #[must_use]
    pub const fn beside_baseline(mut self) -> Self {
        self.has_baseline = true;
        self
    }

    /// Writes one line for each finding.
    pub fn write_short(&self, out: &mut impl Write) -> io::Result<()> {
        short::write(self, out)
    }

    /// Writes SARIF 2.1.0, what is allowed or known included.
    pub fn write_sarif(&self, out: &mut impl Write) -> io::Result<()> {
        sarif::write(self, out)
    }

    /// Writes XML as JUnit does.
    pub fn write_junit(&self, out: &mut impl Write) -> io::Result<()> {
        junit::write(self, out)
    }

    /// Writes commands that GitHub shows as annotations.
    pub fn write_github(&self, out: &mut impl Write) -> io::Result<()> {
        github::write(self, out)
    }

    /// Writes GitLab's code quality report.
    pub fn write_gitlab(&self, out: &mut impl Write) -> io::Result<()> {
        gitlab::write(self, out)
    }

    /// Writes a Markdown page.
    pub fn write_markdown(&self, out: &mut impl Write) -> io::Result<()> {
        markdown::write(self, out)
    }

    /// Writes one HTML page that asks no network, for people who sort and filter.
    pub fn write_html(&self, out: &mut impl Write) -> io::Result<()> {
        html::write(self, out)
    }

    /// The files of the documents under examination.
    fn examined_paths(&self) -> impl Iterator<Item = &'r str> {
        let examined = self.project.documents.iter().filter(|document| !document.is_referenced);
        examined.map(|document| document.path.as_str())
    }

    fn start(&self, located: &Located<'_>) -> Position {
        self.position(located.spot.file, located.spot.start)
    }

    fn end(&self, located: &Located<'_>) -> Position {
        self.position(located.spot.file, located.spot.end)
    }

    fn path(&self, file: FileId) -> &'r str {
        self.sources.file(file).map_or("", SourceFile::path)
    }

    fn text(&self, file: FileId) -> &'r str {
        self.sources.file(file).map_or("", SourceFile::text)
    }

    fn position(&self, file: FileId, byte: usize) -> Position {
        let text = self.text(file);
        // No finding stands in the file, but an edit of one may.
        let count = || LineIndex::new(text).position(text, byte);
        self.lines.get(&file).map_or_else(count, |lines| lines.position(text, byte))
    }

    fn spot(&self, place: &Place) -> Spot {
        spot_of(self.sources, place)
    }
}

/// The file and the line of a place, for those who name it in a sentence; `None` where it leads nowhere.
pub fn position<'s>(sources: &'s Sources, place: &Place) -> Option<(&'s str, Position)> {
    let found = sources.locate(place)?;
    let file = sources.file(found.file)?;
    Some((file.path(), LineIndex::new(file.text()).position(file.text(), found.range.start)))
}

fn order<'k>(sources: &'k Sources, located: &Located<'k>) -> (&'k str, usize, usize, &'k str, &'k str) {
    let Spot { file, start, end } = located.spot;
    let path = sources.file(file).map_or("", SourceFile::path);
    (path, start, end, &located.finding.rule, &located.finding.message)
}

/// Where a place is; the start of its file if it leads nowhere.
fn spot_of(sources: &Sources, place: &Place) -> Spot {
    if let Some(found) = sources.locate(place) {
        return Spot { file: found.file, start: found.range.start, end: found.range.end };
    }
    let file = match place {
        Place::Symbolic { document, .. } => sources.main_file(*document).unwrap_or(FileId(0)),
        Place::Bytes { file, .. } => *file,
    };
    Spot { file, start: 0, end: 0 }
}
