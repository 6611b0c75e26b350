//! `Snapshot`: the files of a revision, as far as documents may see them.

use std::collections::BTreeMap;

use dicomply::model::join;
use dicomply::source::{CONFIGURATION, Input, LARGEST_FILE, Loader, Refusal};
use dicomply::standard::nearest;

use super::{Named, answer, content, current_folder, tree_of};
use crate::failure::{Failure, said};

/// How many links may lead to one another.
const MOST_LINKS: usize = 16;

/// The files of a revision, by their paths from the root of the repository.
#[derive(Debug)]
pub(crate) struct Snapshot {
    /// The revision, as the user names it; empty for what is staged.
    revision: String,
    entries: BTreeMap<String, Entry>,
    /// The path that the user named.
    named: String,
}

/// What stands under a path.
#[derive(Debug)]
struct Entry {
    /// The object that holds its bytes.
    object: String,
    is_link: bool,
}

impl Snapshot {
    /// The files of the revision that the user names, and the document among them.
    pub(crate) fn of(named: Named<'_>) -> Result<(Self, Input), Failure> {
        let argument = format!("{}:{}", named.revision, named.path);
        let folder = current_folder(&argument)?;
        let listing = if named.revision.is_empty() {
            answer(&["ls-files", "-s", "-z", "--full-name", "--", ":/"])?
        } else {
            answer(&["ls-tree", "-r", "-z", "--full-tree", &tree_of(named.revision)?])?
        };
        let path = if named.path.starts_with("./") || named.path.starts_with("../") {
            join(&folder, named.path)
        } else {
            join("", named.path)
        };
        let snapshot =
            Self { revision: named.revision.to_owned(), entries: entries(&listing), named: path.clone() };
        if snapshot.is_folder(&path) {
            let message = format!("`{argument}` is a folder, and two documents are compared");
            return Err(Failure::Told { message, help: Some("name a document in it".to_owned()) });
        }
        match snapshot.load(&path, &path) {
            Ok(bytes) => Ok((snapshot, Input { path, bytes })),
            Err(Refusal::Unreadable(why)) => {
                let message = format!("`{argument}` cannot be read: {why}");
                Err(Failure::Told { message, help: None })
            }
            Err(_) => Err(snapshot.absent(&path, &folder)),
        }
    }

    /// The files of a commit, and the document at a path from the root of the repository; nothing where there is none.
    pub(crate) fn at(commit: &str, path: &str) -> Result<Option<(Self, Input)>, Failure> {
        let listing = answer(&["ls-tree", "-r", "-z", "--full-tree", commit])?;
        let (revision, named) = (commit.to_owned(), path.to_owned());
        let snapshot = Self { revision, entries: entries(&listing), named };
        match snapshot.load(path, path) {
            Ok(bytes) => Ok(Some((snapshot, Input { path: path.to_owned(), bytes }))),
            Err(Refusal::Unreadable(why)) => {
                let message = format!("`{commit}:{path}` cannot be read: {why}");
                Err(Failure::Told { message, help: None })
            }
            Err(_) => Ok(None),
        }
    }

    /// How findings name the files: by this before the path.
    pub(crate) fn prefix(&self) -> String {
        format!("{}:", self.revision)
    }

    /// Why there is no such document.
    fn absent(&self, path: &str, folder: &str) -> Failure {
        let at = if self.revision.is_empty() {
            "among the staged files".to_owned()
        } else {
            format!("at `{}`", self.revision)
        };
        let message = format!("there is no file `{path}` {at}");
        let meant = self.meant(path, folder).map(|near| format!("did you mean `{}:{near}`?", self.revision));
        Failure::Told { message, help: meant }
    }

    /// What may have been meant by a path that is not there: the same one from the current folder, a near name beside
    /// it, the same name elsewhere.
    fn meant(&self, path: &str, folder: &str) -> Option<String> {
        let here = join(folder, path);
        if self.entries.contains_key(&here) {
            return Some(here);
        }
        let (beside, name) = path.rsplit_once('/').map_or(("", path), |(beside, name)| (beside, name));
        let names = self.below(beside);
        let names: Vec<&str> = names.iter().map(|name| name.trim_end_matches('/')).collect();
        if let Some(near) = nearest::nearest(name, names.iter().copied()) {
            return Some(join(&format!("{beside}/"), near));
        }
        let is_namesake = |other: &&String| other.rsplit('/').next() == Some(name);
        self.entries.keys().find(is_namesake).cloned()
    }

    fn is_folder(&self, path: &str) -> bool {
        let start = format!("{path}/");
        self.entries.range(start.clone()..).next().is_some_and(|(other, _)| other.starts_with(&start))
    }

    /// The names of what a folder holds, those of folders with a `/` behind.
    fn below(&self, folder: &str) -> Vec<String> {
        let start = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let paths = self.entries.range(start.clone()..).map(|(path, _)| path.as_str());
        let rests = paths.map_while(|path| path.strip_prefix(&start));
        let mut names: Vec<String> = rests
            .map(|rest| rest.split_once('/').map_or(rest.to_owned(), |(name, _)| format!("{name}/")))
            .collect();
        names.dedup();
        names
    }

    /// Where a path leads when the links in it are followed; `None` in a circle.
    fn real(&self, path: &str) -> Option<String> {
        let mut path = join("", path);
        for _ in 0..MOST_LINKS {
            let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
            let link = ends.filter_map(|end| {
                let entry = self.entries.get(path.get(..end)?).filter(|entry| entry.is_link)?;
                Some((end, entry))
            });
            let Some((end, entry)) = link.into_iter().next() else { return Some(path) };
            let target = String::from_utf8(content(&entry.object).ok()?).ok()?;
            let (link, rest) = path.split_at(end);
            path = join("", &format!("{}{rest}", join(link, &target)));
        }
        None
    }

    /// The root of the project of a document: the folder of the nearest configuration upwards, else the repository;
    /// empty, or with a `/` behind.
    fn root(&self, document: &str) -> String {
        let document = self.real(document).unwrap_or_else(|| document.to_owned());
        let folders = document.match_indices('/').map(|(at, _)| &document[..=at]).rev().chain([""]);
        let holder =
            folders.into_iter().find(|folder| self.entries.contains_key(&format!("{folder}{CONFIGURATION}")));
        holder.unwrap_or_default().to_owned()
    }

    /// The real path of something inside the project of a document.
    fn inside(&self, document: &str, path: &str) -> Result<String, Refusal> {
        let is_outside = |path: &str| path.starts_with('/') || path == ".." || path.starts_with("../");
        let real = self.real(path).ok_or(Refusal::Absent)?;
        let root = self.root(document);
        let is_below = real.starts_with(&root) || format!("{real}/") == root;
        if is_outside(&real) || !is_below { Err(Refusal::Outside) } else { Ok(real) }
    }
}

/// Reads what git lists: `<words> <object> …\t<path>\0`.
fn entries(listing: &[u8]) -> BTreeMap<String, Entry> {
    let lines = listing.split(|byte| *byte == 0);
    let entry = |line: &[u8]| {
        let line = String::from_utf8(line.to_vec()).ok()?;
        let (words, path) = line.split_once('\t')?;
        let words: Vec<&str> = words.split(' ').collect();
        // `ls-tree` writes mode, type, object; `ls-files` mode, object, stage, which is 0 unless there is a conflict.
        let object = match words.as_slice() {
            [_, "blob", object] | [_, object, "0"] => (*object).to_owned(),
            _ => return None,
        };
        let mode = words.first()?;
        let is_module = *mode == "160000";
        (!is_module).then(|| (path.to_owned(), Entry { object, is_link: *mode == "120000" }))
    };
    lines.filter_map(entry).collect()
}

impl Loader for Snapshot {
    fn load(&self, document: &str, path: &str) -> Result<Vec<u8>, Refusal> {
        let real = self.inside(document, path)?;
        let Some(entry) = self.entries.get(&real) else {
            let is_folder = self.is_folder(&real);
            return Err(if is_folder {
                Refusal::Unreadable("it is a folder".to_owned())
            } else {
                Refusal::Absent
            });
        };
        let bytes = content(&entry.object).map_err(|error| Refusal::Unreadable(said(&error)))?;
        if bytes.len() > LARGEST_FILE {
            return Err(Refusal::Unreadable(format!("it is larger than {} MB", LARGEST_FILE / 1_000_000)));
        }
        Ok(bytes)
    }

    fn names(&self, document: &str, folder: &str) -> Result<Vec<String>, Refusal> {
        let real = self.inside(document, folder)?;
        if !real.is_empty() && !self.is_folder(&real) {
            return Err(Refusal::Absent);
        }
        Ok(self.below(&real))
    }

    fn configuration(&self, document: &str) -> Option<String> {
        let path = format!("{}{CONFIGURATION}", self.root(document));
        self.entries.contains_key(&path).then_some(path)
    }

    fn is_named(&self, path: &str) -> bool {
        self.named == path
    }
}
