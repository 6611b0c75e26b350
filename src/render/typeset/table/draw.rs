//! Rules, tints and text of a table.

use std::ops::Range;
use std::rc::Rc;

use crate::render::typeset::page::{Colour, Ink, Mark};
use crate::render::typeset::strip::Strip;

use super::PADDING;
use super::content::Kind;
use super::cut::Slice;
use super::grid::{Cell, Rows};

/// Above and below a table, and below its header.
const FRAME: Rule = Rule { height: 0.75, colour: Colour(0x66, 0x70, 0x7b) };
/// Under the label of several columns.
const LABEL: Rule = Rule { height: 0.5, colour: Colour(0x66, 0x70, 0x7b) };
/// Between groups of rows.
const GROUP: Rule = Rule { height: 0.5, colour: Colour(0x8e, 0x98, 0xa3) };
/// Between rows.
const ROW: Rule = Rule { height: 0.4, colour: Colour(0xcd, 0xd3, 0xda) };
/// Behind the header.
const TINT: Colour = Colour(0xf0, 0xf2, 0xf5);
/// Behind the heading of a group of rows.
const GROUP_TINT: Colour = Colour(0xf7, 0xf8, 0xfa);

/// A horizontal line.
#[derive(Debug, Clone, Copy)]
struct Rule {
    height: f32,
    colour: Colour,
}

impl Rule {
    /// The line above a height.
    fn mark(self, x: Range<f32>, y: f32) -> Mark {
        let ink = Ink::Area { width: x.end - x.start, height: self.height, colour: self.colour };
        Mark { x: x.start, y: y - self.height, owner: None, ink }
    }
}

/// A table that is placed but not yet drawn.
pub(super) struct Drawing<'t> {
    pub(super) rows: &'t Rows,
    /// Where each column begins; the last number is where the table ends.
    pub(super) columns: Vec<f32>,
    /// How many rows the header has.
    pub(super) head: usize,
    /// For each row, the cells that go on below it.
    pub(super) crossing: &'t [Vec<usize>],
}

impl Drawing<'_> {
    /// The strips of the table.
    pub(super) fn strips(&self, cells: Vec<Cell>, slices: Vec<Slice>) -> Vec<Strip> {
        let bottoms: Vec<f32> = slices.iter().map(|slice| slice.bottom).collect();
        let mut strips = Strips::of(slices);
        self.tint(&cells, &mut strips);
        let mut rules = Vec::new();
        self.rules(&cells, &mut rules);
        for line in cells.into_iter().flat_map(|cell| cell.lines) {
            let strip = strips.at(line.solid().0);
            let y = line.y - strip.0;
            strip.1.marks.extend(line.strip.marks.into_iter().map(|mark| mark.moved(0.0, y)));
        }
        for rule in rules {
            let (top, strip) = strips.at(rule.y);
            strip.marks.push(rule.moved(0.0, -top));
        }
        debug_assert_eq!(bottoms.len(), strips.strips.len());
        if self.head == 0 {
            let rule = Rc::new(vec![self.top_rule()]);
            strips.strips.iter_mut().skip(1).for_each(|strip| strip.at_top.push(Rc::clone(&rule)));
        }
        strips.strips
    }

    fn x(&self, columns: &Range<usize>) -> Range<f32> {
        let at = |column: usize| self.columns.get(column).or(self.columns.last()).copied().unwrap_or(0.0);
        at(columns.start)..at(columns.end)
    }

    fn all(&self) -> Range<f32> {
        0.0..self.columns.last().copied().unwrap_or(0.0)
    }

    fn top_rule(&self) -> Mark {
        FRAME.mark(self.all(), FRAME.height)
    }

    fn tint(&self, cells: &[Cell], strips: &mut Strips) {
        let x = self.all();
        strips.area(x.clone(), 0.0..self.rows.top(self.head), TINT);
        for cell in cells.iter().filter(|cell| cell.kind == Kind::Group) {
            let y = self.rows.top(cell.rows.start)..self.rows.bottom(cell.rows.end - 1);
            strips.area(x.clone(), y, GROUP_TINT);
        }
    }

    fn rules(&self, cells: &[Cell], rules: &mut Vec<Mark>) {
        let count = self.crossing.len();
        // Where a cell over several rows begins or ends, a group of rows does.
        let mut is_strong = vec![false; count + 1];
        for cell in cells {
            let Range { start, end } = cell.rows;
            if cell.kind == Kind::Group || (start >= self.head && cell.rows.len() > 1) {
                is_strong[start] = true;
                is_strong[end.min(count)] |= cell.kind != Kind::Group;
            }
            let is_label = cell.kind == Kind::Head && cell.columns.len() > 1;
            if is_label && cell.columns.len() < self.columns.len() - 1 && end < self.head {
                let x = self.x(&cell.columns);
                rules.push(LABEL.mark(x.start + PADDING..x.end - PADDING, self.rows.bottom(end - 1)));
            }
        }
        rules.push(self.top_rule());
        for row in self.head.saturating_sub(1)..count {
            let y = self.rows.bottom(row);
            let rule = match row + 1 {
                next if next == self.head || next == count => FRAME,
                next if is_strong[next] => GROUP,
                _ => ROW,
            };
            if row + 1 > 0 && (row + 1 != self.head || self.head > 0) {
                let covered = self.crossing[row].iter().filter_map(|&cell| cells.get(cell));
                self.rule_beside(rule, y, covered.map(|cell| cell.columns.clone()).collect(), rules);
            }
        }
    }

    /// The rule at `y` over all columns but those that are covered.
    fn rule_beside(&self, rule: Rule, y: f32, mut covered: Vec<Range<usize>>, rules: &mut Vec<Mark>) {
        covered.sort_by_key(|columns| columns.start);
        let mut start = 0;
        for columns in covered {
            if columns.start > start {
                rules.push(rule.mark(self.x(&(start..columns.start)), y));
            }
            start = start.max(columns.end);
        }
        if start + 1 < self.columns.len() {
            rules.push(rule.mark(self.x(&(start..self.columns.len() - 1)), y));
        }
    }
}

/// Strips that are being drawn on.
struct Strips {
    /// Where each begins.
    tops: Vec<f32>,
    strips: Vec<Strip>,
}

impl Strips {
    fn of(slices: Vec<Slice>) -> Self {
        let mut top = 0.0;
        let mut all = Self { tops: Vec::new(), strips: Vec::new() };
        for slice in slices {
            let height = slice.bottom - top;
            all.tops.push(top);
            all.strips.push(Strip { height, marks: Vec::new(), after: slice.after, at_top: slice.at_top });
            top = slice.bottom;
        }
        all
    }

    /// The strip at a height, and where it begins.
    fn at(&mut self, y: f32) -> (f32, &mut Strip) {
        if self.strips.is_empty() {
            self.tops.push(0.0);
            self.strips.push(Strip::default());
        }
        let place = self.tops.partition_point(|top| *top <= y).saturating_sub(1);
        (self.tops[place], &mut self.strips[place])
    }

    /// Colours an area, in every strip that it touches.
    fn area(&mut self, x: Range<f32>, y: Range<f32>, colour: Colour) {
        let first = self.tops.partition_point(|top| *top <= y.start).saturating_sub(1);
        for (top, strip) in self.tops.iter().zip(&mut self.strips).skip(first) {
            let (start, end) = (y.start.max(*top), y.end.min(top + strip.height));
            if start >= y.end {
                break;
            }
            let ink = Ink::Area { width: x.end - x.start, height: end - start, colour };
            strip.marks.push(Mark { x: x.start, y: start - top, owner: None, ink });
        }
    }
}
