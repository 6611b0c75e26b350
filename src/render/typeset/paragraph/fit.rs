//! Where lines end: the choice that leaves the right edge as even as possible.
//!
//! Every way to break a paragraph has a cost, and the cheapest is taken: as few lines as possible, then lines of about the
//! same length, then few breaks that a reader stumbles over. The cost of a line depends on its two ends only, so the
//! best way to each place follows from the best ways to the places before it.

use super::fragment::{Fragment, Fragments};
use super::opportunity::Joint;

/// What one more line costs: more than any unevenness of those there are.
const LINE: f64 = 1000.0;
/// What the gap at the end of an empty line would cost; gaps cost their square.
const GAP: f64 = 100.0;
/// What a line costs for each of its widths that it is too wide.
const OVERFULL: f64 = 1.0e6;
/// What a last line of next to nothing costs, and the share of the width up to which it is that.
const RUNT: (f64, f64) = (4.0, 0.12);
/// How many lines one after the other may end in a hyphen.
const HYPHENS: usize = 2;
/// How many fragments are tried for a line: some stand for nothing that is seen.
const LONGEST_LINE: usize = 2000;

impl Joint {
    /// What it costs to break here.
    fn cost(self) -> f64 {
        match self {
            Self::Line | Self::Space => 0.0,
            Self::Plain => 1.0,
            Self::Path => 8.0,
            Self::Hyphen => 12.0,
            Self::Whole => 4.0,
            Self::Letter => 40.0,
        }
    }
}

/// The best way to a place that has a number of hyphenated lines right before it.
#[derive(Clone, Copy)]
struct Way {
    cost: f64,
    /// Where the last line begins.
    start: usize,
    /// How many hyphenated lines are before that.
    hyphens: usize,
}

const NO_WAY: Way = Way { cost: f64::INFINITY, start: 0, hyphens: 0 };

impl Fragments {
    /// The number of fragments up to the end of each line of `width`; `hyphen` is how wide one is at most.
    pub(super) fn ends(&self, width: f32, hyphen: f32) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut start = 0;
        for lines in self.fragments.chunk_by(|before, _| before.joint != Joint::Line) {
            if natural_width(lines) <= width {
                ends.push(start + lines.len());
            } else {
                let fit = Fit { fragments: lines, width, hyphen, is_barred: barred(lines, width) };
                ends.extend(fit.ends().into_iter().map(|end| start + end));
            }
            start += lines.len();
        }
        ends
    }
}

/// How wide fragments are in one line.
pub(super) fn natural_width(fragments: &[Fragment]) -> f32 {
    let sum: f32 = fragments.iter().map(Fragment::advance).sum();
    sum - fragments.last().map_or(0.0, |last| last.advance() - last.width)
}

/// After which fragments no line may end, because what should stay whole does fit in a line.
fn barred(fragments: &[Fragment], width: f32) -> Vec<bool> {
    let groups = fragments.chunk_by(|before, _| before.joint == Joint::Whole);
    groups
        .flat_map(|group| {
            let fits = natural_width(group) <= width;
            (1..=group.len()).map(move |place| fits && place < group.len())
        })
        .collect()
}

struct Fit<'f> {
    fragments: &'f [Fragment],
    width: f32,
    hyphen: f32,
    is_barred: Vec<bool>,
}

impl Fit<'_> {
    fn ends(&self) -> Vec<usize> {
        let count = self.fragments.len();
        let mut ways = vec![[NO_WAY; HYPHENS + 1]; count + 1];
        ways[0][0].cost = 0.0;
        for end in 1..=count {
            if !self.is_barred[end - 1] {
                ways[end] = self.best(end, &ways);
            }
        }
        let mut ends = Vec::new();
        let mut end = count;
        let mut hyphens = cheapest(&ways[count]);
        while end > 0 {
            ends.push(end);
            let way = ways[end][hyphens];
            (end, hyphens) = (way.start, way.hyphens);
        }
        ends.reverse();
        ends
    }

    /// The best ways to a line that ends before the fragment `end`.
    fn best(&self, end: usize, ways: &[[Way; HYPHENS + 1]]) -> [Way; HYPHENS + 1] {
        let last = &self.fragments[end - 1];
        let is_hyphenated = last.joint == Joint::Hyphen && end < self.fragments.len();
        let mut width = if is_hyphenated { self.hyphen } else { 0.0 } - (last.advance() - last.width);
        let mut best = [NO_WAY; HYPHENS + 1];
        for start in (end.saturating_sub(LONGEST_LINE)..end).rev() {
            width += self.fragments[start].advance();
            let line = self.cost(start, end, width);
            for (hyphens, way) in ways[start].iter().enumerate().filter(|(_, way)| way.cost.is_finite()) {
                let in_a_row = if is_hyphenated { hyphens + 1 } else { 0 };
                let too_many = if in_a_row > HYPHENS { LINE } else { 0.0 };
                let cost = way.cost + line + too_many;
                let place = &mut best[in_a_row.min(HYPHENS)];
                if cost < place.cost {
                    *place = Way { cost, start, hyphens };
                }
            }
            let is_reached = best.iter().any(|way| way.cost.is_finite());
            if width > self.width && is_reached {
                break;
            }
        }
        best
    }

    /// What a line of some fragments costs.
    fn cost(&self, start: usize, end: usize, width: f32) -> f64 {
        let share = f64::from(width / self.width);
        if share > 1.0001 {
            return LINE + OVERFULL * (share - 1.0);
        }
        if end == self.fragments.len() {
            let is_runt = start > 0 && share < RUNT.1;
            return LINE + if is_runt { RUNT.0 } else { 0.0 };
        }
        let gap = 1.0 - share;
        LINE + GAP * gap * gap + self.fragments[end - 1].joint.cost()
    }
}

/// The place of the cheapest way.
fn cheapest(ways: &[Way]) -> usize {
    let costs = ways.iter().enumerate().map(|(place, way)| (place, way.cost));
    costs.min_by(|(_, one), (_, other)| one.total_cmp(other)).map_or(0, |(place, _)| place)
}
