//! `Surroundings`: the documents that a document is rendered among, and what is known of them together.

use crate::model::{Deployments, Document, Project, References};
use crate::pairing::{Listeners, Pairings};

/// The documents that a document is rendered among: a site tells what its links carry by the statements that their ends
/// implement, which are documents of their own.
#[derive(Debug)]
pub struct Surroundings<'p> {
    pub(super) deployments: Deployments<'p>,
    pub(super) listeners: Listeners<'p>,
    pub(super) pairings: Pairings<'p>,
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
