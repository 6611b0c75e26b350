//! `Deployment`: a site walked once, its references followed, for everybody who asks about it.

use std::collections::BTreeMap;

use super::{Content, Document, Endpoint, Implemented, Link, Project, References, Site, Target};
use crate::finding::{DocumentId, Place};
use crate::route::Route;

/// A deployed entity, with what it implements.
#[derive(Debug)]
pub struct DeployedEntity<'p> {
    /// The entity.
    pub endpoint: Endpoint<'p>,
    /// The entity of a statement that it is an instance of; none where it does not say.
    pub implements: Option<Target<'p, Implemented<'p>>>,
}

impl<'p> DeployedEntity<'p> {
    /// The entity of a statement that it is an instance of, where that is known.
    pub fn implemented(&self) -> Option<Implemented<'p>> {
        self.implements.as_ref()?.found()
    }
}

/// A governed link, its ends resolved.
#[derive(Debug)]
pub struct LinkUse<'p> {
    /// The document that governs it.
    pub document: &'p Document,
    /// The organization that governs it.
    pub organization: Option<&'p str>,
    /// Its position in the list.
    pub index: usize,
    /// What is written.
    pub link: &'p Link,
    /// Where it starts.
    pub source: Target<'p, Endpoint<'p>>,
    /// Where it leads.
    pub target: Target<'p, Endpoint<'p>>,
}

impl<'p> LinkUse<'p> {
    /// Whether this is that very link.
    pub fn is(&self, other: &Self) -> bool {
        self.document.id == other.document.id && self.index == other.index
    }

    /// Where it stands in its document.
    pub fn route(&self) -> Route {
        Route::root().key("links").index(self.index)
    }

    /// The link itself, for a finding that rests on it.
    pub fn place(&self) -> Place {
        Place::value(self.document.id, self.route())
    }

    /// Whether one of its ends leads to an entity that is not there.
    pub fn leads_astray(&self) -> bool {
        let is_astray = |end: &Target<'_, _>| !matches!(end, Target::Found(_) | Target::Unknown);
        is_astray(&self.source) || is_astray(&self.target)
    }

    /// Whether it leads back to where it starts.
    pub fn is_self_link(&self) -> bool {
        self.ends().is_some_and(|(source, target)| source.is(&target))
    }

    /// Source and target, where both resolve.
    pub fn ends(&self) -> Option<(Endpoint<'p>, Endpoint<'p>)> {
        Some((self.source.found()?, self.target.found()?))
    }
}

/// A site, walked once.
#[derive(Debug)]
pub struct Deployment<'p> {
    /// The entities, in the author's order.
    pub entities: Vec<DeployedEntity<'p>>,
    /// The links, in the author's order.
    pub links: Vec<LinkUse<'p>>,
}

impl<'p> Deployment<'p> {
    /// Walks a site.
    pub fn of(references: &References<'p>, document: &'p Document, site: &'p Site) -> Self {
        let endpoints = site.application_entities.into_iter();
        let entities = endpoints.map(|(name, entity)| {
            let endpoint = Endpoint { document, site, name, entity };
            let implements = entity.implements.is_some().then(|| references.implemented(&endpoint));
            DeployedEntity { endpoint, implements }
        });
        let links = site.links.iter().enumerate().map(|(index, link)| LinkUse {
            document,
            organization: site.organization_of_link(link),
            index,
            link,
            source: references.end(document, site, link.source.as_deref()),
            target: references.end(document, site, link.target.as_deref()),
        });
        Self { entities: entities.collect(), links: links.collect() }
    }
}

/// All sites of a project, walked once.
#[derive(Debug, Default)]
pub struct Deployments<'p>(BTreeMap<DocumentId, Deployment<'p>>);

impl<'p> Deployments<'p> {
    /// Walks the sites of a project.
    pub fn of(project: &'p Project, references: &References<'p>) -> Self {
        Self::of_documents(&project.documents, references)
    }

    /// Walks the sites among some documents.
    pub fn of_documents(
        documents: impl IntoIterator<Item = &'p Document>,
        references: &References<'p>,
    ) -> Self {
        let sites = documents.into_iter().filter_map(|document| match &document.content {
            Content::Site(site) => Some((document.id, Deployment::of(references, document, site))),
            _ => None,
        });
        Self(sites.collect())
    }

    /// The sites, in the order of their documents.
    pub fn iter(&self) -> impl Iterator<Item = &Deployment<'p>> {
        self.0.values()
    }

    /// The site in a document.
    pub fn in_document(&self, document: DocumentId) -> Option<&Deployment<'p>> {
        self.0.get(&document)
    }

    /// What is known of an endpoint.
    pub fn entity(&self, endpoint: &Endpoint<'p>) -> Option<&DeployedEntity<'p>> {
        let position = endpoint.site.application_entities.get_index_of(endpoint.name)?;
        self.in_document(endpoint.document.id)?.entities.get(position)
    }
}
