//! What holds for any text: nothing panics, ranges lie in the text, corrections help, and what is written is read again.

use std::fmt::Display;

use super::*;

/// Pieces of which texts are made that come near to what the notations allow.
const PIECES: &[&str] = &[
    "",
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\u{a0}",
    "é",
    "→",
    "中",
    "\u{feff}",
    "0",
    "1",
    "00",
    "1.2",
    ".",
    "840",
    "(",
    ")",
    "(0008,0020)",
    "(50xx,0010)",
    "0008",
    ",",
    "0020",
    "x",
    "xx",
    "A7",
    "A700",
    "A7FF",
    "-",
    "–",
    "H",
    "0x",
    "other",
    "*",
    ">",
    "->",
    "-->",
    "<-",
    "<->",
    "=>",
    "CT1",
    "PACS",
    "CT Image Storage",
    "\"",
    "#",
    "north",
    "push",
    "PULL",
    "bidir",
    "production",
    "planned",
    " as ",
    "as",
    "AS",
    "SCU",
    "SCP",
    "scp",
    "BOTH",
    " in ",
    "IN",
    "|",
    " | ",
    "negotiating",
    "(option)",
    "(Retired)",
    "(optional)",
    "(n/a)",
    "( must_not )",
    ":",
    ": ",
    "note over ",
    "loop ",
    "alt x\n",
    "else",
    "end",
    "A",
    "B",
    "//",
    "# ",
];

/// A small generator, the same on every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    fn text(&mut self) -> String {
        (0..=self.below(9)).map(|_| PIECES[self.below(PIECES.len())]).collect()
    }
}

fn texts() -> impl Iterator<Item = String> {
    let mut numbers = Numbers(2026);
    (0..4_000).map(move |_| numbers.text())
}

/// Reads a text; what could be read is written, and reading that writes the same.
fn holds<T: Display>(text: &str, parse: impl Fn(&str) -> Result<T, SyntaxError>) {
    match parse(text) {
        Ok(read) => {
            let written = read.to_string();
            match parse(&written) {
                Ok(again) => assert_eq!(again.to_string(), written, "{text:?}"),
                Err(error) => panic!("{text:?} is written as {written:?}, which has an error: {error}"),
            }
        }
        Err(error) => sound(text, &error, &parse),
    }
}

/// An error points into the text, speaks as errors do, and its correction makes something else of the text.
fn sound<T>(text: &str, error: &SyntaxError, parse: impl Fn(&str) -> Result<T, SyntaxError>) {
    assert!(text.get(error.range.clone()).is_some(), "{text:?} {error:?}");
    assert!(!error.range.is_empty() || text.is_empty(), "{text:?} {error:?}");
    assert!(error.help.is_some(), "{text:?} {error:?}");
    assert!(
        !error.message.is_empty() && !error.message.contains('\n') && !error.message.ends_with('.'),
        "{error:?}"
    );
    if error.correction.is_some() {
        let corrected = error.corrected(text).unwrap();
        let after = parse(&corrected).err().map(|error| (error.message, error.range));
        assert_ne!(after, Some((error.message.clone(), error.range.clone())), "{text:?} {corrected:?}");
    }
}

#[test]
fn any_text_is_read_or_refused_soundly() {
    for text in texts() {
        holds(&text, Uid::parse);
        holds(&text, Tag::parse);
        holds(&text, AttributeTag::parse);
        holds(&text, TagPath::parse);
        holds(&text, StatusCode::parse);
        holds(&text, StatusCodes::parse);
        holds(&text, Attribute::parse);
        holds(&text, Context::parse);
        holds(&text, Link::parse);
        holds(&text, Reference::parse);
        if let Err(error) = Code::parse(&text) {
            sound(&text, &error, Code::parse);
        }
        if let Err(error) = Item::parse(&text) {
            sound(&text, &error, Item::parse);
        }
        let (lines, errors) = messages(&text);
        for line in lines {
            let written = line.to_string();
            assert_eq!(messages(&written).0.iter().map(ToString::to_string).collect::<Vec<_>>(), [written]);
        }
        for error in errors {
            sound(&text, &error, |text| messages(text).1.into_iter().next().map_or(Ok(()), Err));
        }
    }
}

#[test]
fn the_same_value_is_read_from_what_was_written() {
    for text in texts() {
        if let Ok(codes) = StatusCodes::parse(&text) {
            assert_eq!(codes.to_string().parse(), Ok(codes));
        }
        if let Ok(tag) = AttributeTag::parse(&text) {
            assert_eq!(tag.to_string().parse(), Ok(tag));
        }
        if let Ok(path) = TagPath::parse(&text) {
            assert_eq!(path.to_string().parse(), Ok(path));
        }
    }
    for number in 0..=u16::MAX {
        let code = StatusCode(number);
        assert_eq!(code.to_string().parse(), Ok(code));
        let tag = Tag::new(number, !number);
        assert_eq!(tag.to_string().parse(), Ok(tag));
    }
}

#[test]
fn long_texts_take_no_longer_than_their_length() {
    let long = |piece: &str| piece.repeat(2_000 / piece.len());
    for piece in PIECES.iter().filter(|piece| !piece.is_empty()).chain(&[
        ". ",
        "0.",
        "(option) ",
        "( ",
        "as ",
        "a > ",
        "(0008,0020)>",
        "A | ",
    ]) {
        for text in [long(piece), format!("{} end", long(piece)), format!("A as SCP in {} (x", long(piece))] {
            let _ = (
                Uid::parse(&text),
                TagPath::parse(&text),
                StatusCodes::parse(&text),
                Attribute::parse(&text),
            );
            let _ = (Item::parse(&text), Context::parse(&text), Link::parse(&text), Reference::parse(&text));
            let _ = messages(&text);
        }
    }
}
