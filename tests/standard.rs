//! What `standard` knows, held against the dictionary it rests on and against cases that say what is right.

mod dictionary;
mod names;
mod registry;
mod sections;
mod surroundings;
mod traits;

/// The lines of a case file but its header, comments and empty lines.
fn case(file: &str) -> Vec<String> {
    let path = format!("{}/tests/cases/standard/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let is_row = |line: &&str| !line.is_empty() && !line.starts_with('#');
    text.lines().skip(1).filter(is_row).map(str::to_owned).collect()
}
