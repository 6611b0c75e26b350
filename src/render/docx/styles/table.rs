//! The styles of tables and of what stands in them.

use super::{
    CELL_MARGIN, COVER_TABLE, SMALL_TABLE_HEADING, SMALL_TABLE_TEXT, TABLE, TABLE_CODE_BLOCK, TABLE_GROUP,
    TABLE_HEADING, TABLE_NOTE, TABLE_TEXT,
};
use crate::render::docx::look::Look;
use crate::render::docx::properties::{Border, Run};
use crate::render::docx::style::{HeaderLook, Style, TableLook};

/// The style of tables without a style.
pub(super) fn plain_table() -> Style<'static> {
    Style {
        kind: "table",
        id: "TableNormal".to_owned(),
        name: "Normal Table".to_owned(),
        is_default: true,
        table: Some(TableLook { borders: &[], margins: (0, 108, 0), header: None }),
        ..Style::default()
    }
}

/// Tables, cells and notes.
pub(super) fn tables(look: &Look, then: &mut dyn FnMut(&Style)) {
    let mut text =
        Style::paragraph(TABLE_TEXT, "Table Text").on("Normal").size(17, false).space(0, 0).line(252);
    // Said again, as LibreOffice sets the codes in a table in the font of the document otherwise.
    text.run.font = Some(&look.font);
    then(&text.offered());
    then(
        &Style::paragraph(TABLE_HEADING, "Table Heading")
            .on(TABLE_TEXT)
            .size(17, true)
            .keeps_next()
            .offered(),
    );
    then(
        &Style::paragraph(TABLE_GROUP, "Table Group").on(TABLE_TEXT).size(17, true).space(80, 0).keeps_next(),
    );
    let small = Style::paragraph(SMALL_TABLE_TEXT, "Table Text Small").on(TABLE_TEXT).size(15, false);
    then(&small);
    let small = Style::paragraph(SMALL_TABLE_HEADING, "Table Heading Small").on(TABLE_HEADING);
    then(&small.size(15, true));
    let mut code =
        Style::paragraph(TABLE_CODE_BLOCK, "Table Code Block").on(TABLE_TEXT).boxed(&[], Some(look.tint));
    code.run = Run { font: Some(&look.code_font), unchecked: true, size: Some(15), ..Run::default() };
    code.paragraph.whole_words = true;
    then(&code);
    let note =
        Style::paragraph(TABLE_NOTE, "Table Note").on("Normal").size(17, false).space(40, 40).line(252);
    then(&note.indent(227, 227));
    let rule = |side, width, colour| Border { side, width, space: 0, colour };
    let outer = [rule("top", 6, look.edge), rule("bottom", 6, look.edge), rule("insideH", 4, look.line)];
    let header = [rule("top", 6, look.edge), rule("bottom", 6, look.edge)];
    let mut table = Style {
        kind: "table",
        id: TABLE.to_owned(),
        name: "Conformance Table".to_owned(),
        ..Style::default()
    };
    table.based_on = "TableNormal";
    table.is_offered = true;
    let header = Some(HeaderLook { shade: look.tint, borders: &header });
    table.table = Some(TableLook { borders: &outer, margins: (40, CELL_MARGIN, 40), header });
    then(&table);
    let lines = [rule("top", 4, look.line), rule("bottom", 4, look.line), rule("insideH", 4, look.line)];
    COVER_TABLE.clone_into(&mut table.id);
    "Cover Table".clone_into(&mut table.name);
    table.is_offered = false;
    table.table = Some(TableLook { borders: &lines, margins: (0, CELL_MARGIN, 0), header: None });
    then(&table);
}
