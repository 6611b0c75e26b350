//! `--since`: what git knows of the earlier versions of sites.

use std::collections::{BTreeSet, HashMap};

use dicomply::lint::{History, Stages, Version};
use dicomply::model::{Content, Document, Project, Site};
use dicomply::route::Route;
use dicomply::source::{Reading, read};

use crate::console::note;
use crate::failure::Failure;
use crate::files::Gathered;
use crate::git::{Past, Snapshot};

/// What the sites among some documents were since a revision.
pub(super) fn history(gathered: &Gathered, revision: &str) -> Result<History, Failure> {
    let past = Past::since(revision)?;
    let reading = read(gathered.inputs.clone(), &gathered.disk);
    let mut history = History::default();
    let sites = reading
        .project
        .documents
        .iter()
        .filter(|document| matches!(document.content, Content::Site(_)) && !document.is_referenced);
    for document in sites {
        let path = document.path.as_str();
        let Some(inside) = past.inside(path) else {
            note(&format!(
                "note: `{path}` is outside the repository, and nothing is known of what was before\n"
            ));
            continue;
        };
        let files = reading.sources.files_of(document.id).filter_map(|file| past.inside(file.path()));
        let versions = Versions::of(&past, &inside, files.collect())?;
        if !versions.was_there {
            note(&format!(
                "note: there is no `{inside}` in `{revision}`: what it begins with is taken as it is\n"
            ));
        }
        history.add(path, versions.list);
    }
    Ok(history)
}

/// The versions of a site.
struct Versions {
    list: Vec<Version>,
    /// Whether the first one has it.
    was_there: bool,
}

/// A site at a commit.
enum Found {
    /// It is there.
    Site(Box<Site>, BTreeSet<String>),
    /// There is no such file, or it is no site.
    Nothing,
    /// It cannot be understood.
    Unreadable,
}

impl Versions {
    /// The versions of the site at a path from the root of the repository, which is made of some files now.
    fn of(past: &Past, path: &str, mut files: BTreeSet<String>) -> Result<Self, Failure> {
        let (base, name) = past.base();
        let first = found(base, path)?;
        if let Found::Site(_, parts) = &first {
            files.extend(parts.iter().cloned());
        }
        let was_there = !matches!(first, Found::Nothing);
        let mut known = HashMap::from([(base.to_owned(), 0)]);
        let mut versions = Self { list: Vec::new(), was_there };
        versions.add(first, name, path, Vec::new());
        let files: Vec<String> = files.into_iter().collect();
        for commit in past.commits(&files)? {
            // Behind the base nothing touches the files, so what was made from anything else was made from it.
            let mut parents = commit.positions(&known);
            if parents.is_empty() {
                parents.push(0);
            }
            let number = versions.add(found(&commit.id, path)?, &commit.name, path, parents);
            known.insert(commit.id, number);
        }
        Ok(versions)
    }

    /// Adds a version, and says which one the next ones are made from: of one that cannot be understood its parent.
    fn add(&mut self, found: Found, name: &str, path: &str, parents: Vec<usize>) -> usize {
        let stages = match found {
            Found::Site(site, _) => Some(Stages::of(&site)),
            Found::Nothing => None,
            Found::Unreadable => {
                note(&format!("note: `{path}` cannot be understood in `{name}`, which is passed over\n"));
                match parents.first() {
                    Some(parent) => return *parent,
                    None => None,
                }
            }
        };
        self.list.push(Version { revision: name.to_owned(), parents, stages });
        self.list.len() - 1
    }
}

/// The site at a path in a commit, and the files that it is made of there.
fn found(commit: &str, path: &str) -> Result<Found, Failure> {
    let Some((snapshot, input)) = Snapshot::at(commit, path)? else { return Ok(Found::Nothing) };
    let Reading { project: Project { documents, lost }, sources, .. } = read(vec![input], &snapshot);
    let Some(Document { id, content, .. }) = documents.into_iter().next() else {
        return Ok(Found::Nothing);
    };
    let lists = ["application_entities", "links"].map(|key| Route::root().key(key));
    let is_lost = |route: &Route| *route == Route::root() || lists.contains(route);
    if lost.iter().any(|(of, route)| *of == id && is_lost(route)) {
        return Ok(Found::Unreadable);
    }
    Ok(match content {
        Content::Site(site) => {
            let files = sources.files_of(id).map(|file| file.path().to_owned()).collect();
            Found::Site(site, files)
        }
        Content::Unreadable => Found::Unreadable,
        _ => Found::Nothing,
    })
}
