//! How many links lead from group to group, as a table: the arrows of so many could not be followed.

use crate::document::drawing::Area;
use crate::document::drawing::{Fill, Ink, Point, Stroke};
use crate::document::{Alignment, Drawing};
use crate::render::figure::canvas::{Canvas, LINE, first_base, height_of};
use crate::render::figure::metrics::{BOLD, SMALL, width};
use crate::render::figure::topology::sheet::Sheet;
use crate::render::figure::wrap::{Line, cropped};

/// The width of the names.
const NAMES: i32 = 220;

/// The size of a cell.
const CELL: (i32, i32) = (46, 20);

/// How many groups stand beside each other, and one below the other.
const MOST: (usize, usize) = (9, 14);

/// The space around everything.
const MARGIN: i32 = 4;

/// The table in as many parts as it needs to be read.
pub(super) fn draw(sheet: &Sheet, title: &str) -> Vec<Drawing> {
    let cards: Vec<usize> = (0..sheet.cards.len()).collect();
    let mut counts = indexmap::IndexMap::new();
    for wire in &sheet.wires {
        let (one, other) = (wire.source.card, wire.target.card);
        counts.insert((one.min(other), one.max(other)), wire.links.len());
    }
    let mut drawings = Vec::new();
    for rows in cards.chunks(MOST.1) {
        for columns in cards.chunks(MOST.0) {
            // What stands left of the diagonal says the same as what stands right of it.
            let has_some = rows.iter().any(|row| {
                columns.iter().any(|column| row < column && counts.contains_key(&(*row, *column)))
            });
            if has_some {
                drawings.push(part(
                    sheet,
                    rows,
                    columns,
                    &|one, other| {
                        counts.get(&(one.min(other), one.max(other))).copied().filter(|_| one != other)
                    },
                    title,
                ));
            }
        }
    }
    if drawings.is_empty() {
        let parts = cards.chunks(MOST.1);
        drawings = parts.map(|rows| part(sheet, rows, &[], &|_, _| None, title)).collect();
    }
    drawings
}

fn part(
    sheet: &Sheet,
    rows: &[usize],
    columns: &[usize],
    count: &dyn Fn(usize, usize) -> Option<usize>,
    title: &str,
) -> Drawing {
    let mut canvas = Canvas::default();
    let head = |at: &usize| cropped(&sheet.cards[*at].rows[0].name, SMALL, 5, |_| CELL.0 - 4);
    let heads: Vec<Vec<Line>> = columns.iter().map(head).collect();
    let top = MARGIN + height_of(heads.iter().map(Vec::len).max().unwrap_or(0)) + 8;
    let left = MARGIN + NAMES;
    let right = left + i32::try_from(columns.len()).unwrap_or(0) * CELL.0;
    for (number, head) in (0..).zip(&heads) {
        let x = left + number * CELL.0 + CELL.0 / 2;
        let mut at = Point::new(x, top - 8 - height_of(head.len()) + 12);
        for line in head {
            canvas.text(line, SMALL, at, Alignment::Center, Ink::Text);
            at.y += LINE;
        }
    }
    let mut y = top;
    for row in rows {
        canvas.line(&[Point::new(MARGIN, y), Point::new(right, y)], Stroke::Quiet);
        let card = &sheet.cards[*row].rows[0];
        let name = cropped(&card.name, BOLD, 2, |_| NAMES - 12);
        let note = cropped(&card.note, SMALL, 2, |_| NAMES - 12);
        let height = (height_of(name.len() + note.len()) + 8).max(CELL.1 + 8);
        let middle = y + height / 2;
        let mut at = Point::new(MARGIN + 2, first_base(name.len() + note.len(), middle));
        for (line, face, ink) in name
            .iter()
            .map(|line| (line, BOLD, Ink::Text))
            .chain(note.iter().map(|line| (line, SMALL, Ink::Quiet)))
        {
            canvas.text(line, face, at, Alignment::Start, ink);
            at.y += LINE;
        }
        for (number, column) in (0..).zip(columns) {
            let Some(count) = count(*row, *column) else { continue };
            let text = count.to_string();
            let line = Line { width: width(&text, SMALL), text };
            let x = left + number * CELL.0;
            let area = Area { x: x + 2, y: middle - CELL.1 / 2, width: CELL.0 - 4, height: CELL.1 };
            canvas.rectangle(area, 3, Fill::Tint, Stroke::None);
            let at = Point::new(area.middle().x, middle + 4);
            canvas.text(&line, SMALL, at, Alignment::Center, Ink::Text);
        }
        y += height;
    }
    canvas.line(&[Point::new(MARGIN, y), Point::new(right, y)], Stroke::Quiet);
    canvas.finish(title.to_owned(), right + MARGIN, y + MARGIN)
}
