//! A reference document: a Word document of the user's that lends its styles, theme, fonts and page.

use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Read as _};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};
use zip::ZipArchive;

use crate::config::BrandFile;

use super::Error;
use super::look::{Look, Page};
use super::styles;
use super::xml::Xml;

/// What a reference document lends.
pub(super) struct Reference {
    /// Its styles under the ids of ours, and those of ours that it lacks.
    pub(super) styles: Vec<u8>,
    pub(super) theme: Option<Vec<u8>>,
    pub(super) fonts: Option<Vec<u8>>,
}

/// Bytes of the parts that are read, at most: what is packed may be much smaller.
const LARGEST_PART: u64 = 8_000_000;
const LARGEST_TEXT: u64 = 64_000_000;

/// The begin of documents of the Word before 2007, and of any that is locked with a password.
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

/// The archive that a reference document is, and its name.
pub(super) struct Archive<'f> {
    name: &'f str,
    parts: ZipArchive<Cursor<&'f [u8]>>,
}

/// A part of it.
struct Part<'f> {
    /// The file that it is a part of.
    file: &'f str,
    name: &'static str,
    text: String,
}

impl<'f> Archive<'f> {
    /// The archive in a file.
    pub(super) fn open(file: &'f BrandFile) -> Result<Self, Error> {
        let bytes: &[u8] = &file.bytes;
        let fault = |fault: &str| Error::Reference { name: file.path.clone(), fault: fault.to_owned() };
        if bytes.starts_with(COMPOUND) {
            return Err(fault("is a Word document of the old kind, or locked with a password"));
        }
        let parts = ZipArchive::new(Cursor::new(bytes)).map_err(|_| fault("is not a Word document"))?;
        Ok(Self { name: &file.path, parts })
    }

    /// The page of the last section of the document, as far as it says how large that is.
    pub(super) fn page(&mut self, paper: Page) -> Result<Page, Error> {
        let part = self.part("word/document.xml", LARGEST_TEXT)?;
        page(&part.ok_or_else(|| self.fault("is not a Word document"))?, paper)
    }

    /// A part, if it is there.
    fn part(&mut self, name: &'static str, most: u64) -> Result<Option<Part<'f>>, Error> {
        let Ok(file) = self.parts.by_name(name) else { return Ok(None) };
        let mut bytes = Vec::new();
        let read = file.take(most + 1).read_to_end(&mut bytes);
        if read.is_err() {
            return Err(self.fault(&format!("is damaged: `{name}` in it cannot be unpacked")));
        }
        if bytes.len() as u64 > most {
            let fault = format!("has a part `{name}` of more than {} MB", most / 1_000_000);
            return Err(self.fault(&fault));
        }
        let Ok(text) = String::from_utf8(bytes) else {
            return Err(self.fault(&format!("has a part `{name}` that is not UTF-8")));
        };
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        Ok(Some(Part { file: self.name, name, text }))
    }

    fn fault(&self, fault: &str) -> Error {
        Error::Reference { name: self.name.to_owned(), fault: fault.to_owned() }
    }
}

impl Part<'_> {
    /// Calls `then` for everything in it.
    fn each(&self, mut then: impl FnMut(&Event)) -> Result<(), Error> {
        let mut reader = Reader::from_str(&self.text);
        loop {
            match reader.read_event() {
                Ok(Event::Eof) => return Ok(()),
                Ok(event) => then(&event),
                Err(error) => {
                    return Err(self.fault(&format!("is damaged: `{}` in it is not XML: {error}", self.name)));
                }
            }
        }
    }

    fn fault(&self, fault: &str) -> Error {
        Error::Reference { name: self.file.to_owned(), fault: fault.to_owned() }
    }
}

/// The page that the main part ends with.
fn page(part: &Part, paper: Page) -> Result<Page, Error> {
    let mut page = paper;
    part.each(|event| {
        let (Event::Start(element) | Event::Empty(element)) = event else { return };
        let length = |name: &str| attribute(element, name).and_then(|value| value.parse::<i32>().ok());
        match element.local_name().as_ref() {
            "pgSz" => {
                let (width, height) = (length("w"), length("h"));
                if let (Some(width @ 4000..=32_000), Some(height @ 4000..=32_000)) = (width, height) {
                    (page.width, page.height) = (width.min(height), width.max(height));
                }
            }
            "pgMar" => {
                let side = |name: &str, old: i32| length(name).map_or(old, |side| side.abs().min(3000));
                page = Page {
                    left: side("left", page.left),
                    right: side("right", page.right),
                    top: side("top", page.top),
                    bottom: side("bottom", page.bottom),
                    header: side("header", page.header),
                    footer: side("footer", page.footer),
                    ..page
                };
            }
            _ => {}
        }
    })?;
    let fits = page.width - page.left - page.right >= 3000 && page.height - page.top - page.bottom >= 3000;
    Ok(if fits { page } else { paper })
}

impl Reference {
    /// What the document lends to one that looks so.
    pub(super) fn read(archive: &mut Archive, look: &Look) -> Result<Self, Error> {
        let styles = archive.part("word/styles.xml", LARGEST_PART)?;
        let styles = styles.ok_or_else(|| archive.fault("has no styles"))?;
        let theme = archive.part("word/theme/theme1.xml", LARGEST_PART)?;
        let fonts = archive.part("word/fontTable.xml", LARGEST_PART)?;
        Ok(Self {
            styles: merged(&styles, look)?,
            theme: theme.map(|part| copied(&part, &theme_element)).transpose()?,
            fonts: fonts.map(|part| copied(&part, &font_element)).transpose()?,
        })
    }
}

/// The value of an attribute, whatever its namespace is called.
fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|found| found.key.local_name().as_ref() == name);
    found.and_then(|found| quick_xml::escape::unescape(&found.value).ok().map(|value| value.into_owned()))
}

/// What becomes of an element when a part is copied.
enum Fate {
    Stays,
    /// It goes, with all that is in it.
    Goes,
    /// Something else takes its place.
    Becomes(&'static str),
}

/// Fills of the theme may be pictures, which are left where they are.
fn theme_element(name: &str) -> Fate {
    match name {
        "blipFill" => Fate::Becomes("<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"),
        "extLst" | "objectDefaults" => Fate::Goes,
        _ => Fate::Stays,
    }
}

/// Fonts that are packed in the document stay in it.
fn font_element(name: &str) -> Fate {
    if name.starts_with("embed") { Fate::Goes } else { Fate::Stays }
}

/// A part without what would lead to other parts.
fn copied(part: &Part, fate: &dyn Fn(&str) -> Fate) -> Result<Vec<u8>, Error> {
    let mut writer = Writer::new(Vec::with_capacity(part.text.len()));
    let mut inside = 0u32;
    part.each(|event| {
        let gone = match event {
            Event::Start(element) | Event::Empty(element) if inside == 0 => {
                match fate(element.local_name().as_ref()) {
                    Fate::Stays => false,
                    Fate::Goes => true,
                    Fate::Becomes(other) => {
                        writer.get_mut().extend_from_slice(other.as_bytes());
                        true
                    }
                }
            }
            Event::DocType(_) | Event::PI(_) | Event::Comment(_) => return,
            _ => inside > 0,
        };
        if gone {
            match event {
                Event::Start(_) => inside += 1,
                Event::End(_) => inside -= 1,
                _ => {}
            }
        } else {
            let _ = writer.write_event(event.borrow());
        }
    })?;
    Ok(writer.into_inner())
}

/// The styles of the reference document under our ids, and those of ours that it lacks.
fn merged(part: &Part, look: &Look) -> Result<Vec<u8>, Error> {
    let mut ours: HashMap<String, String> = HashMap::new();
    styles::each(look, &mut |style| {
        ours.insert(style.name.to_lowercase(), style.id.clone());
    });
    let (ids, known) = renamed(part, &ours)?;
    let mut missing = Xml::fragment();
    styles::each(look, &mut |style| {
        if !known.contains(&style.name.to_lowercase()) {
            style.write(&mut missing);
        }
    });
    let missing = missing.finish();
    let text = String::from_utf8(copied(part, &style_element)?).unwrap_or_default();
    let mut writer = Writer::new(Vec::with_capacity(text.len() + missing.len()));
    let copy = Part { text, ..*part };
    let mut is_known_prefix = false;
    copy.each(|event| {
        let event = match event {
            Event::Start(element) if element.local_name().as_ref() == "style" => {
                Event::Start(with(element, "styleId", &ids))
            }
            Event::Empty(element) if matches!(element.local_name().as_ref(), "basedOn" | "next" | "link") => {
                Event::Empty(with(element, "val", &ids))
            }
            Event::Start(element) if element.name().as_ref() == "w:styles" => {
                is_known_prefix = true;
                event.borrow()
            }
            Event::End(element) if element.local_name().as_ref() == "styles" => {
                writer.get_mut().extend_from_slice(&missing);
                event.borrow()
            }
            _ => event.borrow(),
        };
        let _ = writer.write_event(event);
    })?;
    if is_known_prefix { Ok(writer.into_inner()) } else { Err(part.fault("has no styles")) }
}

/// Numbers stand in the text already, and lists are ours: styles do not count.
fn style_element(name: &str) -> Fate {
    if name == "numPr" { Fate::Goes } else { Fate::Stays }
}

/// The new ids of styles by their old ones, and the names of all styles in small letters.
fn renamed(
    part: &Part,
    ours: &HashMap<String, String>,
) -> Result<(HashMap<String, String>, HashSet<String>), Error> {
    let mut styles: Vec<(String, String)> = Vec::new();
    part.each(|event| match event {
        Event::Start(element) if element.local_name().as_ref() == "style" => {
            styles.push((attribute(element, "styleId").unwrap_or_default(), String::new()));
        }
        Event::Empty(element) if element.local_name().as_ref() == "name" => {
            if let (Some((_, name)), Some(value)) = (styles.last_mut(), attribute(element, "val")) {
                // Other names may follow, behind commas.
                value.split(',').next().unwrap_or_default().trim().to_lowercase().clone_into(name);
            }
        }
        _ => {}
    })?;
    let reserved: HashSet<&String> = ours.values().collect();
    let mut ids = HashMap::new();
    let mut known = HashSet::new();
    for (number, (id, name)) in styles.into_iter().enumerate() {
        let new = match ours.get(&name) {
            Some(ours) if known.insert(name.clone()) => ours.clone(),
            _ if reserved.contains(&id) => format!("{id}Reference{number}"),
            _ => id.clone(),
        };
        known.insert(name);
        ids.insert(id, new);
    }
    Ok((ids, known))
}

/// An element with the new id in an attribute.
fn with<'a>(element: &'a BytesStart, name: &str, ids: &HashMap<String, String>) -> BytesStart<'a> {
    let old = attribute(element, name);
    let new = old.as_ref().and_then(|old| ids.get(old));
    let mut changed = element.borrow();
    let (Some(old), Some(new)) = (old, new) else { return changed };
    if old != *new {
        let kept: Vec<(String, String)> = element
            .attributes()
            .flatten()
            .map(|found| {
                (found.key.as_ref().to_owned(), found.key.local_name().as_ref() == name, found.value)
            })
            .map(|(key, is_id, value)| {
                let value =
                    quick_xml::escape::unescape(&value).map(|value| value.into_owned()).unwrap_or_default();
                (key, if is_id { new.clone() } else { value })
            })
            .collect();
        changed.clear_attributes();
        for (key, value) in &kept {
            changed.push_attribute((key.as_str(), value.as_str()));
        }
    }
    changed
}
