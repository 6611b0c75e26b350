//! Figures and logos.

use crate::document::Figure;

use super::body::Body;
use super::picture::Room;
use super::properties::Paragraph;

/// How much of the page is left to the caption of a picture.
const CAPTION: i32 = 1400;

impl Body<'_> {
    /// A figure, and its caption below.
    pub(super) fn figure(&mut self, figure: &Figure) {
        let is_captioned = !figure.caption.is_empty();
        self.paragraph(Paragraph { style: "Figure", ..Paragraph::default() }, |body| {
            let anchor = if is_captioned { "" } else { figure.anchor.as_str() };
            let room = Room { width: body.width, height: body.page().text_height() - CAPTION };
            body.bookmarked(anchor, |body| body.picture(&figure.picture, room));
        });
        self.caption("Figure", &figure.number, &figure.caption, &figure.anchor, true);
    }
}
