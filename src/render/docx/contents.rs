//! The table of contents, the lists of tables and figures, and the captions that they list.

use crate::document::Entry;

use super::body::Body;
use super::properties::{Paragraph, Run};
use super::runs;
use super::styles::{self, CAPTION, HEADING_LEVELS};

impl Body<'_> {
    /// The table of contents: a field that Word can fill anew, and what it says until then.
    pub(super) fn contents(&mut self) {
        let entries = &self.document.sections;
        let deepest = entries.iter().map(|entry| entry.level.clamp(1, HEADING_LEVELS)).max().unwrap_or(1);
        let instruction = format!(" TOC \\o \"1-{deepest}\" \\h \\z ");
        let style = |entry: &Entry| format!("TOC{}", entry.level.clamp(1, HEADING_LEVELS));
        self.entries("Table of Contents", &instruction, "", entries, &style);
    }

    /// The list of tables or figures.
    pub(super) fn list_of(&mut self, kind: &'static str) {
        let document = self.document;
        let entries = if kind == "Table" { &document.tables } else { &document.figures };
        let instruction = format!(" TOC \\h \\z \\c \"{kind}\" ");
        self.entries("", &instruction, kind, entries, &|_| "TableofFigures".to_owned());
    }

    fn entries(
        &mut self,
        gallery: &str,
        instruction: &str,
        kind: &str,
        entries: &[Entry],
        style: &dyn Fn(&Entry) -> String,
    ) {
        if entries.is_empty() {
            return;
        }
        if !gallery.is_empty() {
            self.xml.open("w:sdt", &[]);
            self.xml.open("w:sdtPr", &[]);
            self.xml.open("w:docPartObj", &[]);
            self.xml.value("w:docPartGallery", gallery);
            self.xml.flag("w:docPartUnique", true);
            self.xml.close("w:docPartObj");
            self.xml.close("w:sdtPr");
            self.xml.open("w:sdtContent", &[]);
        }
        let last = entries.len() - 1;
        for (index, entry) in entries.iter().enumerate() {
            let style = style(entry);
            self.paragraph(Paragraph { style: &style, ..Paragraph::default() }, |body| {
                if index == 0 {
                    runs::field_begin(&mut body.xml, instruction, Run::default());
                }
                body.linked(&entry.anchor, |body| body.entry(entry, kind));
                if index == last {
                    runs::field_end(&mut body.xml, Run::default());
                }
            });
        }
        if !gallery.is_empty() {
            self.xml.close("w:sdtContent");
            self.xml.close("w:sdt");
        }
    }

    /// Number, title and page.
    fn entry(&mut self, entry: &Entry, kind: &str) {
        if !entry.number.is_empty() {
            let number =
                if kind.is_empty() { entry.number.clone() } else { format!("{kind}\u{a0}{}", entry.number) };
            self.text(&number);
            self.tab();
        }
        self.text(&entry.title);
        let hidden = Run { web_hidden: true, ..Run::default() };
        self.xml.open("w:r", &[]);
        hidden.write(&mut self.xml);
        self.xml.empty("w:tab", &[]);
        self.xml.close("w:r");
        let name = self.bookmarks.name(&entry.anchor);
        runs::field_begin(&mut self.xml, &format!(" PAGEREF {name} \\h "), hidden);
        self.xml.open("w:r", &[]);
        hidden.write(&mut self.xml);
        self.xml.open("w:t", &[]);
        self.xml.text("");
        self.holes.push((self.xml.len(), entry.anchor.clone()));
        self.xml.close("w:t");
        self.xml.close("w:r");
        runs::field_end(&mut self.xml, hidden);
    }

    /// The caption of a table or figure, which Word lists.
    pub(super) fn caption(
        &mut self,
        kind: &'static str,
        number: &str,
        caption: &str,
        anchor: &str,
        below: bool,
    ) {
        if caption.is_empty() {
            return;
        }
        let style = if below { styles::FIGURE_CAPTION } else { CAPTION };
        self.paragraph(Paragraph { style, ..Paragraph::default() }, |body| {
            body.bookmarked(anchor, |body| {
                if number.is_empty() {
                    body.sequence(kind, "\\h \\c", "");
                } else {
                    body.label(kind, number);
                    body.tab();
                }
                body.text(caption);
            });
        });
    }

    /// `Table 4.2-7`: its last number is what Word counts, or told what to count, so that it stays what it is.
    fn label(&mut self, kind: &'static str, number: &str) {
        let bold = Run { style: "Strong", ..Run::default() };
        let stem = number.trim_end_matches(|letter: char| letter.is_ascii_digit());
        self.run(&format!("{kind}\u{a0}{stem}"), bold);
        let digits = &number[stem.len()..];
        let Ok(counted) = digits.parse::<u32>() else {
            self.run(digits, bold);
            return self.sequence(kind, "\\h \\c", "");
        };
        let count = self.counts.entry(kind).or_default();
        let follows = *count + 1 == counted && !digits.starts_with('0');
        *count = counted;
        let switch = if follows { "\\* ARABIC".to_owned() } else { format!("\\r {counted} \\* ARABIC") };
        self.sequence(kind, &switch, digits);
    }

    fn sequence(&mut self, kind: &str, switches: &str, shown: &str) {
        let bold = Run { style: "Strong", ..Run::default() };
        let instruction = format!(" SEQ {kind} {switches} ");
        runs::field_begin(&mut self.xml, &instruction, bold);
        self.run(shown, bold);
        runs::field_end(&mut self.xml, bold);
    }
}
