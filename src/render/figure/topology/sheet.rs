//! What one drawing shows: cards with rows, and wires between rows.

use super::place::Places;
use super::tracks::{Tracks, Widths};
use super::{columns, paint, place, tracks, wiring};
use crate::document::Drawing;
use crate::document::drawing::Stroke;

/// What one drawing shows.
#[derive(Debug, Clone, Default)]
pub(super) struct Sheet {
    pub(super) cards: Vec<Card>,
    pub(super) wires: Vec<Wire>,
    /// The names of the groups that cards belong to.
    pub(super) groups: Vec<String>,
}

/// A box.
#[derive(Debug, Clone, Default)]
pub(super) struct Card {
    /// What stands above its rows; empty where one row says everything.
    pub(super) title: String,
    pub(super) rows: Vec<Row>,
    /// The place of its group.
    pub(super) group: usize,
    pub(super) is_known: bool,
}

/// A part of a box: one entity, or some that are alike.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) name: String,
    pub(super) note: String,
    /// The numbers of the entities that it stands for.
    pub(super) stations: Vec<usize>,
}

/// A row of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Spot {
    pub(super) card: usize,
    pub(super) row: usize,
}

/// A line between two rows: one link, or some that are alike.
#[derive(Debug, Clone)]
pub(super) struct Wire {
    pub(super) source: Spot,
    pub(super) target: Spot,
    pub(super) kind: Kind,
    /// The numbers of the links that it stands for.
    pub(super) links: Vec<usize>,
}

/// What links of one line have in common.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Kind {
    pub(super) to_source: bool,
    pub(super) to_target: bool,
    pub(super) line: Line,
    /// What is written on the line.
    pub(super) word: String,
    /// Whether other wires may join it.
    pub(super) is_joined: bool,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Line {
    Full,
    Double,
    Dashed,
    Dotted,
}

impl Line {
    pub(super) const fn stroke(self) -> Stroke {
        match self {
            Self::Full => Stroke::Full,
            Self::Double => Stroke::Double,
            Self::Dashed => Stroke::Dashed,
            Self::Dotted => Stroke::Dotted,
        }
    }
}

/// Whether groups are framed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    Groups,
    Nothing,
}

/// What a drawing is made from.
pub(super) struct Plan {
    pub(super) places: Places,
    pub(super) tracks: Tracks,
    pub(super) widths: Widths,
}

/// How wide boxes are, the best first.
const WIDTHS: [i32; 4] = [150, 132, 116, 100];

/// How many cards a drawing has at most.
const MOST_CARDS: usize = 60;

impl Sheet {
    /// The drawing, where all of it fits on a page, if need be with letters in place of words.
    pub(super) fn draw(&self, title: &str, frame: Frame) -> Option<Drawing> {
        let short = || {
            let mut short = self.clone();
            for kind in short.wires.iter_mut().map(|wire| &mut wire.kind).filter(|kind| kind.is_joined) {
                kind.word = kind.word.chars().take(1).collect::<String>().to_uppercase();
            }
            short.drawn(title, frame)
        };
        self.drawn(title, frame).or_else(short)
    }

    fn drawn(&self, title: &str, frame: Frame) -> Option<Drawing> {
        if self.cards.len() > MOST_CARDS {
            return None;
        }
        let columns = columns::of(self);
        let wiring = wiring::of(self, &columns);
        WIDTHS.into_iter().find_map(|width| {
            let mut places = place::of(self, &columns, wiring.clone(), width, frame)?;
            let tracks = tracks::of(&places.wiring, &columns);
            let widths = tracks::widths(&places.wiring, &columns, &tracks, width)?;
            places.move_to(&columns, &widths);
            Some(paint::draw(self, &Plan { places, tracks, widths }, title))
        })
    }

    /// How many wires lead to or from each card.
    pub(super) fn degrees(&self) -> Vec<usize> {
        let mut degrees = vec![0; self.cards.len()];
        for wire in &self.wires {
            degrees[wire.source.card] += 1;
            degrees[wire.target.card] += 1;
        }
        degrees
    }

    /// The sheet in two, where it has two wires: wires of one hub stay together as far as possible.
    pub(super) fn halves(mut self) -> Option<(Self, Self)> {
        if self.wires.len() < 2 {
            return None;
        }
        let degrees = self.degrees();
        let hub = |wire: &Wire| {
            let [source, target] = [wire.source.card, wire.target.card];
            if degrees[source] > degrees[target] { (source, target) } else { (target, source) }
        };
        self.wires.sort_by_key(|wire| {
            let (hub, peer) = hub(wire);
            (std::cmp::Reverse(degrees[hub]), hub, self.cards[peer].group, peer)
        });
        let middle = self.wires.len() / 2;
        let reach = self.wires.len() / 4;
        let is_border = |at: &usize| hub(&self.wires[*at - 1]).0 != hub(&self.wires[*at]).0;
        let near = (0..=reach).flat_map(|by| [middle - by, middle + by]);
        let cut = near.filter(|at| (1..self.wires.len()).contains(at)).find(is_border).unwrap_or(middle);
        let rest = self.wires.split_off(cut);
        let other = Self { cards: self.cards.clone(), wires: rest, groups: self.groups.clone() };
        Some((self.without_unwired(), other.without_unwired()))
    }

    /// The sheet without cards that no wire leads to or from.
    fn without_unwired(mut self) -> Self {
        let degrees = self.degrees();
        let mut places = Vec::with_capacity(degrees.len());
        let mut kept = 0;
        for degree in &degrees {
            places.push(kept);
            kept += usize::from(*degree > 0);
        }
        let mut at = 0;
        self.cards.retain(|_| {
            at += 1;
            degrees[at - 1] > 0
        });
        for wire in &mut self.wires {
            wire.source.card = places[wire.source.card];
            wire.target.card = places[wire.target.card];
        }
        self
    }
}
