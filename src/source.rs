//! Text → what it says, where it says it, and what of it could not be understood; and back to one text.
//!
//! Reading never fails: it returns the documents as far as they were understood, and findings about the rest.

mod allow;
mod assemble;
mod begin;
mod configuration;
mod deserialize;
mod files;
mod fingerprint;
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
use self::begin::Begun;
use self::files::Files;
use self::layout::Layout;
use self::tree::Tree;
use self::understand::{Outcome, Readable, understand};
use crate::config::Branding;
use crate::finding::{DocumentId, FileId, Finding, Place, Related, Severity};
use crate::model::{Content, Document, DocumentKind, Project, join};
use crate::route::Route;

pub use self::allow::{Allow, MalformedAllow};
pub use self::configuration::{font, word_document};
pub use self::files::{CONFIGURATION, LARGEST_FILE, Loader, Refusal, SourceFile};
pub use self::locate::Location;
pub use self::mending::{Caution, Fate, Mending, mend, mend_each, mendable};
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

    /// Puts a text before every path, as with `HEAD~1:` for files of a revision. What was read from one revision is
    /// thus told from what was read from another one.
    pub fn prefix_paths(&mut self, prefix: &str) {
        self.sources.files.prefix_paths(prefix);
        for document in &mut self.project.documents {
            document.path.insert_str(0, prefix);
        }
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

    /// Whether a document is made of several files.
    pub fn is_split(&self, document: DocumentId) -> bool {
        self.documents.get(document.0).is_some_and(|origin| origin.text.is_some())
    }

    /// The files that a document is made of: the one that it is named after, and those that it includes or extends.
    pub fn files_of(&self, document: DocumentId) -> impl Iterator<Item = &SourceFile> {
        let origin = self.documents.get(document.0).into_iter();
        origin.flat_map(|origin| origin.layout.files()).filter_map(|file| self.files.file(file))
    }

    /// The document that a file belongs to: the one that is named after it, else one that includes or extends it.
    pub fn document_of(&self, file: FileId) -> Option<DocumentId> {
        let mut origins = self.documents.iter();
        let named = origins.position(|origin| origin.main == file);
        let holder = || self.documents.iter().position(|origin| origin.layout.has(file));
        named.or_else(holder).map(DocumentId)
    }

    /// The comments of all files that allow findings, and those that only look like such.
    pub fn allows(&self) -> impl Iterator<Item = (FileId, Result<Allow, MalformedAllow>)> {
        let files = (0..self.files.len()).map(FileId);
        let texts = files.filter_map(|id| Some((id, self.files.file(id)?.text())));
        texts.flat_map(|(id, text)| allow::allows(text).into_iter().map(move |allow| (id, allow)))
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
            if seen.insert((finding.rule.clone(), location, finding.message.clone())) {
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
/// fetches by path. Several documents are read by several threads.
///
/// A reference of a site to a file that is not there leads nowhere, which is the linter's business.
pub fn read(inputs: Vec<Input>, loader: &dyn Loader) -> Reading {
    let mut known: HashSet<String> = inputs.iter().map(|input| input.path.clone()).collect();
    let mut desk = Desk::of(loader);
    let (own, inputs): (Vec<_>, Vec<_>) =
        inputs.into_iter().partition(|input| loader.configuration(&input.path).as_ref() == Some(&input.path));
    let mut queue: VecDeque<(DocumentId, bool)> = VecDeque::new();
    let mains: Vec<FileId> =
        inputs.into_iter().map(|input| desk.sources.files.add(input.path, input.bytes)).collect();
    for (main, begun) in mains.iter().zip(begin::all(&desk.sources.files, &mains)) {
        queue.push_back((desk.complete(*main, begun, false, None), false));
    }
    for input in own {
        desk.read_configuration(input, true);
    }
    while let Some((id, is_referenced)) = queue.pop_front() {
        let Some(document) = desk.project.document(id).map(|document| document.path.clone()) else {
            continue;
        };
        for (route, path) in desk.references(id) {
            if !known.insert(path.clone()) {
                continue;
            }
            match loader.load(&document, &path) {
                Ok(bytes) => queue.push_back((desk.read(Input { path, bytes }, true, None), true)),
                Err(Refusal::Outside) => desk.refuse(id, route, &path),
                Err(_) => {}
            }
        }
        if let Some(path) = loader.configuration(&document).filter(|_| !is_referenced) {
            desk.configure(id, &path);
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
        let main = self.sources.files.add(input.path, input.bytes);
        let begun = begin::one(self.sources.files.file(main), id, main, presumed);
        self.complete(main, begun, is_referenced, presumed)
    }

    /// Takes a document of which the main file was read, with the other files that make it up.
    fn complete(
        &mut self,
        main: FileId,
        begun: Begun,
        is_referenced: bool,
        presumed: Option<DocumentKind>,
    ) -> DocumentId {
        let id = DocumentId(self.project.documents.len());
        let path = self.sources.files.path(main).to_owned();
        let (mut outcome, origin, parts) = self.whole(id, main, begun);
        if is_referenced && presumed.is_none() {
            outcome.findings.clear();
        }
        self.project.lost.extend(outcome.lost.into_iter().map(|route| (id, route)));
        self.project.documents.push(Document {
            id,
            path_in_project: path.clone(),
            path,
            is_referenced,
            configuration: None,
            file: main,
            content: outcome.content,
        });
        self.sources.documents.push(Origin { tree: outcome.tree, ..origin });
        self.read.push((outcome.findings, parts));
        id
    }

    /// What a document says as a whole, and the files that it includes.
    fn whole(&mut self, id: DocumentId, main: FileId, begun: Begun) -> (Outcome, Origin, Vec<FileId>) {
        let origin = |text, layout, upstream| Origin { main, tree: Tree::default(), text, layout, upstream };
        match begun {
            Begun::Understood { outcome, nodes } => {
                (outcome, origin(None, Layout::of(main, nodes), Vec::new()), Vec::new())
            }
            Begun::Split { tree, mut findings, is_broken } => {
                let mut whole = Assembly::of(main, tree, &mut self.sources.files, self.loader);
                findings.append(&mut whole.findings);
                let (text, layout, tree) = (whole.text, whole.layout, whole.tree);
                let is_broken = is_broken || whole.is_incomplete;
                let readable =
                    Readable { text: &text, tree, layout: &layout, findings, is_broken, presumed: None };
                let outcome = understand(readable, id, main);
                (outcome, origin(Some(text), layout, whole.upstream), whole.parts)
            }
        }
    }

    /// The paths of the documents that a document refers to, and where it does.
    fn references(&self, id: DocumentId) -> Vec<(Route, String)> {
        let Some(document) = self.project.document(id) else { return Vec::new() };
        let Content::Site(site) = &document.content else { return Vec::new() };
        let statements = site.statements.iter().map(|entry| ("statements", entry));
        let named = statements.chain(site.sites.iter().map(|entry| ("sites", entry)));
        named
            .filter(|(_, (_, path))| !path.is_empty())
            .map(|(key, (name, path))| (Route::root().key(key).key(name), join(&document.path, path)))
            .collect()
    }

    /// Reports a reference of a document that leads out of the project.
    fn refuse(&mut self, id: DocumentId, route: Route, path: &str) {
        let Some(document) = self.project.document(id) else { return };
        let place = Place::value(document.id, route.clone());
        if let Some((findings, _)) = self.read.get_mut(id.0).filter(|_| !document.is_referenced) {
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
    let place = Place::Bytes { file: id, start: range.start, end: range.end };
    Finding { help: fault.help, ..Finding::new(rule, Severity::Error, place, fault.message) }
}
