//! Text → model: what a document says, by its kind.

use serde::Deserialize;

use super::deserialize::Cursor;
use super::layout::Layout;
use super::parse::Fault;
use super::reader::{self, Reader, Remark};
use super::tree::{self, NodeId, Span, Tree};
use super::{finding_of, remarks};
use crate::finding::{DocumentId, FileId, Finding};
use crate::model::{Content, DocumentKind, ProjectConfiguration, Requirements, Site, Statement, VARIABLES};
use crate::route::Route;

/// A document, and what could not be understood of it.
pub(super) struct Outcome {
    pub(super) content: Content,
    pub(super) tree: Tree,
    pub(super) findings: Vec<Finding>,
    pub(super) lost: Vec<Route>,
}

impl Outcome {
    /// A document of which nothing can be said but why.
    pub(super) fn unreadable(findings: Vec<Finding>) -> Self {
        Self { content: Content::Unreadable, tree: Tree::default(), findings, lost: vec![Route::root()] }
    }
}

/// A text that is understood.
pub(super) struct Readable<'s> {
    pub(super) text: &'s str,
    pub(super) tree: Tree,
    pub(super) layout: &'s Layout,
    /// What was found so far.
    pub(super) findings: Vec<Finding>,
    /// Whether something of the document is missing.
    pub(super) is_broken: bool,
    /// What it has to be, whatever it says.
    pub(super) presumed: Option<DocumentKind>,
}

/// Reads what a document says. `main` is its main file.
pub(super) fn understand(readable: Readable<'_>, id: DocumentId, main: FileId) -> Outcome {
    let Readable { text, tree, layout, mut findings, is_broken, presumed } = readable;
    let Some(root) = tree.root.filter(|root| tree.kind(*root) != tree::Kind::Empty) else {
        if presumed == Some(DocumentKind::Configuration) && findings.is_empty() {
            let content = Content::Configuration(Box::default());
            return Outcome { content, tree, findings, lost: Vec::new() };
        }
        if findings.is_empty() {
            findings.push(empty_document(main));
        }
        return Outcome::unreadable(findings);
    };
    let reader = Reader::new(text, tree, id, layout);
    let content = content_of(&reader, root, presumed);
    let mut read = reader.finish();
    if is_broken {
        // What comes after the fault is not known, so nothing may be called absent.
        read.findings.retain(|finding| finding.rule != "absent-required-key");
        read.lost.push(Route::root());
    }
    findings.append(&mut read.findings);
    Outcome { content, tree: read.tree, findings, lost: read.lost }
}

fn empty_document(id: FileId) -> Finding {
    let fault = Fault {
        span: Span { start: 0, end: 0 },
        message: "the file says nothing".to_owned(),
        help: Some(HOW_TO_START.to_owned()),
        fatal: true,
    };
    finding_of(id, "empty-document", fault)
}

/// What every document begins with.
const HOW_TO_START: &str =
    "start with `dicomply: 1` and `kind: statement`, `kind: site` or `kind: requirements`";

/// The kinds of document that this version reads.
const KINDS: &[&str] = &["statement", "site", "requirements", "configuration"];

/// The kind of the document at the root of a project.
const CONFIGURATION: &[&str] = &["configuration"];

/// The version of the language that this version reads.
const VERSION: &str = "1";

/// Reports another version of the language. What is no number is reported with the rest.
fn check_version(reader: &Reader<'_>, root: NodeId) {
    let Some(entry) = top_entry(reader, root, "dicomply") else { return };
    let Some(version) = reader.text(entry.value).map(|text| (*text).to_owned()) else { return };
    if version == VERSION || version.parse::<i64>().is_err() {
        return;
    }
    let place = reader.place(Route::root().key("dicomply"));
    let message = format!("`{version}` is not a version of this language that can be read here");
    let help = format!("write `dicomply: {VERSION}`, or take a program that reads version {version}");
    reader.say(Remark::new("unlisted-value", place, message).help(help));
}

/// The entry of a document under a key.
fn top_entry(reader: &Reader<'_>, root: NodeId, wanted: &str) -> Option<tree::Entry> {
    let entries = reader.entries(root);
    entries.into_iter().find(|entry| reader.text(entry.key).is_some_and(|key| &*key == wanted))
}

fn content_of(reader: &Reader<'_>, root: NodeId, presumed: Option<DocumentKind>) -> Content {
    check_version(reader, root);
    let kind = top_entry(reader, root, "kind");
    let word = kind.and_then(|entry| reader.text(entry.value).map(|text| (*text).to_owned()));
    let cursor = Cursor::new(reader, root);
    // A file that has to be of a kind is read as such, whatever it says.
    let own = presumed.map(DocumentKind::as_str);
    if let (Some(entry), true) = (kind, own.is_some() && word.as_deref() != own) {
        reader.within(reader::Hop::Key(entry.key), || remarks::unlisted(reader, entry.value, CONFIGURATION));
    }
    let content = match own.or(word.as_deref()) {
        Some("statement") => {
            reader.variables.set(VARIABLES);
            Statement::deserialize(cursor).ok().map(|statement| Content::Statement(Box::new(statement)))
        }
        Some("site") => Site::deserialize(cursor).ok().map(|site| Content::Site(Box::new(site))),
        Some("requirements") => {
            reader.kind.set(DocumentKind::Requirements);
            let requirements = Requirements::deserialize(cursor).ok();
            requirements.map(|requirements| Content::Requirements(Box::new(requirements)))
        }
        Some("configuration") => {
            let configuration = ProjectConfiguration::deserialize(cursor).ok();
            configuration.map(|configuration| Content::Configuration(Box::new(configuration)))
        }
        Some(_) => {
            if let Some(entry) = kind {
                reader.within(reader::Hop::Key(entry.key), || remarks::unlisted(reader, entry.value, KINDS));
            }
            None
        }
        None => {
            report_kindless(reader);
            None
        }
    };
    content.unwrap_or_else(|| {
        reader.lose(Route::root());
        Content::Unreadable
    })
}

fn report_kindless(reader: &Reader<'_>) {
    let message = "this is no dicomply document: the key `kind` must be here";
    let remark = Remark::new("absent-required-key", reader.place(Route::root()), message);
    reader.say(remark.help(HOW_TO_START));
}
