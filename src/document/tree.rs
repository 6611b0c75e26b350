//! The nouns of the document tree.

mod table;

use std::collections::BTreeMap;

use crate::config::Paper;

use super::picture::Picture;
use super::problem::Problem;
use super::register::Register;

pub use table::{Alignment, Cell, Column, Row, Table, TableNote};

/// A whole document: what every writer turns into its format, without asking anybody anything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// What the document says about itself.
    pub meta: Meta,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
    /// Every listed heading in reading order: the table of contents.
    pub sections: Vec<Entry>,
    /// Every table with a caption, in reading order: the list of tables.
    pub tables: Vec<Entry>,
    /// Every figure with a caption, in reading order: the list of figures.
    pub figures: Vec<Entry>,
    /// Abbreviations and what they stand for.
    pub abbreviations: BTreeMap<String, String>,
    /// What is wrong with the Markdown the tree was made from.
    pub problems: Vec<Problem>,
    /// The entities and links that the document is about, where it is about a site.
    pub register: Option<Register>,
}

impl Document {
    /// Whether the document has a cover page, which shows the title; without one, writers show the title themselves.
    pub fn has_cover(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::Cover(_)))
    }
}

/// What a document says about itself; all of it is plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meta {
    /// The title.
    pub title: String,
    /// The language as in BCP 47, such as `en`.
    pub language: String,
    /// The product the document is about, with its version.
    pub product: String,
    /// Who makes the product.
    pub vendor: String,
    /// The version of the document.
    pub version: String,
    /// The date of the document as it shall be printed.
    pub date: String,
    /// Whether the document is a draft and shall say so on every page.
    pub draft: bool,
    /// The accent colour, as `#rrggbb`, where branding asks for one.
    pub accent: Option<String>,
    /// Who may read the document, said on the cover and on every page; empty where everybody may.
    pub confidentiality: String,
    /// The family of fonts of running text, where branding asks for one; empty otherwise.
    pub text_font: String,
    /// The family of fonts of UIDs, tags and codes, where branding asks for one; empty otherwise.
    pub code_font: String,
    /// What the document is printed on.
    pub paper: Paper,
    /// How many levels of section numbers lead the numbers of tables and figures: two in PS3.2 Annex A
    /// (`Table A.4.2-1`), one in PS3.2 Annex N (`Table N.5-2`).
    pub caption_levels: usize,
}

impl Default for Meta {
    fn default() -> Self {
        Self {
            title: String::new(),
            language: "en".to_owned(),
            product: String::new(),
            vendor: String::new(),
            version: String::new(),
            date: String::new(),
            draft: false,
            accent: None,
            confidentiality: String::new(),
            text_font: String::new(),
            code_font: String::new(),
            paper: Paper::default(),
            caption_levels: 2,
        }
    }
}

/// A line of the table of contents, of the list of tables or of the list of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The level of the heading from 1; always 1 for tables and figures.
    pub level: u8,
    /// The number, such as `4.2.1` or `4.2-7`; empty where there is none.
    pub number: String,
    /// The title or the caption, as plain text.
    pub title: String,
    /// Where it leads.
    pub anchor: String,
}

/// A piece of content that stands on its own lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list, bulleted or numbered.
    List(List),
    /// Terms and what they mean.
    Definitions(Vec<Definition>),
    /// Text whose lines and spaces are kept.
    Code(String),
    /// A quotation.
    Quote(Vec<Self>),
    /// A note, a warning or the like.
    Note(Note),
    /// A table.
    Table(Table),
    /// A figure.
    Figure(Figure),
    /// The cover page.
    Cover(Cover),
    /// The table of contents stands here.
    Contents,
    /// The list of tables stands here.
    ListOfTables,
    /// The list of figures stands here.
    ListOfFigures,
    /// On paper a new page begins here.
    PageBreak,
    /// A line between two thoughts.
    Rule,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The level from 1; PS3.2 needs up to eight (A.5.2.1.2.i.1.y).
    pub level: u8,
    /// The section number such as `4.2.1`; empty where the section is not numbered.
    pub number: String,
    /// The address inside the document.
    pub anchor: String,
    /// The title.
    pub title: Vec<Inline>,
    /// Whether the section has a number, and which.
    pub numbering: Numbering,
    /// Whether the table of contents lists the section.
    pub listed: bool,
}

/// How a heading, table or figure comes by its number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Numbering {
    /// By counting.
    #[default]
    Counted,
    /// By the author's word.
    Given(String),
    /// It has none.
    None,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// The first number of a numbered list.
    pub start: Option<u64>,
    /// The items.
    pub items: Vec<Vec<Block>>,
}

/// A term and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// The term.
    pub term: Vec<Inline>,
    /// What it means.
    pub meaning: Vec<Block>,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// How much it matters.
    pub kind: NoteKind,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// How much a note matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    /// Something to know.
    Note,
    /// Something that helps.
    Tip,
    /// Something that must not be overlooked.
    Important,
    /// Something that can go wrong.
    Warning,
    /// Something that can do harm.
    Caution,
}

impl NoteKind {
    /// The word that stands before the note.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Note => "Note",
            Self::Tip => "Tip",
            Self::Important => "Important",
            Self::Warning => "Warning",
            Self::Caution => "Caution",
        }
    }
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figure {
    /// The number such as `4.1-1`; empty where the figure has none.
    pub number: String,
    /// The address inside the document.
    pub anchor: String,
    /// The caption as plain text; empty where there is none.
    pub caption: String,
    /// How the figure comes by its number.
    pub numbering: Numbering,
    /// What is to be seen.
    pub picture: Picture,
}

/// The cover page (PS3.2 section A.0).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cover {
    /// The logo.
    pub logo: Option<Picture>,
    /// The title.
    pub title: Vec<Inline>,
    /// The lines under the title.
    pub subtitle: Vec<Vec<Inline>>,
    /// What is stated about the document: label and value.
    pub facts: Vec<(Vec<Inline>, Vec<Inline>)>,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// A UID, tag, code or other text to be copied letter by letter.
    Code(String),
    /// Emphasis.
    Emphasis(Vec<Self>),
    /// Strong emphasis.
    Strong(Vec<Self>),
    /// Text that leads somewhere.
    Link {
        /// Where it leads.
        target: Target,
        /// The text.
        text: Vec<Self>,
    },
    /// A cross reference that says where it leads by itself.
    Reference {
        /// The address.
        anchor: String,
        /// What it says, such as `Section 4.2.1` or `Table 4.2-7`; empty while the tree is not numbered.
        label: String,
    },
    /// The mark of a note below the table in which the text stands.
    Footnote {
        /// The mark, such as `a`, to be shown raised.
        mark: String,
        /// The address of the note: see [`TableNote::anchor`].
        anchor: String,
    },
    /// A new line begins.
    LineBreak,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Into this document.
    Anchor(String),
    /// Elsewhere. Only `http`, `https`, `mailto` and, from templates, relative addresses come this far.
    Url(String),
}

/// The text of `inlines` without any markup, line breaks as spaces, without marks of footnotes.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    append_plain_text(inlines, &mut text);
    text
}

fn append_plain_text(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { text: inner, .. } => {
                append_plain_text(inner, out);
            }
            Inline::Reference { label, .. } => out.push_str(label),
            Inline::Footnote { .. } => {}
            Inline::LineBreak => out.push(' '),
        }
    }
}
