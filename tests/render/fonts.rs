//! Fonts of the user: which are taken and which are refused, and what no font has.

use std::sync::Arc;

use dicomply::config::BrandFile;
use dicomply::document::{Document, Inline, parse};
use dicomply::render::typeset::font::{MissingCharacter, UnusableFont};
use dicomply::render::typeset::page::{Ink, Run};
use dicomply::render::typeset::{Layout, Options, typeset};

const REGULAR: &[u8] = include_bytes!("../../src/render/fonts/LiberationSans-Regular.ttf");
const MONO: &[u8] = include_bytes!("../../src/render/fonts/LiberationMono-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../src/render/fonts/LiberationMono-Bold.ttf");

fn file(name: &str, bytes: &[u8]) -> BrandFile {
    BrandFile { path: name.to_owned(), bytes: Arc::new(bytes.to_vec()) }
}

fn document(markdown: &str) -> Document {
    parse(markdown, &std::collections::BTreeMap::new())
}

fn refusal(bytes: &[u8]) -> String {
    let options = Options { fallback_fonts: vec![file("fonts/house.ttf", bytes)], ..Options::default() };
    typeset(&document("Text."), &options).map(|_| ()).unwrap_err().to_string()
}

fn number(bytes: &[u8], at: usize) -> usize {
    u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
}

/// Where the record of a table of a font is.
fn record(bytes: &[u8], tag: &[u8]) -> usize {
    let count = usize::from(u16::from_be_bytes([bytes[4], bytes[5]]));
    (0..count).map(|place| 12 + 16 * place).find(|at| &bytes[*at..*at + 4] == tag).unwrap()
}

/// A collection of fonts.
fn collection(fonts: &[&[u8]]) -> Vec<u8> {
    let mut start = 12 + 4 * fonts.len();
    let mut head = b"ttcf\0\x01\0\0".to_vec();
    head.extend(u32::try_from(fonts.len()).unwrap().to_be_bytes());
    let mut body = Vec::new();
    for font in fonts {
        head.extend(u32::try_from(start).unwrap().to_be_bytes());
        let mut font = font.to_vec();
        for place in 0..usize::from(u16::from_be_bytes([font[4], font[5]])) {
            let at = 12 + 16 * place + 8;
            let moved = u32::try_from(number(&font, at) + start).unwrap();
            font[at..at + 4].copy_from_slice(&moved.to_be_bytes());
        }
        start += font.len();
        body.extend(font);
    }
    head.extend(body);
    head
}

fn runs(layout: &Layout) -> Vec<&Run> {
    let marks = layout.pages.iter().flat_map(|page| &page.marks);
    marks.filter_map(|mark| if let Ink::Text(run) = &mark.ink { Some(run) } else { None }).collect()
}

#[test]
fn what_is_no_font_is_refused_with_the_reason() {
    let refused = |reason: &str| format!("font `fonts/house.ttf` cannot be used: {reason}");
    assert_eq!(refusal(b""), refused("it is no TrueType or OpenType font"));
    assert_eq!(refusal(b"<html>"), refused("it is no TrueType or OpenType font"));
    assert_eq!(
        refusal(&[b"wOF2", REGULAR].concat()),
        refused("it is a web font (WOFF); its TrueType or OpenType file is needed")
    );
    let mut forbidden = REGULAR.to_vec();
    let kind = number(REGULAR, record(REGULAR, b"OS/2") + 8) + 8;
    forbidden[kind..kind + 2].copy_from_slice(&[0, 2]);
    assert_eq!(refusal(&forbidden), refused("its licence forbids embedding (fsType in its OS/2 table)"));
    let mut empty = REGULAR.to_vec();
    let outlines = record(REGULAR, b"glyf");
    empty[outlines..outlines + 4].copy_from_slice(b"none");
    assert_eq!(refusal(&empty), refused("it has no outlines"));
}

/// Whatever is cut off or turned over in a font, it is refused or used, and nothing panics.
#[test]
fn broken_fonts_do_no_harm() {
    let sound = document("Words, AVATAR and *more* of `1.2.3`.");
    for step in 0..60_usize {
        let mut bytes = REGULAR.to_vec();
        if step % 2 == 0 {
            bytes.truncate(bytes.len() * step / 60);
        } else {
            let length = bytes.len();
            for place in 0..40 {
                bytes[(step * 7919 + place * 104_729) % length] ^= 0xff;
                bytes[(step * 31 + place * 17) % 400] ^= u8::try_from(place).unwrap();
            }
        }
        let options = Options { text_fonts: vec![file("broken.ttf", &bytes)], ..Options::default() };
        if let Err(UnusableFont { file, .. }) = typeset(&sound, &options).map(|_| ()) {
            assert_eq!(file, "broken.ttf");
        }
    }
}

#[test]
fn faces_of_files_and_collections_find_their_styles() {
    let shelf = collection(&[BOLD, MONO]);
    for text_fonts in [vec![file("all.ttc", &shelf)], vec![file("bold.ttf", BOLD), file("regular.ttf", MONO)]]
    {
        let options = Options { text_fonts, ..Options::default() };
        let layout = typeset(&document("plain **strong** *slanted* **_both_**"), &options).unwrap();
        let face = |text: &str| {
            let face = runs(&layout).into_iter().find(|run| run.text.contains(text)).unwrap().face;
            layout.fonts.file(face)
        };
        assert_eq!(face("plain"), face("slanted"));
        assert_eq!(face("strong"), face("both"));
        assert_ne!(face("plain"), face("strong"));
    }
}

#[test]
fn what_no_font_has_is_said_once_in_order_and_reads_as_itself() {
    let page = document(
        "# Ω first {#one}\n\nΑθήνα Москва 検 査 検\n\n# Second {#two}\n\n| a |\n|---|\n| \u{f000} 査 ✈ |\n",
    );
    let layout = typeset(&page, &Options::default()).unwrap();
    let missing = |character, section: &str| MissingCharacter { character, section: section.to_owned() };
    assert_eq!(
        layout.missing,
        [missing('検', "one"), missing('査', "one"), missing('\u{f000}', "two"), missing('✈', "two")]
    );
    let text: String = runs(&layout).iter().map(|run| run.text.as_str()).collect();
    assert!(text.contains("Αθήνα Москва 検 査 検"), "{text}");
    assert!(!text.contains('\u{f000}'), "{text}");
    // Nothing is drawn that says "there is no glyph": PDF/A-2 and PDF/UA-1 forbid it.
    assert!(runs(&layout).iter().flat_map(|run| &run.glyphs).all(|glyph| glyph.id != 0));
}

#[test]
fn control_characters_are_not_drawn() {
    let mut page = document("Text.");
    let text = "a\u{0}b\u{7}c\u{202e}d\u{2066}e\u{feff}f\u{fffe}g".to_owned();
    page.blocks = vec![dicomply::document::Block::Paragraph(vec![Inline::Text(text)])];
    let layout = typeset(&page, &Options::default()).unwrap();
    assert_eq!(runs(&layout).iter().map(|run| run.text.as_str()).collect::<String>(), "abcdefg");
}
