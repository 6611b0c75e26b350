//! The main part.

use crate::document::{Block, Document, plain_text};

use super::xml::Xml;
use super::{Options, WORD};

/// The main part in the making.
pub(super) struct Body<'d> {
    document: &'d Document,
    options: &'d Options,
    xml: Xml,
}

impl<'d> Body<'d> {
    pub(super) fn new(document: &'d Document, options: &'d Options) -> Self {
        Self { document, options, xml: Xml::new() }
    }

    pub(super) fn write(&mut self) {
        self.xml.open("w:document", &[("xmlns:w", &WORD)]);
        self.xml.open("w:body", &[]);
        for block in &self.document.blocks {
            match block {
                Block::Heading(heading) => {
                    self.paragraph(&format!("{} {}", heading.number, plain_text(&heading.title)));
                }
                Block::Paragraph(text) => self.paragraph(&plain_text(text)),
                _ => {}
            }
        }
        self.section();
        self.xml.close("w:body");
        self.xml.close("w:document");
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.xml.finish()
    }

    fn paragraph(&mut self, text: &str) {
        self.xml.open("w:p", &[]);
        self.xml.open("w:r", &[]);
        self.xml.text_element("w:t", &[("xml:space", &"preserve")], text);
        self.xml.close("w:r");
        self.xml.close("w:p");
    }

    fn section(&mut self) {
        let (width, height) = self.options.paper.size_in_twentieths();
        self.xml.open("w:sectPr", &[]);
        self.xml.empty("w:pgSz", &[("w:w", &width), ("w:h", &height)]);
        self.xml.close("w:sectPr");
    }
}
