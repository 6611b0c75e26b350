//! Elements of XML and of HTML as we write it: enough of a tree to ask what is said where.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Elements of HTML that have no end.
const VOID: [&str; 9] = ["br", "hr", "wbr", "input", "img", "col", "meta", "link", "source"];

/// An element.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    pub(crate) content: Vec<Content>,
}

/// What stands in an element.
#[derive(Debug)]
pub(crate) enum Content {
    Element(Element),
    Text(String),
}

impl Element {
    /// The elements of `text`, below one without a name.
    pub(crate) fn read(text: &str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().check_end_names = false;
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => {
                    let element = Self::of(&start);
                    if VOID.contains(&element.name.as_str()) {
                        put(&mut open, Content::Element(element));
                    } else {
                        open.push(element);
                    }
                }
                Event::Empty(start) => put(&mut open, Content::Element(Self::of(&start))),
                Event::End(end) => {
                    let element = open.pop().unwrap();
                    let name = end.name().as_ref().to_owned();
                    assert_eq!(element.name, name, "closes what is not open");
                    put(&mut open, Content::Element(element));
                }
                Event::Text(text) => {
                    put(&mut open, Content::Text(text.to_string()));
                }
                Event::GeneralRef(name) => {
                    put(&mut open, Content::Text(character(&name)));
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(open.len(), 1, "closes what it opens");
        open.pop().unwrap()
    }

    fn of(start: &BytesStart<'_>) -> Self {
        let mut attributes = BTreeMap::new();
        for attribute in start.html_attributes().with_checks(false).flatten() {
            let key = attribute.key.as_ref().to_owned();
            attributes.insert(key, unescaped(&attribute.value));
        }
        let name = start.name().as_ref().to_owned();
        Self { name, attributes, content: Vec::new() }
    }

    /// The value of an attribute; empty where there is none.
    pub(crate) fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// The elements directly inside.
    pub(crate) fn children(&self) -> impl Iterator<Item = &Self> {
        self.content.iter().filter_map(|content| match content {
            Content::Element(element) => Some(element),
            Content::Text(_) => None,
        })
    }

    /// The first element of this name directly inside.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children().find(|child| child.name == name)
    }

    /// The first element of this name anywhere inside.
    pub(crate) fn find(&self, name: &str) -> Option<&Self> {
        self.children().find_map(|child| if child.name == name { Some(child) } else { child.find(name) })
    }

    /// The text of the elements for which `is_kept` holds, and of what is inside them.
    pub(crate) fn text(&self, is_kept: &impl Fn(&Self) -> bool) -> String {
        let pieces = self.content.iter().map(|content| match content {
            Content::Text(text) => text.clone(),
            Content::Element(element) if is_kept(element) => element.text(is_kept),
            Content::Element(_) => String::new(),
        });
        pieces.collect()
    }
}

fn put(open: &mut [Element], content: Content) {
    open.last_mut().unwrap().content.push(content);
}

/// The value of an attribute with its characters as themselves.
fn unescaped(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        let Some((name, behind)) = after.split_once(';') else { break };
        out.push_str(before);
        out.push_str(&character(name));
        rest = behind;
    }
    out + rest
}

/// The character that stands behind `&name;`.
fn character(name: &str) -> String {
    let named = [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("nbsp", '\u{a0}')];
    let of_number = || {
        let number = name.strip_prefix('#')?;
        let code = match number.strip_prefix('x') {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        char::from_u32(code)
    };
    let known = named.iter().find(|(known, _)| *known == name).map(|(_, letter)| *letter);
    known.or_else(of_number).unwrap_or_else(|| panic!("&{name}; is not known")).to_string()
}
