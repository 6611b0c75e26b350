//! `References`: what the references of sites lead to, in the documents that were read together.

use std::collections::{HashMap, HashSet};

use super::{ApplicationEntity, Content, Document, Named, Project, Site, SiteEntity, Statement, join};
use crate::finding::{DocumentId, Place};
use crate::notation::{Part, Reference, SyntaxError};
use crate::route::Route;

/// An Application Entity of a site, wherever that site is written.
#[derive(Debug, Clone, Copy)]
pub struct Endpoint<'p> {
    /// The document of the site.
    pub document: &'p Document,
    /// The site.
    pub site: &'p Site,
    /// The author's name for the entity.
    pub name: &'p str,
    /// What it says.
    pub entity: &'p SiteEntity,
}

impl<'p> Endpoint<'p> {
    /// The organization that governs it.
    pub fn organization(&self) -> Option<&'p str> {
        self.site.organization_of(self.entity)
    }

    /// Whether this is that very entity.
    pub fn is(&self, other: &Self) -> bool {
        self.document.id == other.document.id && self.name == other.name
    }

    /// Where it stands in its document.
    pub fn route(&self) -> Route {
        Route::root().key("application_entities").key(self.name)
    }

    /// Where one of its values stands.
    pub fn place(&self, key: &str) -> Place {
        Place::value(self.document.id, self.route().key(key))
    }
}

/// An Application Entity of a statement that a deployed one is an instance of.
#[derive(Debug, Clone, Copy)]
pub struct Implemented<'p> {
    /// The document of the statement.
    pub document: &'p Document,
    /// The statement.
    pub statement: &'p Statement,
    /// The author's name for the entity.
    pub name: &'p str,
    /// What it says.
    pub entity: &'p ApplicationEntity,
}

impl Implemented<'_> {
    /// Where it stands in its document.
    pub fn route(&self) -> Route {
        Route::root().key("application_entities").key(self.name)
    }
}

/// What a reference leads to.
#[derive(Debug, Clone)]
pub enum Target<'p, T> {
    /// An entity.
    Found(T),
    /// Nobody can tell, as nothing is written, or as the document that it leads into could not be read.
    Unknown,
    /// It is no reference.
    Malformed(SyntaxError),
    /// It names a document that the site does not declare.
    UndeclaredDocument(Part<String>),
    /// It names no document, and needs one.
    NoDocument(Part<String>),
    /// It leads into a document that is there and has no such entity.
    NoEntity {
        /// The document.
        document: &'p Document,
        /// The name that it does not have.
        name: Part<String>,
    },
}

impl<T: Copy> Target<'_, T> {
    /// The entity, where there is one.
    pub fn found(&self) -> Option<T> {
        match self {
            Self::Found(entity) => Some(*entity),
            _ => None,
        }
    }
}

/// The documents of a project, ready to be referred to.
#[derive(Debug)]
pub struct References<'p> {
    documents: HashMap<&'p str, &'p Document>,
    /// Documents whose entities are known in part only.
    incomplete: HashSet<DocumentId>,
}

impl<'p> References<'p> {
    /// The documents of a project.
    pub fn of(project: &'p Project) -> Self {
        let entities = Route::root().key("application_entities");
        let lost = project.lost.iter().filter(|(_, route)| entities.is_within(route));
        let incomplete = lost.map(|(document, _)| *document).collect();
        Self { incomplete, ..Self::of_documents(&project.documents) }
    }

    /// Some documents, of which nothing is lost.
    pub fn of_documents(all: impl IntoIterator<Item = &'p Document>) -> Self {
        let mut documents = HashMap::new();
        for document in all {
            documents.entry(document.path.as_str()).or_insert(document);
        }
        Self { documents, incomplete: HashSet::new() }
    }

    /// The document at a path relative to another one; `None` if no such file was there to be read.
    pub fn document(&self, from: &Document, path: &str) -> Option<&'p Document> {
        self.documents.get(join(&from.path, path).as_str()).copied()
    }

    /// The end of a link of a site: an entity of its own, or of a site that it declares in `sites`.
    pub fn end(&self, from: &'p Document, site: &'p Site, text: Option<&str>) -> Target<'p, Endpoint<'p>> {
        let own = text.and_then(|name| site.application_entities.get_key_value(name));
        if let Some((name, entity)) = own {
            return Target::Found(Endpoint { document: from, site, name, entity });
        }
        let reference = match parsed(text) {
            Ok(reference) => reference,
            Err(target) => return target,
        };
        let document = match &reference.document {
            None => from,
            Some(name) => match self.declared(from, &site.sites, name) {
                Ok(document) => document,
                Err(target) => return target,
            },
        };
        let Content::Site(site) = &document.content else { return self.absent(document, reference) };
        match site.application_entities.get_key_value(&reference.entity.value) {
            Some((name, entity)) => Target::Found(Endpoint { document, site, name, entity }),
            None => self.absent(document, reference),
        }
    }

    /// What a deployed entity implements: an entity of a statement that its site declares in `statements`.
    pub fn implemented(&self, endpoint: &Endpoint<'p>) -> Target<'p, Implemented<'p>> {
        let reference = match parsed(endpoint.entity.implements.as_deref()) {
            Ok(reference) => reference,
            Err(target) => return target,
        };
        let Some(name) = &reference.document else { return Target::NoDocument(reference.entity) };
        let document = match self.declared(endpoint.document, &endpoint.site.statements, name) {
            Ok(document) => document,
            Err(target) => return target,
        };
        let Content::Statement(statement) = &document.content else {
            return self.absent(document, reference);
        };
        match statement.application_entities.get_key_value(&reference.entity.value) {
            Some((name, entity)) => Target::Found(Implemented { document, statement, name, entity }),
            None => self.absent(document, reference),
        }
    }

    fn declared<T>(
        &self,
        from: &Document,
        declarations: &Named<String>,
        name: &Part<String>,
    ) -> Result<&'p Document, Target<'p, T>> {
        let path = declarations.get(&name.value).ok_or_else(|| Target::UndeclaredDocument(name.clone()))?;
        self.document(from, path).ok_or(Target::Unknown)
    }

    fn absent<T>(&self, document: &'p Document, reference: Reference) -> Target<'p, T> {
        let is_unknown =
            matches!(document.content, Content::Unreadable) || self.incomplete.contains(&document.id);
        if is_unknown { Target::Unknown } else { Target::NoEntity { document, name: reference.entity } }
    }
}

fn parsed<'p, T>(text: Option<&str>) -> Result<Reference, Target<'p, T>> {
    let text = text.ok_or(Target::Unknown)?;
    Reference::parse(text).map_err(Target::Malformed)
}
