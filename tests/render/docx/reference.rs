//! Documents that lend their styles.

use std::io::{Cursor, Write as _};
use std::sync::Arc;

use dicomply::config::BrandFile;
use dicomply::render::docx::{self, Options};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{parts, tree_of, values};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn options(bytes: Vec<u8>) -> Options {
    let file = BrandFile { path: "brand.docx".to_owned(), bytes: Arc::new(bytes) };
    Options { reference: Some(file), ..Options::default() }
}

fn main_part() -> String {
    format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"{WORD}\"><w:body><w:p/><w:sectPr>\
         <w:pgSz w:w=\"12240\" w:h=\"15840\"/><w:pgMar w:top=\"1000\" w:right=\"1100\" w:bottom=\"1200\" w:left=\"1300\" \
         w:header=\"500\" w:footer=\"600\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    )
}

fn styles_part(styles: &str) -> String {
    format!("<?xml version=\"1.0\"?><w:styles xmlns:w=\"{WORD}\"><w:docDefaults/>{styles}</w:styles>")
}

#[test]
fn styles_are_lent_by_name() {
    let styles = styles_part(
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Standard\"><w:name w:val=\"Normal\"/></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Standard\"/>\
         <w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr><w:rPr><w:color w:val=\"AA0000\"/></w:rPr></w:style>\
         <w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Caption\"><w:name w:val=\"A &amp; B\"/></w:style>",
    );
    let theme =
        "<a:theme xmlns:a=\"x\" xmlns:r=\"y\"><a:blipFill><a:blip r:embed=\"rId1\"/></a:blipFill></a:theme>";
    let lent = archive(&[
        ("word/document.xml", &main_part()),
        ("word/styles.xml", &styles),
        ("word/theme/theme1.xml", theme),
    ]);
    let parts = parts(&docx::write(&tree_of("# A\n\nText"), &options(lent)).unwrap());
    let styles = &parts["word/styles.xml"];
    let heading = styles.split("<w:style ").find(|style| style.contains("\"heading 1\"")).unwrap();
    assert!(heading.contains("w:styleId=\"Heading1\"") && heading.contains("AA0000"), "{heading}");
    assert!(heading.contains("<w:basedOn w:val=\"Normal\"/>") && !heading.contains("numPr"), "{heading}");
    let own = styles.split("<w:style ").find(|style| style.contains("A &amp; B")).unwrap();
    assert!(!own.contains("styleId=\"Caption\""), "{own}");
    let mut ids = values(styles, "w:style", "w:styleId");
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "no id is there twice");
    assert!(ids.contains(&"Caption") && ids.contains(&"TableText") && !ids.contains(&"Standard"));
    let main = &parts["word/document.xml"];
    assert!(main.contains("<w:pgSz w:w=\"12240\" w:h=\"15840\"/>"), "{main}");
    assert!(main.contains("w:left=\"1300\""), "{main}");
    let theme = &parts["word/theme/theme1.xml"];
    assert!(!theme.contains("embed") && theme.contains("solidFill"), "{theme}");
    assert!(parts["word/_rels/document.xml.rels"].contains("theme/theme1.xml"));
}

#[test]
fn a_document_of_ours_lends_what_it_has() {
    let tree = tree_of("# A\n\nText\n\n| a |\n|---|\n| b |\n");
    let plain = docx::write(&tree, &Options::default()).unwrap();
    let lent = docx::write(&tree, &options(plain.clone())).unwrap();
    assert_eq!(parts(&lent)["word/styles.xml"], parts(&plain)["word/styles.xml"]);
    assert_eq!(parts(&lent)["word/document.xml"], parts(&plain)["word/document.xml"]);
}

#[test]
fn what_cannot_lend_is_named() {
    let tree = tree_of("# A");
    let main = main_part();
    let bomb = styles_part(&" ".repeat(9_000_000));
    let cases: [(Vec<u8>, &str); 6] = [
        (b"hello".to_vec(), "`brand.docx` is not a Word document"),
        (archive(&[("mimetype", "x")]), "`brand.docx` is not a Word document"),
        (
            [0xD0, 0xCF, 0x11, 0xE0, 0].to_vec(),
            "`brand.docx` is a Word document of the old kind, or locked with a password",
        ),
        (archive(&[("word/document.xml", &main)]), "`brand.docx` has no styles"),
        (
            archive(&[("word/document.xml", &main), ("word/styles.xml", &bomb)]),
            "`brand.docx` has a part `word/styles.xml` of more than 8 MB",
        ),
        (archive(&[("word/document.xml", &main), ("word/styles.xml", "<a></b>")]), "is not XML"),
    ];
    for (bytes, expected) in cases {
        let error = docx::write(&tree, &options(bytes)).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }
}
