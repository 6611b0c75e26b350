//! Word documents: WordprocessingML (ECMA-376) with real styles, in an archive of parts.

mod body;
mod error;
mod package;
mod xml;

use crate::config::Paper;
use crate::document::Document;

pub use error::Error;

use body::Body;
use package::{Package, Relationships};

/// What a Word document is written with.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The size of the pages.
    pub paper: Paper,
}

/// The namespace of WordprocessingML.
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The document as a Word document. The same tree and the same options give the same bytes.
pub fn write(document: &Document, options: &Options) -> Result<Vec<u8>, Error> {
    let mut root = Relationships::default();
    root.part("officeDocument", "word/document.xml");
    let mut body = Body::new(document, options);
    body.write();
    let mut package = Package::default();
    package.add("_rels/.rels", "", root.written());
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    package.add("word/document.xml", main, body.finish());
    Ok(package.finish()?)
}
