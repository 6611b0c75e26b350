//! The cover page.

use crate::document::{Cover, Inline, Picture};
use crate::render::typeset::Setter;
use crate::render::typeset::font::Style;
use crate::render::typeset::page::{Ink, Mark};
use crate::render::typeset::paragraph::TextStyle;
use crate::render::typeset::strip::{Break, Galley, Strip};
use crate::render::typeset::structure::{ListKind, NodeId, Role, Structure};

use super::figure::natural_size;
use super::{ALERT, BODY, LINE, QUIET, beside, line_strips};

/// How far the title is below the text area's top.
const TOP: f32 = 110.0;

/// How high a logo is, and how wide at most.
const LOGO: (f32, f32) = (40.0, 220.0);

/// How wide the labels of the facts are.
const LABELS: f32 = 130.0;

impl<'d> Setter<'d> {
    /// The cover page.
    pub(super) fn cover(&mut self, cover: &'d Cover, width: f32) -> Vec<Galley> {
        let mut strips = vec![Strip { height: TOP, marks: vec![self.top_line()], ..Strip::default() }];
        if let Some(logo) = &cover.logo {
            strips.push(self.logo(logo));
            strips.push(Strip::gap(26.0));
        }
        let plain = TextStyle { is_hyphenated: false, ..BODY };
        let bold = Style { is_bold: true, ..Style::default() };
        if self.document.meta.draft {
            let style = TextStyle { face: bold, size: 9.0, colour: ALERT, ..plain };
            strips.extend(self.cover_line(
                &[Inline::Text("DRAFT".to_owned())],
                style,
                width,
                Role::Paragraph,
            ));
            strips.push(Strip::gap(6.0));
        }
        let style = TextStyle { face: bold, size: 26.0, leading: 1.18, ..plain };
        strips.extend(self.cover_line(&cover.title, style, width, Role::Title));
        strips.push(Strip::gap(8.0));
        for line in &cover.subtitle {
            let style = TextStyle { size: 13.0, colour: QUIET, leading: 1.35, ..plain };
            strips.extend(self.cover_line(line, style, width, Role::Paragraph));
        }
        strips.push(Strip::gap(34.0));
        strips.extend(self.facts(cover, plain, width));
        let confidentiality = &self.document.meta.confidentiality;
        if !confidentiality.is_empty() {
            strips.push(Strip::gap(16.0));
            let style = TextStyle { size: 9.0, colour: QUIET, ..plain };
            let text = [Inline::Text(confidentiality.clone())];
            strips.extend(self.cover_line(&text, style, width, Role::Paragraph));
        }
        vec![Galley { strips, is_on_new_page: true, is_bare: true, ..Galley::default() }]
    }

    /// A short line in the accent of the document.
    fn top_line(&self) -> Mark {
        let ink = Ink::Area { width: 56.0, height: 4.0, colour: self.accent() };
        Mark { x: 0.0, y: TOP - 34.0, owner: None, ink }
    }

    fn cover_line(&mut self, text: &[Inline], style: TextStyle, width: f32, role: Role) -> Vec<Strip> {
        let node = self.structure.add(Structure::ROOT, role);
        line_strips(self.paragraph(text, style, node).lines(width))
    }

    fn logo(&mut self, logo: &'d Picture) -> Strip {
        let words = if logo.description.is_empty() { "Logo" } else { &logo.description };
        let node = self.structure.add(Structure::ROOT, Role::Figure(words.to_owned()));
        let (width, height) = natural_size(&logo.image);
        let scale = (LOGO.0 / height.max(0.1)).min(LOGO.1 / width.max(0.1));
        let marks = self.pictured(logo, scale, node);
        Strip { height: height * scale, marks, ..Strip::default() }
    }

    /// What is stated about the document, between thin lines.
    fn facts(&mut self, cover: &Cover, style: TextStyle, width: f32) -> Vec<Strip> {
        if cover.facts.is_empty() {
            return Vec::new();
        }
        let list = self.structure.add(Structure::ROOT, Role::List(ListKind::Terms));
        let mut strips = Vec::new();
        for (label, value) in &cover.facts {
            strips.extend(self.fact((label, value), style, width, list));
        }
        strips.push(Strip { height: 0.5, marks: vec![line(width)], ..Strip::default() });
        strips
    }

    fn fact(
        &mut self,
        (label, value): (&[Inline], &[Inline]),
        style: TextStyle,
        width: f32,
        list: NodeId,
    ) -> Vec<Strip> {
        let item = self.structure.add(list, Role::Item);
        let node = self.structure.add(item, Role::Label);
        let label = self.paragraph(label, TextStyle { colour: QUIET, ..style }, node);
        let node = self.structure.add(item, Role::ItemBody);
        let value = self.paragraph(value, style, node);
        let values = line_strips(value.lines(width - LABELS));
        let mut strips = beside(label.lines(LABELS - 10.0), values, LABELS);
        for strip in &mut strips {
            strip.after = Break::Forbidden;
        }
        if let Some(first) = strips.first_mut() {
            first.shift(0.0, 5.0);
            first.height += 5.0;
            first.marks.insert(0, line(width));
        }
        if let Some(last) = strips.last_mut() {
            last.height += 5.0;
            last.after = Break::Good;
        }
        strips
    }
}

/// A thin line above.
fn line(width: f32) -> Mark {
    Mark { x: 0.0, y: 0.0, owner: None, ink: Ink::Area { width, height: 0.5, colour: LINE } }
}
