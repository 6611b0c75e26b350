//! Which module may use which, and which foreign crate lives where.

use std::collections::BTreeMap;
use std::fs;

use super::{Source, settle, sources};
use crate::bless::root;

/// Each room of the library, and the rooms it may know: arrows go down only.
const ROOMS: &[(&str, &[&str])] = &[
    ("route", &[]),
    ("finding", &["route"]),
    ("config", &["finding", "route"]),
    ("notation", &["config", "finding", "route"]),
    ("standard", &["config", "finding", "notation", "route"]),
    ("model", &["config", "finding", "notation", "route", "standard"]),
    ("document", &["config", "finding", "notation", "route", "standard"]),
    ("source", &["config", "document", "finding", "model", "notation", "route", "standard"]),
    ("pairing", &["config", "document", "finding", "model", "notation", "route", "standard"]),
    ("lint", &["config", "document", "finding", "model", "notation", "pairing", "route", "standard"]),
    ("render", &["config", "document", "finding", "model", "notation", "pairing", "route", "standard"]),
    ("compare", &["config", "document", "finding", "model", "notation", "pairing", "route", "standard"]),
    ("import", &["config", "document", "finding", "model", "notation", "pairing", "route", "standard"]),
    ("impact", &["config", "finding", "lint", "model", "notation", "pairing", "route", "standard"]),
    ("examine", &["config", "finding", "lint", "model", "route", "source", "standard"]),
    ("fix", &["examine", "finding", "source"]),
    ("intake", &["config", "finding", "fix", "import", "lint", "model", "route", "source"]),
    (
        "report",
        &[
            "compare", "config", "document", "finding", "impact", "import", "lint", "model", "notation",
            "pairing", "render", "route", "source", "standard",
        ],
    ),
];

/// Crates that may be used wherever data is read, written or kept.
const ANYWHERE: &str = "(anywhere";

/// The room that a source file of the library belongs to; `None` for the library's root and the program.
fn room(path: &str) -> Option<&str> {
    let path = path.strip_prefix("src/")?;
    let first = path.split('/').next()?;
    let room = first.strip_suffix(".rs").unwrap_or(first);
    (room != "lib" && room != "bin").then_some(room)
}

/// The names that follow `prefix` in a line: `crate::finding` or `crate::{finding::…, route}`.
fn named_after<'l>(line: &'l str, prefix: &str) -> Vec<&'l str> {
    let mut names = Vec::new();
    for (at, _) in line.match_indices(prefix) {
        let is_word =
            !line[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == ':');
        let rest = &line[at + prefix.len()..];
        if !is_word {
            continue;
        }
        let group = rest.strip_prefix('{').map(|group| group.split(',').collect::<Vec<_>>());
        for name in group.unwrap_or_else(|| vec![rest]) {
            let name = name.trim_start();
            let end = name.find(|next: char| !next.is_alphanumeric() && next != '_').unwrap_or(name.len());
            names.push(&name[..end]);
        }
    }
    names
}

#[test]
fn modules_use_only_what_lies_below_them() {
    let allowed: BTreeMap<_, _> = ROOMS.iter().copied().collect();
    let mut faults = Vec::new();
    for source in sources("src") {
        let Some(room) = room(&source.path) else { continue };
        let Some(below) = allowed.get(room) else {
            faults.push(source.at(1, "this room is not in the table of rooms"));
            continue;
        };
        for (line, code) in source.code() {
            for used in named_after(code, "crate::").into_iter().filter(|used| allowed.contains_key(used)) {
                if used != room && !below.contains(&used) {
                    faults.push(source.at(line, &format!("`{room}` may not know `{used}`")));
                }
            }
        }
    }
    settle(&faults);
}

/// The crates of `Cargo.toml` with the comment above each.
fn dependencies() -> Vec<(String, String)> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let mut found = Vec::new();
    let mut comment = String::new();
    let mut is_inside = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            is_inside = line == "[dependencies]" || line == "[dev-dependencies]";
        } else if let Some(text) = line.strip_prefix("# ").filter(|_| is_inside) {
            text.clone_into(&mut comment);
        } else if let Some((name, _)) = line.split_once(" = ").filter(|_| is_inside) {
            found.push((name.to_owned(), comment.clone()));
        }
    }
    found
}

/// The paths a crate may be used in, as its comment says: `(home: standard::nearest, bin/dicomply)`.
fn homes(comment: &str) -> Vec<String> {
    let list = comment.split("(home: ").nth(1).and_then(|rest| rest.split(')').next()).unwrap_or_default();
    let path = |home: &str| {
        if home == "benches" || home == "tests" {
            home.to_owned()
        } else {
            format!("src/{}", home.replace("::", "/"))
        }
    };
    list.split(", ").map(path).collect()
}

fn is_at_home(path: &str, homes: &[String]) -> bool {
    homes.iter().any(|home| path.strip_prefix(home.as_str()).is_some_and(|rest| rest.starts_with(['/', '.'])))
}

#[test]
fn foreign_crates_stay_at_home() {
    let dependencies = dependencies();
    assert!(dependencies.len() > 5, "the dependencies of Cargo.toml were not understood");
    let sources: Vec<_> = ["src", "benches", "tests"].into_iter().flat_map(sources).collect();
    let mut faults = Vec::new();
    for (name, comment) in &dependencies {
        let homes = homes(comment);
        let uses = |source: &Source| -> Vec<usize> {
            let prefix = name.replace('-', "_") + "::";
            source
                .code()
                .filter(|(_, code)| !named_after(code, &prefix).is_empty())
                .map(|(line, _)| line)
                .collect()
        };
        let found: Vec<_> = sources.iter().map(|source| (source, uses(source))).collect();
        if found.iter().all(|(_, lines)| lines.is_empty()) {
            faults.push(format!("Cargo.toml: `{name}` is used nowhere"));
        }
        if comment.contains(ANYWHERE) {
            continue;
        }
        let abroad = |path: &str| path.starts_with("src/") && !is_at_home(path, &homes);
        for (source, lines) in found.iter().filter(|(source, _)| abroad(&source.path)) {
            faults.extend(lines.iter().map(|line| source.at(*line, &format!("`{name}` lives in {homes:?}"))));
        }
    }
    settle(&faults);
}

#[test]
fn every_dependency_says_why_it_is_there() {
    let mut faults = Vec::new();
    for (name, comment) in dependencies() {
        if !comment.contains("(home: ") && !comment.contains(ANYWHERE) {
            faults.push(format!(
                "Cargo.toml: the comment above `{name}` does not say where it lives: {comment:?}"
            ));
        }
    }
    settle(&faults);
}
