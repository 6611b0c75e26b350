//! The configuration of a project: `dicomply.yaml`, and the files that it names.

mod brand;

use super::tree::Kind;
use super::{Desk, Input, Refusal};
use crate::config::Branding;
use crate::finding::{DocumentId, Place};
use crate::model::{Content, DocumentKind};
use crate::route::Route;
use crate::source::reader::Remark;

pub use brand::{font, word_document};

impl Desk<'_> {
    /// Gives a document the configuration of its project, which is read once.
    pub(super) fn configure(&mut self, document: DocumentId, path: &str) {
        let known = self.configurations.get(path).copied();
        let Some(id) = known.or_else(|| self.load_configuration(document, path.to_owned())) else { return };
        if let Some(document) = self.project.documents.get_mut(document.0) {
            document.configuration = Some(id);
            document.path_in_project = self.loader.path_in_project(&document.path, path);
        }
    }

    fn load_configuration(&mut self, document: DocumentId, path: String) -> Option<DocumentId> {
        match self.loader.load(&path, &path) {
            Ok(bytes) => Some(self.read_configuration(Input { path, bytes }, false)),
            Err(refusal) => {
                let place = Place::value(document, Route::root());
                let remark = brand::refused(place, &path, &refusal);
                if let Some((findings, _)) = self.read.get_mut(document.0) {
                    findings.push(remark.finding());
                }
                None
            }
        }
    }

    /// Reads a configuration. One that the user has named is itself under examination.
    pub(super) fn read_configuration(&mut self, input: Input, is_named: bool) -> DocumentId {
        let path = input.path.clone();
        if let Some(known) = self.configurations.get(&path).copied() {
            if let Some(document) = self.project.documents.get_mut(known.0).filter(|_| is_named) {
                document.is_referenced = false;
            }
            return known;
        }
        let id = self.read(input, !is_named, Some(DocumentKind::Configuration));
        self.configurations.insert(path.clone(), id);
        if let Some(document) = self.project.documents.get_mut(id.0) {
            document.configuration = Some(id);
        }
        let branding = self.branding(id, &path);
        self.brandings.insert(id, branding);
        id
    }

    /// How documents look by a configuration that was read. What is wrong with its files is reported.
    fn branding(&mut self, id: DocumentId, path: &str) -> Branding {
        let document = self.project.document(id);
        let Some(Content::Configuration(said)) = document.map(|document| &document.content) else {
            return Branding::default();
        };
        let mut remarks = Vec::new();
        remarks.extend(self.swallowed_color(id));
        let branding =
            brand::branding(&said.branding, id, path, self.loader, &mut self.brand_files, &mut remarks);
        if let Some((findings, _)) = self.read.get_mut(id.0) {
            findings.extend(remarks.into_iter().map(Remark::finding));
        }
        branding
    }

    /// A colour without quotes: to YAML it is a comment.
    fn swallowed_color(&self, id: DocumentId) -> Option<Remark> {
        let origin = self.sources.documents.get(id.0)?;
        let text = self.sources.files.file(origin.main)?.text();
        let tree = &origin.tree;
        let branding = tree.entry(text, tree.root?, "branding")?;
        let accent = tree.entry(text, branding.value, "accent")?;
        let rest = text.get(tree.span(accent.key).range().end..)?.lines().next()?;
        let is_comment = tree.kind(accent.value) == Kind::Empty && rest.contains('#');
        is_comment.then(|| {
            let place = Place::key(id, Route::root().key("branding").key("accent"));
            let message = "nothing stands here, where a colour belongs";
            Remark::new("mistyped-value", place, message).help("quote the colour: `#` begins a comment")
        })
    }
}
