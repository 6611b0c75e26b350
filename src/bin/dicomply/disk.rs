//! `Disk`: the files that documents name, as far as they lie inside the project.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use dicomply::source::{CONFIGURATION, Loader, Refusal};

use super::failure::said;
use super::files;

/// The file system, as documents may see it.
#[derive(Debug, Default)]
pub(crate) struct Disk {
    /// The paths that the user named, as findings name them.
    pub(super) named: HashSet<String>,
    /// The roots of the projects that documents belong to, by the folders of the documents.
    roots: RefCell<HashMap<PathBuf, PathBuf>>,
}

impl Loader for Disk {
    fn load(&self, document: &str, path: &str) -> Result<Vec<u8>, Refusal> {
        let real = self.inside(document, Path::new(path))?;
        let metadata = fs::metadata(&real).map_err(|error| refusal(&error))?;
        // Only regular files are read: a reference may not hang the program.
        if !metadata.is_file() {
            let what = if metadata.is_dir() { "it is a folder" } else { "it is no file" };
            return Err(Refusal::Unreadable(what.to_owned()));
        }
        files::read_whole(&real).map_err(|error| refusal(&error))
    }

    fn names(&self, document: &str, folder: &str) -> Result<Vec<String>, Refusal> {
        let folder = if folder.is_empty() { "." } else { folder };
        let real = self.inside(document, Path::new(folder))?;
        let entries = fs::read_dir(real).map_err(|error| refusal(&error))?;
        let named = entries.filter_map(|entry| {
            let entry = entry.ok()?;
            let name = entry.file_name().into_string().ok()?;
            let kind = entry.file_type().ok()?;
            // Links to folders are not followed: they can lead in circles.
            let is_file = kind.is_file() || kind.is_symlink() && entry.path().is_file();
            if kind.is_dir() { Some(name + "/") } else { is_file.then_some(name) }
        });
        Ok(named.collect())
    }

    fn configuration(&self, document: &str) -> Option<String> {
        let path = self.root(document).join(CONFIGURATION);
        let is_there = path.is_file();
        is_there.then(|| files::shown(&nearby(document, &path).unwrap_or(path)))
    }

    fn path_in_project(&self, document: &str, _: &str) -> String {
        let path = Path::new(document);
        let real = fs::canonicalize(path).ok().or_else(|| would_be(path));
        let real = real.unwrap_or_else(|| path.to_owned());
        real.strip_prefix(self.root(document)).map_or_else(|_| document.to_owned(), files::shown)
    }

    fn is_named(&self, path: &str) -> bool {
        self.named.contains(path)
    }
}

impl Disk {
    /// The file system, where the user has named one file.
    pub(super) fn naming(path: &str) -> Self {
        Self { named: HashSet::from([path.to_owned()]), roots: RefCell::default() }
    }

    /// The real path of something inside the project of a document.
    pub(super) fn inside(&self, document: &str, path: &Path) -> Result<PathBuf, Refusal> {
        let root = self.root(document);
        let real = fs::canonicalize(path);
        // Of what lies outside it is not even told whether it is there.
        let place = real.as_ref().ok().cloned().or_else(|| would_be(path));
        if !place.is_some_and(|place| place.starts_with(&root)) {
            return Err(Refusal::Outside);
        }
        real.map_err(|error| refusal(&error))
    }

    /// The root of the project of a document: the folder of the nearest configuration upwards, else that of the
    /// repository, else its own.
    fn root(&self, document: &str) -> PathBuf {
        let folder = match Path::new(document).parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let mut roots = self.roots.borrow_mut();
        if let Some(known) = roots.get(folder) {
            return known.clone();
        }
        let own = fs::canonicalize(folder).ok().or_else(|| would_be(folder));
        let own = own.unwrap_or_else(|| folder.to_owned());
        let holder = |name: &str| own.ancestors().find(|folder| folder.join(name).exists());
        let root = holder(CONFIGURATION).or_else(|| holder(".git")).unwrap_or(&own).to_owned();
        roots.insert(folder.to_owned(), root.clone());
        root
    }
}

/// The same file as the path that a user would write, upwards from a document.
fn nearby(document: &str, file: &Path) -> Option<PathBuf> {
    let name = file.file_name()?;
    let folders = Path::new(document).ancestors().skip(1);
    let beside = folders.map(|folder| folder.join(name));
    // Above the folder that paths start from.
    let above = (1..DEEPEST_START).map(|steps| PathBuf::from("../".repeat(steps)).join(name));
    beside.chain(above).find(|path| fs::canonicalize(path).is_ok_and(|real| real == file))
}

/// How far above the folder that paths start from a configuration is looked for by `..`.
const DEEPEST_START: usize = 32;

/// Where a path that is not there would be: its steps applied to the nearest folder above it that is there.
fn would_be(path: &Path) -> Option<PathBuf> {
    let whole = std::env::current_dir().ok()?.join(path);
    let found = whole.ancestors().skip(1).find_map(|folder| fs::canonicalize(folder).ok().zip(Some(folder)));
    let (mut real, folder) = found?;
    for step in whole.strip_prefix(folder).ok()?.components() {
        match step {
            Component::ParentDir => drop(real.pop()),
            Component::Normal(name) => real.push(name),
            _ => {}
        }
    }
    Some(real)
}

fn refusal(error: &io::Error) -> Refusal {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Refusal::Absent,
        _ => Refusal::Unreadable(said(error)),
    }
}
