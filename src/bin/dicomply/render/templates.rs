//! The templates that the arguments name: a document of the user's own, files and blocks that go before the built-in ones.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use dicomply::model::TemplateName;
use ignore::WalkBuilder;

use super::super::failure::Failure;
use super::super::files;

/// The file of a folder of templates that makes the document.
const DOCUMENT: &str = "document.md";

/// What documents are made with.
#[derive(Debug, Default)]
pub(super) struct Templates {
    /// The layout, where it is named.
    pub(super) layout: Option<TemplateName>,
    /// The template that makes the document, where it is the user's own.
    pub(super) document: Option<String>,
    /// The texts, by the names that templates have for each other.
    pub(super) texts: BTreeMap<String, String>,
    /// Their files.
    pub(super) paths: BTreeMap<String, PathBuf>,
}

impl Templates {
    /// Reads what `--template` and `--templates` name.
    pub(super) fn of(template: Option<&str>, folder: Option<&Path>) -> Result<Self, Failure> {
        let mut templates = Self::default();
        if let Some(folder) = folder {
            templates.take_folder(folder)?;
        }
        match template {
            None => {}
            Some("annex_a") => templates.layout = Some(TemplateName::AnnexA),
            Some(path) => templates.take_document(Path::new(path))?,
        }
        Ok(templates)
    }

    fn take_document(&mut self, path: &Path) -> Result<(), Failure> {
        let name = if path.is_dir() {
            self.take_folder(path)?;
            DOCUMENT.to_owned()
        } else {
            path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
        };
        if path.is_file() {
            self.take_file(name.clone(), path)?;
        }
        if !self.texts.contains_key(&name) {
            let message = if path.is_dir() {
                format!("the folder `{}` has no `{DOCUMENT}`", files::shown(path))
            } else {
                format!("`{}` is neither a layout nor a template", files::shown(path))
            };
            let help =
                format!("`annex_a` is a layout; a template is a file, or a folder with a `{DOCUMENT}`");
            return Err(Failure::Told { message, help: Some(help) });
        }
        self.document = Some(name);
        Ok(())
    }

    /// Takes the templates of a folder, by their paths in it.
    fn take_folder(&mut self, folder: &Path) -> Result<(), Failure> {
        if !folder.is_dir() {
            return Err(Failure::Absent { path: files::shown(folder), help: None });
        }
        let entries = WalkBuilder::new(folder).standard_filters(false).sort_by_file_path(Path::cmp).build();
        for path in entries.filter_map(Result::ok).map(ignore::DirEntry::into_path) {
            let Ok(name) = path.strip_prefix(folder) else { continue };
            if path.extension().is_some_and(|end| end == "md") && path.is_file() {
                self.take_file(files::shown(name), &path)?;
            }
        }
        Ok(())
    }

    fn take_file(&mut self, name: String, path: &Path) -> Result<(), Failure> {
        let text = fs::read_to_string(path)
            .map_err(|source| Failure::Unreadable { path: files::shown(path), source })?;
        self.paths.insert(name.clone(), path.to_owned());
        self.texts.insert(name, text);
        Ok(())
    }
}
