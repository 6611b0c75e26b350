//! The small parts: what the document says about itself, settings, fonts.

use crate::document::Meta;

use super::WORD;
use super::look::Look;
use super::package::Relationships;
use super::xml::Xml;

pub(super) const MAIN_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
pub(super) const STYLES_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";
pub(super) const NUMBERING_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml";
pub(super) const SETTINGS_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml";
pub(super) const FONTS_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
pub(super) const THEME_TYPE: &str = "application/vnd.openxmlformats-officedocument.theme+xml";
pub(super) const HEADER_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";
pub(super) const FOOTER_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml";
pub(super) const CORE_TYPE: &str = "application/vnd.openxmlformats-package.core-properties+xml";
pub(super) const APP_TYPE: &str = "application/vnd.openxmlformats-officedocument.extended-properties+xml";

/// Where the archive begins.
pub(super) fn root_relationships() -> Vec<u8> {
    let mut root = Relationships::default();
    root.part("officeDocument", "word/document.xml");
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    root.part(core, "docProps/core.xml");
    root.part("extended-properties", "docProps/app.xml");
    root.written()
}

/// Title, author, subject and language.
pub(super) fn core(meta: &Meta) -> Vec<u8> {
    let mut xml = Xml::new();
    let namespace = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    xml.open(
        "cp:coreProperties",
        &[
            ("xmlns:cp", &namespace),
            ("xmlns:dc", &"http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", &"http://purl.org/dc/terms/"),
            ("xmlns:xsi", &"http://www.w3.org/2001/XMLSchema-instance"),
        ],
    );
    let mut say = |name: &str, text: &str| {
        if !text.is_empty() {
            xml.text_element(name, &[], text);
        }
    };
    say("dc:title", &meta.title);
    say("dc:subject", &meta.product);
    say("dc:creator", &meta.vendor);
    say("dc:language", &meta.language);
    say("cp:version", &meta.version);
    say("cp:contentStatus", if meta.draft { "Draft" } else { "" });
    if let Some(day) = day(&meta.date) {
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.text_element(name, &[("xsi:type", &"dcterms:W3CDTF")], &format!("{day}T00:00:00Z"));
        }
    }
    xml.close("cp:coreProperties");
    xml.finish()
}

/// A date as ISO 8601 writes it, if that is what `date` is.
fn day(date: &str) -> Option<&str> {
    let digits = date.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    let number = |from: usize, to: usize| date.get(from..to)?.parse::<u32>().ok();
    let is_day =
        date.len() == 10 && digits && (1..=12).contains(&number(5, 7)?) && (1..=31).contains(&number(8, 10)?);
    is_day.then_some(date)
}

/// Who wrote the file, and for whom.
pub(super) fn app(meta: &Meta) -> Vec<u8> {
    let mut xml = Xml::new();
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.open("Properties", &[("xmlns", &namespace)]);
    xml.text_element("Application", &[], "dicomply");
    if !meta.vendor.is_empty() {
        xml.text_element("Company", &[], &meta.vendor);
    }
    xml.close("Properties");
    xml.finish()
}

/// How Word treats the document: as one of its own time.
pub(super) fn settings(language: &str) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:settings", &[("xmlns:w", &WORD)]);
    xml.empty("w:zoom", &[("w:percent", &100)]);
    xml.value("w:defaultTabStop", 709);
    xml.value("w:characterSpacingControl", "doNotCompress");
    xml.open("w:compat", &[]);
    let settings = [
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
    ];
    for (name, value) in settings {
        let uri = "http://schemas.microsoft.com/office/word";
        xml.empty("w:compatSetting", &[("w:name", &name), ("w:uri", &uri), ("w:val", &value)]);
    }
    xml.close("w:compat");
    xml.empty("w:themeFontLang", &[("w:val", &language)]);
    xml.value("w:decimalSymbol", ".");
    xml.value("w:listSeparator", ",");
    xml.close("w:settings");
    xml.finish()
}

/// The fonts, and what stands in for them where they are missing.
pub(super) fn fonts(look: &Look) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:fonts", &[("xmlns:w", &WORD)]);
    for (name, other, family, pitch) in [
        (&look.font, "Liberation Sans", "swiss", "variable"),
        (&look.code_font, "Liberation Mono", "modern", "fixed"),
    ] {
        xml.open("w:font", &[("w:name", name)]);
        xml.value("w:altName", other);
        xml.value("w:family", family);
        xml.value("w:pitch", pitch);
        xml.close("w:font");
    }
    xml.close("w:fonts");
    xml.finish()
}
