//! What stands on which page, known before anything is painted.

use std::collections::BTreeMap;

use krilla::destination::{NamedDestination, XyzDestination};
use krilla::geom::Point;

use crate::render::typeset::page::{Ink, Page};
use crate::render::typeset::structure::{NodeId, Role, Structure};

/// What stands on which page.
pub(super) struct Places {
    anchors: BTreeMap<String, XyzDestination>,
    /// Nodes that must be there although nothing is drawn for them, such as empty cells, by page.
    empty: BTreeMap<usize, Vec<NodeId>>,
}

impl Places {
    pub(super) fn of(pages: &[Page], structure: &Structure) -> Self {
        let mut anchors = BTreeMap::new();
        let mut first_pages: Vec<Option<usize>> = vec![None; structure.len()];
        for (number, page) in pages.iter().enumerate() {
            for mark in &page.marks {
                if let Some(owner) = mark.owner {
                    first_pages[owner.index()].get_or_insert(number);
                }
                if let Ink::Anchor(name) = &mark.ink {
                    let point = Point::from_xy(0.0, mark.y.clamp(0.0, page.height));
                    anchors.entry(name.clone()).or_insert_with(|| XyzDestination::new(number, point));
                }
            }
        }
        Self { anchors, empty: empty_cells(structure, &first_pages) }
    }

    /// Where an anchor is; the first page for one that is nowhere.
    pub(super) fn of_anchor(&self, anchor: &str) -> XyzDestination {
        self.anchors.get(anchor).cloned().unwrap_or_else(|| XyzDestination::new(0, Point::from_xy(0.0, 0.0)))
    }

    /// An anchor under its name, so that others may link to it; `None` if it is nowhere.
    pub(super) fn named(&self, anchor: &str) -> Option<NamedDestination> {
        self.anchors.get(anchor).map(|place| NamedDestination::new(anchor.to_owned(), place.clone()))
    }

    /// Every anchor under its name.
    pub(super) fn all_named(&self) -> impl Iterator<Item = NamedDestination> {
        self.anchors.iter().map(|(name, place)| NamedDestination::new(name.clone(), place.clone()))
    }

    /// The nodes of a page for which nothing is drawn.
    pub(super) fn empty_on(&self, page: usize) -> &[NodeId] {
        self.empty.get(&page).map_or(&[], Vec::as_slice)
    }
}

/// Cells without content. A table would have holes without them, so they are marked on the page of what stands before
/// them.
fn empty_cells(structure: &Structure, first_pages: &[Option<usize>]) -> BTreeMap<usize, Vec<NodeId>> {
    let mut is_drawn: Vec<bool> = first_pages.iter().map(Option::is_some).collect();
    for node in structure.nodes().rev() {
        let is_any_below = structure.children(node).iter().any(|child| is_drawn[child.index()]);
        is_drawn[node.index()] |= is_any_below;
    }
    let mut empty: BTreeMap<usize, Vec<NodeId>> = BTreeMap::new();
    let mut page = 0;
    for node in structure.nodes() {
        page = first_pages[node.index()].unwrap_or(page);
        let is_cell = matches!(structure.role(node), Role::Cell(_) | Role::HeaderCell(..));
        if is_cell && !is_drawn[node.index()] {
            empty.entry(page).or_default().push(node);
        }
    }
    empty
}
