//! Blocks.

use crate::document::{Block, Definition, Heading, Inline, List, Note, NoteKind, plain_text};

use super::body::Body;
use super::measure::Face;
use super::numbering::{LEVELS, Lists};
use super::place::Place;
use super::properties::{Indent, Paragraph};
use super::styles::{self, DEFINITION};

impl Body<'_> {
    /// Blocks, one after another.
    pub(super) fn blocks(&mut self, blocks: &[Block], place: Place) {
        for block in blocks {
            self.block(block, place);
        }
    }

    /// A block.
    pub(super) fn block(&mut self, block: &Block, place: Place) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(text) => {
                self.paragraph(place.paragraph(), |body| body.inlines(text, place.code));
            }
            Block::List(list) => self.list(list, place),
            Block::Definitions(definitions) => self.definitions(definitions, place),
            Block::Code(code) => self.code_lines(code, place),
            Block::Quote(inner) if place.in_table => self.blocks(inner, place),
            Block::Quote(inner) => self.blocks(inner, Place { style: "Quote", ..place }),
            Block::Note(note) => self.note(note, place),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Cover(cover) => self.cover(cover),
            Block::Contents => self.contents(),
            Block::ListOfTables => self.list_of("Table"),
            Block::ListOfFigures => self.list_of("Figure"),
            Block::PageBreak => self.breaks_page = true,
            Block::Rule => {
                let style = "HorizontalRule";
                self.paragraph(Paragraph { style, ..Paragraph::default() }, |_| {});
            }
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let style = styles::heading(heading.level, heading.listed);
        let indent = heading.number.is_empty().then_some(Indent::left(0, 0));
        // A heading is not the last thing on a page.
        self.keep(1400);
        self.paragraph(Paragraph { style: &style, indent, ..Paragraph::default() }, |body| {
            body.bookmarked(&heading.anchor, |body| {
                if !heading.number.is_empty() {
                    body.text(&heading.number);
                    body.tab();
                }
                body.text(&plain_text(&heading.title));
            });
        });
    }

    fn list(&mut self, list: &List, place: Place) {
        let level = place.depth.min(LEVELS - 1);
        let number = match list.start {
            Some(start) => self.lists.numbers(place.in_table, level, start),
            None => Lists::bullets(place.in_table),
        };
        let name = styles::list(list.start.is_some(), level);
        for item in &list.items {
            let (first, rest) = match &item[..] {
                [Block::Paragraph(text), rest @ ..] => (&text[..], rest),
                rest => (&[][..], rest),
            };
            let style = if place.style == styles::BODY { &name } else { place.style };
            let indent = place.list_indent(level);
            let item = Paragraph { style, item: Some((number, level)), indent, ..Paragraph::default() };
            self.paragraph(item, |body| body.inlines(first, place.code));
            self.blocks(rest, place.in_item(level));
        }
    }

    fn definitions(&mut self, definitions: &[Definition], place: Place) {
        for Definition { term, meaning } in definitions {
            let face = Face { size: 21, is_bold: true, is_code: false };
            let is_short = face.width(&plain_text(term)) < DEFINITION - 120;
            match &meaning[..] {
                [Block::Paragraph(text), rest @ ..] if is_short && place.style == styles::BODY => {
                    let style = "DefinitionLine";
                    self.paragraph(Paragraph { style, ..Paragraph::default() }, |body| {
                        body.inlines(&[Inline::Strong(term.clone())], place.code);
                        body.tab();
                        body.inlines(text, place.code);
                    });
                    self.blocks(rest, Place { indent: Some(DEFINITION), ..place });
                }
                _ => {
                    let style = "DefinitionTerm";
                    self.paragraph(Paragraph { style, ..place.paragraph() }, |body| {
                        body.inlines(term, place.code);
                    });
                    let indent = place.indent.unwrap_or(0) + DEFINITION / 2;
                    self.blocks(meaning, Place { indent: Some(indent), ..place });
                }
            }
        }
    }

    fn code_lines(&mut self, code: &str, place: Place) {
        let style = if place.in_table { styles::TABLE_CODE_BLOCK } else { styles::CODE };
        let code = code.trim_end_matches('\n');
        self.paragraph(Paragraph { style, ..place.paragraph() }, |body| body.text(code));
    }

    fn note(&mut self, note: &Note, place: Place) {
        let (title, style) = match note.kind {
            NoteKind::Warning | NoteKind::Caution => ("WarningTitle", "Warning"),
            _ => ("NoteTitle", "Note"),
        };
        if self.keeps_off && self.cell.is_none() {
            // Two notes without anything between them would look like one.
            self.paragraph(Paragraph { style: "SectionEnd", ..Paragraph::default() }, |_| {});
        }
        self.paragraph(Paragraph { style: title, ..Paragraph::default() }, |body| {
            body.text(note.kind.title());
        });
        self.blocks(&note.blocks, Place { style, indent: None, depth: 0, ..place });
        self.keeps_off = self.cell.is_none();
    }
}

impl Place {
    /// How far items of lists are moved in where text is moved in already: the line beside a note stays straight.
    fn list_indent(self, level: u8) -> Option<Indent> {
        let is_boxed = matches!(self.style, "Note" | "Warning" | "Quote") && !self.in_table;
        is_boxed.then(|| Indent::left(styles::BOXED + styles::list_indent(level), styles::list_indent(0)))
    }

    /// What follows in an item of a list of a level from 0.
    fn in_item(self, level: u8) -> Self {
        let indent = if self.in_table { (i32::from(level) + 1) * 200 } else { styles::list_indent(level) };
        let indent = self.list_indent(level).map_or(indent, |indent| indent.left);
        Self { depth: level.saturating_add(1), indent: Some(indent), ..self }
    }
}
