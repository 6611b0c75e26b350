//! Running text.

use crate::document::{Inline, Target};

use super::body::Body;
use super::measure::Face;
use super::properties::Run;
use super::{runs, styles};

/// What is special about a piece of running text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tone {
    is_bold: bool,
    is_italic: bool,
    is_raised: bool,
    /// The style of the link that it stands in.
    link: &'static str,
    /// The style of codes.
    code: &'static str,
}

impl Body<'_> {
    /// Plain text.
    pub(super) fn text(&mut self, text: &str) {
        self.run(text, Run::default());
    }

    /// Running text whose codes have this style.
    pub(super) fn inlines(&mut self, text: &[Inline], code: &'static str) {
        self.toned(text, Tone { code, ..Tone::default() });
    }

    fn toned(&mut self, text: &[Inline], tone: Tone) {
        for inline in text {
            match inline {
                Inline::Text(text) => self.run(text, tone.run()),
                Inline::Code(code) => self.code(code, tone),
                Inline::Emphasis(inner) => self.toned(inner, Tone { is_italic: true, ..tone }),
                Inline::Strong(inner) => self.toned(inner, Tone { is_bold: true, ..tone }),
                Inline::Link { target: Target::Anchor(anchor), text } => {
                    self.linked(anchor, |body| body.toned(text, Tone { link: styles::REFERENCE, ..tone }));
                }
                Inline::Link { target: Target::Url(url), text } => {
                    let id = self.relationships.link(url);
                    self.xml.open("w:hyperlink", &[("r:id", &id), ("w:history", &1)]);
                    self.toned(text, Tone { link: styles::LINK, ..tone });
                    self.xml.close("w:hyperlink");
                }
                Inline::Reference { anchor, label } => {
                    let tone = Tone { link: styles::REFERENCE, ..tone };
                    let label = label.replace(' ', "\u{a0}");
                    self.linked(anchor, |body| body.run(&label, tone.run()));
                }
                Inline::Footnote { mark, anchor } => {
                    let tone = Tone { link: styles::REFERENCE, is_raised: true, ..tone };
                    self.linked(anchor, |body| body.run(mark, tone.run()));
                }
                Inline::LineBreak => {
                    self.xml.open("w:r", &[]);
                    self.xml.empty("w:br", &[]);
                    self.xml.close("w:r");
                    self.end_line();
                }
            }
        }
    }

    /// A UID, tag or the like.
    fn code(&mut self, code: &str, tone: Tone) {
        let face = self.face;
        self.face = Face { is_code: true, size: face.size - 2, ..face };
        let run = tone.run();
        // A run has one style; what a link looks like is said beside it.
        let colour = (!tone.link.is_empty()).then_some(self.look.link);
        let bold = tone.is_bold.then_some(true);
        self.run(code, Run { style: tone.code, colour, bold, italic: tone.is_italic, ..run });
        self.face = face;
    }

    /// What leads to a place in the document.
    pub(super) fn linked(&mut self, anchor: &str, content: impl FnOnce(&mut Self)) {
        let name = self.bookmarks.name(anchor);
        self.xml.open("w:hyperlink", &[("w:anchor", &name), ("w:history", &1)]);
        content(self);
        self.xml.close("w:hyperlink");
    }

    /// A place that can be led to.
    pub(super) fn bookmarked(&mut self, anchor: &str, content: impl FnOnce(&mut Self)) {
        if anchor.is_empty() {
            return content(self);
        }
        self.pages.mark(anchor);
        let name = self.bookmarks.name(anchor);
        let number = self.bookmarks.number();
        self.xml.empty("w:bookmarkStart", &[("w:id", &number), ("w:name", &name)]);
        content(self);
        self.xml.empty("w:bookmarkEnd", &[("w:id", &number)]);
    }

    /// A run of text; line ends and tabs in it are kept.
    pub(super) fn run(&mut self, text: &str, look: Run) {
        if text.is_empty() {
            return;
        }
        self.line = self.line.saturating_add(self.face.width(text));
        if !text.contains(['\n', '\t']) {
            return runs::text(&mut self.xml, text, look);
        }
        self.xml.open("w:r", &[]);
        look.write(&mut self.xml);
        for (number, line) in text.lines().enumerate() {
            if number > 0 {
                self.xml.empty("w:br", &[]);
                self.end_line();
            }
            for (number, piece) in line.split('\t').enumerate() {
                if number > 0 {
                    self.xml.empty("w:tab", &[]);
                }
                self.xml.text_element("w:t", &[("xml:space", &"preserve")], piece);
            }
        }
        self.xml.close("w:r");
    }

    /// A tab.
    pub(super) fn tab(&mut self) {
        runs::tab(&mut self.xml);
    }

    /// The line is full: what follows begins the next one.
    fn end_line(&mut self) {
        let width = self.width.max(400);
        self.line = self.line.saturating_add(width - self.line % width);
    }
}

impl Tone {
    /// A run of this tone: a style where one says it all.
    fn run(self) -> Run<'static> {
        let Self { is_bold, is_italic, is_raised, link, .. } = self;
        let style = match (link, is_bold, is_italic) {
            ("", true, _) => "Strong",
            ("", false, true) => "Emphasis",
            (link, ..) => link,
        };
        Run {
            style,
            bold: (is_bold && style != "Strong").then_some(true),
            italic: is_italic && style != "Emphasis",
            raised: is_raised,
            ..Run::default()
        }
    }
}
