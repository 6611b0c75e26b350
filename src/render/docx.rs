//! Word documents: WordprocessingML (ECMA-376) with real styles, in an archive of parts.

mod block;
mod body;
mod bookmark;
mod columns;
mod contents;
mod cover;
mod drawing;
mod error;
mod figure;
mod inline;
mod look;
mod measure;
mod numbering;
mod package;
mod pages;
mod parts;
mod picture;
mod place;
mod plan;
mod properties;
mod reference;
mod runs;
mod section;
mod style;
mod styles;
mod table;
mod xml;

use std::collections::BTreeMap;

use crate::config::{BrandFile, Paper};
use crate::document::Document;

pub use error::Error;

use body::{Body, Finished};
use look::{Look, Page};
use package::Package;
use picture::Medium;
use reference::{Archive, Reference};

/// What a Word document is written with.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The size of the pages.
    pub paper: Paper,
    /// A Word document that lends its styles, its theme, its fonts and the size and margins of its pages.
    pub reference: Option<BrandFile>,
    /// The pages that anchors stand on, where somebody has laid out the document already; the contents show them until
    /// Word counts by itself. Of all others they show estimates.
    pub pages: BTreeMap<String, u32>,
}

/// The namespace of WordprocessingML.
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The namespace of references to relationships.
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The part that holds the theme of a reference document.
const THEME: &str = "theme/theme1.xml";

/// The document as a Word document. The same tree and the same options give the same bytes.
pub fn write(document: &Document, options: &Options) -> Result<Vec<u8>, Error> {
    let paper = Page::of(options.paper);
    let (look, lent) = match &options.reference {
        Some(file) => {
            let mut archive = Archive::open(file)?;
            let look = Look::of(archive.page(paper)?, &document.meta);
            let lent = Reference::read(&mut archive, &look)?;
            (look, Some(lent))
        }
        None => (Look::of(paper, &document.meta), None),
    };
    let mut body = Body::new(document, options, &look);
    body.write();
    if lent.as_ref().is_some_and(|lent| lent.theme.is_some()) {
        body.relationships.part("theme", THEME);
    }
    let Finished { main, relationships, lists, media, pages } = body.finish();
    let mut package = Package::default();
    package.add("_rels/.rels", "", parts::root_relationships());
    package.add("docProps/core.xml", parts::CORE_TYPE, parts::core(&document.meta));
    package.add("docProps/app.xml", parts::APP_TYPE, parts::app(&document.meta));
    package.add("word/document.xml", parts::MAIN_TYPE, main);
    package.add("word/_rels/document.xml.rels", "", relationships.written());
    let (styles, fonts) = match lent {
        Some(Reference { styles, theme, fonts }) => {
            if let Some(theme) = theme {
                package.add(format!("word/{THEME}"), parts::THEME_TYPE, theme);
            }
            (styles, fonts)
        }
        None => (styles::written(&look, &document.meta.language), None),
    };
    package.add("word/styles.xml", parts::STYLES_TYPE, styles);
    package.add("word/numbering.xml", parts::NUMBERING_TYPE, lists.written());
    package.add("word/settings.xml", parts::SETTINGS_TYPE, parts::settings(&document.meta.language));
    package.add("word/fontTable.xml", parts::FONTS_TYPE, fonts.unwrap_or_else(|| parts::fonts(&look)));
    for (number, width) in [(1, look.text_width), (2, look.page.turned().text_width())] {
        let header = section::header(&document.meta, &look, width);
        package.add(format!("word/header{number}.xml"), parts::HEADER_TYPE, header);
        let footer = section::footer(&document.meta, &look, width, pages);
        package.add(format!("word/footer{number}.xml"), parts::FOOTER_TYPE, footer);
    }
    for Medium { name, bytes } in media {
        package.add(format!("word/{name}"), "", bytes);
    }
    Ok(package.finish()?)
}
