//! The styles of the document, by the names that Word and its users know.

mod table;
mod text;

use super::properties::{Border, Indent, Line, Paragraph, Run, Spacing, Tab};
use super::style::Style;
use super::xml::Xml;
use super::{Look, WORD};

/// Running text.
pub(super) const BODY: &str = "BodyText";
/// Captions of tables and figures.
pub(super) const CAPTION: &str = "Caption";
/// Captions of figures, which stand below them.
pub(super) const FIGURE_CAPTION: &str = "FigureCaption";
/// Lines of code.
pub(super) const CODE: &str = "Code";
/// Codes in running text.
pub(super) const INLINE_CODE: &str = "InlineCode";
/// Codes in tables.
pub(super) const TABLE_CODE: &str = "TableCode";
/// Links that leave the document.
pub(super) const LINK: &str = "Hyperlink";
/// Links inside the document.
pub(super) const REFERENCE: &str = "CrossReference";
/// What cells say.
pub(super) const TABLE_TEXT: &str = "TableText";
/// What cells of header rows say.
pub(super) const TABLE_HEADING: &str = "TableHeading";
/// What cells say in tables that need smaller text.
pub(super) const SMALL_TABLE_TEXT: &str = "TableTextSmall";
/// What their cells of header rows say.
pub(super) const SMALL_TABLE_HEADING: &str = "TableHeadingSmall";
/// Codes in them.
pub(super) const SMALL_TABLE_CODE: &str = "TableCodeSmall";
/// Headings of groups of rows.
pub(super) const TABLE_GROUP: &str = "TableGroup";
/// Notes below tables.
pub(super) const TABLE_NOTE: &str = "TableNote";
/// Code in cells.
pub(super) const TABLE_CODE_BLOCK: &str = "TableCodeBlock";
/// The tables of the document.
pub(super) const TABLE: &str = "ConformanceTable";
/// The facts on the cover.
pub(super) const COVER_TABLE: &str = "CoverTable";
/// How many levels of lists have styles of their own.
pub(super) const LIST_LEVELS: u8 = 5;
/// How many levels of headings Word has.
pub(super) const HEADING_LEVELS: u8 = 9;

/// The id of the style of headings of a level from 1.
pub(super) fn heading(level: u8, is_listed: bool) -> String {
    let level = level.clamp(1, HEADING_LEVELS);
    if is_listed { format!("Heading{level}") } else { format!("Heading{level}Unlisted") }
}

/// The id of the style of items of lists of a level from 0.
pub(super) fn list(is_numbered: bool, level: u8) -> String {
    let kind = if is_numbered { "ListNumber" } else { "ListBullet" };
    numbered(kind, level)
}

/// The id of the style of what follows in an item of a level from 0.
pub(super) fn list_continued(level: u8) -> String {
    numbered("ListContinue", level)
}

fn numbered(kind: &str, level: u8) -> String {
    match level.min(LIST_LEVELS - 1) {
        0 => kind.to_owned(),
        level => format!("{kind}{}", level + 1),
    }
}

/// How far text beside a line is moved in.
pub(super) const BOXED: i32 = 284;

/// How far items of a level from 0 are moved in.
pub(super) const fn list_indent(level: u8) -> i32 {
    (level as i32 + 1) * 340
}

/// How far numbers of headings of a level from 1 reach.
const fn number_width(level: u8) -> i32 {
    [567, 737, 851, 1021, 1191, 1361, 1531, 1701, 1871][level as usize - 1]
}

/// The part that defines all styles.
pub(super) fn written(look: &Look, language: &str) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:styles", &[("xmlns:w", &WORD)]);
    defaults(&mut xml, look, language);
    latent(&mut xml);
    each(look, &mut |style| style.write(&mut xml));
    xml.close("w:styles");
    xml.finish()
}

fn defaults(xml: &mut Xml, look: &Look, language: &str) {
    xml.open("w:docDefaults", &[]);
    xml.open("w:rPrDefault", &[]);
    xml.open("w:rPr", &[]);
    let font = &look.font;
    xml.empty("w:rFonts", &[("w:ascii", font), ("w:hAnsi", font), ("w:eastAsia", font), ("w:cs", font)]);
    xml.value("w:sz", 21);
    xml.value("w:szCs", 21);
    xml.empty("w:lang", &[("w:val", &language), ("w:eastAsia", &"ja-JP"), ("w:bidi", &"ar-SA")]);
    xml.close("w:rPr");
    xml.close("w:rPrDefault");
    xml.open("w:pPrDefault", &[]);
    Paragraph {
        spacing: Some(Spacing { before: 0, after: 0, line: Line::Share(276) }),
        ..Paragraph::default()
    }
    .write(xml);
    xml.close("w:pPrDefault");
    xml.close("w:docDefaults");
}

/// What Word does with its own styles that the document does not define: they stay out of the way.
fn latent(xml: &mut Xml) {
    xml.empty(
        "w:latentStyles",
        &[
            ("w:defLockedState", &0),
            ("w:defUIPriority", &99),
            ("w:defSemiHidden", &1),
            ("w:defUnhideWhenUsed", &1),
            ("w:defQFormat", &0),
            ("w:count", &376),
        ],
    );
}

/// Calls `then` for every style, in a fixed order.
pub(super) fn each(look: &Look, then: &mut dyn FnMut(&Style)) {
    let normal = Style { is_default: true, ..Style::paragraph("Normal", "Normal").offered() };
    then(&normal);
    let default = Style {
        is_default: true,
        ..Style::character("DefaultParagraphFont", "Default Paragraph Font", Run::default())
    };
    then(&default);
    then(&table::plain_table());
    let no_list = Style {
        kind: "numbering",
        id: "NoList".to_owned(),
        name: "No List".to_owned(),
        is_default: true,
        ..Style::default()
    };
    then(&no_list);
    then(&Style::paragraph(BODY, "Body Text").on("Normal").space(0, 140).offered());
    headings(look, then);
    text::cover(look, then);
    text::captions(then);
    text::passages(look, then);
    text::definitions(look, then);
    lists(then);
    contents(look, then);
    table::tables(look, then);
    text::characters(look, then);
    text::furniture(look, then);
}

fn headings(look: &Look, then: &mut dyn FnMut(&Style)) {
    let line = [Border { side: "bottom", width: 4, space: 4, colour: look.line }];
    for level in 1..=HEADING_LEVELS {
        let (size, before, after) = match level {
            1 => (34, 480, 200),
            2 => (28, 400, 140),
            3 => (24, 320, 120),
            4 => (22, 280, 100),
            _ => (21, 240, 80),
        };
        let width = number_width(level);
        let tabs = [Tab { kind: "left", dots: false, at: width }];
        let id = heading(level, true);
        let mut style = Style::paragraph(&id, &format!("heading {level}")).on("Normal").before(BODY);
        style = style.size(size, true).colour(look.text).space(before, after).line(252).keeps_next();
        style = style.indent(width, width).tabs(&tabs).offered();
        style.paragraph.outline = Some(level - 1);
        style.paragraph.whole_words = true;
        if level == 1 {
            style.paragraph.borders = &line;
        }
        then(&style);
    }
    for level in 1..=HEADING_LEVELS {
        let mut style =
            Style::paragraph(&heading(level, false), &format!("Heading {level} Unlisted")).before(BODY);
        style.based_on = [
            "Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "Heading6", "Heading7", "Heading8",
            "Heading9",
        ][usize::from(level) - 1];
        then(&style);
    }
}

/// Where meanings begin.
pub(super) const DEFINITION: i32 = 2268;

fn lists(then: &mut dyn FnMut(&Style)) {
    for level in 0..LIST_LEVELS {
        let left = list_indent(level);
        let number = if level == 0 { String::new() } else { format!(" {}", level + 1) };
        for (is_numbered, name) in [(false, "List Bullet"), (true, "List Number")] {
            let mut style = Style::paragraph(&list(is_numbered, level), &format!("{name}{number}"));
            style = style.on("Normal").space(0, 80).indent(left, 340);
            style.is_offered = level < 2;
            style.paragraph.contextual_spacing = true;
            then(&style);
        }
        let name = format!("List Continue{number}");
        then(&Style::paragraph(&list_continued(level), &name).on("Normal").space(0, 80).indent(left, 0));
    }
}

fn contents(look: &Look, then: &mut dyn FnMut(&Style)) {
    for level in 1..=HEADING_LEVELS {
        let place = i32::from(level) - 1;
        let width = [567, 680, 794, 964, 1134, 1304, 1474, 1588, 1701][usize::from(level) - 1];
        let left = [0, 0, 284, 567, 851, 1134, 1361, 1588, 1814][usize::from(level) - 1] + width;
        let tabs = [
            Tab { kind: "left", dots: false, at: left },
            Tab { kind: "right", dots: true, at: look.text_width },
        ];
        let mut style = Style::paragraph(&format!("TOC{level}"), &format!("toc {level}")).on("Normal");
        style.next = "Normal";
        style.paragraph.indent = Some(Indent::left(left, width));
        style.paragraph.tabs = &tabs;
        style = style.size(20, place == 0).space(if place == 0 { 100 } else { 0 }, 20).line(252);
        then(&style);
    }
    let tabs =
        [Tab { kind: "left", dots: false, at: 1474 }, Tab { kind: "right", dots: true, at: look.text_width }];
    let style = Style::paragraph("TableofFigures", "table of figures").on("Normal").before("Normal");
    let mut style = style.size(20, false).space(0, 20).line(252).tabs(&tabs);
    style.paragraph.indent = Some(Indent::left(1474, 1474));
    then(&style);
}

/// The distance of the text of a cell from its sides.
pub(super) const CELL_MARGIN: i32 = 85;
