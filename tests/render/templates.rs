//! Templates of users: what they override, and what is said where they are wrong.

use std::collections::BTreeMap;

use dicomply::document::plain_text;
use dicomply::render::{self, Error, Options, markdown};

use super::{first, project_of};

const STATEMENT: &str = "dicomply: 1\nkind: statement\nproduct: {name: Example, versions: ['1']}\n";

fn with(templates: &[(&str, &str)]) -> Result<String, Error> {
    let project = project_of(STATEMENT);
    let templates: BTreeMap<_, _> =
        templates.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let options = Options { templates, ..Options::default() };
    render::render(first(&project), &options).map(|(tree, _)| markdown::write(&tree))
}

#[test]
fn a_file_takes_the_place_of_the_built_in_one() {
    let page = with(&[("annex_a/security.md", "# Security\n\nAsk {{ product.name }}.\n")]).unwrap();
    assert!(page.contains("Ask Example."));
    assert!(page.contains("# 9 Annexes"));
}

#[test]
fn a_block_takes_the_place_of_the_built_in_one() {
    let text = "{% extends \"default/annex_a/introduction.md\" %}{% block audience %}Everybody. {{ super() }}{% endblock %}";
    let page = with(&[("annex_a/introduction.md", text)]).unwrap();
    assert!(page.contains("Everybody."));
    assert!(page.contains("General understanding") || page.contains("general understanding"));
    assert!(page.contains("## 3.3 Remarks"), "{page}");
}

#[test]
fn an_error_names_template_line_and_column() {
    let error = with(&[("annex_a/security.md", "# Security\n\nAsk {{ product.nam }}.\n")]).unwrap_err();
    let Error::Template { template, line, column, .. } = &error else { panic!("{error}") };
    assert_eq!((template.as_str(), *line, *column), ("annex_a/security.md", 3, 16), "{error}");
    let error = with(&[("annex_a/security.md", "# Security\n\n{% if product.name }\n")]).unwrap_err();
    let Error::Template { line, message, .. } = &error else { panic!("{error}") };
    assert_eq!(*line, 3);
    assert!(message.contains("expected"), "{message}");
    assert!(std::error::Error::source(&error).is_some());
}

#[test]
fn a_file_or_block_that_overrides_nothing_is_an_error() {
    let error = with(&[("annex_a/securty.md", "")]).unwrap_err();
    assert!(error.to_string().contains("`annex_a/security.md`"), "{error}");
    let text = "{% extends \"default/annex_a/introduction.md\" %}{% block audienze %}x{% endblock %}";
    assert!(with(&[("annex_a/introduction.md", text)]).is_err());
}

/// Names of the user are shown as they are and cannot become headings, cells or directives.
#[test]
fn names_cannot_forge_anything() {
    let hostile = "x | <!-- contents --> {#id} ^^ <b> `y` *z* {{ product.vendor }}";
    let text = format!(
        "dicomply: 1\nkind: statement\nproduct: {{name: '{hostile}', overview: '{hostile}'}}\n\
         application_entities: {{'{hostile}': {{ae_title: A, activities: {{'{hostile}': \
         {{accepts: [Verification as SCP in Implicit VR Little Endian]}}}}}}}}\n"
    );
    let project = project_of(&text);
    let (tree, findings) = render::render(first(&project), &Options::default()).unwrap();
    assert!(findings.is_empty(), "{findings:#?}");
    let title = tree.sections.iter().find(|section| section.number == "4.2.1").unwrap();
    assert_eq!(title.title, format!("{hostile} Application Entity"));
    let dicomply::document::Block::Cover(cover) = &tree.blocks[0] else { panic!() };
    assert_eq!(plain_text(&cover.subtitle[0]), hostile);
}

const PRODUCT_SHEET: &str = include_str!("../../examples/templates/product_sheet/document.md");

/// The example of a template of one's own.
#[test]
fn a_document_of_the_users_own_is_made() {
    for path in
        ["examples/sonicdicom.yaml", "examples/integrated_modality.yaml", "examples/dicomweb_facade.yaml"]
    {
        let project = super::project(path);
        let options = Options {
            document: Some("document.md".to_owned()),
            templates: [("document.md".to_owned(), PRODUCT_SHEET.to_owned())].into(),
            ..Options::default()
        };
        let (tree, doubts) = render::render(first(&project), &options).unwrap();
        assert!(doubts.is_empty(), "{path}: {doubts:?}");
        let page = markdown::write(&tree);
        assert!(page.lines().count() < 90, "{path}: {page}");
        for heading in ["DICOM at a glance", "# Services", "# Good to know"] {
            assert!(page.contains(heading) || path.contains("facade"), "{path}: {page}");
        }
        assert!(
            !page.contains("|  |  |  |") && !page.contains(", |") && !page.contains("  and "),
            "{path}: {page}"
        );
    }
}

/// Whether a page says that it is a draft is no decision of a template.
#[test]
fn a_draft_is_marked_whatever_the_template() {
    let options = Options {
        document: Some("mine.md".to_owned()),
        templates: [(
            "mine.md".to_owned(),
            "<!-- document: title=\"A\" draft=\"false\" -->\n\nText.\n".to_owned(),
        )]
        .into(),
        ..Options::default()
    };
    let marked = |text: &str| {
        let project = project_of(text);
        let (tree, _) = render::render(first(&project), &options).unwrap();
        (markdown::write(&tree).starts_with("**DRAFT**"), render::html::write(&tree).contains("DRAFT"))
    };
    let released = format!("{STATEMENT}statement: {{status: released}}\n");
    assert_eq!(marked(STATEMENT), (true, true));
    assert_eq!(marked(&released), (false, false));
    let open = format!("{released}sop_classes: {{images: [{{name: CT Image Storage, support: tbc}}]}}\n");
    assert_eq!(marked(&open), (true, true));
}
