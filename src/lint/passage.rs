//! `Passage`: a text under examination, whose words are told from its marks once for all rules.

use std::cell::OnceCell;
use std::ops::Range;

use super::findings::{Findings, Wording};
use super::rule::StatementSubject;
use crate::document::{Manuscript, manuscript};
use crate::model::Text;

/// A text, and the statement that it is of.
pub(crate) struct Passage<'t, 'p> {
    pub(crate) text: &'t Text<'t>,
    pub(crate) statement: Option<&'t StatementSubject<'p>>,
    manuscript: OnceCell<Manuscript>,
}

impl<'t, 'p> Passage<'t, 'p> {
    pub(super) const fn new(text: &'t Text<'t>, statement: Option<&'t StatementSubject<'p>>) -> Self {
        Self { text, statement, manuscript: OnceCell::new() }
    }

    /// The text as it is written; a look at it tells whether it is worth to be taken apart.
    pub(crate) const fn written(&self) -> &'t str {
        self.text.text
    }

    /// What the Markdown of prose says. Ask for it only where there is something to look for.
    pub(crate) fn manuscript(&self) -> &Manuscript {
        self.manuscript.get_or_init(|| manuscript(self.text.text))
    }

    /// The words of the text, each at its place.
    pub(crate) fn words(&self) -> &str {
        if self.text.is_prose { &self.manuscript().words } else { self.text.text }
    }

    /// Whether it stands under these keys, from the root of the document to the last one.
    pub(crate) fn is_at(&self, keys: &[&str]) -> bool {
        self.text.key() == keys.last().copied().unwrap_or_default()
            && self.text.keys().eq(keys.iter().copied())
    }

    /// Reports a part of the text, or the whole name where it is one.
    pub(crate) fn report<'f>(
        &self,
        findings: &'f mut Findings,
        part: Range<usize>,
        message: impl Into<String>,
    ) -> Wording<'f> {
        if self.text.is_key {
            findings.at_key(self.text.route(), message)
        } else {
            findings.within(self.text.route(), part, message)
        }
    }
}
