//! `Shard`: a part of all pairs, so that several machines share the work.

use std::ops::Range;

/// A part of all pairs: the one with this number of so many, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shard {
    /// Which part, from 1.
    pub number: u32,
    /// How many parts there are.
    pub count: u32,
}

impl Shard {
    /// All pairs.
    pub const WHOLE: Self = Self { number: 1, count: 1 };

    /// The part with a number, where it is one of those that there are.
    pub fn new(number: u32, count: u32) -> Option<Self> {
        (1..=count).contains(&number).then_some(Self { number, count })
    }

    /// Whether it has all pairs.
    pub const fn is_whole(self) -> bool {
        self.count == 1
    }

    /// Its pairs: parts follow one another, and differ by one pair at most.
    pub fn range(self, total: usize) -> Range<usize> {
        let end = |number: u32| {
            let end = total as u128 * u128::from(number) / u128::from(self.count);
            usize::try_from(end).unwrap_or(total)
        };
        end(self.number - 1)..end(self.number)
    }
}

/// How many pairs so many products have.
pub(super) const fn number_of_pairs(members: usize) -> usize {
    members * members.saturating_sub(1) / 2
}

/// A range of all pairs, which are ordered by their first members, then by their others.
pub(super) fn pairs(members: usize, range: Range<usize>) -> impl Iterator<Item = [u32; 2]> {
    let members = u32::try_from(members).unwrap_or(u32::MAX);
    let all = (0..members).flat_map(move |one| (one + 1..members).map(move |other| [one, other]));
    all.skip(range.start).take(range.len())
}
