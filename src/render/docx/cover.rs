//! The cover page.

use crate::document::{Cover, Inline};

use super::body::Body;
use super::picture::Room;
use super::properties::Paragraph;
use super::styles::{COVER_TABLE, INLINE_CODE};

/// How large a logo is at most.
const LOGO: Room = Room { width: 3400, height: 907 };

/// How wide the labels on the cover are.
const LABEL: i32 = 2600;

impl Body<'_> {
    /// The cover.
    pub(super) fn cover(&mut self, cover: &Cover) {
        self.paragraph(styled("CoverLogo"), |body| {
            if let Some(logo) = &cover.logo {
                body.picture(logo, LOGO);
            }
        });
        self.paragraph(styled("Title"), |body| body.inlines(&cover.title, INLINE_CODE));
        for line in &cover.subtitle {
            self.paragraph(styled("Subtitle"), |body| body.inlines(line, INLINE_CODE));
        }
        if self.document.meta.draft {
            self.paragraph(styled("CoverStatus"), |body| body.text("Draft"));
        }
        if !cover.facts.is_empty() {
            self.paragraph(styled("CoverText"), |_| {});
            self.facts(&cover.facts);
        }
        if !self.document.meta.confidentiality.is_empty() {
            self.paragraph(styled("Confidentiality"), |body| body.text(&body.document.meta.confidentiality));
        }
    }

    fn facts(&mut self, facts: &[(Vec<Inline>, Vec<Inline>)]) {
        let widths = [LABEL, self.width - LABEL];
        self.table_begin(COVER_TABLE, &widths, false, "");
        self.cell = Some(0);
        for (label, value) in facts {
            self.xml.open("w:tr", &[]);
            self.row_properties(false, true);
            for (text, width, style) in [(label, widths[0], "CoverLabel"), (value, widths[1], "CoverText")] {
                self.xml.open("w:tc", &[]);
                self.xml.open("w:tcPr", &[]);
                self.xml.empty("w:tcW", &[("w:w", &width), ("w:type", &"dxa")]);
                self.xml.close("w:tcPr");
                self.paragraph(styled(style), |body| body.inlines(text, INLINE_CODE));
                self.xml.close("w:tc");
            }
            self.xml.close("w:tr");
        }
        self.cell = None;
        self.xml.close("w:tbl");
    }
}

fn styled(style: &str) -> Paragraph<'_> {
    Paragraph { style, ..Paragraph::default() }
}
