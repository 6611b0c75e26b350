//! What the arguments name: files, folders of documents, patterns of their names, standard input.

mod pattern;

use std::collections::HashSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use dicomply::finding::FileId;
use dicomply::source::{CONFIGURATION, Input, LARGEST_FILE, Reading};
use dicomply::standard::nearest;
use ignore::{Walk, WalkBuilder};

use super::disk::Disk;
use super::failure::Failure;

/// How findings name standard input.
const STANDARD_INPUT: &str = "<stdin>";

/// What could be read, and why the rest could not.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    pub(crate) inputs: Vec<Input>,
    pub(crate) failures: Vec<Failure>,
    /// The path that standard input stands for, if it was read.
    standard_input: Option<String>,
    /// Where the files are from that documents name.
    pub(crate) disk: Disk,
    /// The files, by the paths that the system knows them by.
    known: HashSet<PathBuf>,
}

/// Reads what the arguments name, each file once, folders in the order of their files' names. What is not there and has
/// a `*`, a `?`, or something in brackets or braces is a pattern, for shells that leave patterns alone.
///
/// Standard input is read as if it were the file `standing_for`, which need not be there.
pub(crate) fn gather(paths: &[PathBuf], standing_for: Option<&Path>) -> Gathered {
    let mut gathered = Gathered::default();
    for path in paths {
        if path.as_os_str() == "-" {
            gathered.take_standard_input(standing_for.unwrap_or(Path::new(STANDARD_INPUT)));
        } else if path.is_dir() {
            gathered.take_folder(path);
        } else if pattern::is_one(path) && !path.exists() {
            gathered.take_pattern(path);
        } else {
            gathered.take_file(path);
        }
    }
    gathered
}

/// The files that went into what was read, and those that should have.
pub(crate) fn taken(reading: &Reading) -> impl Iterator<Item = PathBuf> {
    let sources = (0..reading.sources.len()).filter_map(|number| reading.sources.file(FileId(number)));
    let brand = reading.brand_files.iter().map(PathBuf::from);
    sources.map(|file| PathBuf::from(file.path())).chain(brand)
}

/// A number of things.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// A path as findings name it: forward slashes, no needless `./`.
pub(crate) fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    let text = if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() };
    let plain = text.trim_start_matches("./");
    if plain.is_empty() { text } else { plain.to_owned() }
}

impl Gathered {
    /// Whether a path stands for standard input.
    pub(crate) fn is_standard_input(&self, path: &str) -> bool {
        self.standard_input.as_deref() == Some(path)
    }

    fn take_standard_input(&mut self, name: &Path) {
        match read_from(io::stdin().lock()) {
            Ok(bytes) => {
                self.disk.named.insert(shown(name));
                self.standard_input = Some(shown(name));
                self.add(name, bytes);
            }
            Err(source) => {
                self.failures.push(Failure::Unreadable { path: STANDARD_INPUT.to_owned(), source });
            }
        }
    }

    fn take_file(&mut self, path: &Path) {
        match read(path) {
            Ok(bytes) => {
                self.disk.named.insert(shown(path));
                self.add(path, bytes);
            }
            Err(error) => self.failures.push(unread(path, error)),
        }
    }

    fn take_pattern(&mut self, pattern: &Path) {
        match pattern::files(pattern) {
            Ok(files) => files.iter().for_each(|file| self.take_file(file)),
            Err(failure) => self.failures.push(failure),
        }
    }

    fn take_folder(&mut self, folder: &Path) {
        let (mut documents, mut yaml_files) = (0, 0);
        let before = self.failures.len();
        for entry in walk(folder) {
            let path = match entry {
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => entry.into_path(),
                Ok(_) => continue,
                Err(error) => {
                    self.failures.push(unreadable(folder, error));
                    continue;
                }
            };
            if !is_yaml(&path) {
                continue;
            }
            yaml_files += 1;
            match read(&path) {
                Ok(bytes) if says_dicomply(&bytes) => {
                    documents += 1;
                    self.add(&path, bytes);
                }
                Ok(_) => {}
                Err(source) => self.failures.push(Failure::Unreadable { path: shown(&path), source }),
            }
        }
        if documents == 0 && self.failures.len() == before {
            self.failures.push(Failure::NoDocuments { path: shown(folder), yaml_files });
        }
    }

    fn add(&mut self, path: &Path, bytes: Vec<u8>) {
        if self.known.insert(path.canonicalize().unwrap_or_else(|_| path.to_owned())) {
            self.inputs.push(Input { path: shown(path), bytes });
        }
    }
}

/// What is in a folder, in the order of the names. What `.gitignore` names is left out in a copy without the repository as
/// well: a container, an archive.
fn walk(folder: &Path) -> Walk {
    WalkBuilder::new(folder).require_git(false).sort_by_file_path(Path::cmp).build()
}

/// Why a folder cannot be walked.
fn unreadable(folder: &Path, error: ignore::Error) -> Failure {
    let path = match &error {
        ignore::Error::WithPath { path, .. } => path.clone(),
        ignore::Error::WithDepth { err, .. } => match &**err {
            ignore::Error::WithPath { path, .. } => path.clone(),
            _ => folder.to_owned(),
        },
        _ => folder.to_owned(),
    };
    let source = error.into_io_error().unwrap_or_else(|| io::Error::other("the folder cannot be walked"));
    Failure::Unreadable { path: shown(&path), source }
}

fn is_yaml(path: &Path) -> bool {
    let is_named_so = path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("yaml") || end.eq_ignore_ascii_case("yml"));
    is_named_so && path.file_name().is_some_and(|name| name != CONFIGURATION)
}

/// Whether a file has the key `dicomply` at its top.
fn says_dicomply(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    text.split(|byte| matches!(byte, b'\n' | b'\r')).any(|line| {
        let line = line.strip_prefix(b"{").map_or(line, <[u8]>::trim_ascii_start);
        let key = [&b"dicomply"[..], b"\"dicomply\"", b"'dicomply'"];
        key.iter()
            .any(|key| line.strip_prefix(*key).is_some_and(|rest| rest.trim_ascii_start().starts_with(b":")))
    })
}

/// Why a file could not be read.
pub(crate) fn unread(path: &Path, source: io::Error) -> Failure {
    if source.kind() == io::ErrorKind::NotFound {
        return Failure::Absent { path: shown(path), help: absent_help(path) };
    }
    Failure::Unreadable { path: shown(path), source }
}

/// What may have been meant: the nearest name in the deepest folder that is there.
fn absent_help(path: &Path) -> Option<String> {
    let missing =
        path.ancestors().take_while(|part| !part.as_os_str().is_empty() && !part.exists()).last()?;
    let folder = missing.parent().filter(|folder| !folder.as_os_str().is_empty());
    let names: Vec<String> = fs::read_dir(folder.unwrap_or(Path::new(".")))
        .ok()?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
    names.sort_unstable();
    match nearest::nearest(missing.file_name()?.to_str()?, names) {
        Some(near) => {
            let near = folder.map_or_else(|| PathBuf::from(near), |folder| folder.join(near));
            let rest = path.strip_prefix(missing).unwrap_or(Path::new(""));
            let meant = if rest.as_os_str().is_empty() { near } else { near.join(rest) };
            Some(format!("did you mean `{}`?", shown(&meant)))
        }
        None if missing == path => None,
        None => Some(format!("there is no folder `{}`", shown(missing))),
    }
}

/// The content of a file, as far as a document may be large: what is larger is refused by whoever takes it, so that not
/// even an endless file eats the memory.
pub(crate) fn read(path: &Path) -> io::Result<Vec<u8>> {
    read_from(fs::File::open(path)?)
}

/// The content of a file that has to be a text.
pub(crate) fn read_text(path: &Path) -> io::Result<String> {
    let bytes = read_whole(path)?;
    String::from_utf8(bytes).map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "it is no text in UTF-8"))
}

/// The content of a file that is no document; one that is too large is an error.
pub(crate) fn read_whole(path: &Path) -> io::Result<Vec<u8>> {
    let bytes = read(path)?;
    if bytes.len() > LARGEST_FILE {
        return Err(io::Error::other(format!("it is larger than {} MB", LARGEST_FILE / 1_000_000)));
    }
    Ok(bytes)
}

/// The largest part of a matrix that is read: one of a fleet of a thousand has some hundred megabytes.
const LARGEST_PART: u64 = 2_000_000_000;

/// The text of a part of a matrix.
pub(crate) fn read_part(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    let size = fs::File::open(path)?.take(LARGEST_PART).read_to_string(&mut text)?;
    if size as u64 == LARGEST_PART {
        return Err(io::Error::other(format!("it is larger than {} GB", LARGEST_PART / 1_000_000_000)));
    }
    Ok(text)
}

/// What can be read, and at most a byte more than a file may have.
fn read_from(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(LARGEST_FILE).unwrap_or(u64::MAX).saturating_add(1);
    source.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why a file could not be written.
pub(crate) fn unwritten(path: &Path, error: &io::Error) -> Failure {
    Failure::Told { message: format!("`{}` cannot be written: {error}", shown(path)), help: None }
}
