//! Where the lifelines are.

use std::collections::HashMap;

use super::super::canvas::{PAGE_WIDTH, height_of};
use super::super::metrics::{BOLD, PLAIN, width};
use super::super::wrap::{Line, cropped, visible, widest};
use super::Step;

/// The lifelines, from the left.
#[derive(Debug)]
pub(super) struct Columns {
    pub(super) columns: Vec<Column>,
    /// The place of each partner.
    places: HashMap<String, usize>,
}

/// A lifeline.
#[derive(Debug)]
pub(super) struct Column {
    /// The name.
    pub(super) head: Vec<Line>,
    /// Whether it is an Application Entity of the statement.
    pub(super) is_entity: bool,
    /// Where it is.
    pub(super) x: i32,
}

/// The space at both sides of a label between two lifelines.
pub(super) const LABEL_MARGIN: i32 = 12;

/// How far from its lifeline the text of a message to oneself stands.
pub(super) const LOOP: i32 = 34;

/// The widest label that lifelines make room for.
const WIDEST_LABEL: i32 = 210;

/// The widest text of a message to oneself.
const WIDEST_STEP: i32 = 150;

impl Columns {
    pub(super) fn of(
        steps: &[Step],
        partners: &HashMap<String, usize>,
        is_entity: impl Fn(&str) -> bool,
    ) -> Self {
        let count = partners.len();
        let widest_head = (PAGE_WIDTH / i32::try_from(count).unwrap_or(1) - 30).clamp(60, 130);
        let mut names: Vec<&String> = partners.keys().collect();
        names.sort_unstable_by_key(|name| partners[*name]);
        let mut columns: Vec<Column> = names
            .iter()
            .map(|name| {
                let shown = if name.is_empty() { "–" } else { name.as_str() };
                let head = cropped(shown, BOLD, 4, |_| widest_head);
                Column { head, is_entity: is_entity(name), x: 0 }
            })
            .collect();
        let (least, wished) = gaps(steps, partners, &columns);
        let mut x = 0;
        for (at, gap) in fitted(&least, &wished).into_iter().enumerate() {
            columns[at].x = x;
            x += gap;
        }
        if let Some(last) = columns.last_mut() {
            last.x = x;
        }
        Self { columns, places: partners.clone() }
    }

    /// The place of a partner.
    pub(super) fn place(&self, name: &str) -> usize {
        self.places.get(&visible(name)).copied().unwrap_or(0)
    }

    pub(super) fn x(&self, place: usize) -> i32 {
        self.columns[place].x
    }

    /// The space at the right of a lifeline, up to the next one.
    pub(super) fn gap(&self, place: usize) -> Option<i32> {
        Some(self.columns.get(place + 1)?.x - self.columns[place].x)
    }

    /// The space for the text of a message to oneself.
    pub(super) fn step_room(&self, place: usize) -> i32 {
        self.gap(place).map_or(WIDEST_STEP, |gap| gap - LOOP - LABEL_MARGIN)
    }

    /// How high the heads are.
    pub(super) fn head_height(&self) -> i32 {
        height_of(self.columns.iter().map(|column| column.head.len()).max().unwrap_or(1)) + 14
    }
}

impl Column {
    /// How wide the head is.
    pub(super) fn head_width(&self) -> i32 {
        (widest(&self.head) + 20).max(64)
    }
}

/// For each space between two lifelines the least width, and the one that lets labels stand on one line.
fn gaps(steps: &[Step], partners: &HashMap<String, usize>, columns: &[Column]) -> (Vec<i32>, Vec<i32>) {
    let heads = columns.windows(2).map(|pair| pair[0].head_width().midpoint(pair[1].head_width()) + 16);
    let least: Vec<i32> = heads.map(|width| width.max(96)).collect();
    let mut wished: Vec<i32> = least.iter().map(|width| (*width).max(130)).collect();
    for step in steps {
        let Step::Message { from, to, label, .. } = step else { continue };
        let place = |name: &String| partners.get(&visible(name)).copied().unwrap_or(0);
        let (from, to) = (place(from), place(to));
        let text = (width(&visible(label), PLAIN) + 9) / 10;
        let (gap, needed) = match from.abs_diff(to) {
            0 => (from, text.min(WIDEST_STEP) + LOOP + LABEL_MARGIN),
            1 => (from.min(to), text.min(WIDEST_LABEL) + LABEL_MARGIN * 2),
            _ => continue,
        };
        if let Some(wish) = wished.get_mut(gap) {
            *wish = needed.max(*wish);
        }
    }
    (least, wished)
}

/// The width of each space: what is wished for, or less where that is too much for the page.
fn fitted(least: &[i32], wished: &[i32]) -> Vec<i32> {
    let room = PAGE_WIDTH - 150;
    let (least_sum, wished_sum): (i32, i32) = (least.iter().sum(), wished.iter().sum());
    if wished_sum <= room || wished_sum <= least_sum {
        return wished.to_vec();
    }
    let spare = (room - least_sum).max(0);
    let width = |(least, wished): (&i32, &i32)| least + (wished - least) * spare / (wished_sum - least_sum);
    least.iter().zip(wished).map(width).collect()
}
