//! Rendering from outside: cases as YAML with the Markdown they become, and laws over every example and every case.
//! `DICOMPLY_BLESS=1 cargo test` writes the Markdown of the cases anew.

mod branding;
mod docx;
mod fonts;
mod laws;
mod outline;
mod pages;
mod pdf;
mod sheets;
mod tables;
mod templates;

use dicomply::document::Document;
use dicomply::finding::Finding;
use dicomply::model::{self, Project};
use dicomply::pairing::Surroundings;
use dicomply::render::{self, Options};
use dicomply::source::{CONFIGURATION, Input, read};

use crate::bless::{Drift, files, root, shown};

const CASES: &str = "tests/cases/render/documents";

/// Every example and every case that becomes a document, by its path from the root of the repository. Requirements do
/// not.
pub(crate) fn documents() -> Vec<String> {
    let all = files("examples").into_iter().chain(files(CASES));
    let all = all.filter(|file| file.extension().is_some_and(|end| end == "yaml"));
    let is_document = |path: &String| !path.ends_with(CONFIGURATION) && !path.contains("/requirements/");
    all.map(|file| shown(&file)).filter(is_document).collect()
}

fn project(path: &str) -> Project {
    let load = |wanted: &str| std::fs::read(root().join(wanted)).ok();
    read(vec![Input { path: path.to_owned(), bytes: load(path).unwrap() }], &load).project
}

/// A project of one document with this text.
fn project_of(text: &str) -> Project {
    read(vec![Input { path: "case.yaml".to_owned(), bytes: text.as_bytes().to_vec() }], &|_: &str| None)
        .project
}

fn first(project: &Project) -> &model::Document {
    project.document(dicomply::finding::DocumentId(0)).unwrap()
}

fn rendered(project: &Project) -> (Document, Vec<Finding>) {
    render::render_among(&Surroundings::of(project), first(project), &Options::default()).unwrap()
}

/// The tree of an example or a case, by its path.
pub(crate) fn tree_of(path: &str) -> Document {
    rendered(&project(path)).0
}

#[test]
fn documents_become_the_markdown_beside_them() {
    let mut drift = Drift::default();
    for path in documents().iter().filter(|path| path.starts_with(CASES)) {
        let (tree, _) = rendered(&project(path));
        drift.hold(&path.replace(".yaml", ".md"), &render::markdown::write(&tree));
    }
    drift.settle();
}
