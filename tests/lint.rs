//! Rules: their pages and their cases.
//!
//! A case file `cases/lint/<rule>.md` is a page to read: sections with prose, one or more `yaml` blocks (the first is
//! examined, others are files it may refer to, named behind the word `yaml`), and a `findings` block with what that
//! rule, and only that rule, says. `DICOMPLY_BLESS=1 cargo test` rewrites the `findings` blocks.
//!
//! Blocks may be fragments: top-level keys that a clean document must have are added behind them, unless the word
//! `yaml` is followed by `as written`. Behind `at` stands a revision: the first document as it was there, the earliest
//! first. After `in ISO 8859-1` or `in UTF-16` the file is written in that encoding.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use dicomply::config::{Config, RuleSet};
use dicomply::examine;
use dicomply::finding::{Change, Finding, Place};
use dicomply::lint::{Circumstances, History, RULES, Rule, Stages, Version, rule};
use dicomply::model::{Content, Date};
use dicomply::source::{Input, Sources, read};

const STATEMENT: &[(&str, &str)] = &[
    ("dicomply", "dicomply: 1\n"),
    ("kind", "kind: statement\n"),
    ("product", "product: {name: Example Product, vendor: Example Vendor, versions: \"1.0\"}\n"),
    ("statement", "statement: {version: \"1.0\", date: 2026-11-20}\n"),
    (
        "implementation",
        "implementation: {class_uid: 2.25.181902416834275213489016231958337012347, version_name: EXAMPLE_10}\n",
    ),
    (
        "transfer_syntaxes",
        "transfer_syntaxes: {uncompressed: [Implicit VR Little Endian, Explicit VR Little Endian]}\n",
    ),
    (
        "application_entities",
        "application_entities: {SEND: {ae_title: EXAMPLE, activities: {Send: {initiates: [CT Image Storage as SCU in ImplicitVRLittleEndian]}}}}\n",
    ),
];

const SITE: &[(&str, &str)] =
    &[("dicomply", "dicomply: 1\n"), ("organization", "organization: Example Hospital\n")];

const REQUIREMENTS: &[(&str, &str)] = &[
    ("dicomply", "dicomply: 1\n"),
    ("name", "name: Example requirements\n"),
    (
        "transfer_syntaxes",
        "transfer_syntaxes: {uncompressed: [Implicit VR Little Endian, Explicit VR Little Endian]}\n",
    ),
];

/// A file of a case.
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// The files of a case; the first is examined.
pub(crate) type Files = Vec<File>;

/// Adds what a clean document must have and a fragment leaves out.
pub(crate) fn completed(fragment: &str) -> String {
    let has = |key: &str| fragment.lines().any(|line| line.starts_with(&format!("{key}:")));
    let is_of = |kind: &str| fragment.lines().any(|line| line.trim_end() == kind);
    let lines = match () {
        () if is_of("kind: site") => SITE,
        () if is_of("kind: requirements") => REQUIREMENTS,
        () => STATEMENT,
    };
    let mut document = fragment.to_owned();
    for (key, line) in lines {
        if !has(key) {
            document.push_str(line);
        }
    }
    document
}

fn examine(files: &Files, config: &Config) -> (Vec<Finding>, Sources) {
    let input = Input { path: files[0].name.clone(), bytes: files[0].bytes.clone() };
    let loader: BTreeMap<String, Vec<u8>> =
        files.iter().map(|file| (file.name.clone(), file.bytes.clone())).collect();
    let circumstances =
        Circumstances { history: history(files), ..Circumstances::of(Date::parse("2026-11-28")) };
    let examination = examine::examine(vec![input], &loader, config, circumstances);
    (examination.findings, examination.reading.sources)
}

/// What the first document was at earlier revisions, one after the other.
fn history(files: &Files) -> History {
    let mut history = History::default();
    let earlier = files.iter().filter_map(|file| Some((file, file.name.strip_prefix(EARLIER)?)));
    let version = |(number, (file, revision)): (usize, (&File, &str))| {
        let input = Input { path: files[0].name.clone(), bytes: file.bytes.clone() };
        let reading = read(vec![input], &BTreeMap::<String, Vec<u8>>::new());
        let stages = match &reading.project.documents[0].content {
            Content::Site(site) => Some(Stages::of(site)),
            _ => None,
        };
        Version {
            revision: revision.to_owned(),
            parents: number.checked_sub(1).into_iter().collect(),
            stages,
        }
    };
    history.add(files[0].name.clone(), earlier.enumerate().map(version).collect());
    history
}

/// How the names of files begin that are the first document at a revision.
const EARLIER: &str = "earlier at ";

/// The fenced blocks of a page: the words behind the fence, and the lines.
pub(crate) fn blocks(page: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut open: Option<(String, String)> = None;
    for line in page.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(words)) => open = Some((words.trim().to_owned(), String::new())),
            (Some(_), Some("")) => blocks.extend(open.take()),
            (Some((_, text)), _) => writeln!(text, "{line}").unwrap(),
            (None, None) => {}
        }
    }
    blocks
}

pub(crate) fn yaml_files(blocks: &[(String, String)]) -> Files {
    let yaml = blocks.iter().filter_map(|(words, text)| Some((words.strip_prefix("yaml")?, text)));
    yaml.enumerate()
        .map(|(index, (words, text))| {
            let (words, encoding) = words.split_once(" in ").unwrap_or((words, "UTF-8"));
            let (name, text) = match words.strip_suffix(" as written") {
                Some(name) => (name, text.clone()),
                None => (words, completed(text)),
            };
            let name = match name.trim() {
                name if name.starts_with("at ") => format!("{}{}", EARLIER, &name[3..]),
                "" => format!("input{}.yaml", if index == 0 { String::new() } else { index.to_string() }),
                name => name.to_owned(),
            };
            File { name, bytes: encoded(&text, encoding) }
        })
        .collect()
}

fn encoded(text: &str, encoding: &str) -> Vec<u8> {
    match encoding {
        "UTF-8" => text.as_bytes().to_vec(),
        "ISO 8859-1" => text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect(),
        "UTF-16" => "\u{FEFF}".chars().chain(text.chars()).flat_map(utf_16).collect(),
        _ => panic!("there is no encoding {encoding} here"),
    }
}

fn utf_16(letter: char) -> Vec<u8> {
    letter.encode_utf16(&mut [0; 2]).iter().flat_map(|unit| unit.to_le_bytes()).collect()
}

fn position(sources: &Sources, place: &Place) -> String {
    let Some(location) = sources.locate(place) else { return "nowhere".to_owned() };
    let file = sources.file(location.file).unwrap();
    let before = &file.text()[..location.range.start.min(file.text().len())];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
    let name = if location.file.0 == 0 { String::new() } else { format!("{}:", file.path()) };
    let excerpt = file.text()[location.range.clone()].lines().next().unwrap_or_default().to_owned();
    format!("{name}{line}:{column} `{excerpt}`")
}

pub(crate) fn listed(findings: &[Finding], sources: &Sources) -> String {
    let mut text = String::new();
    for finding in findings {
        writeln!(text, "{} {}: {}", position(sources, &finding.place), finding.severity, finding.message)
            .unwrap();
        for related in &finding.related {
            writeln!(text, "  see {}: {}", position(sources, &related.place), related.message).unwrap();
        }
        if let Some(help) = &finding.help {
            writeln!(text, "  help: {help}").unwrap();
        }
        for edit in &finding.edits {
            let fix = if edit.is_unsafe { "unsafe fix" } else { "fix" };
            writeln!(text, "  {fix} {} {}", position(sources, &edit.place), told(&edit.change)).unwrap();
        }
    }
    text
}

/// A change as a page shows it.
fn told(change: &Change) -> String {
    match change {
        Change::Replace(text) => format!("-> {text}"),
        Change::Remove => "goes".to_owned(),
        Change::Append(element) => format!("+ {element}"),
        Change::Insert(key, value) => format!("+ {key}: {value}"),
        Change::Reorder(order) => format!("in the order {order:?}"),
    }
}

/// The findings of one rule, switched on if need be, in the order of their places.
fn findings_of(rule: &Rule, files: &Files) -> String {
    let mut config = Config { rule_set: Some(RuleSet::Strict), ..Config::default() };
    config.severities.insert(rule.id.to_owned(), Some(rule.severity));
    let (mut findings, sources) = examine(files, &config);
    findings.retain(|finding| finding.rule == rule.id && finding.counts());
    findings
        .sort_by_key(|finding| sources.locate(&finding.place).map(|place| (place.file, place.range.start)));
    listed(&findings, &sources)
}

/// Compares the `findings` blocks of a case file with what the rule says; rewrites them when blessing.
fn run_case(path: &Path, rule: &Rule, failures: &mut Vec<String>) {
    let page = std::fs::read_to_string(path).unwrap();
    let mut rewritten = String::new();
    for section in sections(&page) {
        let blocks = blocks(&section);
        let files = yaml_files(&blocks);
        let expected = blocks.iter().find(|(words, _)| words == "findings");
        let Some((_, expected)) = expected.filter(|_| !files.is_empty()) else {
            assert!(files.is_empty(), "{}: a section has YAML but no findings block", path.display());
            rewritten.push_str(&section);
            continue;
        };
        let said = findings_of(rule, &files);
        if said != *expected {
            let title = section.lines().next().unwrap_or_default();
            failures.push(format!("{} {title}\nexpected:\n{expected}said:\n{said}", path.display()));
        }
        rewritten.push_str(
            &section.replace(&format!("```findings\n{expected}```"), &format!("```findings\n{said}```")),
        );
    }
    if std::env::var_os("DICOMPLY_BLESS").is_some() && rewritten != page {
        std::fs::write(path, rewritten).unwrap();
        failures.retain(|failure| !failure.starts_with(&path.display().to_string()));
    }
}

/// A page cut before each `## ` outside fences.
pub(crate) fn sections(page: &str) -> Vec<String> {
    let mut sections = vec![String::new()];
    let mut in_fence = false;
    for line in page.split_inclusive('\n') {
        in_fence ^= line.starts_with("```");
        if line.starts_with("## ") && !in_fence {
            sections.push(String::new());
        }
        sections.last_mut().unwrap().push_str(line);
    }
    sections
}

/// Every document of the cases and of the pages of the rules, with a name to find it by.
pub(crate) fn documents_of_cases() -> Vec<(String, String)> {
    let cases = crate::bless::files("tests/cases/lint");
    let cases = cases.iter().filter(|path| path.extension().is_some_and(|end| end == "md"));
    let cases = cases.map(|path| (crate::bless::shown(path), std::fs::read_to_string(path).unwrap()));
    let pages = RULES.iter().map(|rule| (rule.id.to_owned(), rule.page()));
    let written = |(name, page): (String, String)| {
        let files = yaml_files(&blocks(&page)).into_iter();
        files.filter_map(move |file| Some((name.clone(), String::from_utf8(file.bytes).ok()?)))
    };
    cases.chain(pages).flat_map(written).collect()
}

#[test]
fn every_case_says_what_its_rule_finds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/lint");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut failures = Vec::new();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "md")) {
        let id = path.file_stem().unwrap().to_str().unwrap();
        let rule = rule(id).unwrap_or_else(|| panic!("{}: there is no rule {id}", path.display()));
        run_case(path, rule, &mut failures);
    }
    assert!(failures.is_empty(), "{}\n(DICOMPLY_BLESS=1 rewrites the expectations)", failures.join("\n"));
}

#[test]
fn every_rule_has_a_case_that_reports_and_one_that_does_not() {
    let mut lacking = BTreeMap::new();
    for rule in RULES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/cases/lint/{}.md", rule.id));
        let page = std::fs::read_to_string(path).unwrap_or_default();
        let expected: Vec<_> = blocks(&page).into_iter().filter(|(words, _)| words == "findings").collect();
        let reports = expected.iter().any(|(_, text)| !text.is_empty());
        let stays_silent = expected.iter().any(|(_, text)| text.is_empty());
        if !(reports && stays_silent) {
            lacking.insert(rule.id, (reports, stays_silent));
        }
    }
    assert!(lacking.is_empty(), "rules whose case file lacks (a report, a silence): {lacking:?}");
}

/// The blocks of a page's example, and those of what to use instead.
fn examples(page: &str) -> (Files, Files) {
    let example = page.split("# Example\n").nth(1).unwrap_or_default();
    let example = example.split("\n# References").next().unwrap_or_default();
    let (bad, good) = example.split_once("Use instead:").unwrap_or((example, ""));
    (yaml_files(&blocks(bad)), yaml_files(&blocks(good)))
}

/// One cause, one finding: under the recommended rules a page's bad example raises its rule and no other, and its
/// good example raises nothing.
#[test]
fn every_page_shows_what_its_rule_finds() {
    let mut failures = Vec::new();
    for rule in RULES {
        let page = rule.page();
        let (bad, good) = examples(&page);
        let mut config = Config::default();
        config.severities.insert(rule.id.to_owned(), Some(rule.severity));
        for (files, is_bad) in [(bad, true), (good, false)] {
            if files.is_empty() {
                failures.push(format!("{}: the page lacks an example", rule.id));
                continue;
            }
            let (mut findings, sources) = examine(&files, &config);
            findings.retain(Finding::counts);
            let rules: Vec<_> = findings.iter().map(|finding| &*finding.rule).collect();
            let as_promised = if is_bad {
                !rules.is_empty() && rules.iter().all(|id| *id == rule.id)
            } else {
                rules.is_empty()
            };
            if !as_promised {
                let said = listed(&findings, &sources);
                failures.push(format!(
                    "{} ({}): {rules:?}\n{said}",
                    rule.id,
                    if is_bad { "bad" } else { "good" }
                ));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn pages_have_their_sections() {
    for rule in RULES {
        let page = rule.page();
        for section in
            ["# What it does\n", "# Why is this bad?\n", "# Example\n", "Use instead:\n", "# References\n"]
        {
            assert!(page.contains(section), "{}: the page lacks {section:?}", rule.id);
        }
        assert!(!rule.summary().is_empty() && !rule.references().is_empty(), "{}", rule.id);
    }
}

/// The rules of a large statement are asked by several threads, those of a small one by one.
#[test]
fn a_large_statement_is_told_what_a_small_one_is() {
    const PROSE: &str = "This comformance statement is DICOM certified, as is said in section TBD. ";
    const CONTEXTS: &str =
        "[CT image storage as SCU in uncompressed, Storage Commitment Push Model as SCU in RLE]";
    let entity = |number: usize| {
        let prose = PROSE.repeat(6);
        let activities = format!("{{Send: {{initiates: {CONTEXTS}}}}}");
        format!("  E{number}:\n    description: {prose}\n    activities: {activities}\n")
    };
    let told = |count: usize| {
        let entities: String = (0..count).map(entity).collect();
        let bytes = completed(&format!("application_entities:\n{entities}")).into_bytes();
        let config = Config { rule_set: Some(RuleSet::Strict), ..Config::default() };
        let (findings, sources) = examine(&vec![File { name: "input.yaml".to_owned(), bytes }], &config);
        let mut rules: Vec<_> = findings.iter().map(|finding| finding.rule.to_string()).collect();
        rules.dedup();
        let misprints = findings.iter().filter(|finding| finding.rule == "typing-error");
        let places: Vec<_> =
            misprints.map(|finding| sources.locate(&finding.place).unwrap().range.start).collect();
        assert!(places.is_sorted(), "{count} entities");
        (rules, places.len() / count)
    };
    let (few, many) = (told(3), told(1500));
    assert!(few.0.len() > 5 && few.1 > 0, "{few:?}");
    assert_eq!(few, many);
}
