//! How wide the columns of a table are: from what its cells need, and nothing else.
//!
//! The lines a text takes fall with its width, so the width that is left when every column has what keeps its codes
//! and words whole goes where it saves lines: first roughly (a column's share grows with the root of the text in it
//! that makes its rows high), then line by line. Everything is linear in the number of cells.

mod refine;

use std::ops::Range;

use crate::render::typeset::paragraph::Extent;

/// How much longer a text is for the gaps at the ends of its lines, as a share of its length.
const WASTE: f32 = 1.03;

/// How much of its widest word a text loses at the ends of its lines besides, by good and by bad luck.
const LUCK: (f32, f32) = (0.35, 0.7);

/// What the gap above and below a row is worth, in lines.
const GAP: f32 = 0.5;

/// How often the rough sharing is corrected.
const ROUNDS: usize = 8;

/// How many more lines the widths that the author wished may cost.
const PRICE_OF_WISHES: f32 = 1.05;

/// What a line less is worth in a cell that is not the highest of its row: it reads better.
const LESS: f32 = 0.15;

/// Text narrower than this is hard to read, in points: columns get as much before others get more.
const COMFORTABLE: f32 = 60.0;

/// Widths closer than this are the same.
const NEAR: f32 = 0.01;

/// What a cell needs.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Need {
    /// The columns it covers.
    pub(super) columns: Range<usize>,
    /// The rows it covers.
    pub(super) rows: Range<usize>,
    /// How wide its content is.
    pub(super) extent: Extent,
}

/// What the columns of a table need.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    /// The cells, those that end in the same row beside each other.
    needs: Vec<Need>,
    rows: usize,
    wishes: Vec<Option<f32>>,
    padding: f32,
    bounds: Vec<Bounds>,
}

/// What a column needs, with the gaps at its sides.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Bounds {
    minimum: f32,
    whole: f32,
    /// What it had better get.
    wanted: f32,
    natural: f32,
}

impl Need {
    /// How many lines it takes with the room of `width`, by estimate.
    fn lines(&self, width: f32) -> f32 {
        let Extent { minimum, maximum, length, lines, .. } = self.extent;
        let own = count(lines);
        if width + NEAR >= maximum {
            own
        } else {
            (length.mul_add(WASTE, LUCK.0 * minimum) / width.max(1.0)).ceil().max(own + 1.0)
        }
    }

    /// The room with which it takes no more than `lines`, by estimate and with bad luck.
    fn width(&self, lines: f32) -> f32 {
        let Extent { minimum, maximum, length, lines: own, whole } = self.extent;
        if lines <= count(own) {
            return maximum;
        }
        let lost = LUCK.1 * minimum * (lines - 1.0).min(1.5);
        (length.mul_add(WASTE, lost) / lines).clamp(whole.min(maximum), maximum)
    }

    const fn is_single(&self) -> bool {
        self.columns.end - self.columns.start == 1
    }
}

/// A small number as a length.
fn count(number: usize) -> f32 {
    f32::from(u16::try_from(number).unwrap_or(u16::MAX))
}

impl Columns {
    /// The columns of a table with these cells; one wish, a share of the width, for each column. `padding` is what
    /// the gaps at both sides of a cell take together.
    pub(super) fn new(mut needs: Vec<Need>, wishes: Vec<Option<f32>>, padding: f32) -> Self {
        needs.retain(|need| {
            !need.rows.is_empty() && !need.columns.is_empty() && need.columns.end <= wishes.len()
        });
        needs.sort_by_key(|need| need.rows.end);
        let rows = needs.last().map_or(0, |need| need.rows.end);
        let bounds = vec![Bounds::default(); wishes.len()];
        let mut columns = Self { needs, rows, wishes, padding, bounds };
        columns.bound();
        for bounds in &mut columns.bounds {
            bounds.wanted = bounds.whole.max(bounds.natural.min(COMFORTABLE + padding));
        }
        columns
    }

    /// The same columns with texts of another size.
    pub(super) fn scaled(&self, by: f32) -> Self {
        let scaled = |need: &Need| {
            let Extent { minimum, whole, maximum, length, lines } = need.extent;
            let extent = Extent {
                minimum: minimum * by,
                whole: whole * by,
                maximum: maximum * by,
                length: length * by,
                lines,
            };
            Need { extent, ..need.clone() }
        };
        let needs = self.needs.iter().map(scaled).collect();
        Self::new(needs, self.wishes.clone(), self.padding)
    }

    /// How wide the table is at least if what should stay whole is to stay whole.
    pub(super) fn whole(&self) -> f32 {
        self.bounds.iter().map(|bounds| bounds.whole).sum()
    }

    /// How wide the table is at least if no word is torn.
    pub(super) fn minimum(&self) -> f32 {
        self.bounds.iter().map(|bounds| bounds.minimum).sum()
    }

    /// How many of the rows hold something that is torn although it should stay whole, as a share of all.
    pub(super) fn torn_rows(&self, widths: &[f32]) -> f32 {
        let mut is_torn = vec![false; self.rows];
        for need in self.needs.iter().filter(|need| need.extent.whole > self.room(need, widths) + NEAR) {
            is_torn[need.rows.start] = true;
        }
        count(is_torn.iter().filter(|is_torn| **is_torn).count()) / count(self.rows.max(1))
    }

    /// How wide the table is if no column of prose is too narrow for comfort.
    pub(super) fn wanted(&self) -> f32 {
        self.bounds.iter().map(|bounds| bounds.wanted).sum()
    }

    /// How wide the table is if no cell is broken into more lines than its author wrote.
    pub(super) fn natural(&self) -> f32 {
        self.bounds.iter().map(|bounds| bounds.natural).sum()
    }

    /// The widths of the columns, together at most `available`.
    pub(super) fn widths(&self, available: f32) -> Vec<f32> {
        if self.natural() <= available + NEAR {
            return self.bounds.iter().map(|bounds| bounds.natural).collect();
        }
        if self.whole() > available {
            return self.torn(available);
        }
        if self.wanted() > available {
            return self.filled(available, |column| self.bounds[column].wanted, 0.0, |bounds| bounds.whole);
        }
        let best = self.refined(self.shared(available), available);
        if self.wishes.iter().all(Option::is_none) {
            return best;
        }
        let wished = self.wished(available);
        if self.height(&wished) <= self.height(&best) * PRICE_OF_WISHES { wished } else { best }
    }

    /// How high the table is, in lines, by estimate.
    pub(super) fn height(&self, widths: &[f32]) -> f32 {
        let lines: f32 = self.needs.iter().map(|need| need.lines(self.room(need, widths))).sum();
        self.rows(widths).iter().sum::<f32>() + LESS * lines
    }

    /// The room that the columns of a cell leave for its content.
    fn room(&self, need: &Need, widths: &[f32]) -> f32 {
        widths[need.columns.clone()].iter().sum::<f32>() - self.padding
    }

    /// Finds what each column needs: first by the cells that are in one column, then by those over several.
    fn bound(&mut self) {
        let padding = self.padding;
        for need in self.needs.iter().filter(|need| need.is_single()) {
            let bounds = &mut self.bounds[need.columns.start];
            bounds.minimum = bounds.minimum.max(need.extent.minimum + padding);
            bounds.whole = bounds.whole.max(need.extent.whole + padding);
            bounds.natural = bounds.natural.max(need.extent.maximum + padding);
        }
        for bounds in &mut self.bounds {
            bounds.minimum = bounds.minimum.max(padding);
            bounds.whole = bounds.whole.max(bounds.minimum);
            bounds.natural = bounds.natural.max(bounds.whole);
        }
        let all = self.bounds.len();
        let mut wide: Vec<&Need> = self.needs.iter().filter(|need| !need.is_single()).collect();
        wide.sort_by_key(|need| need.columns.len());
        for need in wide {
            let bounds = &mut self.bounds[need.columns.clone()];
            widen(bounds, need.extent.minimum + padding, |bounds| &mut bounds.minimum);
            widen(bounds, need.extent.whole + padding, |bounds| &mut bounds.whole);
            // The heading of a group of rows may be long; it widens no column.
            if need.columns.len() < all {
                widen(bounds, need.extent.maximum + padding, |bounds| &mut bounds.natural);
            }
            for bounds in bounds {
                bounds.whole = bounds.whole.max(bounds.minimum);
                bounds.natural = bounds.natural.max(bounds.whole);
            }
        }
    }

    /// Widths where not everything can stay whole: whole columns become no wider than a common limit, so that only
    /// the widest are torn; then words are.
    fn torn(&self, available: f32) -> Vec<f32> {
        if self.minimum() <= available {
            let widths = |limit: f32| -> Vec<f32> {
                self.bounds.iter().map(|bounds| bounds.whole.min(limit).max(bounds.minimum)).collect()
            };
            return widths(largest(available, available, |limit| widths(limit).iter().sum()));
        }
        let widths =
            |limit: f32| -> Vec<f32> { self.bounds.iter().map(|bounds| bounds.minimum.min(limit)).collect() };
        widths(largest(available, available, |limit| widths(limit).iter().sum()))
    }

    /// Widths by the author's wish, as far as the content allows it.
    fn wished(&self, available: f32) -> Vec<f32> {
        let given: f32 = self.wishes.iter().flatten().sum();
        let others: f32 =
            self.pairs().filter(|(_, wish)| wish.is_none()).map(|(bounds, _)| bounds.natural).sum();
        let left = (1.0 - given).max(0.0);
        let shares: Vec<f32> = self
            .pairs()
            .map(|(bounds, wish)| wish.unwrap_or_else(|| left * bounds.natural / others.max(1.0)))
            .collect();
        self.filled(available, |column| shares[column] * available, 0.0, |bounds| bounds.wanted)
    }

    fn pairs(&self) -> impl Iterator<Item = (&Bounds, Option<f32>)> {
        self.bounds.iter().zip(self.wishes.iter().copied())
    }

    /// Rough widths: each column between what it needs and what it can use, by the text that makes rows high.
    fn shared(&self, available: f32) -> Vec<f32> {
        let mut widths =
            self.filled(available, |column| self.bounds[column].natural, 0.0, |bounds| bounds.wanted);
        for _ in 0..ROUNDS {
            let pull = self.pull(&widths);
            let next =
                self.filled(available, |column| pull[column].sqrt(), self.padding, |bounds| bounds.wanted);
            for (width, next) in widths.iter_mut().zip(next) {
                *width = f32::midpoint(*width, next);
            }
        }
        widths
    }

    /// Widths that are `fixed` and a multiple of `shares`, yet no less than `least` and no more than a column can
    /// use; together `available`.
    fn filled(
        &self,
        available: f32,
        shares: impl Fn(usize) -> f32,
        fixed: f32,
        least: impl Fn(&Bounds) -> f32,
    ) -> Vec<f32> {
        let widths = |times: f32| -> Vec<f32> {
            let width = |(column, bounds): (usize, &Bounds)| {
                times.mul_add(shares(column).max(NEAR), fixed).clamp(least(bounds), bounds.natural)
            };
            self.bounds.iter().enumerate().map(width).collect()
        };
        widths(largest(available, available / NEAR, |times| widths(times).iter().sum()))
    }

    /// How much text pulls at each column: the more, the nearer its cells come to being the highest of their rows.
    fn pull(&self, widths: &[f32]) -> Vec<f32> {
        let sums = sums(&self.rows(widths));
        let mut pull = vec![0.0; widths.len()];
        for need in &self.needs {
            let width: f32 = widths[need.columns.clone()].iter().sum();
            let room = width - self.padding;
            if room + NEAR >= need.extent.maximum {
                continue;
            }
            let high = sums[need.rows.end] - sums[need.rows.start];
            let weight = ((need.lines(room) + GAP) / high.max(1.0)).min(1.0).powi(4);
            for column in need.columns.clone() {
                pull[column] += weight * need.extent.length * (widths[column] / width).powi(2);
            }
        }
        pull
    }

    /// How high each row is, in lines.
    fn rows(&self, widths: &[f32]) -> Vec<f32> {
        let mut rows = vec![0.0_f32; self.rows];
        let mut sums = vec![0.0_f32; self.rows + 1];
        let mut done = 0;
        let (low, high): (Vec<&Need>, Vec<&Need>) = self.needs.iter().partition(|need| need.rows.len() == 1);
        let lines = |need: &Need| need.lines(self.room(need, widths));
        for need in low {
            let row = &mut rows[need.rows.start];
            *row = row.max(lines(need) + GAP);
        }
        // What a cell over several rows needs more than they have, the last of them gets.
        for need in high {
            while done + 1 < need.rows.end {
                sums[done + 1] = sums[done] + rows[done];
                done += 1;
            }
            let above = sums[done] - sums[need.rows.start];
            rows[done] = rows[done].max(lines(need) + GAP - above);
        }
        rows
    }
}

/// Sums of the first rows: of none, of one, and so on.
fn sums(rows: &[f32]) -> Vec<f32> {
    let mut sum = 0.0;
    let mut sums = vec![0.0];
    sums.extend(rows.iter().map(|row| {
        sum += row;
        sum
    }));
    sums
}

/// Widens columns until they have `need` together, those most that can use it.
fn widen(columns: &mut [Bounds], need: f32, of: impl Fn(&mut Bounds) -> &mut f32) {
    let has: f32 = columns.iter_mut().map(|bounds| *of(bounds)).sum();
    let lacks = need - has;
    if lacks <= 0.0 {
        return;
    }
    let rooms: Vec<f32> = columns.iter_mut().map(|bounds| (bounds.natural - *of(bounds)).max(0.0)).collect();
    let room: f32 = rooms.iter().sum();
    let even = (lacks - room).max(0.0) / count(columns.len());
    for (bounds, own) in columns.iter_mut().zip(rooms) {
        *of(bounds) += lacks.min(room) * own / room.max(NEAR) + even;
    }
}

/// The largest number up to `limit` for which `sum`, which grows with it, is at most `available`.
fn largest(available: f32, limit: f32, sum: impl Fn(f32) -> f32) -> f32 {
    let (mut low, mut high) = (0.0, limit);
    for _ in 0..48 {
        let middle = f32::midpoint(low, high);
        if sum(middle) <= available { low = middle } else { high = middle }
    }
    low
}
