//! The templates that the arguments name: a document of the user's own, files and blocks that go before the built-in ones.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use dicomply::model::{Document, Project, TemplateName, join};
use dicomply::render::Options;
use ignore::WalkBuilder;

use super::super::disk::Disk;
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

/// The templates of the projects that documents belong to, each read once.
pub(super) struct Shelves {
    /// What the arguments name, if that says which templates are taken.
    named: Templates,
    has_folder: bool,
    template: Option<String>,
    /// Those of projects, by their folders.
    of_projects: BTreeMap<PathBuf, Templates>,
}

impl Shelves {
    /// Reads what `--template` and `--templates` name.
    pub(super) fn of(template: Option<&str>, folder: Option<&Path>) -> Result<Self, Failure> {
        Ok(Self {
            named: Templates::of(template, folder)?,
            has_folder: folder.is_some(),
            template: template.map(str::to_owned),
            of_projects: BTreeMap::new(),
        })
    }

    /// The templates of a document: those of its project where the arguments name no folder.
    pub(super) fn templates(
        &mut self,
        document: &Document,
        project: &Project,
        disk: &Disk,
    ) -> Result<&Templates, Failure> {
        let folder = project.configuration_of(document).and_then(|said| said.templates.as_deref());
        let Some(folder) = folder.filter(|_| !self.has_folder) else { return Ok(&self.named) };
        let configuration = document.configuration.and_then(|id| project.document(id));
        let configuration = configuration.map_or("", |configuration| configuration.path.as_str());
        let path = PathBuf::from(join(configuration, folder));
        let real = disk.inside(configuration, &path).map_err(|_| Failure::Told {
            message: format!(
                "`{configuration}` names templates in `{folder}`, and there is no such folder in the project"
            ),
            help: Some("the path is relative to that file".to_owned()),
        })?;
        if !self.of_projects.contains_key(&real) {
            let templates = Templates::of(self.template.as_deref(), Some(&path))?;
            if let Some(outside) =
                templates.paths.values().find(|path| disk.inside(configuration, path).is_err())
            {
                let message = format!("the template `{}` leads out of the project", files::shown(outside));
                return Err(Failure::Told {
                    message,
                    help: Some("put the file itself into the folder".to_owned()),
                });
            }
            self.of_projects.insert(real.clone(), templates);
        }
        Ok(self.of_projects.get(&real).unwrap_or(&self.named))
    }

    /// The files of all templates.
    pub(super) fn paths(&self) -> Vec<PathBuf> {
        let all = std::iter::once(&self.named).chain(self.of_projects.values());
        all.flat_map(|templates| templates.paths.values().cloned()).collect()
    }
}

impl Templates {
    /// What a document is made with.
    pub(super) fn options(&self) -> Options {
        Options {
            template: self.layout,
            document: self.document.clone(),
            templates: self.texts.clone(),
            ..Options::default()
        }
    }

    /// Reads what `--template` and `--templates` name.
    fn of(template: Option<&str>, folder: Option<&Path>) -> Result<Self, Failure> {
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
        let text = files::read_text(path)
            .map_err(|source| Failure::Unreadable { path: files::shown(path), source })?;
        self.paths.insert(name.clone(), path.to_owned());
        self.texts.insert(name, text);
        Ok(())
    }
}
