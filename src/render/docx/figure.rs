//! Figures and logos.

use crate::document::{Figure, Picture};

use super::body::Body;
use super::numbering::Lists;
use super::properties::Paragraph;

impl Body<'_> {
    /// A figure, its caption below, and what it says where nothing else says it.
    pub(super) fn figure(&mut self, figure: &Figure) {
        let is_captioned = !figure.caption.is_empty();
        self.paragraph(Paragraph { style: "Figure", ..Paragraph::default() }, |body| {
            let anchor = if is_captioned { "" } else { figure.anchor.as_str() };
            let width = body.width;
            body.bookmarked(anchor, |body| body.picture(&figure.picture, width));
        });
        self.caption("Figure", &figure.number, &figure.caption, &figure.anchor, true);
        let bullets = Lists::bullets(false);
        for words in &figure.picture.words {
            let item = Some((bullets, 0));
            self.paragraph(Paragraph { style: "FigureWords", item, ..Paragraph::default() }, |body| {
                body.text(words);
            });
        }
    }

    /// A picture, at most so wide.
    pub(super) fn picture(&mut self, picture: &Picture, _width: i32) {
        self.text(&picture.description);
    }
}
