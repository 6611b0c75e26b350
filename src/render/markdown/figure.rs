//! Figures: files beside the text, and what they say in words.

use crate::document::{Block, Document, Figure, Image};
use crate::render::svg;

use super::Page;
use super::inline::escape;

/// The drawings of a document as SVG, each under the name of its file.
pub fn figures(document: &Document) -> Vec<(String, String)> {
    let mut files = Vec::new();
    collect(&document.blocks, &mut files);
    files
}

fn collect(blocks: &[Block], files: &mut Vec<(String, String)>) {
    for block in blocks {
        match block {
            Block::Figure(figure) => {
                if let Image::Drawing(drawing) = &figure.picture.image {
                    files.push((file_name(figure), svg::file(drawing, &figure.picture.description)));
                }
            }
            Block::List(list) => list.items.iter().for_each(|item| collect(item, files)),
            Block::Definitions(list) => list.iter().for_each(|one| collect(&one.meaning, files)),
            Block::Quote(inner) => collect(inner, files),
            Block::Note(note) => collect(&note.blocks, files),
            _ => {}
        }
    }
}

/// The name of the file of a figure, after its address, in letters that every file system has.
fn file_name(figure: &Figure) -> String {
    let letter = |letter: char| match letter {
        _ if letter.is_ascii_alphanumeric() => letter.to_string(),
        '-' | '_' => letter.to_string(),
        _ => format!("u{:x}", u32::from(letter)),
    };
    let name: String = figure.anchor.chars().map(letter).collect();
    format!("{name}.svg")
}

impl Page<'_> {
    /// A figure: shown where there is a folder of figures, and told in words.
    pub(super) fn figure(&mut self, figure: &Figure, indent: &str) {
        self.anchor(&figure.anchor, indent);
        let picture = &figure.picture;
        let drawing = match (&picture.image, self.folder) {
            (Image::Drawing(drawing), Some(folder)) => Some((drawing, folder)),
            _ => None,
        };
        if let Some((drawing, folder)) = drawing {
            let address = format!("{}/{}", percent_encoded(folder), file_name(figure));
            self.paragraph(indent, &format!("![{}]({address})", escape(&drawing.title)));
        } else {
            self.paragraph(indent, &format!("*{}*", escape(&picture.description)));
        }
        self.caption("Figure", &figure.number, &figure.caption, indent);
        if picture.words.is_empty() {
            return;
        }
        if drawing.is_some() {
            self.paragraph(indent, "<details><summary>In words</summary>");
        }
        for (number, line) in (1..).zip(&picture.words) {
            self.line(indent, &format!("{number}. {}", escape(line)));
        }
        self.end_of_block(indent);
        if drawing.is_some() {
            self.paragraph(indent, "</details>");
        }
    }
}

/// A name as part of an address.
fn percent_encoded(name: &str) -> String {
    let encoded = name.bytes().map(|byte| match byte {
        b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    });
    encoded.collect()
}
