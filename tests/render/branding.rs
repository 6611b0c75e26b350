//! How documents look when their project says so.

use std::sync::Arc;

use dicomply::config::{BrandFile, Branding, Color, Paper};
use dicomply::document::Document;
use dicomply::finding::Finding;
use dicomply::lint::{Circumstances, lint};
use dicomply::render::typeset::font::MissingCharacter;
use dicomply::render::{self, Options, html};
use dicomply::source::{Input, Reading, font, read};

use crate::bless::root;

const EXAMPLE: &str = "examples/branding/echocart.yaml";
const FONT: &str = "src/render/fonts/LiberationSans-Regular.ttf";

fn file(path: &str) -> BrandFile {
    BrandFile { path: path.to_owned(), bytes: Arc::new(std::fs::read(root().join(path)).unwrap()) }
}

fn reading(path: &str) -> Reading {
    let load = |wanted: &str| std::fs::read(root().join(wanted)).ok();
    read(vec![Input { path: path.to_owned(), bytes: load(path).unwrap() }], &load)
}

fn branded(branding: Branding) -> Document {
    let reading = reading(EXAMPLE);
    let options = Options { branding, ..Options::default() };
    render::render(&reading.project.documents[0], &options).unwrap().0
}

#[test]
fn the_example_is_clean_and_looks_as_its_project_says() {
    let reading = reading(EXAMPLE);
    let branding = reading.branding(&reading.project.documents[0]);
    assert_eq!(reading.brand_files, ["examples/branding/brand/logo.svg"]);
    let findings: Vec<Finding> = lint(
        &reading.project,
        &dicomply::config::Config::default(),
        reading.findings,
        &Circumstances::default(),
    );
    assert!(findings.is_empty(), "{findings:#?}");
    let page = html::write(&branded(branding));
    for part in [
        "aria-label=\"Example Ultrasound\"><svg viewBox=\"0 0 ",
        ":root { --brand: #7a1f5c; }",
        "@media screen and (prefers-color-scheme: dark) { :root { --brand: #",
        "<p class=\"confidentiality\">Confidential. For customers of Example Ultrasound only.</p>",
        "@bottom-center { content: \"Confidential",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("<title>Example Ultrasound"));
}

#[test]
fn without_a_word_nothing_changes() {
    let page = html::write(&branded(Branding::default()));
    for part in
        ["--brand: #7a1f5c", "class=\"confidentiality\"", "size: letter", "aria-label=\"Example Ultrasound\""]
    {
        assert!(!page.contains(part), "{part}");
    }
}

#[test]
fn fonts_are_named_and_the_paper_is_the_one_asked_for() {
    let text = font(file(FONT)).unwrap();
    assert_eq!(text.family, "Liberation Sans");
    let branding = Branding {
        text_font: vec![text],
        accent: Color::parse("#000050"),
        paper: Paper::Letter,
        confidentiality: "\"</style><script>alert(1)</script>".to_owned(),
        ..Branding::default()
    };
    let page = html::write(&branded(branding));
    assert!(page.contains("body { font-family: \"Liberation Sans\", var(--sans); }"), "{page}");
    assert!(page.contains("@page { size: letter; }"));
    assert!(!page.contains("<script>alert"));
}

#[test]
fn what_a_template_says_of_itself_stays() {
    let reading = reading(EXAMPLE);
    let own = "<!-- document: accent=\"#123456\" -->\n<!-- cover -->\n# Own\n<!-- /cover -->\n";
    let options = Options {
        document: Some("own.md".to_owned()),
        templates: [("own.md".to_owned(), own.to_owned())].into(),
        branding: reading.branding(&reading.project.documents[0]),
        ..Options::default()
    };
    let (tree, _) = render::render(&reading.project.documents[0], &options).unwrap();
    assert_eq!(tree.meta.accent.as_deref(), Some("#123456"));
    assert!(tree.has_cover());
}

#[test]
fn the_first_character_that_no_font_has_is_named_where_it_stands() {
    let text =
        "dicomply: 1\nkind: statement\nproduct: {name: \"Kaisha \u{753B}\u{50CF}\", versions: \"1\"}\n";
    let reading = read(vec![Input { path: "a.yaml".to_owned(), bytes: text.into() }], &|_: &str| None);
    let document = &reading.project.documents[0];
    let (tree, _) = render::render(document, &Options::default()).unwrap();
    let section = tree.sections[0].anchor.clone();
    let missing: Vec<_> = "\u{753B}\u{50CF}"
        .chars()
        .map(|character| MissingCharacter { character, section: section.clone() })
        .collect();
    let finding = render::missing_glyphs(document, &tree, &missing).unwrap();
    let range = reading.sources.locate(&finding.place).unwrap().range;
    assert_eq!(&text[range], "\u{753B}");
    assert_eq!(
        finding.message,
        "no font has the character U+753B `\u{753B}` of section 1 `Conformance Statement Overview`, nor one other character"
    );
    assert!(render::missing_glyphs(document, &tree, &[]).is_none());
}
