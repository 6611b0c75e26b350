//! The archive: parts, their types, and the relationships between them.

use std::collections::HashMap;
use std::io::{Cursor, Write as _};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::xml::Xml;

/// Where the types of relationships are named.
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// A part of the archive.
struct Part {
    name: String,
    content_type: &'static str,
    bytes: Vec<u8>,
}

/// The archive in the making.
#[derive(Default)]
pub(super) struct Package {
    parts: Vec<Part>,
}

impl Package {
    /// Adds a part.
    pub(super) fn add(&mut self, name: impl Into<String>, content_type: &'static str, bytes: Vec<u8>) {
        self.parts.push(Part { name: name.into(), content_type, bytes });
    }

    /// The bytes of the archive: the same parts give the same bytes.
    pub(super) fn finish(self) -> Result<Vec<u8>, ZipError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT);
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let types = content_types(&self.parts);
        let first = std::iter::once(("[Content_Types].xml", &types));
        for (name, bytes) in first.chain(self.parts.iter().map(|part| (part.name.as_str(), &part.bytes))) {
            zip.start_file(name, options)?;
            zip.write_all(bytes)?;
        }
        zip.finish().map(Cursor::into_inner)
    }
}

fn content_types(parts: &[Part]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("Types", &[("xmlns", &"http://schemas.openxmlformats.org/package/2006/content-types")]);
    let defaults = [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
        ("jpeg", "image/jpeg"),
        ("svg", "image/svg+xml"),
    ];
    for (end, content_type) in defaults {
        xml.empty("Default", &[("Extension", &end), ("ContentType", &content_type)]);
    }
    for part in parts.iter().filter(|part| !part.content_type.is_empty()) {
        let name = format!("/{}", part.name);
        xml.empty("Override", &[("PartName", &name), ("ContentType", &part.content_type)]);
    }
    xml.close("Types");
    xml.finish()
}

/// What a part refers to.
#[derive(Default)]
pub(super) struct Relationships {
    entries: Vec<Relationship>,
    /// The ids of the addresses that links lead to.
    links: HashMap<String, String>,
}

struct Relationship {
    kind: String,
    target: String,
    is_external: bool,
}

impl Relationships {
    /// A relationship to another part, and its id. `kind` is the last word of the type, or all of it.
    pub(super) fn part(&mut self, kind: &str, target: &str) -> String {
        self.add(kind, target, false)
    }

    /// A link that leads elsewhere, and its id; the same address has one id.
    pub(super) fn link(&mut self, address: &str) -> String {
        if let Some(known) = self.links.get(address) {
            return known.clone();
        }
        let id = self.add("hyperlink", address, true);
        self.links.insert(address.to_owned(), id.clone());
        id
    }

    fn add(&mut self, kind: &str, target: &str, is_external: bool) -> String {
        let kind = if kind.contains(':') { kind.to_owned() } else { format!("{OFFICE}{kind}") };
        self.entries.push(Relationship { kind, target: target.to_owned(), is_external });
        format!("rId{}", self.entries.len())
    }

    /// The part that tells them.
    pub(super) fn written(&self) -> Vec<u8> {
        let mut xml = Xml::new();
        let namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
        xml.open("Relationships", &[("xmlns", &namespace)]);
        for (number, entry) in (1..).zip(&self.entries) {
            let id = format!("rId{number}");
            let (kind, target) = (&entry.kind, &entry.target);
            if entry.is_external {
                let mode = "External";
                xml.empty(
                    "Relationship",
                    &[("Id", &id), ("Type", kind), ("Target", target), ("TargetMode", &mode)],
                );
            } else {
                xml.empty("Relationship", &[("Id", &id), ("Type", kind), ("Target", target)]);
            }
        }
        xml.close("Relationships");
        xml.finish()
    }
}
