//! A document of nothing but hard tables, as the Markdown of a template: 2 to 14 columns, header rows of two, cells from
//! empty to two pages of text, merged cells, lists in lists, code, footnotes, long UIDs, words that cannot break.
//!
//! The same number of tables gives the same bytes, and the first tables are the same whatever their number.

use std::fmt::Write;

use dicomply::document::{escape, neutralise_prose_inline};

const SENTENCES: [&str; 6] = [
    "Objects that are received are held on disk until the archive has committed to them.",
    "Identical instances are not stored twice; the second one is answered with success and dropped.",
    "The default Transfer Syntax is proposed in a presentation context of its own.",
    "Demographic values are taken from the worklist and never changed afterwards.",
    "If the association cannot be opened, the job is kept and tried again after a configurable time.",
    "Größen und Prüfzeichen stehen in µm, Ångström und ½ Zoll – „wie gemessen“.",
];

const WORDS: [&str; 8] = [
    "CT Image Storage",
    "SCU",
    "None",
    "Explicit VR Little Endian",
    "Yes",
    "0xFE00",
    "Study Root Query/Retrieve Information Model - FIND",
    "Option",
];

/// A 64-byte UID, as long as they come.
const LONG_UID: &str = "1.2.826.0.1.3680043.10.1234.99999.20261120.123456789.987654321.12";

/// A word that nothing breaks.
const LONG_WORD: &str =
    "DigitalMammographyXRayImageStorageForPresentationAndForProcessingWithoutAnyPlaceToBreak";

const LISTS: [&str; 3] = [
    "Before:\n\n- one\n- two\n  1. inner\n  2. more inner text that goes on\n     - innermost\n- three\n\nAfter.",
    "Sent as:\n\n```\nPATIENT <-> STUDY\n    |  indented\n\nlast line\n```",
    "3. third\n4. fourth with `1.2.840.10008.1.2.4.50` and *emphasis*",
];

/// The document with this many tables.
pub(crate) fn torture(tables: usize) -> String {
    let mut text = String::from(
        "<!-- document: title=\"Torture\" product=\"Torture 1.0\" version=\"1\" date=\"2026-11-20\" -->\n\n# Contents {.unnumbered .unlisted}\n\n<!-- contents -->\n\n<!-- list-of-tables -->\n\n",
    );
    for index in 0..tables {
        if index % 40 == 0 {
            let _ = writeln!(text, "# Chapter of Tables from {index}\n");
        }
        if index % 8 == 0 {
            let _ = writeln!(text, "## Section of {index}\n\n{}\n", SENTENCES[index / 8 % SENTENCES.len()]);
        }
        table(&mut text, index);
    }
    text
}

/// Numbers that look like chance, from a seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % u64::try_from(end.max(1)).unwrap_or(1)).unwrap_or(0)
    }
}

fn table(text: &mut String, index: usize) {
    let mut chance = Chance(u64::try_from(index).unwrap_or(0) * 7919 + 1);
    let columns = 2 + index % 13;
    let has_groups = index % 3 == 1;
    let _ = writeln!(
        text,
        "<!-- table: id=\"t{index}\" caption=\"Table of {columns} columns, the {index}th\" header-rows=\"{}\" row-headers=\"{}\" -->",
        if has_groups { 2 } else { 1 },
        index % 2,
    );
    let mut notes = Vec::new();
    header(text, columns, has_groups);
    let rows = 1 + chance.below(10);
    // Whether the cell above stands alone in its row, so that it can be continued.
    let mut above = vec![false; columns];
    for row in 0..rows {
        let is_group = row > 0 && chance.below(9) == 0;
        let mut cells: Vec<String> = Vec::new();
        let mut alone = vec![true; columns];
        for column in 0..columns {
            let cell = if is_group {
                if column == 0 { "A group of rows".to_owned() } else { "<<".to_owned() }
            } else if above[column] && chance.below(6) == 0 {
                "^^".to_owned()
            } else if column > 0 && cells[column - 1] != "^^" && chance.below(12) == 0 {
                (alone[column], alone[column - 1]) = (false, false);
                "<<".to_owned()
            } else {
                content(&mut chance, index, row, column, &mut notes)
            };
            cells.push(cell);
        }
        let _ = writeln!(text, "| {} |", cells.join(" | "));
        above = if is_group { vec![false; columns] } else { alone };
    }
    text.push('\n');
    for (name, note) in notes.iter().enumerate() {
        let _ = writeln!(text, "[^{name}]: {note}\n");
    }
}

fn header(text: &mut String, columns: usize, has_groups: bool) {
    let name = |column: usize| format!("Column {}", column + 1);
    let rule = "|---".repeat(columns) + "|\n";
    if !has_groups {
        let names: Vec<String> = (0..columns).map(name).collect();
        let _ = writeln!(text, "| {} |", names.join(" | "));
        text.push_str(&rule);
        return;
    }
    let is_paired = |column: usize| column - column % 2 + 1 < columns && (column / 2).is_multiple_of(2);
    let upper = (0..columns).map(|column| match (is_paired(column), column % 2) {
        (true, 0) => format!("Group {}", column / 2 + 1),
        (true, _) => "<<".to_owned(),
        (false, _) => name(column),
    });
    let lower = (0..columns).map(|column| if is_paired(column) { name(column) } else { "^^".to_owned() });
    let _ = writeln!(text, "| {} |", upper.collect::<Vec<_>>().join(" | "));
    text.push_str(&rule);
    let _ = writeln!(text, "| {} |", lower.collect::<Vec<_>>().join(" | "));
}

fn content(chance: &mut Chance, index: usize, row: usize, column: usize, notes: &mut Vec<String>) -> String {
    let sentence = SENTENCES[chance.below(SENTENCES.len())];
    match chance.below(24) {
        0..=2 => String::new(),
        3..=9 => escape(WORDS[chance.below(WORDS.len())]),
        10 | 11 => format!("`{}`", escape(LONG_UID)),
        12 | 13 => "`1.2.840.10008.5.1.4.1.1.2`<br>`1.2.840.10008.1.2.4.50`".to_owned(),
        14 | 15 => escape(&format!("{sentence} ({index}, {row}, {column})")),
        16 => escape(&[sentence; 3].join(" ")),
        17 => escape(LONG_WORD),
        18 | 19 => neutralise_prose_inline(LISTS[chance.below(LISTS.len())]),
        20 | 21 => {
            notes.push(escape(&format!("Note of row {row}, column {column}. {sentence}")));
            format!("See note[^{}]", notes.len() - 1)
        }
        22 if !notes.is_empty() => format!("{}[^{}]", escape(sentence), chance.below(notes.len())),
        // A tall cell now and then: it has to split.
        23 if index % 50 == 7 && column == 1 => escape(&pages(chance)),
        _ => escape(&format!("{row}.{column}")),
    }
}

/// Two pages of text.
fn pages(chance: &mut Chance) -> String {
    let sentences: Vec<&str> = (0..110).map(|_| SENTENCES[chance.below(SENTENCES.len())]).collect();
    sentences.join(" ")
}
