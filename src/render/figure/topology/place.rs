//! Where everything stands: frames one below the other, in each frame the cards of each column one below the other.

use indexmap::{IndexMap, IndexSet};

use super::columns::Columns;
use super::sheet::{Card, Frame, Row, Sheet, Spot};
use super::tracks::Widths;
use super::wiring::{End, Wiring};
use crate::document::drawing::Area;
use crate::render::figure::canvas::{PAGE_HEIGHT, height_of};
use crate::render::figure::metrics::{BOLD, PLAIN, SMALL};
use crate::render::figure::wrap::{Line, cropped};

/// The space around everything.
pub(super) const MARGIN: i32 = 4;

/// The space between the frame of a group and what is in it.
const INSET: i32 = 10;

/// The space between two boxes of a column, and between two frames.
const GAP: i32 = 12;

/// How much of a frame stands above and below its title.
const TITLE: i32 = 11;

/// How much of a page the legend may take.
const LEGEND: i32 = 50;

/// The distance of two lines that end at the same side of a box.
const PORT: i32 = 16;

/// How high a lane is.
const LANE: i32 = 16;

/// Where everything stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    /// The areas of cards with their texts.
    pub(super) cards: Vec<PlacedCard>,
    pub(super) frames: Vec<(Area, Vec<Line>)>,
    /// Trunks with stubs at their places.
    pub(super) wiring: Wiring,
    /// The lower side of everything.
    pub(super) bottom: i32,
}

/// A card at its place.
#[derive(Debug, Clone, Default)]
pub(super) struct PlacedCard {
    pub(super) area: Area,
    pub(super) title: Vec<Line>,
    pub(super) rows: Vec<PlacedRow>,
}

/// A row of a card: its area, its name and its note.
#[derive(Debug, Clone, Default)]
pub(super) struct PlacedRow {
    pub(super) area: Area,
    pub(super) name: Vec<Line>,
    pub(super) note: Vec<Line>,
}

/// Something that stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Item {
    Card(usize),
    Lane(usize),
}

/// Everything at its height, with boxes of this width, if it fits on a page.
pub(super) fn of(
    sheet: &Sheet,
    columns: &Columns,
    mut wiring: Wiring,
    width: i32,
    frame: Frame,
) -> Option<Places> {
    let used: IndexSet<usize> = sheet.cards.iter().map(|card| card.group).collect();
    let is_framed = frame == Frame::Groups && used.len() > 1;
    let ports = ports(&wiring);
    let cards = sheet.cards.iter().enumerate();
    let mut placing = Placing {
        sheet,
        width,
        is_framed,
        cards: cards.map(|(at, card)| measured(at, card, &ports, width)).collect(),
        lanes: vec![0; wiring.lanes.len()],
        frames: Vec::new(),
    };
    let mut stacks = stacks(sheet, columns, &wiring, frame);
    let mut bottom = placing.stack(&stacks);
    // Each time, cards are ordered by where their other ends stood the time before.
    for _ in 0..3 {
        placing.order(&mut stacks, &wiring);
        bottom = placing.stack(&stacks);
    }
    let Placing { cards, lanes, frames, .. } = placing;
    if bottom > PAGE_HEIGHT - LEGEND {
        return None;
    }
    set_stubs(&mut wiring, &cards, &lanes);
    straighten(&mut wiring);
    Some(Places { cards, frames, wiring, bottom })
}

impl Places {
    /// Moves everything to where the columns are.
    pub(super) fn move_to(&mut self, columns: &Columns, widths: &Widths) {
        for (card, column) in self.cards.iter_mut().zip(&columns.of_card) {
            card.move_to(widths.boxes[*column].0, card.area.y);
        }
        for (frame, _) in &mut self.frames {
            frame.width = widths.right;
        }
    }
}

/// What is being placed.
struct Placing<'s> {
    sheet: &'s Sheet,
    width: i32,
    is_framed: bool,
    cards: Vec<PlacedCard>,
    /// How far down each lane is.
    lanes: Vec<i32>,
    frames: Vec<(Area, Vec<Line>)>,
}

impl Placing<'_> {
    fn height(&self, item: Item) -> i32 {
        match item {
            Item::Card(at) => self.cards[at].area.height,
            Item::Lane(_) => LANE,
        }
    }

    /// Stacks everything in its order; the lower side of it.
    fn stack(&mut self, stacks: &[(usize, Vec<Vec<Item>>)]) -> i32 {
        self.frames.clear();
        let mut bottom = MARGIN;
        for (group, stacks) in stacks {
            let heights: Vec<i32> = stacks
                .iter()
                .map(|stack| (stack.iter().map(|item| self.height(*item) + GAP).sum::<i32>() - GAP).max(0))
                .collect();
            let highest = heights.iter().copied().max().unwrap_or(0);
            let title = cropped(named(&self.sheet.groups[*group]), BOLD, 3, |_| self.width);
            let top = bottom + if self.is_framed { height_of(title.len()) + TITLE } else { 0 };
            for (stack, height) in stacks.iter().zip(heights) {
                let mut y = top + (highest - height) / 2;
                for item in stack {
                    match item {
                        Item::Card(at) => self.cards[*at].move_to(0, y),
                        Item::Lane(at) => self.lanes[*at] = y + LANE / 2,
                    }
                    y += self.height(*item) + GAP;
                }
            }
            let end = top + highest + if self.is_framed { INSET } else { 0 };
            if self.is_framed {
                let area = Area::between(MARGIN, bottom, MARGIN, end);
                self.frames.push((area, title));
            }
            bottom = end + GAP;
        }
        bottom - GAP
    }

    /// Orders what stands in each column by where the other ends of its lines stand.
    fn order(&self, stacks: &mut [(usize, Vec<Vec<Item>>)], wiring: &Wiring) {
        let mut sums: IndexMap<Item, (i64, i64)> = IndexMap::new();
        let middle = |card: usize| i64::from(self.cards[card].area.middle().y);
        let mut add = |item: Item, y: i64| {
            let (sum, count) = sums.entry(item).or_default();
            *sum += y;
            *count += 1;
        };
        for (wire, ways) in self.sheet.wires.iter().zip(&wiring.ways) {
            let (source, target) = (wire.source.card, wire.target.card);
            add(Item::Card(source), middle(target));
            add(Item::Card(target), middle(source));
            if let [(trunk, _, lane), _] = ways[..]
                && let End::Lane(at) = wiring.trunks[trunk].stubs[lane].end
            {
                add(Item::Lane(at), i64::midpoint(middle(source), middle(target)));
            }
        }
        for stack in stacks.iter_mut().flat_map(|(_, stacks)| stacks) {
            stack.sort_by_key(|item| {
                let own = match item {
                    Item::Card(at) => middle(*at),
                    Item::Lane(at) => i64::from(self.lanes[*at]),
                };
                sums.get(item).map_or(own, |(sum, count)| sum / count)
            });
        }
    }
}

/// The name of a group.
fn named(group: &str) -> &str {
    if group.is_empty() { "Not stated" } else { group }
}

/// The most stubs at one side of each row.
fn ports(wiring: &Wiring) -> IndexMap<Spot, i32> {
    let mut counts: IndexMap<(Spot, bool), i32> = IndexMap::new();
    for stub in wiring.trunks.iter().flat_map(|trunk| &trunk.stubs) {
        if let End::Spot(spot) = stub.end {
            *counts.entry((spot, stub.is_right)).or_default() += 1;
        }
    }
    let mut most: IndexMap<Spot, i32> = IndexMap::new();
    for ((spot, _), count) in counts {
        let known = most.entry(spot).or_default();
        *known = (*known).max(count);
    }
    most
}

/// A card with its texts, at no place yet.
fn measured(at: usize, card: &Card, ports: &IndexMap<Spot, i32>, width: i32) -> PlacedCard {
    let room = |_| width - 16;
    let title = cropped(&card.title, PLAIN, 2, room);
    let mut y = if title.is_empty() { 0 } else { height_of(title.len()) + 8 };
    let rows = card.rows.iter().enumerate().map(|(row, Row { name, note, .. })| {
        let name = cropped(name, BOLD, 3, room);
        let note = cropped(note, SMALL, 3, room);
        let texts = height_of(name.len() + note.len()) + 10;
        let stubs = ports.get(&Spot { card: at, row }).copied().unwrap_or(0) * PORT + 6;
        let area = Area { x: 0, y, width, height: texts.max(stubs) };
        y = area.bottom();
        PlacedRow { area, name, note }
    });
    let rows = rows.collect();
    PlacedCard { area: Area { x: 0, y: 0, width, height: y }, title, rows }
}

impl PlacedCard {
    fn move_to(&mut self, x: i32, y: i32) {
        let (dx, dy) = (x - self.area.x, y - self.area.y);
        for area in self.rows.iter_mut().map(|row| &mut row.area).chain([&mut self.area]) {
            area.x += dx;
            area.y += dy;
        }
    }
}

/// What stands in each column of each group.
fn stacks(sheet: &Sheet, columns: &Columns, wiring: &Wiring, frame: Frame) -> Vec<(usize, Vec<Vec<Item>>)> {
    let place = |group: usize| if frame == Frame::Groups { group } else { 0 };
    let mut stacks: Vec<Vec<Vec<Item>>> = vec![vec![Vec::new(); columns.count]; sheet.groups.len().max(1)];
    for (at, card) in sheet.cards.iter().enumerate() {
        stacks[place(card.group)][columns.of_card[at]].push(Item::Card(at));
    }
    for (at, group) in wiring.lanes.iter().enumerate() {
        stacks[place(*group)][1].push(Item::Lane(at));
    }
    let stacks = stacks.into_iter().enumerate();
    stacks.filter(|(_, columns)| columns.iter().any(|column| !column.is_empty())).collect()
}

/// A stub at one side of a row: how far down its other ends are, its trunk, and its place there.
type Ending = (i32, usize, usize);

/// Sets the height of each stub: those at one side of a row have distances of [`PORT`]. Those that end at the left of a
/// channel, at its right, and in a lane stand on heights of their own, so that no two ever lie upon each other.
fn set_stubs(wiring: &mut Wiring, cards: &[PlacedCard], lanes: &[i32]) {
    let row = |spot: &Spot| cards[spot.card].rows[spot.row].area;
    let rough = |end: &End| match end {
        End::Spot(spot) => row(spot).middle().y,
        End::Lane(at) => lanes[*at],
    };
    let mut sides: IndexMap<(Spot, bool), Vec<Ending>> = IndexMap::new();
    for (number, trunk) in wiring.trunks.iter().enumerate() {
        let heights: Vec<i32> = trunk.stubs.iter().map(|stub| rough(&stub.end)).collect();
        let count = i32::try_from(heights.len()).unwrap_or(1);
        for (at, stub) in trunk.stubs.iter().enumerate() {
            if let End::Spot(spot) = stub.end {
                let others = (heights.iter().sum::<i32>() - heights[at]) / (count - 1).max(1);
                sides.entry((spot, stub.is_right)).or_default().push((others, number, at));
            }
        }
    }
    for ((spot, is_right), mut stubs) in sides {
        stubs.sort_unstable();
        let count = i32::try_from(stubs.len()).unwrap_or(1);
        let first = row(&spot).middle().y - (count - 1) * PORT / 2;
        for (at, (_, trunk, stub)) in (0..).zip(stubs) {
            wiring.trunks[trunk].stubs[stub].y = on_grid(first + at * PORT, if is_right { 5 } else { 0 });
        }
    }
    for stub in wiring.trunks.iter_mut().flat_map(|trunk| &mut trunk.stubs) {
        if let End::Lane(at) = stub.end {
            stub.y = on_grid(lanes[at], 10);
        }
    }
}

/// The nearest height that lies `offset` below a multiple of [`PORT`].
fn on_grid(y: i32, offset: i32) -> i32 {
    (y - offset + PORT / 2).div_euclid(PORT) * PORT + offset
}

/// Lines that lead from side to side almost at one height do so without a step.
fn straighten(wiring: &mut Wiring) {
    for trunk in &mut wiring.trunks {
        if let [one, other] = &mut trunk.stubs[..]
            && trunk.kind.word.is_empty()
            && one.is_right != other.is_right
            && !matches!((one.end, other.end), (End::Lane(_), _) | (_, End::Lane(_)))
        {
            let (left, right) = if one.is_right { (other, one) } else { (one, other) };
            if right.y - left.y == 5 {
                right.y = left.y;
            }
        }
    }
}
