//! Laws of lines, over generated texts, and what single notations ask for.

use std::rc::Rc;

use super::*;
use crate::config::Paper;
use crate::document::Document;
use crate::render::typeset::font::Fonts;
use crate::render::typeset::page::{Ink, Run};
use crate::render::typeset::structure::{Role, Structure};
use crate::render::typeset::{Options, Setter};

const STYLE: TextStyle = TextStyle {
    face: Style { is_code: false, is_bold: false, is_italic: false },
    size: 10.0,
    colour: Colour(0, 0, 0),
    leading: 1.4,
    alignment: Alignment::Start,
    is_hyphenated: true,
};

const UID: &str = "1.2.840.10008.5.1.4.1.1.88.33";

fn with<T>(content: &[Inline], style: TextStyle, test: impl FnOnce(&Paragraph) -> T) -> T {
    let document = Document::default();
    let fonts = Fonts::of(&Options::default(), "en").unwrap();
    let mut setter = Setter { document: &document, fonts, structure: Structure::new(), paper: Paper::A4 };
    test(&setter.paragraph(content, style, Structure::ROOT))
}

fn text(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.to_owned())]
}

fn runs(line: &Line) -> Vec<(f32, &Run)> {
    let runs = line.marks.iter().filter_map(|mark| match &mark.ink {
        Ink::Text(run) => Some((mark.x, run)),
        _ => None,
    });
    runs.collect()
}

fn said(lines: &[Line]) -> Vec<String> {
    lines.iter().map(|line| runs(line).iter().map(|(_, run)| run.text.as_str()).collect()).collect()
}

fn set(content: &str, width: f32) -> Vec<String> {
    with(&text(content), STYLE, |paragraph| said(&paragraph.lines(width)))
}

/// Numbers that look random and are the same every time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

/// What texts are made of.
const WORDS: &[&str] = &[
    "association",
    "the",
    "a",
    "Query/Retrieve",
    "SCU/SCP",
    "(0010,0020)",
    UID,
    "ISO_IR",
    "well-known",
    "DICOM",
    "responsibilities",
    "http://example.org/wado-rs/studies/1.2.3/series?includefield=all&limit=10",
    "日本語の文字列です",
    "Ελληνικά",
    "Приложение",
    "cafe\u{301}",
    "10\u{a0}mm",
    "soft\u{ad}hyphen",
    "—",
    "IssuerOfAccessionNumberSequence",
    "שלום",
    "\u{202e}turned\u{202c}",
    "x\u{200b}y",
    "supercalifragilisticexpialidocious",
    "\u{1f600}",
    "é̱̂",
    "fi",
    "AVATAR",
];

fn generated(numbers: &mut Numbers) -> Vec<Inline> {
    let mut content = Vec::new();
    for _ in 0..numbers.below(5) {
        let words: Vec<&str> = (0..numbers.below(30)).map(|_| WORDS[numbers.below(WORDS.len())]).collect();
        let inner = words.join([" ", "", "  ", "\n"][numbers.below(4)]);
        content.push(match numbers.below(8) {
            0 => Inline::Code(inner),
            1 => Inline::Emphasis(text(&inner)),
            2 => Inline::Strong(vec![Inline::Code(inner)]),
            3 => Inline::Link { target: Target::Anchor("there".to_owned()), text: text(&inner) },
            4 => Inline::LineBreak,
            5 => Inline::Reference { label: "Section 4.2.1".to_owned(), anchor: "there".to_owned() },
            _ => Inline::Text(inner),
        });
    }
    content
}

/// A text without what breaking may add or take away.
fn bare(text: &str) -> String {
    let is_bare = |letter: &char| {
        !letter.is_whitespace() && !matches!(letter, '\u{ad}' | '\u{200b}' | '\u{202a}'..='\u{202e}')
    };
    text.chars().filter(is_bare).collect()
}

#[test]
fn lines_hold_what_was_said_and_fit() {
    let mut numbers = Numbers(7);
    let document = Document::default();
    let fonts = Fonts::of(&Options::default(), "en").unwrap();
    let mut setter = Setter { document: &document, fonts, structure: Structure::new(), paper: Paper::A4 };
    for _ in 0..1500 {
        let content = generated(&mut numbers);
        let paragraph = setter.paragraph(&content, STYLE, Structure::ROOT);
        let width = [4.0, 20.0, 60.0, 130.0, 451.0][numbers.below(5)];
        let lines = paragraph.lines(width);
        let all = said(&lines);
        let expected = crate::document::plain_text(&content);
        assert_eq!(bare(&all.concat()), bare(&expected), "{content:?} at {width}");
        for line in &lines {
            // A word from right to left and a single character, with its marks and a hyphen, are not torn.
            let clusters =
                |(_, run): (f32, &Run)| run.glyphs.chunk_by(|one, other| one.text == other.text).count();
            let is_torn = runs(line).into_iter().map(clusters).sum::<usize>() > 3
                && !said(std::slice::from_ref(line))[0].contains('ש');
            assert!(!is_torn || line.width <= width + 0.1, "{} in {width}: {line:?}", line.width);
        }
        let extent = paragraph.extent();
        assert!(extent.minimum <= extent.whole && extent.whole <= extent.maximum + 0.01, "{extent:?}");
        assert!(extent.maximum <= extent.length + 0.01, "{extent:?}");
        assert_eq!(paragraph.lines(extent.maximum).len(), extent.lines, "{content:?}");
        assert_eq!(paragraph.lines(width), lines);
    }
}

#[test]
fn uids_are_broken_after_dots_and_only_where_they_do_not_fit() {
    let whole = format!("The instance {UID} is stored.");
    for line in set(&whole, 150.0) {
        assert!(!line.contains("1.2") || line.contains(UID), "{line}");
    }
    let code = [Inline::Code(UID.to_owned())];
    let lines = with(&code, STYLE, |paragraph| said(&paragraph.lines(70.0)));
    assert!(lines.len() > 1);
    assert!(lines[..lines.len() - 1].iter().all(|line| line.ends_with('.')), "{lines:?}");
    let extent = with(&code, STYLE, Paragraph::extent);
    assert!(extent.minimum < 35.0 && extent.whole > 150.0, "{extent:?}");
}

#[test]
fn names_stay_whole_as_long_as_they_fit() {
    assert_eq!(set("Role SCU/SCP", 45.0), ["Role ", "SCU/SCP"]);
    assert_eq!(set("Tag (0010,0020)", 60.0), ["Tag ", "(0010,0020)"]);
    assert_eq!(set("at 10\u{a0}mm", 32.0), ["at ", "10\u{a0}mm"]);
    assert_eq!(set("Query/Retrieve", 45.0), ["Query/", "Retrieve"]);
    let code = [Inline::Code("ISO 2022 IR 87".to_owned())];
    assert_eq!(with(&code, STYLE, |paragraph| said(&paragraph.lines(90.0))), ["ISO 2022 IR 87"]);
    let lines = set("日本語の文字列です。", 45.0);
    assert!(lines.len() > 1 && lines.iter().all(|line| !line.starts_with('。')), "{lines:?}");
}

#[test]
fn words_are_hyphenated_where_lines_would_be_ragged() {
    let lines = set("The responsibilities of the implementation", 90.0);
    assert!(lines.iter().any(|line| line.ends_with('\u{ad}')), "{lines:?}");
    let unhyphenated = TextStyle { is_hyphenated: false, ..STYLE };
    let content = text("The responsibilities of the implementation");
    let lines = with(&content, unhyphenated, |paragraph| said(&paragraph.lines(90.0)));
    assert!(lines.iter().all(|line| !line.contains('\u{ad}')), "{lines:?}");
    // Never names, abbreviations and codes.
    assert_eq!(set("AbcdefGhijkl TELERADIOLOGY", 75.0).concat(), "AbcdefGhijkl TELERADIOLOGY");
}

#[test]
fn lines_are_about_equally_long() {
    let lines =
        set("To be, or not to be, that is the question: whether it is nobler in the mind to suffer", 140.0);
    let widths = with(&text(&lines.concat()), STYLE, |paragraph| {
        paragraph.lines(140.0).iter().map(|line| line.width).collect::<Vec<_>>()
    });
    assert!(widths[..widths.len() - 1].iter().all(|width| *width > 100.0), "{widths:?}");
}

#[test]
fn alignment_is_of_the_visible_text() {
    for (alignment, share) in [(Alignment::Start, 0.0), (Alignment::Center, 0.5), (Alignment::End, 1.0)] {
        let style = TextStyle { alignment, ..STYLE };
        with(&text("one two three"), style, |paragraph| {
            for line in paragraph.lines(40.0) {
                let x = runs(&line)[0].0;
                assert!((x - share * (40.0 - line.width)).abs() < 0.1, "{alignment:?}: {x}, {line:?}");
            }
        });
    }
}

#[test]
fn words_are_kerned_and_marks_are_placed() {
    let width = |words: &str| with(&text(words), STYLE, |paragraph| paragraph.extent().maximum);
    assert!(width("AVATAR") < width("A") * 3.0 + width("V") + width("T") + width("R") - 0.5);
    assert!((width("cafe\u{301}") - width("café")).abs() < 0.01);
    assert!((width("x\u{301}") - width("x")).abs() < 0.01);
    // Codes are counted: no letter is narrower than another.
    let code =
        |code: &str| with(&[Inline::Code(code.to_owned())], STYLE, |paragraph| paragraph.extent().maximum);
    assert!((code("AVfi") - code("MMMM")).abs() < 0.01);
}

#[test]
fn every_text_has_an_owner_below_its_markup() {
    let document = Document::default();
    let fonts = Fonts::of(&Options::default(), "en").unwrap();
    let mut setter = Setter { document: &document, fonts, structure: Structure::new(), paper: Paper::A4 };
    let target = Target::Url("https://example.org".to_owned());
    let content = [
        Inline::Text("See ".to_owned()),
        Inline::Link {
            target: target.clone(),
            text: vec![Inline::Strong(text("this page")), Inline::Code("1".to_owned())],
        },
        Inline::Text(".".to_owned()),
    ];
    let paragraph = setter.paragraph(&content, STYLE, Structure::ROOT);
    let lines = paragraph.lines(300.0);
    let roles =
        |node| setter.structure.children(node).iter().map(|child| setter.structure.role(*child).clone());
    let below: Vec<Role> = roles(Structure::ROOT).collect();
    assert_eq!(below, [Role::Text, Role::Link(target), Role::Text]);
    let link = setter.structure.children(Structure::ROOT)[1];
    assert_eq!(roles(link).collect::<Vec<_>>(), [Role::Strong, Role::Code]);
    let areas: Vec<_> = lines[0].marks.iter().filter(|mark| matches!(mark.ink, Ink::Link { .. })).collect();
    assert_eq!(areas.len(), 1);
    assert_eq!(areas[0].owner, Some(link));
}

#[test]
fn marks_of_notes_are_raised() {
    let content = [
        Inline::Text("text".to_owned()),
        Inline::Footnote { mark: "a".to_owned(), anchor: "note".to_owned() },
    ];
    let lines = with(&content, STYLE, |paragraph| paragraph.lines(100.0));
    let mark = |text: &str| {
        lines[0].marks.iter().find_map(|mark| match &mark.ink {
            Ink::Text(run) if run.text == text => Some((mark.y, run.size)),
            _ => None,
        })
    };
    let (text, raised) = (mark("text").unwrap(), mark("a").unwrap());
    assert!(raised.0 < text.0 && raised.1 < text.1);
}

#[test]
fn text_from_right_to_left_is_turned_and_read_in_order() {
    with(&text("abc שלום עולם def"), STYLE, |paragraph| {
        let line = &paragraph.lines(300.0)[0];
        assert_eq!(said(std::slice::from_ref(line))[0], "abc שלום עולם def");
        let place = |word: &str| runs(line).iter().find(|(_, run)| run.text.contains(word)).unwrap().0;
        assert!(
            place("abc") < place("עולם") && place("עולם") < place("שלום") && place("שלום") < place("def")
        );
    });
}

#[test]
fn what_is_said_twice_is_shaped_once() {
    let mut fonts = Fonts::of(&Options::default(), "en").unwrap();
    let once = fonts.shape("Storage", Style::default(), false);
    assert!(Rc::ptr_eq(&once, &fonts.shape("Storage", Style::default(), false)));
}
