//! XML of a part, element by element; what XML cannot hold is left out.

use std::borrow::Cow;
use std::fmt::Display;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An attribute: its name and its value.
pub(super) type Attribute<'a> = (&'a str, &'a dyn Display);

/// A part in the making.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
}

impl Xml {
    /// A part, with its XML declaration.
    pub(super) fn new() -> Self {
        let mut xml = Self::fragment();
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml.event(Event::Text(BytesText::from_escaped("\n")));
        xml
    }

    /// A piece of a part.
    pub(super) fn fragment() -> Self {
        Self { writer: Writer::new(Vec::new()) }
    }

    /// Begins an element.
    pub(super) fn open(&mut self, name: &str, attributes: &[Attribute]) {
        self.event(Event::Start(element(name, attributes)));
    }

    /// Ends an element.
    pub(super) fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: &[Attribute]) {
        self.event(Event::Empty(element(name, attributes)));
    }

    /// An element that has nothing but a value.
    pub(super) fn value(&mut self, name: &str, value: impl Display) {
        self.empty(name, &[("w:val", &value)]);
    }

    /// An element that says yes by being there.
    pub(super) fn flag(&mut self, name: &str, is_there: bool) {
        if is_there {
            self.empty(name, &[]);
        }
    }

    /// Text.
    pub(super) fn text(&mut self, text: &str) {
        self.event(Event::Text(BytesText::new(&legal(text))));
    }

    /// An element that holds nothing but text.
    pub(super) fn text_element(&mut self, name: &str, attributes: &[Attribute], text: &str) {
        self.open(name, attributes);
        self.text(text);
        self.close(name);
    }

    /// Adds what is XML already.
    pub(super) fn raw(&mut self, xml: &[u8]) {
        self.writer.get_mut().extend_from_slice(xml);
    }

    /// How many bytes there are so far.
    pub(super) fn len(&self) -> usize {
        self.writer.get_ref().len()
    }

    /// Takes away what has been added since there were `from` bytes.
    pub(super) fn cut(&mut self, from: usize) -> Vec<u8> {
        self.writer.get_mut().split_off(from)
    }

    /// The bytes of the part.
    pub(super) fn finish(self) -> Vec<u8> {
        self.writer.into_inner()
    }

    fn event(&mut self, event: Event) {
        // Writing into memory does not fail.
        let _ = self.writer.write_event(event);
    }
}

fn element<'a>(name: &'a str, attributes: &[Attribute]) -> BytesStart<'a> {
    let mut element = BytesStart::new(name);
    for (name, value) in attributes {
        let value = value.to_string();
        element.push_attribute((*name, legal(&value).as_ref()));
    }
    element
}

/// `text` without the characters that XML 1.0 does not allow.
fn legal(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_legal) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().filter(|letter| is_legal(*letter)).collect())
    }
}

fn is_legal(letter: char) -> bool {
    !matches!(letter, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}
