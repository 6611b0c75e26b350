//! `Style`: what a style of Word is made of.

use super::properties::{Border, Indent, Line, Paragraph, Run, Spacing, Tab, borders, shade};
use super::xml::Xml;

/// A style.
#[derive(Debug, Clone, Default)]
pub(super) struct Style<'a> {
    /// What it is for: `paragraph`, `character`, `table`.
    pub(super) kind: &'static str,
    /// What the text of the document calls it.
    pub(super) id: String,
    /// What people and other documents call it. Word knows some names and translates them.
    pub(super) name: String,
    /// The id of the style that it begins with.
    pub(super) based_on: &'static str,
    /// The id of the style of the paragraph after it.
    pub(super) next: &'static str,
    /// Whether it is the default of its kind.
    pub(super) is_default: bool,
    /// Whether Word offers it in its gallery.
    pub(super) is_offered: bool,
    pub(super) paragraph: Paragraph<'a>,
    pub(super) run: Run<'a>,
    /// What tables of this style look like.
    pub(super) table: Option<TableLook<'a>>,
}

/// What a table looks like.
#[derive(Debug, Clone, Copy)]
pub(super) struct TableLook<'a> {
    pub(super) borders: &'a [Border<'a>],
    /// Above, at the sides of and below the text of a cell.
    pub(super) margins: (i32, i32, i32),
    /// What cells of the first row look like.
    pub(super) header: Option<HeaderLook<'a>>,
}

/// What the first row of a table looks like.
#[derive(Debug, Clone, Copy)]
pub(super) struct HeaderLook<'a> {
    pub(super) shade: &'a str,
    pub(super) borders: &'a [Border<'a>],
}

impl<'a> Style<'a> {
    /// A style of paragraphs.
    pub(super) fn paragraph(id: &str, name: &str) -> Self {
        Self { kind: "paragraph", id: id.to_owned(), name: name.to_owned(), ..Self::default() }
    }

    /// A style of runs.
    pub(super) fn character(id: &str, name: &str, run: Run<'a>) -> Self {
        Self { kind: "character", id: id.to_owned(), name: name.to_owned(), run, ..Self::default() }
    }

    /// Begins with another style.
    pub(super) fn on(mut self, id: &'static str) -> Self {
        self.based_on = id;
        self
    }

    /// Is followed by another style.
    pub(super) fn before(mut self, id: &'static str) -> Self {
        self.next = id;
        self
    }

    /// Is offered in the gallery.
    pub(super) fn offered(mut self) -> Self {
        self.is_offered = true;
        self
    }

    /// Sets the runs.
    pub(super) fn run(mut self, run: Run<'a>) -> Self {
        self.run = run;
        self
    }

    /// Sets size in half points and weight.
    pub(super) fn size(mut self, size: i32, is_bold: bool) -> Self {
        self.run.size = Some(size);
        self.run.bold = is_bold.then_some(true);
        self
    }

    /// Sets the colour.
    pub(super) fn colour(mut self, colour: &'a str) -> Self {
        self.run.colour = Some(colour);
        self
    }

    /// Sets the space above and below.
    pub(super) fn space(mut self, before: i32, after: i32) -> Self {
        let line = self.paragraph.spacing.unwrap_or_default().line;
        self.paragraph.spacing = Some(Spacing { before, after, line });
        self
    }

    /// Sets the height of lines in 240ths.
    pub(super) fn line(mut self, share: i32) -> Self {
        let spacing = self.paragraph.spacing.unwrap_or_default();
        self.paragraph.spacing = Some(Spacing { line: Line::Share(share), ..spacing });
        self
    }

    /// Moves in.
    pub(super) fn indent(mut self, left: i32, hanging: i32) -> Self {
        self.paragraph.indent = Some(Indent::left(left, hanging));
        self
    }

    /// Sets tab stops.
    pub(super) fn tabs(mut self, tabs: &'a [Tab]) -> Self {
        self.paragraph.tabs = tabs;
        self
    }

    /// Sets borders and what is behind.
    pub(super) fn boxed(mut self, borders: &'a [Border<'a>], shade: Option<&'a str>) -> Self {
        self.paragraph.borders = borders;
        self.paragraph.shade = shade;
        self
    }

    /// Stays with the next paragraph, whole.
    pub(super) fn keeps_next(mut self) -> Self {
        self.paragraph.keep_next = Some(true);
        self.paragraph.keep_lines = true;
        self
    }

    /// Writes the style.
    pub(super) fn write(&self, xml: &mut Xml) {
        let (kind, id) = (&self.kind, &self.id);
        if self.is_default {
            xml.open("w:style", &[("w:type", kind), ("w:default", &1), ("w:styleId", id)]);
        } else {
            xml.open("w:style", &[("w:type", kind), ("w:styleId", id)]);
        }
        xml.value("w:name", &self.name);
        if !self.based_on.is_empty() {
            xml.value("w:basedOn", self.based_on);
        }
        if !self.next.is_empty() {
            xml.value("w:next", self.next);
        }
        xml.flag("w:qFormat", self.is_offered);
        self.paragraph.write(xml);
        self.run.write(xml);
        if let Some(look) = &self.table {
            look.write(xml);
        }
        xml.close("w:style");
    }
}

impl TableLook<'_> {
    fn write(&self, xml: &mut Xml) {
        let (top, side, bottom) = self.margins;
        xml.open("w:tblPr", &[]);
        xml.empty("w:tblInd", &[("w:w", &0), ("w:type", &"dxa")]);
        borders(xml, "w:tblBorders", self.borders);
        xml.open("w:tblCellMar", &[]);
        for (name, width) in [("w:top", top), ("w:left", side), ("w:bottom", bottom), ("w:right", side)] {
            xml.empty(name, &[("w:w", &width), ("w:type", &"dxa")]);
        }
        xml.close("w:tblCellMar");
        xml.close("w:tblPr");
        if let Some(header) = self.header {
            xml.open("w:tblStylePr", &[("w:type", &"firstRow")]);
            Run { bold: Some(true), ..Run::default() }.write(xml);
            xml.open("w:tcPr", &[]);
            borders(xml, "w:tcBorders", header.borders);
            shade(xml, Some(header.shade));
            xml.close("w:tcPr");
            xml.close("w:tblStylePr");
        }
    }
}
