//! The styles of text that is neither heading nor list.

use super::{
    BODY, BOXED, CAPTION, CODE, DEFINITION, INLINE_CODE, LINK, REFERENCE, SMALL_TABLE_CODE, TABLE_CODE,
};
use crate::render::docx::look::Look;
use crate::render::docx::properties::{Border, Line, Run, Spacing, Tab};
use crate::render::docx::style::Style;

/// The cover.
pub(super) fn cover(look: &Look, then: &mut dyn FnMut(&Style)) {
    let line = [Border { side: "top", width: 24, space: 14, colour: &look.accent }];
    let mut title = Style::paragraph("Title", "Title").on("Normal").before("Subtitle").offered();
    title = title.size(52, true).colour(look.text).space(240, 160).line(252).boxed(&line, None);
    title.paragraph.whole_words = true;
    then(&title);
    let subtitle = Style::paragraph("Subtitle", "Subtitle").on("Normal").before(BODY).offered();
    then(&subtitle.size(26, false).colour(look.quiet).space(0, 60));
    then(&Style::paragraph("CoverLogo", "Cover Logo").on("Normal").space(1200, 480));
    let mut draft = Style::paragraph("CoverStatus", "Cover Status").on("Normal");
    draft.run = Run {
        bold: Some(true),
        capitals: true,
        colour: Some(look.alert),
        tracking: Some(20),
        ..Run::default()
    };
    then(&draft.space(0, 120));
    then(
        &Style::paragraph("CoverLabel", "Cover Label")
            .on("Normal")
            .size(20, false)
            .colour(look.quiet)
            .space(60, 60),
    );
    then(&Style::paragraph("CoverText", "Cover Text").on("Normal").size(20, false).space(60, 60));
    let confidentiality = Style::paragraph("Confidentiality", "Confidentiality").on("Normal");
    then(&confidentiality.size(19, false).colour(look.quiet).space(360, 0));
}

/// Captions, and what stands at figures.
pub(super) fn captions(then: &mut dyn FnMut(&Style)) {
    let tabs = [Tab { kind: "left", dots: false, at: 1304 }];
    let mut caption = Style::paragraph(CAPTION, "caption").on("Normal").before(BODY).offered();
    caption = caption.size(19, false).space(240, 100).keeps_next().indent(1304, 1304).tabs(&tabs);
    caption.paragraph.whole_words = true;
    then(&caption);
    then(
        &Style::paragraph("Figure", "Figure")
            .on("Normal")
            .before(CAPTION)
            .space(200, 60)
            .line(240)
            .keeps_next()
            .offered(),
    );
    then(&Style::paragraph("FigureText", "Figure Text").on("Normal").size(18, false).space(0, 0).line(240));
    let mut figure_caption = Style::paragraph("FigureCaption", "Figure Caption").on(CAPTION).space(60, 240);
    figure_caption.paragraph.keep_next = Some(false);
    then(&figure_caption);
}

/// Code, quotations and notes.
pub(super) fn passages(look: &Look, then: &mut dyn FnMut(&Style)) {
    let side = |colour| [Border { side: "left", width: 24, space: 8, colour }];
    let (note, warning, quote) = (side(&look.accent), side(look.alert), side(look.line));
    let edge = ["top", "left", "bottom", "right"];
    let edge = edge.map(|side| Border { side, width: 4, space: 4, colour: look.tint });
    let mut code = Style::paragraph(CODE, "Code")
        .on("Normal")
        .boxed(&edge, Some(look.tint))
        .indent(113, 0)
        .space(80, 200)
        .offered();
    code = code
        .run(Run { font: Some(&look.code_font), unchecked: true, size: Some(18), ..Run::default() })
        .line(252);
    code.paragraph.whole_words = true;
    then(&code);
    then(
        &Style::paragraph("Quote", "Quote")
            .on(BODY)
            .colour(look.quiet)
            .indent(BOXED, 0)
            .boxed(&quote, None)
            .offered(),
    );
    let title = Style::paragraph("NoteTitle", "Note Title").on("Normal").before("Note").size(19, true);
    then(&title.space(140, 0).indent(BOXED, 0).boxed(&note, Some(look.tint)).keeps_next());
    let body = Style::paragraph("Note", "Note").on("Normal").space(0, 0).indent(BOXED, 0);
    then(&body.boxed(&note, Some(look.tint)).offered());
    let title = Style::paragraph("WarningTitle", "Warning Title").on("Normal").before("Warning");
    then(
        &title
            .size(19, true)
            .colour(look.alert)
            .space(140, 0)
            .indent(BOXED, 0)
            .boxed(&warning, Some(look.tint))
            .keeps_next(),
    );
    let body = Style::paragraph("Warning", "Warning").on("Normal").space(0, 0).indent(BOXED, 0);
    then(&body.boxed(&warning, Some(look.tint)).offered());
}

/// Definitions, lines, and the ends of sections.
pub(super) fn definitions(look: &Look, then: &mut dyn FnMut(&Style)) {
    let tabs = [Tab { kind: "left", dots: false, at: DEFINITION }];
    then(
        &Style::paragraph("DefinitionTerm", "Definition Term")
            .on("Normal")
            .before("Definition")
            .size(21, true)
            .space(60, 40)
            .keeps_next(),
    );
    then(
        &Style::paragraph("Definition", "Definition")
            .on("Normal")
            .space(0, 80)
            .indent(DEFINITION, 0)
            .offered(),
    );
    then(
        &Style::paragraph("DefinitionLine", "Definition Line")
            .on("Normal")
            .space(0, 80)
            .indent(DEFINITION, DEFINITION)
            .tabs(&tabs),
    );
    let line = [Border { side: "bottom", width: 4, space: 1, colour: look.line }];
    then(
        &Style::paragraph("HorizontalRule", "Horizontal Rule")
            .on("Normal")
            .space(120, 240)
            .boxed(&line, None),
    );
    let mut end = Style::paragraph("SectionEnd", "Section End").on("Normal").size(2, false);
    end.paragraph.spacing = Some(Spacing { before: 0, after: 0, line: Line::Exact(20) });
    then(&end);
}

/// Words in text.
pub(super) fn characters(look: &Look, then: &mut dyn FnMut(&Style)) {
    let base = "DefaultParagraphFont";
    let run = Run::default();
    then(&Style::character("Emphasis", "Emphasis", Run { italic: true, ..run }).on(base).offered());
    then(&Style::character("Strong", "Strong", Run { bold: Some(true), ..run }).on(base).offered());
    let code = Run { font: Some(&look.code_font), unchecked: true, ..run };
    then(&Style::character(INLINE_CODE, "Inline Code", Run { size: Some(19), ..code }).on(base).offered());
    then(&Style::character(TABLE_CODE, "Table Code", Run { size: Some(15), ..code }).on(base));
    then(&Style::character(SMALL_TABLE_CODE, "Table Code Small", Run { size: Some(13), ..code }).on(base));
    let link = Run { colour: Some(look.link), ..run };
    then(&Style::character(LINK, "Hyperlink", Run { underline: Some(true), ..link }).on(base));
    then(&Style::character(REFERENCE, "Cross Reference", link).on(base).offered());
}

/// What stands above and below the text.
pub(super) fn furniture(look: &Look, then: &mut dyn FnMut(&Style)) {
    let tabs = [Tab { kind: "right", dots: false, at: look.text_width }];
    for (id, name) in [("Header", "header"), ("Footer", "footer")] {
        let style = Style::paragraph(id, name).on("Normal").size(17, false).colour(look.quiet);
        then(&style.space(0, 0).line(240).tabs(&tabs));
    }
}
