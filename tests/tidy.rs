//! The house stays tidy: who may know whom, where things live, how they are named, how large they grow.

mod furniture;
mod names;
mod rooms;
mod safety;
mod sizes;

use std::fs;

use crate::bless::{files, shown};

/// A source file: its path from the root of the repository, and its text.
struct Source {
    path: String,
    text: String,
}

/// The Rust files below a folder.
fn sources(folder: &str) -> Vec<Source> {
    let rust = files(folder).into_iter().filter(|file| file.extension().is_some_and(|end| end == "rs"));
    rust.map(|file| Source { path: shown(&file), text: fs::read_to_string(&file).unwrap() }).collect()
}

impl Source {
    /// The lines outside comments and tests, with their numbers.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate();
        lines
            .take_while(|(_, line)| *line != "#[cfg(test)]")
            .map(|(number, line)| (number + 1, line.trim_start()))
            .filter(|(_, line)| !line.starts_with("//"))
    }

    fn at(&self, line: usize, what: &str) -> String {
        format!("{}:{line}: {what}", self.path)
    }
}

/// Fails with all faults at once.
fn settle(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
