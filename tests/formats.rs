//! All formats say the same: HTML, the pages of the PDF and DOCX, held against the tree, for every example, every case
//! and a document of hard tables. Other programs read the files too, where `DICOMPLY_E2E=1`.

pub(crate) mod element;
mod outside;
mod page;
mod pages;
mod said;
mod word;

#[path = "../benches/torture.rs"]
mod torture;

use std::collections::BTreeMap;

use dicomply::document::{Document, parse};
use dicomply::render::{docx, html, typeset};

use crate::render::tree_of;
use said::Said;

/// How many hard tables the tests take: two of each number of columns. `DICOMPLY_TORTURE` asks for another number.
fn torture() -> Document {
    let wanted = std::env::var("DICOMPLY_TORTURE").ok().and_then(|number| number.parse().ok());
    parse(&torture::torture(wanted.unwrap_or(52)), &BTreeMap::new())
}

/// Every example, every case and the hard tables.
fn documents() -> Vec<(String, Document)> {
    let trees = crate::render::documents().into_iter().map(|path| {
        let tree = tree_of(&path);
        (path, tree)
    });
    trees.chain([("torture".to_owned(), torture())]).collect()
}

fn hold(format: &str, said_by: impl Fn(&Document) -> Said) {
    let mut faults = Vec::new();
    for (name, document) in documents() {
        if let Some(difference) = Said::of_tree(&document).difference(&said_by(&document)) {
            faults.push(format!("{name}, tree and {format}: {difference}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn hard_tables_are_written_without_problems() {
    let document = torture();
    assert_eq!(document.problems, []);
    let said = Said::of_tree(&document);
    assert_eq!(said.captions.len(), document.tables.len());
    assert!(said.notes.len() > 10 && said.items.len() > 30 && said.code.len() > 5, "{said:?}");
}

#[test]
fn pages_of_the_browser_say_what_the_tree_says() {
    hold("HTML", |document| page::said(&html::write(document)));
}

#[test]
fn word_documents_say_what_the_tree_says() {
    hold("DOCX", |document| word::said(&docx::write(document, &docx::Options::default()).unwrap()));
}

#[test]
fn typeset_pages_say_what_the_tree_says() {
    hold("pages", |document| pages::said(&typeset::typeset(document, &typeset::Options::default()).unwrap()));
}

#[test]
fn nothing_on_a_page_overlaps_or_leaves_it() {
    let mut faults = Vec::new();
    for (name, document) in documents() {
        let layout = typeset::typeset(&document, &typeset::Options::default()).unwrap();
        for (number, page) in (1..).zip(&layout.pages) {
            let found = pages::misplaced(page);
            faults.extend(found.into_iter().map(|fault| format!("{name}, page {number}: {fault}")));
        }
    }
    let count = faults.len();
    faults.truncate(20);
    assert!(faults.is_empty(), "{count} faults:\n{}", faults.join("\n"));
}

#[test]
fn word_documents_keep_the_order_of_their_schema() {
    let mut faults = Vec::new();
    for (name, document) in documents() {
        let file = docx::write(&document, &docx::Options::default()).unwrap();
        for (part, text) in word::parts(&file) {
            faults.extend(word::disorder(&text).into_iter().map(|fault| format!("{name}, {part}: {fault}")));
        }
    }
    faults.dedup();
    faults.truncate(20);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
