//! Marks of the footnotes of a table: `a`, `b` … in the order in which its cells use them.

use std::collections::HashMap;

use super::problem::Problem;
use super::tree::{Block, Inline, Table, TableNote};

/// Gives the notes of `table` their marks, and the addresses that `address` makes of them, and brings them into their
/// order. Before, the name of a note stands for its mark.
pub(super) fn settle(
    table: &mut Table,
    address: &mut impl FnMut(&str) -> String,
    problems: &mut Vec<Problem>,
) {
    let mut used: Vec<String> = Vec::new();
    for row in table.header.iter_mut().chain(&mut table.body) {
        for cell in &mut row.cells {
            each_mark(&mut cell.content, &mut |inline| {
                if let Inline::Footnote { mark, .. } = inline {
                    used.push(mark.clone());
                }
            });
        }
    }
    if used.is_empty() && table.notes.is_empty() {
        return;
    }
    let marks = ordered(table, used, address, problems);
    for row in table.header.iter_mut().chain(&mut table.body) {
        for cell in &mut row.cells {
            each_mark(&mut cell.content, &mut |inline| {
                let Inline::Footnote { mark: name, .. } = &*inline else { return };
                *inline = match marks.get(name) {
                    Some((mark, anchor)) => Inline::Footnote { mark: mark.clone(), anchor: anchor.clone() },
                    None => Inline::Text(format!("[^{name}]")),
                };
            });
        }
    }
}

/// Puts the notes of `table` into the order of `used`, unused ones behind; mark and address of each name.
fn ordered(
    table: &mut Table,
    used: Vec<String>,
    address: &mut impl FnMut(&str) -> String,
    problems: &mut Vec<Problem>,
) -> HashMap<String, (String, String)> {
    let mut places = HashMap::new();
    for name in used {
        let next = places.len();
        places.entry(name).or_insert(next);
    }
    let mut notes: Vec<(usize, TableNote)> = Vec::new();
    for note in std::mem::take(&mut table.notes) {
        // A second text of the same name has no place any more, and is unused.
        let place = places.remove(&note.mark).unwrap_or_else(|| {
            problems.push(Problem::UnusedFootnote { name: note.mark.clone() });
            usize::MAX
        });
        notes.push((place, note));
    }
    let mut unknown: Vec<(usize, String)> = places.into_iter().map(|(name, place)| (place, name)).collect();
    unknown.sort_unstable();
    problems.extend(unknown.into_iter().map(|(_, name)| Problem::UnknownFootnote { name }));
    notes.sort_by_key(|(place, _)| *place);
    let mut marks = HashMap::new();
    for (index, (place, note)) in notes.iter_mut().enumerate() {
        let mark = letters(index);
        note.anchor = address(&mark);
        let name = std::mem::replace(&mut note.mark, mark);
        if *place != usize::MAX {
            marks.insert(name, (note.mark.clone(), note.anchor.clone()));
        }
    }
    table.notes = notes.into_iter().map(|(_, note)| note).collect();
    marks
}

/// `a` to `z`, then `aa`, `ab` …
fn letters(index: usize) -> String {
    let mut mark = String::new();
    let mut rest = index + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        mark.insert(0, char::from(b'a' + letter));
        rest = (rest - 1) / 26;
    }
    mark
}

/// Calls `then` for every footnote mark in a cell.
fn each_mark(blocks: &mut [Block], then: &mut impl FnMut(&mut Inline)) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => each_mark_of(text, then),
            Block::List(list) => list.items.iter_mut().for_each(|item| each_mark(item, then)),
            _ => {}
        }
    }
}

fn each_mark_of(text: &mut [Inline], then: &mut impl FnMut(&mut Inline)) {
    for inline in text {
        match inline {
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { text: inner, .. } => {
                each_mark_of(inner, then);
            }
            Inline::Footnote { .. } => then(inline),
            _ => {}
        }
    }
}
