//! The sample document as the writers write it. `DICOMPLY_BLESS=1 cargo test` writes the expectations anew.

use std::fmt::Write as _;
use std::path::Path;

use dicomply::render::{html, markdown};

use super::{document, sample};

fn expect(name: &str, written: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/render").join(name);
    if std::env::var_os("DICOMPLY_BLESS").is_some() {
        std::fs::write(&path, written).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == expected, "{} differs; bless it if the change is meant", path.display());
}

#[test]
fn the_sample_has_no_problems() {
    assert_eq!(sample().problems, []);
}

#[test]
fn the_sample_as_markdown() {
    expect("annex_a.written.md", &markdown::write(&sample()));
}

#[test]
fn the_sample_as_html() {
    expect("annex_a.html", &html::write(&sample()));
}

#[test]
fn written_twice_is_written_the_same() {
    assert_eq!(html::write(&sample()), html::write(&sample()));
    assert_eq!(markdown::write(&sample()), markdown::write(&sample()));
}

#[test]
fn the_page_asks_no_network_and_closes_what_it_opens() {
    let page = html::write(&sample());
    for word in ["src=\"http", "@import", "url(http", "<link"] {
        assert!(!page.contains(word), "{word}");
    }
    for element in
        ["section", "table", "thead", "tbody", "tr", "ul", "li", "nav", "main", "figure", "div", "span", "p"]
    {
        let opened =
            page.matches(&format!("<{element}>")).count() + page.matches(&format!("<{element} ")).count();
        assert_eq!(opened, page.matches(&format!("</{element}>")).count(), "{element}");
    }
}

#[test]
fn two_thousand_tables_are_no_more_than_a_sum() {
    let mut text = String::from("# Tables\n");
    for index in 0..2000 {
        let _ = write!(
            text,
            "\n## Section\n\nSee [](#t{index}).\n\n<!-- table: id=\"t{index}\" caption=\"Same\" -->\n| a | b |\n|---|---|\n| x | ^^ |\n"
        );
    }
    let document = document(&text);
    assert_eq!(document.tables.len(), 2000);
    assert_eq!(document.tables[1999].number, "1.2000-1");
    assert!(html::write(&document).len() < 4_000_000);
    assert!(!markdown::write(&document).is_empty());
}
