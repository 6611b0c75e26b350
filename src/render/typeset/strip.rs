//! Strips: what never tears across pages.

use std::rc::Rc;

use super::page::Mark;

/// A piece of a page from margin to margin that never tears: a line, a row of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Strip {
    /// How high it is.
    pub(super) height: f32,
    /// What is drawn, from its upper left corner.
    pub(super) marks: Vec<Mark>,
    /// Whether a page may end after it.
    pub(super) after: Break,
    /// What is drawn on it besides where it is the first strip of a further page: a cell that began above it is
    /// shown again. Nobody owns that.
    pub(super) at_top: Vec<Rc<Vec<Mark>>>,
}

/// Whether a page may end at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Break {
    /// Only where nothing else is possible.
    Forbidden,
    /// Rather elsewhere: inside a row of a table, where one line of a paragraph would stand alone.
    Poor,
    /// Here.
    #[default]
    Good,
}

/// What follows one another without a gap, such as the lines of a paragraph or the rows of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Galley {
    /// The gap before it; none at the top of a page.
    pub(super) space_before: f32,
    /// What it consists of.
    pub(super) strips: Vec<Strip>,
    /// What stands at the top of each further page, such as the header of a table; nobody owns it there.
    pub(super) repeated: Vec<Strip>,
    /// The gap after it; of two gaps that meet, the larger one counts.
    pub(super) space_after: f32,
    /// How much of a page must be left for it to begin there.
    pub(super) room: f32,
    /// Whether no page may end after it.
    pub(super) is_kept_with_next: bool,
    /// Whether it begins a new page.
    pub(super) is_on_new_page: bool,
    /// Whether it needs a page that is wider than high.
    pub(super) is_landscape: bool,
    /// Whether the page that it begins has neither header nor footer.
    pub(super) is_bare: bool,
}

impl Strip {
    /// A gap, which vanishes at the top of a page; the strip above it says whether a page may end there.
    pub(super) fn gap(height: f32) -> Self {
        Self { height, after: Break::Forbidden, ..Self::default() }
    }

    /// Moves everything on it.
    pub(super) fn shift(&mut self, x: f32, y: f32) {
        for mark in &mut self.marks {
            mark.x += x;
            mark.y += y;
        }
        if !self.at_top.is_empty() {
            let moved = |marks: &Rc<Vec<Mark>>| {
                Rc::new(marks.iter().map(|mark| mark.clone().moved(x, y)).collect::<Vec<_>>())
            };
            self.at_top = self.at_top.iter().map(moved).collect();
        }
    }
}

impl Galley {
    /// How high it is where no page ends in it.
    pub(super) fn height(&self) -> f32 {
        self.strips.iter().map(|strip| strip.height).sum()
    }
}
