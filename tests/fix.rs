//! Making edits: what becomes of files, and laws that hold for the edits of every rule.
//!
//! A page in `cases/fix/` is prose around blocks. A block ```` ```yaml [NAME] [as written] [crlf] [cr] [bom] [unended] ````
//! is a file, completed as in `cases/lint/`. A block ```` ```edits ```` has a line for each edit; a line that begins with `+ `
//! belongs to the finding of the line before. Blocks ```` ```after [NAME] ```` hold what files become (`␍` is a carriage return),
//! and a block ```` ```refused ```` why edits are not made. `DICOMPLY_BLESS=1 cargo test` writes these two anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::sync::LazyLock;

use dicomply::config::{Config, RuleSet};
use dicomply::examine::{Examination, examine};
use dicomply::finding::{Change, DocumentId, Edit, Finding, Place, Severity, Written};
use dicomply::fix::{Fixed, fix};
use dicomply::lint::{RULES, Rule, rule};
use dicomply::model::Date;
use dicomply::notation;
use dicomply::route::Route;
use dicomply::source::{Caution, Fate, Input, Loader, mend, read};

use crate::bless::{Drift, files, shown};
use crate::lint::{Files, blocks, completed, sections, yaml_files};

/// A file of a case, with the lines that were added to make a document of it.
struct CaseFile {
    name: String,
    bytes: Vec<u8>,
    added: String,
}

fn case_files(blocks: &[(String, String)]) -> Vec<CaseFile> {
    let yaml = blocks.iter().filter_map(|(words, text)| Some((words.strip_prefix("yaml")?, text)));
    yaml.map(|(words, fragment)| {
        let is_complete = words.contains("as written");
        let words = words.replace("as written", "");
        let words: Vec<&str> = words.split_whitespace().collect();
        let how = |word: &str| words.contains(&word);
        let name = words.iter().find(|word| word.contains('.')).map_or("input.yaml", |word| word);
        let mut text = if is_complete { fragment.clone() } else { completed(fragment) };
        let added = text[fragment.len()..].to_owned();
        if how("unended") {
            text.truncate(text.trim_end().len());
        }
        if how("crlf") {
            text = text.replace('\n', "\r\n");
        }
        if how("cr") {
            text = text.replace('\n', "\r");
        }
        if how("bom") {
            text.insert(0, '\u{FEFF}');
        }
        CaseFile { name: name.to_owned(), bytes: text.into_bytes(), added }
    })
    .collect()
}

fn route(text: &str) -> Route {
    notation::route(text).unwrap().into_iter().map(|part| part.value).collect()
}

/// A value of an edit: a text, a text in quotes, a list in brackets or a mapping in braces.
fn value(text: &str) -> Written {
    if let Some(inner) = text.strip_prefix('[') {
        let inner = inner.strip_suffix(']').unwrap();
        return Written::List(inner.split("; ").map(unquoted).collect());
    }
    if let Some(inner) = text.strip_prefix('{') {
        let pairs = inner.strip_suffix('}').unwrap().split("; ");
        let pair =
            |pair: &str| pair.split_once(" = ").map(|(key, value)| (unquoted(key), unquoted(value))).unwrap();
        return Written::Mapping(pairs.map(pair).collect());
    }
    Written::Text(unquoted(text))
}

fn unquoted(text: &str) -> String {
    if text.starts_with('"') { serde_json::from_str(text).unwrap() } else { text.to_owned() }
}

/// `replace ROUTE [START..END] => TEXT`, `rename ROUTE => KEY`, `remove ROUTE`, `append ROUTE => VALUE`,
/// `insert ROUTE KEY => VALUE`, `reorder ROUTE => 2 0 1`.
fn edit(line: &str) -> Edit {
    let (what, new) = line.split_once(" => ").unwrap_or((line, ""));
    let (verb, rest) = what.split_once(' ').unwrap();
    let (at, extra) = match rest.rsplit_once(' ') {
        Some((at, extra)) if verb == "insert" || extra.contains("..") => (at, extra),
        _ => (rest, ""),
    };
    let (document, at) = (DocumentId(0), route(at));
    let (place, change) = match verb {
        "replace" => {
            let part =
                extra.split_once("..").map(|(start, end)| start.parse().unwrap()..end.parse().unwrap());
            let place = match part {
                Some(part) => Place::within(document, at, part),
                None => Place::value(document, at),
            };
            (place, Change::Replace(unquoted(new)))
        }
        "rename" => (Place::key(document, at), Change::Replace(unquoted(new))),
        "remove" => (Place::value(document, at), Change::Remove),
        "append" => (Place::value(document, at), Change::Append(value(new))),
        "insert" => (Place::value(document, at), Change::Insert(extra.to_owned(), value(new))),
        "reorder" => {
            let order = new.split(' ').map(|position| position.parse().unwrap()).collect();
            (Place::value(document, at), Change::Reorder(order))
        }
        _ => panic!("there is no edit `{verb}`"),
    };
    Edit { place, change, is_unsafe: false }
}

fn findings(edits: &str) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for line in edits.lines() {
        if let Some(line) = line.strip_prefix("+ ") {
            findings.last_mut().unwrap().edits.push(edit(line));
            continue;
        }
        let edit = edit(line);
        let finding = Finding::new("unknown-key", Severity::Error, edit.place.clone(), "");
        findings.push(Finding { edits: vec![edit], ..finding });
    }
    findings
}

/// What a section says of its edits: the files that change, and what is not made.
fn played(blocks: &[(String, String)], edits: &str) -> (BTreeMap<String, String>, String) {
    let written = case_files(blocks);
    let input = Input { path: written[0].name.clone(), bytes: written[0].bytes.clone() };
    let loader: BTreeMap<String, Vec<u8>> =
        written.iter().map(|file| (file.name.clone(), file.bytes.clone())).collect();
    let reading = read(vec![input], &loader);
    let findings = findings(edits);
    let mending = mend(&findings, &reading.project, &reading.sources, Caution::SafeOnly);
    let texts = mending.texts.into_iter().map(|(id, text)| {
        let name = reading.sources.file(id).unwrap().path().to_owned();
        let file = written.iter().find(|file| file.name == name).unwrap();
        let shown = text.replace('\r', "␍");
        let shown = shown.strip_suffix(file.added.as_str()).unwrap_or(&shown).to_owned();
        (name, if shown.ends_with('\n') { shown } else { shown + "\n" })
    });
    let mut refused = String::new();
    for (line, fate) in findings.iter().zip(&mending.fates) {
        let at = line.edits[0].place.route().unwrap();
        match fate {
            Fate::Refused(why) => writeln!(refused, "{at}: {why}").unwrap(),
            Fate::Waiting => writeln!(refused, "{at} waits").unwrap(),
            Fate::Mended | Fate::Untouched => {}
        }
    }
    (texts.collect(), refused)
}

#[test]
fn every_case_becomes_what_its_page_says() {
    let mut drift = Drift::default();
    for page in files("tests/cases/fix") {
        let text = fs::read_to_string(&page).unwrap().replace("\r\n", "\n");
        let rewritten: String = sections(&text).iter().map(|section| rewritten(section)).collect();
        drift.hold(&shown(&page), &rewritten);
    }
    drift.settle();
}

/// The section with the blocks that its edits make now.
fn rewritten(section: &str) -> String {
    let blocks = blocks(section);
    let Some((_, edits)) = blocks.iter().find(|(words, _)| words == "edits") else {
        return section.to_owned();
    };
    let (texts, refused) = played(&blocks, edits);
    let end = section.find("```edits").unwrap();
    let end = end + section[end..].find("\n```\n").unwrap() + "\n```\n".len();
    let mut rewritten = section[..end].to_owned();
    for (name, text) in texts {
        let name = if name == "input.yaml" { String::new() } else { format!(" {name}") };
        write!(rewritten, "\n```after{name}\n{text}```\n").unwrap();
    }
    if !refused.is_empty() {
        write!(rewritten, "\n```refused\n{refused}```\n").unwrap();
    }
    let is_last = !section.ends_with("\n\n");
    if is_last { rewritten } else { rewritten + "\n" }
}

fn config_of(rule: &Rule) -> Config {
    let mut config = Config { rule_set: Some(RuleSet::Strict), ..Config::default() };
    config.severities.insert(rule.id.to_owned(), Some(rule.severity));
    config
}

/// The files of all cases of the rules, each with its rule.
fn all_cases() -> Vec<(&'static Rule, String, Files)> {
    let mut cases = Vec::new();
    for path in
        files("tests/cases/lint").iter().filter(|path| path.extension().is_some_and(|end| end == "md"))
    {
        let Some(rule) = path.file_stem().and_then(|stem| rule(stem.to_str()?)) else { continue };
        let page = fs::read_to_string(path).unwrap();
        for section in sections(&page) {
            let files = yaml_files(&blocks(&section));
            if !files.is_empty() {
                let title = section.lines().next().unwrap_or_default().to_owned();
                cases.push((rule, format!("{} {title}", rule.id), files));
            }
        }
    }
    cases
}

fn fixed(files: &Files, config: &Config) -> Fixed {
    let input = Input { path: files[0].name.clone(), bytes: files[0].bytes.clone() };
    let loader: BTreeMap<String, Vec<u8>> =
        files.iter().map(|file| (file.name.clone(), file.bytes.clone())).collect();
    let examine = |inputs, loader: &dyn Loader| examine(inputs, loader, config, Date::parse("2026-11-28"));
    fix(&[input], &loader, &examine, Caution::UnsafeToo)
}

/// A case, and what mending made of it.
struct Played {
    rule: &'static Rule,
    name: String,
    found: Vec<Finding>,
    mended: Vec<Finding>,
    remaining: Vec<Finding>,
    /// The files with those that were mended in their place.
    after: Files,
}

/// All cases, mended once for all laws.
static PLAYED: LazyLock<Vec<Played>> = LazyLock::new(|| {
    let played = |(rule, name, files): (&'static Rule, String, Files)| {
        let fixed = fixed(&files, &config_of(rule));
        let new =
            |name: &str| fixed.files.iter().find(|file| file.path == name).map(|file| file.after.clone());
        let after = files.iter().map(|file| crate::lint::File {
            name: file.name.clone(),
            bytes: new(&file.name).unwrap_or_else(|| file.bytes.clone()),
        });
        let after = after.collect();
        let remaining = fixed.after.findings;
        let found = fixed.before.map_or_else(|| remaining.clone(), |before| before.findings);
        let mended = fixed.mended;
        Played { rule, name, found, mended, remaining, after }
    };
    all_cases().into_iter().map(played).collect()
});

/// Whatever a rule offers is made, is gone afterwards, and is made once.
#[test]
fn edits_of_all_cases_mend_what_they_promise_and_nothing_twice() {
    let (mut faults, mut mended) = (Vec::new(), 0);
    for played in PLAYED.iter() {
        let name = &played.name;
        mended += played.mended.len();
        for finding in &played.mended {
            let is_it = |other: &Finding| {
                other.rule == finding.rule && other.message == finding.message && other.place == finding.place
            };
            if played.remaining.iter().any(is_it) {
                faults
                    .push(format!("{name}: {} is mended and still there: {}", finding.rule, finding.message));
            }
        }
        if played.mended.is_empty() {
            continue;
        }
        let again = fixed(&played.after, &config_of(played.rule));
        if let Some(file) = again.files.first() {
            let texts = [&file.before, &file.after].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
            faults.push(format!("{name}: fixed again:\n{}\nbecomes\n{}", texts[0], texts[1]));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(mended > 150, "{mended} findings are mended");
}

/// An edit leaves no new fault of reading behind, unless it lets something be read that was lost.
#[test]
fn what_is_mended_can_be_read() {
    const LOSES: &[&str] = &["unknown-key", "mistyped-value", "malformed-short-form", "unlisted-value"];
    let mut faults = Vec::new();
    for played in PLAYED.iter().filter(|played| !played.found.iter().any(|said| LOSES.contains(&&*said.rule)))
    {
        let is_malformed = |finding: &&Finding| {
            finding.rule.starts_with("malformed-")
                || LOSES.contains(&&*finding.rule)
                || finding.rule == "duplicate-key"
        };
        let malformed = |findings: &[Finding]| -> BTreeSet<String> {
            findings.iter().filter(is_malformed).map(|finding| finding.message.clone()).collect()
        };
        let (before, now) = (malformed(&played.found), malformed(&played.remaining));
        faults.extend(now.difference(&before).map(|said| format!("{}: {said}", played.name)));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Where only texts are replaced, the lines that change are those of the edits.
#[test]
fn no_line_changes_without_an_edit() {
    let (mut faults, mut count) = (Vec::new(), 0);
    for (rule, name, files) in all_cases() {
        let input = Input { path: files[0].name.clone(), bytes: files[0].bytes.clone() };
        let loader: BTreeMap<String, Vec<u8>> =
            files.iter().map(|file| (file.name.clone(), file.bytes.clone())).collect();
        let Examination { reading, findings } = examine(vec![input], &loader, &config_of(rule), None);
        for finding in findings.into_iter().filter(|finding| !finding.edits.is_empty()) {
            let places: Vec<Place> = finding.edits.iter().map(|edit| edit.place.clone()).collect();
            let is_replacing = finding.edits.iter().all(|edit| matches!(edit.change, Change::Replace(_)));
            let mending = mend(&[finding], &reading.project, &reading.sources, Caution::UnsafeToo);
            for (id, new) in mending.texts.iter().filter(|_| is_replacing) {
                let old = reading.sources.file(*id).unwrap().text();
                let located = places.iter().filter_map(|place| reading.sources.locate(place));
                let touched: Vec<_> = located.filter(|location| location.file == *id).collect();
                let line = |at: usize| old[..at].matches('\n').count();
                let first = touched.iter().map(|location| line(location.range.start)).min().unwrap();
                let last = touched.iter().map(|location| line(location.range.end)).max().unwrap();
                count += 1;
                let (before, now): (Vec<_>, Vec<_>) = (old.lines().collect(), new.lines().collect());
                let behind = before.len().saturating_sub(last + 1);
                let stays_in_front = now.get(..first) == before.get(..first);
                let stays_behind =
                    now.len() >= behind && now[now.len() - behind..] == before[before.len() - behind..];
                // Whether a text that spans lines has as many as before is its own affair.
                let is_within =
                    touched.iter().all(|location| line(location.range.start) == line(location.range.end));
                if !(stays_in_front && stays_behind) || is_within && before.len() != now.len() {
                    faults.push(format!("{name}: lines outside {first} to {last} of\n{new}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(count > 30, "{count} texts were compared");
}

/// A rule that calls itself fixable shows it in its cases, and no other rule offers edits.
#[test]
fn fixable_rules_offer_edits_and_others_none() {
    let found = PLAYED.iter().flat_map(|played| played.found.iter().chain(&played.mended));
    let offering: BTreeSet<_> =
        found.filter(|finding| !finding.edits.is_empty()).map(|finding| &*finding.rule).collect();
    let fixable: BTreeSet<_> = RULES.iter().filter(|rule| rule.is_fixable).map(|rule| rule.id).collect();
    let silent: Vec<_> = fixable.difference(&offering).collect();
    let boastless: Vec<_> = offering.difference(&fixable).collect();
    assert!(
        silent.is_empty() && boastless.is_empty(),
        "without edits: {silent:?}; not marked: {boastless:?}"
    );
}
