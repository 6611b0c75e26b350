//! Reading what nobody would write on purpose: it is answered, at once, and within the file.
//!
//! What each odd input is answered with stands in `cases/read/`.

use std::collections::BTreeMap;
use std::fs;
use std::time::{Duration, Instant};

use dicomply::config::{Config, RuleSet};
use dicomply::examine;
use dicomply::finding::Finding;
use dicomply::fix::fix;
use dicomply::lint::{Circumstances, lint};
use dicomply::model::Content;
use dicomply::render::{self, Error, Options, html, markdown};
use dicomply::report::{Page, Report};
use dicomply::source::{Caution, Input, LARGEST_FILE, Loader, Reading, Refusal, read};
use serde_yaml::Value;

use crate::bless::files;
use crate::fuzz::targets;

/// Generous for the slowest machine and an unoptimized build; what it guards against takes minutes.
const AT_ONCE: Duration = Duration::from_secs(30);

fn read_alone(bytes: Vec<u8>) -> Reading {
    read(vec![Input { path: "input.yaml".to_owned(), bytes }], &|_: &str| None)
}

/// Reads, lints and reports; every place must be a place in its file.
fn examined(bytes: Vec<u8>) -> Vec<Finding> {
    examine(read_alone(bytes))
}

/// The same for a document that may name other files.
fn examined_with(bytes: Vec<u8>, others: &BTreeMap<String, Vec<u8>>) -> Vec<Finding> {
    examine(read(vec![Input { path: "input.yaml".to_owned(), bytes }], others))
}

fn examine(mut reading: Reading) -> Vec<Finding> {
    let found = std::mem::take(&mut reading.findings);
    targets::located(&reading, &found);
    let findings = reading.sources.distinct(lint(
        &reading.project,
        &targets::strict(),
        found,
        &Circumstances::default(),
    ));
    targets::located(&reading, &findings);
    let report = Report::new(&findings, &reading.project, &reading.sources);
    report.write_text(Page { is_colored: false, width: 80 }, &mut std::io::sink()).unwrap();
    report.write_json(&mut std::io::sink()).unwrap();
    findings
}

fn rules(text: impl Into<Vec<u8>>) -> Vec<String> {
    let started = Instant::now();
    let reading = read_alone(text.into());
    let rules = reading.findings.iter().map(|finding| finding.rule.to_string()).collect();
    assert!(started.elapsed() < AT_ONCE, "took {:?}", started.elapsed());
    rules
}

/// A small random source: the tests are the same on every run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }
}

/// What slips into a document.
const INSERTS: &[&[u8]] = &[
    b":",
    b": ",
    b"- ",
    b"\t",
    b"\"",
    b"'",
    b"[",
    b"]",
    b"{",
    b"}",
    b"&a ",
    b"*a",
    b"<<: *a",
    b"#",
    b"|",
    b">",
    b"!x ",
    b"\n",
    b"\r",
    b"---\n",
    b"...\n",
    b"\xFF",
    b"\xC3",
    b"\0",
    b"\x1B[31m",
    b"\xE2\x80\xAE",
    b"\xEF\xBB\xBF",
    "ü𝄞".as_bytes(),
    b"->",
    b" as ",
    b" in ",
    b"(",
    b"|",
    b"%",
    b"@",
    b"`",
];

/// Changes a document as slips, merges and bad tools do.
pub(crate) fn mutated(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len() + 1);
        match dice.below(5) {
            0 => {
                let end = (at + 1 + dice.below(8)).min(bytes.len());
                bytes.drain(at..end);
            }
            1 => {
                let insert = INSERTS[dice.below(INSERTS.len())];
                bytes.splice(at..at, insert.iter().copied());
            }
            2 => {
                let end = (at + 1 + dice.below(200)).min(bytes.len());
                let copy = bytes[at..end].to_vec();
                let to = dice.below(bytes.len() + 1);
                bytes.splice(to..to, copy);
            }
            line => {
                let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
                let number = dice.below(lines.len());
                if line == 3 && !lines.is_empty() {
                    lines.remove(number);
                } else if !lines.is_empty() {
                    let copy = lines[number];
                    lines.insert(dice.below(lines.len()), copy);
                }
                bytes = lines.concat();
            }
        }
    }
    bytes
}

/// Changes a document as authors do who are well-versed in YAML and not in this language: a value goes, stands twice,
/// changes places with another, or becomes one of another type.
fn rewritten(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut document: Value = serde_yaml::from_slice(bytes).unwrap();
    for _ in 0..=dice.below(3) {
        let count = nodes(&document);
        let (one, other) = (1 + dice.below(count), 1 + dice.below(count));
        match dice.below(6) {
            0 => change_parent(&mut document, one, &mut |parent, place| match parent {
                Value::Mapping(entries) => {
                    let key = entries.keys().nth(place).cloned().unwrap();
                    entries.remove(&key);
                }
                Value::Sequence(elements) => drop(elements.remove(place)),
                _ => {}
            }),
            1 => change_parent(&mut document, one, &mut |parent, place| match parent {
                Value::Mapping(entries) => {
                    let (key, value) = entries.iter().nth(place).unwrap();
                    let key = Value::String(format!("{} 2", key.as_str().unwrap_or("key")));
                    let value = value.clone();
                    entries.insert(key, value);
                }
                Value::Sequence(elements) => elements.insert(place, elements[place].clone()),
                _ => {}
            }),
            2 | 3 => {
                let mut first = Value::Null;
                change(&mut document, one, &mut |value| first = value.clone());
                let mut second = Value::Null;
                change(&mut document, other, &mut |value| second = std::mem::replace(value, first.clone()));
                // Where one held the other, its place may be gone.
                change(&mut document, one, &mut |value| *value = second.clone());
            }
            _ => {
                let kind = dice.below(9);
                change(&mut document, one, &mut |value| *value = retyped(value, kind));
            }
        }
    }
    serde_yaml::to_string(&document).unwrap().into_bytes()
}

/// A value of another type, made of this one where that can be.
fn retyped(value: &Value, kind: usize) -> Value {
    match kind {
        0 => Value::Null,
        1 => Value::Bool(true),
        2 => Value::Number((-1).into()),
        3 => Value::Number(u64::MAX.into()),
        4 => Value::Number(1.5.into()),
        5 => Value::Sequence(vec![value.clone(), value.clone()]),
        6 => Value::Sequence(Vec::new()),
        7 => Value::Mapping([(Value::String("name".to_owned()), value.clone())].into_iter().collect()),
        _ => match value {
            Value::Sequence(elements) => elements.first().cloned().unwrap_or_default(),
            Value::Mapping(entries) => entries.keys().next().cloned().unwrap_or_default(),
            _ => Value::String("text".to_owned()),
        },
    }
}

/// The values within a value.
fn children(value: &mut Value) -> Vec<&mut Value> {
    match value {
        Value::Mapping(entries) => entries.iter_mut().map(|(_, value)| value).collect(),
        Value::Sequence(elements) => elements.iter_mut().collect(),
        _ => Vec::new(),
    }
}

/// How many values there are below one.
fn nodes(value: &Value) -> usize {
    match value {
        Value::Mapping(entries) => entries.values().map(|value| 1 + nodes(value)).sum(),
        Value::Sequence(elements) => elements.iter().map(|value| 1 + nodes(value)).sum(),
        _ => 0,
    }
}

/// Does something with the value that has this number, counted from one.
fn change(value: &mut Value, number: usize, act: &mut dyn FnMut(&mut Value)) {
    change_parent(value, number, &mut |parent, place| {
        if let Some(child) = children(parent).into_iter().nth(place) {
            act(child);
        }
    });
}

/// Does something with what holds the value that has this number, and with its position there.
fn change_parent(value: &mut Value, number: usize, act: &mut dyn FnMut(&mut Value, usize)) {
    let mut left = number;
    let mut holder = None;
    for (place, child) in children(value).into_iter().enumerate() {
        if left == 1 {
            holder = Some(place);
            break;
        }
        let size = 1 + nodes(child);
        if left <= size {
            return change_parent(child, left - 1, act);
        }
        left -= size;
    }
    if let Some(place) = holder {
        act(value, place);
    }
}

/// How often each example is changed; `DICOMPLY_ROUNDS` asks for more.
pub(crate) fn rounds(usual: usize) -> usize {
    std::env::var("DICOMPLY_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(usual)
}

/// Does something with changed examples; keeps the one that makes it panic or take too long.
fn with_mutated_examples(rounds: usize, act: impl Fn(Vec<u8>) + std::panic::RefUnwindSafe) {
    with_examples(rounds, mutated, act);
}

/// The same with a way to change them.
fn with_examples(
    rounds: usize,
    mutated: impl Fn(&[u8], &mut Dice) -> Vec<u8>,
    act: impl Fn(Vec<u8>) + std::panic::RefUnwindSafe,
) {
    let mut dice = Dice(0x5EED_0D1C_0317);
    for example in files("examples").iter().filter(|file| file.extension().is_some_and(|end| end == "yaml")) {
        let bytes = fs::read(example).unwrap();
        for round in 0..rounds {
            let input = mutated(&bytes, &mut dice);
            let kept = input.clone();
            let started = Instant::now();
            let outcome = std::panic::catch_unwind(|| act(input));
            let took = started.elapsed();
            if outcome.is_err() || took > AT_ONCE {
                let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutated.yaml");
                fs::write(&path, kept).unwrap();
                panic!(
                    "round {round} of {} took {took:?} or panicked: see {}",
                    example.display(),
                    path.display()
                );
            }
        }
    }
}

#[test]
fn mutated_documents_never_panic_and_keep_their_places() {
    with_mutated_examples(rounds(40), |input| {
        examined(input);
    });
}

/// Good YAML that says odd things: every one is understood, or something is said of it, and twice the same.
#[test]
fn rewritten_documents_are_understood_or_answered() {
    with_examples(rounds(4), rewritten, |input| {
        let findings = examined(input.clone());
        assert_eq!(findings, examined(input.clone()));
        let reading = read_alone(input);
        let is_understood = !matches!(reading.project.documents[0].content, Content::Unreadable);
        assert!(is_understood || !findings.is_empty());
        assert!(findings.iter().all(|finding| finding.rule != "malformed-yaml"), "{findings:?}");
        match render::render(&reading.project.documents[0], &Options::default()) {
            Ok((tree, _)) => assert!(!html::write(&tree).is_empty()),
            Err(Error::UnreadableDocument | Error::Requirements | Error::UnknownLayout(_)) => {}
            Err(error) => panic!("{error}"),
        }
    });
}

/// What could be read of a broken document is rendered; no template meets something it does not know.
#[test]
fn mutated_documents_are_rendered() {
    with_mutated_examples(rounds(8), |input| {
        let reading = read_alone(input);
        match render::render(&reading.project.documents[0], &Options::default()) {
            Ok((tree, _)) => assert!(!html::write(&tree).is_empty() && !markdown::write(&tree).is_empty()),
            Err(Error::UnreadableDocument | Error::Requirements | Error::UnknownLayout(_)) => {}
            Err(error) => panic!("{error}"),
        }
    });
}

/// Whatever a document holds, edits of it are made or refused.
#[test]
fn mutated_documents_are_mended() {
    let config = Config { rule_set: Some(RuleSet::Strict), ..Config::default() };
    let examine = |inputs, loader: &dyn Loader| examine::examine(inputs, loader, &config, None);
    with_mutated_examples(rounds(8), |input| {
        let input = Input { path: "input.yaml".to_owned(), bytes: input };
        let fixed = fix(&[input], &|_: &str| None::<Vec<u8>>, &examine, Caution::UnsafeToo);
        for file in &fixed.files {
            assert_ne!(file.before, file.after);
        }
    });
}

#[test]
fn cut_documents_never_panic() {
    let bytes =
        fs::read(files("examples").iter().find(|file| file.ends_with("minimal.yaml")).unwrap()).unwrap();
    for end in (0..bytes.len()).step_by(7) {
        examined(bytes[..end].to_vec());
    }
}

#[test]
fn hostile_documents_are_answered_at_once() {
    let deep = 10_000;
    for text in [
        "[".repeat(deep),
        "{a: ".repeat(deep),
        "- ".repeat(deep) + "a",
        "dicomply: 1\nkind: site\nlinks: ".to_owned() + &"[".repeat(deep) + &"]".repeat(deep),
        (0..deep).map(|depth| " ".repeat(depth % 3_000) + "a:\n").collect(),
        "? ".repeat(deep),
        "&a ".repeat(deep),
        "!".repeat(deep),
        "\"".to_owned() + &"a".repeat(1_000_000),
        "a: ".to_owned() + &"b".repeat(1_000_000),
        "a".repeat(100_000) + ": 1",
    ] {
        let found = rules(text.clone());
        assert!(!found.is_empty(), "nothing is said of {}…", &text[..20]);
    }
}

/// Nine lists of nine aliases each would be four hundred million values.
#[test]
fn aliases_do_not_multiply() {
    let mut bomb = "dicomply: 1\nkind: site\na0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..10 {
        let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
        bomb += &format!("a{level}: &a{level} [{aliases}]\n");
    }
    assert_eq!(rules(bomb), ["malformed-yaml"]);
    let merges: String = (1..20_000).map(|n| format!("m{n}: &m{n} {{<<: *m{}, k{n}: 1}}\n", n - 1)).collect();
    assert!(!rules("dicomply: 1\nkind: site\nm0: &m0 {k: 1}\n".to_owned() + &merges).is_empty());
    assert!(!rules("dicomply: 1\nkind: site\nlinks: &l [*l]\n").is_empty());
    assert!(!rules("dicomply: 1\nkind: site\na: &a {<<: *a}\n").is_empty());
}

/// Ten times the document takes about ten times as long, also where everything is wrong.
#[test]
fn many_mistakes_cost_no_more_than_their_number() {
    let entity = |n: usize| {
        format!("  E{n}: {{ae_titel: E{n}, role: SCQ, port: x{n}, ae_titel: twice, <<: *nowhere}}\n")
    };
    let entities: String = (0..5_000).map(entity).collect();
    let links: String = (0..5_000).map(|n| format!("  - E{n} -> E{} puhs [live]\n", n + 1)).collect();
    let text = format!(
        "dicomply: 1\nkind: site\norganization: North\napplication_entities:\n{entities}links:\n{links}"
    );
    let started = Instant::now();
    assert!(examined(text.into_bytes()).len() > 5_000);
    assert!(started.elapsed() < AT_ONCE, "took {:?}", started.elapsed());
}

#[test]
fn five_megabytes_are_read() {
    let head = "dicomply: 1\nkind: site\norganization: North\napplication_entities:\n";
    let entity = |n: usize| {
        format!(
            "  E{n}:\n    ae_title: E{n}\n    role: SCU\n    host: 10.0.0.1\n    port: 104\n    modality: CT\n    description: {}\n",
            "text ".repeat(20)
        )
    };
    let text = head.to_owned() + &(0..27_000).map(entity).collect::<String>();
    assert!(text.len() > 5_000_000, "{}", text.len());
    assert!(rules(text).is_empty());
}

/// How many threads read a large document, and so into how many pieces it is cut, is not seen in what is said of it.
#[test]
fn large_documents_are_read_alike_by_any_number_of_threads() {
    let head = "dicomply: 1\nkind: site\norganization: North\napplication_entities:\n";
    let entity = |n: usize| {
        let mistake = if n.is_multiple_of(7) { "    rôle: SCQ\n" } else { "" };
        format!(
            "  E{n}:\n    ae_title: E{n}\n{mistake}    description: |\n      {}\n",
            "text: text ".repeat(20)
        )
    };
    let entities: String = (0..3_000).map(entity).collect();
    let text = format!("{head}{entities}links:\n  - E1 -> E2 pish\n");
    let told = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let reading = read_alone(text.clone().into_bytes());
            let told = reading.findings.into_iter();
            let told = told
                .map(|finding| (reading.sources.locate(&finding.place).map(|place| place.range), finding));
            told.collect::<Vec<_>>()
        })
    };
    let alone = told(1);
    assert!(alone.len() > 400, "{}", alone.len());
    for threads in 2..5 {
        assert_eq!(told(threads), alone, "{threads} threads");
    }
}

/// What is larger than a document may be is refused before it is parsed, with the limit.
#[test]
fn documents_have_a_largest_size() {
    let head = "dicomply: 1\nkind: site\norganization: North\n";
    let large = read_alone(vec![b'a'; LARGEST_FILE + 1]);
    let said: Vec<_> =
        large.findings.iter().map(|finding| (&*finding.rule, finding.message.as_str())).collect();
    assert_eq!(said, [("malformed-text", "the file is larger than 64 MB")]);
    // Files that are small enough by themselves; after the first that does not fit none is asked for.
    let part = vec![b'a'; LARGEST_FILE - 8];
    let others = [("a.yaml".to_owned(), part), ("b.yaml".to_owned(), b"- not read".to_vec())].into();
    let found = examined_with(format!("{head}include: [a.yaml, b.yaml]\n").into_bytes(), &others);
    let said: Vec<_> = found.iter().map(|finding| (&*finding.rule, finding.message.as_str())).collect();
    assert_eq!(said, [("unavailable-file", "the files of this document are larger than 64 MB together")]);
}

/// So many values are no document, whoever wrote them.
#[test]
fn documents_have_so_many_values_at_most() {
    let head = "dicomply: 1\nkind: site\norganization: North\n";
    let many = "the document has more than 2000000 keys and values";
    let values = |count: usize| format!("naming: {{reserved: [{}]}}\n", "a,".repeat(count));
    let reading = read_alone((head.to_owned() + &values(2_000_000)).into_bytes());
    let said: Vec<_> =
        reading.findings.iter().map(|finding| (&*finding.rule, finding.message.as_str())).collect();
    assert_eq!(said, [("malformed-yaml", many)]);
    assert!(matches!(reading.project.documents[0].content, Content::Unreadable));
    // Files that have few enough by themselves.
    let others = ["a.yaml", "b.yaml"].map(|name| (name.to_owned(), values(1_000_000).into_bytes()));
    let main = format!("{head}include: [a.yaml, b.yaml]\n").into_bytes();
    let found =
        read(vec![Input { path: "input.yaml".to_owned(), bytes: main }], &BTreeMap::from(others)).findings;
    let said: Vec<_> = found.iter().map(|finding| (&*finding.rule, finding.message.as_str())).collect();
    assert_eq!(said, [("unavailable-file", many)]);
}

/// Two entities share an anchored activity: what is wrong with it is one thing at one place.
#[test]
fn an_aliased_mistake_is_reported_once() {
    let text = "dicomply: 1
kind: statement
product: {name: Example, versions: \"1.0\"}
statement: {date: 2026-11-20}
implementation: {class_uid: 1.2.392.100224.1.2001}
application_entities:
  ONE: {ae_title: ONE, activities: &shared {Send: {initiates: [CT Image Storage as SCP in ImplicitVRLittleEndian]}}}
  TWO: {ae_title: TWO, activities: *shared}
";
    let findings = examined(text.as_bytes().to_vec());
    let roles = findings.iter().filter(|finding| finding.rule == "unnegotiated-role");
    assert_eq!(roles.count(), 1);
}

/// Documents of which every file is broken in another way.
#[test]
fn mutated_files_of_one_document_never_panic_and_keep_their_places() {
    let dice = std::sync::Mutex::new(Dice(0x00F1_1E50));
    let head = b"extends: upstream.yaml\ninclude: [part.yaml, \"*.yaml\"]\nremove: [product.name, links[0], \
        application_entities.PACS.activities.\"Image Reception\".accepts[0]]\n";
    with_mutated_examples(rounds(8), |input| {
        let mut dice = dice.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut others = BTreeMap::new();
        for name in ["part.yaml", "upstream.yaml"] {
            others.insert(name.to_owned(), mutated(&input, &mut dice));
        }
        let main = mutated(&[head.as_slice(), &input].concat(), &mut dice);
        examined_with(main, &others);
        examined_with(mutated(head, &mut dice), &others);
    });
}

fn rules_with(text: &str, others: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let started = Instant::now();
    let findings = examined_with(text.as_bytes().to_vec(), others);
    assert!(started.elapsed() < AT_ONCE, "took {:?}", started.elapsed());
    findings.iter().map(|finding| finding.rule.to_string()).collect()
}

/// Thirty levels of two parts that both include both of the next level: a billion ways to sixty files.
#[test]
fn a_part_is_read_once_however_many_ways_lead_to_it() {
    struct Counted(BTreeMap<String, Vec<u8>>, std::cell::Cell<usize>);
    impl Loader for Counted {
        fn load(&self, document: &str, path: &str) -> Result<Vec<u8>, Refusal> {
            self.1.set(self.1.get() + 1);
            self.0.load(document, path)
        }
    }
    let mut others = BTreeMap::new();
    for level in 0..30 {
        for side in ["a", "b"] {
            let text = format!(
                "include: [a{0}.yaml, b{0}.yaml]\nnaming: {{reserved: [{side}{level}]}}\n",
                level + 1
            );
            others.insert(format!("{side}{level}.yaml"), text.into_bytes());
        }
    }
    others.extend(["a30.yaml", "b30.yaml"].map(|name| (name.to_owned(), Vec::new())));
    let loader = Counted(others, std::cell::Cell::new(0));
    let text = "dicomply: 1\nkind: site\norganization: North\ninclude: [a0.yaml, b0.yaml]\n";
    let input = Input { path: "input.yaml".to_owned(), bytes: text.as_bytes().to_vec() };
    let reading = read(vec![input], &loader);
    assert!(reading.findings.is_empty(), "{:#?}", reading.findings);
    assert_eq!(loader.1.get(), 62);
    let Content::Site(site) = &reading.project.documents[0].content else { panic!("no site") };
    assert_eq!(site.naming.reserved.len(), 60);
}

#[test]
fn chains_of_files_end() {
    for directive in ["extends", "include"] {
        for (length, is_fine) in [(32, true), (33, false), (500, false)] {
            let text = |next: usize| format!("{directive}: f{next}.yaml\n");
            let mut others: BTreeMap<_, _> =
                (1..length).map(|n| (format!("f{n}.yaml"), text(n + 1).into_bytes())).collect();
            others.insert(format!("f{length}.yaml"), b"naming: {reserved: [X]}\n".to_vec());
            let main = format!("dicomply: 1\nkind: site\norganization: North\n{}", text(1));
            let found = rules_with(&main, &others);
            assert_eq!(found.is_empty(), is_fine, "{directive} {length}: {found:?}");
            assert!(found.iter().all(|rule| *rule == "circular-include"), "{found:?}");
        }
    }
}

#[test]
fn a_document_has_only_so_many_files() {
    let mut others: BTreeMap<_, _> = (0..5_000).map(|n| (format!("parts/{n}.yaml"), Vec::new())).collect();
    let main = "dicomply: 1\nkind: site\norganization: North\ninclude: parts/*.yaml\n";
    assert_eq!(rules_with(main, &others), ["circular-include"]);
    let same = b"organization: South\nextends: parts/0.yaml\n".to_vec();
    for bytes in others.values_mut() {
        bytes.clone_from(&same);
    }
    assert!(!rules_with(main, &others).is_empty());
    let deep = format!("{main}remove: {}\n", "*/".repeat(10_000));
    assert!(!rules_with(&deep.replace("parts/*.yaml", &"*/".repeat(10_000)), &others).is_empty());
}

/// Ten thousand addresses into ten thousand entries, right and wrong, and some that no grammar expects.
#[test]
fn removing_costs_no_more_than_what_is_removed() {
    let entity = |n: usize| format!("  E{n}: {{ae_title: E{n}, role: SCP, port: 104}}\n");
    let entities: String = (0..10_000).map(entity).collect();
    let upstream = format!("dicomply: 1\nkind: site\norganization: North\napplication_entities:\n{entities}");
    let others = BTreeMap::from([("upstream.yaml".to_owned(), upstream.into_bytes())]);
    let addresses: String = (5_000..15_000).map(|n| format!("  - application_entities.E{n}\n")).collect();
    let long = format!(
        "  - {}x\n  - x{}\n  - \"{}\"\n",
        "a.".repeat(50_000),
        "[0]".repeat(50_000),
        "\\".repeat(50_000)
    );
    let main = format!("extends: upstream.yaml\nremove:\n{addresses}{long}");
    let found = rules_with(&main, &others);
    assert_eq!(found.iter().filter(|rule| **rule == "idle-removal").count(), 5_003);
}

/// Mappings that aliases nest deep, in both of two files that are merged.
#[test]
fn aliases_of_several_files_do_not_multiply() {
    let mut text = "naming: &m0 {ae_title_pattern: x}\n".to_owned();
    for level in 1..120 {
        text += &format!("m{level}: &m{level} {{k: *m{0}, <<: *m{0}}}\n", level - 1);
    }
    let others = BTreeMap::from([
        ("part.yaml".to_owned(), text.clone().into_bytes()),
        ("upstream.yaml".to_owned(), text.clone().into_bytes()),
    ]);
    for directive in ["include: part.yaml", "extends: upstream.yaml"] {
        let main = format!("dicomply: 1\nkind: site\norganization: North\n{directive}\n{text}");
        assert!(!rules_with(&main, &others).is_empty());
    }
}
