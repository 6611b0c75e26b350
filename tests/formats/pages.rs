//! What placed pages say, and whether everything on them has a place of its own.

use dicomply::render::typeset::page::{Ink, Layout, Mark, Page};
use dicomply::render::typeset::structure::{ListKind, NodeId, Role, Structure};

use super::said::Said;

/// What the pages say, read by their structure.
pub(super) fn said(layout: &Layout) -> Said {
    let mut own = vec![String::new(); layout.structure.len()];
    for mark in layout.pages.iter().flat_map(|page| &page.marks) {
        if let (Some(owner), Ink::Text(run)) = (mark.owner, &mark.ink) {
            own[owner.index()].push_str(&run.text);
        }
    }
    let mut said = Said::default();
    Reader { structure: &layout.structure, own }.read(Structure::ROOT, &mut said);
    said.normal()
}

struct Reader<'l> {
    structure: &'l Structure,
    /// What the marks of each node say.
    own: Vec<String>,
}

impl Reader<'_> {
    fn read(&self, node: NodeId, said: &mut Said) {
        match self.structure.role(node) {
            // The lists of places.
            Role::Contents => return,
            // What is to be seen, and what it says, a numbered line each; not what stands in the picture.
            Role::Figure(told) => {
                said.words.extend(
                    told.lines().skip(1).filter_map(|line| Some(line.split_once(". ")?.1.to_owned())),
                );
                return;
            }
            Role::Heading(..) => said.sections.push(self.text(node)),
            Role::Caption => said.captions.push(self.text(node)),
            Role::HeaderCell(..) | Role::Cell(_) => said.cells.push(self.text(node)),
            Role::Note => said.notes.extend(self.note(node)),
            Role::CodeBlock => said.code.push(self.text(node)),
            _ => {}
        }
        let is_list = matches!(self.structure.role(node), Role::List(ListKind::Bullets | ListKind::Numbers));
        for child in self.structure.children(node) {
            if is_list {
                said.items.extend(self.first_paragraph(*child));
            }
            self.read(*child, said);
        }
    }

    /// What a node says with all below it, marks of items aside.
    fn text(&self, node: NodeId) -> String {
        let mut out = self.own[node.index()].clone();
        for child in self.structure.children(node) {
            if !self.is_label(*child) {
                out.push_str(&self.text(*child));
            }
        }
        out
    }

    /// A footnote of a table. What the document notes by itself begins with a word, such as `Note`.
    fn note(&self, node: NodeId) -> Option<String> {
        let label = self.structure.children(node).iter().find(|child| self.is_label(**child))?;
        let mark = self.text(*label);
        let is_mark = mark.chars().all(|letter| letter.is_ascii_lowercase());
        is_mark.then(|| mark + &self.text(node))
    }

    fn is_label(&self, node: NodeId) -> bool {
        *self.structure.role(node) == Role::Label
    }

    /// The first paragraph of an item, if it begins with one.
    fn first_paragraph(&self, item: NodeId) -> Option<String> {
        let children = self.structure.children(item).iter();
        let body = children.copied().find(|child| *self.structure.role(*child) == Role::ItemBody)?;
        let first = self.structure.children(body).first()?;
        (*self.structure.role(*first) == Role::Paragraph).then(|| self.text(*first))
    }
}

/// The box around a text.
#[derive(Debug, Clone, Copy)]
struct Area {
    left: f32,
    right: f32,
    top: f32,
    bottom: f32,
}

impl Area {
    fn of(mark: &Mark) -> Option<(Self, &str)> {
        let Ink::Text(run) = &mark.ink else { return None };
        // From the x-height to the base line: what overlaps here cannot be read.
        let top = mark.y - run.size * 0.5;
        let area = Self { left: mark.x, right: mark.x + run.width(), top, bottom: mark.y };
        (!run.text.trim().is_empty()).then_some((area, run.text.as_str()))
    }

    fn overlaps(&self, other: &Self) -> bool {
        let across = self.right.min(other.right) - self.left.max(other.left);
        let down = self.bottom.min(other.bottom) - self.top.max(other.top);
        across > 0.6 && down > 0.6
    }
}

/// The texts of a page that overlap others or leave the part of the page that texts fill.
pub(super) fn misplaced(page: &Page) -> Vec<String> {
    let all = page.header.iter().chain(&page.marks).chain(&page.footer);
    let mut areas: Vec<(Area, &str)> = all.filter_map(Area::of).collect();
    areas.sort_by(|(one, _), (two, _)| one.top.total_cmp(&two.top));
    let mut faults = Vec::new();
    for (index, (area, text)) in areas.iter().enumerate() {
        for (other, beside) in areas[index + 1..].iter().take_while(|(other, _)| other.top < area.bottom) {
            if area.overlaps(other) {
                faults.push(format!("`{text}` overlaps `{beside}`: {area:?} {other:?}"));
            }
        }
    }
    for mark in &page.marks {
        let Some((area, text)) = Area::of(mark) else { continue };
        let is_inside = area.left > EDGE - 1.0
            && area.right < page.width - EDGE + 1.0
            && area.top > EDGE
            && area.bottom < page.height - EDGE;
        if !is_inside {
            faults.push(format!("`{text}` leaves the page of {} × {}: {area:?}", page.width, page.height));
        }
    }
    faults
}

/// No page has a narrower margin.
const EDGE: f32 = 54.0;
