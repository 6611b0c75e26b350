//! `Layout`: which part of a document's text comes from which file.

use std::ops::Range;

use super::tree::{Span, narrow};
use crate::finding::{FileId, Place};

/// The files of a document, in the order in which their texts make up its own. Most documents have one.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// Where the text of a file starts, and which file that is.
    starts: Vec<(u32, FileId)>,
}

impl Layout {
    /// The layout of a document of one file.
    pub(super) fn of(file: FileId) -> Self {
        Self { starts: vec![(0, file)] }
    }

    /// The text of another file follows from here on.
    pub(super) fn extend(&mut self, start: usize, file: FileId) {
        self.starts.push((narrow(start), file));
    }

    /// Whether a file is one of them.
    pub(super) fn has(&self, file: FileId) -> bool {
        self.starts.iter().any(|(_, one)| *one == file)
    }

    /// The file of a stretch of the document's text, and where in that file it stands.
    pub(super) fn located(&self, range: &Range<usize>) -> Option<(FileId, Range<usize>)> {
        let after = self.starts.partition_point(|(start, _)| *start as usize <= range.start);
        let (start, file) = self.starts[..after].last()?;
        let start = *start as usize;
        Some((*file, range.start - start..range.end.max(range.start) - start))
    }

    /// The place of a span of the document's text.
    pub(super) fn place(&self, span: Span) -> Place {
        let (file, range) = self.located(&span.range()).unwrap_or((FileId(0), span.range()));
        Place::Bytes { file, start: range.start, end: range.end }
    }
}
