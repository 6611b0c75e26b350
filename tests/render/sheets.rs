//! The tables of a site as CSV and as a workbook: they say what the document says, and no cell is a formula.

use std::io::{Cursor, Read as _};

use dicomply::document::{Block, Document};
use dicomply::render::sheets::{Sheet, csv, sheets, workbook};

use super::{documents, project_of, rendered, tree_of};

const SITE: &str = "tests/cases/render/documents/governed_site.yaml";

/// The texts of the parts of a workbook, by the names of the parts.
fn parts(bytes: Vec<u8>) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let mut part = |index| {
        let mut file = archive.by_index(index).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        (file.name().unwrap().into_owned(), text)
    };
    (0..count).map(&mut part).collect()
}

fn sheet<'s>(all: &'s [Sheet], name: &str) -> &'s Sheet {
    all.iter().find(|sheet| sheet.name == name).unwrap_or_else(|| panic!("no sheet {name}"))
}

fn tables(tree: &Document) -> usize {
    tree.blocks
        .iter()
        .filter(|block| matches!(block, Block::Table(table) if !table.anchor.is_empty()))
        .count()
}

#[test]
fn every_table_is_a_sheet_with_every_row() {
    for path in documents() {
        let tree = tree_of(&path);
        let sheets = sheets(&tree);
        assert_eq!(sheets.len(), tables(&tree), "{path}");
        let rows = tree.blocks.iter().filter_map(|block| match block {
            Block::Table(table) if !table.anchor.is_empty() => Some(table.body.len()),
            _ => None,
        });
        assert!(rows.eq(sheets.iter().map(|sheet| sheet.rows.len())), "{path}");
        for sheet in &sheets {
            assert!(sheet.rows.iter().all(|row| row.len() == sheet.header.len()), "{path}: {}", sheet.name);
        }
    }
}

#[test]
fn a_merged_cell_is_in_every_row() {
    let tree = tree_of("tests/cases/render/documents/everything.yaml");
    let tables = tree.blocks.iter().filter_map(|block| match block {
        Block::Table(table) if !table.anchor.is_empty() => Some(table),
        _ => None,
    });
    let mut merged = 0;
    for (table, sheet) in tables.zip(sheets(&tree)) {
        for (top, row) in table.body.iter().enumerate() {
            for cell in row.cells.iter().filter(|cell| cell.rows > 1) {
                let texts = sheet.rows[top..top + cell.rows].iter().map(|row| &row[cell.column]);
                assert!(texts.into_iter().all(|text| *text == sheet.rows[top][cell.column]));
                merged += 1;
            }
        }
    }
    assert!(merged > 10, "{merged}");
}

#[test]
fn no_cell_is_a_formula() {
    let site = "dicomply: 1\nkind: site\norganization: North\napplication_entities:\n  \
        A: {ae_title: '=1+1', role: SCU, host: '@host', equipment: '+49 1', owner: '-x', description: \"=HYPERLINK()\"}\n";
    let tree = rendered(&project_of(site)).0;
    let all = sheets(&tree);
    for sheet in &all {
        for line in csv(sheet).lines().flat_map(|line| line.split(',')) {
            let cell = line.trim_start_matches('"');
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
        }
    }
    let written = csv(sheet(&all, "inventory"));
    assert!(written.contains(",'=1+1,"), "{written}");
    for (name, text) in parts(workbook("A", &all).unwrap()) {
        assert!(!text.contains("<f>") && !text.contains("<f "), "{name}");
    }
}

#[test]
fn a_workbook_reads_back_and_is_the_same_twice() {
    let tree = tree_of(SITE);
    let all = sheets(&tree);
    let bytes = workbook(&tree.meta.title, &all).unwrap();
    assert_eq!(bytes, workbook(&tree.meta.title, &all).unwrap());
    let parts = parts(bytes);
    let part = |name: &str| &parts.iter().find(|(known, _)| known == name).unwrap().1;
    let book = part("xl/workbook.xml");
    for sheet in &all {
        assert!(book.contains(&format!("name=\"{}\"", sheet.name)), "{}", sheet.name);
    }
    let strings = part("xl/sharedStrings.xml");
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    for text in all.iter().flat_map(|sheet| &sheet.rows).flatten().filter(|lines| !lines.is_empty()) {
        assert!(strings.contains(&escaped(&text.join("\n"))), "{text:?}");
    }
    let first = part("xl/worksheets/sheet1.xml");
    assert!(first.contains("<pane ") && first.contains("state=\"frozen\"") && first.contains("<autoFilter "));
    let uids = sheet(&all, "syntaxes").rows.iter().map(|row| row[2].join(""));
    assert!(uids.into_iter().all(|uid| strings.contains(&format!(">{uid}<"))));
}

#[test]
fn names_of_sheets_are_short_and_different() {
    let of = |name: &str| Sheet {
        name: name.to_owned(),
        caption: String::new(),
        header: vec!["A".to_owned()],
        rows: Vec::new(),
    };
    let long = "a-name-that-is-longer-than-a-sheet-can-have";
    let bytes = workbook("A", &[of(long), of(long), of("a/b:c"), of("")]).unwrap();
    let parts = parts(bytes);
    let book = &parts.iter().find(|(name, _)| name == "xl/workbook.xml").unwrap().1;
    let cut = &long[..31];
    let second = format!("{}-2", &long[..29]);
    for name in [cut, &second, "abc", "table"] {
        assert!(book.contains(&format!("name=\"{name}\"")), "{name}: {book}");
    }
}
