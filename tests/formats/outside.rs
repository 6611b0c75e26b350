//! What other programs read in the files: poppler and qpdf in the PDF, LibreOffice in the DOCX.
//!
//! Skipped, and said so, unless `DICOMPLY_E2E=1`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use dicomply::document::Document;
use dicomply::render::{docx, pdf, typeset};

use super::said::{Said, normal};
use super::{torture, tree_of};

const LARGEST: &str = "tests/cases/render/documents/everything.yaml";

fn is_wanted(programs: &[&str]) -> bool {
    if std::env::var("DICOMPLY_E2E").is_ok_and(|value| value == "1") {
        for program in programs {
            let answer = Command::new(program).arg("--version").output();
            assert!(answer.is_ok(), "{program} is not there");
        }
        return true;
    }
    println!("skipped: needs {}; DICOMPLY_E2E=1 runs it", programs.join(", "));
    false
}

/// A fresh folder for what a test makes.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("formats").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// What a program prints.
fn printed(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {complaint}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn written_pdf(folder: &Path, document: &Document) -> String {
    let path = folder.join("document.pdf");
    let (bytes, _) = pdf::write(document, &typeset::Options::default()).unwrap();
    fs::write(&path, bytes).unwrap();
    path.to_string_lossy().into_owned()
}

/// The structure that `pdfinfo -struct-text` prints: a line for each element, indented, its text in quotes.
struct Tag {
    depth: usize,
    name: String,
    text: String,
}

fn tags(printed: &str) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::new();
    for line in printed.lines() {
        let text = line.trim_start();
        let depth = line.len() - text.len();
        if let Some(said) = text.strip_prefix('"') {
            let said = said.strip_suffix('"').unwrap_or(said);
            if let Some(tag) = tags.last_mut() {
                tag.text.push_str(said);
            }
        } else {
            let name = text.split([' ', '"', ':']).next().unwrap_or_default();
            // PDF 1.7 has six levels of headings; what is deeper is a paragraph with a title.
            let name = if text.starts_with("P \"") { "H" } else { name }.to_owned();
            tags.push(Tag { depth, name, text: String::new() });
        }
    }
    tags
}

/// The text of the tag at a place and of all below it, marks of items aside.
fn text_of(tags: &[Tag], place: usize) -> String {
    let depth = tags[place].depth;
    let mut out = tags[place].text.clone();
    let mut label = usize::MAX;
    for tag in tags[place + 1..].iter().take_while(|tag| tag.depth > depth) {
        if tag.depth <= label {
            label = if tag.name == "Lbl" { tag.depth } else { usize::MAX };
        }
        if label == usize::MAX {
            out.push_str(&tag.text);
        }
    }
    out
}

fn said_by_poppler(path: &str) -> Said {
    let tags = tags(&printed("pdfinfo", &["-struct-text", path]));
    let mut said = Said::default();
    for (place, tag) in tags.iter().enumerate() {
        match tag.name.as_str() {
            "H1" | "H2" | "H3" | "H4" | "H5" | "H6" | "Hn" | "H" => said.sections.push(text_of(&tags, place)),
            "Caption" => said.captions.push(text_of(&tags, place)),
            "TH" | "TD" => said.cells.push(text_of(&tags, place)),
            _ => {}
        }
    }
    said.normal()
}

#[test]
fn poppler_reads_in_the_pdf_what_the_tree_says() {
    if !is_wanted(&["pdfinfo", "qpdf"]) {
        return;
    }
    for (name, document) in [("everything", tree_of(LARGEST)), ("torture", torture())] {
        let path = written_pdf(&folder(&format!("structure-{name}")), &document);
        printed("qpdf", &["--check", &path]);
        let found = said_by_poppler(&path);
        let Said { sections, captions, cells, .. } = Said::of_tree(&document);
        let expected = Said { sections, captions, cells, ..Said::default() };
        let difference = expected.difference(&found);
        assert!(difference.is_none(), "{name}: {}", difference.unwrap_or_default());
    }
}

/// A word that `pdftotext -bbox-layout` places.
#[derive(Debug)]
struct Word {
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
    text: String,
}

fn words(page: &str) -> Vec<Word> {
    let words = page.split("<word ").skip(1).filter_map(|word| {
        let number = |name: &str| {
            let value = word.split_once(&format!("{name}=\""))?.1;
            value.split_once('"')?.0.parse::<f32>().ok()
        };
        let text = word.split_once('>')?.1.split_once('<')?.0.to_owned();
        Some(Word {
            left: number("xMin")?,
            top: number("yMin")?,
            right: number("xMax")?,
            bottom: number("yMax")?,
            text,
        })
    });
    words.collect()
}

#[test]
fn words_of_the_pdf_do_not_overlap() {
    if !is_wanted(&["pdftotext"]) {
        return;
    }
    let path = written_pdf(&folder("words"), &torture());
    let printed = printed("pdftotext", &["-bbox-layout", &path, "-"]);
    let mut faults = Vec::new();
    for (number, page) in printed.split("<page ").enumerate().skip(1) {
        let words = words(page);
        for (index, one) in words.iter().enumerate() {
            for two in &words[index + 1..] {
                let across = one.right.min(two.right) - one.left.max(two.left);
                let down = one.bottom.min(two.bottom) - one.top.max(two.top);
                // Boxes are as high as the font: those of lines touch each other a little, raised marks more.
                let height = (one.bottom - one.top).min(two.bottom - two.top);
                if across > 1.0 && down > height * 0.6 {
                    faults.push(format!("page {number}: `{}` and `{}`: {one:?} {two:?}", one.text, two.text));
                }
            }
        }
    }
    let count = faults.len();
    faults.truncate(10);
    assert!(faults.is_empty(), "{count}:\n{}", faults.join("\n"));
}

#[test]
fn libreoffice_opens_word_documents() {
    if !is_wanted(&["pdfinfo", "pdftotext", "libreoffice"]) {
        return;
    }
    let documents = [("everything", tree_of(LARGEST)), ("torture", torture())];
    let folder = folder("word");
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let at = folder.to_string_lossy().into_owned();
    for (name, document) in &documents {
        let file = docx::write(document, &docx::Options::default()).unwrap();
        fs::write(folder.join(format!("{name}.docx")), file).unwrap();
    }
    let paths: Vec<String> = documents.iter().map(|(name, _)| format!("{at}/{name}.docx")).collect();
    let mut arguments = vec![profile.as_str(), "--headless", "--convert-to", "pdf", "--outdir", &at];
    arguments.extend(paths.iter().map(String::as_str));
    printed("libreoffice", &arguments);
    for (name, document) in &documents {
        let path = format!("{at}/{name}.pdf");
        let text = normal(&printed("pdftotext", &[&path, "-"]));
        // Texts of drawings stand between number and caption of a figure.
        let captions = document.tables.iter().chain(&document.figures).map(|entry| normal(&entry.title));
        for caption in captions {
            assert!(text.contains(&caption), "{name}: LibreOffice does not show {caption}");
        }
        let own = typeset::typeset(document, &typeset::Options::default()).unwrap().pages.len();
        let counted = printed("pdfinfo", &[&path]);
        let pages =
            counted.lines().find_map(|line| line.strip_prefix("Pages:")?.trim().parse::<usize>().ok());
        let pages = pages.unwrap();
        assert!(pages * 2 > own && pages < own * 2, "{name}: {pages} pages in LibreOffice, {own} of ours");
    }
}
