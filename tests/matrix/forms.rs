//! A matrix in every form: all of them say the same, and nothing of a document becomes markup.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::Path;

use dicomply::compare::matrix::{Entrant, Matrix, Shard, matrix, upgrade};
use dicomply::report::{MatrixReport, Page, UpgradeReport, matrix_schema, upgrade_schema};
use dicomply::source::{Input, Reading, read};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use serde_json::Value;

use super::{entrants, fleet};
use crate::report::forms::{HOSTILE, closed};
use crate::report::page::{
    ATTRIBUTES, ELEMENTS, STYLES, colors, contrast, elements, holds_policy, is_of, parsed,
};

const PLAIN: Page = Page { is_colored: false, width: 80 };

/// A matrix in every form.
pub(super) fn all(matrix: &Matrix) -> Vec<(&'static str, Vec<u8>)> {
    let report = MatrixReport::new(matrix);
    let written = |write: &dyn Fn(&mut Vec<u8>) -> std::io::Result<()>| {
        let mut bytes = Vec::new();
        write(&mut bytes).unwrap();
        bytes
    };
    vec![
        ("text", written(&|out| report.write_text(PLAIN, out))),
        ("markdown", written(&|out| report.write_markdown(out))),
        ("csv", written(&|out| report.write_csv(out))),
        ("json", written(&|out| report.write_json(out))),
        ("html", written(&|out| report.write_html(&|_| None, out))),
        ("parquet", written(&|out| report.write_parquet(out))),
    ]
}

fn form(matrix: &Matrix, name: &str) -> Vec<u8> {
    all(matrix).into_iter().find(|(form, _)| *form == name).unwrap().1
}

/// The rows of a text whose cells are separated by commas.
fn cells(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter => cell.push(letter),
        }
    }
    rows
}

#[test]
fn parquet_reads_back_to_the_rows_of_csv() {
    let reading = fleet();
    let matrix = matrix(&entrants(&reading), Shard::WHOLE);
    let csv = cells(&String::from_utf8(form(&matrix, "csv")).unwrap());
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("matrix.parquet");
    std::fs::write(&file, form(&matrix, "parquet")).unwrap();
    let reader = SerializedFileReader::new(File::open(file).unwrap()).unwrap();
    let names: Vec<String> = reader
        .metadata()
        .file_metadata()
        .schema_descr()
        .columns()
        .iter()
        .map(|one| one.name().to_owned())
        .collect();
    assert_eq!(names, csv[0]);
    let rows: Vec<Vec<String>> = reader
        .get_row_iter(None)
        .unwrap()
        .map(|row| {
            let text = |field: &Field| match field {
                Field::Str(text) => text.clone(),
                Field::Null => String::new(),
                other => panic!("{other:?} is no text"),
            };
            row.unwrap().get_column_iter().map(|(_, field)| text(field)).collect()
        })
        .collect();
    assert!(rows.len() > 500, "{}", rows.len());
    assert_eq!(rows, csv[1..]);
}

#[test]
fn json_follows_its_schema_and_counts_what_it_holds() {
    let reading = fleet();
    let entrants = entrants(&reading);
    let schema = closed(serde_json::from_str(&matrix_schema()).unwrap());
    let validator = jsonschema::validator_for(&schema).unwrap();
    for shard in [Shard::WHOLE, Shard { number: 2, count: 3 }] {
        let object: Value = serde_json::from_slice(&form(&matrix(&entrants, shard), "json")).unwrap();
        let faults: Vec<String> = validator.iter_errors(&object).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{faults:?}");
        let pairs = object["pairs"].as_array().unwrap().len();
        let counted: u64 =
            object["summary"].as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum();
        assert_eq!(counted, pairs as u64);
    }
    let schema = closed(serde_json::from_str(&upgrade_schema()).unwrap());
    let validator = jsonschema::validator_for(&schema).unwrap();
    let upgrade = upgrade(&entrants[1..], 2, &entrants[0]);
    let mut json = Vec::new();
    UpgradeReport::new(&upgrade).write_json(&mut json).unwrap();
    let object: Value = serde_json::from_slice(&json).unwrap();
    let faults: Vec<String> = validator.iter_errors(&object).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty() && !upgrade.changes.is_empty(), "{faults:?}");
}

/// Statements whose names mean something elsewhere.
fn hostile() -> Reading {
    let input = |(number, text): (usize, &&str)| {
        let quoted = serde_json::to_string(text).unwrap();
        let role = if number % 2 == 0 { "initiates" } else { "accepts" };
        let text = format!(
            "dicomply: 1\nkind: statement\nproduct: {{name: {quoted}, vendor: {quoted}, versions: {quoted}}}\n\
             application_entities:\n  {quoted}:\n    activities:\n      {quoted}:\n        \
             {role}: [{{abstract_syntax: CT Image Storage, transfer_syntaxes: [{quoted}]}}, {{abstract_syntax: {quoted}, transfer_syntaxes: [Implicit VR Little Endian]}}]\n",
        );
        Input { path: format!("it's <b>{number}.yaml"), bytes: text.into_bytes() }
    };
    read(HOSTILE.iter().enumerate().map(input).collect(), &|_: &str| None)
}

fn is_harmful(letter: char) -> bool {
    letter.is_control() && letter != '\n' || "\u{202E}\u{2066}\u{200B}\u{FEFF}".contains(letter)
}

/// Nothing of a document becomes markup, links lead somewhere; the pairs of the page.
fn sound_page(name: &str, page: &str) -> usize {
    assert!(!page.contains(is_harmful), "{name}: {:?}", page.find(is_harmful));
    let tree = parsed(page);
    let all = elements(&tree);
    let mut ids = BTreeSet::new();
    for element in &all {
        let own = ["svg", "path"];
        assert!(
            ELEMENTS.contains(&element.name.as_str()) || own.contains(&element.name.as_str()),
            "{name}: <{}>",
            element.name
        );
        for (attribute, value) in &element.attributes {
            let own = [
                "aria-label",
                "d",
                "data-number",
                "data-pairs",
                "data-products",
                "data-services",
                "data-verdict",
                "role",
                "title",
                "viewBox",
                "viewbox",
            ];
            let is_known = ATTRIBUTES.contains(&attribute.as_str()) || own.contains(&attribute.as_str());
            assert!(is_known, "{name}: <{} {attribute}>", element.name);
            assert!(attribute != "id" || ids.insert(value.as_str()), "{name}: `{value}` is there twice");
        }
    }
    for link in all.iter().map(|element| element.attribute("href")).filter(|link| !link.is_empty()) {
        assert!(link.strip_prefix('#').is_some_and(|id| ids.contains(id)), "{name}: {link}");
    }
    all.iter().filter(|element| is_of(element, "pair")).count()
}

#[test]
fn nothing_of_a_document_becomes_markup_or_is_obeyed() {
    let readings = [fleet(), hostile()];
    for (name, reading) in ["fleet", "hostile"].into_iter().zip(&readings) {
        let entrants = entrants(reading);
        let matrix = matrix(&entrants, Shard::WHOLE);
        let page = String::from_utf8(form(&matrix, "html")).unwrap();
        assert_eq!(sound_page(name, &page), matrix.pairs.len().min(800), "{name}");
        let text = String::from_utf8(form(&matrix, "text")).unwrap();
        assert!(!text.contains(is_harmful), "{name}");
        let markdown = String::from_utf8(form(&matrix, "markdown")).unwrap();
        assert!(!markdown.contains("<script") && !markdown.contains("<b>"), "{name}");
        let upgrade = upgrade(&entrants[1..], 0, &entrants[0]);
        let mut page = Vec::new();
        UpgradeReport::new(&upgrade).write_html(&mut page).unwrap();
        sound_page(name, &String::from_utf8(page).unwrap());
    }
}

/// The same statement so many times.
fn many<'e>(entrants: &[Entrant<'e>], count: usize) -> Vec<Entrant<'e>> {
    (0..count).map(|number| entrants[number % entrants.len()].clone()).collect()
}

#[test]
fn a_large_fleet_fits_on_a_page_and_on_a_screen() {
    let reading = fleet();
    let matrix = matrix(&many(&entrants(&reading), 120), Shard::WHOLE);
    let page = String::from_utf8(form(&matrix, "html")).unwrap();
    assert!(page.contains("<svg viewBox=\"0 0 120 120\"") && page.len() < 6_000_000, "{}", page.len());
    assert_eq!(sound_page("many", &page), 800);
    let text = String::from_utf8(form(&matrix, "text")).unwrap();
    assert!(text.lines().count() < 150, "{}", text.lines().count());
}

#[test]
fn text_fits_its_page() {
    let reading = fleet();
    let entrants = entrants(&reading);
    for count in [2, 9, 12, 30] {
        let matrix = matrix(&entrants[..count], Shard::WHOLE);
        for width in [60, 80, 120] {
            let mut text = Vec::new();
            MatrixReport::new(&matrix).write_text(Page { is_colored: false, width }, &mut text).unwrap();
            let text = String::from_utf8(text).unwrap();
            let (page, _) = text.trim_end().rsplit_once('\n').unwrap();
            for line in page.lines() {
                let longest = line.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
                assert!(line.chars().count() <= width.max(longest + 14), "{width}: {line}");
            }
        }
    }
}

#[test]
fn the_policy_names_the_style_and_the_script_of_the_page_of_a_matrix() {
    let reading = fleet();
    let page = String::from_utf8(form(&matrix(&entrants(&reading)[..3], Shard::WHOLE), "html")).unwrap();
    holds_policy(&page, "src/report/matrix/html/policy.txt");
}

#[test]
fn signs_of_the_map_have_contrast_in_the_light_and_in_the_dark() {
    let styles = [STYLES, &["src/report/matrix/html/style.css"]].concat();
    for (mode, colors) in ["light", "dark"].into_iter().zip(colors(&styles)) {
        for ground in ["works", "limits", "tell", "one", "fails", "nothing"] {
            let found = contrast(colors["text"], colors[ground]);
            assert!(found >= 4.5, "{mode}: text on {ground} has {found:.2}");
        }
    }
}
