//! What stands in the margins of every page.

use std::collections::HashMap;

use crate::document::{Alignment, Inline};
use crate::render::typeset::Setter;
use crate::render::typeset::font::Style;
use crate::render::typeset::paragraph::{Line, TextStyle};
use crate::render::typeset::structure::Structure;

use super::{Colour, Ink, Margins, Mark, Page};

/// How the margins are set.
const MARGIN: TextStyle = TextStyle {
    face: Style { is_code: false, is_bold: false, is_italic: false },
    size: 8.0,
    colour: Colour(0x56, 0x60, 0x6b),
    leading: 1.3,
    alignment: Alignment::Start,
    is_hyphenated: false,
};

/// The word that drafts bear.
const DRAFT: TextStyle = TextStyle {
    face: Style { is_code: false, is_bold: true, is_italic: false },
    colour: Colour(0x9a, 0x34, 0x12),
    ..MARGIN
};

const LINE: Colour = Colour(0xd5, 0xda, 0xe0);

/// A line of text in a margin, and where it stands in it.
struct Words<'t> {
    text: &'t str,
    style: TextStyle,
    alignment: Alignment,
    /// How much of the margin it may take.
    share: f32,
}

impl Setter<'_> {
    /// Header and footer of all pages that have them.
    pub(super) fn furnish(&mut self, pages: &mut [Page], bare: &[bool]) {
        let chapters = self.chapters(pages);
        let meta = &self.document.meta;
        let product = if meta.product.is_empty() { meta.title.clone() } else { meta.product.clone() };
        let parts = [meta.version.as_str(), meta.date.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let (version, is_draft) = (parts.join(" \u{b7} "), meta.draft);
        let confidentiality = meta.confidentiality.clone();
        let count = pages.len();
        for (place, page) in pages.iter_mut().enumerate() {
            if bare.get(place) == Some(&true) {
                continue;
            }
            let number = format!("Page {} of {count}", place + 1);
            let head = if is_draft { 0.36 } else { 0.48 };
            let words = |text, alignment, share| Words { text, style: MARGIN, alignment, share };
            page.header = self.margin(
                page,
                34.0,
                &[
                    words(&product, Alignment::Start, head),
                    Words {
                        text: if is_draft { "D\u{200a}R\u{200a}A\u{200a}F\u{200a}T" } else { "" },
                        style: DRAFT,
                        alignment: Alignment::Center,
                        share: 0.2,
                    },
                    words(&chapters[place], Alignment::End, head),
                ],
            );
            let side = if confidentiality.is_empty() { 0.5 } else { 0.27 };
            page.footer = self.margin(
                page,
                page.height - 38.0,
                &[
                    words(&version, Alignment::Start, side),
                    words(&confidentiality, Alignment::Center, 0.44),
                    words(&number, Alignment::End, side),
                ],
            );
            let Margins { left, right, .. } = Margins::of(page.width > page.height);
            let ink = Ink::Area { width: page.width - left - right, height: 0.5, colour: LINE };
            page.header.push(Mark { x: left, y: 48.0, owner: None, ink });
        }
    }

    /// A line of a margin whose top is at `y`.
    fn margin(&mut self, page: &Page, y: f32, words: &[Words]) -> Vec<Mark> {
        let Margins { left, right, .. } = Margins::of(page.width > page.height);
        let width = page.width - left - right;
        let mut marks = Vec::new();
        for Words { text, style, alignment, share } in words {
            let Some(line) = self.furniture_line_within(text, *style, width * share) else { continue };
            let free = width - line.width;
            let x = match alignment {
                Alignment::Start => 0.0,
                Alignment::Center => free / 2.0,
                Alignment::End => free,
            };
            marks.extend(line.marks.into_iter().map(|mark| mark.moved(left + x, y)));
        }
        marks
    }

    /// A line that nobody owns; `None` for nothing.
    pub(super) fn furniture_line(&mut self, text: &str, style: TextStyle) -> Option<Line> {
        self.furniture_line_within(text, style, f32::INFINITY)
    }

    /// What of a text fits a line of this width.
    fn furniture_line_within(&mut self, text: &str, style: TextStyle, width: f32) -> Option<Line> {
        // A structure of its own: furniture is no part of the document's.
        let structure = std::mem::replace(&mut self.structure, Structure::new());
        let paragraph = self.paragraph(&[Inline::Text(text.to_owned())], style, Structure::ROOT);
        self.structure = structure;
        let mut line = paragraph.lines(width).into_iter().next()?;
        line.marks.retain(|mark| matches!(mark.ink, Ink::Text(_)));
        for mark in &mut line.marks {
            mark.owner = None;
        }
        Some(line)
    }

    /// For each page, the chapter that it shows.
    fn chapters(&self, pages: &[Page]) -> Vec<String> {
        let chapters = self.document.sections.iter().filter(|entry| entry.level == 1);
        let titles: HashMap<&str, String> = chapters
            .map(|entry| (entry.anchor.as_str(), format!("{} {}", entry.number, entry.title)))
            .collect();
        let mut current = String::new();
        let mut shown = Vec::with_capacity(pages.len());
        for page in pages {
            for mark in &page.marks {
                if let Ink::Anchor(anchor) = &mark.ink
                    && let Some(title) = titles.get(anchor.as_str())
                {
                    title.trim().clone_into(&mut current);
                }
            }
            shown.push(current.clone());
        }
        shown
    }
}
