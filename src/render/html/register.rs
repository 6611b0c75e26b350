//! The entities and links of a site, for the script of its page: text in JSON, which nothing runs.

use std::fmt::Write as _;

use indexmap::IndexSet;

use super::Page;
use crate::document::Register;

/// What the scripts of pages with filters share.
pub(crate) const SHARED_SCRIPT: &str = include_str!("page.js");

/// What the tables of a site are about, and the rows of large ones.
pub(super) const ROWS_SCRIPT: &str = include_str!("site_rows.js");

/// The script of the page of a site.
pub(super) const SCRIPT: &str = include_str!("site.js");

/// The style of the page of a site.
pub(super) const STYLE: &str = include_str!("site.css");

/// What runs on the page of a site, by hashes. Written by `DICOMPLY_BLESS=1 cargo test`.
pub(super) const POLICY: &str = include_str!("policy.txt");

impl Page<'_> {
    /// The register. Texts that many share stand once.
    pub(super) fn register(&mut self, register: &Register) {
        let mut words: IndexSet<&str> = IndexSet::new();
        let mut entities = String::new();
        for entity in &register.entities {
            let comma = if entities.is_empty() { "" } else { "," };
            let _ = write!(entities, "{comma}[{}", quoted(&entity.name));
            for text in [&entity.organization, &entity.status, &entity.protocol, &entity.modality] {
                let _ = write!(entities, ",{}", words.insert_full(text).0);
            }
            entities.push(']');
        }
        let mut links = String::new();
        for link in &register.links {
            let comma = if links.is_empty() { "" } else { "," };
            let _ = write!(links, "{comma}[{},{}", link.source, link.target);
            for text in [&link.arrow, &link.organization, &link.status, &link.protocol] {
                let _ = write!(links, ",{}", words.insert_full(text).0);
            }
            links.push(']');
        }
        let words: Vec<String> = words.into_iter().map(quoted).collect();
        let _ = writeln!(
            self.out,
            "<script type=\"application/json\" id=\"_register\">{{\"words\":[{}],\"entities\":[{entities}],\"links\":[{links}]}}</script>",
            words.join(",")
        );
    }
}

/// A text as JSON has it, without anything that could end the element it stands in.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\x1f' => {
                let _ = write!(out, "\\u{:04x}", u32::from(letter));
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
    out
}
