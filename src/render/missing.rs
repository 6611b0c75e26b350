//! Characters that no font has, said where they stand.

use std::ops::Range;

use crate::document::Document;
use crate::finding::{Finding, Place};
use crate::model::{self, Content, visit_texts};
use crate::render::notice::MISSING_GLYPH;
use crate::render::typeset::font::MissingCharacter;
use crate::route::Route;

/// What is to be said of the characters that no font has: one finding that names the first of them.
pub fn missing_glyphs(
    document: &model::Document,
    tree: &Document,
    missing: &[MissingCharacter],
) -> Option<Finding> {
    let first = missing.first()?;
    let others = match missing.len() - 1 {
        0 => String::new(),
        1 => ", nor one other character".to_owned(),
        count => format!(", nor {count} other characters"),
    };
    let section = tree.sections.iter().find(|entry| entry.anchor == first.section);
    let whereabouts = section.map_or_else(String::new, |entry| {
        let title = entry.title.trim();
        let number = if entry.number.is_empty() { String::new() } else { format!(" {}", entry.number) };
        format!(" of section{number} `{title}`")
    });
    let shown = if first.character.is_control() { '\u{FFFD}' } else { first.character };
    let code = u32::from(first.character);
    let place = match spot(&document.content, first.character) {
        Some((route, range)) => Place::within(document.id, route, range),
        None => Place::value(document.id, Route::root()),
    };
    let message = format!("no font has the character U+{code:04X} `{shown}`{whereabouts}{others}");
    let help =
        "name a font that has it: `--font FILE`, or `fallback_fonts` under `branding` in `dicomply.yaml`";
    Some(Finding { help: Some(help.to_owned()), ..MISSING_GLYPH.at(place, message) })
}

/// The first text of a document that has a character, and where in the text it stands.
fn spot(content: &Content, character: char) -> Option<(Route, Range<usize>)> {
    let mut found = None;
    let mut look = |text: &model::Text<'_>| {
        if found.is_none() && !text.is_key {
            let at = text.text.find(character);
            found = at.map(|start| (text.route(), start..start + character.len_utf8()));
        }
    };
    match content {
        Content::Statement(statement) => visit_texts(statement.as_ref(), &mut look),
        Content::Site(site) => visit_texts(site.as_ref(), &mut look),
        Content::Requirements(requirements) => visit_texts(requirements.as_ref(), &mut look),
        Content::Configuration(_) | Content::Unreadable => {}
    }
    found
}
