//! The document as a whole: sections with their headings, and everything else in its order.

use std::collections::BTreeMap;

use crate::document::{Alignment, Block, Heading, Inline};
use crate::render::typeset::Setter;
use crate::render::typeset::font::Style;
use crate::render::typeset::page::{Ink, Mark, PageReference, text_area};
use crate::render::typeset::paragraph::TextStyle;
use crate::render::typeset::strip::{Break, Galley, Strip};
use crate::render::typeset::structure::{NodeId, Role, Structure};

use super::{BODY, LINE, QUIET, beside, line_strips};

/// How wide prose is at most: lines that are longer do not read well.
const PROSE: f32 = 412.0;

/// The content of a document, ready for pages.
#[derive(Debug, Default)]
pub(in crate::render::typeset) struct Flow {
    pub(in crate::render::typeset) galleys: Vec<Galley>,
    /// Numbers of pages that are filled in later, by the link that leads there.
    pub(in crate::render::typeset) references: BTreeMap<NodeId, PageReference>,
}

impl Setter<'_> {
    /// The content of the document as galleys for its text area.
    pub(in crate::render::typeset) fn flow(&mut self) -> Flow {
        let document = self.document;
        let mut content = Flow::default();
        let mut sections: Vec<(u8, NodeId)> = Vec::new();
        let mut is_on_new_page = false;
        if !document.has_cover() && !document.meta.title.is_empty() {
            content.galleys.push(self.title(&document.meta.title));
        }
        let (width, _) = text_area(self.paper, false);
        for block in &document.blocks {
            let begun = content.galleys.len();
            let owner = sections.last().map_or(Structure::ROOT, |(_, node)| *node);
            match block {
                Block::Heading(heading) => {
                    while sections.last().is_some_and(|(level, _)| *level >= heading.level) {
                        sections.pop();
                    }
                    let owner = sections.last().map_or(Structure::ROOT, |(_, node)| *node);
                    let section = self.structure.add(owner, Role::Section);
                    sections.push((heading.level, section));
                    content.galleys.push(self.heading(heading, section, width));
                }
                Block::Cover(cover) => content.galleys.extend(self.cover(cover, width)),
                Block::Contents => self.list_of_places(&document.sections, "", owner, &mut content),
                Block::ListOfTables => self.list_of_places(&document.tables, "Table", owner, &mut content),
                Block::ListOfFigures => self.list_of_places(&document.figures, "Figure", owner, &mut content),
                Block::PageBreak => {}
                _ => {
                    let width = if is_wide(block) { width } else { width.min(PROSE) };
                    let prepared = self.prepare_block(block, BODY, owner);
                    content.galleys.extend(prepared.map(|block| self.set(block, width)));
                }
            }
            if let Some(first) = content.galleys.get_mut(begun) {
                first.is_on_new_page |= std::mem::take(&mut is_on_new_page);
            }
            is_on_new_page |= matches!(block, Block::Cover(_) | Block::PageBreak);
        }
        content
    }

    /// The title of a document that has no cover.
    fn title(&mut self, title: &str) -> Galley {
        let node = self.structure.add(Structure::ROOT, Role::Title);
        let face = Style { is_bold: true, ..Style::default() };
        let style = TextStyle { face, size: 20.0, leading: 1.2, is_hyphenated: false, ..BODY };
        let title = self.paragraph(&[Inline::Text(title.to_owned())], style, node);
        let strips = line_strips(title.lines(text_area(self.paper, false).0));
        Galley { strips, space_after: 10.0, is_kept_with_next: true, ..Galley::default() }
    }

    /// A heading: its number, and its title beside it.
    fn heading(&mut self, heading: &Heading, section: NodeId, width: f32) -> Galley {
        let spoken = crate::document::plain_text(&heading.title);
        let spoken = format!("{} {spoken}", heading.number).trim().to_owned();
        let node = self.structure.add(section, Role::Heading(heading.level, spoken));
        let (size, space_before, space_after) = match heading.level {
            1 => (17.0, 26.0, 9.0),
            2 => (14.0, 20.0, 6.0),
            3 => (12.0, 17.0, 5.0),
            4 => (10.5, 15.0, 4.0),
            5 => (10.0, 14.0, 4.0),
            _ => (10.0, 12.0, 3.0),
        };
        let face = Style { is_bold: true, is_italic: heading.level > 6, ..Style::default() };
        let style = TextStyle {
            face,
            size,
            leading: 1.25,
            is_hyphenated: false,
            alignment: Alignment::Start,
            ..BODY
        };
        let mut number = Vec::new();
        let mut indent = 0.0;
        if !heading.number.is_empty() {
            let quiet = TextStyle { colour: QUIET, ..style };
            let text = [Inline::Text(format!("{} ", heading.number))];
            let paragraph = self.paragraph(&text, quiet, node);
            indent = (paragraph.extent().maximum + 0.6 * size).min(0.4 * width);
            number = paragraph.lines(f32::INFINITY);
        }
        let title = self.paragraph(&heading.title, style, node);
        let mut strips = beside(number, line_strips(title.lines(width - indent)), indent);
        for strip in &mut strips {
            strip.after = Break::Forbidden;
        }
        if let Some(first) = strips.first_mut() {
            let ink = Ink::Anchor(heading.anchor.clone());
            first.marks.insert(0, Mark { x: 0.0, y: 0.0, owner: None, ink });
        }
        let mut room = 60.0;
        if heading.level == 1 {
            room = 150.0;
            let ink = Ink::Area { width, height: 0.6, colour: LINE };
            let marks = vec![Mark { x: 0.0, y: 4.0, owner: None, ink }];
            strips.push(Strip { height: 4.6, marks, ..Strip::default() });
        }
        let is_kept_with_next = true;
        Galley { space_before, strips, space_after, room, is_kept_with_next, ..Galley::default() }
    }
}

/// Whether a block needs the whole width of a page.
fn is_wide(block: &Block) -> bool {
    let any = |blocks: &[Block]| blocks.iter().any(is_wide);
    match block {
        Block::Table(_) | Block::Figure(_) | Block::Code(_) | Block::Rule => true,
        Block::List(list) => list.items.iter().any(|item| any(item)),
        Block::Definitions(definitions) => definitions.iter().any(|definition| any(&definition.meaning)),
        Block::Quote(inner) => any(inner),
        Block::Note(note) => any(&note.blocks),
        _ => false,
    }
}
