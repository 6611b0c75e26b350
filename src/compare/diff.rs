//! What changed between two versions of a document, and what that means to a peer that worked with the old one.
//!
//! Both versions are grown into trees of what they *mean*: names stand as UIDs, sets as their members, order counts
//! only where it says something. The trees are walked together; what differs is a [`Fact`]. The first [`ChangeRule`]
//! that explains it says what it means, and one cause makes one [`Change`].

mod align;
mod cause;
mod grow;
mod identity;
mod meaning;
mod rule;
mod rules;
mod settle;
mod show;
mod tree;
mod turn;
mod walk;

use std::fmt;

use crate::model::{Content, Requirements, Site, Statement};
use crate::route::Route;

pub use rule::{Area, ChangeRule};
pub use rules::{CHANGE_RULES, change_rule};

/// What a change means to a peer that worked with the old version; the worst is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Impact {
    /// The same is said in other words.
    Editorial,
    /// More is supported, or less is asked for; what worked goes on working.
    Compatible,
    /// Something that peers could rely on is gone or narrower.
    Breaking,
}

impl Impact {
    /// All of them, the worst first.
    pub const ALL: [Self; 3] = [Self::Breaking, Self::Compatible, Self::Editorial];

    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Compatible => "compatible",
            Self::Editorial => "editorial",
        }
    }
}

impl fmt::Display for Impact {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// What happened to something that a document says. The texts show it as a reader would say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// It is said now and was not.
    Added {
        /// What is said.
        after: String,
    },
    /// It was said and is not any more.
    Removed {
        /// What was said.
        before: String,
    },
    /// It is said differently.
    Changed {
        /// What was said.
        before: String,
        /// What is said.
        after: String,
    },
}

impl Fact {
    /// The word for it.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Added { .. } => "added",
            Self::Removed { .. } => "removed",
            Self::Changed { .. } => "changed",
        }
    }

    /// What was said, where anything was.
    pub fn before(&self) -> Option<&str> {
        match self {
            Self::Added { .. } => None,
            Self::Removed { before } | Self::Changed { before, .. } => Some(before),
        }
    }

    /// What is said, where anything is.
    pub fn after(&self) -> Option<&str> {
        match self {
            Self::Removed { .. } => None,
            Self::Added { after } | Self::Changed { after, .. } => Some(after),
        }
    }
}

/// One change, with one cause.
#[derive(Debug, Clone)]
pub struct Change {
    /// The rule that says what it means.
    pub rule: &'static ChangeRule,
    /// What it means to a peer.
    pub impact: Impact,
    /// What happened.
    pub fact: Fact,
    /// Whether the texts of the fact are prose, to be compared word by word.
    pub is_prose: bool,
    /// What it is about, the outermost first: an entity, an activity, a SOP class.
    pub subject: Vec<String>,
    /// Where it stood in the old version.
    pub old: Option<Route>,
    /// Where it stands in the new version.
    pub new: Option<Route>,
    /// What changed, in a sentence.
    pub message: String,
}

impl Change {
    /// What it is about, in one line: `STORAGE › Receive Images › CT Image Storage`.
    pub fn subject_line(&self) -> String {
        self.subject.join(" › ")
    }
}

/// All changes from one version to the next.
#[derive(Debug, Clone, Default)]
pub struct Diff {
    /// The changes in the order of the document, what is removed at the place where it stood.
    pub changes: Vec<Change>,
}

impl Diff {
    /// Whether nothing changed that means anything.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The worst impact of all changes; none where there is no change.
    pub fn impact(&self) -> Option<Impact> {
        self.changes.iter().map(|change| change.impact).max()
    }

    /// The changes of some impact, in their order.
    pub fn of_impact(&self, impact: Impact) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| change.impact == impact)
    }
}

/// What changed between two versions of a statement.
pub fn diff(old: &Statement, new: &Statement) -> Diff {
    settle::changes(&grow::statement(old), &grow::statement(new))
}

/// What changed between two versions of requirements.
pub fn diff_requirements(old: &Requirements, new: &Requirements) -> Diff {
    settle::changes(&grow::requirements(old), &grow::requirements(new))
}

/// What changed between two versions of a site.
pub fn diff_sites(old: &Site, new: &Site) -> Diff {
    settle::changes(&grow::site(old), &grow::site(new))
}

/// What changed between two versions of a document; `None` where the two are of different kinds, or of one that has
/// no versions.
pub fn diff_documents(old: &Content, new: &Content) -> Option<Diff> {
    match (old, new) {
        (Content::Statement(old), Content::Statement(new)) => Some(diff(old, new)),
        (Content::Requirements(old), Content::Requirements(new)) => Some(diff_requirements(old, new)),
        (Content::Site(old), Content::Site(new)) => Some(diff_sites(old, new)),
        _ => None,
    }
}
