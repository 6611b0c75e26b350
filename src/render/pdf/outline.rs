//! The outline: what readers show beside the pages as bookmarks.

use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::outline::{Outline, OutlineNode};

use crate::document::{Document, Entry};

use super::places::Places;

/// The sections, nested as they are in the document.
pub(super) fn of(document: &Document, places: &Places) -> Outline {
    // The entries that are still open, each with its level.
    let mut open: Vec<(u8, OutlineNode)> = Vec::new();
    let mut outline = Outline::new();
    for entry in &document.sections {
        close(&mut open, &mut outline, entry.level);
        open.push((entry.level, OutlineNode::new(text(entry), places.of_anchor(&entry.anchor))));
    }
    close(&mut open, &mut outline, 0);
    if document.sections.is_empty() {
        let title = if document.meta.title.is_empty() { "Untitled" } else { &document.meta.title };
        let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
        outline.push_child(OutlineNode::new(title.to_owned(), top));
    }
    outline
}

/// Closes what is not above `level`.
fn close(open: &mut Vec<(u8, OutlineNode)>, outline: &mut Outline, level: u8) {
    while open.last().is_some_and(|(last, _)| *last >= level) {
        let Some((_, node)) = open.pop() else { return };
        match open.last_mut() {
            Some((_, parent)) => parent.push_child(node),
            None => outline.push_child(node),
        }
    }
}

fn text(entry: &Entry) -> String {
    if entry.number.is_empty() { entry.title.clone() } else { format!("{} {}", entry.number, entry.title) }
}
