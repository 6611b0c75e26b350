//! The main part: sections and paragraphs.

use std::collections::HashMap;

use crate::document::{Block, Document};

use super::bookmark::Bookmarks;
use super::columns::Plan;
use super::look::Look;
use super::measure::Face;
use super::numbering::Lists;
use super::package::Relationships;
use super::pages::Pages;
use super::picture::Medium;
use super::place::Place;
use super::properties::{Line, Paragraph};
use super::section::{self, Furniture, Kind};
use super::xml::{Attribute, Xml};
use super::{Options, RELATIONSHIPS, WORD, plan, styles};

/// The main part in the making.
pub(super) struct Body<'d> {
    pub(super) document: &'d Document,
    pub(super) options: &'d Options,
    pub(super) look: &'d Look,
    pub(super) xml: Xml,
    pub(super) relationships: Relationships,
    pub(super) bookmarks: Bookmarks,
    pub(super) lists: Lists,
    pub(super) pages: Pages,
    /// What stands above and below upright pages and pages on their side.
    furniture: [Furniture; 2],
    /// The section that is being filled.
    kind: Kind,
    is_empty: bool,
    /// Whether the next paragraph begins a page.
    pub(super) breaks_page: bool,
    /// Whether the next paragraph keeps off what is above it.
    pub(super) keeps_off: bool,
    /// The width that text may take.
    pub(super) width: i32,
    /// Whether a cell is being filled, and how high its content is so far.
    pub(super) cell: Option<i32>,
    /// How wide the text of the paragraph is so far.
    pub(super) line: i32,
    /// What the paragraph is set in.
    pub(super) face: Face,
    /// Where the numbers of pages will stand, and what they are the numbers of.
    pub(super) holes: Vec<(usize, String)>,
    /// How many tables and figures there are, as Word counts.
    pub(super) counts: HashMap<&'static str, u32>,
    /// How the table that comes next is set, if that is decided already.
    pub(super) plan: Option<Plan>,
    /// Whether the text of the table is smaller than that of others.
    pub(super) is_small: bool,
    /// The files of pictures.
    pub(super) media: Vec<Medium>,
    measures: HashMap<String, Measure>,
}

/// What has been made.
pub(super) struct Finished {
    pub(super) main: Vec<u8>,
    pub(super) relationships: Relationships,
    pub(super) lists: Lists,
    pub(super) media: Vec<Medium>,
    /// How many pages there probably are.
    pub(super) pages: u32,
}

/// How much room a style takes.
#[derive(Debug, Clone, Copy)]
struct Measure {
    face: Face,
    before: i32,
    after: i32,
    left: i32,
    line: i32,
}

impl<'d> Body<'d> {
    pub(super) fn new(document: &'d Document, options: &'d Options, look: &'d Look) -> Self {
        let mut relationships = Relationships::default();
        for (kind, name) in [
            ("styles", "styles"),
            ("numbering", "numbering"),
            ("settings", "settings"),
            ("fontTable", "fontTable"),
        ] {
            relationships.part(kind, &format!("{name}.xml"));
        }
        let furniture = [1, 2].map(|number| Furniture {
            header: relationships.part("header", &format!("header{number}.xml")),
            footer: relationships.part("footer", &format!("footer{number}.xml")),
        });
        Self {
            document,
            options,
            look,
            xml: Xml::new(),
            relationships,
            bookmarks: Bookmarks::default(),
            lists: Lists::default(),
            pages: Pages::new(look.page.text_height()),
            furniture,
            kind: Kind::Upright,
            is_empty: true,
            breaks_page: false,
            keeps_off: false,
            width: look.text_width,
            cell: None,
            line: 0,
            face: Face { size: 21, is_bold: false, is_code: false },
            holes: Vec::new(),
            counts: HashMap::new(),
            plan: None,
            is_small: false,
            media: Vec::new(),
            measures: measures(look),
        }
    }

    /// Writes all of it.
    pub(super) fn write(&mut self) {
        let document = self.document;
        self.xml.open("w:document", &NAMESPACES);
        self.xml.open("w:body", &[]);
        if !document.has_cover() && !document.meta.title.is_empty() {
            self.paragraph(Paragraph { style: "Title", ..Paragraph::default() }, |body| {
                body.text(&document.meta.title);
            });
        }
        let kinds = plan::kinds(&document.blocks, self.look);
        for (block, (kind, plan)) in document.blocks.iter().zip(kinds) {
            self.go_into(kind);
            self.plan = plan;
            self.block(block, Place::BODY);
        }
        if self.is_empty || matches!(document.blocks.last(), Some(Block::Table(_) | Block::Cover(_))) {
            // A table cannot be the last thing.
            self.paragraph(Paragraph { style: "SectionEnd", ..Paragraph::default() }, |_| {});
        }
        self.section(self.kind);
        self.xml.close("w:body");
        self.xml.close("w:document");
    }

    /// The bytes of the part, every number of a page in its place.
    pub(super) fn finish(self) -> Finished {
        let Self { xml, holes, pages, options, relationships, lists, media, .. } = self;
        let bytes = xml.finish();
        let mut filled = Vec::with_capacity(bytes.len() + holes.len() * 4);
        let mut from = 0;
        for (at, anchor) in holes {
            filled.extend_from_slice(&bytes[from..at]);
            let page = options.pages.get(&anchor).copied().unwrap_or_else(|| pages.of(&anchor));
            filled.extend_from_slice(page.to_string().as_bytes());
            from = at;
        }
        filled.extend_from_slice(&bytes[from..]);
        Finished { main: filled, relationships, lists, media, pages: pages.count() }
    }

    /// Ends the section that is being filled if something of another kind comes.
    fn go_into(&mut self, kind: Kind) {
        if self.kind != kind && !self.is_empty {
            let kind = self.kind;
            self.xml.open("w:p", &[]);
            self.xml.open("w:pPr", &[]);
            self.xml.value("w:pStyle", "SectionEnd");
            self.section(kind);
            self.xml.close("w:pPr");
            self.xml.close("w:p");
            self.breaks_page = false;
            self.keeps_off = false;
        }
        if self.kind != kind {
            self.kind = kind;
            let page = self.page();
            self.width = page.text_width();
            self.pages.turn_to(page.text_height());
        }
        self.is_empty = false;
    }

    /// The page that is being filled.
    pub(super) fn page(&self) -> super::look::Page {
        if self.kind == Kind::Turned { self.look.page.turned() } else { self.look.page }
    }

    fn section(&mut self, kind: Kind) {
        let furniture = &self.furniture[usize::from(kind == Kind::Turned)];
        section::write(&mut self.xml, kind, self.look.page, furniture);
    }

    /// A paragraph.
    pub(super) fn paragraph(&mut self, look: Paragraph, content: impl FnOnce(&mut Self)) {
        let measure = self.measures.get(look.style).copied().unwrap_or(DEFAULT);
        let mut look = look;
        self.is_empty = false;
        if self.cell.is_none() {
            if std::mem::take(&mut self.breaks_page) {
                look.page_break_before = true;
                self.pages.turn();
            }
            if std::mem::take(&mut self.keeps_off) && measure.before < GAP {
                look.space_before = Some(GAP);
            }
        }
        (self.line, self.face) = (0, measure.face);
        self.xml.open("w:p", &[]);
        look.write(&mut self.xml);
        content(self);
        self.xml.close("w:p");
        let left = look.indent.map_or(measure.left, |indent| indent.left);
        let lines = self.line / (self.width - left).max(400) + 1;
        let height = measure.before + measure.after + lines.saturating_mul(measure.line);
        match &mut self.cell {
            Some(cell) => *cell = cell.saturating_add(height),
            None => self.pages.take(height),
        }
    }

    /// Begins a page, as far as can be told, if so much does not fit.
    pub(super) fn keep(&mut self, height: i32) {
        if self.cell.is_none() && !self.pages.fits(height) {
            self.pages.turn();
        }
    }
}

/// The namespaces of the main part.
const NAMESPACES: [Attribute; 8] = [
    ("xmlns:w", &WORD),
    ("xmlns:r", &RELATIONSHIPS),
    ("xmlns:mc", &"http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("xmlns:wp", &"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", &"http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:pic", &"http://schemas.openxmlformats.org/drawingml/2006/picture"),
    ("xmlns:wpg", &"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"),
    ("xmlns:wps", &"http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
];

/// How far text keeps off a table above it.
const GAP: i32 = 200;

const DEFAULT: Measure = Measure {
    face: Face { size: 21, is_bold: false, is_code: false },
    before: 0,
    after: 0,
    left: 0,
    line: 278,
};

/// How much room each style takes.
fn measures(look: &Look) -> HashMap<String, Measure> {
    let mut measures: HashMap<String, Measure> = HashMap::new();
    styles::each(look, &mut |style| {
        let base = measures.get(style.based_on).copied().unwrap_or(DEFAULT);
        let size = style.run.size.unwrap_or(base.face.size);
        let is_bold = style.run.bold.unwrap_or(base.face.is_bold);
        let is_code = style.run.font.is_some() || base.face.is_code;
        let share = match style.paragraph.spacing.map(|spacing| spacing.line) {
            Some(Line::Share(share)) => share,
            _ => base.line * 480 / (base.face.size * 23),
        };
        let measure = Measure {
            face: Face { size, is_bold, is_code },
            before: style.paragraph.spacing.map_or(base.before, |spacing| spacing.before),
            after: style.paragraph.spacing.map_or(base.after, |spacing| spacing.after),
            left: style.paragraph.indent.map_or(base.left, |indent| indent.left),
            line: size * 10 * 115 / 100 * share / 240,
        };
        measures.insert(style.id.clone(), measure);
    });
    measures
}
