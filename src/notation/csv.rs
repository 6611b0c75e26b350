//! Cells of comma-separated values (RFC 4180), as they are written and as they were meant.
//!
//! A sheet program may take a cell that begins with `=`, `+`, `-` or `@` for a formula. So such a cell is written with an
//! apostrophe before it, and the apostrophe is taken off when it is read.

/// With these a cell may be a formula, or look as if an apostrophe had been put before it.
const TAKEN_FOR_FORMULAS: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\''];

/// Records as a text, the cells separated by commas.
pub fn csv(records: &[Vec<String>]) -> String {
    let line =
        |record: &Vec<String>| record.iter().map(|cell| spelt(cell)).collect::<Vec<_>>().join(",") + "\n";
    records.iter().map(line).collect()
}

/// A cell as it was before it was made harmless.
pub fn meant_by_cell(text: String) -> String {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(TAKEN_FOR_FORMULAS) => rest.to_owned(),
        _ => text,
    }
}

/// A cell as it is written.
fn spelt(text: &str) -> String {
    let mark = if text.starts_with(TAKEN_FOR_FORMULAS) { "'" } else { "" };
    let needs_quotes = text.contains([',', ';', '\t', '"', '\n', '\r']) || text.trim() != text;
    if needs_quotes { format!("\"{mark}{}\"", text.replace('"', "\"\"")) } else { format!("{mark}{text}") }
}
