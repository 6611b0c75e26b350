//! The history of a document: its revisions by date.

use std::cmp::Ordering;

use crate::model::{Date, Statement};

/// A revision with a date.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dated<'s> {
    /// Its position in the list.
    pub(super) number: usize,
    pub(super) date: Date,
    pub(super) version: Option<&'s str>,
}

/// The revisions of a statement that have a date, in the author's order.
#[derive(Debug)]
pub(super) struct Revisions<'s> {
    dated: Vec<Dated<'s>>,
    is_descending: bool,
    are_all_dated: bool,
}

impl<'s> Revisions<'s> {
    pub(super) fn of(statement: &'s Statement) -> Self {
        let all = &statement.statement.revisions;
        let dated = all.iter().enumerate().filter_map(|(number, revision)| {
            let version = revision.version.as_deref().map(str::trim).filter(|version| !version.is_empty());
            Some(Dated { number, date: revision.date?, version })
        });
        let dated: Vec<_> = dated.collect();
        let ends = dated.first().zip(dated.last());
        let is_descending = ends.is_some_and(|(first, last)| first.date > last.date);
        Self { are_all_dated: dated.len() == all.len(), is_descending, dated }
    }

    pub(super) const fn are_all_dated(&self) -> bool {
        self.are_all_dated
    }

    /// The first revision that does not follow the order of the list, after the one before it.
    pub(super) fn out_of_order(&self) -> Option<(Dated<'s>, Dated<'s>)> {
        let is_wrong = |pair: &&[Dated<'s>]| {
            let order = pair[0].date.cmp(&pair[1].date);
            order == if self.is_descending { Ordering::Less } else { Ordering::Greater }
        };
        self.dated.windows(2).find(is_wrong).map(|pair| (pair[0], pair[1]))
    }

    pub(super) fn are_in_order(&self) -> bool {
        self.out_of_order().is_none()
    }

    /// The positions of the revisions, ordered by date in the direction of the list.
    pub(super) fn by_date(&self) -> Vec<usize> {
        let mut ordered = self.dated.clone();
        ordered.sort_by(|one, other| {
            let order = one.date.cmp(&other.date);
            if self.is_descending { order.reverse() } else { order }
        });
        ordered.into_iter().map(|revision| revision.number).collect()
    }

    /// Each revision with the one that follows it in time.
    pub(super) fn neighbours(&self) -> impl Iterator<Item = (Dated<'s>, Dated<'s>)> + '_ {
        let pairs = self.dated.windows(2).map(|pair| (pair[0], pair[1]));
        pairs.map(|(first, second)| if self.is_descending { (second, first) } else { (first, second) })
    }

    /// The revision with the latest date; of several of one day the one at the end of the history.
    pub(super) fn newest(&self) -> Option<Dated<'s>> {
        if self.is_descending { self.dated.first() } else { self.dated.last() }.copied()
    }
}

/// How one version compares with another; `None` where they are different and not both numbers with dots.
pub(super) fn compared(one: &str, other: &str) -> Option<Ordering> {
    let bare = |version: &str| version.trim().trim_start_matches(['v', 'V']).trim().to_lowercase();
    let (one, other) = (bare(one), bare(other));
    if one == other {
        return Some(Ordering::Equal);
    }
    let numbers =
        |version: &str| -> Option<Vec<u64>> { version.split('.').map(|part| part.parse().ok()).collect() };
    let (mut one, mut other) = (numbers(&one)?, numbers(&other)?);
    let length = one.len().max(other.len());
    one.resize(length, 0);
    other.resize(length, 0);
    Some(one.cmp(&other))
}
