//! The first step of reading a document: what its main file says, as far as that needs no other file.
//!
//! It depends on nothing but the text, so that many documents can take it at once.

use rayon::prelude::*;

use super::files::{Files, SourceFile};
use super::layout::Layout;
use super::parse::{self, Parsed};
use super::tree::Tree;
use super::understand::{Outcome, Readable, understand};
use super::{assemble, finding_of};
use crate::finding::{DocumentId, FileId, Finding};
use crate::model::DocumentKind;

/// How many documents are worth the trouble of several threads.
const MANY: usize = 4;

/// A document, as far as its main file makes it.
pub(super) enum Begun {
    /// It is complete.
    Understood {
        outcome: Outcome,
        /// How many nodes stand in the file.
        nodes: usize,
    },
    /// It is made of other files too.
    Split {
        tree: Tree,
        findings: Vec<Finding>,
        /// Whether something of the main file is missing.
        is_broken: bool,
    },
}

/// The documents of some files, which will be the first of the project, in this order.
pub(super) fn all(files: &Files, mains: &[FileId]) -> Vec<Begun> {
    let size = |main: &FileId| files.file(*main).map_or(0, |file| file.text().len());
    let begin = |(position, main): (usize, &FileId), parse| {
        parsed_by(parse, files.file(*main), DocumentId(position), *main, None)
    };
    if mains.len() < MANY {
        return mains.iter().enumerate().map(|place| begin(place, parse::parse_at_once)).collect();
    }
    // The threads have documents enough, unless one of them is larger than all others together.
    let half = mains.iter().map(size).sum::<usize>() / 2;
    let parse = |main| if size(main) > half { parse::parse_at_once } else { parse::parse };
    mains.par_iter().enumerate().map(|place| begin(place, parse(place.1))).collect()
}

/// The document of a file.
pub(super) fn one(
    file: Option<&SourceFile>,
    id: DocumentId,
    main: FileId,
    presumed: Option<DocumentKind>,
) -> Begun {
    parsed_by(parse::parse_at_once, file, id, main, presumed)
}

/// The document of a file, whose YAML is read in this way.
fn parsed_by(
    parse: fn(&str) -> Parsed,
    file: Option<&SourceFile>,
    id: DocumentId,
    main: FileId,
    presumed: Option<DocumentKind>,
) -> Begun {
    let Some(file) = file.filter(|file| file.fault.is_none()) else {
        let fault = file.and_then(|file| file.fault.clone());
        let findings = fault.map(|fault| finding_of(main, "malformed-text", fault)).into_iter().collect();
        return Begun::Understood { outcome: Outcome::unreadable(findings), nodes: 0 };
    };
    let parsed = parse(file.text());
    let is_broken = parsed.faults.iter().any(|fault| fault.fatal);
    let faults = parsed.faults.into_iter();
    let findings: Vec<Finding> = faults.map(|fault| finding_of(main, "malformed-yaml", fault)).collect();
    let tree = parsed.tree;
    if presumed.is_none() && assemble::is_split(&tree, file.text()) {
        return Begun::Split { tree, findings, is_broken };
    }
    let nodes = tree.len();
    let layout = Layout::of(main, nodes);
    let readable = Readable { text: file.text(), tree, layout: &layout, findings, is_broken, presumed };
    Begun::Understood { outcome: understand(readable, id, main), nodes }
}
