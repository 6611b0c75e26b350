//! Files that are written whole or not at all.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use dicomply::model::Document;

use super::super::failure::Failure;
use super::super::files;
use super::super::staging::{self, Loss};

/// The name of what is written for a document, without its end.
pub(super) fn stem(document: &Document) -> &str {
    let stem = Path::new(&document.path).file_stem().and_then(|stem| stem.to_str()).unwrap_or("document");
    if stem.starts_with('<') { "document" } else { stem }
}

/// A file that a document becomes.
pub(super) struct PageOfFile {
    /// What the name of the file has behind that of the document.
    pub(super) end: String,
    pub(super) bytes: Vec<u8>,
}

/// What shall be written into a folder.
pub(super) struct Output {
    folder: PathBuf,
    /// The files that were read, which are never written over.
    sources: HashSet<PathBuf>,
    pages: Vec<(PathBuf, Vec<u8>)>,
    taken: HashSet<PathBuf>,
}

impl Output {
    pub(super) fn into(folder: &Path, sources: &[PathBuf]) -> Self {
        Self {
            folder: folder.to_owned(),
            sources: sources.iter().filter_map(|file| fs::canonicalize(file).ok()).collect(),
            pages: Vec::new(),
            taken: HashSet::new(),
        }
    }

    /// Takes the pages of a document; none of them is written yet.
    pub(super) fn take(&mut self, document: &Document, pages: Vec<PageOfFile>) -> Result<(), Failure> {
        let stem = stem(document);
        for PageOfFile { end, bytes } in pages {
            let path = self.folder.join(format!("{stem}{end}"));
            if fs::canonicalize(&path).is_ok_and(|path| self.sources.contains(&path)) {
                let message = format!("`{}` is not written: it is one of the documents", files::shown(&path));
                return Err(Failure::Told {
                    message,
                    help: Some("choose a folder with `--output`".to_owned()),
                });
            }
            if !self.taken.insert(path.clone()) {
                let message = format!("two documents would be written to `{}`", files::shown(&path));
                let help = "render them one by one, with different `--output` folders".to_owned();
                return Err(Failure::Told { message, help: Some(help) });
            }
            self.pages.push((path, bytes));
        }
        Ok(())
    }

    /// Writes everything or, where something cannot be written, nothing; the paths that were written, a folder of
    /// figures as one.
    pub(super) fn write(self) -> Result<Vec<PathBuf>, Failure> {
        let mut written: Vec<PathBuf> = Vec::with_capacity(self.pages.len());
        let mut made = Vec::new();
        for (path, _) in &self.pages {
            let folder = path.parent().unwrap_or(&self.folder);
            if folder.is_file() {
                let message = format!("`{}` is a file, and no folder to write to", files::shown(folder));
                return Err(Failure::Told { message, help: None });
            }
            if !folder.as_os_str().is_empty() && !folder.exists() {
                made.push(folder.to_owned());
            }
            fs::create_dir_all(folder).map_err(|error| files::unwritten(folder, &error))?;
            let shown = if folder == self.folder { path } else { folder };
            if written.last().is_none_or(|last| last != shown) {
                written.push(shown.to_owned());
            }
        }
        staging::write_all(&self.folder, &self.pages, Loss::Output).inspect_err(|_| {
            // A folder that was made for nothing goes again; one that holds something stays.
            for folder in made.iter().rev() {
                let _ = fs::remove_dir(folder);
            }
        })?;
        Ok(written)
    }
}
