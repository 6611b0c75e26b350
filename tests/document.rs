//! The document tree: the Markdown of templates, prose of users, numbers and merged cells.

use std::collections::BTreeMap;
use std::path::Path;

use dicomply::document::{Document, Image, Picture, parse};

mod footnotes;
mod hostile;
mod numbers;
mod raster;
mod spans;
mod svg;
mod written;

/// The document of a template, without pictures.
fn document(markdown: &str) -> Document {
    parse(markdown, &BTreeMap::new())
}

/// The sample in `tests/cases/render`.
fn sample() -> Document {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/render");
    let markdown = std::fs::read_to_string(folder.join("annex_a.md")).unwrap();
    let svg = std::fs::read_to_string(folder.join("annex_a.svg")).unwrap();
    let description =
        "The local activity Send images uses the Storage AE, which sends to a remote archive.".to_owned();
    let picture = Picture { image: Image::Svg(svg), description, words: Vec::new() };
    parse(&markdown, &BTreeMap::from([("data-flow".to_owned(), picture)]))
}
