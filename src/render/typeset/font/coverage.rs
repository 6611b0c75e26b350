//! Which characters of a document no font has.

use std::collections::HashSet;

use crate::document::{Block, Document, Image, Inline, Picture, Row, Table, drawing::Mark};

use crate::render::typeset::character::{is_break_mark, is_control, is_ignorable, is_private};

use super::{Fonts, MissingCharacter};

/// The characters of a document that no font has, each where it occurs first.
pub(in crate::render::typeset) fn missing(document: &Document, fonts: &Fonts) -> Vec<MissingCharacter> {
    let mut reader = Reader { fonts, seen: HashSet::new(), section: String::new(), missing: Vec::new() };
    let meta = &document.meta;
    for text in [&meta.title, &meta.product, &meta.vendor, &meta.version, &meta.date, &meta.confidentiality] {
        reader.text(text);
    }
    reader.blocks(&document.blocks);
    reader.missing
}

struct Reader<'r> {
    fonts: &'r Fonts,
    seen: HashSet<char>,
    section: String,
    missing: Vec<MissingCharacter>,
}

impl Reader<'_> {
    fn text(&mut self, text: &str) {
        // Every font has what every keyboard has.
        for character in text.chars().filter(|character| !character.is_ascii()) {
            if self.seen.insert(character) && !self.is_shown(character) {
                self.missing.push(MissingCharacter { character, section: self.section.clone() });
            }
        }
    }

    fn is_shown(&self, character: char) -> bool {
        let is_seen = !character.is_whitespace()
            && !is_control(character)
            && !is_break_mark(character)
            && !is_ignorable(character);
        !is_seen || !is_private(character) && self.fonts.has(character)
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) | Inline::Code(text) => self.text(text),
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { text: inner, .. } => {
                    self.inlines(inner);
                }
                Inline::Reference { label, .. } => self.text(label),
                Inline::Footnote { mark, .. } => self.text(mark),
                Inline::LineBreak => {}
            }
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => {
                self.section.clone_from(&heading.anchor);
                self.inlines(&heading.title);
            }
            Block::Paragraph(text) => self.inlines(text),
            Block::List(list) => list.items.iter().for_each(|item| self.blocks(item)),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    self.inlines(&definition.term);
                    self.blocks(&definition.meaning);
                }
            }
            Block::Code(text) => self.text(text),
            Block::Quote(blocks) => self.blocks(blocks),
            Block::Note(note) => self.blocks(&note.blocks),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => {
                self.text(&figure.caption);
                self.picture(&figure.picture);
            }
            Block::Cover(cover) => {
                self.inlines(&cover.title);
                cover.subtitle.iter().for_each(|line| self.inlines(line));
                for (label, value) in &cover.facts {
                    self.inlines(label);
                    self.inlines(value);
                }
            }
            Block::Contents | Block::ListOfTables | Block::ListOfFigures | Block::PageBreak | Block::Rule => {
            }
        }
    }

    fn table(&mut self, table: &Table) {
        self.text(&table.caption);
        let rows = table.header.iter().chain(&table.body);
        rows.flat_map(|row: &Row| &row.cells).for_each(|cell| self.blocks(&cell.content));
        table.notes.iter().for_each(|note| self.blocks(&note.content));
    }

    fn picture(&mut self, picture: &Picture) {
        picture.words.iter().for_each(|word| self.text(word));
        let Image::Drawing(drawing) = &picture.image else { return };
        for mark in &drawing.marks {
            if let Mark::Text(text) = mark {
                self.text(&text.text);
            }
        }
    }
}
