//! Files that are written whole or not at all.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use dicomply::finding::FileId;
use dicomply::model::Document;
use dicomply::source::Sources;

use super::super::failure::Failure;
use super::super::files;

/// What shall be written into a folder.
pub(super) struct Output {
    folder: PathBuf,
    /// The files that were read, which are never written over.
    sources: HashSet<PathBuf>,
    pages: Vec<(PathBuf, String)>,
    taken: HashSet<PathBuf>,
}

impl Output {
    pub(super) fn into(folder: &Path, sources: &Sources) -> Self {
        let files = (0..sources.len()).filter_map(|number| sources.file(FileId(number)));
        Self {
            folder: folder.to_owned(),
            sources: files.filter_map(|file| fs::canonicalize(file.path()).ok()).collect(),
            pages: Vec::new(),
            taken: HashSet::new(),
        }
    }

    /// Takes the pages of a document; none of them is written yet.
    pub(super) fn take(
        &mut self,
        document: &Document,
        pages: Vec<(&'static str, String)>,
    ) -> Result<(), Failure> {
        let stem = Path::new(&document.path).file_stem().and_then(|stem| stem.to_str()).unwrap_or("document");
        let stem = if stem.starts_with('<') { "document" } else { stem };
        for (end, text) in pages {
            let path = self.folder.join(format!("{stem}.{end}"));
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
            self.pages.push((path, text));
        }
        Ok(())
    }

    /// Writes everything; the paths that were written.
    pub(super) fn write(self) -> Result<Vec<PathBuf>, Failure> {
        if !self.pages.is_empty() {
            fs::create_dir_all(&self.folder).map_err(|error| files::unwritten(&self.folder, &error))?;
        }
        let mut written = Vec::with_capacity(self.pages.len());
        for (path, text) in self.pages {
            files::write_whole(&path, &text).map_err(|error| files::unwritten(&path, &error))?;
            written.push(path);
        }
        Ok(written)
    }
}
