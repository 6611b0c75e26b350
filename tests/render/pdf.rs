//! PDF: whatever is written keeps to PDF/A-2a and PDF/UA-1, as the writer's own validators say.

use std::fs;
use std::path::Path;
use std::process::Command;

use dicomply::render::{pdf, typeset};

use super::{documents, project, rendered};

#[test]
fn every_document_becomes_the_same_file_twice() {
    for path in documents() {
        let (tree, _) = rendered(&project(&path));
        let options = typeset::Options::default();
        let (one, missing) = pdf::write(&tree, &options).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(missing, [], "{path}");
        assert!(one.starts_with(b"%PDF-1.7"), "{path}");
        let (other, _) = pdf::write(&tree, &options).unwrap();
        assert!(one == other, "{path} differs from itself");
    }
}

/// What a program of the system says about a file.
fn asked(program: &str, arguments: &[&str], file: &Path) -> String {
    let output = Command::new(program).args(arguments).arg(file).output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Needs `qpdf` and the tools of poppler.
#[test]
fn others_can_read_the_files() {
    if std::env::var("DICOMPLY_E2E").as_deref() != Ok("1") {
        println!("skipped: needs qpdf and poppler; DICOMPLY_E2E=1 runs it");
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pdf");
    fs::create_dir_all(&folder).unwrap();
    for path in documents() {
        let (tree, _) = rendered(&project(&path));
        let (bytes, _) = pdf::write(&tree, &typeset::Options::default()).unwrap();
        let file = folder.join("document.pdf");
        fs::write(&file, bytes).unwrap();
        assert!(asked("qpdf", &["--check"], &file).contains("No syntax or stream encoding errors"), "{path}");
        // Poppler takes minutes for the structure of a long document.
        if tree.sections.len() < 80 {
            let squeezed = |text: &str| text.split_whitespace().collect::<String>();
            let structure = squeezed(&asked("pdfinfo", &["-struct-text"], &file));
            for section in &tree.sections {
                let title = squeezed(&section.title);
                assert!(structure.contains(&title), "{path}: `{}` is not in the structure", section.title);
            }
            for table in &tree.tables {
                assert!(structure.contains(&squeezed(&table.title)), "{path}: `{}`", table.title);
            }
        }
        let fonts = asked("pdffonts", &[], &file);
        for font in fonts.lines().skip(2) {
            let flags: Vec<&str> = font.split_whitespace().rev().skip(2).take(3).collect();
            assert_eq!(flags, ["yes", "yes", "yes"], "{path}: {font}");
        }
    }
}
