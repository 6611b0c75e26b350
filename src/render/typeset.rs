//! From the document tree to placed pages: fonts, lines, tables, pages. Knows no file format.
//!
//! ```text
//! blocks ──prepare──▶ shaped, not yet broken ──set(width)──▶ strips ──pages──▶ marks at their places
//! ```
//!
//! A strip is what never tears: a line of text, a row of a table. Whatever can be read has an owner in the
//! [`Structure`], the tree by which a reader who cannot see the page is guided; everything else is furniture.
//! All lengths are points of 1/72 inch, y grows downwards.

mod character;
mod flow;
pub mod font;
pub mod page;
mod paragraph;
mod strip;
pub mod structure;
pub(super) mod table;

use crate::config::{BrandFile, Paper};
use crate::document::Document;

pub use page::{Layout, Page};
pub use table::{TablePlan, table_plans};

use font::{Fonts, MissingCharacter, UnusableFont};
use structure::Structure;

/// What a document is typeset with.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The size of the pages.
    pub paper: Paper,
    /// Fonts for running text instead of the built-in one: its faces in any order.
    pub text_fonts: Vec<BrandFile>,
    /// Fonts for codes instead of the built-in one.
    pub code_fonts: Vec<BrandFile>,
    /// Fonts that are asked for the characters that the others lack, in this order.
    pub fallback_fonts: Vec<BrandFile>,
}

/// The pages of a document. The same input gives the same pages.
pub fn typeset(document: &Document, options: &Options) -> Result<Layout, UnusableFont> {
    let fonts = Fonts::of(options, &document.meta.language)?;
    let mut setter = Setter { document, fonts, structure: Structure::new(), paper: options.paper };
    let flow = setter.flow();
    Ok(page::compose(setter, flow, options.paper))
}

/// What is needed wherever something is set.
struct Setter<'d> {
    document: &'d Document,
    fonts: Fonts,
    structure: Structure,
    paper: Paper,
}

impl Setter<'_> {
    /// The characters that no font has, each once, in the order of the document.
    fn missing(&self) -> Vec<MissingCharacter> {
        font::missing(self.document, &self.fonts)
    }
}
