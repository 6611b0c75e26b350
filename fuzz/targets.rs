//! What is fuzzed: one function for each door through which bytes of others come in.
//!
//! Each takes any bytes, and panics where something that is promised does not hold. The targets in `fuzz/targets/` call
//! them with what libFuzzer invents, `tests/fuzz.rs` with what has been worth keeping.

use std::collections::BTreeMap;
use std::fmt::Display;

use dicomply::config::{Config, RuleSet};
use dicomply::document::{
    Block, Document, Image, Picture, neutralise_prose, neutralise_prose_inline, parse, prose as prose_of,
};
use dicomply::examine::{Baseline, Examination, examine};
use dicomply::finding::Finding;
use dicomply::model::Date;
use dicomply::notation::{
    Attribute, AttributeTag, Code, Context, Host, Item, Link, Reference, StatusCode, StatusCodes,
    SyntaxError, Tag, TagPath, Uid, WebAddress, messages, route,
};
use dicomply::render::{self, Error, Options, docx, html, markdown, pdf};
use dicomply::report::{Page, Report};
use dicomply::source::{Input, Loader, Reading};

/// The name of a target, and what is done with an input.
pub type Target = (&'static str, fn(&[u8]));

/// The targets, by their names.
pub const TARGETS: &[Target] = &[
    ("allowance", allowance),
    ("baseline", baseline),
    ("configuration", configuration),
    ("document", document),
    ("notation", notation),
    ("pages", pages),
    ("picture", picture),
    ("prose", prose),
];

/// A document by itself: it is read, every rule is asked, and it becomes HTML and Markdown.
pub fn document(bytes: &[u8]) {
    let examination = examined("input.yaml", bytes, &|_: &str| None);
    for document in &examination.reading.project.documents {
        match render::render(document, &Options::default()) {
            Ok((tree, _)) => written(&tree),
            Err(Error::UnreadableDocument | Error::Requirements | Error::UnknownLayout(_)) => {}
            Err(error) => panic!("{error}"),
        }
    }
}

/// The configuration of a project, with the document that it holds for.
pub fn configuration(bytes: &[u8]) {
    const DOCUMENT: &[u8] = b"dicomply: 1\nkind: site\norganization: North\napplication_entities:\n  \
        CT1: {ae_title: CT1, role: SCU, host: 10.0.0.1, port: 104}\nlinks: [CT1 -> PACS push]\n";
    let files = BTreeMap::from([("dicomply.yaml".to_owned(), bytes.to_vec())]);
    let named = examined("dicomply.yaml", bytes, &files);
    let beside = examined("input.yaml", DOCUMENT, &files);
    for examination in [named, beside] {
        for document in &examination.reading.project.documents {
            let branding = examination.reading.branding(document);
            let _ = render::render(document, &Options { branding, ..Options::default() });
        }
    }
}

/// A file of findings that are known.
pub fn baseline(bytes: &[u8]) {
    const DOCUMENT: &[u8] = b"dicomply: 1\nkind: site\nlinks: [CT1 -> PACS push]\n";
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match Baseline::read(text) {
        Ok(baseline) => {
            let again = Baseline::read(&baseline.to_json()).unwrap();
            assert_eq!(again, baseline);
            let mut examination = examined("input.yaml", DOCUMENT, &|_: &str| None);
            let gone = baseline.mark(&mut examination, &strict()).len();
            assert!(gone <= baseline.len());
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// Comments that allow findings, in a document with some.
pub fn allowance(bytes: &[u8]) {
    let head = b"dicomply: 1\nkind: site\nlinks:\n  - CT1 -> PACS push # dicomply: allow[".as_slice();
    for bytes in [bytes.to_vec(), [head, bytes].concat()] {
        let examination = examined("input.yaml", &bytes, &|_: &str| None);
        let sources = &examination.reading.sources;
        for (file, allow) in sources.allows() {
            let text = sources.file(file).unwrap().text();
            let ranges = match allow {
                Ok(allow) => {
                    let rules = allow.rules.into_iter().map(|(name, range)| {
                        assert_eq!(text.get(range.clone()), Some(name.as_str()));
                        range
                    });
                    [allow.comment, allow.list, allow.scope].into_iter().chain(rules).collect()
                }
                Err(malformed) => vec![malformed.range],
            };
            for range in ranges {
                assert!(text.get(range.clone()).is_some(), "{range:?} of {} bytes", text.len());
            }
        }
    }
}

/// The small notations, each of them.
pub fn notation(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    read_again(text, Uid::parse);
    read_again(text, Tag::parse);
    read_again(text, AttributeTag::parse);
    read_again(text, TagPath::parse);
    read_again(text, StatusCode::parse);
    read_again(text, StatusCodes::parse);
    read_again(text, Attribute::parse);
    read_again(text, Context::parse);
    read_again(text, Link::parse);
    read_again(text, Reference::parse);
    refused_soundly(text, Code::parse);
    refused_soundly(text, Item::parse);
    refused_soundly(text, route);
    if let Some(host) = Host::parse(text) {
        assert!(!host.to_string().is_empty());
        let _ = host.unreachable();
    }
    let _ = WebAddress::parse(text);
    let (lines, errors) = messages(text);
    for line in lines {
        let written = line.to_string();
        let again: Vec<String> = messages(&written).0.iter().map(ToString::to_string).collect();
        assert_eq!(again, [written], "{text:?}");
    }
    for error in errors {
        sound(text, &error, |text| messages(text).1.into_iter().next().map_or(Ok(()), Err));
    }
}

/// Reads a text; what could be read is written, and reading that writes the same.
fn read_again<T: Display>(text: &str, parse: impl Fn(&str) -> Result<T, SyntaxError>) {
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

fn refused_soundly<T>(text: &str, parse: impl Fn(&str) -> Result<T, SyntaxError>) {
    if let Err(error) = parse(text) {
        sound(text, &error, parse);
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

/// Prose of a user in a template, and a template.
pub fn prose(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let pictures = BTreeMap::new();
    let _ = prose_of(text);
    let block = parse(&format!("# One\n\n{}\n\n# Two\n", neutralise_prose(text)), &pictures);
    assert_eq!(block.sections.len(), 2, "prose makes sections");
    let line = neutralise_prose_inline(text);
    let cell = parse(&format!("| a | b |\n|---|---|\n| x | {line} |\n| y | z |\n"), &pictures);
    let shape = cell.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table.body.iter().map(|row| row.cells.len()).collect::<Vec<_>>()),
        _ => None,
    });
    assert_eq!(shape, Some(vec![2, 2]), "prose changes the table that it stands in");
    for tree in [block, cell, parse(text, &pictures)] {
        written(&tree);
    }
}

/// A document of a template as pages: PDF and Word.
pub fn pages(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let tree = parse(text, &BTreeMap::new());
    let (file, _) = pdf::write(&tree, &render::typesetting(&Options::default().branding)).unwrap();
    assert!(file.starts_with(b"%PDF"));
    let file = docx::write(&tree, &docx::Options::default()).unwrap();
    assert!(file.starts_with(b"PK"));
}

/// A logo.
pub fn picture(bytes: &[u8]) {
    let Ok(image) = Image::read(bytes.to_vec()) else { return };
    let picture = Picture { image, description: "Logo".to_owned(), words: Vec::new() };
    let pictures = BTreeMap::from([("logo".to_owned(), picture)]);
    let tree = parse("# One\n\n<!-- figure: id=\"logo\" caption=\"Logo\" -->\n", &pictures);
    written(&tree);
    // Pixels that cannot be unpacked are an error there, and said to be one.
    let _ = pdf::write(&tree, &render::typesetting(&Options::default().branding));
    let _ = docx::write(&tree, &docx::Options::default());
}

/// Reads, lints and reports with every rule; what is said is said of a place in its file.
pub fn examined(path: &str, bytes: &[u8], loader: &dyn Loader) -> Examination {
    let input = Input { path: path.to_owned(), bytes: bytes.to_vec() };
    let examination = examine(vec![input], loader, &strict(), Date::parse("2026-01-01"));
    judge(&examination.reading, &examination.findings);
    examination
}

/// Every rule.
pub fn strict() -> Config {
    Config { rule_set: Some(RuleSet::Strict), ..Config::default() }
}

/// Every place is a place in its file, and every report can be written.
pub fn judge(reading: &Reading, findings: &[Finding]) {
    located(reading, findings);
    reported(reading, findings);
}

/// What is said is said of a place in its file.
pub fn located(reading: &Reading, findings: &[Finding]) {
    let places = findings.iter().flat_map(|finding| {
        let related = finding.related.iter().map(|related| &related.place);
        let edits = finding.edits.iter().map(|edit| &edit.place);
        std::iter::once(&finding.place).chain(related).chain(edits)
    });
    for place in places {
        let Some(location) = reading.sources.locate(place) else { continue };
        let text = reading.sources.file(location.file).unwrap().text();
        let range = &location.range;
        assert!(text.get(range.clone()).is_some(), "{place:?} is {range:?} of {} bytes", text.len());
    }
}

fn reported(reading: &Reading, findings: &[Finding]) {
    let report = Report::new(findings, &reading.project, &reading.sources);
    let mut out = std::io::sink();
    report.write_text(Page { is_colored: true, width: 80 }, &mut out).unwrap();
    report.write_short(&mut out).unwrap();
    report.write_json(&mut out).unwrap();
    report.write_sarif(&mut out).unwrap();
    report.write_junit(&mut out).unwrap();
    report.write_github(&mut out).unwrap();
    report.write_gitlab(&mut out).unwrap();
    report.write_markdown(&mut out).unwrap();
}

/// A tree becomes HTML whose tags are closed, and Markdown.
fn written(tree: &Document) {
    let page = html::write(tree);
    assert_eq!(unbalanced(&page), None, "tags are not closed");
    assert!(!markdown::write(tree).is_empty() || tree.blocks.is_empty());
}

/// The first tag of a page that closes what is not open, or opens what is not closed; drawings aside.
fn unbalanced(page: &str) -> Option<String> {
    let page = page.split_once("<body>")?.1.split_once("<script>")?.0;
    let mut open: Vec<&str> = Vec::new();
    for piece in page.split('<').skip(1) {
        let tag = piece.split(['>', ' ', '\n']).next()?;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Some(tag.to_owned());
            }
        } else if !["br", "hr", "wbr", "input", "img", "col"].contains(&tag)
            && !piece.split('>').next()?.ends_with('/')
        {
            open.push(tag);
        }
    }
    open.pop().map(ToOwned::to_owned)
}
