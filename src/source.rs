//! Text → what it says, where it says it, and what of it could not be understood; and back to one text.
//!
//! Reading never fails: it returns the documents as far as they were understood, and findings about the rest.

mod assemble;
mod configuration;
mod deserialize;
mod files;
mod layout;
mod locate;
mod mending;
mod merge;
mod parse;
mod pattern;
mod reader;
mod remarks;
mod removal;
mod schema;
mod short_form;
mod syntax;
mod tree;
mod understand;
mod writing;

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use self::assemble::Assembly;
use self::files::Files;
use self::layout::Layout;
use self::tree::Tree;
use self::understand::{Outcome, Readable, understand};
use crate::config::Branding;
use crate::finding::{DocumentId, FileId, Finding, Place, Related, Severity};
use crate::model::{Content, Document, DocumentKind, Project, join};
use crate::route::Route;

pub use self::configuration::{font, word_document};
pub use self::files::{CONFIGURATION, Loader, Refusal, SourceFile};
pub use self::locate::Location;
pub use self::mending::{Caution, Fate, Mending, mend};
pub use self::schema::schema;
pub use self::writing::{Form, write};

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
    /// How documents look, by the configurations that say it.
    brandings: BTreeMap<DocumentId, Branding>,
    /// The paths of the files that configurations name, those too that could not be read.
    pub brand_files: Vec<String>,
}

impl Reading {
    /// How a document looks, by the configuration of its project.
    pub fn branding(&self, document: &Document) -> Branding {
        let configuration = document.configuration.as_ref();
        configuration.and_then(|configuration| self.brandings.get(configuration)).cloned().unwrap_or_default()
    }
}

/// The files that were read, and the documents they make up.
#[derive(Debug, Default)]
pub struct Sources {
    files: Files,
    documents: Vec<Origin>,
}

/// Where a document comes from.
#[derive(Debug)]
struct Origin {
    /// The file that the document is named after.
    main: FileId,
    tree: Tree,
    /// The text that the tree speaks of, where it is not that of the main file alone.
    text: Option<String>,
    layout: Layout,
    /// The files that it has from documents it extends, with the place that says so.
    upstream: Vec<(FileId, Place)>,
}

impl Sources {
    /// The file with this identity.
    pub fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.files.file(id)
    }

    /// The main file of a document: the one that it is named after.
    pub fn main_file(&self, document: DocumentId) -> Option<FileId> {
        self.documents.get(document.0).map(|origin| origin.main)
    }

    /// The findings, each once: an aliased value has several addresses, but what is wrong with it is one thing.
    ///
    /// A finding in a document that another one extends also names the place that extends it.
    pub fn distinct(&self, findings: Vec<Finding>) -> Vec<Finding> {
        let mut seen = HashSet::new();
        let mut distinct = Vec::with_capacity(findings.len());
        for mut finding in findings {
            let location = self.locate(&finding.place).map(|place| (place.file, place.range));
            let file = location.as_ref().map(|(file, _)| *file);
            if seen.insert((finding.rule, location, finding.message.clone())) {
                let extension = file.and_then(|file| self.extension(&finding.place, file));
                finding.related.extend(extension.filter(|extension| !finding.related.contains(extension)));
                distinct.push(finding);
            }
        }
        distinct
    }

    /// The place by which a document has a value from one that it extends.
    fn extension(&self, place: &Place, file: FileId) -> Option<Related> {
        let is_from = |origin: &&Origin| origin.upstream.iter().any(|(upstream, _)| *upstream == file);
        let origin = match place.document() {
            Some(document) => self.documents.get(document.0).filter(is_from),
            // A stretch of a file belongs to the document of that file, if there is one.
            None if self.documents.iter().any(|origin| origin.main == file) => None,
            None => self.documents.iter().find(is_from),
        }?;
        let (_, place) = origin.upstream.iter().find(|(upstream, _)| *upstream == file)?;
        let path = self.files.path(origin.main);
        Some(Related { place: place.clone(), message: format!("`{path}` has it from here") })
    }

    /// How many files were read.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether no file was read.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Reads documents, with the files that they include and extend, and the documents they refer to, which `loader`
/// fetches by path.
///
/// A reference of a site to a file that is not there leads nowhere, which is the linter's business.
pub fn read(inputs: Vec<Input>, loader: &dyn Loader) -> Reading {
    let mut known: HashSet<String> = inputs.iter().map(|input| input.path.clone()).collect();
    let mut queue: VecDeque<(Input, bool)> = inputs.into_iter().map(|input| (input, false)).collect();
    let mut desk = Desk::of(loader);
    while let Some((input, is_referenced)) = queue.pop_front() {
        let document = input.path.clone();
        let configuration = loader.configuration(&document).filter(|_| !is_referenced);
        if configuration.as_ref() == Some(&document) {
            desk.read_configuration(input, true);
            continue;
        }
        let id = desk.read(input, is_referenced, None);
        for (route, path) in desk.references() {
            if !known.insert(path.clone()) {
                continue;
            }
            match loader.load(&document, &path) {
                Ok(bytes) => queue.push_back((Input { path, bytes }, true)),
                Err(Refusal::Outside) => desk.refuse(route, &path),
                Err(_) => {}
            }
        }
        if let Some(path) = configuration {
            desk.configure(id, path);
        }
    }
    desk.finish()
}

/// The documents that are being read.
struct Desk<'l> {
    loader: &'l dyn Loader,
    project: Project,
    sources: Sources,
    /// What was found in each document, and the files that it includes.
    read: Vec<(Vec<Finding>, Vec<FileId>)>,
    /// The configurations, by their paths.
    configurations: HashMap<String, DocumentId>,
    brandings: BTreeMap<DocumentId, Branding>,
    brand_files: Vec<String>,
}

impl<'l> Desk<'l> {
    fn of(loader: &'l dyn Loader) -> Self {
        Self {
            loader,
            project: Project::default(),
            sources: Sources::default(),
            read: Vec::new(),
            configurations: HashMap::new(),
            brandings: BTreeMap::new(),
            brand_files: Vec::new(),
        }
    }

    /// Reads a document. `presumed` is the kind that it has to be of, whatever it says.
    fn read(&mut self, input: Input, is_referenced: bool, presumed: Option<DocumentKind>) -> DocumentId {
        let id = DocumentId(self.project.documents.len());
        let path = input.path.clone();
        let main = self.sources.files.add(input.path, input.bytes);
        let (mut outcome, origin, parts) = self.document(id, main, presumed);
        if is_referenced && presumed.is_none() {
            outcome.findings.clear();
        }
        self.project.lost.extend(outcome.lost.into_iter().map(|route| (id, route)));
        let (content, configuration) = (outcome.content, None);
        self.project.documents.push(Document { id, path, is_referenced, configuration, content });
        self.sources.documents.push(Origin { tree: outcome.tree, ..origin });
        self.read.push((outcome.findings, parts));
        id
    }

    /// The document of a file, and the files that it includes.
    fn document(
        &mut self,
        id: DocumentId,
        main: FileId,
        presumed: Option<DocumentKind>,
    ) -> (Outcome, Origin, Vec<FileId>) {
        let files = &mut self.sources.files;
        let origin = |text, layout, upstream| Origin { main, tree: Tree::default(), text, layout, upstream };
        let Some(file) = files.file(main).filter(|file| file.fault.is_none()) else {
            let fault = files.file(main).and_then(|file| file.fault.clone());
            let findings = fault.map(|fault| finding_of(main, "malformed-text", fault)).into_iter().collect();
            return (
                Outcome::unreadable(findings),
                origin(None, Layout::of(main, 0), Vec::new()),
                Vec::new(),
            );
        };
        let parsed = parse::parse(file.text());
        let is_broken = parsed.faults.iter().any(|fault| fault.fatal);
        let faults = parsed.faults.into_iter();
        let mut findings: Vec<Finding> =
            faults.map(|fault| finding_of(main, "malformed-yaml", fault)).collect();
        if presumed.is_none() && assemble::is_split(&parsed.tree, file.text()) {
            let mut whole = Assembly::of(main, parsed.tree, files, self.loader);
            findings.append(&mut whole.findings);
            let (text, layout, tree) = (whole.text, whole.layout, whole.tree);
            let is_broken = is_broken || whole.is_incomplete;
            let outcome = understand(
                Readable { text: &text, tree, layout: &layout, findings, is_broken, presumed },
                id,
                main,
            );
            return (outcome, origin(Some(text), layout, whole.upstream), whole.parts);
        }
        let layout = Layout::of(main, parsed.tree.len());
        let (text, tree) = (file.text(), parsed.tree);
        let outcome =
            understand(Readable { text, tree, layout: &layout, findings, is_broken, presumed }, id, main);
        (outcome, origin(None, layout, Vec::new()), Vec::new())
    }

    /// The paths of the documents that the last document refers to, and where it does.
    fn references(&self) -> Vec<(Route, String)> {
        let Some(document) = self.project.documents.last() else { return Vec::new() };
        let Content::Site(site) = &document.content else { return Vec::new() };
        let statements = site.statements.iter().map(|entry| ("statements", entry));
        let named = statements.chain(site.sites.iter().map(|entry| ("sites", entry)));
        named
            .filter(|(_, (_, path))| !path.is_empty())
            .map(|(key, (name, path))| (Route::root().key(key).key(name), join(&document.path, path)))
            .collect()
    }

    /// Reports a reference of the last document that leads out of the project.
    fn refuse(&mut self, route: Route, path: &str) {
        let Some(document) = self.project.documents.last() else { return };
        let place = Place::value(document.id, route.clone());
        if let Some((findings, _)) = self.read.last_mut().filter(|_| !document.is_referenced) {
            findings.push(assemble::outside(place, path).finding());
        }
        self.project.lost.push((document.id, route));
    }

    /// Everything that was read. A file that was only found in a folder, and that a document includes, is checked
    /// as a part of that document.
    fn finish(mut self) -> Reading {
        let parts: HashSet<FileId> = self.read.iter().flat_map(|(_, parts)| parts.iter().copied()).collect();
        let mut findings = Vec::new();
        for ((document, origin), (said, _)) in
            self.project.documents.iter_mut().zip(&self.sources.documents).zip(self.read)
        {
            if parts.contains(&origin.main) && !self.loader.is_named(&document.path) {
                document.is_referenced = true;
            } else {
                findings.extend(said);
            }
        }
        let findings = self.sources.distinct(findings);
        Reading {
            project: self.project,
            sources: self.sources,
            findings,
            brandings: self.brandings,
            brand_files: self.brand_files,
        }
    }
}

fn finding_of(id: FileId, rule: &'static str, fault: parse::Fault) -> Finding {
    let range = fault.span.range();
    Finding {
        rule,
        severity: Severity::Error,
        place: Place::Bytes { file: id, start: range.start, end: range.end },
        message: fault.message,
        help: fault.help,
        related: Vec::new(),
        edits: Vec::new(),
    }
}
