//! The files that were read, and where they come from.

use std::collections::{BTreeMap, HashMap};

use super::parse::Fault;
use super::tree::{Span, narrow};
use crate::finding::FileId;

/// The name of the file that holds for all documents of its folder and the folders below it.
pub const CONFIGURATION: &str = "dicomply.yaml";

/// Bytes of a file, and of all files of one document together, at most. Whoever fetches files need not read on beyond
/// it: what is larger is refused.
pub const LARGEST_FILE: usize = 64_000_000;

/// Where files come from: the library itself never touches a file system.
///
/// A function from a path to the content is one, too; such files are those below the folder that paths start from.
pub trait Loader {
    /// The content of a file that a document names. `document` is the path of the document's main file, by which the
    /// root of the project is known; what lies outside of it is refused.
    fn load(&self, document: &str, path: &str) -> Result<Vec<u8>, Refusal>;

    /// The names of what a folder holds, in any order, those of folders with a `/` behind. Names are asked for only
    /// where a document names files by a pattern.
    fn names(&self, document: &str, folder: &str) -> Result<Vec<String>, Refusal> {
        let _ = (document, folder);
        Ok(Vec::new())
    }

    /// The path of the configuration of the project that a document belongs to, as findings name it: that of the
    /// nearest `dicomply.yaml` upwards from the document.
    fn configuration(&self, document: &str) -> Option<String> {
        let _ = document;
        None
    }

    /// The path of a document relative to the folder of its project's configuration.
    fn path_in_project(&self, document: &str, configuration: &str) -> String {
        let folder = configuration.strip_suffix(CONFIGURATION).unwrap_or_default();
        document.strip_prefix(folder).unwrap_or(document).to_owned()
    }

    /// Whether the user named this file, and not only the folder that holds it. A file that was only found is not
    /// examined for itself where another document includes it.
    fn is_named(&self, path: &str) -> bool {
        let _ = path;
        true
    }
}

/// Why a file is not handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such file.
    Absent,
    /// It lies outside the root of the project.
    Outside,
    /// It is there and cannot be read, for this reason.
    Unreadable(String),
}

impl<F: Fn(&str) -> Option<Vec<u8>>> Loader for F {
    fn load(&self, _: &str, path: &str) -> Result<Vec<u8>, Refusal> {
        if is_outside(path) {
            return Err(Refusal::Outside);
        }
        self(path).ok_or(Refusal::Absent)
    }

    fn configuration(&self, document: &str) -> Option<String> {
        configuration_above(document, |path| self(path).is_some())
    }
}

/// Files that are kept by their paths.
impl Loader for BTreeMap<String, Vec<u8>> {
    fn load(&self, _: &str, path: &str) -> Result<Vec<u8>, Refusal> {
        if is_outside(path) {
            return Err(Refusal::Outside);
        }
        self.get(path).cloned().ok_or(Refusal::Absent)
    }

    fn names(&self, _: &str, folder: &str) -> Result<Vec<String>, Refusal> {
        if is_outside(folder) {
            return Err(Refusal::Outside);
        }
        let start = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let below = self.keys().filter_map(|path| path.strip_prefix(&start));
        let mut names: Vec<String> = below
            .map(|rest| rest.split_once('/').map_or(rest.to_owned(), |(name, _)| format!("{name}/")))
            .collect();
        names.dedup();
        Ok(names)
    }

    fn configuration(&self, document: &str) -> Option<String> {
        configuration_above(document, |path| self.contains_key(path))
    }
}

/// The path of the nearest configuration upwards from a document.
fn configuration_above(document: &str, is_there: impl Fn(&str) -> bool) -> Option<String> {
    let folders = document.match_indices('/').map(|(at, _)| &document[..=at]).rev().chain([""]);
    folders.map(|folder| format!("{folder}{CONFIGURATION}")).find(|path| is_there(path))
}

/// Whether a path leads out of the folder that paths start from.
fn is_outside(path: &str) -> bool {
    path.starts_with('/') || path == ".." || path.starts_with("../")
}

/// A file that was read, as text.
#[derive(Debug)]
pub struct SourceFile {
    path: String,
    text: String,
    /// Bytes of the file before the text: those of a byte order mark.
    offset: usize,
    /// Why it is no text.
    pub(super) fault: Option<Fault>,
}

impl SourceFile {
    /// The path, as findings name it.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The text of the file, without a byte order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many bytes of the file come before its text.
    pub const fn offset(&self) -> usize {
        self.offset
    }
}

/// The files of a project, each one once.
#[derive(Debug, Default)]
pub(super) struct Files {
    files: Vec<SourceFile>,
    by_path: HashMap<String, FileId>,
}

impl Files {
    pub(super) fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0)
    }

    pub(super) fn path(&self, id: FileId) -> &str {
        self.file(id).map_or("", SourceFile::path)
    }

    pub(super) fn len(&self) -> usize {
        self.files.len()
    }

    pub(super) fn known(&self, path: &str) -> Option<FileId> {
        self.by_path.get(path).copied()
    }

    /// Puts a text before every path.
    pub(super) fn prefix_paths(&mut self, prefix: &str) {
        for file in &mut self.files {
            file.path.insert_str(0, prefix);
        }
        let by_path = std::mem::take(&mut self.by_path);
        self.by_path = by_path.into_iter().map(|(path, id)| (format!("{prefix}{path}"), id)).collect();
    }

    /// Takes a file, unless one with its path is there already.
    pub(super) fn add(&mut self, path: String, bytes: Vec<u8>) -> FileId {
        if let Some(known) = self.known(&path) {
            return known;
        }
        let id = FileId(self.files.len());
        let (text, offset, fault) = decode(bytes);
        self.by_path.insert(path.clone(), id);
        self.files.push(SourceFile { path, text, offset, fault });
        id
    }
}

/// A limit, as messages say it.
pub(super) fn megabytes(bytes: usize) -> String {
    format!("{} MB", bytes / 1_000_000)
}

/// The text of a file and the bytes before it; or why it is no text.
fn decode(bytes: Vec<u8>) -> (String, usize, Option<Fault>) {
    const MARK: &[u8] = b"\xEF\xBB\xBF";
    let fault = |at: usize, message: String, help: &str| Fault {
        span: Span { start: narrow(at), end: narrow(at) },
        message,
        help: Some(help.to_owned()),
        fatal: true,
    };
    if bytes.len() > LARGEST_FILE {
        let message = format!("the file is larger than {}", megabytes(LARGEST_FILE));
        return (
            String::new(),
            0,
            Some(fault(0, message, "no document of this language is so large; see that it is one")),
        );
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return (String::new(), 0, Some(fault(0, "the file is in UTF-16".to_owned(), "save it as UTF-8")));
    }
    let offset = if bytes.starts_with(MARK) { MARK.len() } else { 0 };
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            text.drain(..offset);
            (text, offset, None)
        }
        Err(error) => {
            let position = error.utf8_error().valid_up_to();
            let byte = error.as_bytes().get(position).copied().unwrap_or_default();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let message = format!("the byte {byte:02X}H is not UTF-8");
            let mut fault = fault(position, message, "save the file as UTF-8");
            // In the text the byte has become a replacement character.
            fault.span.end = narrow(position + '\u{FFFD}'.len_utf8());
            (text, 0, Some(fault))
        }
    }
}
