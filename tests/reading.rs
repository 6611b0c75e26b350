//! Reading what nobody would write on purpose: it is answered, at once, and within the file.
//!
//! What each odd input is answered with stands in `cases/read/`.

use std::fs;
use std::time::{Duration, Instant};

use dicomply::config::{Config, RuleSet};
use dicomply::finding::Finding;
use dicomply::lint::lint;
use dicomply::render::{self, Error, Options, html, markdown};
use dicomply::report::{Page, Report};
use dicomply::source::{Input, Reading, read};

use crate::bless::files;

/// Generous for the slowest machine and an unoptimized build; what it guards against takes minutes.
const AT_ONCE: Duration = Duration::from_secs(30);

fn read_alone(bytes: Vec<u8>) -> Reading {
    read(vec![Input { path: "input.yaml".to_owned(), bytes }], &|_: &str| None)
}

/// Reads, lints and reports; every place must be a place in its file.
fn examined(bytes: Vec<u8>) -> Vec<Finding> {
    let mut reading = read_alone(bytes);
    let config = Config { rule_set: RuleSet::Strict, ..Config::default() };
    let found = std::mem::take(&mut reading.findings);
    let places = found.iter().map(|finding| finding.place.clone()).collect::<Vec<_>>();
    let findings = reading.sources.distinct(lint(&reading.project, &config, found));
    let linted = findings.iter().flat_map(|finding| {
        let related = finding.related.iter().map(|related| &related.place);
        let edits = finding.edits.iter().map(|edit| &edit.place);
        std::iter::once(&finding.place).chain(related).chain(edits)
    });
    for place in places.iter().chain(linted) {
        let Some(location) = reading.sources.locate(place) else { continue };
        let text = reading.sources.file(location.file).unwrap().text();
        assert!(
            text.get(location.range.clone()).is_some(),
            "{place:?} is {:?} of {} bytes",
            location.range,
            text.len()
        );
    }
    let report = Report::new(&findings, &reading.project, &reading.sources);
    report.write_text(Page { is_colored: false, width: 80 }, &mut std::io::sink()).unwrap();
    report.write_json(&mut std::io::sink()).unwrap();
    findings
}

fn rules(text: impl Into<Vec<u8>>) -> Vec<&'static str> {
    let started = Instant::now();
    let reading = read_alone(text.into());
    let rules = reading.findings.iter().map(|finding| finding.rule).collect();
    assert!(started.elapsed() < AT_ONCE, "took {:?}", started.elapsed());
    rules
}

/// A small random source: the tests are the same on every run.
struct Dice(u64);

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
fn mutated(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
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

/// How often each example is changed; `DICOMPLY_ROUNDS` asks for more.
fn rounds(usual: usize) -> usize {
    std::env::var("DICOMPLY_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(usual)
}

/// Does something with changed examples; keeps the one that makes it panic or take too long.
fn with_mutated_examples(rounds: usize, act: impl Fn(Vec<u8>) + std::panic::RefUnwindSafe) {
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

/// What could be read of a broken document is rendered; no template meets something it does not know.
#[test]
fn mutated_documents_are_rendered() {
    with_mutated_examples(rounds(8), |input| {
        let reading = read_alone(input);
        match render::render(&reading.project.documents[0], &Options::default()) {
            Ok((tree, _)) => assert!(!html::write(&tree).is_empty() && !markdown::write(&tree).is_empty()),
            Err(Error::UnreadableDocument | Error::UnknownLayout(_)) => {}
            Err(error) => panic!("{error}"),
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
