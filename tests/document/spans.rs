//! Merged cells.

use dicomply::document::{Block, Problem, Row, Table};

use super::document;

fn table(markdown: &str) -> (Table, Vec<Problem>) {
    let document = document(markdown);
    let table = document.blocks.into_iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    (table.unwrap(), document.problems)
}

/// Cells as `text@column rows×columns`, the last part where it is not one by one.
fn drawn(row: &Row) -> Vec<String> {
    let cell = |cell: &dicomply::document::Cell| {
        let span = if (cell.rows, cell.columns) == (1, 1) {
            String::new()
        } else {
            format!(" {}×{}", cell.rows, cell.columns)
        };
        format!("{}@{}{span}", cell.plain_text(), cell.column)
    };
    row.cells.iter().map(cell).collect()
}

#[test]
fn the_header_of_presentation_contexts() {
    let (table, problems) = table(
        "<!-- table: header-rows=\"2\" -->\n| Abstract | << | Transfer | << | Role |\n|---|---|---|---|---|\n| Name | UID | Names | UIDs | ^^ |\n| CT | 1 | I | 2 | SCU |\n| ^^ | ^^ | E | 3 | ^^ |\n",
    );
    assert_eq!(drawn(&table.header[0]), ["Abstract@0 1×2", "Transfer@2 1×2", "Role@4 2×1"]);
    assert_eq!(drawn(&table.header[1]), ["Name@0", "UID@1", "Names@2", "UIDs@3"]);
    assert_eq!(drawn(&table.body[0]), ["CT@0 2×1", "1@1 2×1", "I@2", "2@3", "SCU@4 2×1"]);
    assert_eq!(drawn(&table.body[1]), ["E@2", "3@3"]);
    assert_eq!(problems, []);
}

#[test]
fn a_block_of_two_by_two() {
    let (table, problems) = table("| a | b | c |\n|---|---|---|\n| x | << | y |\n| ^^ | ^^ | z |\n");
    assert_eq!(drawn(&table.body[0]), ["x@0 2×2", "y@2"]);
    assert_eq!(problems, []);
}

#[test]
fn parts_that_make_no_rectangle_are_told_and_stay_apart() {
    let (table, problems) = table("<!-- table: id=\"t\" -->\n| a | b |\n|---|---|\n| x | << |\n| ^^ | y |\n");
    assert_eq!(drawn(&table.body[0]), ["x@0", "@1"]);
    assert_eq!(drawn(&table.body[1]), ["@0", "y@1"]);
    let broken = |row, column| Problem::BrokenSpan { table: "t".to_owned(), row, column };
    assert_eq!(problems, [broken(2, 2), broken(3, 1)]);
}

#[test]
fn a_cell_with_nothing_to_continue_is_told() {
    let (table, problems) = table("| << | b |\n|---|---|\n| ^^ | y |\n");
    assert_eq!(drawn(&table.header[0]), ["@0", "b@1"]);
    assert_eq!(drawn(&table.body[0]), ["@0", "y@1"]);
    assert_eq!(problems.len(), 2);
}

#[test]
fn a_row_over_all_columns_heads_a_group() {
    let (table, _) = table("| a | b |\n|---|---|\n| Transfer | << |\n| x | y |\n");
    assert!(table.is_group(&table.body[0]));
    assert!(!table.is_group(&table.body[1]));
}

#[test]
fn an_empty_header_row_goes_where_none_is_wanted() {
    let (table, _) = table("<!-- table: header-rows=\"0\" -->\n| | |\n|---|---|\n| x | y |\n");
    assert_eq!((table.header.len(), table.body.len()), (0, 1));
}
