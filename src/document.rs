//! The document tree, and Markdown → tree.
//!
//! Templates write Markdown; [`parse`] makes the tree of it, with numbers, anchors and cross references; every
//! writer is a pure function of the tree. Texts of the user come through the same door, but as data: a template
//! prints values with [`escape`] and prose with [`neutralise_prose`].
//!
//! # The Markdown of templates
//!
//! CommonMark with pipe tables, definition lists (`Term` and below it `: meaning`) and notes
//! (`> [!NOTE]`, `TIP`, `IMPORTANT`, `WARNING`, `CAUTION`), and:
//!
//! - **Headings** `#` to `######`; deeper ones as `###### Title {.level-7}`. `{#id}` gives the anchor, `{.unnumbered}`
//!   takes the number away, `{number=A.A}` gives one, `{.unlisted}` keeps it out of the table of contents.
//! - **Cross references** are links without text: `[](#ae-pacs)` becomes `Section 4.2.1` or `Table 4.2-7`.
//! - **Code spans** hold what is copied letter by letter: UIDs, tags, codes, AE titles.
//! - **Cells**: `^^` continues the cell above, `<<` the cell to the left, `<br>` begins a new line. A row that is
//!   one cell over all columns is the heading of the rows below it.
//! - **Footnotes of tables**: `[^name]` in a cell, and `[^name]: text` on a line after the table. Names count within
//!   their table only; readers see `a`, `b` … in the order of the cells.
//! - **Directives** are comments on lines of their own, `<!-- name: key="value" key="value" -->`. In a value
//!   `&quot;`, `&lt;`, `&gt;` and `&amp;` stand for their characters; a value that went through [`escape`] needs
//!   none of them. A comment that does not look like a directive is a remark and vanishes.
//!
//! | directive | what it does |
//! |---|---|
//! | `document: title="" language="en" product="" vendor="" version="" date="" draft="false" accent="#rrggbb" caption-levels="2"` | what the document says about itself; every attribute may be left out |
//! | `table: id="" caption="" number="" header-rows="1" row-headers="0" widths="30 20 50"` | about the pipe table that follows; a table with a caption is numbered, `number="none"` prevents that |
//! | `figure: id="" caption="" number=""` | the picture of that id stands here |
//! | `contents`, `list-of-tables`, `list-of-figures` | the list stands here |
//! | `cover` … `/cover` | the cover: a heading is its title, paragraphs are lines under it, a two-column table its facts, a figure its logo (`logo` is that of the project) |
//! | `abbreviations` | the definition list that follows explains words wherever they are used |
//! | `page-break` | a new page on paper |
//!
//! HTML other than `<br>` and comments is shown as text and reported.
//!
//! # Prose
//!
//! A user may write lists, emphasis, links, code, tables, quotations and notes. Nothing else has a meaning: HTML and
//! comments are text, headings are strong paragraphs, pictures are their descriptions, and addresses other than
//! `http`, `https`, `mailto` and `#anchor` go, their text stays. [`neutralise_prose`] parses the text, lays out what
//! it found as Markdown of its own making, and carries every punctuation mark of the user as a private character
//! (see [`escape`]), so that no text can become a directive, a merged cell, or an attribute of a heading.

mod builder;
mod directive;
pub mod drawing;
mod escape;
mod inline;
mod lines;
mod manuscript;
mod notes;
mod numbering;
mod picture;
mod problem;
mod prose;
mod raster;
mod register;
mod stack;
mod svg;
mod table;
mod tree;

use std::collections::BTreeMap;

use pulldown_cmark::{Options, Parser};

pub use drawing::Drawing;
pub use escape::escape;
pub use lines::lines_of;
pub use manuscript::{BREAK, Manuscript, STAND_IN, WrittenLink, manuscript};
pub use numbering::{anchor_of, number};
pub use picture::{Image, Picture, Unfit};
pub use problem::Problem;
pub use prose::{neutralise_prose, neutralise_prose_inline, prose};
pub use raster::{Raster, RasterFormat};
pub use register::{Register, RegisteredEntity, RegisteredLink};
pub use tree::{
    Alignment, Block, Cell, Column, Cover, Definition, Document, Entry, Figure, Heading, Inline, List, Meta,
    Note, NoteKind, Numbering, Row, Table, TableNote, Target, plain_text,
};

use builder::{Author, Builder};

/// The document that the Markdown of a template describes, numbered. `pictures` are the drawings that `figure`
/// directives name. Never fails: what is wrong is in [`Document::problems`].
pub fn parse(markdown: &str, pictures: &BTreeMap<String, Picture>) -> Document {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_GFM
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST;
    let mut builder = Builder::new(Author::Template, pictures);
    Parser::new_ext(markdown, options).for_each(|event| builder.event(event));
    let mut document = builder.finish();
    number(&mut document);
    if document.meta.title.is_empty() {
        document.meta.title = title(&document.blocks);
    }
    document
}

/// The title of the cover, for a document that has not been told its title.
fn title(blocks: &[Block]) -> String {
    let title = blocks.iter().find_map(|block| match block {
        Block::Cover(cover) => Some(plain_text(&cover.title)),
        _ => None,
    });
    title.unwrap_or_default()
}
