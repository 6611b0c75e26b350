//! `Past`: the commits since a revision, as far as they touch some files.

use std::collections::HashMap;
use std::path::Path;

use dicomply::model::join;

use super::{answer, asked, refused, tree_of};
use crate::failure::Failure;

/// The history since a revision.
#[derive(Debug)]
pub(crate) struct Past {
    /// The revision, as the user names it.
    revision: String,
    /// The commit at which the revision and the current one part.
    base: String,
    /// The folder of the repository, and the current folder as seen from there: empty, or with a `/` behind.
    root: String,
    folder: String,
}

/// A commit that touches some files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Commit {
    /// Its full name, by which git knows it.
    pub(crate) id: String,
    /// How people name it.
    pub(crate) name: String,
    /// The commits that it was made from, as far as they touch the files, by their full names.
    pub(crate) parents: Vec<String>,
}

impl Past {
    /// The history since a revision.
    pub(crate) fn since(revision: &str) -> Result<Self, Failure> {
        let place = asked(&["rev-parse", "--show-toplevel", "--show-prefix"])?;
        if !place.status.success() {
            let is_elsewhere = String::from_utf8_lossy(&place.stderr).contains("not a git repository");
            return Err(if is_elsewhere { no_repository() } else { refused(&place) });
        }
        let place = String::from_utf8_lossy(&place.stdout).into_owned();
        let mut lines = place.lines();
        let (root, folder) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
        // No name of a revision begins so; git would take it for an option.
        if revision.starts_with('-') {
            let message = format!("`{revision}` is no revision");
            return Err(Failure::Told {
                message,
                help: Some("`git log` and `git tag` list them".to_owned()),
            });
        }
        tree_of(revision)?;
        let commit = asked(&["merge-base", revision, "HEAD"])?;
        if !commit.status.success() {
            let message = format!("`{revision}` and the current commit have no history in common");
            let help = "name a commit that the current one was made from; a part of the history is fetched whole by \
                        `git fetch --unshallow`, or `fetch-depth: 0` in a workflow";
            return Err(Failure::Told { message, help: Some(help.to_owned()) });
        }
        Ok(Self {
            revision: revision.to_owned(),
            base: String::from_utf8_lossy(&commit.stdout).trim().to_owned(),
            root: root.to_owned(),
            folder: folder.to_owned(),
        })
    }

    /// The path of a file as seen from the root of the repository; nothing where it is elsewhere.
    pub(crate) fn inside(&self, path: &str) -> Option<String> {
        let inside = if Path::new(path).is_absolute() {
            let absolute = path.replace('\\', "/");
            absolute.strip_prefix(&format!("{}/", self.root))?.to_owned()
        } else {
            join(&self.folder, &path.replace('\\', "/"))
        };
        (!inside.starts_with("../") && inside != "..").then_some(inside)
    }

    /// The commit from which on the history is told, and how people name it.
    pub(crate) fn base(&self) -> (&str, &str) {
        (&self.base, &self.revision)
    }

    /// The commits behind the base that touch some files, each before those that were made from it.
    pub(crate) fn commits(&self, paths: &[String]) -> Result<Vec<Commit>, Failure> {
        let range = format!("{}..HEAD", self.base);
        let mut arguments =
            vec!["log", "--parents", "--topo-order", "--reverse", "--format=%H %h %P", &range, "--"];
        let paths: Vec<String> = paths.iter().map(|path| format!(":(top,literal){path}")).collect();
        arguments.extend(paths.iter().map(String::as_str));
        let listed = String::from_utf8_lossy(&answer(&arguments)?).into_owned();
        let commit = |line: &str| {
            let mut words = line.split(' ').filter(|word| !word.is_empty()).map(str::to_owned);
            Some(Commit { id: words.next()?, name: words.next()?, parents: words.collect() })
        };
        Ok(listed.lines().filter_map(commit).collect())
    }
}

impl Commit {
    /// The positions of the commits that it was made from.
    pub(crate) fn positions(&self, known: &HashMap<String, usize>) -> Vec<usize> {
        self.parents.iter().filter_map(|parent| known.get(parent).copied()).collect()
    }
}

fn no_repository() -> Failure {
    Failure::Told {
        message: "there is no git repository here, and `--since` asks it what was before".to_owned(),
        help: Some("run it inside the repository that keeps the documents".to_owned()),
    }
}
