//! Footnotes of tables.

use dicomply::document::{Block, Inline, Problem, Table, neutralise_prose, neutralise_prose_inline, prose};
use dicomply::render::{html, markdown};

use super::document;

fn tables(markdown: &str) -> (Vec<Table>, Vec<Problem>) {
    let document = document(markdown);
    let tables = document.blocks.into_iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    (tables.collect(), document.problems)
}

/// The marks in the cells of `table`, in the order of the cells.
fn marks(table: &Table) -> Vec<String> {
    let rows = table.header.iter().chain(&table.body);
    let texts = rows.flat_map(|row| &row.cells).flat_map(|cell| cell.running_text().into_owned());
    let mark = |inline| match inline {
        Inline::Footnote { mark, .. } => Some(mark),
        _ => None,
    };
    texts.filter_map(mark).collect()
}

const TWO: &str = "<!-- table: id=\"t\" -->\n| a | b[^x] |\n|---|---|\n| z[^last] | y |\n| x[^x] | w |\n[^last]: The *last*.\n[^x]: The first.\n";

#[test]
fn marks_come_in_the_order_of_the_cells() {
    let (tables, problems) = tables(&format!("{TWO}\n{}", TWO.replace("id=\"t\"", "")));
    assert_eq!(problems, []);
    for (table, prefix) in tables.iter().zip(["t", "table"]) {
        assert_eq!(marks(table), ["a", "b", "a"]);
        let notes: Vec<_> = table.notes.iter().map(|note| (&*note.mark, &*note.anchor)).collect();
        assert_eq!(notes, [("a", &*format!("{prefix}-note-a")), ("b", &*format!("{prefix}-note-b"))]);
        assert_eq!(
            format!("{:?}", table.notes[1].content),
            "[Paragraph([Text(\"The \"), Emphasis([Text(\"last\")]), Text(\".\")])]"
        );
    }
}

#[test]
fn notes_hold_lists_and_references_into_the_document() {
    let list = neutralise_prose_inline("One:\n\n- a\n- b");
    let (tables, problems) =
        tables(&format!("# Here\n\n| a |\n|---|\n| b[^1] |\n\n[^1]: {list}\n\n    See [](#here).\n"));
    assert_eq!(problems, []);
    let content = &tables[0].notes[0].content;
    assert!(matches!(content[..], [Block::Paragraph(_), Block::List(_), Block::Paragraph(_)]), "{content:?}");
    assert!(format!("{content:?}").contains("Section 1"), "{content:?}");
}

#[test]
fn more_notes_than_letters() {
    let cells: String = (0..30).map(|index| format!("| x[^{index}] |\n")).collect();
    let notes: String = (0..30).map(|index| format!("[^{index}]: Note {index}.\n")).collect();
    let (tables, problems) = tables(&format!("| a |\n|---|\n{cells}\n{notes}"));
    assert_eq!(problems, []);
    assert_eq!(marks(&tables[0])[24..29], ["y", "z", "aa", "ab", "ac"]);
}

#[test]
fn what_does_not_fit_together_is_told_and_not_lost() {
    let unused = |name: &str| Problem::UnusedFootnote { name: name.to_owned() };
    let unknown = |name: &str| Problem::UnknownFootnote { name: name.to_owned() };
    let (found, problems) = tables("| a |\n|---|\n| b[^1] |\n\n[^1]: One.\n\n[^2]: Two.\n\n[^1]: Again.\n");
    assert_eq!(problems, [unused("2"), unused("1")]);
    assert_eq!(found[0].notes.len(), 3);
    let (found, problems) = tables("| a |\n|---|\n| b[^1] |\n\nText[^1]\n\n[^1]: One.\n");
    assert_eq!(problems, [unknown("1"), unused("1"), unknown("1")]);
    assert_eq!(found[0].body[0].cells[0].plain_text(), "b[^1]");
    let page = html::write(&document("Text[^1]\n\n[^1]: One.\n"));
    assert!(page.contains("<p>Text[^1]</p>\n<p>One.</p>"), "{page}");
}

#[test]
fn footnotes_of_users_are_text() {
    let text = "One[^1] and [^2].\n\n[^1]: The note.";
    let shown = document(&neutralise_prose(text));
    assert_eq!(shown.problems, []);
    assert_eq!(shown.blocks, prose(text));
    assert!(html::write(&shown).contains("<p>One[^1] and [^2].</p>\n<p>[^1]: The note.</p>"));
    let cell = neutralise_prose_inline("[^1]");
    let (found, problems) = tables(&format!("| a |\n|---|\n| b[^1] {cell} |\n\n[^1]: One.\n"));
    assert_eq!((found[0].body[0].cells[0].plain_text().as_str(), problems.len()), ("b [^1]", 0));
}

#[test]
fn marks_and_notes_lead_to_each_other() {
    let page = html::write(&document(TWO));
    let mark = "<a id=\"_m-t-note-a\" href=\"#t-note-a\" role=\"doc-noteref\" aria-label=\"Note a\">a</a>";
    assert!(page.contains(&format!("b<sup>{mark}</sup></th>")), "{page}");
    assert!(page.contains("x<sup><a href=\"#t-note-a\" role"), "{page}");
    assert!(
        page.contains(
            "<div id=\"t-note-a\" role=\"doc-footnote\"><sup><a href=\"#_m-t-note-a\" role=\"doc-backlink\""
        ),
        "{page}"
    );
    let written = markdown::write(&document(TWO));
    assert!(
        written.contains(
            "| x<sup>[a](#t-note-a)</sup> | w |\n\n<a id=\"t-note-a\"></a><sup>a</sup> The first.\n"
        ),
        "{written}"
    );
}
