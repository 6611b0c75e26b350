//! Whether two products work together, held against pages of cases.
//!
//! A page below `cases/compare` is to be read: sections with prose, a block `yaml a` and a block `yaml b` with two
//! statements, and a block `verdicts` with what is said of them:
//!
//! ```text
//! Storage: A -> B works with limits; refused-classes, optional
//! Media, STD-GEN-CD: one way
//!   A -> B works
//!   B -> A does not work; profile-not-read
//! topic Character sets: works with limits; text-outside
//! ```
//!
//! A block `explained` holds the same in whole sentences, with remedies and what they rest on. `DICOMPLY_BLESS=1 cargo
//! test` rewrites both. Statements are fragments: what every document must have is added behind them; the reader must have
//! nothing to say of them, unless the words `as found` stand behind `yaml b`. A block `chosen` holds what is picked:
//! `A ENTITY`, `B ENTITY` or `user A`, one a line.
//!
//! Every pair is held against the laws as well: see `laws`.

mod changes;
mod dice;
mod laws;
mod told;

use std::path::Path;

use dicomply::compare::{Compared, Comparison, Selection, compare};
use dicomply::finding::DocumentId;
use dicomply::model::{Content, Document};
use dicomply::pairing::Side;
use dicomply::source::{Input, Reading, read};

use crate::bless::{files, is_blessing, shown};
use crate::lint::{blocks, sections};

/// What every document has, by its key; a page leaves out what it has nothing to say of.
const HEAD: [&str; 2] = ["dicomply: 1\n", "kind: statement\n"];
const PRODUCTS: [&str; 2] = ["product: {name: Alpha}\n", "product: {name: Beta}\n"];
const SETS: &str =
    "transfer_syntaxes: {uncompressed: [Implicit VR Little Endian, Explicit VR Little Endian]}\n";

/// Two statements that were read together.
pub(crate) struct Pair {
    pub(crate) reading: Reading,
}

impl Pair {
    /// Reads two statements, of which fragments will do.
    pub(crate) fn of(one: &str, other: &str) -> Self {
        let input = |side: usize, fragment: &str| {
            let path = format!("{}.yaml", ["a", "b"][side]);
            Input { path, bytes: completed(side, fragment).into_bytes() }
        };
        Self { reading: read(vec![input(0, one), input(1, other)], &|_: &str| None) }
    }

    /// What the reader has to say of the statements; a page that means it says `as found`.
    fn faults(&self) -> Vec<String> {
        self.reading.findings.iter().map(|finding| finding.message.clone()).collect()
    }

    fn compared(&self, side: usize) -> Compared<'_> {
        let document: &Document = self.reading.project.document(DocumentId(side)).unwrap();
        let Content::Statement(statement) = &document.content else { panic!("this is no statement") };
        Compared { document: document.id, statement }
    }

    /// The comparison, of which either may come first.
    pub(crate) fn comparison(&self, selection: &Selection, is_mirrored: bool) -> Comparison {
        let (one, other) = (self.compared(0), self.compared(1));
        if !is_mirrored {
            return compare([one, other], selection);
        }
        let [ours, theirs] = selection.entities.clone();
        let mirrored = Selection { entities: [theirs, ours], user: selection.user.map(Side::opposite) };
        compare([other, one], &mirrored)
    }
}

pub(crate) fn completed(side: usize, fragment: &str) -> String {
    let mut document = fragment.to_owned();
    for line in [HEAD[0], HEAD[1], PRODUCTS[side], SETS] {
        let key = line.split_inclusive(':').next().unwrap();
        if !fragment.lines().any(|own| own.starts_with(key)) {
            document.push_str(line);
        }
    }
    document
}

fn selection(chosen: Option<&str>) -> Selection {
    let mut selection = Selection::default();
    for line in chosen.unwrap_or_default().lines() {
        match line.split_once(' ').unwrap() {
            ("A", entity) => selection.entities[0].push(entity.to_owned()),
            ("B", entity) => selection.entities[1].push(entity.to_owned()),
            ("user", "A") => selection.user = Some(Side::One),
            ("user", "B") => selection.user = Some(Side::Other),
            other => panic!("{other:?} is nothing to choose"),
        }
    }
    selection
}

/// The section with what is said in the place of what was expected.
fn rewritten(section: &str, name: &str) -> String {
    let blocks = blocks(section);
    let block = |wanted: &str| {
        let found = blocks.iter().find(|(words, _)| words == wanted);
        found.map(|(_, text)| text.as_str())
    };
    let other = block("yaml b").or_else(|| block("yaml b as found"));
    let (Some(one), Some(other)) = (block("yaml a"), other) else {
        assert!(block("verdicts").is_none(), "{name}: verdicts of nothing");
        return section.to_owned();
    };
    assert!(block("verdicts").is_some(), "{name}: a pair without verdicts");
    let (pair, selection) = (Pair::of(one, other), selection(block("chosen")));
    let faults = pair.faults();
    assert!(faults.is_empty() || block("yaml b").is_none(), "{name}: {faults:?}");
    let comparison = laws::hold(&pair, &selection, name);
    let mut section = section.to_owned();
    let said =
        [("verdicts", told::verdicts(&comparison)), ("explained", told::explained(&comparison, &pair))];
    for (words, said) in said {
        if let Some(expected) = block(words) {
            let fenced = |text: &str| format!("```{words}\n{text}```");
            section = section.replace(&fenced(expected), &fenced(&said));
        }
    }
    section
}

/// The first line in which two sections differ.
fn difference(expected: &str, said: &str) -> String {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (expected, said) = (lines(expected), lines(said));
    let at =
        (0..=expected.len().max(said.len())).find(|line| expected.get(*line) != said.get(*line)).unwrap();
    format!("expected: {:?}\nsaid:     {:?}", expected.get(at), said.get(at))
}

fn run_page(path: &Path, failures: &mut Vec<String>) {
    let page = std::fs::read_to_string(path).unwrap();
    let mut whole = String::new();
    for section in sections(&page) {
        let name = format!("{} {}", shown(path), section.lines().next().unwrap_or_default());
        let new = std::panic::catch_unwind(|| rewritten(&section, &name)).unwrap_or_else(|_| {
            failures.push(format!("{name}: see above"));
            section.clone()
        });
        if new != section && !is_blessing() {
            failures.push(format!("{name}\n{}", difference(&section, &new)));
        }
        whole.push_str(&new);
    }
    if is_blessing() && whole != page {
        std::fs::write(path, whole).unwrap();
    }
}

#[test]
fn every_case_says_how_two_products_work_together() {
    let paths = files("tests/cases/compare");
    let mut failures = Vec::new();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|end| end == "md")) {
        run_page(path, &mut failures);
    }
    assert!(failures.is_empty(), "{}\n(DICOMPLY_BLESS=1 rewrites the expectations)", failures.join("\n\n"));
}

#[test]
fn the_examples_obey_the_laws() {
    let paths = files("examples").into_iter().filter(|path| shown(path).ends_with(".yaml"));
    let texts: Vec<_> = paths.map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let statements: Vec<_> =
        texts.iter().filter(|text| text.lines().any(|line| line == "kind: statement")).collect();
    assert!(statements.len() > 4, "{}", statements.len());
    for (number, one) in statements.iter().enumerate() {
        for (other_number, other) in statements.iter().enumerate().skip(number) {
            let name = format!("examples {number} and {other_number}");
            laws::hold(&Pair::of(one, other), &Selection::default(), &name);
        }
    }
}
