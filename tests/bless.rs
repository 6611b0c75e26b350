//! Committed files that follow from the code: compared, or written anew with `DICOMPLY_BLESS=1 cargo test`.

use std::fs;
use std::path::{Path, PathBuf};

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Whether expectations are written anew.
pub(crate) fn is_blessing() -> bool {
    std::env::var_os("DICOMPLY_BLESS").is_some()
}

/// What differs between files and what they should hold.
#[derive(Default)]
pub(crate) struct Drift(Vec<String>);

impl Drift {
    /// Compares a file, by its path from the root of the repository, with what it should hold.
    pub(crate) fn hold(&mut self, path: &str, wanted: &str) {
        let file = root().join(path);
        let held = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
        if held == wanted {
            return;
        }
        if is_blessing() {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, wanted).unwrap();
            return;
        }
        let differing = held.lines().zip(wanted.lines()).position(|(held, wanted)| held != wanted);
        let line = differing.unwrap_or_else(|| held.lines().count().min(wanted.lines().count()));
        let at = |text: &str| text.lines().nth(line).unwrap_or("(nothing)").to_owned();
        self.0.push(format!("{path}:{}\n  holds:  {}\n  wanted: {}", line + 1, at(&held), at(wanted)));
    }

    /// Notes a file that should not be there; removes it when blessing.
    pub(crate) fn refuse(&mut self, file: &Path) {
        if is_blessing() {
            fs::remove_file(file).unwrap();
        } else {
            self.0.push(format!("{} belongs to nothing any more", shown(file)));
        }
    }

    /// Fails if anything differed.
    pub(crate) fn settle(self) {
        assert!(self.0.is_empty(), "{}\n(`DICOMPLY_BLESS=1 cargo test` writes them anew)", self.0.join("\n"));
    }
}

/// The files below a folder of the repository, in the order of their paths.
pub(crate) fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The path of a file from the root of the repository, with forward slashes.
pub(crate) fn shown(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).to_string_lossy().replace('\\', "/")
}
