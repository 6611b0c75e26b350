//! The entity that is meant: by its name, by site and name, or by its AE title.

use crate::finding::DocumentId;
use crate::model::{Content, Document, Endpoint, Project, Site, join};
use crate::standard::nearest::nearest;

/// Why no entity is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfound {
    /// No entity is called so; the nearest name, if one is near.
    Nobody(Option<String>),
    /// Several are; how each can be named.
    Several(Vec<String>),
    /// There is no site at all.
    NoSite,
}

/// The entity that a name means. The sites under examination go before those that they refer to, and names before titles.
pub fn find<'p>(project: &'p Project, name: &str) -> Result<Endpoint<'p>, Unfound> {
    let sites: Vec<(&Document, &Site)> = project.documents.iter().filter_map(site_of).collect();
    if sites.is_empty() {
        return Err(Unfound::NoSite);
    }
    let all: Vec<Endpoint<'p>> =
        sites.iter().flat_map(|(document, site)| endpoints(document, site)).collect();
    let own = |endpoint: &&Endpoint<'_>| !endpoint.document.is_referenced;
    let is_named = |endpoint: &&Endpoint<'_>| endpoint.name == name;
    let is_titled = |endpoint: &&Endpoint<'_>| {
        endpoint.entity.ae_title.as_deref().is_some_and(|title| title.trim() == name.trim())
    };
    let attempts: [Vec<Endpoint<'p>>; 5] = [
        all.iter().filter(own).filter(is_named).copied().collect(),
        qualified(&sites, &all, name),
        all.iter().filter(|endpoint| !own(endpoint)).filter(is_named).copied().collect(),
        all.iter().filter(own).filter(is_titled).copied().collect(),
        all.iter().filter(|endpoint| !own(endpoint)).filter(is_titled).copied().collect(),
    ];
    match attempts.into_iter().find(|found| !found.is_empty()).as_deref() {
        Some([only]) => Ok(*only),
        Some(several) => Err(Unfound::Several(several.iter().map(full_name).collect())),
        None => {
            let names = all.iter().map(full_name).collect::<Vec<_>>();
            let plain = all.iter().map(|endpoint| endpoint.name);
            let titles = all.iter().filter_map(|endpoint| endpoint.entity.ae_title.as_deref());
            let candidates = plain.chain(names.iter().map(String::as_str)).chain(titles);
            Err(Unfound::Nobody(nearest(name, candidates).map(str::to_owned)))
        }
    }
}

fn site_of(document: &Document) -> Option<(&Document, &Site)> {
    match &document.content {
        Content::Site(site) => Some((document, site)),
        _ => None,
    }
}

fn endpoints<'p>(document: &'p Document, site: &'p Site) -> impl Iterator<Item = Endpoint<'p>> {
    let entities = site.application_entities.into_iter();
    entities.map(move |(name, entity)| Endpoint { document, site, name, entity })
}

/// `SITE#NAME`, where the site is one that another one declares, or is named by its file.
fn qualified<'p>(sites: &[(&'p Document, &'p Site)], all: &[Endpoint<'p>], name: &str) -> Vec<Endpoint<'p>> {
    let Some((wanted, entity)) = name.split_once('#') else { return Vec::new() };
    let declared =
        sites.iter().filter(|(document, _)| !document.is_referenced).filter_map(|(document, site)| {
            let path = site.sites.get(wanted)?;
            Some(join(&document.path, path))
        });
    let declared: Vec<String> = declared.collect();
    let is_meant = |endpoint: &&Endpoint<'_>| {
        endpoint.name == entity
            && (declared.contains(&endpoint.document.path)
                || stem(&endpoint.document.path) == wanted
                || endpoint.document.path == wanted)
    };
    all.iter().filter(is_meant).copied().collect()
}

/// How an entity is named among several sites.
fn full_name(endpoint: &Endpoint<'_>) -> String {
    format!("{}#{}", stem(&endpoint.document.path), endpoint.name)
}

/// The name of a file without its folders and its ending.
pub(super) fn stem(path: &str) -> &str {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// How an entity is named from a document: with its site where that is another one.
pub(super) fn name_from(endpoint: &Endpoint<'_>, from: DocumentId) -> String {
    if endpoint.document.id == from { endpoint.name.to_owned() } else { full_name(endpoint) }
}
