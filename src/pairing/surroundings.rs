//! `Surroundings`: the documents that a site stands among, and what is known of them together.

use super::{Listeners, Pairings};
use crate::model::{Deployments, Document, Project, References};

/// The documents that a site stands among: what its links carry is told by the statements that their ends implement, which
/// are documents of their own.
#[derive(Debug)]
pub struct Surroundings<'p> {
    /// The sites, their references followed.
    pub deployments: Deployments<'p>,
    /// Who accepts associations there.
    pub listeners: Listeners<'p>,
    /// What each two entities of statements can do together, as far as somebody has asked.
    pub pairings: Pairings<'p>,
}

impl<'p> Surroundings<'p> {
    /// All documents of a project.
    pub fn of(project: &'p Project) -> Self {
        Self::among(Deployments::of(project, &References::of(project)))
    }

    /// A document by itself: whatever it refers to is not there.
    pub fn alone(document: &'p Document) -> Self {
        Self::among(Deployments::of_documents([document], &References::of_documents([document])))
    }

    fn among(deployments: Deployments<'p>) -> Self {
        Self { listeners: Listeners::of(&deployments), deployments, pairings: Pairings::default() }
    }
}
