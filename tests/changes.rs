//! Change rules: their pages and their cases.
//!
//! A case file `cases/diff/<rule>.md` is a page to read: sections with prose, a `yaml old` and a `yaml new` block, a
//! `changes` block with what changed from the old one to the new one, and a `reverse` block with what changed the other
//! way round. `DICOMPLY_BLESS=1 cargo test` rewrites them, and makes a file from the page of a rule that has none.

mod laws;
mod version;

use std::fmt::Write as _;

use dicomply::compare::diff::{CHANGE_RULES, Change, ChangeRule, Diff, change_rule, diff_documents};
use dicomply::model::Content;
use dicomply::source::{Input, read};

use crate::bless::{files, is_blessing, root};
use crate::lint::{blocks, sections};

/// What a document says; a fragment that does not say its kind is a statement.
pub(crate) fn content(text: &str) -> Content {
    let has = |key: &str| text.lines().any(|line| line.starts_with(key));
    let mut document = String::new();
    for (key, line) in [("dicomply:", "dicomply: 1\n"), ("kind:", "kind: statement\n")] {
        if !has(key) {
            document += line;
        }
    }
    document += text;
    let input = Input { path: "input.yaml".to_owned(), bytes: document.into_bytes() };
    read(vec![input], &|_: &str| None).project.documents[0].content.clone()
}

/// What changed from one text to another.
pub(crate) fn changed(old: &str, new: &str) -> Diff {
    diff_documents(&content(old), &content(new)).expect("documents of one kind")
}

/// A change as a page shows it.
fn line(change: &Change) -> String {
    let route = |route: &Option<_>| {
        route.as_ref().map_or("nowhere".to_owned(), |at: &dicomply::route::Route| at.to_string())
    };
    format!(
        "{} {}: {}\n  {} of {}: {} -> {}\n",
        change.impact,
        change.rule.id,
        change.message,
        change.fact.as_str(),
        change.subject_line(),
        route(&change.old),
        route(&change.new)
    )
}

pub(crate) fn listed(diff: &Diff) -> String {
    diff.changes.iter().map(line).collect()
}

/// A change as its mirror: what is added one way is removed the other way.
fn mirrored(change: &Change, is_back: bool) -> String {
    let word = match change.fact.as_str() {
        "added" if is_back => "removed",
        "removed" if is_back => "added",
        word => word,
    };
    let (old, new) = if is_back { (&change.new, &change.old) } else { (&change.old, &change.new) };
    let (before, after) = (change.fact.before(), change.fact.after());
    let (before, after) = if is_back { (after, before) } else { (before, after) };
    format!("{word} {old:?} {new:?} {before:?} {after:?}")
}

/// Fails unless the second difference is the first one, seen from the other side.
pub(crate) fn assert_mirrored(forth: &Diff, back: &Diff, name: &str) {
    let mut one: Vec<_> = forth.changes.iter().map(|change| mirrored(change, false)).collect();
    let mut other: Vec<_> = back.changes.iter().map(|change| mirrored(change, true)).collect();
    one.sort();
    other.sort();
    assert_eq!(one, other, "{name}:\n{}\nback:\n{}", listed(forth), listed(back));
}

fn block<'b>(blocks: &'b [(String, String)], word: &str) -> Option<&'b str> {
    blocks.iter().find(|(words, _)| words == word).map(|(_, text)| text.as_str())
}

/// The example of a rule's page.
fn example(rule: &ChangeRule) -> (String, String) {
    let blocks = blocks(&rule.page());
    let text = |word| {
        block(&blocks, word).unwrap_or_else(|| panic!("{}: the page lacks {word}", rule.id)).to_owned()
    };
    (text("yaml old"), text("yaml new"))
}

#[test]
fn pages_of_change_rules_have_their_sections() {
    for rule in CHANGE_RULES {
        let page = rule.page();
        for section in ["# What it says\n", "# What it means to a peer\n", "# Example\n", "# References\n"] {
            assert!(page.contains(section), "{}: the page lacks {section:?}", rule.id);
        }
        assert!(!rule.summary().is_empty() && !rule.references().is_empty(), "{}", rule.id);
    }
    assert!(CHANGE_RULES.is_sorted_by(|one, other| one.id < other.id));
    assert!(CHANGE_RULES.iter().all(|rule| dicomply::lint::rule(rule.id).is_none()), "an identity is taken");
}

/// One cause, one change: the example of a page makes changes of its rule and of no other.
#[test]
fn every_page_shows_what_its_change_rule_finds() {
    let mut failures = Vec::new();
    for rule in CHANGE_RULES {
        let (old, new) = example(rule);
        let diff = changed(&old, &new);
        let as_promised = !diff.is_empty() && diff.changes.iter().all(|change| change.rule.id == rule.id);
        if !as_promised {
            failures.push(format!("{}:\n{}", rule.id, listed(&diff)));
        }
    }
    assert!(failures.is_empty(), "{} of {}\n{}", failures.len(), CHANGE_RULES.len(), failures.join("\n"));
}

/// A case file that is made of the page of a rule.
fn begun(rule: &ChangeRule) -> String {
    let (old, new) = example(rule);
    format!(
        "# {}\n\n{}\n\n```yaml old\n{old}```\n\n```yaml new\n{new}```\n\n```changes\n```\n\n```reverse\n```\n",
        rule.id,
        rule.summary()
    )
}

#[test]
fn every_case_says_what_changed() {
    let mut failures = Vec::new();
    for rule in CHANGE_RULES {
        let path = root().join(format!("tests/cases/diff/{}.md", rule.id));
        if !path.exists() && is_blessing() {
            std::fs::write(&path, begun(rule)).unwrap();
        }
        let Ok(page) = std::fs::read_to_string(&path) else {
            failures.push(format!("{}: there is no case", rule.id));
            continue;
        };
        let mut rewritten = String::new();
        let mut is_shown = false;
        for section in sections(&page) {
            let blocks = blocks(&section);
            let (Some(old), Some(new)) = (block(&blocks, "yaml old"), block(&blocks, "yaml new")) else {
                rewritten += &section;
                continue;
            };
            let (forth, back) = (changed(old, new), changed(new, old));
            assert_mirrored(&forth, &back, rule.id);
            is_shown |= forth.changes.iter().chain(&back.changes).any(|change| change.rule.id == rule.id);
            let mut section = section.clone();
            for (word, diff) in [("changes", &forth), ("reverse", &back)] {
                let expected = block(&blocks, word).unwrap_or_else(|| panic!("{}: no {word} block", rule.id));
                let said = listed(diff);
                if said != expected && !is_blessing() {
                    failures.push(format!("{} ({word})\nexpected:\n{expected}said:\n{said}", rule.id));
                }
                section =
                    section.replace(&format!("```{word}\n{expected}```"), &format!("```{word}\n{said}```"));
            }
            rewritten += &section;
        }
        if !is_shown {
            failures.push(format!("{}: no case shows the rule", rule.id));
        }
        if is_blessing() && rewritten != page {
            std::fs::write(&path, rewritten).unwrap();
        }
    }
    assert!(failures.is_empty(), "{}\n(DICOMPLY_BLESS=1 rewrites the expectations)", failures.join("\n"));
}

#[test]
fn every_case_is_of_a_change_rule() {
    for file in files("tests/cases/diff") {
        let id = file.file_stem().unwrap().to_string_lossy();
        assert!(change_rule(&id).is_some(), "{}: there is no such rule", file.display());
    }
}

/// The pages under `docs/changes/`.
pub(crate) fn pages(note: &str) -> Vec<(String, String)> {
    let mut pages = vec![("docs/changes/README.md".to_owned(), index(note))];
    for rule in CHANGE_RULES {
        let mut is_fenced = false;
        let mut page =
            format!("# {}\n\n{note}\n\n{} · {} · since {}\n\n", rule.id, rule.impact, rule.area, rule.since);
        for line in rule.linked_page().lines() {
            is_fenced ^= line.starts_with("```");
            let level = if line.starts_with("# ") && !is_fenced { "#" } else { "" };
            writeln!(page, "{level}{line}").unwrap();
        }
        pages.push((format!("docs/changes/{}.md", rule.id), page));
    }
    pages
}

fn index(note: &str) -> String {
    let mut areas: Vec<_> = CHANGE_RULES.iter().map(|rule| rule.area).collect();
    areas.sort_unstable();
    areas.dedup();
    let mut page = format!(
        "# Change rules\n\n{note}\n\nWhat `dicomply diff` says of the changes between two versions of a document, and what each means to \
         a peer that worked with the old version: `breaking` if something that it could rely on is gone or narrower, \
         `compatible` if more is supported, `editorial` if the same is said in other words. `dicomply explain RULE` \
         prints a page.\n"
    );
    for area in areas {
        write!(page, "\n## {area}\n\n| rule | impact | what it says |\n|---|---|---|\n").unwrap();
        for rule in CHANGE_RULES.iter().filter(|rule| rule.area == area) {
            let summary = rule.summary().replace('|', "\\|");
            writeln!(page, "| [{0}]({0}.md) | {1} | {summary} |", rule.id, rule.impact).unwrap();
        }
    }
    page
}
