//! `Layout`: which part of a document's text comes from which file.

use std::ops::Range;

use super::tree::{NodeId, Span, narrow};
use crate::finding::{FileId, Place};

/// The files of a document, in the order in which their texts make up its own. Most documents have one.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// Where the text of a file starts, which file that is, and which nodes of the tree stand in it.
    starts: Vec<(u32, FileId, Range<usize>)>,
}

impl Layout {
    /// The layout of a document of one file, whose tree has so many nodes.
    pub(super) fn of(file: FileId, nodes: usize) -> Self {
        Self { starts: vec![(0, file, 0..nodes)] }
    }

    /// The text of another file follows from here on, and these nodes stand in it.
    pub(super) fn extend(&mut self, start: usize, file: FileId, nodes: Range<usize>) {
        self.starts.push((narrow(start), file, nodes));
    }

    /// The files.
    pub(super) fn files(&self) -> impl Iterator<Item = FileId> + '_ {
        self.starts.iter().map(|(_, file, _)| *file)
    }

    /// Whether a file is one of them.
    pub(super) fn has(&self, file: FileId) -> bool {
        self.starts.iter().any(|(_, one, _)| *one == file)
    }

    /// The file of a stretch of the document's text, and where in that file it stands.
    pub(super) fn located(&self, range: &Range<usize>) -> Option<(FileId, Range<usize>)> {
        let after = self.starts.partition_point(|(start, ..)| *start as usize <= range.start);
        let (start, file, _) = self.starts[..after].last()?;
        let start = *start as usize;
        Some((*file, range.start - start..range.end.max(range.start) - start))
    }

    /// The file that a node stands in, and its position among the nodes of that file. A node that was made of others,
    /// by merging files or of a short form, stands nowhere.
    pub(super) fn node(&self, node: NodeId) -> Option<(FileId, usize)> {
        let position = node.position();
        let (_, file, nodes) = self.starts.iter().find(|(.., nodes)| nodes.contains(&position))?;
        Some((*file, position - nodes.start))
    }

    /// The place of a span of the document's text.
    pub(super) fn place(&self, span: Span) -> Place {
        let (file, range) = self.located(&span.range()).unwrap_or((FileId(0), span.range()));
        Place::Bytes { file, start: range.start, end: range.end }
    }
}
