//! Whatever is cut, and wherever, is read as if it had not been cut.

use std::fs;
use std::path::{Path, PathBuf};

use super::super::parse;
use super::{Joint, in_pieces, joined};

/// How far mappings may be indented.
const STEPS: [usize; 4] = [1, 2, 3, 4];

/// All joints of a text, sensible or not: each line that starts with a letter or a digit, in each way to indent.
fn joints(text: &str) -> Vec<Joint> {
    let lines = text.match_indices('\n').map(|(position, _)| position + 1);
    let mut joints = Vec::new();
    for line in lines.filter(|line| *line < text.len()) {
        let rest = text[line..].trim_start_matches(' ');
        let column = text.len() - line - rest.len();
        if !rest.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '_') {
            continue;
        }
        let steps = STEPS.iter().filter(|step| column.is_multiple_of(**step));
        joints.extend(steps.take(if column == 0 { 1 } else { STEPS.len() }).map(|step| Joint {
            line,
            column,
            step: *step,
        }));
    }
    joints
}

/// Reads a text cut at each of these joints.
fn cut(text: &str, joints: &[Joint]) {
    let whole = format!("{:?}", parse(text));
    for joint in joints {
        let pieces = format!("{:?}", joined(text, *joint, 1).finish());
        assert_eq!(pieces, whole, "{joint:?} in\n{text}");
    }
}

/// At how many of these joints a text can be cut.
fn held(text: &str, joints: &[Joint]) -> usize {
    joints.iter().filter(|joint| holds(text, **joint)).count()
}

/// Whether a text can be cut at a joint.
fn holds(text: &str, joint: Joint) -> bool {
    let mut builder = super::Builder::of(text);
    let paused = builder
        .take_until(&mut super::events(text), |builder, event, span| joint.is_at(builder, event, span));
    paused.is_some() && joint.rest(text, 1).is_some()
}

fn files(folder: &str, end: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == end) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Texts that are made to be cut wrongly.
const TRAPS: &[&str] = &[
    // Texts that look like entries.
    "a:\n  b: |\n    c: 1\n    d: 2\n  e: 3\nf: 4\n",
    "text: |\n  a: 1\n  b: 2\nx: 1\n",
    "text: |+\n  a: 1\n\n\nb:\n  c: |2\n      d: 1\n    e: 2\n  f: >-\n   g: 1\n   h: 2\n\n  i: 1\n",
    "a: >\n\n\n  b: 1\n c: 1\nd: 1\n",
    "a: 1\nb: 'one\n  c: two'\nd: \"one\n\n  e: two\n  f: \\\n  g: three\"\nh: 1\n",
    "a:\n  b: one\n    two\n   three\n  c: one\n\n    two\n  d: 1\ne: one\n two\nf: 1\n",
    "a: [1,\n  b: 2,\n  c: 3]\nd: {\n  e: 1,\n  f: 2,\ng: 3\n}\nh: {i: 1,\n  j: 2}\nk: 1\n",
    "a:\n  {\n  b: 1,\n  c: 2\n  }\nd: 1\n",
    // Keys that are no simple ones, and those without a text.
    "?\na: 1\n? b\n: 1\n? - c\n  - d\n: e\nf: 1\n",
    "a:\n  ?\n  b: 1\n  c: 2\n  ? d\n  e: 1\n  ? f\n  : g\n  h: 2\n",
    "a:\n  : 1\n  b: 2\n  :\n  c: 3\n: 4\nd: 5\n",
    "?\n  a: 1\n  b: 2\n:\n  c: 1\n  d: 2\ne: 1\n",
    "? a: 1\n  b: 2\n: c: 3\n  d: 4\n? e\nf: 1\n",
    "? |\n  a\n  b: 1\n: 1\nc: 1\n",
    "a:\n  ? b\n\n  ? c\n  d: 1\n  e:\n  f:\n  g: 1\n",
    "'a b': 1\n\"c\":\n  'd': 1\n  e: 2\n  \"f\": 3\n  g: 4\nh: 5\n",
    // Sequences, at the column of their key too.
    "a:\n- b: 1\n  c: 2\n- d\ne:\n  - f: 1\n    g: 2\n  - - h: 1\n      i: 2\n    - j\nk:\n- l\nm: 1\n",
    "- a: 1\n  b: 2\n-\n  c: 3\n  d: 4\n- e\n",
    "a:\n  b:\n  - c\n  - d: 1\n    e: 1\n  f: 2\n  g:\n  -\n  h: 3\n  - i\n",
    "a:\n  - b\nc: 1\n  - d\n",
    // Values that are missing, and several ways to indent.
    "a:\nb:\n  c:\n  d:\n\n  e:\nf:\n",
    "a:\n b:\n  c: 1\n  d: 2\n e: 3\n f:\n     g: 1\n     h: 2\n i: 4\nj:\n    k: 1\n    l: 2\n",
    " a:\n   b: 1\n   c: 2\n d: 3\n e: 4\n",
    " a:\n   b: 1\n   c: 2\n d: 3\ne: 4\nf: 5\n",
    "a:\n    b: 1\n  c: 2\n  d: 3\ne: 4\n",
    "a:\n  b: 1\n c: 2\nd: 3\n",
    "a: 1\n  b: 2\nc: 3\n",
    "a:\n  b: 1\n  c\n  d: 2\ne\nf: 1\n",
    // Anchors, aliases, tags and directives.
    "a: &x\n  b: 1\n  c: *x\n  d: 2\ne: *x\nf: 1\n",
    "a: &x {y: 1}\nb:\n  c: *x\n  d: &x 2\n  e: *x\nf: *x\ng: *y\nh: 1\n",
    "&m a: &n\n  &o b: &p 1\n  c: *p\n  d: *o\n&q e: *n\nf: 1\n",
    "a:\n  &b\n  c: 1\n  d: 2\ne: &f\ng: *f\n",
    "%TAG !! tag:example.com,2000:\n---\na: 1\nb: !!str 2\nc:\n  d: 1\n  e: !!str 1\nf: 1\n",
    "%TAG !x! tag:example.com,2000:\n---\na: 1\nb: !x!y 2\nc: 3\n",
    "%YAML 1.2\n---\na: 1\nb: !!str 2\nc: !local 3\nd:\n  e: !!map\n  f: !<tag:yaml.org,2002:str> 1\n  g: 1\n",
    "!!map\na: 1\nb: 2\n",
    "--- !!map\na: 1\nb: 2\n",
    "--- &x\na: 1\nb: *x\nc: 2\n",
    "<<: {a: 1}\nb:\n  <<: {c: 1}\n  d: 1\n  d: 2\nb: 3\n",
    // Several documents, and what stands around them.
    "---\na: 1\nb:\n  c: 1\n  d: 2\n...\n",
    "a: 1\nb: 2\n---\nc: 3\nd: 4\n",
    "a: 1\n...\nb: 2\nc: 3\n",
    "a:\n  b: 1\n  c: 2\n...\n---\nd: 1\n",
    "a: 1\nb: 2\n%x\nc: 3\n",
    "# a\na: 1 # b\n# c: 1\n\n  # d: 2\nb: # e\n  # f\n  c: 1\n# g\n  d: 2\n  #\n\n\ne: 1\n# end",
    "a: one # b\n  two\nb: 1\nc: 1\n",
    "a: one\n# b\n  two\nc: 1\n",
    // What is not sound.
    "a:\n\tb: 1\n  c: 2\n\td: 3\ne: 4\n",
    "a:\n  b: 1\n\t\n  c: 2\n \t \n  d:\t3\ne:\t\n\nf: 1\n",
    "a: 1\nb: \"c\nd: 1\ne: 2\n",
    "a: 1\nb: [c\nd: 1\ne: 2\n",
    "a: 1\nb: @\nc: 1\n",
    "a: 1\nb: c: d\ne: 1\n",
    "a:\n  b: 1\n  c: \u{1}\n  d: 1\ne: \u{FEFF}\nf: 1\n",
    // Ends of lines, marks of order, and other letters.
    "a:\r\n  b: 1\r\n  c: |\r\n    d: 1\r\n    e: 2\r\n\r\n  f: 3\r\ng: 4\r\n",
    "a:\r  b: 1\r  c: 2\rd: 3\r\ne: 4\n",
    "\u{FEFF}a:\n  b: 1\n  c: 2\nd: 3\n",
    "\u{FEFF}# x\na:\n  b: 1\n  c: 2\nd: 3\n",
    "ä:\n  b: ö\n  c: \u{1D11E}\n  d: \"\\u00FC\"\nü: 1\ne: '\u{2028}'\nf: \u{85}\ng: 1\n",
    "a: 1\n\n\nb: 2\n\n  \n   \nc:\n\n  d: 1\n\n  e: 2\n\n",
    "a: 1\nb: 2",
    "a:\n  b: 1\n  c:",
    "a:\n  b:\n    c:\n      d: 1\n      e: 2\n    f: 3\n    g:\n      h: 1\n      i: 2\n  j: 4\n  k:\n    l: 1\nm: 5\n",
];

#[test]
fn traps_are_read_as_if_they_were_not_cut() {
    let mut count = 0;
    for text in TRAPS {
        cut(text, &joints(text));
        let in_windows = text.replace('\n', "\r\n");
        cut(&in_windows, &joints(&in_windows));
        // The same beneath a key, and with something before and behind.
        let below = format!("  {}\n", text.trim_end_matches('\n').replace('\n', "\n  "));
        let around = format!("first:\n{below}last: 1\nx:\n  y: 1\n  z: {{}}\n");
        cut(&around, &joints(&around));
        count += held(text, &joints(text)) + held(&around, &joints(&around));
    }
    assert!(count > 200, "{count}");
}

/// Each two traps, one behind the other.
#[test]
fn pairs_of_traps_are_read_as_if_they_were_not_cut() {
    for one in TRAPS {
        for other in TRAPS {
            let text = format!("{one}{other}");
            let usual: Vec<Joint> = joints(&text).into_iter().filter(|joint| joint.step <= 2).collect();
            cut(&text, &usual);
        }
    }
}

#[test]
fn examples_and_cases_are_read_as_if_they_were_not_cut() {
    let mut count = 0;
    for path in files("examples", "yaml").into_iter().chain(files("tests/cases", "md")) {
        for text in documents(&path) {
            let all = joints(&text);
            // Large ones take their time, so not every line of them.
            let every = 1 + all.len() * text.len() / 1_000_000;
            let some: Vec<Joint> = all.into_iter().step_by(every).collect();
            cut(&text, &some);
            count += held(&text, &some);
        }
    }
    assert!(count > 3000, "{count}");
}

/// The YAML of a file: itself, or the blocks of a page.
fn documents(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    if path.extension().is_some_and(|extension| extension == "yaml") {
        return vec![text];
    }
    let blocks = text.split("```yaml").skip(1).filter_map(|rest| rest.split_once('\n'));
    blocks.map(|(_, rest)| rest.split("```").next().unwrap_or_default().to_owned()).collect()
}

/// What slips into a document.
const INSERTS: &[&str] = &[
    ":", ": ", "- ", "? ", "?\n", "\t", "\"", "'", "[", "]", "{", "}", "&a ", "*a", "<<: *a", "#", " # ",
    "|\n", ">-\n", "!x ", "!!str ", "\n", "\r", "\n\n", "---\n", "...\n", "\u{FEFF}", "ü𝄞", "%", "@", " ",
    "  ", "\n  ", "\n    ", "a:", "b: |", "\0",
];

/// A text with a few changes; the same for the same state.
fn mutated(text: &str, state: &mut u64) -> String {
    let mut below = |limit: usize| {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        usize::try_from(*state % u64::try_from(limit.max(1)).unwrap()).unwrap()
    };
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..=below(3) {
        let at = below(letters.len() + 1);
        let end = (at + 1 + below(60)).min(letters.len());
        match below(4) {
            0 => drop(letters.drain(at..(at + 1 + below(6)).min(letters.len()))),
            1 => drop(letters.splice(at..at, INSERTS[below(INSERTS.len())].chars())),
            2 => {
                let copy = letters[at..end].to_vec();
                let to = below(letters.len() + 1);
                letters.splice(to..to, copy);
            }
            _ => {
                // A line changes its indentation.
                let start =
                    letters[..at].iter().rposition(|letter| *letter == '\n').map_or(0, |line| line + 1);
                let blanks = letters[start..].iter().take_while(|letter| **letter == ' ').count();
                letters.splice(start..start + blanks, std::iter::repeat_n(' ', below(7)));
            }
        }
    }
    letters.into_iter().collect()
}

#[test]
fn mutated_texts_are_read_as_if_they_were_not_cut() {
    let rounds = std::env::var("DICOMPLY_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(15);
    let mut state = 0x5EED_0D1C_0317;
    let minimal =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/minimal.yaml")).unwrap();
    for text in TRAPS.iter().copied().chain([minimal.as_str()]) {
        let twice = text.repeat(2);
        for round in 0..rounds {
            let changed = mutated(if round % 2 == 0 { text } else { &twice }, &mut state);
            cut(&changed, &joints(&changed));
        }
    }
}

/// Texts are cut near to where they should be, and into as many pieces as are asked for.
#[test]
fn large_texts_are_cut_into_pieces() {
    let entity = |number: usize| {
        format!("  E{number}:\n    text: |\n      a: {number}\n    list:\n      - b: 1\n        c: 2\n")
    };
    let text = format!("a: 1\nentities:\n{}z: 1\n", (0..100).map(entity).collect::<String>());
    let whole = format!("{:?}", parse(&text));
    for pieces in 1..9 {
        assert_eq!(format!("{:?}", in_pieces(&text, pieces).finish()), whole);
    }
    let joint = Joint::near(&text, text.len() / 2).unwrap();
    assert!(holds(&text, joint) && joint.column == 2 && joint.step == 2);
    assert!(joint.line.abs_diff(text.len() / 2) < entity(100).len());
    // An opening is no longer than what it stands for could be.
    let deep = format!("a:\n b: |\n{}", format!("{:9999}c: 1\n", "").repeat(9));
    assert!(Joint::near(&deep, deep.len() / 2).is_some_and(|joint| joint.opening().is_none()));
    assert!(Joint::near("a: |\n b\n c\n d\n", 7).is_none());
}
