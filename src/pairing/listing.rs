//! `Listing`: what a statement lists, and how far that can be told.

use crate::model::survey::{ItemId, Survey};
use crate::model::{Item, Support};

/// What a statement lists.
#[derive(Debug, Clone)]
pub(super) struct Listing<T> {
    /// What is claimed.
    pub(super) entries: Vec<T>,
    /// What is denied.
    pub(super) denied: Vec<T>,
    /// Whether something is written at all.
    pub(super) is_stated: bool,
    /// Whether all that is written can be understood.
    pub(super) is_clear: bool,
}

impl<T> Default for Listing<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), denied: Vec::new(), is_stated: false, is_clear: true }
    }
}

impl<T> Listing<T> {
    /// Adds what is written; nothing for what cannot be understood.
    pub(super) fn add(&mut self, entry: Option<T>, support: Option<Support>) {
        self.is_stated = true;
        let is_claimed = support.is_none_or(Support::is_claim);
        match entry {
            Some(entry) if is_claimed => self.entries.push(entry),
            Some(entry) => self.denied.push(entry),
            None => self.is_clear &= !is_claimed,
        }
    }

    /// Whether these are all: something is written, and it can be understood.
    pub(super) const fn is_complete(&self) -> bool {
        self.is_stated && self.is_clear
    }
}

impl<'s> Listing<&'s str> {
    /// The UIDs of items that a survey has resolved.
    pub(super) fn of_items(survey: &Survey<'s>, ids: &[ItemId]) -> Self {
        let mut listing = Self::default();
        for id in ids {
            let item = survey.item(*id).item;
            let is_claimed = item.is_claimed();
            listing.add(survey.uid(*id), (!is_claimed).then_some(Support::No));
        }
        listing
    }

    /// The UIDs of items that a survey does not hold by their place.
    pub(super) fn of_syntaxes(survey: &Survey<'s>, items: &'s [Item]) -> Self {
        let mut listing = Self::default();
        for item in items {
            let name = item.name.as_deref().unwrap_or_default();
            match survey.transfer_syntax_set(name) {
                Some(members) if item.is_claimed() => listing.join(Self::of_items(survey, members)),
                _ => {
                    let place = crate::model::survey::ItemPlace::TransferSyntax;
                    let uid = item.uid.as_deref().or_else(|| survey.meaning_of(name, place).uid());
                    listing.add(uid, (!item.is_claimed()).then_some(Support::No));
                }
            }
        }
        listing
    }

    /// Adds all of another listing.
    pub(super) fn join(&mut self, other: Self) {
        self.entries.extend(other.entries);
        self.denied.extend(other.denied);
        self.is_stated |= other.is_stated;
        self.is_clear &= other.is_clear;
    }

    /// Adds what holds without being written, unless it is denied.
    pub(super) fn take_for_granted(&mut self, known: &[&'s str]) {
        for uid in known {
            if !self.entries.contains(uid) && !self.denied.contains(uid) {
                self.entries.push(uid);
            }
        }
    }

    /// Those that another side does not list.
    pub(super) fn missing_in(&self, other: &Self) -> Vec<&'s str> {
        self.entries.iter().filter(|uid| !other.entries.contains(uid)).copied().collect()
    }
}
