//! What an HTML page says.

use super::element::{Content, Element};
use super::said::Said;

/// What a page says.
pub(super) fn said(page: &str) -> Said {
    let main = page.find("<main").unwrap();
    let end = page.find("</main>").unwrap();
    let mut said = Said::default();
    read(&Element::read(&format!("{}</main>", &page[main..end])), &mut said);
    said.normal()
}

fn read(element: &Element, said: &mut Said) {
    for child in element.children() {
        let class = child.attribute("class");
        match child.name.as_str() {
            // The cover, the lists of places, and what stands in a picture.
            "header" | "nav" | "svg" => continue,
            "div" if class.starts_with("contents") => continue,
            "h2" | "h3" | "h4" | "h5" | "h6" => said.sections.push(text(child)),
            "caption" | "figcaption" => said.captions.push(text(child)),
            "td" | "th" => said.cells.push(text(child)),
            "div" if child.attribute("role") == "doc-footnote" => said.notes.push(text(child)),
            "details" => {
                let list = child.child("ol").unwrap();
                said.words.extend(list.children().map(text));
                continue;
            }
            "li" => said.items.push(first_paragraph(child)),
            "pre" => said.code.push(text(child)),
            _ => {}
        }
        read(child, said);
    }
}

fn text(element: &Element) -> String {
    element.text(&|_| true)
}

/// The first paragraph of an item: its `p`, or what stands before the first block.
fn first_paragraph(item: &Element) -> String {
    let mut out = String::new();
    for content in &item.content {
        match content {
            Content::Text(text) => out.push_str(text),
            Content::Element(element) => match element.name.as_str() {
                "p" if out.trim().is_empty() => return text(element),
                "p" | "ul" | "ol" | "pre" | "blockquote" | "div" | "table" | "hr" | "dl" => break,
                _ => out.push_str(&text(element)),
            },
        }
    }
    out
}
