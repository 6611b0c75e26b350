//! Text → what it says, where it says it, and what of it could not be understood.
//!
//! Reading never fails: it returns the documents as far as they were understood, and findings about the rest.

mod deserialize;
mod locate;
mod parse;
mod reader;
mod remarks;
mod schema;
mod short_form;
mod syntax;
mod tree;

use std::collections::{HashSet, VecDeque};

use serde::Deserialize;

use self::deserialize::Cursor;
use self::reader::{Reader, Remark};
use self::tree::{NodeId, Tree};
use crate::finding::{DocumentId, FileId, Finding, Place, Severity};
use crate::model::{Content, Document, Project, Site, Statement, join};
use crate::route::Route;

pub use self::locate::Location;
pub use self::schema::schema;

/// A file that is to be read.
#[derive(Debug, Clone)]
pub struct Input {
    /// The path, as findings should name it, with forward slashes.
    pub path: String,
    /// The content.
    pub bytes: Vec<u8>,
}

/// What reading gives: the documents, the files they came from, and what was found on the way.
#[derive(Debug)]
pub struct Reading {
    /// What the documents say.
    pub project: Project,
    /// The files, for showing findings in them.
    pub sources: Sources,
    /// What could not be understood.
    pub findings: Vec<Finding>,
}

/// The files that were read.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

/// A file that was read, as text.
#[derive(Debug)]
pub struct SourceFile {
    path: String,
    text: String,
    /// Bytes of the file before the text: those of a byte order mark.
    offset: usize,
    tree: Tree,
}

impl Sources {
    /// The file with this identity.
    pub fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0)
    }

    /// The findings, each once: an aliased value has several addresses, but what is wrong with it is one thing.
    pub fn distinct(&self, mut findings: Vec<Finding>) -> Vec<Finding> {
        let mut seen = HashSet::new();
        findings.retain(|finding| {
            let location = self.locate(&finding.place).map(|place| (place.file, place.range));
            seen.insert((finding.rule, location, finding.message.clone()))
        });
        findings
    }

    /// How many files were read.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether no file was read.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

impl SourceFile {
    /// The path, as findings name it.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The text of the file, without a byte order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many bytes of the file come before its text.
    pub const fn offset(&self) -> usize {
        self.offset
    }
}

/// Reads documents, and the documents they refer to, which `load` fetches by path.
///
/// `load` answers `None` for a file that is not there; the reference then leads nowhere, which is the linter's
/// business.
pub fn read(inputs: Vec<Input>, load: &dyn Fn(&str) -> Option<Vec<u8>>) -> Reading {
    let mut known: HashSet<String> = inputs.iter().map(|input| input.path.clone()).collect();
    let mut queue: VecDeque<(Input, bool)> = inputs.into_iter().map(|input| (input, false)).collect();
    let mut reading =
        Reading { project: Project::default(), sources: Sources::default(), findings: Vec::new() };
    while let Some((input, is_referenced)) = queue.pop_front() {
        read_one(&mut reading, input, is_referenced);
        let Some(document) = reading.project.documents.last() else { continue };
        for path in references(document) {
            if known.insert(path.clone()) {
                queue.extend(load(&path).map(|bytes| (Input { path, bytes }, true)));
            }
        }
    }
    let findings = std::mem::take(&mut reading.findings);
    reading.findings = reading.sources.distinct(findings);
    reading
}

/// The paths of the documents that a document refers to.
fn references(document: &Document) -> Vec<String> {
    let Content::Site(site) = &document.content else { return Vec::new() };
    let named = site.statements.values().chain(site.sites.values());
    named.filter(|path| !path.is_empty()).map(|path| join(&document.path, path)).collect()
}

fn read_one(reading: &mut Reading, input: Input, is_referenced: bool) {
    let id = DocumentId(reading.project.documents.len());
    let path = input.path;
    let (text, offset, fault) = decode(input.bytes);
    let mut outcome = match fault {
        None => understand(&text, id),
        Some(fault) => Outcome::unreadable(vec![finding_of(id, "malformed-text", fault)]),
    };
    if is_referenced {
        outcome.findings.clear();
    }
    reading.findings.append(&mut outcome.findings);
    reading.project.lost.extend(outcome.lost.into_iter().map(|route| (id, route)));
    reading.project.documents.push(Document {
        id,
        path: path.clone(),
        is_referenced,
        content: outcome.content,
    });
    reading.sources.files.push(SourceFile { path, text, offset, tree: outcome.tree });
}

struct Outcome {
    content: Content,
    tree: Tree,
    findings: Vec<Finding>,
    lost: Vec<Route>,
}

impl Outcome {
    /// A document of which nothing can be said but why.
    fn unreadable(findings: Vec<Finding>) -> Self {
        Self { content: Content::Unreadable, tree: Tree::default(), findings, lost: vec![Route::root()] }
    }
}

/// The text of a file and the bytes before it; or why it is no text.
fn decode(bytes: Vec<u8>) -> (String, usize, Option<parse::Fault>) {
    const MARK: &[u8] = b"\xEF\xBB\xBF";
    let fault = |at: usize, message: String, help: &str| parse::Fault {
        span: tree::Span { start: tree::narrow(at), end: tree::narrow(at) },
        message,
        help: Some(help.to_owned()),
        fatal: true,
    };
    if bytes.len() >= u32::MAX as usize {
        return (String::new(), 0, Some(fault(0, "the file is larger than 4 GB".to_owned(), "split it")));
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return (String::new(), 0, Some(fault(0, "the file is in UTF-16".to_owned(), "save it as UTF-8")));
    }
    let offset = if bytes.starts_with(MARK) { MARK.len() } else { 0 };
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            text.drain(..offset);
            (text, offset, None)
        }
        Err(error) => {
            let position = error.utf8_error().valid_up_to();
            let byte = error.as_bytes().get(position).copied().unwrap_or_default();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let message = format!("the byte {byte:02X}H is not UTF-8");
            let mut fault = fault(position, message, "save the file as UTF-8");
            // In the text the byte has become a replacement character.
            fault.span.end = tree::narrow(position + '\u{FFFD}'.len_utf8());
            (text, 0, Some(fault))
        }
    }
}

fn understand(text: &str, id: DocumentId) -> Outcome {
    let parsed = parse::parse(text);
    let is_broken = parsed.faults.iter().any(|fault| fault.fatal);
    let mut findings: Vec<_> =
        parsed.faults.into_iter().map(|fault| finding_of(id, "malformed-yaml", fault)).collect();
    let root = parsed.tree.root.filter(|root| parsed.tree.kind(*root) != tree::Kind::Empty);
    let Some(root) = root else {
        if findings.is_empty() {
            findings.push(empty_document(id));
        }
        return Outcome::unreadable(findings);
    };
    let reader = Reader::new(text, parsed.tree, id);
    let content = content_of(&reader, root);
    let mut read = reader.finish();
    if is_broken {
        // What comes after the fault is not known, so nothing may be called absent.
        read.findings.retain(|finding| finding.rule != "absent-required-key");
        read.lost.push(Route::root());
    }
    findings.append(&mut read.findings);
    Outcome { content, tree: read.tree, findings, lost: read.lost }
}

fn finding_of(id: DocumentId, rule: &'static str, fault: parse::Fault) -> Finding {
    Finding {
        rule,
        severity: Severity::Error,
        place: Place::Bytes {
            file: FileId(id.0),
            start: fault.span.range().start,
            end: fault.span.range().end,
        },
        message: fault.message,
        help: fault.help,
        related: Vec::new(),
        edits: Vec::new(),
    }
}

fn empty_document(id: DocumentId) -> Finding {
    let fault = parse::Fault {
        span: tree::Span { start: 0, end: 0 },
        message: "the file says nothing".to_owned(),
        help: Some("start with `dicomply: 1` and `kind: statement` or `kind: site`".to_owned()),
        fatal: true,
    };
    finding_of(id, "empty-document", fault)
}

/// The kinds of document that this version reads.
const KINDS: &[&str] = &["statement", "site"];

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

fn content_of(reader: &Reader<'_>, root: NodeId) -> Content {
    check_version(reader, root);
    let kind = top_entry(reader, root, "kind");
    let word = kind.and_then(|entry| reader.text(entry.value).map(|text| (*text).to_owned()));
    let cursor = Cursor::new(reader, root);
    let content = match word.as_deref() {
        Some("statement") => {
            Statement::deserialize(cursor).ok().map(|statement| Content::Statement(Box::new(statement)))
        }
        Some("site") => Site::deserialize(cursor).ok().map(|site| Content::Site(Box::new(site))),
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
    reader.say(remark.help("start with `dicomply: 1` and `kind: statement` or `kind: site`"));
}
