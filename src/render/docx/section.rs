//! Sections: pages of one size and direction, with what stands above and below their text.

use crate::document::Meta;

use super::look::{Look, Page};
use super::properties::{Border, Paragraph, Run, Tab};
use super::runs::{field, tab, text};
use super::xml::{Attribute, Xml};
use super::{RELATIONSHIPS, WORD};

/// What a section is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The cover: nothing above or below.
    Cover,
    /// Upright pages.
    Upright,
    /// Pages on their side, for tables that need the width.
    Turned,
}

/// The ids of the parts that stand above and below the text.
#[derive(Debug, Clone, Default)]
pub(super) struct Furniture {
    pub(super) header: String,
    pub(super) footer: String,
}

/// Writes the properties of a section that begins on a new page.
pub(super) fn write(xml: &mut Xml, kind: Kind, page: Page, furniture: &Furniture) {
    xml.open("w:sectPr", &[]);
    if kind != Kind::Cover {
        let Furniture { header, footer } = furniture;
        xml.empty("w:headerReference", &[("w:type", &"default"), ("r:id", header)]);
        xml.empty("w:footerReference", &[("w:type", &"default"), ("r:id", footer)]);
    }
    xml.value("w:type", "nextPage");
    let Page { width, height, left, right, top, bottom, header, footer } =
        if kind == Kind::Turned { page.turned() } else { page };
    let mut size: Vec<Attribute> = vec![("w:w", &width), ("w:h", &height)];
    if kind == Kind::Turned {
        size.push(("w:orient", &"landscape"));
    }
    xml.empty("w:pgSz", &size);
    xml.empty(
        "w:pgMar",
        &[
            ("w:top", &top),
            ("w:right", &right),
            ("w:bottom", &bottom),
            ("w:left", &left),
            ("w:header", &header),
            ("w:footer", &footer),
            ("w:gutter", &0),
        ],
    );
    xml.empty("w:cols", &[("w:space", &708)]);
    xml.close("w:sectPr");
}

/// What stands above the text: the product, and whether the document is a draft.
pub(super) fn header(meta: &Meta, look: &Look, width: i32) -> Vec<u8> {
    let name = if meta.product.is_empty() { &meta.title } else { &meta.product };
    let line = [Border { side: "bottom", width: 4, space: 4, colour: look.line }];
    part("w:hdr", |xml| {
        paragraph(xml, "Header", width, look, &line, |xml| {
            text(xml, name, Run::default());
            if meta.draft {
                tab(xml);
                let alert = Some(look.alert);
                text(
                    xml,
                    "DRAFT",
                    Run { bold: Some(true), colour: alert, tracking: Some(30), ..Run::default() },
                );
            }
        });
    })
}

/// What stands below the text: version and date of the document, the number of the page, who may read it.
pub(super) fn footer(meta: &Meta, look: &Look, width: i32, pages: u32) -> Vec<u8> {
    let stated: Vec<&str> =
        [&meta.version, &meta.date].into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    let line = [Border { side: "top", width: 4, space: 4, colour: look.line }];
    part("w:ftr", |xml| {
        paragraph(xml, "Footer", width, look, &line, |xml| {
            text(xml, &stated.join(" · "), Run::default());
            tab(xml);
            text(xml, "Page ", Run::default());
            field(xml, " PAGE ", "1", Run::default());
            text(xml, " of ", Run::default());
            field(xml, " NUMPAGES ", &pages.to_string(), Run::default());
        });
        if !meta.confidentiality.is_empty() {
            paragraph(xml, "Footer", width, look, &[], |xml| {
                text(xml, &meta.confidentiality, Run::default());
            });
        }
    })
}

fn part(name: &str, content: impl FnOnce(&mut Xml)) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open(name, &[("xmlns:w", &WORD), ("xmlns:r", &RELATIONSHIPS)]);
    content(&mut xml);
    xml.close(name);
    xml.finish()
}

/// A paragraph whose tab leads to the right side, whatever the width of the page.
fn paragraph(
    xml: &mut Xml,
    style: &str,
    width: i32,
    look: &Look,
    lines: &[Border],
    content: impl FnOnce(&mut Xml),
) {
    let tabs = [
        Tab { kind: "clear", dots: false, at: look.text_width },
        Tab { kind: "right", dots: false, at: width },
    ];
    let tabs = if width == look.text_width { &[][..] } else { &tabs };
    xml.open("w:p", &[]);
    Paragraph { style, tabs, borders: lines, ..Paragraph::default() }.write(xml);
    content(xml);
    xml.close("w:p");
}
