//! What a document says, read from its tree and from every format.
//!
//! Compared are texts without white space and without the characters that only tell where a line may break
//! (`U+00AD`, `U+200B`, `U+2060`): lines are broken and words are hyphenated differently everywhere. A cell that says
//! nothing is left out, and so is one with the dash that stands for nothing. Bullets and numbers of items are marks,
//! not text.

use dicomply::document::{Block, Document, Inline, Table};

/// What a document says, by kind, each in reading order.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Said {
    /// Numbers and titles of sections.
    pub(super) sections: Vec<String>,
    /// Numbers and captions of tables and figures.
    pub(super) captions: Vec<String>,
    /// Cells of tables, with the marks of their footnotes.
    pub(super) cells: Vec<String>,
    /// Footnotes of tables: mark and text.
    pub(super) notes: Vec<String>,
    /// Items of lists: their first paragraphs.
    pub(super) items: Vec<String>,
    /// What figures say in words.
    pub(super) words: Vec<String>,
    /// Code that stands for itself, in and outside of tables.
    pub(super) code: Vec<String>,
}

impl Said {
    /// Everything in a form that can be compared.
    pub(super) fn normal(mut self) -> Self {
        for texts in [
            &mut self.sections,
            &mut self.captions,
            &mut self.cells,
            &mut self.notes,
            &mut self.items,
            &mut self.words,
            &mut self.code,
        ] {
            for text in texts.iter_mut() {
                *text = normal(text);
            }
            texts.retain(|text| !text.is_empty() && text != "–");
        }
        self
    }

    /// The first difference to what `other` says.
    pub(super) fn difference(&self, other: &Self) -> Option<String> {
        let kinds = [
            ("sections", &self.sections, &other.sections),
            ("captions", &self.captions, &other.captions),
            ("cells", &self.cells, &other.cells),
            ("notes", &self.notes, &other.notes),
            ("items", &self.items, &other.items),
            ("words of figures", &self.words, &other.words),
            ("code", &self.code, &other.code),
        ];
        kinds.into_iter().find_map(|(kind, one, two)| {
            let place = one.iter().zip(two).position(|(one, two)| one != two);
            let place = place.or_else(|| (one.len() != two.len()).then(|| one.len().min(two.len())))?;
            let near = |texts: &[String]| {
                texts.iter().skip(place.saturating_sub(1)).take(3).cloned().collect::<Vec<_>>().join("\n    ")
            };
            let (mine, theirs) = (one.len(), two.len());
            Some(format!(
                "{kind} differ at {place} of {mine} and {theirs}:\n    {}\n  is here\n    {}",
                near(one),
                near(two)
            ))
        })
    }

    /// What a tree says.
    pub(super) fn of_tree(document: &Document) -> Self {
        let mut said = Self::default();
        said.blocks(&document.blocks);
        said.normal()
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading(heading) => {
                    self.sections.push(format!("{}{}", heading.number, text(&heading.title)));
                }
                Block::Code(code) => self.code.push(code.clone()),
                Block::Quote(inner) => self.blocks(inner),
                Block::Note(note) => self.blocks(&note.blocks),
                Block::List(list) => {
                    for item in &list.items {
                        if let Some(Block::Paragraph(first)) = item.first() {
                            self.items.push(text(first));
                        }
                        self.blocks(item);
                    }
                }
                Block::Definitions(definitions) => {
                    for definition in definitions {
                        self.blocks(&definition.meaning);
                    }
                }
                Block::Table(table) => self.table(table),
                Block::Figure(figure) => {
                    if !figure.caption.is_empty() {
                        self.captions.push(captioned("Figure", &figure.number, &figure.caption));
                    }
                    self.words.extend(figure.picture.words.iter().cloned());
                }
                _ => {}
            }
        }
    }

    fn table(&mut self, table: &Table) {
        if !table.caption.is_empty() {
            self.captions.push(captioned("Table", &table.number, &table.caption));
        }
        for cell in table.header.iter().chain(&table.body).flat_map(|row| &row.cells) {
            self.cells.push(whole(&cell.content));
            self.blocks(&cell.content);
        }
        for note in &table.notes {
            self.notes.push(format!("{}{}", note.mark, whole(&note.content)));
            self.blocks(&note.content);
        }
    }
}

/// `text` without white space and without marks for where lines may break.
pub(super) fn normal(text: &str) -> String {
    let is_kept =
        |letter: &char| !letter.is_whitespace() && !matches!(letter, '\u{ad}' | '\u{200b}' | '\u{2060}');
    text.chars().filter(is_kept).collect()
}

fn captioned(kind: &str, number: &str, caption: &str) -> String {
    if number.is_empty() { caption.to_owned() } else { format!("{kind} {number} {caption}") }
}

/// All text of some blocks.
fn whole(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            Block::Paragraph(inlines) => out.push_str(&text(inlines)),
            Block::Code(code) => out.push_str(code),
            Block::List(list) => list.items.iter().for_each(|item| out.push_str(&whole(item))),
            Block::Quote(inner) => out.push_str(&whole(inner)),
            Block::Note(note) => out.push_str(&whole(&note.blocks)),
            _ => {}
        }
    }
    out
}

/// Running text with the marks of footnotes.
fn text(inlines: &[Inline]) -> String {
    let pieces = inlines.iter().map(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) => text.clone(),
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { text: inner, .. } => text(inner),
        Inline::Reference { label, .. } => label.clone(),
        Inline::Footnote { mark, .. } => mark.clone(),
        Inline::LineBreak => String::new(),
    });
    pieces.collect()
}
