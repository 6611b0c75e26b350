//! Files as they were at a revision of git, `REV:path`, and what happened since, by the program `git`.

mod past;
mod snapshot;

use std::io::{self, Read};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use dicomply::source::LARGEST_FILE;
use dicomply::standard::nearest;

use super::failure::Failure;

pub(crate) use self::past::Past;
pub(crate) use self::snapshot::Snapshot;

/// A file at a revision, as the user names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Named<'a> {
    /// The revision; empty for what is staged.
    pub(crate) revision: &'a str,
    /// The path from the root of the repository, or behind `./` from the current folder.
    pub(crate) path: &'a str,
}

impl<'a> Named<'a> {
    /// Reads `REV:path` as git does: the first colon outside braces parts the two. `C:\x` is a file of a drive.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        let mut depth = 0_usize;
        let colon = text.char_indices().find_map(|(at, letter)| {
            match letter {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                ':' if depth == 0 => return Some(at),
                _ => {}
            }
            None
        })?;
        let (revision, path) = (text.get(..colon)?, text.get(colon + 1..)?);
        let is_drive = revision.len() == 1 && path.starts_with(['\\', '/']);
        // No name of a revision begins so; git would take it for an option.
        let is_option = revision.starts_with('-');
        (!path.is_empty() && !is_drive && !is_option).then_some(Self { revision, path })
    }
}

/// Whether an argument is a file of git: `REV:path`, unless there is a file of that very name.
pub(crate) fn named(argument: &Path) -> Option<Named<'_>> {
    let text = argument.to_str()?;
    if argument.exists() { None } else { Named::parse(text) }
}

/// What git says to a command; its words are English, so that they can be understood.
fn asked(arguments: &[&str]) -> Result<Output, Failure> {
    let mut git = Command::new("git");
    git.args(arguments).env("LC_ALL", "C").stdin(Stdio::null());
    git.output().map_err(|error| unstarted(&error))
}

/// What git answers; why it does not in its own words.
fn answer(arguments: &[&str]) -> Result<Vec<u8>, Failure> {
    let output = asked(arguments)?;
    if output.status.success() { Ok(output.stdout) } else { Err(refused(&output)) }
}

fn unstarted(error: &io::Error) -> Failure {
    if error.kind() == io::ErrorKind::NotFound {
        return Failure::Told {
            message: "there is no program `git`, and files at revisions are read by it".to_owned(),
            help: Some("install git, or do without revisions".to_owned()),
        };
    }
    Failure::Told { message: format!("the program `git` cannot be run: {error}"), help: None }
}

fn refused(output: &Output) -> Failure {
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.lines().next().unwrap_or_default();
    let said = said.trim_start_matches("fatal: ").trim_start_matches("error: ");
    Failure::Told { message: format!("git says: {said}"), help: None }
}

/// The current folder as seen from the root of its repository: empty, or with a `/` behind.
fn current_folder(argument: &str) -> Result<String, Failure> {
    let output = asked(&["rev-parse", "--show-prefix"])?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim_end_matches(['\r', '\n']).to_owned());
    }
    if String::from_utf8_lossy(&output.stderr).contains("not a git repository") {
        return Err(Failure::Told {
            message: format!("there is no file `{argument}`, and no git repository here that could have it"),
            help: Some("`REV:path` is a file at a revision; run it inside the repository".to_owned()),
        });
    }
    Err(refused(&output))
}

/// The object that holds the files of a revision.
fn tree_of(revision: &str) -> Result<String, Failure> {
    let output = asked(&["rev-parse", "--verify", "--quiet", &format!("{revision}^{{tree}}")])?;
    let tree = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    if output.status.success() && !tree.is_empty() {
        return Ok(tree);
    }
    Err(Failure::Told {
        message: format!("there is no revision `{revision}`"),
        help: Some(revision_help(revision)),
    })
}

/// What may have been meant by a revision that is not there.
fn revision_help(revision: &str) -> String {
    let names = answer(&["for-each-ref", "--format=%(refname:short)"]).unwrap_or_default();
    let names = String::from_utf8_lossy(&names).into_owned();
    if let Some(near) = nearest::nearest(revision, names.lines()) {
        return format!("did you mean `{near}`?");
    }
    let is_shallow =
        answer(&["rev-parse", "--is-shallow-repository"]).is_ok_and(|said| said.starts_with(b"true"));
    if is_shallow {
        "this clone has a part of the history only: `git fetch --unshallow`, or `fetch-depth: 0` in a workflow".to_owned()
    } else {
        "`git log` and `git tag` list what there is".to_owned()
    }
}

/// The content of a file, and at most a byte more than one may have.
fn content(object: &str) -> io::Result<Vec<u8>> {
    let mut child = Command::new("git")
        .args(["cat-file", "blob", object])
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let mut bytes = Vec::new();
    let most = u64::try_from(LARGEST_FILE).unwrap_or(u64::MAX).saturating_add(1);
    let read = child.stdout.take().map_or(Ok(0), |output| output.take(most).read_to_end(&mut bytes));
    // Of one that is larger the rest is not read, and git ends on its broken pipe.
    let status = child.wait()?;
    read?;
    if status.success() || bytes.len() > LARGEST_FILE {
        return Ok(bytes);
    }
    Err(io::Error::other("git does not hand it out"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_at_revisions_are_told_from_paths() {
        let parsed = |text| Named::parse(text).map(|named| (named.revision, named.path));
        assert_eq!(parsed("HEAD~1:docs/x.yaml"), Some(("HEAD~1", "docs/x.yaml")));
        assert_eq!(parsed(":x.yaml"), Some(("", "x.yaml")));
        assert_eq!(parsed("HEAD@{2026-01-01 12:00}:x.yaml"), Some(("HEAD@{2026-01-01 12:00}", "x.yaml")));
        assert_eq!(parsed("a:b:c"), Some(("a", "b:c")));
        for path in ["x.yaml", r"C:\x.yaml", "C:/x.yaml", "HEAD:", "--upload-pack=x:y", "HEAD@{1:x"] {
            assert_eq!(parsed(path), None, "{path}");
        }
    }
}
