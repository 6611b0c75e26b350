//! How things are named, and what no file holds.

use std::collections::BTreeSet;

use dicomply::lint::RULES;

use super::{settle, sources};
use crate::bless::{files, shown};

/// Names that say nothing.
const EMPTY_NAMES: &[&str] =
    &["manager", "helper", "helpers", "util", "utils", "processor", "data", "info", "misc", "common"];

/// Terms of the standard, and names of rules, in which one of them is right.
const TERMS: &[&str] = &["PixelData", "link_without_common_service", "link_without_common_transfer_syntax"];

/// What no source file holds, and why.
const REFUSED: &[(&str, &str)] = &[
    (concat!("todo", "!("), "finish it or leave it out"),
    (concat!("unimplemented", "!("), "finish it or leave it out"),
    (concat!("FIX", "ME"), "mend it"),
    (concat!("TO", "DO"), "do it, or write it down where people look for work"),
    (concat!("#[ign", "ore"), "a test runs or is removed"),
    (concat!("allow(dead", "_code"), "remove what nobody uses"),
    (concat!("dbg", "!("), "remove it"),
];

/// The words of a name in camel or snake case.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for character in name.chars() {
        if character == '_' || character.is_uppercase() {
            words.push(String::new());
        }
        if character != '_' {
            words.last_mut().unwrap().extend(character.to_lowercase());
        }
    }
    words
}

/// The name that a line declares with one of some keywords.
fn declared<'l>(line: &'l str, keywords: &[&str]) -> Option<&'l str> {
    let mut parts =
        line.split_whitespace().skip_while(|part| part.starts_with("pub") || part.starts_with("in"));
    let keyword = parts.find(|part| !["const", "async", "unsafe", "crate::lint)"].contains(part))?;
    let name = parts.next().filter(|_| keywords.contains(&keyword))?;
    name.split(|next: char| !next.is_alphanumeric() && next != '_').next()
}

#[test]
fn names_of_types_and_modules_say_something() {
    let mut faults = Vec::new();
    for folder in ["src", "tests"] {
        for source in sources(folder) {
            for (line, code) in source.code() {
                let name = declared(code, &["struct", "enum", "trait", "type", "mod"]);
                let Some(name) = name.filter(|name| !TERMS.contains(name)) else { continue };
                if let Some(word) = words(name).iter().find(|word| EMPTY_NAMES.contains(&word.as_str())) {
                    faults.push(source.at(line, &format!("`{name}`: {word} says nothing")));
                }
            }
        }
    }
    settle(&faults);
}

/// Names that traits of other crates give (`cel::common::value::Val`).
const OF_FOREIGN_TRAITS: &[&str] = &["get_type"];

#[test]
fn functions_say_what_they_return_or_do() {
    let mut faults = Vec::new();
    for source in sources("src") {
        for (line, code) in source.code() {
            let name = declared(code, &["fn"]).unwrap_or_default();
            let is_chosen_here = !OF_FOREIGN_TRAITS.contains(&name);
            if is_chosen_here && ["get_", "do_", "handle_"].iter().any(|prefix| name.starts_with(prefix)) {
                faults.push(source.at(line, &format!("`{name}`: leave out the first word")));
            }
        }
    }
    settle(&faults);
}

#[test]
fn nothing_is_left_unfinished() {
    let mut faults = Vec::new();
    for folder in ["src", "tests", "benches"] {
        for source in sources(folder) {
            for (number, line) in source.text.lines().enumerate() {
                let refused = REFUSED.iter().filter(|(text, _)| line.contains(text));
                faults.extend(refused.map(|(text, why)| source.at(number + 1, &format!("`{text}`: {why}"))));
            }
        }
    }
    settle(&faults);
}

#[test]
fn modules_are_files_beside_their_folders() {
    let mut faults = Vec::new();
    for folder in ["src", "tests"] {
        let all: BTreeSet<String> = files(folder).iter().map(|file| shown(file)).collect();
        for path in &all {
            if path.ends_with("/mod.rs") {
                faults.push(format!("{path}: a module is a file beside its folder"));
            }
        }
    }
    settle(&faults);
}

#[test]
fn every_rule_has_its_file_and_the_list_is_sorted() {
    let ids: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    assert!(ids.is_sorted(), "RULES is sorted by identity, because it is searched so");
    let mut faults = Vec::new();
    let files: BTreeSet<String> = files("src/lint/rules")
        .iter()
        .map(|file| file.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let wanted: BTreeSet<String> = ids.iter().map(|id| id.replace('-', "_")).collect();
    faults.extend(
        files
            .difference(&wanted)
            .map(|file| format!("src/lint/rules/{file}.rs: is not in RULES under its name")),
    );
    faults.extend(
        wanted.difference(&files).map(|file| format!("RULES: there is no file src/lint/rules/{file}.rs")),
    );
    settle(&faults);
}

/// The reader names rules as texts; each of them is a rule, or its findings would be dropped.
#[test]
fn what_the_reader_reports_is_a_rule() {
    let mut faults = Vec::new();
    for source in sources("src/source")
        .into_iter()
        .chain(sources("src").into_iter().filter(|s| s.path == "src/source.rs"))
    {
        for (line, code) in source.code() {
            for start in ["Remark::new(\"", "finding_of(id, \""] {
                let id = code.split(start).nth(1).and_then(|rest| rest.split('"').next());
                if let Some(id) = id.filter(|id| dicomply::lint::rule(id).is_none()) {
                    faults.push(source.at(line, &format!("there is no rule `{id}`")));
                }
            }
        }
    }
    settle(&faults);
}
