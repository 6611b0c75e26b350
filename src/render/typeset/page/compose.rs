//! Galleys become pages.
//!
//! Strips are placed one below the other. Where one does not fit, the page ends at the best place above: the one that
//! wastes least, counting what a poor place costs. What stood below it goes to the next page. A page always keeps at
//! least one strip, so whatever the breaks ask for, this comes to an end.

use std::collections::VecDeque;
use std::rc::Rc;

use crate::config::Paper;
use crate::render::typeset::Setter;
use crate::render::typeset::flow::Flow;
use crate::render::typeset::strip::{Break, Galley, Strip};

use super::{Layout, Margins, Page, page_size, text_area};

/// What ending a page at a poor place costs, as a share of a page that stays empty instead.
const POOR: f32 = 0.3;

/// So much of a wide page may be taken by what stands on it with a wide galley.
const LITTLE: f32 = 0.45;

/// What ending it where none should end costs.
const FORBIDDEN: f32 = 3.0;

/// The pages that hold the content of a document.
pub(in crate::render::typeset) fn compose(mut setter: Setter<'_>, flow: Flow, paper: Paper) -> Layout {
    let Flow { mut galleys, references } = flow;
    orient(&mut galleys, paper);
    let mut composer = Composer::new(paper);
    for galley in galleys {
        composer.galley(galley);
    }
    composer.end_page();
    let Composer { mut pages, bare, .. } = composer;
    setter.fill_references(&mut pages, &references);
    setter.furnish(&mut pages, &bare);
    let missing = setter.missing();
    Layout { pages, structure: setter.structure, fonts: setter.fonts, missing }
}

/// Puts what belongs to wide galleys on wide pages too: headings that stay with them, and short text between them.
fn orient(galleys: &mut [Galley], paper: Paper) {
    for place in (1..galleys.len()).rev() {
        if galleys[place].is_landscape && galleys[place - 1].is_kept_with_next {
            galleys[place - 1].is_landscape = true;
        }
    }
    let most = LITTLE * text_area(paper, true).1;
    let mut last_wide = None;
    for place in 0..galleys.len() {
        if !galleys[place].is_landscape {
            continue;
        }
        if let Some(last) = last_wide.replace(place) {
            let between = &mut galleys[last + 1..place];
            let height: f32 = between.iter().map(|galley| galley.height() + galley.space_before).sum();
            let may_move = !between.iter().any(|galley| galley.is_on_new_page || galley.room > 0.0);
            if may_move && height < most {
                for galley in between {
                    galley.is_landscape = true;
                }
            }
        }
    }
}

/// What stands at the top of further pages of a galley.
struct Repeated {
    strips: Vec<Strip>,
    height: f32,
}

/// A strip on its way to a page.
struct Item {
    strip: Strip,
    /// The gap above it.
    gap: f32,
    /// Whether its galley begins with it.
    is_first: bool,
    repeated: Option<Rc<Repeated>>,
}

/// A strip at its place.
struct Placed {
    item: Item,
    y: f32,
    bottom: f32,
}

struct Composer {
    paper: Paper,
    pages: Vec<Page>,
    /// Which pages have neither header nor footer.
    bare: Vec<bool>,
    is_landscape: bool,
    is_bare: bool,
    /// The page in the making.
    placed: Vec<Placed>,
    y: f32,
    space_after: f32,
}

impl Composer {
    fn new(paper: Paper) -> Self {
        Self {
            paper,
            pages: Vec::new(),
            bare: Vec::new(),
            is_landscape: false,
            is_bare: false,
            placed: Vec::new(),
            y: Margins::of(false).top,
            space_after: 0.0,
        }
    }

    /// Where the text of the page ends.
    fn bottom(&self) -> f32 {
        page_size(self.paper, self.is_landscape).1 - Margins::of(self.is_landscape).bottom
    }

    fn galley(&mut self, galley: Galley) {
        let Galley { space_before, strips, repeated, space_after, room, .. } = galley;
        if galley.is_landscape && !self.is_landscape && self.is_little() {
            self.turn();
        } else if galley.is_landscape != self.is_landscape {
            self.end_page();
            self.is_landscape = galley.is_landscape;
            self.y = Margins::of(self.is_landscape).top;
        }
        let may_end = self.placed.last().is_none_or(|last| last.item.strip.after != Break::Forbidden);
        if galley.is_on_new_page || (may_end && self.y + room > self.bottom()) {
            self.end_page();
        }
        self.is_bare |= galley.is_bare;
        let height = repeated.iter().map(|strip| strip.height).sum();
        let repeated = (!repeated.is_empty()).then(|| Rc::new(Repeated { strips: repeated, height }));
        let mut gap = space_before.max(std::mem::replace(&mut self.space_after, space_after));
        let last = strips.len().saturating_sub(1);
        for (place, mut strip) in strips.into_iter().enumerate() {
            if place == last {
                strip.after = if galley.is_kept_with_next { Break::Forbidden } else { Break::Good };
            }
            let gap = std::mem::take(&mut gap);
            self.place(Item { strip, gap, is_first: place == 0, repeated: repeated.clone() });
        }
    }

    /// Whether the page holds no more than what introduces a wide galley, such as a heading and a few lines.
    fn is_little(&self) -> bool {
        let most = LITTLE * text_area(self.paper, true).1;
        let is_whole = self.placed.first().is_some_and(|placed| placed.item.is_first);
        is_whole && !self.is_bare && self.y - Margins::of(false).top < most
    }

    /// Turns the page with what it holds.
    fn turn(&mut self) {
        let by = Margins::of(true).top - Margins::of(false).top;
        for placed in &mut self.placed {
            placed.y += by;
            placed.bottom += by;
        }
        self.y += by;
        self.is_landscape = true;
    }

    /// Places a strip; what has to go to further pages with it, too.
    fn place(&mut self, item: Item) {
        let mut queue = VecDeque::from([item]);
        while let Some(item) = queue.pop_front() {
            let is_top = self.placed.is_empty();
            if is_top && item.strip.marks.is_empty() && !item.is_first {
                continue;
            }
            let gap = if is_top { 0.0 } else { item.gap };
            if !is_top && self.y + gap + item.strip.height > self.bottom() + 0.01 {
                let tail = self.best_break();
                queue.push_front(item);
                for placed in self.placed.split_off(tail).into_iter().rev() {
                    queue.push_front(placed.item);
                }
                self.end_page();
                continue;
            }
            if is_top && !item.is_first {
                self.y += item.repeated.as_ref().map_or(0.0, |repeated| repeated.height);
            }
            let y = self.y + gap;
            self.y = y + item.strip.height;
            self.placed.push(Placed { item, y, bottom: self.y });
        }
    }

    /// How many of the strips of the page it keeps: at least one.
    fn best_break(&self) -> usize {
        let (bottom, height) = (self.bottom(), text_area(self.paper, self.is_landscape).1);
        let mut best = (f32::INFINITY, self.placed.len());
        for (place, placed) in self.placed.iter().enumerate().rev() {
            let empty = (bottom - placed.bottom).max(0.0) / height;
            if empty > best.0 {
                break;
            }
            let penalty = match placed.item.strip.after {
                Break::Good => 0.0,
                Break::Poor => POOR,
                Break::Forbidden => FORBIDDEN,
            };
            if empty + penalty < best.0 {
                best = (empty + penalty, place + 1);
            }
        }
        best.1
    }

    /// Ends the page, if there is anything on it.
    fn end_page(&mut self) {
        let margins = Margins::of(self.is_landscape);
        let placed = std::mem::take(&mut self.placed);
        self.y = margins.top;
        if placed.is_empty() {
            return;
        }
        let (width, height) = page_size(self.paper, self.is_landscape);
        let mut page = Page { width, height, ..Page::default() };
        for (place, Placed { item, y, .. }) in placed.into_iter().enumerate() {
            let Item { strip, is_first, repeated, .. } = item;
            if place == 0 && !is_first {
                let mut top = margins.top;
                for strip in repeated.iter().flat_map(|repeated| &repeated.strips) {
                    page.marks.extend(strip.marks.iter().map(|mark| mark.clone().moved(margins.left, top)));
                    top += strip.height;
                }
                let again = strip.at_top.iter().flat_map(|marks| marks.iter());
                page.marks.extend(again.map(|mark| mark.clone().moved(margins.left, y)));
            }
            page.marks.extend(strip.marks.into_iter().map(|mark| mark.moved(margins.left, y)));
        }
        self.pages.push(page);
        self.bare.push(std::mem::take(&mut self.is_bare));
    }
}
