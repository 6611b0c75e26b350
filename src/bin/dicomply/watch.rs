//! Doing something again whenever files change.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::console::Console;
use super::failure::Failure;

/// How long files have to rest before they are read: editors write in several steps.
const REST: Duration = Duration::from_millis(40);

/// How long one waits for files that never rest.
const PATIENCE: Duration = Duration::from_millis(500);

type Events = Receiver<notify::Result<Event>>;

/// Runs `work` at once and after every change of what was named or read, and says in a line how long it took.
///
/// `beside` is what is named beside the documents: templates, a baseline. `work` tells which files it read and what it did. What it fails at is said, and it is tried again when a file changes.
pub(crate) fn watch(
    documents: &[PathBuf],
    beside: &[PathBuf],
    console: &mut Console,
    mut work: impl FnMut(&mut Console) -> Result<(Vec<PathBuf>, String), Failure>,
) -> Result<ExitCode, Failure> {
    if documents.iter().any(|path| path.as_os_str() == "-") {
        let message = "standard input cannot be watched".to_owned();
        return Err(Failure::Told { message, help: Some("name a file or a folder".to_owned()) });
    }
    let (sender, events) = mpsc::channel();
    let system = notify::recommended_watcher(sender).map_err(|error| unwatched(&error))?;
    let named = [documents, beside].concat();
    let templates = beside.iter().map(|path| real(path)).collect();
    let mut watched = Watched { system, named, templates, files: HashSet::new(), folders: HashSet::new() };
    watched.follow(Vec::new())?;
    loop {
        let start = Instant::now();
        match work(console) {
            Ok((taken, done)) => {
                let milliseconds = start.elapsed().as_millis();
                watched.follow(taken)?;
                let count = watched.files.len();
                let noun = if count == 1 { "file" } else { "files" };
                console.print(&format!("{done} in {milliseconds} ms; watching {count} {noun}\n"))?;
                console.finish()?;
            }
            Err(failure) if failure.is_broken_pipe() || failure.is_of_arguments() => return Err(failure),
            Err(failure) => console.complain(&failure),
        }
        if !watched.wait(&events) {
            return Ok(ExitCode::SUCCESS);
        }
    }
}

fn unwatched(error: &notify::Error) -> Failure {
    Failure::Told { message: format!("files cannot be watched: {error}"), help: None }
}

/// What is watched. Editors replace files rather than write into them, so it is their folders that are.
struct Watched {
    system: RecommendedWatcher,
    /// The files and folders that the user named.
    named: Vec<PathBuf>,
    /// The templates and other files among them that are no documents.
    templates: Vec<PathBuf>,
    /// The files that were read last.
    files: HashSet<PathBuf>,
    folders: HashSet<PathBuf>,
}

impl Watched {
    /// Watches these files too, and no longer those that are read no more.
    fn follow(&mut self, taken: Vec<PathBuf>) -> Result<(), Failure> {
        self.files = taken.into_iter().map(|path| real(&path)).collect();
        let mut wanted: HashSet<(PathBuf, bool)> = HashSet::new();
        for path in &self.named {
            let is_folder = path.is_dir();
            let folder = if is_folder { real(path) } else { folder_of(&real(path)) };
            wanted.insert((folder, is_folder));
        }
        let whole: HashSet<_> =
            wanted.iter().filter(|(_, whole)| *whole).map(|(path, _)| path.clone()).collect();
        let others = self.files.iter().map(|path| (folder_of(path), false));
        wanted.extend(others.collect::<Vec<_>>());
        wanted.retain(|(folder, is_whole)| *is_whole || !whole.contains(folder));
        let mut paths: Vec<_> = wanted.into_iter().filter(|(folder, _)| folder.is_dir()).collect();
        paths.sort();
        for (folder, is_whole) in &paths {
            if !self.folders.contains(folder) {
                let mode = if *is_whole { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
                self.system.watch(folder, mode).map_err(|error| unwatched(&error))?;
            }
        }
        let now: HashSet<_> = paths.into_iter().map(|(folder, _)| folder).collect();
        let gone: Vec<_> = self.folders.difference(&now).cloned().collect();
        for folder in gone {
            // A folder that is no longer there is no longer watched either.
            let _ = self.system.unwatch(&folder);
        }
        self.folders = now;
        Ok(())
    }

    /// Waits until something has changed and has come to rest; `false` where nothing will ever change.
    fn wait(&self, events: &Events) -> bool {
        loop {
            let Ok(event) = events.recv() else { return false };
            if self.concerns(&event) {
                break;
            }
        }
        let start = Instant::now();
        while start.elapsed() < PATIENCE && events.recv_timeout(REST).is_ok() {}
        true
    }

    /// Whether an event is about a file that is read, or might be from now on.
    fn concerns(&self, event: &notify::Result<Event>) -> bool {
        let Ok(event) = event else { return true };
        // Reading a file changes nothing.
        if matches!(event.kind, EventKind::Access(_)) {
            return false;
        }
        let ends = |path: &Path, ends: &[&str]| {
            path.extension().and_then(|end| end.to_str()).is_some_and(|end| ends.contains(&end))
        };
        let is_template =
            |path: &Path| ends(path, &["md"]) && self.templates.iter().any(|named| path.starts_with(named));
        let concerns =
            |path: &PathBuf| ends(path, &["yaml", "yml"]) || self.files.contains(path) || is_template(path);
        event.need_rescan()
            || event.paths.iter().any(concerns)
            || event.paths.iter().any(|path| self.is_named(path))
    }

    fn is_named(&self, path: &Path) -> bool {
        self.named.iter().any(|named| real(named) == path)
    }
}

/// The path as the system reports it; a file that is gone is looked for in its folder.
fn real(path: &Path) -> PathBuf {
    let found = path.canonicalize();
    found.unwrap_or_else(|_| match (folder_of(path).canonicalize(), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    })
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
