//! What paragraphs, runs, tables and cells look like. Each is written in the order of the schema, by one function.

use super::xml::Xml;

/// How a paragraph looks, in a style or by itself. Lengths are twentieths of a point.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Paragraph<'a> {
    /// The id of its style.
    pub(super) style: &'a str,
    /// Whether it stays on the page of the next paragraph, where that is said.
    pub(super) keep_next: Option<bool>,
    /// Whether its lines stay on one page.
    pub(super) keep_lines: bool,
    /// Whether it begins a page.
    pub(super) page_break_before: bool,
    /// The list it is an item of, and the level from 0.
    pub(super) item: Option<(u32, u8)>,
    /// Lines around it.
    pub(super) borders: &'a [Border<'a>],
    /// The colour behind it.
    pub(super) shade: Option<&'a str>,
    /// Its tab stops.
    pub(super) tabs: &'a [Tab],
    /// Whether words are never divided.
    pub(super) whole_words: bool,
    /// The space around it.
    pub(super) spacing: Option<Spacing>,
    /// The space above it, where only that differs from the style.
    pub(super) space_before: Option<i32>,
    /// How far it is moved in.
    pub(super) indent: Option<Indent>,
    /// Whether there is no space between it and its like.
    pub(super) contextual_spacing: bool,
    /// How its text is aligned: `center`, `right`.
    pub(super) alignment: Option<&'static str>,
    /// Its level in the outline, from 0.
    pub(super) outline: Option<u8>,
}

/// A line at a side.
#[derive(Debug, Clone, Copy)]
pub(super) struct Border<'a> {
    /// The side: `top`, `left`, `bottom`, `right`, `insideH`, `insideV`.
    pub(super) side: &'static str,
    /// The width in eighths of a point; none at all if it is 0.
    pub(super) width: i32,
    /// The distance from the text in points.
    pub(super) space: i32,
    /// The colour.
    pub(super) colour: &'a str,
}

/// A tab stop.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tab {
    /// What it does: `left`, `center`, `right`.
    pub(super) kind: &'static str,
    /// Whether dots lead to it.
    pub(super) dots: bool,
    /// Where it is.
    pub(super) at: i32,
}

/// Space above, below and between lines.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Spacing {
    pub(super) before: i32,
    pub(super) after: i32,
    pub(super) line: Line,
}

/// How high a line is.
#[derive(Debug, Clone, Copy, Default)]
pub(super) enum Line {
    /// As the style says.
    #[default]
    Inherited,
    /// In 240ths of a single line.
    Share(i32),
    /// Exactly, in twentieths of a point.
    Exact(i32),
}

/// How far a paragraph is moved in; the first line hangs out of it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Indent {
    pub(super) left: i32,
    pub(super) hanging: i32,
}

impl Paragraph<'_> {
    /// What stands in `w:pPr`, before the properties of its mark and of its section.
    pub(super) fn write_inner(&self, xml: &mut Xml) {
        if !self.style.is_empty() {
            xml.value("w:pStyle", self.style);
        }
        switch(xml, "w:keepNext", self.keep_next);
        xml.flag("w:keepLines", self.keep_lines);
        xml.flag("w:pageBreakBefore", self.page_break_before);
        if let Some((list, level)) = self.item {
            xml.open("w:numPr", &[]);
            xml.value("w:ilvl", level);
            xml.value("w:numId", list);
            xml.close("w:numPr");
        }
        borders(xml, "w:pBdr", self.borders);
        shade(xml, self.shade);
        if !self.tabs.is_empty() {
            xml.open("w:tabs", &[]);
            for tab in self.tabs {
                let leader = if tab.dots { "dot" } else { "none" };
                xml.empty("w:tab", &[("w:val", &tab.kind), ("w:leader", &leader), ("w:pos", &tab.at)]);
            }
            xml.close("w:tabs");
        }
        xml.flag("w:suppressAutoHyphens", self.whole_words);
        if let Some(spacing) = self.spacing {
            spacing.write(xml);
        } else if let Some(before) = self.space_before {
            xml.empty("w:spacing", &[("w:before", &before)]);
        }
        if let Some(indent) = self.indent {
            indent.write(xml);
        }
        xml.flag("w:contextualSpacing", self.contextual_spacing);
        if let Some(alignment) = self.alignment {
            xml.value("w:jc", alignment);
        }
        if let Some(level) = self.outline {
            xml.value("w:outlineLvl", level);
        }
    }

    /// `w:pPr`, if there is anything to say.
    pub(super) fn write(&self, xml: &mut Xml) {
        let mut inner = Xml::fragment();
        self.write_inner(&mut inner);
        if inner.len() > 0 {
            xml.open("w:pPr", &[]);
            xml.raw(&inner.finish());
            xml.close("w:pPr");
        }
    }
}

impl Spacing {
    fn write(self, xml: &mut Xml) {
        let (before, after) = (self.before, self.after);
        match self.line {
            Line::Inherited => xml.empty("w:spacing", &[("w:before", &before), ("w:after", &after)]),
            Line::Share(line) => xml.empty(
                "w:spacing",
                &[("w:before", &before), ("w:after", &after), ("w:line", &line), ("w:lineRule", &"auto")],
            ),
            Line::Exact(line) => xml.empty(
                "w:spacing",
                &[("w:before", &before), ("w:after", &after), ("w:line", &line), ("w:lineRule", &"exact")],
            ),
        }
    }
}

impl Indent {
    /// Moved in at the left, all lines alike or the first one less.
    pub(super) const fn left(left: i32, hanging: i32) -> Self {
        Self { left, hanging }
    }

    fn write(self, xml: &mut Xml) {
        let Self { left, hanging } = self;
        let first = if hanging > 0 { ("w:hanging", hanging) } else { ("w:firstLine", 0) };
        xml.empty("w:ind", &[("w:left", &left), (first.0, &first.1)]);
    }
}

/// Lines at the sides of something, in the order of the schema.
pub(super) fn borders(xml: &mut Xml, name: &str, borders: &[Border]) {
    if borders.is_empty() {
        return;
    }
    xml.open(name, &[]);
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        for border in borders.iter().filter(|border| border.side == side) {
            let Border { width, space, colour, .. } = border;
            let kind = if *width > 0 { "single" } else { "nil" };
            let name = format!("w:{side}");
            if *width > 0 {
                xml.empty(
                    &name,
                    &[("w:val", &kind), ("w:sz", width), ("w:space", space), ("w:color", colour)],
                );
            } else {
                xml.empty(&name, &[("w:val", &kind)]);
            }
        }
    }
    xml.close(name);
}

/// A colour behind something.
pub(super) fn shade(xml: &mut Xml, colour: Option<&str>) {
    if let Some(colour) = colour {
        xml.empty("w:shd", &[("w:val", &"clear"), ("w:color", &"auto"), ("w:fill", &colour)]);
    }
}

/// How a run of text looks, in a style or by itself.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Run<'a> {
    /// The id of its style.
    pub(super) style: &'a str,
    /// The font.
    pub(super) font: Option<&'a str>,
    /// Whether it is bold, where that is said.
    pub(super) bold: Option<bool>,
    /// Whether it is italic.
    pub(super) italic: bool,
    /// Whether its letters are capitals.
    pub(super) capitals: bool,
    /// Whether spelling is left alone.
    pub(super) unchecked: bool,
    /// Whether it is not shown on the screen of a web page.
    pub(super) web_hidden: bool,
    /// The colour.
    pub(super) colour: Option<&'a str>,
    /// Space between letters, in twentieths of a point.
    pub(super) tracking: Option<i32>,
    /// The size in half points.
    pub(super) size: Option<i32>,
    /// Whether it is underlined, where that is said.
    pub(super) underline: Option<bool>,
    /// Whether it is raised.
    pub(super) raised: bool,
}

impl Run<'_> {
    /// `w:rPr`, if there is anything to say.
    pub(super) fn write(&self, xml: &mut Xml) {
        let mut inner = Xml::fragment();
        self.write_inner(&mut inner);
        if inner.len() > 0 {
            xml.open("w:rPr", &[]);
            xml.raw(&inner.finish());
            xml.close("w:rPr");
        }
    }

    fn write_inner(&self, xml: &mut Xml) {
        if !self.style.is_empty() {
            xml.value("w:rStyle", self.style);
        }
        if let Some(font) = self.font {
            xml.empty("w:rFonts", &[("w:ascii", &font), ("w:hAnsi", &font), ("w:cs", &font)]);
        }
        switch(xml, "w:b", self.bold);
        switch(xml, "w:bCs", self.bold);
        xml.flag("w:i", self.italic);
        xml.flag("w:iCs", self.italic);
        xml.flag("w:caps", self.capitals);
        xml.flag("w:noProof", self.unchecked);
        xml.flag("w:webHidden", self.web_hidden);
        if let Some(colour) = self.colour {
            xml.value("w:color", colour);
        }
        if let Some(tracking) = self.tracking {
            xml.value("w:spacing", tracking);
        }
        if let Some(size) = self.size {
            xml.value("w:sz", size);
            xml.value("w:szCs", size);
        }
        if let Some(underline) = self.underline {
            xml.value("w:u", if underline { "single" } else { "none" });
        }
        if self.raised {
            xml.value("w:vertAlign", "superscript");
        }
    }
}

fn switch(xml: &mut Xml, name: &str, is_on: Option<bool>) {
    match is_on {
        Some(true) => xml.empty(name, &[]),
        Some(false) => xml.value(name, 0),
        None => {}
    }
}
