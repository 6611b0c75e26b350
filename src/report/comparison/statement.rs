//! One of the two statements: where its values stand in files, and the lines around them.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::ReadStatement;
use crate::finding::{FileId, Place};
use crate::model::{Content, Statement};
use crate::report::excerpt::Excerpt;
use crate::report::lines::LineIndex;
use crate::report::plain::{cropped, plain};
use crate::report::{Position, Spot};
use crate::route::Route;
use crate::source::SourceFile;

/// A statement, and the lines of its files as far as somebody has asked for them.
#[derive(Debug)]
pub(super) struct Located<'c> {
    pub(super) read: ReadStatement<'c>,
    lines: BTreeMap<FileId, OnceCell<LineIndex>>,
}

/// Where a value stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found<'c> {
    pub(super) path: &'c str,
    pub(super) start: Position,
    pub(super) end: Position,
    spot: Spot,
}

impl<'c> Located<'c> {
    pub(super) fn of(read: ReadStatement<'c>) -> Self {
        let files = (0..read.sources.len()).map(|number| (FileId(number), OnceCell::new()));
        Self { read, lines: files.collect() }
    }

    /// The path of the document.
    pub(super) fn path(&self) -> &'c str {
        &self.read.document.path
    }

    /// What it says.
    pub(super) fn statement(&self) -> Option<&'c Statement> {
        match &self.read.document.content {
            Content::Statement(statement) => Some(statement),
            _ => None,
        }
    }

    /// Where the value of an address stands; nothing where it leads to none.
    pub(super) fn find(&self, route: &Route) -> Option<Found<'c>> {
        let place = Place::value(self.read.document.id, route.clone());
        let found = self.read.sources.locate(&place)?;
        let spot = Spot { file: found.file, start: found.range.start, end: found.range.end };
        let (file, lines) = self.file(spot.file)?;
        let at = |byte| lines.position(file.text(), byte);
        Some(Found { path: SourceFile::path(file), start: at(spot.start), end: at(spot.end), spot })
    }

    /// The lines of a place.
    pub(super) fn excerpt(&self, found: &Found<'_>, columns: usize) -> Option<Excerpt> {
        let (file, lines) = self.file(found.spot.file)?;
        Some(Excerpt::of_place(found.path, file.text(), lines, &found.spot, columns))
    }

    /// The beginning of what stands at a place, in one line.
    pub(super) fn quote(&self, found: &Found<'_>, most: usize) -> Option<String> {
        let (file, lines) = self.file(found.spot.file)?;
        let line = lines.line(file.text(), lines.line_of(found.spot.start))?;
        Some(plain(&cropped(file.text().get(line)?.trim(), most)))
    }

    fn file(&self, id: FileId) -> Option<(&'c SourceFile, &LineIndex)> {
        let file = self.read.sources.file(id)?;
        Some((file, self.lines.get(&id)?.get_or_init(|| LineIndex::new(file.text()))))
    }
}

impl Found<'_> {
    /// The place as editors and compilers write it.
    pub(super) fn shown(&self) -> String {
        format!("{}:{}:{}", plain(self.path), self.start.line, self.start.column)
    }
}
