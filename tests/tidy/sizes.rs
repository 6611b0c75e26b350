//! How large things grow. Functions are clippy's business.

use super::{settle, sources};

/// Lines of a file without its tests.
const LONGEST_FILE: usize = 400;

/// Lists, which have a line for each thing and nothing else.
const LISTS: &[&str] = &["src/lint/rules.rs"];

/// Lines of a rule with its page.
const LONGEST_RULE: usize = 120;

#[test]
fn files_fit_into_a_head() {
    let mut faults = Vec::new();
    for source in sources("src").into_iter().filter(|source| !LISTS.contains(&source.path.as_str())) {
        let lines = source.text.lines().take_while(|line| *line != "#[cfg(test)]").count();
        let most = if source.path.starts_with("src/lint/rules/") { LONGEST_RULE } else { LONGEST_FILE };
        if lines > most {
            faults.push(source.at(1, &format!("{lines} lines, of at most {most}")));
        }
    }
    settle(&faults);
}

#[test]
fn every_file_says_what_it_is() {
    let mut faults = Vec::new();
    for folder in ["src", "tests", "benches"] {
        for source in sources(folder) {
            if !source.text.starts_with("//! ") {
                faults.push(source.at(1, "the first line says what the file is, as `//! …`"));
            }
        }
    }
    settle(&faults);
}
