//! Blocks laid out as lines, for places that hold running text only.

use super::tree::{Block, Cell, Inline, List, Table};

/// How much further right the items of a list in a list begin.
const INDENT: &str = "\u{a0}\u{a0}";

/// `blocks` as lines of running text: items of lists behind `• ` or their numbers, code line by line.
pub fn lines_of(blocks: &[Block]) -> Vec<Vec<Inline>> {
    let mut lines = Vec::new();
    collect(blocks, 0, &mut lines);
    lines
}

/// `lines` as one running text.
pub(super) fn joined(lines: Vec<Vec<Inline>>) -> Vec<Inline> {
    let mut text = Vec::new();
    for (index, line) in lines.into_iter().enumerate() {
        if index > 0 {
            text.push(Inline::LineBreak);
        }
        text.extend(line);
    }
    text
}

fn collect(blocks: &[Block], depth: usize, lines: &mut Vec<Vec<Inline>>) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => lines.push(text.clone()),
            Block::Heading(heading) => lines.push(heading.title.clone()),
            Block::Code(code) => {
                let texts = code.lines().filter(|text| !text.trim().is_empty());
                lines.extend(texts.map(|text| vec![Inline::Code(text.to_owned())]));
            }
            Block::Quote(inner) => collect(inner, depth, lines),
            Block::Note(note) => collect(&note.blocks, depth, lines),
            Block::List(list) => collect_list(list, depth, lines),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    lines.push(definition.term.clone());
                    collect(&definition.meaning, depth, lines);
                }
            }
            Block::Table(table) => collect_table(table, lines),
            _ => {}
        }
    }
}

fn collect_list(list: &List, depth: usize, lines: &mut Vec<Vec<Inline>>) {
    for (index, item) in (0u64..).zip(&list.items) {
        let mark = list.start.map_or("• ".to_owned(), |start| format!("{}. ", start.saturating_add(index)));
        let first = lines.len();
        collect(item, depth + 1, lines);
        let begins = matches!(item.first(), Some(Block::List(_)) | None);
        if begins {
            lines.insert(first, Vec::new());
        }
        if let Some(line) = lines.get_mut(first) {
            line.insert(0, Inline::Text(format!("{}{mark}", INDENT.repeat(depth))));
        }
    }
}

/// A row is a line.
fn collect_table(table: &Table, lines: &mut Vec<Vec<Inline>>) {
    for row in table.header.iter().chain(&table.body) {
        let cells: Vec<String> = row.cells.iter().map(Cell::plain_text).collect();
        lines.push(vec![Inline::Text(cells.join("; "))]);
    }
}
