//! Whether products meet requirements, held against pages of cases.
//!
//! A section below `cases/requirements` has a block `yaml wanted`, a block `yaml product` and a block `fulfilment` with a
//! line for each requirement: how far it is met, how much it is wanted, what it is, and below it why it is not simply
//! met. `DICOMPLY_BLESS=1 cargo test` rewrites it. Documents are fragments: what every document must have is added.

use std::fmt::Write as _;
use std::path::Path;

use dicomply::compare::requirements::Assessment;
use dicomply::compare::{Compared, assess};
use dicomply::finding::{Aspect, DocumentId, Place};
use dicomply::model::Content;
use dicomply::report::position;
use dicomply::source::{Input, Reading, read};

use crate::bless::{files, is_blessing, shown};
use crate::lint::{blocks, sections};

const WANTED: &str = "\ndicomply: 1\nkind: requirements\nname: Wanted\n";
const PRODUCT: &str = "\ndicomply: 1\nkind: statement\nproduct: {name: Beta}\n";

fn reading(wanted: &str, product: &str) -> Reading {
    let input = |path: &str, text: String| Input { path: path.to_owned(), bytes: text.into_bytes() };
    let inputs = vec![
        input("wanted.yaml", format!("{wanted}{WANTED}")),
        input("product.yaml", format!("{product}{PRODUCT}")),
    ];
    let reading = read(inputs, &|_: &str| None);
    let faults: Vec<_> = reading.findings.iter().map(|finding| &finding.message).collect();
    assert!(faults.is_empty(), "{faults:?} in\n{wanted}\n{product}");
    reading
}

pub(crate) fn assessment(reading: &Reading) -> Assessment {
    let content = |number: usize| &reading.project.document(DocumentId(number)).unwrap().content;
    let (Content::Requirements(wanted), Content::Statement(statement)) = (content(0), content(1)) else {
        panic!("these are not requirements and a statement")
    };
    let compared = Compared { document: DocumentId(1), statement };
    assess((DocumentId(0), wanted), compared)
}

/// What is said of each requirement; its evidence has to exist.
fn told(assessment: &Assessment, reading: &Reading) -> String {
    let mut text = String::new();
    for requirement in &assessment.requirements {
        let (fulfilment, demand) = (requirement.fulfilment.as_str(), requirement.demand.as_str());
        writeln!(text, "{fulfilment}: {demand} {}: {}", requirement.area, requirement.name).unwrap();
        for reason in &requirement.reasons {
            writeln!(text, "  {}: {}", reason.cause, reason.message).unwrap();
        }
        for evidence in &requirement.evidence {
            let document = DocumentId(evidence.side as usize);
            let place = Place::Symbolic { document, route: evidence.route.clone(), aspect: Aspect::Value };
            assert!(position(&reading.sources, &place).is_some(), "{} is not there", evidence.route);
        }
    }
    text
}

fn rewritten(section: &str, name: &str) -> String {
    let blocks = blocks(section);
    let block =
        |wanted: &str| blocks.iter().find(|(words, _)| words == wanted).map(|(_, text)| text.as_str());
    let (Some(wanted), Some(product)) = (block("yaml wanted"), block("yaml product")) else {
        assert!(block("fulfilment").is_none(), "{name}: fulfilment of nothing");
        return section.to_owned();
    };
    let expected = block("fulfilment").unwrap_or_else(|| panic!("{name}: requirements without fulfilment"));
    let reading = reading(wanted, product);
    let assessment = assessment(&reading);
    assert!(!assessment.requirements.is_empty(), "{name}: nothing is wanted");
    let said = told(&assessment, &reading);
    let fenced = |text: &str| format!("```fulfilment\n{text}```");
    section.replace(&fenced(expected), &fenced(&said))
}

fn run_page(path: &Path, failures: &mut Vec<String>) {
    let page = std::fs::read_to_string(path).unwrap();
    let mut whole = String::new();
    for section in sections(&page) {
        let name = format!("{} {}", shown(path), section.lines().next().unwrap_or_default());
        let new = rewritten(&section, &name);
        if new != section && !is_blessing() {
            failures.push(format!("{name}\nsaid:\n{new}"));
        }
        whole.push_str(&new);
    }
    if is_blessing() && whole != page {
        std::fs::write(path, whole).unwrap();
    }
}

#[test]
fn every_case_says_which_requirements_are_met() {
    let paths = files("tests/cases/requirements");
    let mut failures = Vec::new();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|end| end == "md")) {
        run_page(path, &mut failures);
    }
    assert!(failures.is_empty(), "{}\n(DICOMPLY_BLESS=1 rewrites the expectations)", failures.join("\n\n"));
}

/// A product that says what is wanted, in the same words, meets every requirement that is compared.
#[test]
fn what_is_said_as_it_is_wanted_is_met() {
    for path in files("examples/requirements") {
        let wanted = std::fs::read_to_string(&path).unwrap();
        let kept = wanted.lines().filter(|line| {
            let head =
                ["name:", "summary:", "description:", "kind:", "dicomply:", "  The archive", "  web viewers"];
            !head.iter().any(|key| line.starts_with(key))
        });
        let product: String = kept.map(without_demand).collect();
        let input = |path: &str, text: String| Input { path: path.to_owned(), bytes: text.into_bytes() };
        let inputs = vec![input("wanted.yaml", wanted), input("product.yaml", format!("{product}{PRODUCT}"))];
        let reading = read(inputs, &|_: &str| None);
        assert!(reading.findings.is_empty(), "{:?}", reading.findings);
        let assessment = assessment(&reading);
        assert!(assessment.requirements.len() > 5);
        for requirement in &assessment.requirements {
            let is_met = requirement.reasons.is_empty() && requirement.fulfilment.as_str() == "met";
            assert!(is_met, "{}: {requirement:?}", shown(&path));
        }
    }
}

/// A line of YAML as a statement would have it: what is wanted is claimed.
fn without_demand(line: &str) -> String {
    let line = line.replace(", demand: should", "").replace(", demand: may", "");
    let line = line.replace(" (should)", "").replace(" (may)", "");
    if line.trim_start().starts_with("demand: ") { String::new() } else { format!("{line}\n") }
}
