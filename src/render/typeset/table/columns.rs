//! How wide the columns of a table are: from what its cells need, and nothing else.
//!
//! The lines a text takes fall with its width, so the width that is left when every column has what keeps its codes
//! and words whole goes where it saves lines: first roughly (a column's share grows with the root of the text in it
//! that makes its rows high), then line by line. Everything is linear in the number of cells.

use std::ops::Range;

use crate::render::typeset::paragraph::Extent;

/// How much longer a text is for the gaps at the ends of its lines, as a share of its length.
const WASTE: f32 = 1.06;

/// What the gap above and below a row is worth, in lines.
const GAP: f32 = 0.5;

/// How often the rough sharing is corrected.
const ROUNDS: usize = 8;

/// How many more lines the widths that the author wished may cost.
const PRICE_OF_WISHES: f32 = 1.05;

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
    natural: f32,
}

impl Need {
    /// How many lines it takes with the room of `width`, by estimate.
    fn lines(&self, width: f32) -> f32 {
        let Extent { maximum, length, lines, .. } = self.extent;
        let lines = count(lines);
        if width + NEAR >= maximum {
            lines
        } else {
            (length * WASTE / width.max(1.0)).ceil().max(lines + 1.0)
        }
    }

    /// The room with which it takes no more than `lines`, by estimate.
    fn width(&self, lines: f32) -> f32 {
        let Extent { maximum, length, lines: own, whole, .. } = self.extent;
        if lines <= count(own) {
            maximum
        } else {
            (length * WASTE / lines).clamp(whole.min(maximum), maximum)
        }
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
        let best = self.refined(self.shared(available), available);
        if self.wishes.iter().all(Option::is_none) {
            return best;
        }
        let wished = self.wished(available);
        if self.height(&wished) <= self.height(&best) * PRICE_OF_WISHES { wished } else { best }
    }

    /// How high the table is, in lines, by estimate.
    pub(super) fn height(&self, widths: &[f32]) -> f32 {
        self.rows(widths).iter().sum()
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
        let least: f32 = self.bounds.iter().map(|bounds| bounds.minimum).sum();
        if least <= available {
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
        self.filled(available, |column| shares[column] * available, 0.0)
    }

    fn pairs(&self) -> impl Iterator<Item = (&Bounds, Option<f32>)> {
        self.bounds.iter().zip(self.wishes.iter().copied())
    }

    /// Rough widths: each column between what it needs and what it can use, by the text that makes rows high.
    fn shared(&self, available: f32) -> Vec<f32> {
        let mut widths = self.filled(available, |column| self.bounds[column].natural, 0.0);
        for _ in 0..ROUNDS {
            let pull = self.pull(&widths);
            let next = self.filled(available, |column| pull[column].sqrt(), self.padding);
            for (width, next) in widths.iter_mut().zip(next) {
                *width = f32::midpoint(*width, next);
            }
        }
        widths
    }

    /// Widths that are `fixed` and a multiple of `shares`, yet between what each column needs and what it can use;
    /// together `available`.
    fn filled(&self, available: f32, shares: impl Fn(usize) -> f32, fixed: f32) -> Vec<f32> {
        let widths = |times: f32| -> Vec<f32> {
            let width = |(column, bounds): (usize, &Bounds)| {
                times.mul_add(shares(column).max(NEAR), fixed).clamp(bounds.whole, bounds.natural)
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
        let lines = |need: &Need| need.lines(widths[need.columns.clone()].iter().sum::<f32>() - self.padding);
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

    /// The rough widths, without what saves no line, and that given to where it does.
    fn refined(&self, mut widths: Vec<f32>, available: f32) -> Vec<f32> {
        self.tighten(&mut widths);
        for _ in 0..2 * widths.len() + 4 {
            let left = available - widths.iter().sum::<f32>();
            let Some((column, width)) = self.best_step(&widths, left) else { break };
            widths[column] = width;
        }
        let left = (available - widths.iter().sum::<f32>()).max(0.0);
        let rooms: Vec<f32> = self
            .bounds
            .iter()
            .zip(&widths)
            .map(|(bounds, width)| (bounds.natural - width).max(0.0))
            .collect();
        let room = rooms.iter().sum::<f32>().max(NEAR);
        for (width, own) in widths.iter_mut().zip(&rooms) {
            *width += own.min(left * own / room);
        }
        widths
    }

    /// Narrows each column as far as no row becomes higher.
    fn tighten(&self, widths: &mut [f32]) {
        let sums = sums(&self.rows(widths));
        let mut least: Vec<f32> = self.bounds.iter().map(|bounds| bounds.whole).collect();
        for need in &self.needs {
            if need.is_single() {
                let high = sums[need.rows.end] - sums[need.rows.start];
                let width = need.width((high - GAP + NEAR).floor()) + self.padding;
                let least = &mut least[need.columns.start];
                *least = least.max(width);
            } else if need.columns.len() < widths.len() {
                for column in need.columns.clone() {
                    least[column] = least[column].max(widths[column]);
                }
            }
        }
        for (width, least) in widths.iter_mut().zip(least) {
            *width = width.min(least);
        }
    }

    /// The column, and its new width, with which `left` saves most lines for what it costs.
    fn best_step(&self, widths: &[f32], left: f32) -> Option<(usize, f32)> {
        let rows = self.rows(widths);
        let sums = sums(&rows);
        let mut highest = vec![0.0_f32; rows.len()];
        let mut steps: Vec<Vec<(f32, usize)>> = vec![Vec::new(); widths.len()];
        for need in self.needs.iter().filter(|need| need.is_single()) {
            let column = need.columns.start;
            let lines = need.lines(widths[column] - self.padding);
            let high = sums[need.rows.end] - sums[need.rows.start];
            if lines + GAP + 0.5 < high {
                continue;
            }
            if lines <= count(need.extent.lines) {
                highest[need.rows.start] = f32::INFINITY;
                continue;
            }
            highest[need.rows.start] += 1.0;
            let width = need.width(lines - 1.0) + self.padding;
            if width <= widths[column] + left {
                steps[column].push((width, need.rows.start));
            }
        }
        let mut best: Option<(f32, usize, f32)> = None;
        for (column, steps) in steps.iter_mut().enumerate() {
            steps.sort_by(|one, other| one.0.total_cmp(&other.0));
            let mut gain = 0.0;
            for (width, row) in steps.iter() {
                gain += 1.0 / highest[*row].max(1.0);
                let price = (width - widths[column]).max(NEAR);
                if best.is_none_or(|best| gain / price > best.0) {
                    best = Some((gain / price, column, *width));
                }
            }
        }
        best.map(|(_, column, width)| (column, width)).filter(|(column, width)| *width > widths[*column])
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
